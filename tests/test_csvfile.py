from datetime import date

import pytest

from toolkit.csvfile import Column, read_rows
from toolkit.errors import ContentError

COLUMNS = (
    Column("id", "string", "A name.", required=True, unique=True),
    Column("kind", "string", "What kind.", enum=("large", "small")),
    Column("homes", "integer", "How many."),
    Column("share", "number", "How much."),
    Column("seen", "boolean", "Whether."),
    Column("on", "date", "When."),
)
HEAD = "id,kind,homes,share,seen,on\n"


@pytest.fixture
def rows(tmp_path):
    def read(text, encoding="utf-8"):
        path = tmp_path / "homes.csv"
        path.write_bytes(text.encode(encoding))
        return read_rows(path, COLUMNS)

    return read


@pytest.fixture
def told(rows):
    def lines(text):
        with pytest.raises(ContentError) as caught:
            rows(text)
        return [str(problem) for problem in caught.value.problems]

    return lines


def test_every_value_comes_in_its_columns_type(rows):
    assert rows(HEAD + "a,large,4,0.5,true,2026-11-30\n") == (
        {"id": "a", "kind": "large", "homes": 4, "share": 0.5, "seen": True,
         "on": date(2026, 11, 30)},
    )  # fmt: skip


def test_an_empty_cell_is_none_and_not_nought(rows):
    assert rows(HEAD + "a,,,,,\n")[0]["homes"] is None


def test_columns_may_stand_in_another_order(rows):
    assert rows("kind,id,homes,share,seen,on\nsmall,a,1,,,\n")[0]["id"] == "a"


def test_text_may_hold_commas_quotes_and_line_breaks(rows):
    assert rows(HEAD + '"a, ""b""\nc",,,,,\n')[0]["id"] == 'a, "b"\nc'


def test_a_mark_that_spreadsheets_put_first_is_passed_over(rows):
    assert rows(HEAD + "a,,,,,\n", encoding="utf-8-sig")[0]["id"] == "a"


def test_empty_lines_are_passed_over_and_rows_still_count_as_a_spreadsheet_does(told):
    assert told(HEAD + "a,,,,,\n\nb,,x,,,\n") == ["row 4, homes: 'x' is not a whole number"]


def test_a_column_that_is_not_described_is_refused_with_the_nearest_name(told):
    assert told("id,kind,homess,homes,share,seen,on\n") == [
        "column 'homess': is not described; describe it in datapackage.yaml, or remove it; "
        "did you mean 'homes'?"
    ]


def test_a_column_that_is_missing_is_told(told):
    assert told("id,kind,homes,share,seen\n") == [
        "column 'on': is missing; add it, or take it out of datapackage.yaml"
    ]


def test_a_column_that_is_there_twice_is_told(told):
    assert told(HEAD.strip() + ",on\n") == ["column 'on': is there twice; remove one"]


def test_an_empty_file_lacks_every_column(told):
    assert len(told("")) == len(COLUMNS)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ("a,large,4.5,,,", "row 2, homes: '4.5' is not a whole number"),
        ("a,large,,half,,", "row 2, share: 'half' is not a number"),
        ("a,large,,nan,,", "row 2, share: 'nan' is not a number"),
        ("a,large,,inf,,", "row 2, share: 'inf' is not a number"),
        ("a,large,,,yes,", "row 2, seen: 'yes' is not true or false"),
        ("a,large,,,,30/11/2026", "row 2, on: '30/11/2026' is not a date such as 2026-11-30"),
        ("a,larg,,,,", "row 2, kind: 'larg' is not one of the words used here; did you mean "
         "'large'?"),
        (",large,,,,", "row 2, id: is empty; fill it in"),
        ("a,large,,", "row 2: has 4 values for 6 columns; put text that holds a comma in quotes"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_with_its_place(told, cells, line):
    assert told(f"{HEAD}{cells}\n") == [line]


def test_every_problem_is_told_at_once(told):
    assert len(told(HEAD + ",large,x,y,z,w\nb,huge,,,,\n")) == 6


def test_a_value_that_may_come_once_and_comes_twice_is_told(told):
    assert told(HEAD + "a,,,,,\na,,,,,\n") == ["column 'id': holds 'a' more than once; keep one"]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ContentError, match="is not there; check its name"):
        read_rows(tmp_path / "none.csv", COLUMNS)


def test_a_file_in_another_encoding_is_told(rows):
    with pytest.raises(ContentError, match="is not UTF-8 text; save as UTF-8"):
        rows(HEAD + "café,,,,,\n", encoding="latin-1")


def test_a_quotation_mark_that_never_ends_is_told(told):
    assert told(HEAD + '"a,,,,,\n')[0].startswith("file: cannot be read as CSV")
