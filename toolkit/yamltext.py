"""Write plain values as YAML that `toolkit.yamlfile` reads back exactly."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from yaml import ScalarNode
from yaml.cyaml import CSafeDumper

from toolkit.yamlfile import Json

__all__ = ["yaml_text"]

# What no reader of YAML takes for anything but text; all other text is written in quotes.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*", re.ASCII)
_WORDS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"}


def yaml_text(content: Mapping[str, Json]) -> str:
    """Return the YAML of a mapping.

    Parameters
    ----------
    content : mapping
        Text, numbers, true and false, None, lists and mappings only.

    Returns
    -------
    str
        YAML 1.2, in the order of the mapping.

    Examples
    --------
    >>> print(yaml_text({"id": "tea", "title": "1: Tea?", "answers": ["yes"]}))
    id: tea
    title: "1: Tea?"
    answers:
    - "yes"
    <BLANKLINE>
    """
    return str(
        yaml.dump(dict(content), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=100)
    )


class _Writer(CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(writer: _Writer, text: str) -> ScalarNode:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and len(text) < 80
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Writer.add_representer(str, _text)
