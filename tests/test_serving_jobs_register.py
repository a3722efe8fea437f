"""The command that makes a register of AI."""

import pytest

from toolkit.assessment.register.register import ORDERS
from toolkit.progress import ProgressFile, write_progress
from toolkit.serving.cli import main
from toolkit.serving.jobs import register

NOTES = {"about.name": "Call notes", "about.published": "yes", "about.review-day": "4",
         "about.review-month": "5", "about.review-year": "2026", "T1": "drafts"}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "proposals"
    folder.mkdir()
    for name, values in (("notes", NOTES), ("other", {"about.name": "Other plan"})):
        text = write_progress(ProgressFile("proposal", 1, values, "2026-11-22"))
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def test_each_proposal_is_a_line_with_the_most_overdue_first(folder, capsys):
    assert main(["register", str(folder), "--on", "2026-11-22"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Call notes: Tier 1, could be 4. ")
    assert first.endswith("Review: Overdue since 4 May 2026.")
    assert second.startswith("Other plan: ")


def test_the_table_and_the_public_page_are_written(folder, tmp_path):
    table, page = tmp_path / "out.csv", tmp_path / "out.html"
    assert main(["register", str(folder), "--csv", str(table), "--page", str(page)]) == 0
    assert "Other plan" in table.read_text(encoding="utf-8-sig")
    public = page.read_text(encoding="utf-8")
    assert "Call notes" in public
    assert "Other plan" not in public


def test_a_file_that_is_no_proposal_is_named_and_the_others_are_listed(folder, capsys):
    (folder / "bad.json").write_text("{", encoding="utf-8")
    assert main(["register", str(folder)]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("bad.json is damaged")
    assert len(shown.out.splitlines()) == 2


def test_a_page_of_another_kind_is_wrong_use(folder, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["register", str(folder), "--page", "page.pdf"])
    assert ended.value.code == 2
    assert "end its name in one of .md, .html, .docx" in capsys.readouterr().err


def test_the_orders_that_may_be_asked_for_are_those_there_are():
    assert set(register.ORDERS) == set(ORDERS)
