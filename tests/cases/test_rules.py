"""What a case study must be beyond its schema."""

from datetime import date
from typing import Any

import pytest
from tiny_case import FACTS, SOURCES, body, notebook

from toolkit.cases.rules import editing_problems, integrity_problems
from toolkit.vocabulary import load_vocabulary

WORDS = load_vocabulary()
TODAY = date(2026, 6, 1)
SOURCE = FACTS["sources"][0]
LONG = "One " + "word " * 25 + "end."


def integrity(cells: list[str] | None = None, **changes: Any) -> list[str]:
    found = integrity_problems(notebook("tea", cells, **changes), WORDS)
    return [str(problem) for problem in found]


def editing(cells: list[str] | None = None, **changes: Any) -> list[tuple[str, bool]]:
    found = editing_problems(notebook("tea", cells, **changes), WORDS, TODAY)
    return [(str(problem), problem.warning) for problem in found]


def test_a_sound_case_has_no_problem() -> None:
    assert integrity() == []
    assert editing() == []


def test_the_top_heading_is_the_title() -> None:
    assert integrity(body("Another title")) == [
        "first heading: 'Another title' is not the title of the front matter; "
        "write one line '# The tea club tries a robot' and no other with one #"
    ]


def test_a_missing_heading_is_named() -> None:
    cells = [cell for cell in body() if not cell.startswith("## Who decided")]
    assert integrity(cells) == ["heading 'Who decided': missing; add a line '## Who decided'"]


def test_a_misspelt_heading_gets_the_one_that_is_missing() -> None:
    cells = [cell.replace("## Who decided", "## Who decides") for cell in body()]
    assert integrity(cells)[1] == (
        "heading 'Who decides': is not one that case studies have; did you mean 'Who decided'?"
    )


def test_headings_keep_their_order() -> None:
    cells = body()
    cells[2], cells[3] = cells[3], cells[2]
    assert [text.split(":")[0] for text in integrity(cells)] == ["headings"]


def test_a_citation_needs_a_source() -> None:
    assert integrity(body(Evidence="They said so [2].")) == [
        "[2] in the text: has no source; add the source or correct it"
    ]


def test_a_source_needs_a_citation() -> None:
    found = integrity(body(**{"What happened": "It happened."}))
    assert found == ["source 1: is not cited in the text; "
                     "write [1] where the text rests on it, or remove it"]  # fmt: skip


def test_sources_are_numbered_from_1() -> None:
    found = integrity(sources=[{**SOURCE, "id": 2}])
    assert "sources: are numbered [2]; number them 1, 2, 3 in their order" in found


def test_an_outcome_names_a_source_that_is_there() -> None:
    found = integrity(outcomes=[{**FACTS["outcomes"][0], "source": 3}])
    assert found == ["outcomes, item 1, source: there is no source 3; give the number of a source"]


def test_a_number_needs_a_kind_of_evidence() -> None:
    outcome = {name: value for name, value in FACTS["outcomes"][0].items() if name != "kind"}
    [problem] = integrity(outcomes=[outcome])
    assert problem.startswith("outcomes, item 1, kind: missing; say who stands behind it")


def test_the_list_of_sources_says_what_the_front_matter_says() -> None:
    found = integrity(body(Sources="1. Minutes."))
    assert found == [
        f"section 'Sources', source 1: is not listed as in the front matter; write: {SOURCES}"
    ]


def test_the_link_to_a_copy_is_not_shown_anywhere() -> None:
    cells = body(Sources="1. Minutes of the club. The club, 2025-03.",
                 Evidence="See https://example.org/minutes [1].")  # fmt: skip
    [problem] = integrity(cells, sources=[{**SOURCE, "link_ok": False}])
    assert problem.startswith("source 1: has a link in the text, but leads to a copy")


@pytest.mark.parametrize("broken", [7, [1, "two"], {"a": 1}])
@pytest.mark.parametrize("field", ["sources", "outcomes", "lessons", "title", "summary"])
def test_a_field_of_the_wrong_kind_is_reported_and_stops_nothing(field: str, broken: Any) -> None:
    assert [problem for problem in integrity(**{field: broken}) if problem.startswith(field)]
    editing(**{field: broken})  # raises nothing


def test_a_long_sentence_is_advice_however_long_it_is() -> None:
    text = "One " + "word " * 25 + "end. Two " + "word " * 29 + "end."
    split = "; split it; aim for 25 words, and never more than 30"
    assert editing(body(Evidence=text)) == [
        (f"section 'Evidence': sentence 1 ('One word word word word word …') has 27 words{split}",
         True),
        (f"section 'Evidence': sentence 2 ('Two word word word word word …') has 31 words{split}",
         True),
    ]  # fmt: skip


@pytest.mark.parametrize(("changes", "place"), [
    ({"problem": LONG}, "problem"), ({"approach": LONG}, "approach"),
    ({"risks_or_harms": ["Cold tea.", LONG]}, "risks_or_harms, item 2"),
    ({"mitigations": [LONG]}, "mitigations, item 1"),
    ({"questions": ["Who pours?", LONG]}, "questions, item 2"),
    ({"lessons": [{"text": LONG, "flag": "editorial"}]}, "lessons, item 1, text"),
    ({"ethics": {"bias": LONG}}, "ethics, bias"),
])  # fmt: skip
def test_the_prose_of_the_front_matter_is_read_for_long_sentences(
    changes: dict[str, Any], place: str
) -> None:
    [(problem, warning)] = editing(**changes)
    assert problem.startswith(
        f"{place}: sentence 1 ('One word word word word word …') has 27 words"
    )
    assert warning


def test_a_long_name_is_no_long_sentence() -> None:
    assert editing(vendor=LONG) == []


@pytest.mark.parametrize(("text", "kind", "told"), [
    ("The club found that it saved 12 cups.", "self-reported", True),
    ("Found by the club: 12 cups.", "self-reported", True),
    ("No fault was found by the club.", "self-reported", False),
    ("No faults were found.", "self-reported", False),
    ("The club founded a fund.", "self-reported", False),
    ("The auditor found that it saved 12 cups.", "independent-evaluation", False),
])  # fmt: skip
def test_what_the_organisation_says_of_itself_was_said_and_not_found(
    text: str, kind: str, told: bool
) -> None:
    outcome = {**FACTS["outcomes"][0], "text": text, "kind": kind}
    found = editing(outcomes=[outcome])
    assert [problem.startswith("outcomes, item 1, text: says 'found'") and warning
            for problem, warning in found] == [True] * told  # fmt: skip


@pytest.mark.parametrize(("changes", "place"), [
    ({"published": "2026-06-02"}, "published"),
    ({"reviewed": {"on": "2026-06-02", "by": "Ann"}}, "reviewed, on"),
])  # fmt: skip
def test_a_day_that_is_still_to_come_is_worth_a_second_look(
    changes: dict[str, Any], place: str
) -> None:
    assert editing(**changes) == [
        (f"{place}: 2026-06-02 is still to come; check the date; today is 2026-06-01", True)
    ]
    assert editing(published="2026-06-01") == []


def test_a_short_summary_is_worth_a_second_look() -> None:
    assert editing(summary="Too short.") == [("summary: has 2 words; aim for 40 to 80", True)]


def test_a_review_that_is_due_is_a_warning() -> None:
    [(problem, warning)] = editing(review_due="2026-05-31")
    assert problem.startswith("review_due: 2026-05-31 has passed")
    assert warning


def test_a_review_before_publication_is_a_slip() -> None:
    [(problem, warning)] = editing(review_due="2025-12-31")
    assert problem.endswith(
        "is before the day it was published, 2026-01-01; check the year, for example: 2027-06-01"
    )
    assert warning


@pytest.mark.parametrize(("country", "advised"), [("Engalnd", True), ("Netherlands", False)])
def test_a_misspelt_nation_of_the_uk_is_noticed(country: str, advised: bool) -> None:
    assert bool(editing(country=country)) == advised


def test_a_lesson_from_a_source_says_which() -> None:
    [(problem, _)] = editing(lessons=[{"text": "Boil first.", "flag": "source"}])
    assert problem.startswith("lessons, item 1: does not say which source it comes from")


def test_a_heading_without_text_is_not_left_empty() -> None:
    assert editing(body(Evidence="")) == [
        ("section 'Evidence': is empty; write what is known, or 'not known' and who would know",
         False)
    ]  # fmt: skip


def test_a_case_does_not_end_before_it_begins() -> None:
    assert editing(year_start=2024, year_end=2023) == [
        ("year_end: 2023 is before the year it began, 2024; check both years", False)
    ]
    assert editing(year_start=2024, year_end=2024) == []


def test_an_overdue_review_is_told_with_a_date_that_would_do() -> None:
    [(problem, _)] = editing(review_due="2026-05-31")
    assert problem.endswith("set a new date, for example: 2027-06-01")


def test_a_missing_source_is_told_with_an_example() -> None:
    found = integrity(sources=None)
    assert any(text.startswith("sources: missing; enter at least one source, for example: Wigan")
               for text in found)  # fmt: skip


def test_a_problem_in_the_text_names_its_section_for_a_form() -> None:
    made = notebook("tea", body(Evidence="They said so [2]."))
    [problem] = integrity_problems(made, WORDS)
    assert problem.path == ("text", "Evidence")
