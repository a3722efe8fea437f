"""Case studies read from their notebooks."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from tiny_case import FACTS, body, case, facts, notebook_text

from toolkit.cases.facts import Lesson, Review
from toolkit.cases.notebook import read_case_study
from toolkit.errors import ContentError


def test_a_case_has_its_facts_as_frozen_parts() -> None:
    found = case()
    assert found.lessons == (Lesson("Boil water first.", "source", 1),)
    assert found.reviewed == Review(date(2026, 1, 1), "not reviewed by a person")
    assert found.sources[0].date == "2025-03"


def test_a_fact_left_empty_is_not_known() -> None:
    source = {**FACTS["sources"][0]}
    found = case(vendor=None, sources=[source])
    assert found.vendor is None
    assert found.ccin_member is None
    assert found.mitigations == ()


def test_a_year_may_be_written_as_a_number() -> None:
    source = {**FACTS["sources"][0], "date": 2025}
    line = "1. Minutes of the club. The club, 2025. <https://example.org/minutes>"
    assert case(cells=body(Sources=line), sources=[source]).sources[0].date == "2025"


def test_a_case_keeps_its_text_by_heading() -> None:
    assert case().sections[0] == ("What happened", "It happened [1].")
    assert len(case().sections) == 9


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "tea.ipynb"
    front = facts(status="pilto", summary=None)
    path.write_text(notebook_text(front, body(Evidence="So they say [7].")), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_case_study(path)
    assert [str(problem) for problem in caught.value.problems] == [
        "summary: missing; say in 40 to 80 words what happened and how we know",
        "status: 'pilto' is not one of the words used here; did you mean 'pilot'?",
        "[7] in the text: has no source; add the source or correct it",
    ]


def test_a_long_sentence_is_for_the_editor_and_keeps_no_case_from_being_read() -> None:
    text = "word " * 40 + "."
    assert case(cells=body(Evidence=text)).slug == "tea"


@pytest.mark.parametrize("strange", [
    0, -1, 1e308, "", "x" * 5000, "2026-13-45", "\u202e\x00", [], [[]], [{}], {}, {"id": {}}, True,
], ids=repr)  # fmt: skip
@pytest.mark.parametrize("field", FACTS)
def test_whatever_a_field_holds_the_case_is_read_or_refused_with_reasons(
    field: str, strange: object
) -> None:
    with suppress(ContentError):  # and nothing else
        assert case(**{field: strange}).slug == "tea"


def test_nothing_in_a_notebook_is_ever_run(tmp_path: Path) -> None:
    path = tmp_path / "tea.ipynb"
    yaml = "title: !!python/object/apply:os.system ['touch " + str(tmp_path / "ran") + "']"
    text = notebook_text({}, body()).replace("{}", yaml, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError):
        read_case_study(path)
    assert not (tmp_path / "ran").exists()
