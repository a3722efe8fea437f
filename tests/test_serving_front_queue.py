"""More visitors than places: nobody gets an error, and the queue moves by itself."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from asking import Answer, ask, kernel_of, open_page
from tiny_site import Running, make_site, running, write_page

PAGE = "/voila/render/notebooks/page.ipynb"
OTHER = "/voila/render/notebooks/other.ipynb"
ENDLESS = "/voila/render/notebooks/endless.ipynb"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A content folder, in which a page that is never complete says when it has begun."""
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", "2")
    write_page(site, "other", "# Another page", "2")
    begun = f"import pathlib, time\npathlib.Path({str(site / 'begun')!r}).touch()\n"
    write_page(site, "endless", "# An endless page", f"{begun}time.sleep(600)", "2")
    return site


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


@pytest.fixture
def server(site: Path, log: Path) -> Iterator[Running]:
    """A server with two places."""
    with running(site, 9110, "--audience", "2", log=log, TOOLKIT_READY="none") as started:
        yield started


def leave(server: Running, page: Answer) -> None:
    assert ask(server.url, f"/voila/api/shutdown/{kernel_of(page)}", "POST").status == 204


def number(server: Running, path: str, known: str = "") -> int | None:
    """Return somebody's number in the queue, by the address of their waiting page."""
    ticket = path.partition("waiting=")[2]
    told = json.loads(ask(server.url, f"/waiting/{ticket}?known={known}").text)["number"]
    return None if told is None else int(told)


def taken(server: Running) -> int:
    return int(json.loads(ask(server.url, "/healthz").text)["places"]["taken"])


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it has not come about")


def line_to(server: Running) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname, parts.port), timeout=30)


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
    assert number(server, patient, known="0") == 1
    assert kernel_of(ask(server.url, f"{OTHER}?left={kernel_of(first)}"))
    assert number(server, patient) == 1


def test_a_page_that_is_loaded_again_while_it_is_open_gets_its_place_back_from_the_queue(
    server: Running,
) -> None:
    first, _ = ask(server.url, PAGE), ask(server.url, PAGE)
    _, patient = open_page(server.url, PAGE)
    _, again = open_page(server.url, PAGE, Cache_Control="max-age=0")
    open_page(server.url, f"{again}&left={kernel_of(first)}")
    assert (number(server, patient), number(server, again)) == (1, 2)
    leave(server, first)
    assert (number(server, again, known="2"), number(server, patient)) == (0, 1)
    assert kernel_of(ask(server.url, again))


def test_whoever_leaves_before_the_page_is_complete_gives_the_place_back(
    server: Running, log: Path
) -> None:
    with line_to(server) as line:
        line.sendall(f"GET {ENDLESS} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert line.recv(20)
        assert taken(server) == 1
    until(lambda: taken(server) == 0 and server.kernels() == [])
    until(lambda: "endless" in log.read_text("utf-8"))  # nothing more is sent
    assert '"level": "error"' not in log.read_text("utf-8")  # to leave is no fault
    assert kernel_of(ask(server.url, PAGE))


def test_a_kernel_that_is_killed_while_its_page_is_made_is_told_of_and_frees_its_place(
    server: Running, site: Path
) -> None:
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(ask, server.url, ENDLESS)
        until((site / "begun").exists)
        for process in server.kernels():
            psutil.Process(process).kill()
        page = made.result(60)
    assert page.text.count("data-toolkit-failure") == 1
    assert "data-toolkit-finished" in page.text
    assert taken(server) == 0
    assert server.kernels() == []


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


def test_a_turn_nobody_has_is_told_at_once_also_where_it_was_expected(server: Running) -> None:
    # A question with the known answer is left open for 20 seconds otherwise.
    with line_to(server) as line:
        line.settimeout(10)
        line.sendall(b"GET /waiting/made-up?known=None HTTP/1.1\r\nHost: a\r\n\r\n")
        assert line.recv(20)


def test_whoever_asks_for_their_turn_too_often_has_to_wait(server: Running) -> None:
    for _ in range(2):
        ask(server.url, PAGE)
    tickets = [open_page(server.url, PAGE)[1].partition("waiting=")[2] for _ in range(2)]
    said = [ask(server.url, f"/waiting/{tickets[0]}").status for _ in range(120)]
    assert said == [200] * 119 + [429]  # the page that shows the number was the first question
    assert ask(server.url, f"{PAGE}?waiting={tickets[0]}").status == 429
    assert ask(server.url, f"/waiting/{tickets[1]}").status == 200
    outside = {"X_Forwarded_For": "2001:db8::1"}
    said = [ask(server.url, "/waiting/made-up", **outside).status for _ in range(121)]
    assert said == [200] * 120 + [429]
    assert ask(server.url, "/waiting/made-up", X_Forwarded_For="2001:db8::2").status == 429
    assert ask(server.url, "/waiting/made-up", X_Forwarded_For="2001:db8:0:1::1").status == 200


def test_a_queue_that_is_full_says_so_in_words_and_asks_to_come_back(server: Running) -> None:
    for _ in range(2):
        ask(server.url, PAGE)
    said = [ask(server.url, PAGE).status for _ in range(201)]
    assert said == [303] * 200 + [503]
    answer = ask(server.url, PAGE)
    assert answer.headers["Retry-After"] == "60"
    assert "<h1>The queue is full</h1>" in answer.text
    assert "Load this page again in a few minutes" in answer.text
    assert ask(server.url, "/").status == 200
    numbers = ask(server.url, "/metrics").text
    assert 'toolkit_refused_total{reason="queue full"} 2.0' in numbers
