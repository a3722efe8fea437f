"""The command that counts a group's answers."""

from dataclasses import replace

import pytest
from tiny import TEXT, answers, tiny

from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.group.record import parse_record, write_record
from toolkit.assessment.group.role import load_roles
from toolkit.serving.cli import main


@pytest.fixture
def group(tmp_path):
    (tmp_path / "tiny.yaml").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "people"
    folder.mkdir()
    for name, step in (("ann", 0), ("bob", 4)):
        ballot = Ballot(answers(B1=step), "union", name)
        (folder / f"{name}.json").write_text(write_ballot(tiny(), ballot), encoding="utf-8")
    return tmp_path


def run(group, *more):
    return main(["group", str(group / "tiny.yaml"), str(group / "people"), *more])


def test_the_report_is_printed(group, capsys):
    assert run(group, "--on", "2026-11-22") == 0
    shown = capsys.readouterr().out
    assert "# What the group said: Is the tea club ready?" in shown
    assert "Report of 22 November 2026." in shown
    assert "| Owner (B1) | 0% | 2 |" in shown


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_the_report_is_written_in_the_form_its_name_ends_in(group, ending):
    path = group / f"report.{ending}"
    assert run(group, "--report", str(path)) == 0
    start = {"md": b"# What", "html": b"<!DOCTYPE html>", "docx": b"PK"}[ending]
    assert path.read_bytes().lower().startswith(start.lower())


def test_the_sitting_is_written_to_go_on_with_on_the_page(group):
    path = group / "sitting.json"
    assert run(group, "--report", str(path)) == 0
    record, told = parse_record(path.read_text(encoding="utf-8"), tiny(), load_roles())
    assert (record.poll.people, told) == (2, "")


def test_a_bad_file_is_named_the_others_count_and_the_code_says_so(group, capsys):
    (group / "people" / "bad.json").write_text("{", encoding="utf-8")
    assert run(group) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("bad.json is damaged")
    assert "2 people took part." in shown.out


def test_a_folder_without_files_is_wrong_and_says_so(group, capsys):
    (group / "empty").mkdir()
    assert main(["group", "readiness", str(group / "empty")]) == 1
    assert "holds no saved files" in capsys.readouterr().err


def test_a_report_of_another_kind_is_wrong_use(group, capsys):
    with pytest.raises(SystemExit) as ended:
        run(group, "--report", "report.pdf")
    assert ended.value.code == 2
    assert "end its name in one of .md, .html, .docx, .json" in capsys.readouterr().err


def test_a_sitting_that_was_saved_is_reported_with_what_was_agreed(group, capsys):
    path = group / "sitting.json"
    run(group, "--report", str(path))
    record, _ = parse_record(path.read_text(encoding="utf-8"), tiny(), load_roles())
    agreed = replace(record, answers=answers(B1="3"), dissent={"B1": "Not so."})
    path.write_text(write_record(agreed, tiny(), "2026-11-22"), encoding="utf-8")
    assert main(["group", str(group / "tiny.yaml"), str(path)]) == 0
    shown = capsys.readouterr().out
    assert "**Agreed:** In use." in shown
    assert "> Not so." in shown


def test_a_file_that_is_no_sitting_is_refused_by_name(group, capsys):
    assert main(["group", str(group / "tiny.yaml"), str(group / "people" / "ann.json")]) == 1
    assert "ann.json" in capsys.readouterr().err
