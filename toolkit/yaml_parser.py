"""What reads YAML into nodes: the C library where there is one, and Python itself elsewhere."""

from __future__ import annotations

from typing import Any

from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = ["PlainParser", "fastest_parser"]


class PlainParser(Reader, Scanner, Parser, Composer):
    """Reads a text into nodes, with nothing that has to be compiled for a machine.

    Parameters
    ----------
    text : str
        YAML.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def fastest_parser() -> Any:
    """Return the class to read with.

    Returns
    -------
    type
        That of the C library, ten times as fast; `PlainParser` where there is none.
    """
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ModuleNotFoundError:  # Python in the browser may have none
        return PlainParser
    return CParser
