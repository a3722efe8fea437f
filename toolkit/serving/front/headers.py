"""The headers that tell a browser what a page may do, on every answer there is.

Scripts come from this server alone. Those written into a page carry a number used once: the
template writes a mark instead, which is a secret of this process, and it is changed for a fresh
number on the way out. So whoever gets text into a page cannot make it a script.
"""

from __future__ import annotations

import re
import secrets
from functools import cache

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

__all__ = ["Headers", "mark", "policy"]

HOST = re.compile(r"[A-Za-z0-9.:_\[\]-]+")
# What no page of ours uses, not even by mistake or by way of a script that was slipped in.
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


@cache
def mark() -> str:
    """Return what the templates write where a page's own number has to be."""
    return secrets.token_urlsafe(18)


def policy(number: str, host: str, frames: tuple[str, ...] = (), *, runs: bool = False) -> str:
    """Return what a page may load and do, as the header Content-Security-Policy says it.

    Parameters
    ----------
    number : str
        The page's number, used once.
    host : str
        Name and port that the browser asked, for its websocket; may be empty.
    frames : tuple of str
        The origins, beside our own, that may show pages in a frame.
    runs : bool
        Whether the page shows widgets of a kernel, which needs more.

    Returns
    -------
    str
        The policy, on one line.
    """
    # Older browsers do not count a websocket to the same server as the same origin.
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    rules = {
        "default-src": "'none'",
        # Widgets come as text from the kernel, and are loaded as a file made in the browser.
        "script-src": f"'self' 'nonce-{number}'" + (" blob:" if runs else ""),
        # Charts and ipywidgets write styles into the page as they draw.
        "style-src": "'self' 'unsafe-inline'" if runs else f"'self' 'nonce-{number}'",
        "img-src": "'self' data: blob:" if runs else "'self' data:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{sockets}",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": " ".join(("'self'", *frames)),
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


class Headers(OutputTransform):
    """Set the headers of one answer, whoever gives it, and its number where it is a page."""

    frames: tuple[str, ...] = ()
    kernel_pages = "/voila/render/"

    def __init__(self, request: HTTPServerRequest) -> None:
        self.request = request
        self.number = secrets.token_urlsafe(18)
        self.page = False

    @classmethod
    def for_site(cls, base: str, frames: tuple[str, ...]) -> type[Headers]:
        """Return a class of this kind for one site."""
        settings = {"frames": frames, "kernel_pages": f"{base}voila/render/"}
        return type("SiteHeaders", (cls,), settings)

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Set the headers before the first piece of an answer is sent."""
        self.page = headers.get("Content-Type", "").startswith("text/html")
        headers["Content-Security-Policy"] = policy(
            self.number,
            self.request.host,
            self.frames,
            runs=self.request.path.startswith(self.kernel_pages),
        )
        if status_code == 304:  # the page the browser has kept goes with the number it came with
            del headers["Content-Security-Policy"]
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        headers["Permissions-Policy"] = ", ".join(f"{name}=()" for name in UNUSED)
        if not self.frames:
            headers["X-Frame-Options"] = "SAMEORIGIN"
        headers.pop("Server", None)
        return status_code, headers, self.transform_chunk(chunk, finishing)

    def transform_chunk(self, chunk: bytes, finishing: bool) -> bytes:
        """Put the number where the template has left its mark."""
        return chunk.replace(mark().encode(), self.number.encode()) if self.page else chunk
