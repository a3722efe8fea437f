"""What is kept of pages between visits, and for how long."""

from pathlib import Path
from typing import Any

import pytest
from tiny_site import make_site, write_page

from toolkit.serving.kernels.files import stamp_of
from toolkit.serving.pages import Draft, Drafts, _once


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_site(tmp_path / "site")
    write_page(folder, "page", "# A page")
    monkeypatch.delenv("TOOLKIT_CONTENT", raising=False)
    return folder


def draft(drafts: Drafts) -> Draft:
    return drafts.keep("notebooks/page.ipynb", Draft(drafts.stamp(), None, None, {}, None))


def test_a_draft_is_kept_while_nothing_changes(site: Path) -> None:
    drafts = Drafts(site)
    made = draft(drafts)
    assert drafts.get("notebooks/page.ipynb") is made
    assert drafts.get("notebooks/other.ipynb") is None


@pytest.mark.parametrize("name", ["notebooks/page.ipynb", "data/identity.yaml", "data/new.yaml"])
def test_a_draft_is_made_anew_when_a_file_of_the_content_changes(site: Path, name: str) -> None:
    drafts = Drafts(site)
    draft(drafts)
    (site / name).write_text("changed", "utf-8")
    assert drafts.get("notebooks/page.ipynb") is None


def test_content_that_a_council_adds_counts_too(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = tmp_path / "added"
    (added / "notebooks" / "lessons").mkdir(parents=True)
    monkeypatch.setenv("TOOLKIT_CONTENT", str(added))
    drafts = Drafts(site)
    draft(drafts)
    (added / "notebooks" / "lessons" / "ours.ipynb").write_text("{}", "utf-8")
    assert drafts.get("notebooks/page.ipynb") is None


def test_a_file_that_python_or_an_editor_keeps_for_itself_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1", "utf-8")
    before = stamp_of([tmp_path])
    for name in ("__pycache__", "node_modules"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.pyc").write_text("1", "utf-8")
    (tmp_path / ".a.py.swp").write_text("1", "utf-8")
    assert stamp_of([tmp_path, tmp_path / "missing"]) == before
    (tmp_path / "b.py").write_text("1", "utf-8")
    assert stamp_of([tmp_path]) != before


def test_a_piece_of_text_is_converted_once_for_all_visitors() -> None:
    asked: list[str] = []

    def convert(_context: Any, source: str) -> str:
        asked.append(source)
        return source.upper()

    kept: Any = _once(convert)
    for cell in ("a", "a", "b"):
        assert kept({"cell": {"id": cell}}, "text") == "TEXT"
    assert asked == ["text", "text"]
