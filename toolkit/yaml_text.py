"""Write YAML that `toolkit.yamlfile` reads back as exactly what was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yaml import ScalarNode
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from toolkit.yamlfile import IMPLICIT_WORDS, Json

__all__ = ["yaml_text"]

_WIDTH = 100
# What our reader takes as text, but other programs, or people, take for something else.
_LOOKS_LIKE_MORE = re.compile(r"(?i)^(y|n|yes|no|on|off|[\d.,:+-]+)$")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")  # some of it parts lines
_DAY = re.compile(r"^\d{4}-\d{2}(-\d{2})?$")


class _Writer(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Writes with the words of our reader, so that it quotes exactly what it has to."""

    def __init__(self, stream: Any) -> None:
        Emitter.__init__(self, stream, width=_WIDTH, allow_unicode=True)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value again where it comes twice: our reader knows no references."""
        return True


def _text(writer: _Writer, text: str) -> ScalarNode:
    misread = _UNSEEN.search(text) or (_LOOKS_LIKE_MORE.match(text) and not _DAY.match(text))
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style='"' if misread else None)


_Writer.add_representer(str, _text)
for _mark, _pattern, _first in IMPLICIT_WORDS:
    _Writer.add_implicit_resolver(f"tag:yaml.org,2002:{_mark}", re.compile(_pattern), _first)


class _Pieces(list[str]):
    """What a writer needs of a stream."""

    def write(self, text: str) -> None:
        self.append(text)


def yaml_text(content: Mapping[str, Json]) -> str:
    r"""Return content as YAML.

    Parameters
    ----------
    content : mapping
        Strings, numbers, booleans, None, lists and dicts only.

    Returns
    -------
    str
        Names in the order given, each value as `toolkit.yamlfile.parse_yaml` reads it.

    Examples
    --------
    >>> yaml_text({"published": "2026-11-22", "answer": "yes", "year_end": None})
    'published: 2026-11-22\nanswer: "yes"\nyear_end: null\n'
    """
    pieces = _Pieces()
    writer = _Writer(pieces)
    writer.open()
    writer.represent(dict(content))
    writer.close()
    return "".join(pieces)
