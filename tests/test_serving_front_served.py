"""A server as whoever runs it starts it: its headers, limits, numbers, password and end."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import psutil
import pytest
import websocket
from asking import ask, kernel_of
from tiny_site import Running, make_site, running, write_identity, write_page

PAGE = "/voila/render/notebooks/page.ipynb"
OUTSIDE = {"X_Forwarded_For": "203.0.113.5"}  # as a proxy on this computer says
FORM = {"Content_Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "log.jsonl"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, log: Path) -> Iterator[Running]:
    site = make_site(tmp_path_factory.mktemp("front") / "site")
    write_page(site, "page", "# A page", "2")
    (site / "data" / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    with running(site, 9010, log=log) as started:
        yield started


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with a password and a token, under a path of its own, framed by an intranet."""
    folder = tmp_path_factory.mktemp("guarded")
    site = make_site(folder / "site")
    write_identity(site, "name: A\nrepository: a/b\nframes: ['https://intranet.example']\n")
    write_page(site, "page", "# A page", "2")
    (folder / "password").write_text("open sesame\n", "utf-8")
    (folder / "token").write_text("abc\n", "utf-8")
    flags = ("--password-file", str(folder / "password"), "--token-file", str(folder / "token"))
    with running(site, 9030, *flags, "--base-url", "ai") as started:
        yield started


def at(server: Running) -> str:
    """Return the server without the path of its landing page."""
    parts = urlsplit(server.url)
    return f"{parts.scheme}://{parts.netloc}"


def connect(server: Running, kernel: str, **headers: str) -> websocket.WebSocket:
    address = at(server).replace("http", "ws")
    path = f"{urlsplit(server.url).path}api/kernels/{kernel}/channels?session_id=a"
    return websocket.create_connection(address + path, timeout=20, header=headers)


def is_ended(line: websocket.WebSocket) -> bool:
    """Return whether the server ends a websocket, after whatever it still sends."""
    try:
        while line.recv():
            pass
    except websocket.WebSocketTimeoutException:
        return False
    except (websocket.WebSocketException, OSError):
        return True
    return True


# ---- Headers


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/nothing", 404), ("/voila/files/data/logo.svg", 200), ("/healthz", 200),
     ("/voila/files/voila.json", 403), ("/voila/templates/toolkit/static/page.js", 200),
     ("/waiting/abc", 200), (PAGE, 200), ("/" + "a" * 5000, 414)],
)  # fmt: skip
def test_every_answer_tells_the_browser_what_it_may_do(
    server: Running, path: str, status: int
) -> None:
    answer = ask(at(server), path)
    assert answer.status == status
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Server"] is None


@pytest.mark.parametrize("path", ["/", PAGE])
def test_scripts_and_styles_in_a_page_carry_a_number_used_once(server: Running, path: str) -> None:
    first, second = ask(at(server), path), ask(at(server), path)
    numbers = []
    for answer in (first, second):
        (number,) = set(answer.text.split('nonce="')[1:][0].split('"')[:1])
        assert f"'nonce-{number}'" in answer.headers["Content-Security-Policy"]
        assert "<script>" not in answer.text
        numbers.append(number)
    assert numbers[0] != numbers[1]


def test_a_page_the_browser_has_kept_goes_with_the_number_it_came_with(server: Running) -> None:
    landing = ask(at(server), "/")
    again = ask(at(server), "/", If_None_Match=landing.headers["Etag"])
    assert again.status == 304
    assert again.headers["Content-Security-Policy"] is None


def test_the_handshake_of_a_websocket_has_the_headers_too(server: Running) -> None:
    page = ask(at(server), PAGE)
    line = connect(server, kernel_of(page))
    headers = line.getheaders()
    line.close()
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


# ---- Limits


def test_a_body_that_is_too_large_is_refused_before_it_is_read(server: Running) -> None:
    parts = urlsplit(at(server))
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n")
        got = b""
        while piece := line.recv(65_536):
            got += piece
    assert got.startswith(b"HTTP/1.1 413")
    assert b"That is too large" in got


def test_headers_that_are_too_large_are_refused_in_words(server: Running) -> None:
    answer = ask(at(server), "/", Cookie="a" * 17_000)
    assert answer.status == 431
    assert "Your browser sent too much" in answer.text


def test_one_address_opens_no_more_pages_than_a_council_would(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", "2")
    with running(site, 9050, "--audience", "1", TOOLKIT_READY="none") as other:
        ask(at(other), PAGE)
        # One device may have any address that begins like its own.
        statuses = [
            ask(at(other), PAGE, X_Forwarded_For=f"2001:db8::{number:x}").status
            for number in range(121)
        ]
        answer = ask(at(other), PAGE, X_Forwarded_For="2001:db8::ffff")
        assert ask(at(other), PAGE, **OUTSIDE).status == 303
    assert statuses[:120] == [303] * 120
    assert (answer.status, answer.headers["Retry-After"]) == (429, "60")
    assert "Too many pages at once" in answer.text


def test_a_message_that_is_too_large_ends_its_page_and_nothing_else(server: Running) -> None:
    line = connect(server, kernel_of(ask(at(server), PAGE)))
    with contextlib.suppress(OSError):  # it may be ended before all is sent
        line.send("a" * (10 * 1024 * 1024 + 1))
    assert is_ended(line)
    assert ask(at(server), "/").status == 200


# ---- Health and numbers


def test_health_needs_no_kernel_and_says_what_runs(server: Running) -> None:
    before = set(server.kernels())
    answer = ask(at(server), "/healthz", **OUTSIDE)
    told = json.loads(answer.text)
    assert set(server.kernels()) <= before
    assert told["status"] == "ok"
    assert told["version"]
    assert told["places"]["all"] >= 2
    assert told["memory_bytes"]["server"] > 10_000_000


def test_the_numbers_are_for_this_computer_only(server: Running) -> None:
    assert ask(at(server), "/metrics").status == 200
    assert ask(at(server), "/metrics", **OUTSIDE).status == 403
    assert ask(at(server), "/metrics", Authorization="Bearer ", **OUTSIDE).status == 403


def test_visits_are_counted_by_the_name_of_the_page_and_never_by_what_was_typed(
    server: Running, log: Path
) -> None:
    ask(at(server), "/glossary?typed=secret1")
    ask(at(server), f"{PAGE}?typed=secret2")
    ask(at(server), "/secret3")
    ask(at(server), "/voila/render/notebooks/secret4.ipynb")
    ask(at(server), "/voila/files/secret5.ipynb")
    assert ask(at(server), "/", Content_Length="²secret6").status == 400
    kernel = kernel_of(ask(at(server), PAGE))
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        websocket.create_connection(
            f"{at(server).replace('http', 'ws')}/api/kernels/{kernel}/channels",
            origin="https://secret7.example",
        )
    numbers = ask(at(server), "/metrics").text
    assert 'toolkit_visits_total{page="glossary",status="200"}' in numbers
    assert 'toolkit_visits_total{page="notebooks/page.ipynb",status="200"}' in numbers
    assert 'toolkit_page_seconds_bucket{le="120.0",page="notebooks/page.ipynb"}' in numbers
    assert 'toolkit_visits_total{page="missing",status="404"}' in numbers
    assert "secret" not in numbers
    assert "secret" not in log.read_text("utf-8")


def test_what_travels_between_a_page_and_its_kernel_is_packed(server: Running) -> None:
    kernel = kernel_of(ask(at(server), PAGE))
    answer = ask(
        at(server),
        f"/api/kernels/{kernel}/channels?session_id=a",
        Connection="Upgrade",
        Upgrade="websocket",
        Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==",
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Extensions="permessage-deflate",
    )
    assert (answer.status, answer.headers["Sec-WebSocket-Extensions"]) == (
        101,
        "permessage-deflate",
    )


def test_every_line_of_the_log_is_json_and_names_no_visitor(server: Running, log: Path) -> None:
    ask(at(server), "/", **OUTSIDE)
    time.sleep(1.2)  # kernels are told of once a second
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert {"started", "page", "kernel started"} <= {line["event"] for line in lines}
    assert "203.0.113.5" not in log.read_text("utf-8")
    (shown, *_) = [line for line in lines if line.get("page") == "landing"]
    assert (shown["status"], shown["seconds"] < 30) == (200, True)


def test_the_numbers_tell_of_places_kernels_people_and_memory(server: Running) -> None:
    text = ask(at(server), "/metrics").text
    numbers = dict(line.rsplit(" ", 1) for line in text.splitlines() if line[:1] != "#")
    names = ["toolkit_people_waiting", "toolkit_kernels", "toolkit_kernels_started_total"]
    names += [f'toolkit_places{{state="{state}"}}' for state in ("taken", "free")]
    names += [f'toolkit_memory_bytes{{of="{part}"}}' for part in ("server", "kernels")]
    assert all(float(numbers[name]) >= 0 for name in names)


# ---- The password


def test_a_page_shows_the_form_to_whoever_does_not_know_the_password(guarded: Running) -> None:
    before = set(guarded.kernels())
    for path in ("/ai/", f"/ai{PAGE}", "/ai/nothing", "/ai/voila/files/data/logo.svg"):
        answer = ask(at(guarded), path)
        assert answer.status == 401
        assert 'type="password"' in answer.text
    assert set(guarded.kernels()) == before


def test_the_password_opens_the_page_that_was_asked_for(guarded: Running) -> None:
    body = urlencode({"password": "open sesame"})
    answer = ask(at(guarded), "/ai/host?a=1", "POST", body, **FORM)
    assert (answer.status, answer.headers["Location"]) == (303, "/ai/host?a=1")
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/ai/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert ask(at(guarded), "/ai/host", Cookie=cookie.split(";")[0]).status == 200


def test_behind_https_the_cookie_travels_over_https_only(guarded: Running) -> None:
    body = urlencode({"password": "open sesame"})
    answer = ask(at(guarded), "/ai/", "POST", body, **FORM, X_Forwarded_Proto="https")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_wrong_password_is_told_in_words_and_opens_nothing(guarded: Running) -> None:
    answer = ask(at(guarded), "/ai/", "POST", urlencode({"password": "sesame"}), **FORM)
    assert answer.status == 401
    assert "<title>Error: Password" in answer.text
    assert "That is not the password." in answer.text
    assert answer.headers["Set-Cookie"] is None


@pytest.mark.parametrize("addresses", ["203.0.113.9", "2001:db8:0:9::{}"])
def test_many_wrong_passwords_are_not_tried(guarded: Running, addresses: str) -> None:
    wrong, right = (urlencode({"password": text}) for text in ("sesame", "open sesame"))
    for number in range(20):
        said = {**FORM, "X_Forwarded_For": addresses.format(number)}
        assert ask(at(guarded), "/ai/", "POST", wrong, **said).status == 401
    said = {**FORM, "X_Forwarded_For": addresses.format("ffff")}
    assert ask(at(guarded), "/ai/", "POST", right, **said).status == 429
    assert ask(at(guarded), "/ai/", "POST", right, **FORM).status == 303


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example"])
def test_the_form_leads_to_no_other_server(guarded: Running, path: str) -> None:
    body = urlencode({"password": "open sesame"})
    target = ask(at(guarded), path, "POST", body, **FORM).headers["Location"]
    assert target == "/evil.example" + ("/" if path.endswith("/") else "")


def test_a_websocket_asks_for_the_password_too(guarded: Running) -> None:
    token = {"Authorization": "Bearer abc"}
    page = ask(at(guarded), f"/ai{PAGE}", **token)
    with pytest.raises(websocket.WebSocketBadStatusException):
        connect(guarded, kernel_of(page))
    connect(guarded, kernel_of(page), **token).close()


def test_a_program_reads_the_numbers_with_the_token(guarded: Running) -> None:
    token = {"Authorization": "Bearer abc"}
    assert ask(at(guarded), "/ai/metrics", **token, **OUTSIDE).status == 200
    assert ask(at(guarded), "/ai/metrics", **OUTSIDE).status == 403


def test_everything_is_under_the_path_that_was_given(guarded: Running) -> None:
    landing = ask(at(guarded), "/ai/", Authorization="Bearer abc").text
    assert guarded.url.endswith("/ai/")
    links = [part.split('"')[0] for part in landing.split(' href="')[1:]]
    assert [link for link in links if link[:1] == "/" and not link.startswith("/ai/")] == []


def test_an_intranet_may_show_it_in_a_frame_where_the_identity_says_so(guarded: Running) -> None:
    headers = ask(at(guarded), "/ai/privacy").headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://intranet.example" in policy
    assert headers["X-Frame-Options"] is None


# ---- The end


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_well_when_asked_once(tmp_path: Path, number: int) -> None:
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", "2")
    with running(site, 9070, log=tmp_path / "log") as other:
        line = connect(other, kernel_of(ask(at(other), PAGE)))
        ask(at(other), PAGE)
        kernels = other.kernels()
        other.process.send_signal(number)
        while line.recv_data()[0] != websocket.ABNF.OPCODE_CLOSE:  # the page is told
            pass
        line.shutdown()
        assert other.process.wait(15) == 0
    assert len(kernels) == 2
    assert [kernel for kernel in kernels if psutil.pid_exists(kernel)] == []
    assert json.loads((tmp_path / "log").read_text("utf-8").splitlines()[-1])["event"] == "stopped"


def test_it_stops_at_once_when_asked_twice(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write_page(site, "page", "# A page", "import time\ntime.sleep(60)")
    with running(site, 9090) as other:
        parts = urlsplit(at(other))
        line = socket.create_connection((parts.hostname, parts.port), timeout=30)
        line.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert line.recv(20)
        kernels = other.kernels()
        other.process.terminate()
        time.sleep(0.2)
        other.process.terminate()
        # It may have been through already, and Python no longer listen to signals.
        assert other.process.wait(5) in (0, 1, -signal.SIGTERM)
        line.close()
    assert kernels
    assert [kernel for kernel in kernels if psutil.pid_exists(kernel)] == []
