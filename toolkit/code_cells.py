"""Whether the code in a notebook can run at all, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from toolkit.errors import Problem
from toolkit.frontmatter import Notebook

__all__ = ["code_problems"]

_SHOWS_A_CASE = "show_case_study"


def code_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield what is wrong with the code cells of a notebook.

    Parameters
    ----------
    notebook : Notebook
        The notebook.

    Yields
    ------
    Problem
        Code that Python cannot read, and a case study that shows the facts of another.
    """
    for number, cell in enumerate(notebook.cells, 2):  # the front matter is the first cell
        if cell.kind != "code":
            continue
        try:
            tree = ast.parse(cell.source)
        except SyntaxError as error:
            what = f"line {error.lineno} of the code cannot be read: {error.msg}"
            yield Problem(f"cell {number}", what, "compare it with the template")
            continue
        for shown in _cases_shown(tree):
            if shown != notebook.slug:
                what = f"shows the facts of '{shown}', not of this case"
                yield Problem(f"cell {number}", what, f"write '{notebook.slug}' in the brackets")


def _cases_shown(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(slug))]):
                if name == _SHOWS_A_CASE:
                    yield slug
