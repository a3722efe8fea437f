"""What goes wrong around a server must not end it, nor leave a visitor without words."""

from __future__ import annotations

import json
import resource
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import psutil
import pytest
import websocket
from asking import ask, kernel_of
from tiny_site import Running, make_site, running, write_page

PAGE = "/voila/render/notebooks/page.ipynb"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_site(tmp_path_factory.mktemp("faults") / "site")
    write_page(made, "page", "# A page", "2")
    return made


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Running]:
    with running(site, 9150, "--audience", "12", TOOLKIT_READY="none") as started:
        yield started


def places(server: Running) -> int:
    return int(json.loads(ask(server.url, "/healthz").text)["places"]["taken"])


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


def test_on_a_full_disk_pages_say_so_in_words_and_hold_no_place(site: Path) -> None:
    with running(site, 9170) as full:
        # No file may grow any more.
        resource.prlimit(full.process.pid, resource.RLIMIT_FSIZE, (0, 0))
        answer = ask(full.url, PAGE)
        assert answer.status == 500
        assert "This page cannot be shown" in answer.text
        assert ask(full.url, "/").status == 200
        assert places(full) == 0


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
