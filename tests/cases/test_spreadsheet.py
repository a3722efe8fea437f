"""Rows of a spreadsheet as drafts."""

import csv
import io
import re

import pytest
from tiny_case import WORDS, facts
from tiny_sheet import TEA, sheet

from toolkit.cases.draft import facts_of, texts_of
from toolkit.cases.field import load_fields
from toolkit.cases.spreadsheet import place_in_row, read_spreadsheet
from toolkit.cases.spreadsheet_columns import columns, name_of_column, spreadsheet_template
from toolkit.errors import Problem


def read(text: str) -> list[list[str]]:
    _, problems = read_spreadsheet(text.encode(), WORDS)
    return [str(problem).split(": ", 1) for problem in problems]


def one(column: str, cell: str) -> tuple[dict[str, object], list[str]]:
    """Return the draft of a row with one cell, and what is odd about that cell."""
    file = io.StringIO()
    csv.writer(file).writerows([["title", column], ["Tea", cell]])
    [row], problems = read_spreadsheet(file.getvalue().encode(), WORDS)
    assert problems == ()
    return dict(row.values), [problem.what for problem in row.problems]


def test_a_case_comes_through_a_row_without_a_word_lost() -> None:
    [row], problems = read_spreadsheet(sheet(TEA), WORDS)
    assert (row.number, row.problems, problems) == (2, (), ())
    assert facts_of(row.values) == facts(summary=TEA["summary"])
    assert texts_of(row.values) == texts_of(TEA)


def test_the_template_holds_a_column_for_every_field_and_no_case() -> None:
    template = spreadsheet_template(WORDS)
    rows, problems = read_spreadsheet(template.encode(), WORDS)
    assert (rows, problems) == ((), ())
    names = {str(name_of_column(column)) for column in columns()}
    asked = {name if name.startswith("text.") else name.partition(".")[0] for name in names}
    assert asked == {*load_fields(), "slug"} - {"adapted_from"}


def test_the_template_says_which_words_may_be_used() -> None:
    [headings, hints, words] = csv.reader(io.StringIO(spreadsheet_template(WORDS)[1:]))
    status = headings.index("status")
    assert hints[status].startswith("Where it stands.")
    assert words[status] == "Use: live, pilot, scaled, stopped, cancelled, contested"


@pytest.mark.parametrize("cell", ["pilot", "PILOT", "Being tried", "“pilot”"])
def test_a_word_may_be_written_as_people_read_it(cell: str) -> None:
    assert one("status", cell)[0]["status"] == "pilot"


def test_an_unknown_word_is_left_for_the_rules_to_tell() -> None:
    assert one("status", "pilto")[0]["status"] == "pilto"


def test_several_things_stand_on_lines_or_are_parted_by_a_bar() -> None:
    values, _ = one("questions", "Who pours?\nWho stops it? | Who pays?")
    assert facts_of(values)["questions"] == ["Who pours?", "Who stops it?", "Who pays?"]


def test_true_is_yes_as_excel_writes_it() -> None:
    assert facts_of(one("ccin_member", "TRUE")[0])["ccin_member"] is True


def test_numbered_columns_make_rows_in_their_order_whatever_theirs_is() -> None:
    text = "sources 10 title,sources 2 title,lessons 1 source\nTen,Two,10\n"
    [row], _ = read_spreadsheet(text.encode(), WORDS)
    found = facts_of(row.values)
    assert found["sources"] == [{"id": 1, "title": "Two"}, {"id": 2, "title": "Ten"}]
    assert found["lessons"] == [{"source": 2}]


def test_a_date_that_was_turned_is_told() -> None:
    values, odd = one("published", "12/03/2024")
    assert facts_of(values)["published"] == "2024-03-12"
    assert odd == ["'12/03/2024' was read as 2024-03-12"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [("22/05/2027", "2027-05-22"), ("13.12.2024", "2024-12-13"), ("12 March 2024", "2024-03-12")],
)
def test_a_date_that_can_be_read_in_one_way_only_needs_no_second_look(cell: str, read: str) -> None:
    values, odd = one("published", cell)
    assert facts_of(values)["published"] == read
    assert odd == []


def test_no_hint_of_the_template_has_two_points_in_a_row() -> None:
    [_, hints, _] = csv.reader(io.StringIO(spreadsheet_template(WORDS)[1:]))
    assert [hint for hint in hints if re.search(r"[?.!]\s*\.", hint)] == []


@pytest.mark.parametrize("cell", ["=HYPERLINK(A1)", "#REF!", "#N/A", "@SUM(A1)"])
def test_a_formula_or_its_error_is_not_taken_for_text(cell: str) -> None:
    assert one("place", cell)[1] == [f"'{cell}' is a formula or its error"]


def test_text_that_only_looks_a_little_like_a_formula_is_text() -> None:
    assert one("place", "- a dash, +44 and @home #1")[1] == []


def test_damaged_letters_are_noticed() -> None:
    [what] = one("place", "the clubâ€™s room")[1]
    assert what.startswith("has damaged letters, near 'the clubâ€")


def test_a_heading_that_is_misspelt_or_twice_or_missing_is_told() -> None:
    assert read("titel,place,place,\nTea,Leeds,Leeds,x\n") == [
        ["column 'titel'", "is not one we know; did you mean 'title'?"],
        ["column 'place'", "is there twice; remove one"],
        ["column 4", "has no heading; write one in row 1"],
    ]


def test_an_empty_column_without_heading_does_no_harm() -> None:
    assert read("title,,\nTea,,\n") == []


def test_a_row_with_more_cells_than_columns_is_told() -> None:
    [row], _ = read_spreadsheet(b"title,place\nTea,Leeds,Yorkshire\n", WORDS)
    assert [str(problem) for problem in row.problems] == [
        "row 2: has 3 cells for 2 columns; put text that holds a comma in quotes"
    ]


@pytest.mark.parametrize(("path", "where"), [
    (("outcomes", 0, "kind"), "row 2, column 'outcomes 1 kind'"),
    (("questions", 1), "row 2, column 'questions'"),
    (("sources",), "row 2, column 'sources 1 title'"),
    (("reviewed",), "row 2, column 'reviewed on'"), (("ethics",), "row 2, column 'ethics bias'"),
    (("sources", 0), "row 2, column 'sources 1 title'"),
    (("title",), "row 2, column 'title'"), (("slug",), "row 2, column 'file name'"),
    (("reviewed", "on"), "row 2, column 'reviewed on'"),
    (("text", "Evidence"), "row 2, column 'Evidence', sentence 1"),
])  # fmt: skip
def test_a_problem_names_row_and_column(path: tuple[str | int, ...], where: str) -> None:
    [row], _ = read_spreadsheet(sheet(TEA), WORDS)
    assert place_in_row(row, Problem("sentence 1", "is wrong", path=path)).where == where
