"""What goes wrong around a server must not end it, nor leave a visitor without words."""

from __future__ import annotations

import asyncio
import json
import resource
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import psutil
import pytest
import websocket
from asking import alike, ask, kernel_of
from kernel_home import wait_until
from tiny_site import Running, make_site, running, write_page
from visitor import Visit

from toolkit.serving.handlers import FINISHED

PAGE = "/voila/render/notebooks/page.ipynb"
forked_only = pytest.mark.skipif(sys.platform != "linux", reason="pages are kept ready on Linux")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_site(tmp_path_factory.mktemp("faults") / "site")
    write_page(made, "page", "# A page", "2")
    return made


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Running]:
    # A place that was left is held for a moment, so there are more than these tests leave in one.
    with running(site, 9150, "--audience", "60", TOOLKIT_READY="none") as started:
        yield started


def places(server: Running) -> int:
    return int(json.loads(ask(server.url, "/healthz").text)["places"]["taken"])


def ready_pages(server: Running) -> int:
    return int(json.loads(ask(server.url, "/healthz").text)["pages_ready"])


def visit(server: Running) -> Visit:
    return Visit(server.url.rstrip("/"), PAGE.removeprefix("/voila/render/"))


async def html_of(visitor: Visit) -> str:
    """Return a page whose kernel has answered over its websocket."""
    async with visitor:
        return visitor.html


def line_to(server: Running) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname, parts.port), timeout=20)


def test_two_hundred_connections_that_say_nothing_keep_nobody_out(server: Running) -> None:
    with ExitStack() as stack:
        for number in range(200):
            line = stack.enter_context(line_to(server))
            if number % 2:
                line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")  # and never the end of it
        assert ask(server.url, "/").status == 200
        assert FINISHED in asyncio.run(html_of(visit(server)))


@pytest.mark.parametrize(
    "frame",
    [b"\xff\xff\xff\xff\xff\xff", b"\x81\x05hello", b"\x83\x80\x00\x00\x00\x00",
     b"\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00"],
    ids=["noise", "not masked", "unknown kind", "endless"],
)  # fmt: skip
def test_a_malformed_frame_ends_its_connection_and_nothing_else(
    server: Running, frame: bytes
) -> None:
    kernel = kernel_of(ask(server.url, PAGE))
    address = server.url.replace("http", "ws")
    line = websocket.create_connection(f"{address}api/kernels/{kernel}/channels?session_id=a")
    line.sock.sendall(frame)
    line.sock.settimeout(10)
    while line.sock.recv(65_536):
        pass
    assert ask(server.url, f"/voila/api/shutdown/{kernel}", "POST").status == 204


V1 = "v1.kernel.websocket.jupyter.org"


def numbers(*values: int, width: int = 8, order: Literal["big", "little"] = "little") -> bytes:
    return b"".join(value.to_bytes(width, order) for value in values)


@pytest.mark.parametrize(
    ("message", "protocol"),
    [
        (b"", V1),
        (b"\xff" * 64, V1),
        (numbers(10**7), V1),
        (numbers(6, 56, 60, 62, 64, 66, 9_999), V1),
        (numbers(2**32 - 1, 2**32 - 1, width=4, order="big"), ""),
        (numbers(10**7, width=4, order="big"), ""),
    ],
    ids=[
        "nothing",
        "noise",
        "many parts",
        "beyond its end",
        "noise, first form",
        "many, first form",
    ],
)
def test_a_good_frame_with_a_message_that_makes_no_sense_ends_its_connection_and_nothing_else(
    server: Running, message: bytes, protocol: str
) -> None:
    kernel = kernel_of(ask(server.url, PAGE))
    address = f"{server.url.replace('http', 'ws')}api/kernels/{kernel}/channels?session_id=a"
    line = websocket.create_connection(address, subprotocols=[protocol] if protocol else None)
    line.settimeout(20)
    line.send_binary(message)
    while (frame := line.recv_frame()).opcode != websocket.ABNF.OPCODE_CLOSE:
        pass
    assert frame.data[:2] == (1007).to_bytes(2, "big")
    assert ask(server.url, f"/voila/api/shutdown/{kernel}", "POST").status == 204


@pytest.mark.parametrize("noise", [b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\x00" * 99])
def test_what_is_no_request_is_not_answered_as_one(server: Running, noise: bytes) -> None:
    with line_to(server) as line:
        line.sendall(noise + b"\r\n\r\n")
        assert line.recv(100) in (b"", b"HTTP/1.1 400 Bad Request\r\n\r\n")
    assert ask(server.url, "/").status == 200


def test_a_kernel_that_is_killed_takes_nothing_with_it(server: Running) -> None:
    kernel = kernel_of(ask(server.url, PAGE))
    for process in server.kernels():
        psutil.Process(process).kill()
    assert ask(server.url, PAGE).status == 200
    ask(server.url, f"/voila/api/shutdown/{kernel}", "POST")


def test_a_notebook_that_is_deleted_is_not_found_any_more(server: Running, site: Path) -> None:
    shutil.copy(site / "notebooks" / "page.ipynb", site / "notebooks" / "gone.ipynb")
    path = "/voila/render/notebooks/gone.ipynb"
    ask(server.url, f"/voila/api/shutdown/{kernel_of(ask(server.url, path))}", "POST")
    (site / "notebooks" / "gone.ipynb").unlink()
    answer = ask(server.url, path)
    assert answer.status == 404
    assert "<h1>Page not found</h1>" in answer.text


@forked_only
def test_a_notebook_that_is_deleted_is_given_to_nobody_though_its_page_was_ready(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site")
    gone = write_page(site, "gone", "# Gone", "2")
    write_page(site, "page", "# A page", "2")
    with running(site, 9210, "--audience", "2", TOOLKIT_READY="gone,page") as server:
        assert wait_until(lambda: ready_pages(server) == 2)
        old = set(server.kernels())
        gone.unlink()
        answer = ask(server.url, "/voila/render/notebooks/gone.ipynb")
        assert answer.status == 404
        assert "<h1>Page not found</h1>" in answer.text
        # Both were made before a file was deleted; now the other page is ready for both visitors.
        assert wait_until(lambda: ready_pages(server) == 2 and not old & set(server.kernels()))
        assert FINISHED in asyncio.run(html_of(visit(server)))


def test_a_cell_that_takes_too_long_is_given_up_in_words_and_the_rest_is_there(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site")
    settings = json.loads((site / "voila.json").read_text("utf-8"))
    settings["VoilaExecutor"]["timeout"] = 1
    (site / "voila.json").write_text(json.dumps(settings), "utf-8")
    write_page(site, "page", "# A page", "import time\ntime.sleep(600)", "## After\n\nText.", "2")
    with running(site, 9230) as server:
        answer = ask(server.url, PAGE)
        assert (answer.status, places(server)) == (200, 1)
        assert answer.text.count("data-toolkit-failure") == 1
        assert "This part of the page could not be shown" in answer.text
        assert 'data-toolkit-made="4"' not in answer.text  # it may need what was given up
        assert "Text.</p>" in answer.text
        assert FINISHED in answer.text
        for word in ("Timeout", "timed out", "VoilaExecutor", "time.sleep"):
            assert word not in answer.text
        kernels = server.kernels()  # still busy with what was given up
        ask(server.url, f"/voila/api/shutdown/{kernel_of(answer)}", "POST")
        assert wait_until(lambda: not any(psutil.pid_exists(kernel) for kernel in kernels))


OVERRIDES = ("voila-template", "voila-theme", "template", "theme")


@pytest.mark.parametrize(
    "value", ["lab", "dark", "..%2flab", "%2e%2e%5clab", "%252e%252e%252flab", "/etc", "lab%00"]
)
def test_what_an_address_asks_for_changes_nothing_about_how_a_page_looks(
    server: Running, site: Path, value: str
) -> None:
    # Each time a page that nobody has seen: of one that somebody has seen, a draft is kept.
    unseen = f"unseen-{sum(value.encode())}"
    write_page(site, unseen, "# A page", "2")
    query = "&".join(f"{name}={value}" for name in OVERRIDES)
    asked = ask(server.url, f"{PAGE.replace('page', unseen)}?{query}")
    usual = ask(server.url, PAGE)
    for answer in (asked, usual):
        ask(server.url, f"/voila/api/shutdown/{kernel_of(answer)}", "POST")
    assert (asked.status, usual.status) == (200, 200)
    assert alike(asked.text).replace(unseen, "page") == alike(usual.text)


def test_on_a_full_disk_pages_say_so_in_words_and_hold_no_place(site: Path) -> None:
    with running(site, 9170) as full:
        # No file may grow any more.
        resource.prlimit(full.process.pid, resource.RLIMIT_FSIZE, (0, 0))
        answer = ask(full.url, PAGE)
        assert answer.status == 500
        assert "This page cannot be shown" in answer.text
        assert ask(full.url, "/").status == 200
        assert places(full) == 0


@forked_only
def test_on_a_full_disk_those_whose_page_was_ready_still_get_it(site: Path, tmp_path: Path) -> None:
    flags, log = ("--audience", "2"), tmp_path / "log"  # which cannot grow either
    with running(site, 9250, *flags, log=log, TOOLKIT_READY="page") as full:
        assert wait_until(lambda: ready_pages(full) == 2)
        for one in (full.process.pid, *psutil.Process(full.process.pid).children(recursive=True)):
            with suppress(ProcessLookupError):  # it has ended, and writes nothing either
                resource.prlimit(getattr(one, "pid", one), resource.RLIMIT_FSIZE, (0, 0))
        for _ in range(2):
            assert FINISHED in asyncio.run(html_of(visit(full)))
        assert wait_until(lambda: places(full) == 0)
        answer = ask(full.url, PAGE)
        assert answer.status == 500
        assert "This page cannot be shown" in answer.text
        assert ask(full.url, "/").status == 200
        assert wait_until(lambda: places(full) == 0)


def test_a_server_that_was_killed_can_be_started_again_at_once(site: Path) -> None:
    with running(site, 9190) as first:
        ask(first.url, PAGE)
        kernels = first.kernels()
        first.process.kill()
        first.process.wait(10)
    with running(site, 9190) as second:
        assert second.url == first.url
        assert ask(second.url, PAGE).status == 200
    for _ in range(300):  # a kernel looks now and then whether its server is there
        if not any(psutil.pid_exists(kernel) for kernel in kernels):
            return
        time.sleep(0.1)
    pytest.fail("a kernel outlives its server")
