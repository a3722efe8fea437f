"""The command line: what it offers, how it ends, what it says about bad input."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.assessment.instrument import load_instrument
from toolkit.progress import ProgressFile, write_progress
from toolkit.serving.cli import main

COMMANDS = (
    "serve", "check", "new", "assess", "group", "register", "compare", "diff", "fields", "export",
    "import-surveyjs",
)  # fmt: skip


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A file of saved answers with nothing answered yet."""
    instrument = load_instrument("readiness")
    path = tmp_path / "answers.json"
    saved = ProgressFile("readiness", instrument.version, {}, "2026-11-22")
    path.write_text(write_progress(saved), encoding="utf-8")
    return path


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if not re.search(rf"\n    {name}\s", shown)] == []


def test_the_module_is_the_command(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--help"], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stdout.startswith("usage: toolkit ")


def test_help_loads_neither_the_server_nor_the_tables(root: Path) -> None:
    code = (
        "import contextlib, sys\n"
        "from toolkit.serving.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "print([name for name in ('voila', 'tornado', 'pandas', 'numpy', 'plotly') "
        "if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("typed", [[], ["sevre"], ["serve", "--port", "99999"], ["assess"]])
def test_wrong_use_ends_with_two(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: toolkit")


@pytest.fixture
def council(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the templates and nothing else, as the working folder."""
    folder = tmp_path / "council"
    for name in ("data/vocabulary.yaml", "data/identity.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, folder / name)
    shutil.copytree(root / "data" / "schemas", folder / "data" / "schemas")
    for name in ("casestudies", "notebooks/lessons"):
        (folder / name).mkdir(parents=True)
        shutil.copy(root / name / "_template.ipynb", folder / name)
    monkeypatch.chdir(folder)
    return folder


def test_the_content_we_ship_has_no_problems(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith(" files checked: none with problems.\n")


def test_every_broken_file_is_told_and_ends_with_one(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "data" / "instruments").mkdir()
    for name in ("one", "two"):
        path = council / "data" / "instruments" / f"{name}.yaml"
        path.write_text("id: x\nid: y\n", encoding="utf-8")
    assert main(["check", "data"]) == 1
    shown = capsys.readouterr().out
    assert "data/instruments/one.yaml has 1 problem:\n  - line 2: 'id' is written twice" in shown
    assert "data/instruments/two.yaml has 1 problem:\n" in shown
    assert shown.endswith("4 files checked: 2 with problems.\n")


def test_a_file_named_twice_is_checked_once(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "data", "data/vocabulary.yaml"]) == 0
    assert capsys.readouterr().out.endswith("\n2 files checked: none with problems.\n")


@pytest.mark.parametrize("path", ["nowhere", "data/schemas"])
def test_what_cannot_be_checked_is_wrong_use(council: Path, path: str) -> None:
    assert main(["check", path]) == 2


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("case", "casestudies/leeds-helper.ipynb"),
        ("lesson", "notebooks/lessons/01-leeds-helper.ipynb"),
    ],
)
def test_new_content_is_a_file_in_its_place(
    council: Path, capsys: pytest.CaptureFixture[str], kind: str, expected: str
) -> None:
    assert main(["new", kind, "leeds-helper"]) == 0
    assert (council / expected).is_file()
    assert expected in capsys.readouterr().out.replace("\\", "/")


@pytest.mark.parametrize("slug", ["Leeds Helper", "../leeds", "_template"])
def test_a_name_that_cannot_be_used_is_refused(
    council: Path, capsys: pytest.CaptureFixture[str], slug: str
) -> None:
    before = sorted(council.rglob("*"))
    assert main(["new", "case", slug]) == 1
    assert "cannot be part of an address" in capsys.readouterr().err
    assert sorted(council.rglob("*")) == before


def test_what_is_there_is_never_written_over(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "casestudies" / "mine.ipynb").write_text("precious", encoding="utf-8")
    assert main(["new", "case", "mine"]) == 1
    assert "is taken" in capsys.readouterr().err
    assert (council / "casestudies" / "mine.ipynb").read_text(encoding="utf-8") == "precious"


def test_a_report_is_printed_with_its_date(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", "readiness", str(answers), "--on", "2026-11-22"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"# {load_instrument('readiness').title}\n")
    assert "22 November 2026" in shown


def test_a_report_is_written_in_the_form_its_name_asks_for(answers: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert main(["assess", "readiness", str(answers), "--report", str(report)]) == 0
    assert json.loads(report.read_text(encoding="utf-8"))["document"] == "readiness"


def test_the_form_that_is_asked_for_outright_wins(answers: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    typed = ["assess", "readiness", str(answers), "--report", str(report), "--format", "markdown"]
    assert main(typed) == 0
    assert report.read_text(encoding="utf-8").startswith("# ")


def test_an_instrument_can_be_named_by_its_file(
    answers: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "data" / "instruments" / "readiness.yaml"
    assert main(["assess", str(path), str(answers)]) == 0
    assert capsys.readouterr().out.startswith("# ")


def test_a_damaged_file_ends_with_one_and_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.json"
    path.write_text("{", encoding="utf-8")
    assert main(["assess", "readiness", str(path)]) == 1
    assert "answers.json has 1 problem:" in capsys.readouterr().err


def test_a_file_that_is_not_text_ends_with_one_and_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(b"PK\x03\x04\xff\xfe")
    assert main(["assess", "readiness", str(path)]) == 1
    assert "is not text; choose the file that the page saved" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("instrument", "file", "said"),
    [
        ("readines", "answers.json", "did you mean 'readiness'?"),
        ("readiness", "none.json", "There is no file '"),
        ("none.yaml", "answers.json", "There is no file 'none.yaml'"),
    ],
)
def test_a_wrong_name_is_told_in_one_plain_message(
    answers: Path, capsys: pytest.CaptureFixture[str], instrument: str, file: str, said: str
) -> None:
    assert main(["assess", instrument, str(answers.parent / file)]) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert "Traceback" not in shown


def test_a_date_that_is_none_is_refused(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["assess", "readiness", str(answers), "--on", "soon"])
    assert "write a date like 2026-11-22" in capsys.readouterr().err


def test_the_catalogue_is_written_out_and_a_broken_case_is_told(
    council: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(root / "casestudies" / "telford-ask-tom.ipynb", council / "casestudies")
    assert main(["export", "cases", "out/cases"]) == 0
    assert capsys.readouterr().out == "Written to out/cases: 1 case study in 11 files.\n"
    assert json.loads((council / "out/cases/cases.json").read_text("utf-8"))["cases"][0][
        "slug"
    ] == ("telford-ask-tom")
    (council / "casestudies" / "broken.ipynb").write_text("{", encoding="utf-8")
    assert main(["export", "cases", "out/cases"]) == 1
    assert "broken.ipynb has 1 problem" in capsys.readouterr().err


def test_diff_says_what_changed_and_fails_where_saved_answers_would_be_lost(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = root / "data" / "instruments" / "readiness.yaml"
    new = tmp_path / "readiness-new.yaml"
    text = old.read_text(encoding="utf-8")
    new.write_text(text.replace("name: Public purpose", "name: Purpose"), encoding="utf-8")
    assert main(["diff", str(old), str(new)]) == 0
    shown = capsys.readouterr().out
    assert "Reworded (1)\n  A1: name\n    was: Public purpose\n    now: Purpose\n" in shown
    new.write_text(text.replace("- id: A5", "- id: A6"), encoding="utf-8")
    assert main(["diff", str(old), str(new)]) == 1
    assert "A5: is gone, and nothing says what becomes of its saved" in capsys.readouterr().out


def test_diff_names_the_file_that_cannot_be_read(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = root / "data" / "instruments" / "readiness.yaml"
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: readiness\n", encoding="utf-8")
    assert main(["diff", str(old), str(broken)]) == 1
    assert f"{broken} has 9 problems" in capsys.readouterr().err


def test_fields_prints_the_guide_that_lies_beside_the_self_assessments(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fields"]) == 0
    guide = root / "data" / "instruments" / "format.md"
    assert guide.read_text(encoding="utf-8") == capsys.readouterr().out, (
        "write it again: python -m toolkit fields > data/instruments/format.md"
    )


@pytest.mark.parametrize(
    ("ending", "start"), [("md", b"# Then and now"), ("html", b"<!doctype"), ("docx", b"PK")]
)
def test_compare_writes_a_report_in_three_forms(
    root: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    then, now = (root / "data" / "examples" / f"{n}.json" for n in ("proposal", "proposal-later"))
    report = tmp_path / f"report.{ending}"
    assert main(["compare", str(then), str(now), "--report", str(report)]) == 0
    assert report.read_bytes().startswith(start)


def test_compare_prints_what_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    then, now = (root / "data" / "examples" / f"{n}.json" for n in ("proposal", "proposal-later"))
    assert main(["compare", str(then), str(now), "--on", "2026-11-22"]) == 0
    shown = capsys.readouterr().out
    assert "Outcome then: ‘Do not proceed as described’." in shown
    assert "Fenmoor Council is made up" in shown


def test_compare_refuses_files_of_two_assessments(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    then, now = (root / "data" / "examples" / f"{n}.json" for n in ("proposal", "readiness"))
    assert main(["compare", str(then), str(now)]) == 1
    assert "belongs to ‘readiness’, not to ‘proposal’" in capsys.readouterr().err


def test_a_report_on_a_worked_example_says_that_it_is_made_up(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = root / "data" / "examples" / "readiness.json"
    for form in ("markdown", "json"):
        assert main(["assess", "readiness", str(example), "--format", form]) == 0
        assert "Fenmoor Council is made up" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["assess", "nope.yaml", "a.json"], "There is no file 'nope.yaml'."),
        (["assess", "proposal", "nope.json"], "There is no file 'nope.json'."),
        (["assess", "proposal", "nowhere/a.json"], "There is no folder 'nowhere'."),
        (["compare", "a.json", "a.json", "--instrument", "nope.yaml"], "no file 'nope.yaml'."),
        (["compare", "nope.json", "a.json"], "There is no file 'nope.json'."),
        (["group", "proposal", "nowhere"], "There is no file or folder 'nowhere'."),
        (["group", "nope.yaml", "."], "There is no file 'nope.yaml'."),
        (["register", "nowhere"], "There is no folder 'nowhere'."),
        (["diff", "nope.yaml", "nope.yaml"], "There is no file 'nope.yaml'."),
        (["import", "nope.csv"], "There is no file 'nope.csv'."),
        (["import-surveyjs", "nope.json", "-o", "new.yaml"], "There is no file 'nope.json'."),
    ],
)
def test_what_is_not_there_is_named_and_is_wrong_use(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text("{}", encoding="utf-8")
    assert main(typed) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["assess", "compare", "diff", "group", "register", "import", "import-surveyjs",
                "export"],
)  # fmt: skip
def test_help_says_how_a_command_ends(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    shown = capsys.readouterr().out
    assert "exit codes:\n  0  " in shown
    assert "\n  2  wrong use: no" in shown


def test_a_report_for_a_missing_folder_names_the_folder(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = root / "data" / "examples" / "proposal.json"
    report = tmp_path / "nowhere" / "report.md"
    assert main(["assess", "proposal", str(example), "--report", str(report)]) == 2
    assert f"There is no folder '{report.parent}'." in capsys.readouterr().err


def test_diff_refuses_two_different_self_assessments(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (root / "data" / "instruments" / f"{n}.yaml" for n in ("proposal", "readiness"))
    assert main(["diff", str(old), str(new)]) == 2
    told = capsys.readouterr()
    assert "two different self-assessments" in told.err
    assert not told.out


def test_compare_takes_tables_of_answers_as_well(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    then, now = (root / "data" / "examples" / f"{n}.json" for n in ("proposal", "proposal-later"))
    table = tmp_path / "then.csv"
    assert main(["assess", "proposal", str(then), "--report", str(table)]) == 0
    assert main(["compare", str(table), str(now), "--on", "2026-11-22"]) == 0
    from_table = capsys.readouterr().out
    assert "Outcome then: ‘Do not proceed as described’." in from_table
    assert "then.csv" in from_table
    assert main(["compare", str(then), str(table)]) == 0
    assert "no answer changed" in capsys.readouterr().out.lower()


def test_a_form_that_the_reports_name_contradicts_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example, report = root / "data" / "examples" / "proposal.json", tmp_path / "x.docx"
    asked = ["assess", "proposal", str(example), "--report", str(report), "--format"]
    assert main([*asked, "html"]) == 2
    assert "The name 'x.docx' says word and --format says html." in capsys.readouterr().err
    assert not report.exists()
    assert main([*asked, "word"]) == 0
