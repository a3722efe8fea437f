"""Pages made before anybody asks: whole, each with a kernel that has run it."""

import asyncio
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tiny_site import make_site, write_page

from toolkit.serving.kernels.making import make_page
from toolkit.serving.kernels.ready import Ready
from toolkit.serving.launch import prepare

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")
PAGE = "notebooks/page.ipynb"
DRAW = (
    "import os\nimport random\nimport numpy\n"
    "f'drawn {random.random()} {numpy.random.rand()} by {os.getpid()}.'"
)


class Maker:
    """A server that does not listen, and what it makes."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.server = prepare(site)
        self.run(self._build())

    async def _build(self) -> None:
        self.server.app = self.server.build()

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(asyncio.wait_for(work, 60))

    def make(self, path: str) -> Ready | None:
        made: Ready | None = self.run(
            make_page(self.server, self.server.app.settings["toolkit_drafts"], path)
        )
        return made

    @property
    def kernels(self) -> Any:
        return self.server.kernel_manager

    def close(self) -> None:
        self.run(self.kernels.shutdown_all(now=True))
        self.loop.close()
        asyncio.set_event_loop(None)


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maker]:
    with pytest.MonkeyPatch.context() as patch:
        site = make_site(tmp_path_factory.mktemp("made") / "site")
        patch.setenv("TOOLKIT_ROOT", str(site))
        patch.delenv("TOOLKIT_CONTENT", raising=False)
        made = Maker(site)
        yield made
        made.close()


def drawn(ready: Ready | None) -> list[str]:
    assert ready
    found = re.search(r"drawn (\S+) (\S+) by (\d+)\.", ready.html)
    assert found
    return list(found.groups())


def test_a_page_is_whole_and_its_kernel_has_run_it(maker: Maker) -> None:
    write_page(maker.site, "page", "# A page", DRAW)
    ready = maker.make(PAGE)
    assert ready
    assert "<h1>A page</h1>" in ready.html
    assert f'"kernelId": "{ready.kernel}"' in ready.html
    assert drawn(ready)[2] == str(ready.pid)
    assert maker.kernels.get_kernel(ready.kernel).runs(ready.pid)
    assert ready.kernel in maker.kernels.kept


def test_no_two_pages_have_drawn_the_same_numbers(maker: Maker) -> None:
    write_page(maker.site, "page", "# A page", DRAW)
    one, other = drawn(maker.make(PAGE)), drawn(maker.make(PAGE))
    assert not set(one) & set(other)


def test_a_page_is_made_from_what_its_file_says_now(maker: Maker) -> None:
    write_page(maker.site, "page", "# A page", DRAW)
    before = maker.make(PAGE)
    write_page(maker.site, "page", "# A page", "## New words", DRAW)
    after = maker.make(PAGE)
    assert before
    assert after
    assert "New words" not in before.html
    assert "New words" in after.html
    assert before.stamp != after.stamp


@pytest.mark.parametrize("code", ["1 / 0", "import os\nos.environ['QUERY_STRING']"])
def test_a_page_that_is_not_the_same_for_all_is_not_kept_and_neither_is_its_kernel(
    maker: Maker, code: str
) -> None:
    write_page(maker.site, "unfit", "# Unfit", code)
    before = set(maker.kernels.list_kernel_ids())
    assert maker.make("notebooks/unfit.ipynb") is None
    assert set(maker.kernels.list_kernel_ids()) == before
    assert not maker.kernels.kept - before
