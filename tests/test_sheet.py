import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ContentError
from toolkit.sheet import as_sheet, read_sheet

CELLS = st.text() | st.sampled_from(
    ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'quoted'", "''", "＝1", "🫖", '"']
)


def first_cell(text):
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))[1][0]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_every_table_reads_back_exactly(rows):
    found = read_sheet(as_sheet(["one", "two"], rows))
    assert [(row["one"], row["two"]) for row in found] == rows


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "＠A1"])
def test_no_cell_begins_as_a_formula_does(cell):
    assert first_cell(as_sheet(["note"], [[cell]])) == f"'{cell}"


def test_other_cells_are_left_as_they_are():
    assert as_sheet(["a", "b"], [["1-2", "x = y"]]) == "\ufeffa,b\r\n1-2,x = y\r\n"


def test_excel_is_told_that_it_is_utf_8():
    assert as_sheet(["café"], []).encode().startswith(b"\xef\xbb\xbfcaf\xc3\xa9")


def test_a_file_saved_again_without_the_mark_is_read_too():
    assert read_sheet("a,b\n1,2\n\n") == ({"a": "1", "b": "2"},)


def test_a_note_of_half_a_million_characters_is_read():
    assert read_sheet(as_sheet(["note"], [["x" * 500_000]]))[0]["note"] == "x" * 500_000


def test_rows_that_do_not_fit_are_all_named():
    with pytest.raises(ContentError) as refused:
        read_sheet("a,b\n1\n1,2\n1,2,3\n", "mine.csv")
    assert [str(problem) for problem in refused.value.problems] == [
        "row 2: has 1 cells, but there are 2 columns",
        "row 4: has 3 cells, but there are 2 columns",
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", 'a\n"open'])
def test_what_is_no_table_is_refused(text):
    with pytest.raises(ContentError, match="mine.csv has 1 problem"):
        read_sheet(text, "mine.csv")
