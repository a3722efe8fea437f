"""The commands that bring in case studies, and that look after a council's own folder."""

import shutil
from pathlib import Path

import pytest
from tiny_sheet import TEA, sheet

from toolkit.serving.cli import main

SOUND = {**TEA, "slug": "tea", "review_due": "2099-01-01"}


@pytest.fixture
def council(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder as the working folder, and a folder of the council's own beside it."""
    folder = tmp_path / "toolkit"
    (folder / "casestudies").mkdir(parents=True)
    shutil.copytree(root / "data" / "schemas", folder / "data" / "schemas")
    for name in ("data/vocabulary.yaml", "data/identity.yaml", "casestudies/_template.ipynb"):
        shutil.copy(root / name, folder / name)
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("TOOLKIT_ROOT", raising=False)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[a-z]*.ipynb"))


def test_a_template_is_filled_in_and_brought_in(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "case-spreadsheet", "cases"]) == 0
    assert (council / "cases.csv").read_bytes().startswith(b"\xef\xbb\xbffile name,title,")
    (council / "ours.csv").write_bytes(sheet(SOUND, {**SOUND, "slug": "more-tea"}))
    assert main(["import", "ours.csv"]) == 0
    assert names(council / "casestudies") == ["more-tea.ipynb", "tea.ipynb"]
    assert "Written: " in capsys.readouterr().out
    assert main(["check", "casestudies"]) == 0


def test_a_template_never_replaces_a_file(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "cases.csv").write_text("precious", encoding="utf-8")
    assert main(["new", "case-spreadsheet", "cases"]) == 1
    assert "is taken" in capsys.readouterr().err
    assert (council / "cases.csv").read_text(encoding="utf-8") == "precious"


def test_nothing_is_written_where_a_row_has_problems_unless_asked(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "ours.csv").write_bytes(sheet(SOUND, {**SOUND, "slug": "b", "status": "pilto"}))
    assert main(["import", "ours.csv"]) == 1
    said = capsys.readouterr().out
    assert "row 3, column 'status': 'pilto' is not one of the words used here" in said
    assert "Nothing was written: 1 of 2 rows have problems." in said
    assert names(council / "casestudies") == []
    assert main(["import", "ours.csv", "--partly"]) == 1
    assert "Left out: 1 of 2 rows" in capsys.readouterr().out
    assert names(council / "casestudies") == ["tea.ipynb"]


def test_a_second_import_replaces_nothing(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "ours.csv").write_bytes(sheet(SOUND))
    assert main(["import", "ours.csv", "--into", "elsewhere"]) == 0
    before = (council / "elsewhere" / "tea.ipynb").read_bytes()
    assert main(["import", "ours.csv", "--into", "elsewhere"]) == 1
    assert "'tea' is taken" in capsys.readouterr().out
    assert (council / "elsewhere" / "tea.ipynb").read_bytes() == before


def test_a_workbook_is_told_how_to_be_saved(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "cases.xlsx").write_bytes(b"PK\x03\x04")
    assert main(["import", "cases.xlsx"]) == 1
    assert "in Excel choose File, Save As, 'CSV UTF-8'" in capsys.readouterr().err


def test_what_is_new_goes_to_the_councils_own_folder(
    council: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = council.parent / "own"
    monkeypatch.setenv("TOOLKIT_CONTENT", str(own))
    (council / "ours.csv").write_bytes(sheet(SOUND))
    assert main(["import", "ours.csv"]) == 0
    assert main(["new", "case", "by-hand"]) == 0
    assert names(own / "casestudies") == ["by-hand.ipynb", "tea.ipynb"]
    assert names(council / "casestudies") == []
    capsys.readouterr()
    assert main(["check"]) == 0
    assert main(["check", str(own / "casestudies" / "tea.ipynb")]) == 0
    assert capsys.readouterr().out.endswith("1 file checked: none with problems.\n")


def test_the_check_covers_the_councils_own_folder(
    council: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = council.parent / "own" / "casestudies"
    own.mkdir()
    (own / "broken.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.setenv("TOOLKIT_CONTENT", str(own.parent))
    assert main(["check"]) == 1
    assert f"{own.as_posix()}/broken.ipynb has 1 problem:" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["check"], ["serve", "--no-browser"]])
def test_a_folder_that_is_not_there_is_told_at_the_start(
    command: list[str],
    council: Path,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(root / "voila.json", council)
    monkeypatch.setenv("TOOLKIT_ROOT", str(council))
    monkeypatch.setenv("TOOLKIT_CONTENT", "nowhere")
    assert main(command) == 2
    assert "TOOLKIT_CONTENT is 'nowhere', but there is no such folder." in capsys.readouterr().err
