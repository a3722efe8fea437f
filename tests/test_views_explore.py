"""The parts of the explorer: ways to see the results, comparing, taking things away."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from handed_out import bytes_of, text_of
from tiny_case import CATALOGUE, body, case

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.likeness import Likeness
from toolkit.cases.query import VIEWS
from toolkit.identity import Identity
from toolkit.views.explore.alike import reasons
from toolkit.views.explore.files import CASE_FORMS, CATALOGUE_FORMS
from toolkit.views.explorer import Explorer

DAY = date(2026, 11, 22)
LEEDS = {"place": "Leeds", "lat": 53.8, "lon": -1.55}
MANY = Catalogue(
    tuple(case(f"case-{n}", title=f"Case {n}", cells=body(f"Case {n}"), **LEEDS) for n in range(9)),
    CATALOGUE.vocabulary,
)


@pytest.fixture
def sent(monkeypatch):
    """What the page sends to the browser besides its screens."""
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


@pytest.fixture
def explorer(sent):
    placed = tuple(replace(case, lat=53.8, lon=-1.55) for case in CATALOGUE.cases)
    return Explorer(Catalogue(placed, CATALOGUE.vocabulary), Identity(), DAY)


def go(explorer, place):
    explorer.page._receive({"kind": "place", "value": place})


def click(explorer, name, value=None):
    explorer.page._receive({"kind": "action", "name": name, "value": value})


def keep(explorer, *slugs, ticked=()):
    values = {"shortlist": list(slugs), "compare": list(ticked)}
    explorer.page._receive(
        {"kind": "hello", "saved": {"version": 1, "values": values}, "place": ""}
    )


def soup(explorer):
    return BeautifulSoup(explorer.page.widget.screen["html"], "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def links(element):
    return {words(a): a["href"] for a in element.find_all("a")}


def heading(explorer):
    return words(soup(explorer).find(id="results"))


# ---- Ways to see the results ----


def test_the_list_is_there_at_first_and_draws_no_chart(explorer):
    here = soup(explorer).find(attrs={"aria-current": "true"})
    assert words(here) == "List"
    assert explorer.page.widget.screen["figures"] == {}


@pytest.mark.parametrize("view", VIEWS[1:])
def test_a_view_is_a_place_of_its_own_that_says_its_finding(explorer, sent, view):
    click(explorer, "view", view)
    assert explorer.page.place == {"view": view}
    [told] = [message["text"] for message in sent if message["kind"] == "announce"]
    [caption] = soup(explorer).find_all("figcaption")
    assert told == f"3 case studies. {words(caption)}"
    picture = soup(explorer).find(role="img")
    assert words(caption) in picture["aria-label"]


@pytest.mark.parametrize("view", VIEWS[1:])
def test_every_view_follows_the_filters_and_keeps_when_they_change(explorer, view):
    go(explorer, f"view={view}&status=stopped")
    assert heading(explorer) == "1 of 3 case studies"
    assert "Bins" not in words(soup(explorer).find(class_="toolkit-overview"))
    click(explorer, "clear")
    assert explorer.page.place == {"view": view}


@pytest.mark.parametrize("view", VIEWS[1:])
def test_a_view_of_nothing_says_what_to_try(explorer, view):
    go(explorer, f"view={view}&status=live&country=UK")
    assert soup(explorer).find(class_="toolkit-overview") is None
    assert "take a filter away" in soup(explorer).get_text()


def test_a_number_leads_to_as_many_cases_as_it_says(explorer):
    for view in ("evidence", "map"):
        go(explorer, f"view={view}")
        found = soup(explorer).find(class_="toolkit-overview").table
        numbers = [
            (a.find(string=True).strip(), a["href"])
            for a in found.select("td:nth-of-type(-n+2) > a")
        ]
        assert numbers
        for number, address in numbers:
            go(explorer, address[1:])
            assert heading(explorer).startswith(f"{number} of 3 ")
            go(explorer, f"view={view}")


def test_a_case_without_a_year_is_told_to_have_none(sent):
    undated = case("x", title="X", cells=body("X"), year_start=None)
    shown = Explorer(Catalogue((undated,), CATALOGUE.vocabulary), Identity(), DAY)
    go(shown, "view=timeline")
    assert "Year not known 1 case" in words(soup(shown))
    assert "give no year for any of these cases" in words(soup(shown))
    assert shown.page.widget.screen["figures"] == {}


def test_a_full_year_shows_the_first_and_leads_to_all(sent):
    shown = Explorer(MANY, Identity(), DAY)
    go(shown, "view=timeline")
    assert len(soup(shown).select(".toolkit-timeline .govuk-list a")) == 6
    assert links(soup(shown))["All 9 cases: 2024"] == "#year=2024"
    go(shown, "year=2024")
    assert heading(shown) == "9 of 9 case studies"


def test_a_mark_on_the_map_leads_to_the_cases_near_it(sent):
    shown = Explorer(MANY, Identity(), DAY)
    go(shown, "view=map")
    [mark] = soup(shown).find_all(attrs={"data-action": "near"})
    assert (mark["data-value"], words(mark.find("text"))) == ("Leeds", "9")
    click(shown, "near", mark["data-value"])
    assert shown.page.place == {"place": "Leeds"}
    assert {"kind": "focus", "id": "results"} in sent


def test_the_numbers_of_a_view_can_be_taken_away(explorer, sent):
    go(explorer, "view=evidence")
    click(explorer, "numbers", "evidence")
    [file] = [message for message in sent if message["kind"] == "download"]
    assert file["name"] == "case-studies-evidence.csv"
    assert "Own account only,Good practice,2" in text_of(file)


def test_a_place_that_is_offered_and_many_that_are_not(sent):
    towns = tuple(
        case(f"c{n}", title=f"T {n}", cells=body(f"T {n}"), place=f"Town {n:02}") for n in range(25)
    )
    shown = Explorer(Catalogue(towns, CATALOGUE.vocabulary), Identity(), DAY)
    go(shown, "place=Town 24")
    offered = [box["value"] for box in soup(shown).find_all("input", attrs={"name": "place"})]
    assert len(offered) == 21
    assert "Town 24" in offered
    assert "4 more can be found by their name" in words(soup(shown))


# ---- The shortlist ----


def test_a_shortlist_is_one_link_away(explorer):
    keep(explorer, "tea", "bins")
    assert links(soup(explorer))["Your shortlist (2): compare, download or print"] == (
        "#shortlist=yes"
    )


def test_a_case_that_is_gone_is_not_counted(explorer):
    keep(explorer, "tea", "gone")
    assert "Your shortlist (1)" in words(soup(explorer))


def test_two_or_three_can_be_compared_at_once(explorer):
    keep(explorer, "tea", "bins")
    go(explorer, "shortlist=yes")
    assert links(soup(explorer))["Compare both side by side"] == "#shortlist=yes&compare=tea,bins"


def test_of_more_than_three_two_or_three_are_chosen(sent):
    shown = Explorer(MANY, Identity(), DAY)
    keep(shown, "case-1", "case-2", "case-3", "case-4", ticked=["case-4", "case-2", "gone"])
    go(shown, "shortlist=yes")
    click(shown, "compare")
    assert shown.page.place == {"shortlist": "yes", "compare": "case-2,case-4"}
    assert {"kind": "focus", "id": "comparison-heading"} in sent


@pytest.mark.parametrize("ticked", [[], ["case-1"], ["case-1", "case-2", "case-3", "case-4"]])
def test_another_number_is_told_beside_the_boxes_until_something_else_happens(sent, ticked):
    shown = Explorer(MANY, Identity(), DAY)
    keep(shown, "case-1", "case-2", "case-3", "case-4", ticked=ticked)
    go(shown, "shortlist=yes")
    click(shown, "compare")
    assert "Choose two or three cases" in words(soup(shown).find(class_="govuk-error-message"))
    assert {"kind": "focus", "id": "compare"} in sent
    click(shown, "view", "map")
    assert soup(shown).find(class_="govuk-error-message") is None


@pytest.mark.parametrize("kept", ["x", 7, {"a": 1}, [3, None]])
def test_ticks_that_were_damaged_do_no_harm(sent, kept):
    shown = Explorer(MANY, Identity(), DAY)
    keep(shown, "case-1", "case-2", "case-3", "case-4")
    shown.page.store.set("compare", kept)
    go(shown, "shortlist=yes")
    assert heading(shown) == "4 of 9 case studies"


@pytest.mark.parametrize("form", CASE_FORMS)
def test_the_shortlist_can_be_taken_away_in_every_form_in_its_own_order(explorer, sent, form):
    keep(explorer, "phones", "tea")
    click(explorer, "take", form)
    [file] = [message for message in sent if message["kind"] == "download"]
    name, content = file["name"], bytes_of(file)
    assert name.startswith("case-study-shortlist.")
    if form == "word":
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    else:
        text = content.decode()
        assert 0 < text.index("Phones") < text.index("The tea club")
        assert "Bins" not in text


def test_an_empty_shortlist_and_an_unknown_form_give_nothing(explorer, sent):
    click(explorer, "take", "word")
    keep(explorer, "tea")
    click(explorer, "take", "exe")
    click(explorer, "catalogue", "exe")
    assert [message for message in sent if message["kind"] == "download"] == []


@pytest.mark.parametrize(
    ("form", "name"),
    [("zip", "case-studies.zip"), ("sheet", "case-studies.csv"), ("json", "case-studies.json")],
)
def test_the_whole_catalogue_can_be_taken_away_whatever_is_filtered(explorer, sent, form, name):
    assert form in CATALOGUE_FORMS
    go(explorer, "status=live")
    click(explorer, "catalogue", form)
    [file] = [message for message in sent if message["kind"] == "download"]
    assert file["name"] == name
    if form == "json":
        assert len(json.loads(text_of(file))["cases"]) == 3


# ---- Side by side ----


def test_cases_side_by_side_have_a_column_each(explorer, sent):
    go(explorer, "compare=tea,bins&q=a")
    table = soup(explorer).table
    assert [words(th) for th in table.thead.find_all("th")] == [
        "What", "The tea club tries a robot", "Bins",
    ]  # fmt: skip
    row = next(row for row in table.tbody.find_all("tr") if "Where it stands" in words(row))
    assert [words(td).split()[-1] for td in row.find_all("td")] == ["tried", "use"]
    assert links(table)["Bins"] == "#q=a&case=bins"
    assert {"kind": "focus", "id": "comparison-heading"} in sent
    assert explorer.page.widget.screen["title"].startswith("2 case studies side by side – ")


def test_each_cell_names_its_case_for_a_narrow_screen_and_keeps_its_role(explorer):
    go(explorer, "compare=tea,bins")
    cells = soup(explorer).tbody.find_all("td")
    names = [words(cell.find(class_="toolkit-compare__whose")) for cell in cells[:2]]
    assert names == ["The tea club tries a robot", "Bins"]
    assert {cell["role"] for cell in cells} == {"cell"}


def test_of_three_one_can_be_left_out_of_two_none(explorer):
    go(explorer, "compare=tea,bins,phones")
    assert links(soup(explorer))["Leave out Bins"] == "#compare=tea,phones"
    go(explorer, "compare=tea,phones")
    assert "Leave out" not in words(soup(explorer))


def test_back_from_a_comparison_goes_to_the_results(explorer):
    go(explorer, "shortlist=yes&compare=tea,bins")
    click(explorer, "results")
    assert explorer.page.place == {"shortlist": "yes"}


# ---- One case ----


def test_a_case_names_those_like_it_and_why(explorer):
    go(explorer, "q=a&case=tea&source=1")
    section = soup(explorer).find(attrs={"aria-labelledby": "alike-heading"})
    assert links(section)["Phones"] == "#q=a&case=phones"
    assert links(section)["Compare side by side with Phones"] == "#q=a&compare=tea,phones"
    assert "Service: Whole council." in words(section)


def test_a_case_on_its_own_is_like_none(sent):
    shown = Explorer(Catalogue((case(),), CATALOGUE.vocabulary), Identity(), DAY)
    go(shown, "case=tea")
    assert soup(shown).find(id="alike-heading") is None


def test_reasons_are_told_in_words():
    found = Likeness(case(), 0.5, ("technology",), ("staff-voice",), ("kettle",))
    assert reasons(found, CATALOGUE.vocabulary) == (
        "Technology: Something else", "Principles: Staff voice", "Words both use: kettle",
    )  # fmt: skip
    assert reasons(replace(found, shared=(), principles=(), words=()), CATALOGUE.vocabulary) == ()


def test_a_case_says_how_to_cite_it_and_gives_it_as_a_file(explorer, sent):
    go(explorer, "case=tea")
    shown = words(soup(explorer))
    assert "version of 1 january 2026, catalogue 0.1.0. licence: cc by 4.0." in shown.lower()
    assert "@misc{tea," in shown
    assert '"id": "tea"' in shown
    click(explorer, "take", "bibtex")
    [file] = [message for message in sent if message["kind"] == "download"]
    assert file["name"] == "tea.bib"
    assert "@misc{tea-1," in text_of(file)


def test_what_a_person_typed_is_only_shown_whatever_screen_it_is_on(sent):
    evil = "<img src=x onerror=alert(1)>"
    texts = dict.fromkeys(("organisation", "place", "summary", "problem", "vendor"), evil)
    lists = {name: [evil] for name in ("not_verified", "risks_or_harms", "authors", "questions")}
    lists["questions"] = [evil, evil]
    strange = [
        case(slug, title=evil, cells=body(evil), lat=53.8, lon=-1.5, **texts, **lists)
        for slug in ("a", "b")
    ]
    shown = Explorer(Catalogue(tuple(strange), CATALOGUE.vocabulary), Identity(), DAY)
    keep(shown, "a", "b")
    for place in ("", "view=timeline", "view=map", "view=evidence", "compare=a,b", "case=a",
                  "shortlist=yes"):  # fmt: skip
        go(shown, place)
        assert "<img" not in shown.page.widget.screen["html"]
