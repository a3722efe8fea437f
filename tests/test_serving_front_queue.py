"""More visitors than places: nobody gets an error, and the queue moves by itself."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from asking import Answer, ask, kernel_of, open_page
from tiny_site import Running, make_site, running, write_page

PAGE = "/voila/render/notebooks/page.ipynb"
OTHER = "/voila/render/notebooks/other.ipynb"
SLOW = "/voila/render/notebooks/slow.ipynb"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A server with two places."""
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", "2")
    write_page(site, "other", "# Another page", "2")
    write_page(site, "slow", "# A slow page", "import time\ntime.sleep(2)", "2")
    with running(site, 9110, "--audience", "2", TOOLKIT_READY="none") as started:
        yield started


def leave(server: Running, page: Answer) -> None:
    assert ask(server.url, f"/voila/api/shutdown/{kernel_of(page)}", "POST").status == 204


def number(server: Running, path: str, known: str = "") -> int | None:
    """Return somebody's number in the queue, by the address of their waiting page."""
    ticket = path.partition("waiting=")[2]
    told = json.loads(ask(server.url, f"/waiting/{ticket}?known={known}").text)["number"]
    return None if told is None else int(told)


def test_of_many_who_come_at_once_as_many_get_in_as_there_are_places(server: Running) -> None:
    with ThreadPoolExecutor(12) as pool:
        arrivals = list(pool.map(lambda _: open_page(server.url, PAGE), range(12)))
    pages = [answer for answer, _ in arrivals if kernel_of(answer)]
    waiting = [(answer, path) for answer, path in arrivals if not kernel_of(answer)]
    assert (len(pages), len(server.kernels())) == (2, 2)
    assert {answer.status for answer, _ in waiting} == {200}
    assert sorted(number(server, path) or 0 for _, path in waiting) == list(range(1, 11))


def test_whoever_waits_is_told_so_and_can_read_what_needs_no_place(server: Running) -> None:
    for _ in range(2):
        ask(server.url, PAGE)
    waiting, path = open_page(server.url, f"{PAGE}?present=1")
    assert "present=1" in path
    assert "<h1>All places are taken</h1>" in waiting.text
    assert "You are number 1 in the queue." in waiting.text
    assert '<noscript><meta http-equiv="refresh" content="15"></noscript>' in waiting.text
    for free in ("/", "/glossary", "/host", "/accessibility", "/healthz"):
        assert ask(server.url, free).status == 200
    assert json.loads(ask(server.url, "/healthz").text)["waiting"] == 1
    numbers = ask(server.url, "/metrics").text
    assert 'toolkit_visits_total{page="waiting",status="200"} 1.0' in numbers
    assert 'toolkit_visits_total{page="notebooks/page.ipynb",status="200"} 2.0' in numbers
    assert len(server.kernels()) == 2


def test_a_place_that_is_left_goes_to_whoever_came_first(server: Running) -> None:
    first, _ = ask(server.url, PAGE), ask(server.url, PAGE)
    _, patient = open_page(server.url, PAGE)
    _, later = open_page(server.url, OTHER)
    leave(server, first)
    assert number(server, patient, known="1") == 0  # answered as soon as it changes
    assert number(server, later) == 1
    assert kernel_of(ask(server.url, patient))
    assert not kernel_of(ask(server.url, later))
    assert len(server.kernels()) == 2


def test_a_page_that_is_loaded_again_comes_before_those_who_wait(server: Running) -> None:
    first, _ = ask(server.url, OTHER), ask(server.url, PAGE)
    _, patient = open_page(server.url, PAGE)
    leave(server, first)
    assert kernel_of(ask(server.url, OTHER, Cache_Control="max-age=0"))
    assert number(server, patient) == 1


def test_whoever_leaves_before_the_page_is_complete_gives_the_place_back(
    server: Running,
) -> None:
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as line:
        line.sendall(f"GET {SLOW} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert line.recv(20)
    for _ in range(200):
        if json.loads(ask(server.url, "/healthz").text)["places"]["taken"] == 0:
            return
        time.sleep(0.1)
    pytest.fail("the place is still taken")


def test_a_page_that_is_not_there_takes_no_place(server: Running) -> None:
    for _ in range(3):
        assert ask(server.url, "/voila/render/notebooks/none.ipynb").status == 404
    assert json.loads(ask(server.url, "/healthz").text)["places"] == {"all": 2, "taken": 0}


def test_a_lost_ticket_is_said_to_be_lost_and_a_new_one_is_given(server: Running) -> None:
    for _ in range(2):
        ask(server.url, PAGE)
    assert number(server, f"{PAGE}?waiting=made-up") is None
    answer, path = open_page(server.url, f"{PAGE}?waiting=made-up")
    assert "made-up" not in path
    assert "You are number 1" in answer.text
