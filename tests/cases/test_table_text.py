"""Tables as spreadsheet programs save them."""

import pytest

from toolkit.cases.table_text import NotATable, read_table

KNOWN = {"title", "place"}.__contains__
TABLE = [(1, ["title", "place"]), (2, ["Tea – “hot”", "Ynys Môn"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_the_same_however_it_was_saved(encoding: str, separator: str) -> None:
    lines = [separator.join(cells) for _, cells in TABLE]
    assert read_table("\r\n".join(lines).encode(encoding), KNOWN) == TABLE


def test_blank_rows_count_and_are_left_out() -> None:
    assert read_table(b"title,place\n,,,\n  \n\xc2\xa0Tea,\n", KNOWN) == [
        (1, ["title", "place"]),
        (4, ["Tea", ""]),
    ]


def test_a_cell_may_hold_lines_and_separators() -> None:
    assert read_table(b'title,place\n"a,\r\nb","c;d"\n', KNOWN)[1] == (2, ["a,\nb", "c;d"])


@pytest.mark.parametrize(("data", "what"), [
    (b"PK\x03\x04....", "is an Excel or LibreOffice workbook"),
    (b"\xd0\xcf\x11\xe0....", "is an old Excel workbook"),
    (b"title\x00\x00", "is not a table saved as text"),
    (b"title\x81\x8d", "is not a table saved as text"),
    (b'title,place\na,"b\nc', "cannot be read after row 1"),
])  # fmt: skip
def test_what_is_no_table_is_told_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(NotATable) as refused:
        read_table(data, KNOWN)
    problem = refused.value.args[0]
    assert problem.what.startswith(what)
    assert problem.remedy


def test_an_empty_file_has_no_rows() -> None:
    assert read_table(b"", KNOWN) == []
