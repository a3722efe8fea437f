"""Spreadsheets as notebooks, all or nothing, and never over another file."""

from datetime import date
from pathlib import Path

import pytest
from tiny_case import WORDS, case
from tiny_sheet import TEA, sheet

from toolkit.cases.importing import Imported, read_cases, write_cases
from toolkit.cases.notebook import read_case_study
from toolkit.errors import ContentError

TODAY = date(2026, 6, 1)


def cases(folder: Path, data: bytes, taken: tuple[str, ...] = ()) -> tuple[Imported, ...]:
    path = folder / "cases.csv"
    path.write_bytes(data)
    return read_cases(path, WORDS, taken=taken, today=TODAY)


def told(imported: Imported) -> list[str]:
    return [str(problem) for problem in imported.problems]


def test_a_sound_row_becomes_the_same_case(tmp_path: Path) -> None:
    found = cases(tmp_path, sheet(TEA))
    assert told(found[0]) == []
    [path] = write_cases(found, tmp_path / "new" / "folder")
    made = read_case_study(path, WORDS)
    assert (made.slug, made.outcomes, made.sections) == ("tea", case().outcomes, case().sections)


def test_a_row_without_a_name_gets_one_from_its_title(tmp_path: Path) -> None:
    [found] = cases(tmp_path, sheet({**TEA, "slug": ""}))
    assert found.slug == "alderwick-the-tea-club-tries-a-robot"


def test_a_problem_names_its_row_and_column(tmp_path: Path) -> None:
    found = cases(tmp_path, sheet(TEA, {**TEA, "slug": "two", "status": "pilto"}))
    assert [one.sound for one in found] == [True, False]
    assert told(found[1]) == [
        "row 3, column 'status': 'pilto' is not one of the words used here; did you mean 'pilot'?"
    ]


def test_a_name_that_is_taken_here_or_in_another_row_is_refused(tmp_path: Path) -> None:
    found = cases(tmp_path, sheet(TEA, {**TEA, "slug": "two"}, {**TEA, "slug": "two"}), ("tea",))
    assert [problem.split(";")[0] for one in found for problem in told(one)] == [
        "row 2, column 'file name': 'tea' is taken",
        "row 4, column 'file name': 'two' is the name of another row",
    ]


def test_only_sound_rows_are_written_and_no_file_is_replaced(tmp_path: Path) -> None:
    found = cases(tmp_path, sheet(TEA, {**TEA, "slug": "two", "title": ""}))
    assert [path.name for path in write_cases(found, tmp_path)] == ["tea.ipynb"]
    with pytest.raises(FileExistsError):
        write_cases(found, tmp_path)


@pytest.mark.parametrize("name", ["../tea", "/tea", "a/b", "tea.txt"])
def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path, name: str) -> None:
    [found] = cases(tmp_path, sheet({**TEA, "slug": name}))
    assert not found.sound


@pytest.mark.parametrize(("data", "words"), [
    (b"", "is empty"), (b"title\n\n", "holds no case"), (b"PK\x03\x04", "workbook"),
    (b"titel\nTea\n", "did you mean 'title'?"),
])  # fmt: skip
def test_a_file_that_holds_no_cases_is_told(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(ContentError, match=words.replace("?", r"\?")):
        cases(tmp_path, data)


def test_a_missing_file_or_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="is not there"):
        read_cases(tmp_path / "none.csv", WORDS, taken=(), today=TODAY)
    with pytest.raises(ContentError, match="cannot be read"):
        read_cases(tmp_path, WORDS, taken=(), today=TODAY)
