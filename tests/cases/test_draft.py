"""A draft and a notebook say the same, each in its own way."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source import ROOT
from tiny_case import WORDS, body, facts, notebook

from toolkit.cases.check import case_problems
from toolkit.cases.draft import facts_of, keys_of, name_of, texts_of, values_of
from toolkit.cases.writing import draft_notebook
from toolkit.frontmatter import read_notebook

CASES = sorted((ROOT / "casestudies").glob("*.ipynb"))
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_shipped_case_comes_through_the_form_without_a_word_lost(path: Path) -> None:
    shipped = read_notebook(path)
    _, again = draft_notebook(values_of(shipped), shipped.slug)
    assert without_empty(again.front_matter) == without_empty(shipped.front_matter)
    assert again.text == shipped.text


def without_empty(value: Any) -> Any:
    """Leave out what is not known, and take a year that was written as a number as its text."""
    if isinstance(value, dict):
        said = {name: without_empty(part) for name, part in value.items()}
        return {name: part for name, part in said.items() if part not in (None, [])}
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value if isinstance(value, bool) or value is None else str(value)


def test_an_empty_draft_says_nothing_but_its_kind() -> None:
    assert facts_of({}) == {"kind": "case-study"}
    assert set(texts_of({}).values()) == {""}


@pytest.mark.parametrize(("typed", "value"), [
    ("12", 12), (" 1,200 ", 1200), ("-2.63", -2.63), ("39%", "39%"), ("nan", "nan"),
    ("1e3", "1e3"), ("1,2", "1,2"), ("about 5", "about 5"),
])  # fmt: skip
def test_a_number_is_read_as_people_write_it_and_otherwise_left_for_the_schema(
    typed: str, value: object
) -> None:
    assert facts_of({"year_start": typed})["year_start"] == value


def test_an_outcome_without_a_number_says_that_there_is_none() -> None:
    draft = {"outcomes": ["a"], "outcomes.a.measure": "Trust", "outcomes.a.value": " "}
    assert facts_of(draft)["outcomes"] == [{"measure": "Trust", "value": None}]


def test_a_source_is_named_by_its_place_wherever_it_moves() -> None:
    draft = {"lessons": ["x"], "lessons.x.source": "b", "sources.b.title": "B"}
    first = facts_of({**draft, "sources": ["b", "a"]})
    second = facts_of({**draft, "sources": ["a", "b"]})
    assert (first["lessons"], second["lessons"]) == ([{"source": 1}], [{"source": 2}])
    assert second["sources"] == [{"id": 1}, {"id": 2, "title": "B"}]


def test_a_source_that_is_not_there_is_left_for_the_rules_to_tell() -> None:
    assert facts_of({"lessons": ["x"], "lessons.x.source": "7"})["lessons"] == [{"source": 7}]


def test_not_known_is_no_answer_for_membership() -> None:
    assert facts_of({"ccin_member": "yes"})["ccin_member"] is True
    assert "ccin_member" not in facts_of({"ccin_member": "not known"})


def test_a_line_is_one_line_however_it_was_typed() -> None:
    assert facts_of({"title": " One\n  line "})["title"] == "One line"


def test_a_kept_key_that_comes_twice_or_is_no_list_does_no_harm() -> None:
    assert keys_of({"sources": ["a", "a", 3]}, "sources") == ["a", "3"]
    assert keys_of({"sources": "a"}, "sources") == []


@pytest.mark.parametrize(("path", "name"), [
    (("outcomes", 1, "kind"), "outcomes.b.kind"), (("questions", 0), "questions.q"),
    (("teaches", 0), "teaches"), (("ethics", "bias"), "ethics.bias"), (("title",), "title"),
    (("outcomes", 9, "kind"), "outcomes"), (("text", "Evidence"), "text.evidence"), ((), ""),
])  # fmt: skip
def test_a_problem_finds_its_field(path: tuple[str | int, ...], name: str) -> None:
    assert name_of(path, {"outcomes": ["a", "b"], "questions": ["q"], "teaches": ["x"]}) == name


@pytest.mark.parametrize("broken", [7, "text", [1, "two"], {"a": 1}, [{"id": [1]}], None])
@pytest.mark.parametrize("field", ["sources", "outcomes", "teaches", "title", "ethics", "authors"])
def test_a_notebook_with_mistakes_can_be_loaded_to_be_put_right(field: str, broken: object) -> None:
    values = values_of(notebook("tea", body(), **{field: broken}))
    draft_notebook(values, "tea")  # raises nothing
    assert values["place"] == "Alderwick"


def test_every_problem_of_a_broken_draft_names_a_field_of_the_form() -> None:
    draft = {**values_of(notebook()), "status": "pilto", "sources.1.url": "ftp:x", "summary": "a"}
    _, made = draft_notebook(draft, "tea")
    found = {name_of(problem.path, draft) for problem in case_problems(made, WORDS, today=TODAY)}
    assert found == {"status", "sources.1.url", "summary"}


def test_every_required_fact_is_asked_for() -> None:
    _, made = draft_notebook({}, "tea")
    missing = {problem.path[0] for problem in case_problems(made, WORDS, today=TODAY)}
    assert set(facts()) - {"kind", "year_start"} <= missing


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_makes_a_notebook_that_can_be_read(typed: str) -> None:
    names = ("title", "notes", "text.evidence", "authors.1", "sources.1.url", "status")
    draft = {**values_of(notebook()), **dict.fromkeys(names, typed), "notes": f"{typed}\ud83d"}
    text, made = draft_notebook(draft, "tea")
    assert text.encode()
    assert made.front_matter["place"] == "Alderwick"
