"""What a case study still has from its template."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tiny_case import FACTS, body, notebook

from toolkit.cases.leftover import template_problems
from toolkit.frontmatter import Notebook, read_notebook


@pytest.fixture(scope="module")
def template() -> Notebook:
    """The template of the repository."""
    path = Path(__file__).parents[2] / "casestudies" / "_template.ipynb"
    return read_notebook(path)


def told(made: Notebook) -> list[tuple[str, bool]]:
    return [(problem.where, problem.warning) for problem in template_problems(made)]


def test_a_case_in_its_own_words_has_nothing_left() -> None:
    assert told(notebook()) == []


def test_a_template_that_nobody_filled_in_is_told_field_by_field(template: Notebook) -> None:
    facts = {name: value for name, value in template.front_matter.items() if name != "fictional"}
    found = told(replace(template, path=Path("tea.ipynb"), front_matter=facts))
    assert {
        "title", "summary", "problem", "outcomes, item 1, measure", "outcomes, item 2, text",
        "risks_or_harms, item 1", "lessons, item 2, text", "ccin_principles, item 1, met",
        "data_used, item 1, gaps", "questions, item 1", "sources, item 1, url",
        "not_verified, item 1", "authors, item 1", "section 'What happened'",
        "section 'What a council should ask'",
    } <= {where for where, warning in found if not warning}  # fmt: skip
    assert [where for where, warning in found if warning] == ["rights_confirmed_by"]


def test_plain_answers_are_no_advice(template: Notebook) -> None:
    found = {where for where, _ in told(replace(template, path=Path("tea.ipynb")))}
    assert not found & {
        "kind", "country", "status", "ethics, bias", "published", "reviewed, by", "reviewed, on",
        "outcomes, item 1, unit", "outcomes, item 1, kind", "sources, item 1, date",
        "section 'Sources'",
    }  # fmt: skip


def test_in_a_made_up_case_it_is_advice_alone(template: Notebook) -> None:
    found = told(replace(template, path=Path("tea.ipynb")))
    assert found
    assert all(warning for _, warning in found)


def test_the_template_itself_is_as_it_should_be(template: Notebook) -> None:
    assert told(template) == []


@pytest.mark.parametrize(("changes", "where"), [
    ({"problem": "Say what the council  wanted to put right"}, "problem"),
    ({"mitigations": ["Milk.", "Say what was done about it."]}, "mitigations, item 2"),
])  # fmt: skip
def test_advice_is_known_by_its_words_wherever_it_was_moved(
    changes: dict[str, Any], where: str
) -> None:
    assert told(notebook(**changes)) == [(where, False)]


def test_advice_that_is_left_below_an_own_text_is_told() -> None:
    left = "All gained.\n\nName both. If no harm is known,\nsay who would know."
    made = notebook("tea", body(**{"Who gained and who was harmed": left}))
    [problem] = template_problems(made)
    assert problem.path == ("text", "Who gained and who was harmed")


def test_words_of_another_field_are_not_advice() -> None:
    assert told(notebook(problem="Who published it")) == []


@pytest.mark.parametrize("written", ["nobody yet", "Nobody yet."])
def test_rights_that_nobody_confirmed_are_worth_a_second_look(written: str) -> None:
    assert told(notebook(rights_confirmed_by=written)) == [("rights_confirmed_by", True)]
    assert told(notebook(rights_confirmed_by="The clerk")) == []


@pytest.mark.parametrize("broken", [7, None, ["x"], {"a": {"b": {"c": ["d"]}}}])
@pytest.mark.parametrize("field", [*FACTS, "rights_confirmed_by"])
def test_a_field_of_the_wrong_kind_stops_nothing(field: str, broken: Any) -> None:
    list(template_problems(notebook(**{field: broken})))
