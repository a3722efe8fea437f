"""Pages kept ready, and kernels, as visitors of a whole server meet them."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from asking import alike
from kernel_home import gone, wait_until
from tiny_site import Running, kernels_of, make_site, running, write_page
from visitor import Visit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")
EXPECTED = 3
PAGE = "notebooks/page.ipynb"
DRAW = (
    "import os\nimport random\nimport numpy\nfrom ipywidgets import Text\n"
    "Text(f'drawn {random.random()} {numpy.random.rand()} by {os.getpid()}')"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_site(tmp_path_factory.mktemp("crowd") / "site")
    write_page(folder, "page", "# A page", DRAW)
    write_page(folder, "asks", "# Asks", "import os\nos.environ['QUERY_STRING']")
    return folder


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Running]:
    with running(site, 8890, "--audience", str(EXPECTED), TOOLKIT_READY="page,asks") as started:
        assert wait_until(lambda: ready_pages(started) >= EXPECTED)
        yield started


def ready_pages(server: Running) -> int:
    """Return how many pages the server says it has ready."""
    return int(health(server)["pages_ready"])


def taken(server: Running) -> int:
    """Return how many places are taken."""
    return int(health(server)["places"]["taken"])


def health(server: Running) -> dict[str, Any]:
    """Return what the server says of itself."""
    with urllib.request.urlopen(f"{server.url}healthz", timeout=30) as answer:
        return dict(json.load(answer))


async def drawn(visits: list[Visit]) -> list[str]:
    """Return what the pages of some visitors have drawn, all open at once."""
    opened = await asyncio.gather(*(visit.__aenter__() for visit in visits))
    said = [re.findall(r"drawn [^'\"]*", str(visit.states))[0] for visit in opened]
    await asyncio.gather(*(visit.__aexit__(None, None, None) for visit in opened))
    return said


def test_everybody_gets_a_live_page_of_their_own(server: Running) -> None:
    ready = set(server.kernels())
    said = asyncio.run(drawn([Visit(server.url.rstrip("/"), PAGE) for _ in range(EXPECTED)]))
    assert len({line.split()[1] for line in said}) == EXPECTED
    assert len({line.split()[2] for line in said}) == EXPECTED
    assert len({int(line.split()[-1]) for line in said} & ready) == EXPECTED


def test_a_ready_page_is_the_page_anybody_gets(server: Running, site: Path) -> None:
    assert wait_until(lambda: taken(server) == 0)  # held for those who may come back
    assert wait_until(lambda: ready_pages(server) >= EXPECTED)
    ready = set(server.kernels())
    kept = Visit(server.url.rstrip("/"), PAGE)
    (said,) = asyncio.run(drawn([kept]))
    assert int(said.split()[-1]) in ready
    write_page(site, "page", "# A page", DRAW)  # the same, but newer than what is ready
    new = Visit(server.url.rstrip("/"), PAGE)
    (said,) = asyncio.run(drawn([new]))
    assert int(said.split()[-1]) not in ready
    drawn_by = r"drawn [0-9. e-]* by [0-9]*"
    assert alike(re.sub(drawn_by, "", kept.html)) == alike(re.sub(drawn_by, "", new.html))


def test_a_notebook_that_asks_for_the_visitors_address_is_made_for_each(server: Running) -> None:
    assert wait_until(lambda: taken(server) == 0)

    async def see() -> str:
        async with Visit(server.url.rstrip("/"), "notebooks/asks.ipynb?mine=1") as visit:
            return visit.html

    assert "mine=1" in asyncio.run(see())


def test_a_change_of_a_notebook_is_seen_at_once(server: Running, site: Path) -> None:
    assert wait_until(lambda: taken(server) == 0)
    write_page(site, "page", "# A page", "## New words", DRAW.replace("drawn", "drawn anew"))
    (said,) = asyncio.run(drawn([Visit(server.url.rstrip("/"), PAGE)]))
    assert said.startswith("drawn anew")
    assert wait_until(lambda: ready_pages(server) >= EXPECTED)
    (said,) = asyncio.run(drawn([Visit(server.url.rstrip("/"), PAGE)]))
    assert said.startswith("drawn anew")


def test_when_the_server_is_killed_nothing_of_it_is_left(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", DRAW)
    with running(site, 8895, "--audience", str(EXPECTED)) as started:
        assert wait_until(lambda: len(started.kernels()) >= EXPECTED)
        pids = [child.pid for child in psutil.Process(started.process.pid).children(True)]
        (folder,) = folders_of(started)
        os.kill(started.process.pid, signal.SIGKILL)
        assert wait_until(lambda: all(map(gone, pids)))
        assert not folder.exists()


def folders_of(server: Running) -> set[Path]:
    """Return the private folders in which the kernels of a server listen."""
    sockets = psutil.Process(kernels_of(server.process.pid)[0]).net_connections("unix")
    return {Path(one.laddr).parent for one in sockets if "-ipc-" in str(one.laddr)}
