"""The explorer, without a browser: places, results, the open case."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from handed_out import text_of
from tiny_case import CATALOGUE, body, case

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.query import Query
from toolkit.errors import ContentError, Problem
from toolkit.identity import Contact, Identity
from toolkit.views.explore.library import address
from toolkit.views.explorer import Explorer

IDENTITY = Identity(corrections=Contact("The editors", "editors@example.org"))


@pytest.fixture
def sent(monkeypatch):
    """What the page sends to the browser besides its screens."""
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


@pytest.fixture
def explorer(sent):
    return Explorer(CATALOGUE, IDENTITY, date(2026, 6, 1))


def go(explorer, place):
    explorer.page._receive({"kind": "place", "value": place})


def change(explorer, name, value):
    message = {"kind": "change", "name": name, "value": value, "keep": False}
    explorer.page._receive(message)


def click(explorer, name, value=None):
    explorer.page._receive({"kind": "action", "name": name, "value": value})


def html(explorer):
    return explorer.page.widget.screen["html"]


def test_at_first_every_case_is_there_good_practice_and_what_went_wrong(explorer):
    assert "3 case studies" in html(explorer)
    assert "Good practice (3)" in html(explorer)
    assert "Went wrong (1)" in html(explorer)
    assert html(explorer).count('class="toolkit-card"') == 3


def test_a_filter_changes_the_place_and_is_announced(explorer, sent):
    change(explorer, "status", ["live"])
    assert explorer.page.place == {"status": "live"}
    assert {"kind": "announce", "text": "1 of 3 case studies"} in sent
    assert explorer.page.widget.screen["title"] == (
        "1 of 3 case studies – Explore case studies – Council AI Toolkit"
    )


def test_a_heading_says_how_many_of_its_filters_are_chosen(explorer):
    change(explorer, "status", ["live"])
    heading = BeautifulSoup(html(explorer), "html.parser").select_one("#filter-status summary")
    assert " ".join(heading.get_text().split()).endswith(" (1 chosen)")


def test_a_filter_taken_off_leaves_the_others(explorer):
    go(explorer, "status=live,stopped&country=UK")
    click(explorer, "remove", "status=live")
    assert explorer.page.place == {"status": "stopped", "country": "UK"}


def test_clearing_keeps_the_order(explorer):
    go(explorer, "q=tea&status=live&sort=title")
    click(explorer, "clear")
    assert explorer.page.place == {"sort": "title"}


def test_typing_on_makes_one_step_back_of_a_search(explorer, sent):
    change(explorer, "q", "b")
    change(explorer, "q", "bi")
    steps = [message["replace"] for message in sent if message["kind"] == "place"]
    assert steps == [False, True]


def test_a_search_box_that_is_left_changes_nothing(explorer, sent):
    change(explorer, "q", "bins")
    sent.clear()
    change(explorer, "q", "bins ")
    assert sent == []


def test_nothing_found_says_what_to_try(explorer):
    go(explorer, "status=live&country=UK")
    assert "None of 3 case studies" in html(explorer)
    assert "take a filter away" in html(explorer)


def test_a_word_that_was_read_as_another_is_told(explorer):
    go(explorer, "q=scotlnd")
    assert "No case has “scotlnd”, so this looks for “scotland”." in html(explorer)


def test_an_open_case_shows_its_whole_text_and_takes_the_focus(explorer, sent):
    go(explorer, "q=bins&case=bins")
    assert "A sparrowhawk came" in html(explorer)
    assert 'href="#q=bins&amp;case=bins&amp;source=1"' in html(explorer)
    assert {"kind": "focus", "id": "case-heading"} in sent
    assert explorer.page.widget.screen["title"].startswith("Bins – ")


def test_a_source_that_is_followed_takes_the_focus(explorer, sent):
    go(explorer, "case=bins&source=1")
    assert {"kind": "focus", "id": "source-1"} in sent


def test_back_to_the_results_goes_to_the_case_that_was_open(explorer, sent):
    go(explorer, "q=bins&case=bins")
    click(explorer, "results")
    assert explorer.page.place == {"q": "bins"}
    assert {"kind": "focus", "id": "card-bins"} in sent


def test_an_unknown_case_is_explained_above_the_results(explorer):
    go(explorer, "case=phone")
    assert "There is no case study &#39;phone&#39;; did you mean &#39;phones&#39;?" in html(
        explorer
    )
    assert "3 case studies" in html(explorer)


def test_the_shortlist_is_kept_and_can_be_shown_alone(explorer):
    click(explorer, "shortlist", "bins")
    click(explorer, "shortlist", "tea")
    click(explorer, "shortlist", "tea")
    assert explorer.page.widget.screen["kept"] == {"shortlist": ["bins"]}
    assert "Only my shortlist (1)" in html(explorer)
    change(explorer, "only-shortlist", ["yes"])
    assert "1 of 3 case studies" in html(explorer)


@pytest.mark.parametrize("kept", ["bins", 7, {"a": 1}, [3, None]])
def test_a_shortlist_that_was_damaged_does_no_harm(explorer, kept):
    saved = {"version": 1, "values": {"shortlist": kept}}
    explorer.page._receive({"kind": "hello", "saved": saved, "place": ""})
    assert "3 case studies" in html(explorer)


def test_the_notebook_can_be_taken_away_to_adapt(tmp_path, sent):
    path = tmp_path / "tea.ipynb"
    path.write_text('{"é": 1}', encoding="utf-8")
    catalogue = Catalogue((replace(case(), path=path),), CATALOGUE.vocabulary)
    click(Explorer(catalogue, IDENTITY, date(2026, 6, 1)), "adapt", "tea")
    [file] = [message for message in sent if message["kind"] == "download"]
    assert (file["name"], json.loads(text_of(file))) == ("tea.ipynb", {"é": 1})


def test_a_case_that_cannot_be_shown_is_told_with_the_reason(sent):
    error = ContentError(Path("casestudies/x.ipynb"), [Problem("title", "missing <b>", "add it")])
    broken = Catalogue(CATALOGUE.cases, CATALOGUE.vocabulary, (error,))
    shown = html(Explorer(broken, IDENTITY, date(2026, 6, 1)))
    assert "1 case study could not be shown" in shown
    assert "title: missing &lt;b&gt;; add it" in shown


def test_only_so_many_results_are_shown_until_more_are_asked_for(sent):
    cases = tuple(
        case(f"tea-{n}", title=f"Tea {n:02}", cells=body(f"Tea {n:02}")) for n in range(30)
    )
    explorer = Explorer(Catalogue(cases, CATALOGUE.vocabulary), IDENTITY, date(2026, 6, 1))
    assert html(explorer).count('class="toolkit-card"') == 12
    assert "Show 12 more" in html(explorer)
    click(explorer, "more")
    assert html(explorer).count('class="toolkit-card"') == 24
    assert {"kind": "focus", "id": "card-tea-12"} in sent
    click(explorer, "more")
    assert html(explorer).count('class="toolkit-card"') == 30
    assert 'data-action="more"' not in html(explorer)


def test_every_text_from_a_case_is_shown_as_text(sent):
    evil = "<img src=x onerror=alert(1)>"
    texts = dict.fromkeys(("organisation", "place", "summary", "problem", "vendor"), evil)
    lists = {name: [evil] for name in ("not_verified", "risks_or_harms", "authors")}
    strange = case("evil", title=evil, cells=body(evil, Evidence=evil), **texts, **lists)
    explorer = Explorer(Catalogue((strange,), CATALOGUE.vocabulary), IDENTITY, date(2026, 6, 1))
    assert "<img" not in html(explorer)
    go(explorer, "case=evil")
    assert "<img" not in html(explorer)


def test_an_address_can_be_read_by_a_person():
    assert address(Query(text="a b", filters={"status": ("live", "pilot")})) == (
        "#q=a+b&status=live,pilot"
    )


@pytest.mark.parametrize("changes", [{"licence": "link-only"}, {"fictional": True}])
def test_a_case_that_is_not_to_be_adapted_is_not_handed_out(tmp_path, sent, changes):
    path = tmp_path / "tea.ipynb"
    path.write_text("{}", encoding="utf-8")
    catalogue = Catalogue((replace(case(), path=path, **changes),), CATALOGUE.vocabulary)
    explorer = Explorer(catalogue, IDENTITY, date(2026, 6, 1))
    go(explorer, "case=tea")
    assert "The tea club tries a robot" in html(explorer)
    assert "to adapt it" not in html(explorer)
    assert "Adapt this case" not in html(explorer)
    click(explorer, "adapt", "tea")
    assert not [message for message in sent if message["kind"] == "download"]
