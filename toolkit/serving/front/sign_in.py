"""One password for everybody, where whoever runs the server asks for one.

The form stands at the address of the page itself, so that neither the page nor the place on it is
lost, and nothing has to be carried in an address.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler, create_signed_value, decode_signed_value

from toolkit.serving.front.limits import Pace
from toolkit.serving.front.logs import tell
from toolkit.serving.front.proxy import network_of

__all__ = ["Gate", "SignIn"]

COOKIE = "toolkit-signed-in"
DAYS = 1.0
TRIES = 20  # wrong ones, per address and minute; of IPv6, per network
OPEN = r"(accessibility|privacy)/?|healthz|metrics|voila/templates/.+|voila/static/.+"


class Gate:
    """Who may come in.

    Parameters
    ----------
    password : str
        What visitors have to know; nothing is asked where it is empty.
    token : str
        What programs may send instead, in the header Authorization.
    base : str
        The path everything is served under, with slashes at both ends.
    logo : str
        The address of the logo, which the form shows.
    """

    def __init__(self, password: str, token: str, base: str, logo: str = "") -> None:
        self._password = _digest(password) if password else b""
        self._token = _digest(token) if token else b""
        self._secret = secrets.token_bytes(32)  # a new one each time: a restart signs people out
        self._base = base
        self._open = re.compile(re.escape(base) + f"({OPEN})|{re.escape(logo or base + 'healthz')}")
        self.tries = Pace(TRIES)

    def lets_in(self, request: HTTPServerRequest) -> bool:
        """Return whether a request may be answered."""
        if not self._password or self._open.fullmatch(request.path):
            return True
        return self.knows_token(request) or self._signed_in(request)

    def knows_token(self, request: HTTPServerRequest) -> bool:
        """Return whether a request comes from a program that knows the token."""
        kind, _, sent = request.headers.get("Authorization", "").partition(" ")
        if not self._token or kind.lower() not in ("bearer", "token"):
            return False
        return hmac.compare_digest(_digest(sent.strip()), self._token)

    def is_right(self, password: str) -> bool:
        """Return whether somebody knows the password."""
        return hmac.compare_digest(_digest(password), self._password)

    def sign_in(self, handler: RequestHandler) -> None:
        """Have a browser remember that its user knows the password."""
        handler.set_cookie(
            COOKIE,
            create_signed_value(self._secret, COOKIE, "yes"),
            path=self._base,
            httponly=True,
            samesite="Lax",
            secure=handler.request.protocol == "https",
        )

    def _signed_in(self, request: HTTPServerRequest) -> bool:
        morsel = request.cookies.get(COOKIE)
        value = morsel.value if morsel else None
        return bool(decode_signed_value(self._secret, COOKIE, value, max_age_days=DAYS) == b"yes")


class SignIn(RequestHandler):
    """The form, in place of any page that somebody may not see yet."""

    def get(self) -> None:
        """Show the form."""
        self._show()

    def post(self) -> None:
        """Let somebody in who knows the password, and show them the page they asked for."""
        gate: Gate = self.settings["toolkit_gate"]
        address, now = network_of(self.request.remote_ip or ""), time.monotonic()
        if not gate.tries.allows(address, now):
            tell("sign-in refused", reason="too many wrong passwords")
            self._show("Too many wrong passwords came from your network. Wait a minute, then try"
                       " again.", status=429)  # fmt: skip
        elif gate.is_right(self.get_body_argument("password", "", strip=False)):
            gate.sign_in(self)
            # A second slash at its start would make an address lead to another server.
            self.redirect("/" + (self.request.uri or "").lstrip("/\\"), status=303)
        else:
            gate.tries.count(address, now)
            tell("sign-in refused", reason="wrong password")
            self._show("That is not the password. Check it with whoever gave it to you.")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show the form, whatever was asked and however."""
        self._show(status=status_code if status_code >= 500 else 401)

    def _show(self, problem: str = "", status: int = 401) -> None:
        self.set_status(status)
        if status == 401:
            self.set_header("WWW-Authenticate", "Bearer")  # what a program may send instead
        self.set_header("Cache-Control", "no-store")
        self.finish(self.settings["toolkit_site"].sign_in(problem))


def _digest(text: str) -> bytes:
    """Return a text in a form whose comparison takes the same time wherever it differs."""
    return hashlib.sha256(text.encode()).digest()
