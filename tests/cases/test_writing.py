"""A finished draft is a notebook like any other."""

import json
from datetime import date
from pathlib import Path

import nbformat
import pytest
from tiny_case import SOURCES, WORDS, case, facts, notebook

from toolkit.cases.check import case_problems
from toolkit.cases.draft import values_of
from toolkit.cases.notebook import parse_case_study
from toolkit.cases.text import HEADINGS
from toolkit.cases.writing import draft_notebook, notebook_text, proposed_slug
from toolkit.frontmatter import parse_notebook
from toolkit.slug import slug_problems

TODAY = date(2026, 6, 1)


def written(slug: str = "tea", **texts: str) -> str:
    below = {**dict.fromkeys(HEADINGS, "Text."), "What happened": "It happened [1].", **texts}
    return notebook_text(facts(), below, slug)


def test_it_is_accepted_unchanged_and_read_as_the_same_case() -> None:
    made = parse_notebook(written(), Path("casestudies") / "tea.ipynb")
    assert case_problems(made, WORDS, today=TODAY) == []
    assert parse_case_study(made, WORDS) == case("tea")


def test_it_is_the_file_that_jupyterlab_would_save() -> None:
    text = written()
    raw = json.loads(text)
    nbformat.validate(raw)
    assert text == json.dumps(raw, indent=1, ensure_ascii=False) + "\n"


def test_the_sources_are_listed_whatever_was_typed_below_the_heading() -> None:
    made = parse_notebook(written(Sources="None."), Path("tea.ipynb"))
    assert made.text.endswith(f"## Sources\n\n{SOURCES}")


def test_the_questions_are_listed_where_nothing_else_is_written() -> None:
    empty = parse_notebook(written(**{"What a council should ask": ""}), Path("tea.ipynb"))
    assert "## What a council should ask\n\n- Who pours?\n- Who stops it?" in empty.text
    assert "- Who pours?" not in parse_notebook(written(), Path("tea.ipynb")).text


def test_a_name_with_quotation_marks_cannot_become_code() -> None:
    made = parse_notebook(written('a") or print("'), Path("tea.ipynb"))
    [_, shown] = [cell.source for cell in made.cells if cell.kind == "code"]
    assert shown == r'show_case_study("a\") or print(\"")'


def test_text_that_looks_like_front_matter_stays_text() -> None:
    values = {**values_of(notebook()), "notes": "---\nkind: app", "problem": "a: b # c"}
    _, made = draft_notebook(values, "tea")
    assert made.front_matter["notes"] == "--- kind: app"
    assert made.front_matter["problem"] == "a: b # c"


@pytest.mark.parametrize(("organisation", "title", "slug"), [
    ("Wigan Council", "Staff try note-taking software", "wigan-staff-try-note-taking-software"),
    ("", "Ynys Môn’s café", "ynys-mon-cafe"), ("Telford", "", "my-case"),
    ("A", "word " * 20, "a-word-word-word-word-word-word-word-word-word"),
    ("", "x" * 80, "x" * 50), ("", "日本", "my-case"),
])  # fmt: skip
def test_a_file_gets_a_name_that_fits_an_address(organisation: str, title: str, slug: str) -> None:
    proposed = proposed_slug({"organisation": organisation, "title": title})
    assert proposed == slug
    assert slug_problems(proposed) == []


@pytest.mark.parametrize("slug", ["", "Our Tea", "tea_club", "../tea", "-tea", "_other"])
def test_a_name_that_fits_no_address_is_refused(slug: str) -> None:
    [problem] = slug_problems(slug)
    assert (problem.where, problem.path) == ("file name", ("slug",))


def test_a_name_that_is_taken_is_refused() -> None:
    [problem] = slug_problems("tea", {"tea"})
    assert problem.what == "'tea' is taken"
    assert slug_problems("coffee", {"tea"}) == []
