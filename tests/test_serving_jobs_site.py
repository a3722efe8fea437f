"""The commands that make copies without a server, as they are typed."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from tiny_site import ROOT, make_site, write_page

from toolkit.serving.cli import main

DRAW = "page = Page(Store('a'), draw=lambda page: '<p>Seen</p>')\npage.widget"
IMPORT = "from toolkit.views.page import Page\nfrom toolkit.views.store import Store"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_site(tmp_path / "content")
    (root / "notebooks" / "in-depth").mkdir()
    shutil.copy(ROOT / "data" / "vocabulary.yaml", root / "data")
    write_page(root, "in-depth/numbers", "# Numbers\n\n## One", IMPORT, DRAW,
               title="Numbers", kind="in-depth", group="depth")  # fmt: skip
    monkeypatch.setenv("TOOLKIT_ROOT", str(root))
    return root


def test_a_tree_with_one_page_becomes_a_site_with_its_date_and_a_zip(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, packed = tmp_path / "site", tmp_path / "talk.zip"
    command = ["site", str(folder), "--no-search", "--on", "2026-11-02", "--zip", str(packed)]
    assert main(command) == 0
    page = (folder / "in-depth" / "numbers.html").read_text("utf-8")
    assert "<p>Seen</p>" in page
    assert "made on 2 November 2026" in page
    assert "talk/index.html" in zipfile.ZipFile(packed).namelist()
    assert "Open" in capsys.readouterr().out


def test_made_again_it_replaces_the_copy_made_before(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert main(["site", str(folder), "--no-search"]) == 0
    (folder / "old.html").write_text("old", "utf-8")
    assert main(["site", str(folder), "--no-search"]) == 0
    assert not (folder / "old.html").exists()


def test_where_the_live_toolkit_is_named_its_apps_are_opened_there(
    tiny: Path, tmp_path: Path
) -> None:
    write_page(tiny, "ask", title="Ask")
    folder = tmp_path / "site"
    assert main(["site", str(folder), "--no-search", "--live", "https://ai.example"]) == 0
    landing = (folder / "index.html").read_text("utf-8")
    assert 'href="https://ai.example/voila/render/notebooks/ask.ipynb"' in landing


def test_a_notebook_that_fails_is_a_problem_in_the_content(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    assert main(["site", str(folder), "--no-search"]) == 0
    write_page(tiny, "in-depth/broken", "1 / 0", title="Broken", kind="in-depth", group="depth")
    assert main(["site", str(folder), "--no-search"]) == 1
    assert "broken.ipynb" in capsys.readouterr().err
    assert (folder / "index.html").is_file()  # the copy made before is still there


@pytest.mark.parametrize("option", ["--pyodide", "--wheels"])
def test_a_folder_that_is_not_there_is_said_before_anything_is_made(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lite", str(tmp_path / "lite"), option, str(tmp_path / "gone")]) == 2
    assert "There is no folder" in capsys.readouterr().err
    assert not (tmp_path / "lite").exists()
