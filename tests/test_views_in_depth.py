"""What an in-depth notebook shows."""

from html import unescape
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from stops import second_stops

from toolkit.comparisons import amsterdam, derby
from toolkit.comparisons.published_number import KINDS
from toolkit.comparisons.study import load_studies
from toolkit.finding import Finding, Series
from toolkit.views.case import show_case_study
from toolkit.views.control import Slider
from toolkit.views.in_depth import (
    open_study,
    show_comparison,
    show_numbers,
    show_sums,
    show_what_if,
)


@pytest.fixture
def published():
    return open_study("amsterdam-wrong-flags")


def soup_of(bridge):
    return BeautifulSoup(bridge.screen["html"], "html.parser")


def text_of(soup):
    return unescape(" ".join(soup.get_text().split()))


def send(bridge, **message):
    bridge._receive({"number": 1, **message})


def test_every_number_says_how_many_stand_behind_it_and_what_kind_of_evidence(published):
    rows = soup_of(show_numbers(published)).tbody.find_all("tr")
    assert len(rows) == len(published.numbers)
    cells = [cell.get_text(strip=True) for cell in rows[0].find_all(["th", "td"])]
    assert cells[1:4] == ["61 wrongly flagged", "139", KINDS["said"]]


@pytest.mark.parametrize("slug", [study.slug for study in load_studies()])
def test_titles_that_ask_something_get_no_second_mark(slug):
    assert second_stops(show_numbers(open_study(slug)).screen["html"]) == []


def test_every_caveat_and_every_source_is_there_once(published):
    soup = soup_of(show_numbers(published))
    text = text_of(soup)
    for note in {note for one in published.numbers.values() for note in one.notes}:
        assert text.count(note) == 1
    links = [link["href"] for link in soup.find_all("a")]
    assert links
    assert len(links) == len(set(links))


def test_a_comparison_shows_its_chart_sentence_and_notes(published):
    bridge = show_comparison(published, amsterdam.gaps)
    finding = amsterdam.gaps(published.numbers)
    soup = soup_of(bridge)
    assert soup.figcaption.get_text(strip=True) == finding.sentence
    assert finding.notes[0] in text_of(soup)
    assert list(bridge.screen["figures"]) == ["amsterdam-wrong-flags-gaps"]
    assert soup.find(class_="toolkit-origin") is None


def test_the_numbers_come_as_a_file_from_the_chart_they_belong_to(published, monkeypatch):
    bridge = show_comparison(published, amsterdam.gaps)
    sent = []
    monkeypatch.setattr(bridge, "send", sent.append)
    for chart in ("another-chart", "amsterdam-wrong-flags-gaps"):
        send(bridge, kind="action", name="numbers", value=chart)
    files = [message for message in sent if message["kind"] == "download"]
    assert [file["name"] for file in files] == ["amsterdam-wrong-flags-gaps.csv"]


def test_a_control_changes_the_finding_and_the_new_sentence_is_announced(published, monkeypatch):
    def find(numbers, *, people):
        return Finding("T", f"With {people}.", "Row", ("a",), (Series("S", (people,)),))

    bridge = show_what_if(published, Slider("people", label="How many?", start=10), find=find)
    assert "With 10." in text_of(soup_of(bridge))
    sent = []
    monkeypatch.setattr(bridge, "send", sent.append)
    send(bridge, kind="change", name="people", value="40", keep=True)
    assert "With 40." in text_of(soup_of(bridge))
    assert [m["text"] for m in sent if m["kind"] == "announce"] == ["With 40."]


def test_text_of_the_data_is_shown_and_not_obeyed(published):
    one = SimpleNamespace(
        label="<b>", figure="1", behind="2", kind="said", who="", notes=("<i>",), sources=()
    )
    numbers = {"a": one}
    object.__setattr__(published, "numbers", numbers)
    soup = soup_of(show_numbers(published))
    assert soup.find(["b", "i"]) is None


def test_sums_of_different_kinds_have_a_table_and_no_chart():
    derby_forecast = open_study("derby-forecast")
    bridge = show_sums(derby_forecast, derby.if_all_were_true)
    finding = derby.if_all_were_true(derby_forecast.numbers)
    soup = soup_of(bridge)
    assert bridge.screen["figures"] == {}
    assert finding.sentence in text_of(soup)
    assert len(soup.tbody.find_all("tr")) == len(finding.rows)


def test_a_notebook_leads_to_its_case_studies(published):
    links = {a["href"]: a.get_text() for a in soup_of(show_numbers(published)).find_all("a")}
    address = "../explore-case-studies.ipynb#case=nl-amsterdam-smart-check"
    assert links[address].startswith("Amsterdam Smart Check")


def test_a_case_study_leads_to_the_notebooks_about_it():
    case = show_case_study("nl-amsterdam-smart-check")
    links = [a["href"] for a in BeautifulSoup(case.html, "html.parser").find_all("a")]
    assert "../notebooks/in-depth/amsterdam-wrong-flags.ipynb" in links


def test_a_notebook_that_is_not_there_is_told_with_the_nearest_one():
    with pytest.raises(LookupError, match="did you mean 'derby-forecast'"):
        open_study("derby-forcast")


def test_it_says_that_nobody_reviewed_it_and_that_there_is_a_right_of_reply(published):
    text = text_of(soup_of(show_numbers(published)))
    assert "Written on 22 November 2026. No person has reviewed this page yet." in text
    assert "you have a right of reply" in text
