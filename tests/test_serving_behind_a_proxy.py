"""The examples for nginx and Caddy, run as they are kept, in front of a real server.

Where a program is not there, its tests are counted as not run.
"""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import websocket
from asking import kernel_of as kernel_in
from tiny_site import ROOT, Running, make_site, running, write_page

NGINX = shutil.which("nginx", path=os.environ["PATH"] + os.pathsep + "/usr/sbin")
CADDY = shutil.which("caddy")
OPENSSL = shutil.which("openssl")
PAGE = "/ai/voila/render/notebooks/page.ipynb"
ANY = ssl._create_unverified_context()  # the certificate is our own, made a moment ago


class Stay(urllib.request.HTTPRedirectHandler):
    """Follow nothing."""

    def redirect_request(self, *args: object) -> None:
        """Answer with the redirect itself."""


class Answer:
    """What came through the proxy."""

    def __init__(self, answer: urllib.request.addinfourl) -> None:
        self.status, self.headers = answer.status, answer.headers
        self.text = answer.read().decode()


def ask(url: str, path: str, body: str | None = None, **headers: str) -> Answer:
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=ANY))
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url + path, body.encode() if body else None, names)
    try:
        return Answer(opener.open(request, timeout=60))
    except urllib.error.HTTPError as error:
        return Answer(error)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with a password, under a path."""
    folder = tmp_path_factory.mktemp("proxied")
    site = make_site(folder / "site")
    write_page(site, "page", "# A page", "2", "import time\ntime.sleep(2)", "3")
    (folder / "password").write_text("open sesame", "utf-8")
    flags = ("--password-file", str(folder / "password"), "--base-url", "/ai/")
    with running(site, 9130, *flags) as started:
        yield started


@pytest.fixture(params=["nginx", "Caddy"])
def proxy(request: pytest.FixtureRequest, tmp_path: Path, server: Running) -> Iterator[str]:
    """Run a proxy in front of the server, and return its address."""
    behind = urlsplit(server.url).netloc
    start = {"nginx": through_nginx, "Caddy": through_caddy}[request.param]
    with start(tmp_path, behind) as url:
        wait_for(url)
        yield url


@contextmanager
def through_nginx(folder: Path, behind: str) -> Iterator[str]:
    if not NGINX or not OPENSSL:
        pytest.skip("nginx or openssl is not installed here")
    kept = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    port, plain = free_port(), free_port()
    certificate, key = make_certificate(folder)
    for old, new in (
        ("127.0.0.1:8866", behind),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
        ("/etc/ssl/certs/toolkit.pem", str(certificate)),
        ("/etc/ssl/private/toolkit.key", str(key)),
    ):
        assert old in kept
        kept = kept.replace(old, new)
    parts = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{part}_temp_path {folder / part};\n" for part in parts)
    whole = f"pid {folder / 'pid'};\nevents {{}}\nhttp {{\n{places}{kept}}}\n"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    said = ["-e", str(folder / "error.log"), "-g", "daemon off; master_process off;"]
    with process([NGINX, "-c", str(folder / "nginx.conf"), *said], folder):
        yield f"https://localhost:{port}"


@contextmanager
def through_caddy(folder: Path, behind: str) -> Iterator[str]:
    if not CADDY:
        pytest.skip("caddy is not installed here")
    kept = (ROOT / "deploy" / "Caddyfile").read_text("utf-8")
    port = free_port()
    (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n" + kept, "utf-8")
    given = {"TOOLKIT_ADDRESS": f"http://localhost:{port}", "TOOLKIT_UPSTREAM": behind}
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [CADDY, "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with process(command, folder, **given, **own):
        yield f"http://localhost:{port}"


@contextmanager
def process(command: list[str], folder: Path, **environment: str) -> Iterator[None]:
    with (folder / "said").open("w", encoding="utf-8") as said:
        started = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said
        )
    try:
        yield
    finally:
        started.terminate()
        started.wait(20)


def make_certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-out", str(certificate), "-keyout", str(key)],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str) -> None:
    for _ in range(100):
        try:
            ask(url, "/ai/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers at {url}")


def signed_in(url: str) -> str:
    """Return the cookie of somebody who knows the password."""
    answer = ask(url, "/ai/", urlencode({"password": "open sesame"}))
    assert (answer.status, answer.headers["Location"]) == (303, "/ai/")
    return str(answer.headers["Set-Cookie"])


def test_a_page_and_its_websocket_work_through_the_proxy(proxy: str) -> None:
    cookie = signed_in(proxy).split(";")[0]
    page = ask(proxy, PAGE, Cookie=cookie)
    assert page.status == 200
    host = urlsplit(proxy).netloc
    assert f"wss://{host}" in page.headers["Content-Security-Policy"]
    line = websocket.create_connection(
        f"{proxy.replace('http', 'ws', 1)}/ai/api/kernels/{kernel_in(page)}/channels?session_id=a",
        cookie=cookie, origin=proxy, timeout=20, sslopt={"cert_reqs": ssl.CERT_NONE},
    )  # fmt: skip
    assert line.getstatus() == 101
    line.close()


def test_a_websocket_from_another_site_is_refused(proxy: str) -> None:
    cookie = signed_in(proxy).split(";")[0]
    kernel = kernel_in(ask(proxy, PAGE, Cookie=cookie))
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(
            f"{proxy.replace('http', 'ws', 1)}/ai/api/kernels/{kernel}/channels?session_id=a",
            cookie=cookie, origin="https://evil.example", timeout=20,
            sslopt={"cert_reqs": ssl.CERT_NONE},
        )  # fmt: skip


def test_the_text_of_a_page_comes_through_before_its_cells_have_run(proxy: str) -> None:
    cookie = signed_in(proxy).split(";")[0]
    request = urllib.request.Request(proxy + PAGE, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=60, context=ANY) as answer:
        first = b""
        while b"</footer>" not in first:
            first += answer.read1()
        rest = answer.read()
    assert b"data-toolkit-finished" not in first
    assert b"data-toolkit-finished" in rest


def test_over_https_the_cookie_is_for_https_only(proxy: str) -> None:
    assert ("Secure" in signed_in(proxy)) == proxy.startswith("https")


@pytest.mark.parametrize("said", ["127.0.0.1", "203.0.113.5"])
def test_nobody_reads_the_numbers_through_the_proxy(proxy: str, said: str) -> None:
    answer = ask(proxy, "/ai/metrics", X_Forwarded_For=said, X_Real_Ip=said)
    assert answer.status == 404
    assert "toolkit_" not in answer.text


def test_health_is_there_for_whoever_balances_the_load(proxy: str) -> None:
    assert '"status": "ok"' in ask(proxy, "/ai/healthz").text
