"""Every request passes here first, before it is known which page will answer."""

from __future__ import annotations

from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import Application, GZipContentEncoding, RequestHandler, stream_request_body

from toolkit.serving.front.headers import Headers
from toolkit.serving.front.limits import too_large
from toolkit.serving.front.logs import tell
from toolkit.serving.front.proxy import comes_from_here, read_forwarded
from toolkit.serving.front.sign_in import SignIn

__all__ = ["QUEUE_FULL", "Front", "Refused", "refuse"]

QUEUE_FULL = "queue full"

REASONS = {
    413: "body too large",
    414: "address too long",
    429: "too many pages",
    431: "headers too large",
    503: "stopping",
}


class Front(Application):
    """The application, with its front door.

    Parameters
    ----------
    headers : type
        A class of `toolkit.serving.front.headers.Headers`.
    proxies : tuple of str
        The addresses or networks of proxies that are trusted.
    **settings
        As `tornado.web.Application` takes them.
    """

    def __init__(self, headers: type[Headers], proxies: tuple[str, ...], **settings: Any) -> None:
        super().__init__(transforms=[headers, GZipContentEncoding], **settings)
        self.proxies = proxies
        self.stopping = False

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Return who answers a request: often not a page, but whoever refuses it."""
        request.toolkit_from_here = comes_from_here(request)
        read_forwarded(request, self.proxies)
        status = too_large(request) or (503 if self.stopping else None)
        if status:
            return self.get_handler_delegate(request, Refused, {"status": status})
        if not self.settings["toolkit_gate"].lets_in(request):
            return self.get_handler_delegate(request, SignIn)
        return super().find_handler(request, **kwargs)


@stream_request_body
class Refused(RequestHandler):
    """Say why a request is not answered, before the rest of it has come."""

    def initialize(self, status: int) -> None:
        """Remember why."""
        self.status = status

    def prepare(self) -> None:
        """Answer at once, and end the connection: its other end may still be sending."""
        refuse(self, self.status)

    def data_received(self, chunk: bytes) -> None:
        """Let what comes after the answer pass."""


def refuse(handler: RequestHandler, status: int, reason: str = "") -> None:
    """Answer with a page that says why a request is refused, and count it.

    Parameters
    ----------
    handler : RequestHandler
        Who was asked.
    status : int
        The status of the answer, a key of REASONS.
    reason : str
        QUEUE_FULL where it is not the usual reason for that status.
    """
    reason = reason or REASONS[status]
    handler.settings["toolkit_metrics"].refused.labels(reason).inc()
    tell("refused", reason=reason)
    handler.set_status(status)
    handler.set_header("Cache-Control", "no-store")
    if status in (429, 503):
        handler.set_header("Retry-After", "60")
    handler.set_header("Content-Type", "text/html; charset=UTF-8")
    if status != 429 and reason != QUEUE_FULL:
        handler.set_header("Connection", "close")
    handler.finish(handler.settings["toolkit_site"].refused(reason))
