"""Read the repository's own files for the tests that hold them to its rules."""

from __future__ import annotations

import ast
import json
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "toolkit").rglob("*.py"))
NOTEBOOKS = sorted(
    path
    for folder in ("notebooks", "casestudies")
    for path in (ROOT / folder).rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)


def name_of(path: Path) -> str:
    """Return a path as the repository knows it, for the names of tests."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def cells_of(path: Path) -> tuple[dict[str, Any], ...]:
    """Return a notebook's cells, their sources joined."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return tuple({**cell, "source": "".join(cell["source"])} for cell in cells)


def code_of(path: Path) -> list[str]:
    """Return the sources of a notebook's code cells."""
    return [cell["source"] for cell in cells_of(path) if cell["cell_type"] == "code"]


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Yield every module that a piece of code imports, with the names taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def comes_from(module: str, package: str) -> bool:
    """Return whether a module is a package or lies in it."""
    return module == package or module.startswith(f"{package}.")


def public_names(tree: ast.Module) -> tuple[str, ...] | None:
    """Return what ``__all__`` spells out, or None where it is not spelled out."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if ast.unparse(targets[0]) == "__all__":
                return tuple(ast.literal_eval(node.value))
    return None


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file of the repository, those about to be added with them."""
    paths = (ROOT / name for name in _listed_by_git() or _found_in_folders())
    return tuple(sorted(path for path in paths if path.is_file()))


def _listed_by_git() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [name for name in done.stdout.split("\0") if name]


def _found_in_folders() -> list[str]:
    """Return what is here where git is not: in a copy that was downloaded as an archive."""
    made = ("__pycache__", "build", "dist", "node_modules", "test-results")
    parts = (path.relative_to(ROOT).parts for path in ROOT.rglob("*"))
    return ["/".join(p) for p in parts if not any(n.startswith(".") or n in made for n in p)]
