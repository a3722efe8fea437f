"""The form of every notebook; that each runs is nbval's part."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import nbformat
import pytest
from source import NOTEBOOKS, ROOT, cells_of, code_of, name_of

from toolkit.frontmatter import read_notebook

APPS = [path for path in NOTEBOOKS if path.parent == ROOT / "notebooks"]
LONGEST_CELL = 10
MOST_CELLS = 12
MOST_CELLS_IN_AN_APP = 5
TAGS = {"front-matter", "author-note", "raises-exception", "nbval-check-output", "nbval-skip"}
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
NOT_IN_CODE = {
    "a shell command": r"^\s*!",
    "a magic": r"^\s*%",
    "a change to where Python looks": r"sys\.path",
    "an address": r"https?://",
    "an absolute path": r"""["'](?:/|~|[A-Za-z]:[\\/])""",
    "a silenced warning": r"filterwarnings|simplefilter",
    "HTML by hand": r"display\(\s*HTML\(",
    "a print": r"\bprint\(",
}
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)


def headings(path: Path) -> list[tuple[int, str]]:
    """Return the level and words of every heading, in order."""
    found = []
    for cell in cells_of(path):
        if cell["cell_type"] == "markdown":
            prose = re.sub(r"^(```|~~~).*?^\1", "", cell["source"], flags=re.DOTALL | re.MULTILINE)
            found += re.findall(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$", prose, flags=re.MULTILINE)
    return [(len(marks), words) for marks, words in found]


def test_there_are_notebooks_to_hold_to_the_rules() -> None:
    assert NOTEBOOKS


@each_notebook
def test_the_file_is_written_as_jupyterlab_writes_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    raw = json.loads(text)
    assert text == json.dumps(raw, indent=1, ensure_ascii=False) + "\n"
    assert (raw["nbformat"], raw["nbformat_minor"]) == (4, 5)
    nbformat.validate(raw)


@each_notebook
def test_no_two_cells_share_an_id(path: Path) -> None:
    ids = [cell["id"] for cell in cells_of(path)]
    assert len(ids) == len(set(ids))


@each_notebook
def test_front_matter_comes_first_and_its_title_is_the_one_top_heading(path: Path) -> None:
    notebook = read_notebook(path)
    second = cells_of(path)[1]
    title = notebook.front_matter["title"]
    assert second["cell_type"] == "markdown"
    assert second["source"].startswith(f"# {title}")
    assert [words for level, words in headings(path) if level == 1] == [title]


@each_notebook
def test_headings_do_not_skip_levels(path: Path) -> None:
    levels = [level for level, _ in headings(path)]
    steps = zip(levels, levels[1:], strict=False)
    assert [pair for pair in steps if pair[1] > pair[0] + 1] == []


@each_notebook
def test_the_first_code_cell_imports_and_no_other_does(path: Path) -> None:
    for number, code in enumerate(code_of(path)):
        imports = [
            isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(ast.parse(code))
        ]
        if number == 0:
            statements = ast.parse(code).body
            assert all(isinstance(node, ast.Import | ast.ImportFrom) for node in statements)
        else:
            assert not any(imports)


@each_notebook
def test_code_cells_are_short_and_few(path: Path) -> None:
    lengths = [len(code.splitlines()) for code in code_of(path)]
    assert max(lengths, default=0) <= LONGEST_CELL
    assert len(lengths) <= (MOST_CELLS_IN_AN_APP if path in APPS else MOST_CELLS)


@pytest.mark.parametrize("path", APPS, ids=name_of)
def test_an_app_composes_and_does_not_program(path: Path) -> None:
    programming = (
        ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While,
        ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Try,
    )  # fmt: skip
    nodes = [node for code in code_of(path) for node in ast.walk(ast.parse(code))]
    assert not [node for node in nodes if isinstance(node, programming)]


@each_notebook
@pytest.mark.parametrize("what", NOT_IN_CODE)
def test_code_leaves_out_what_ties_it_to_one_machine(path: Path, what: str) -> None:
    pattern = re.compile(NOT_IN_CODE[what], flags=re.MULTILINE)
    assert not [code for code in code_of(path) if pattern.search(code)]


@each_notebook
def test_nothing_is_saved_that_a_run_made(path: Path) -> None:
    for cell in cells_of(path):
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [], "choose Edit, Clear Outputs of All Cells, and save"
            assert cell["execution_count"] is None


@each_notebook
def test_metadata_holds_the_kernel_and_tags_and_nothing_else(path: Path) -> None:
    metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
    # JupyterLab adds language_info at every save, so it is let be.
    assert {name: metadata[name] for name in metadata if name != "language_info"} == {
        "kernelspec": KERNEL
    }
    for cell in cells_of(path):
        assert set(cell["metadata"]) <= {"tags"}
        assert set(cell["metadata"].get("tags", ())) <= TAGS


@each_notebook
def test_a_cell_that_is_not_tested_says_why(path: Path) -> None:
    skipped = [c for c in cells_of(path) if "nbval-skip" in c["metadata"].get("tags", ())]
    assert not [cell for cell in skipped if "#" not in cell["source"]]


@each_notebook
def test_every_image_has_words_and_lies_in_the_repository(path: Path) -> None:
    for cell in cells_of(path):
        if cell["cell_type"] != "markdown":
            continue
        assert "<img" not in cell["source"], "write images as ![what it shows](file)"
        for words, target in re.findall(r"!\[(.*?)\]\((\S+?)\)", cell["source"]):
            assert len(words.split()) >= 3
            assert (path.parent / target).is_file()


@each_notebook
def test_every_table_has_a_sentence_that_says_what_to_see(path: Path) -> None:
    for cell in cells_of(path):
        rows = [line for line in cell["source"].splitlines() if line.lstrip().startswith("|")]
        if cell["cell_type"] == "markdown" and rows:
            prose = [line for line in cell["source"].splitlines() if re.search(r"\w.*\.\s*$", line)]
            assert [line for line in prose if line not in rows and not line.startswith("#")]
