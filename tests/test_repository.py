"""What lies in the repository: small, well named, without debris or marks of one machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from source import MODULES, ROOT, name_of, tracked_files, tree_of

LARGEST = 1_500_000  # bytes
FOLDERS = {"notebooks", "casestudies", "data", "toolkit", "tests", "binder", "benchmarks", "deploy"}
DEBRIS = r"(^|/)(\.DS_Store|Thumbs\.db|\.ipynb_checkpoints|__pycache__)(/|$)|\.(pyc|pkl|rej|bak)$"
KEBAB = r"_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*"
HISTORY_IN_A_NAME = r"(^|[-_])(v\d+|final|copy|redux|(19|20)\d{2}[-_]?\d{2})([-_.]|$)"
# The home of nobody called "me" may stand in a test.
MACHINE_PATH = r"(?<![\w.:/])/(home/(?!me/)|Users/|root/|mnt/|private/)\w|\b[A-Z]:\\\\?Users\b"
# Names of standards, not addresses that anything is fetched from.
NAMES = ("http://www.w3.org/", "https://json-schema.org/", "http://localhost", "http://127.0.0.1")
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".js", ".css", ".html", ".ipynb", ".lock"}
CONTENT = [
    path
    for path in tracked_files()
    if path.relative_to(ROOT).parts[0] in ("notebooks", "casestudies", "data")
]
FRONT_END = [path for path in tracked_files() if path.suffix in (".css", ".html", ".j2", ".js")]
LOADS = r"""(url\(|@import\s|src=|<link[^>]+href=|fetch\(|import\s*\(|from\s)\s*["']?(https?:)?//"""


def test_no_debris_is_kept() -> None:
    assert [name_of(p) for p in tracked_files() if re.search(DEBRIS, name_of(p))] == []


def test_no_file_is_large() -> None:
    large = [name_of(path) for path in tracked_files() if path.stat().st_size > LARGEST]
    assert large == []


def test_the_top_level_holds_the_folders_everyone_expects() -> None:
    parts = [path.relative_to(ROOT).parts for path in tracked_files()]
    folders = {part[0] for part in parts if len(part) > 1 and not part[0].startswith(".")}
    assert folders <= FOLDERS


@pytest.mark.parametrize("path", CONTENT, ids=name_of)
def test_content_is_named_in_small_letters_and_hyphens(path: Path) -> None:
    for part in path.relative_to(ROOT).parts:
        assert re.fullmatch(KEBAB, part)


@pytest.mark.parametrize("path", CONTENT, ids=name_of)
def test_a_name_holds_no_history(path: Path) -> None:
    assert not re.search(HISTORY_IN_A_NAME, path.stem)


def test_nothing_names_a_place_on_one_machine() -> None:
    texts = [path for path in tracked_files() if path.suffix in TEXT]
    assert [
        name_of(path)
        for path in texts
        if re.search(MACHINE_PATH, path.read_text(encoding="utf-8", errors="replace"))
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_code_holds_an_address_to_fetch_from(path: Path) -> None:
    tree = tree_of(path)
    prose = {id(node.body[0].value) for node in ast.walk(tree) if has_docstring(node)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    ]
    assert [text for text in texts if outside(text)] == []


def has_docstring(node: ast.AST) -> bool:
    """Return whether a piece of code opens with words about itself."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return isinstance(node, documented) and ast.get_docstring(node) is not None


def outside(text: str) -> bool:
    """Return whether a text names a host that is not this machine."""
    return any(not link.startswith(NAMES) for link in re.findall(r"https?://\w[^\s\"'<>]*", text))


@pytest.mark.parametrize("path", FRONT_END, ids=name_of)
def test_no_page_loads_anything_from_elsewhere(path: Path) -> None:
    assert re.findall(LOADS, path.read_text(encoding="utf-8")) == []
