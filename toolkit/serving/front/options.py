"""What whoever starts the server may choose, beside where it listens."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.serving.front.memory import enough_for

__all__ = ["Options"]


@dataclass(frozen=True)
class Options:
    """How the server receives its visitors.

    Parameters
    ----------
    audience : int
        How many people may have a page open at once; 0 where nobody has said.
    password : str
        What visitors have to know; empty where they need nothing.
    token : str
        What programs send to read the numbers, and pages behind a password.
    base : str
        The path everything is served under.
    proxies : tuple of str
        The addresses or networks of proxies on other computers, which are believed.
    log : {"", "text", "json"}
        How events are told; by what reads them where it is empty.
    """

    audience: int = 0
    password: str = ""
    token: str = ""
    base: str = "/"
    proxies: tuple[str, ...] = ()
    log: str = ""

    def places(self, memory: int) -> int:
        """Return how many people may have a page open at once, where so many bytes are there.

        Examples
        --------
        >>> Options(audience=30).places(1024**3), Options().places(1024**3)
        (30, 5)
        """
        return self.audience or enough_for(memory)

    @property
    def path(self) -> str:
        """The path everything is served under, with slashes at both ends.

        Examples
        --------
        >>> Options(base="ai").path, Options(base="/").path
        ('/ai/', '/')
        """
        inner = self.base.strip("/")
        return f"/{inner}/" if inner else "/"
