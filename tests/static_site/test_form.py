"""Self-assessments on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from toolkit.assessment.instrument import load_instrument
from toolkit.static_site.form import form_pages
from toolkit.static_site.site import StaticSite

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pages() -> dict[str, html.HtmlElement]:
    site = StaticSite(ROOT, built=date(2026, 11, 22))
    return {page.file: html.document_fromstring(page.html) for page in form_pages(site)}


@pytest.mark.parametrize("name", ["readiness", "proposal"])
def test_a_form_has_every_question_with_every_step_of_its_scale(
    pages: dict[str, html.HtmlElement], name: str
) -> None:
    form, page = load_instrument(name), pages[f"forms/{name}.html"]
    for question in form.questions:
        [section] = page.xpath(f"//section[@id='question-{question.id}']")
        said = section.text_content()
        assert question.text in said
        assert all(choice.text in said for choice in question.choices)
        assert question.why in said
        assert len(section.xpath(".//*[@class='toolkit-paper__notes']")) == 1
        boxes = section.xpath("./ul/li")
        assert len(boxes) == len(question.choices) + 1 + question.not_applicable


def test_a_form_says_how_its_result_is_worked_out(pages: dict[str, html.HtmlElement]) -> None:
    ready, proposal = (
        pages[f"forms/{name}.html"].text_content() for name in ("readiness", "proposal")
    )
    form = load_instrument("readiness")
    assert form.stages is not None
    assert all(stage.title in ready for stage in form.stages.steps)
    assert all(f"Must have: {gate.name}" in ready for gate in form.gates)
    rules = load_instrument("proposal").proposal
    assert rules is not None
    assert all(f"Red line: {line.name}" in proposal for line in rules.red_lines)
    assert all(one.title in proposal for one in rules.outcomes.values())


def test_a_form_works_nothing_out(pages: dict[str, html.HtmlElement]) -> None:
    for page in pages.values():
        assert page.xpath("//main//input | //main//textarea | //main//select") == []
        assert page.xpath("//main//script") == []


def test_the_list_leads_to_every_form(pages: dict[str, html.HtmlElement]) -> None:
    links = pages["forms/index.html"].xpath("//main//li/a/@href")
    assert links == ["#instrument=proposal", "#instrument=readiness"]
