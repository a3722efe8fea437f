"""`toolkit assess`: every report and form, the council's own stage, and how it ends."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from reported import GOOD, loaded

from toolkit.progress import ProgressFile, write_progress
from toolkit.serving.cli import main

ON = ("--on", "2026-11-22")


def saved(folder: Path, slug: str, values: dict[str, str], name: str = "") -> str:
    """Write a file of answers and return its path."""
    kept = {name.replace("__", "."): value for name, value in values.items()}
    path = folder / (name or f"{slug}.json")
    path.write_text(write_progress(ProgressFile(slug, loaded(slug).version, kept)), "utf-8")
    return str(path)


@pytest.fixture
def proposal(tmp_path: Path) -> str:
    """Answers on a proposal that may go ahead."""
    return saved(tmp_path, "proposal", GOOD)


def whole(step: str) -> dict[str, str]:
    """Return every answer on a council at one step, with evidence."""
    values = {question.id: step for question in loaded("readiness").questions}
    return values | {f"{name}__evidence": "2" for name in values}


@pytest.mark.parametrize("kind", ["summary", "committee", "atrs"])
def test_a_word_file_is_written_for_every_kind(proposal: str, tmp_path: Path, kind: str) -> None:
    report = tmp_path / "out.docx"
    typed = ["assess", "proposal", proposal, "--kind", kind, "--report", str(report), *ON]
    assert main(typed) == 0
    word = docx.Document(BytesIO(report.read_bytes()))
    assert word.paragraphs[0].text == word.core_properties.title != ""


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.html", "<!doctype html>"),
        ("out.md", "# "),
        ("out.json", "{"),
        ("out.csv", "\ufeffid,"),
    ],
)
def test_the_ending_of_the_name_decides_the_form(
    proposal: str, tmp_path: Path, name: str, start: str
) -> None:
    report = tmp_path / name
    assert main(["assess", "proposal", proposal, "--report", str(report)]) == 0
    assert report.read_bytes().decode().startswith(start)


@pytest.mark.parametrize("name", ["again.json", "again.csv"])
def test_a_report_of_answers_is_itself_a_file_to_report_on(
    proposal: str, tmp_path: Path, name: str
) -> None:
    first, second = tmp_path / name, tmp_path / f"second-{name}"
    assert main(["assess", "proposal", proposal, "--report", str(first), *ON]) == 0
    assert main(["assess", "proposal", str(first), "--report", str(second), *ON]) == 0
    assert first.read_bytes() == second.read_bytes()


def outcome(typed: list[str], tmp_path: Path) -> dict[str, object]:
    """Run the command and return what it wrote."""
    report = tmp_path / "result.json"
    assert main([*typed, "--report", str(report), *ON]) == 0
    found: dict[str, object] = json.loads(report.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(("step", "expected"), [("3", "proceed"), ("0", "rethink")])
def test_the_councils_stage_bears_on_the_outcome(
    proposal: str, tmp_path: Path, step: str, expected: str
) -> None:
    council = saved(tmp_path, "readiness", whole(step))
    typed = ["assess", "proposal", proposal, "--readiness", council]
    result = outcome(typed, tmp_path)["result"]
    assert isinstance(result, dict)
    assert result["outcome"]["id"] == expected


def test_what_is_not_answered_on_the_council_counts_as_not_in_place_and_is_said_to(
    proposal: str, tmp_path: Path
) -> None:
    council = saved(tmp_path, "readiness", {"A1": "0"})
    found = outcome(["assess", "proposal", proposal, "--readiness", council], tmp_path)
    assert "29 of 30 questions on the council's readiness are not" in str(found["notices"])
    assert found["result"]["stage"] == "not-yet"  # type: ignore[index]


def test_a_made_up_council_plays_no_part_for_a_real_proposal(
    proposal: str, tmp_path: Path, root: Path
) -> None:
    council = str(root / "data" / "examples" / "readiness.json")
    found = outcome(["assess", "proposal", proposal, "--readiness", council], tmp_path)
    assert found["result"]["stage"] is None  # type: ignore[index]
    assert "is about the made-up Fenmoor Council and plays no part" in str(found["notices"])


def test_what_could_not_be_used_is_said_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, "proposal", {"T1": "drafts", "T99": "x"})
    assert main(["assess", "proposal", path]) == 0
    assert "**Please note.** Not used: T99: there is no such question." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["proposal", "--kind", "committee", "--format", "csv"], "does not come as csv"),
        (["proposal", "--format", "word"], "Add: --report report.docx"),
        (["proposal", "--report", "out.pdf"], "'out.pdf' does not"),
        (["proposal", "--readiness", "none.json"], "There is no file '"),
        (["readiness", "--kind", "atrs"], "has no report of the kind ‘atrs’"),
        (["readiness", "--readiness", "x.json"], "--readiness is for a proposal"),
    ],
)
def test_wrong_use_ends_with_two_and_one_plain_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    slug, *more = typed
    path = saved(tmp_path, slug, {})
    assert main(["assess", slug, path, *more]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert (shown.out, "Traceback" in shown.err) == ("", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,answer\nT1,drafts\n", "column 'evidence': is missing"),
        ("", "is empty"),
        ('a\n"open', "cannot be read as a table"),
    ],
)
def test_a_table_that_cannot_be_used_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["assess", "proposal", str(path)]) == 1
    assert said in capsys.readouterr().err


def test_the_exit_codes_are_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["assess", "--help"])
    shown = capsys.readouterr().out
    for words in ("exit codes:", "0  the report is made", "1  the answers", "2  wrong use"):
        assert words in shown
