"""A line between a browser and a server: can be cut, may refuse websockets, counts what passes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

__all__ = ["Line"]

REFUSED = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Line:
    """Hands on what passes between a port of its own and a server's; `sent` counts the bytes back.

    Parameters
    ----------
    port : int
        The server's port.
    websockets : bool
        Whether it lets them by; some proxies do not.
    """

    def __init__(self, port: int, *, websockets: bool = True) -> None:
        self._to = ("127.0.0.1", port)
        self._websockets = websockets
        self.sent = 0
        self._whole = True
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._answer, daemon=True).start()

    def cut(self) -> None:
        """Break every connection, and refuse new ones until `mend` is called."""
        self._whole = False
        for one in tuple(self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let connections by again."""
        self._whole = True

    def close(self) -> None:
        """Let nothing by any more."""
        self.cut()
        self._door.close()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._door.accept()
                threading.Thread(target=self._join, args=[browser], daemon=True).start()

    def _join(self, browser: socket.socket) -> None:
        with browser, suppress(OSError):
            asked = browser.recv(65_536)
            if not self._whole:
                return
            if not self._websockets and b"upgrade: websocket" in asked.lower():
                browser.sendall(REFUSED)
                return
            with socket.create_connection(self._to) as server:
                self._open |= {browser, server}
                server.sendall(asked)
                back = threading.Thread(target=self._hand_back, args=[server, browser])
                back.start()
                for data in _read(browser):
                    server.sendall(data)
                with suppress(OSError):
                    server.shutdown(socket.SHUT_RDWR)
                back.join()
            self._open -= {browser, server}

    def _hand_back(self, server: socket.socket, browser: socket.socket) -> None:
        with suppress(OSError):
            for data in _read(server):
                self.sent += len(data)
                browser.sendall(data)
        with suppress(OSError):
            browser.shutdown(socket.SHUT_RDWR)


def _read(one: socket.socket) -> Iterator[bytes]:
    with suppress(OSError):
        while data := one.recv(65_536):
            yield data
