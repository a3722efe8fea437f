"""A lesson as its reader has it: its code run here, every widget live, without a browser."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ipywidgets
from bs4 import BeautifulSoup
from source import ROOT

from toolkit.frontmatter import Notebook, read_notebook
from toolkit.views.bridge import Bridge
from toolkit.views.control import Lines, Passage, Radios, Select, Slider, TextBox, TickBoxes
from toolkit.views.several import Several

LESSONS = sorted((ROOT / "notebooks" / "lessons").glob("[0-9]*.ipynb"))
CONTROLS = (Slider, Select, Radios, TickBoxes, TextBox, Lines, Passage)


@dataclass(frozen=True)
class LessonPage:
    """A lesson that is open, with what stands on its page in order.

    Parameters
    ----------
    notebook : Notebook
        Its words.
    items : tuple
        Markdown as text, and widgets, in the order of the page; notes for hosts are not on it.
    names : dict
        What its code named: the sitting, and its controls.
    """

    notebook: Notebook
    items: tuple[Any, ...]
    names: dict[str, Any]

    @property
    def sitting(self) -> Any:
        """What its steps share."""
        return self.names["sitting"]

    @property
    def bridges(self) -> tuple[Bridge, ...]:
        """Every widget that talks with the browser."""
        return tuple(one for item in self.items for one in bridges_in(item))

    @property
    def controls(self) -> tuple[Any, ...]:
        """What a learner sets, types or chooses."""
        return tuple(one for one in self.names.values() if isinstance(one, CONTROLS))

    def bridge_of(self, name: str) -> Bridge:
        """Return the widget on which a control stands."""
        wanted = f'name="{name}"'
        return next(one for one in self.bridges if wanted in one.screen["html"])

    def open(self) -> None:
        """Go on without a prediction, so that every step is shown."""
        self.sitting.skip()
        self.sitting.store.redraw()

    def texts(self) -> Iterator[tuple[bool, str]]:
        """Yield each text of the page, and whether it is prose, in which terms become links."""
        for item in self.items:
            if isinstance(item, str):
                yield True, item
            for bridge in bridges_in(item):
                soup = BeautifulSoup(bridge.screen["html"], "html.parser")
                for source in soup.select(".toolkit-source"):
                    source.decompose()  # titles and publishers are as others wrote them
                yield False, soup.get_text(" ")


def bridges_in(item: Any) -> tuple[Bridge, ...]:
    """Return the bridges in what a cell showed."""
    if isinstance(item, ipywidgets.Box | Several):
        return tuple(one for child in item.children for one in bridges_in(child))
    return (item,) if isinstance(item, Bridge) else ()


def open_page(path: Path) -> LessonPage:
    """Run the code of a lesson, cell by cell, as a kernel does."""
    notebook = read_notebook(path)
    names: dict[str, Any] = {}
    items = []
    for cell in notebook.cells:
        if cell.kind == "markdown" and "author-note" not in cell.tags:
            items.append(cell.source)
        elif cell.kind == "code":
            items.append(_run(cell.source, names))
    return LessonPage(notebook, tuple(items), names)


def _run(source: str, names: dict[str, Any]) -> Any:
    """Run one cell; return the value of its last line, if that is an expression."""
    body = _parsed(source).body
    last = body[-1] if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body[:-1] if last else body, []), "cell", "exec"), names)  # noqa: S102
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None  # noqa: S307


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)
