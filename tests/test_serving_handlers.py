"""Routes and handlers, without a server."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tornado.web import RequestHandler, StaticFileHandler

from toolkit.serving.handlers import FINISHED, FLUSH, NOTEBOOKS, STAMP, Notebook, replace

HEARTBEAT = "<script>window.voila_heartbeat()</script>"


class Sent(Notebook):
    """A notebook's page whose pieces are given, and which remembers what was sent and when."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces
        self.sent: list[str] = []
        self.voila_configuration = SimpleNamespace(http_keep_alive_timeout=10)

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        for piece in self.pieces:
            yield piece

    def write(self, chunk: Any) -> None:
        self.sent.append(chunk)

    def flush(self, include_footers: bool = False) -> Any:
        self.sent.append("(flush)")


def sent(*pieces: str) -> list[str]:
    page = Sent(*pieces)
    # `authenticated` wraps the method; there is nobody to be authenticated here.
    asyncio.run(page.send("notebooks/a.ipynb"))
    return page.sent


def test_pieces_are_sent_together_until_the_template_asks() -> None:
    assert sent("<h1>", f"</h1>{FLUSH}", "more") == ["<h1>", f"</h1>{FLUSH}", "(flush)", "more"]


def test_a_heartbeat_keeps_the_line_open_and_shows_nothing() -> None:
    assert sent("text", HEARTBEAT) == ["text", "", "(flush)"]


def test_a_page_that_falls_silent_for_ever_is_ended_visibly() -> None:
    # A heartbeat comes every 10 seconds; 150 seconds of silence is the most that is waited.
    assert FINISHED not in sent(*[HEARTBEAT] * 15)
    assert sent(*[HEARTBEAT] * 100)[-1] == FINISHED


def test_a_page_that_only_is_slow_is_waited_for() -> None:
    slow = [*[HEARTBEAT] * 15, "a cell", *[HEARTBEAT] * 15, "the end"]
    assert sent(*slow)[-1] == "the end"


@pytest.mark.parametrize(("path", "where"), [
    ("casestudies/our-own.ipynb", "added"), ("casestudies/telford-ask-tom.ipynb", "toolkit"),
    ("notebooks/our-own.ipynb", "toolkit"), ("casestudies/nowhere.ipynb", "toolkit"),
])  # fmt: skip
def test_a_notebook_that_a_council_adds_is_read_from_its_folder(
    path: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("casestudies", "notebooks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "our-own.ipynb").write_text('{"cells": []}', encoding="utf-8")
    (tmp_path / "casestudies" / "telford-ask-tom.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("TOOLKIT_CONTENT", str(tmp_path))
    page = Sent()
    page.path_args = [path]
    page.application = SimpleNamespace(settings={"contents_manager": "toolkit"})
    found = page.contents_manager
    assert ("added" if found != "toolkit" else found) == where
    if where == "added":
        assert found.get(path)["path"] == path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("notebooks/explore.ipynb", True),
        ("notebooks/lessons/04-data-gaps.ipynb", True),
        ("casestudies/Our own case.ipynb", True),
        ("casestudies/_template.ipynb", False),
        ("casestudies/.ipynb_checkpoints/a-checkpoint.ipynb", False),
        ("notebooks/../pyproject.ipynb", False),
        ("notebooks/a.txt", False),
        ("tests/a.ipynb", False),
    ],
)
def test_only_notebooks_meant_for_visitors_are_pages(path: str, expected: bool) -> None:
    assert bool(re.fullmatch(NOTEBOOKS, path)) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/voila/templates/toolkit/static/0123456789ab/style.css", True),
        ("/voila/templates/toolkit/static/style.css", False),
        ("/voila/static/v0.5.13/voila.js", True),
        ("/voila/static/voila.js", False),
        ("/voila/labextensions/a/static/324.ee1c7d64c48a4b927622.js", True),
        ("/voila/labextensions/a/static/remoteEntry.js", False),
    ],
)
def test_only_addresses_that_change_with_their_content_are_kept(path: str, expected: bool) -> None:
    assert bool(STAMP.search(path)) is expected


def test_handlers_are_changed_or_left_out_and_the_others_stay() -> None:
    routes = [("/a", RequestHandler, {"x": 1}), ("/b", StaticFileHandler), ("/c", Notebook)]
    assert replace(routes, {RequestHandler: Notebook, StaticFileHandler: None}) == [
        ("/a", Notebook, {"x": 1}),
        ("/c", Notebook),
    ]
