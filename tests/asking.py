"""Ask a running server over HTTP and websockets, as browsers and programs do."""

from __future__ import annotations

import gzip
import http.client
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Answer", "alike", "ask", "kernel_of", "open_page"]


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, unpacked where it came packed."""
        packed = self.headers["Content-Encoding"] == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


def ask(
    url: str, path: str, method: str = "GET", body: str | bytes | None = None, **headers: str
) -> Answer:
    """Ask once, follow nothing, and return the answer; a header's ``_`` is written as ``-``."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body, headers=names)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def open_page(url: str, path: str, **headers: str) -> tuple[Answer, str]:
    """Open a page, go where it sends us, and return its answer and its path in the end."""
    answer = ask(url, path, **headers)
    for _ in range(3):
        if answer.status not in (301, 302, 303, 307, 308):
            break
        path = answer.headers["Location"]
        answer = ask(url, path, **headers)
    return answer, path


def kernel_of(answer: Answer) -> str:
    """Return the kernel of a page."""
    found = re.search(r'"kernelId": "([0-9a-f-]{36})"', answer.text)
    return found[1] if found else ""


def alike(html: str) -> str:
    """Return a page without the names of its kernel and widgets, and its own number."""
    html = re.sub(r'nonce="[^"]*"', "", html)
    return re.sub(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "NAME", html)
