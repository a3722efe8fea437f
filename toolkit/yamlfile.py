"""Strict YAML: nothing means something other than what it looks like.

Only true and false are true and false; a repeated name, a reference to another place, or a
number that could be read in two ways is an error with its line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yaml import MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode, YAMLError
from yaml.resolver import BaseResolver

from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.yaml_parser import fastest_parser

__all__ = ["IMPLICIT_WORDS", "Json", "parse_yaml", "read_yaml"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_LARGEST = 2**53  # beyond it JSON readers disagree about whole numbers: RFC 8259, section 6
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # cannot be written to a file or sent to a browser


def parse_yaml(text: str, file: Path | str) -> dict[str, Json]:
    """Return the mapping that a YAML text holds.

    Dates come back as the text they are, so that what was read can be written as JSON.

    Parameters
    ----------
    text : str
        YAML 1.2.
    file : path or str
        Where the text came from, for the error message.

    Returns
    -------
    dict
        Strings, numbers, booleans, None, lists and dicts only.

    Raises
    ------
    ContentError
        Where the text is not YAML, is not a mapping at its top level, or holds what this
        module refuses; every such place is listed.

    Examples
    --------
    >>> parse_yaml("id: yes", "a.yaml")
    {'id': 'yes'}
    """
    half = _HALF_CHARACTER.search(text)
    if half:
        line = text.count("\n", 0, half.start()) + 1
        problem = Problem(
            _("line {number}").format(number=line),
            _("holds half of a character"),
            _("type that place again"),
        )
        raise ContentError(file, [problem])
    walk = _Walk()
    try:
        root = _Reader(text).get_single_node()
        value = walk.value(root) if isinstance(root, MappingNode) else None
    except MarkedYAMLError as error:
        raise ContentError(file, [_broken(error)]) from None
    except (YAMLError, RecursionError) as error:
        raise ContentError(file, [_unreadable(error)]) from None
    if not isinstance(value, dict):
        walk.problems.append(
            Problem(
                _("file"), _("is not a list of 'name: value' lines"), _("start from a template")
            )
        )
    if walk.problems or not isinstance(value, dict):
        raise ContentError(file, dict.fromkeys(walk.problems))
    return value


def read_yaml(path: Path) -> dict[str, Json]:
    """Return the mapping that a YAML file holds.

    Parameters
    ----------
    path : Path
        A UTF-8 file.

    Returns
    -------
    dict
        As `parse_yaml` returns it.

    Raises
    ------
    ContentError
        Where the file is missing, is not UTF-8 text, or `parse_yaml` refuses it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ContentError(
            path, [Problem(_("file"), _("is not there"), _("check its name"))]
        ) from None
    except OSError as error:
        raise ContentError(
            path,
            [Problem(_("file"), _("cannot be read: {reason}").format(reason=error.strerror))],
        ) from None
    except UnicodeDecodeError:
        raise ContentError(
            path, [Problem(_("file"), _("is not UTF-8 text"), _("save as UTF-8"))]
        ) from None
    return parse_yaml(text, path)


# Each kind of word that stands for more than text: what it looks like, and how it can begin.
IMPLICIT_WORDS = (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:[0-9][0-9_]*|0x[0-9a-fA-F]+|0o[0-7]+)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9][0-9_]*)?\.?[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("float", r"^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$", list("-+.")),
)


_Parser: Any = fastest_parser()


class _Reader(_Parser, BaseResolver):  # type: ignore[misc]
    """Reads a text into nodes with the words of YAML 1.2."""

    def __init__(self, text: str) -> None:
        _Parser.__init__(self, text)
        BaseResolver.__init__(self)


for _mark, _pattern, _first in IMPLICIT_WORDS:
    _Reader.add_implicit_resolver(f"tag:yaml.org,2002:{_mark}", re.compile(_pattern), _first)


@dataclass
class _Walk:
    """Turns what the YAML library read into plain values, and notes what it will not turn."""

    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: Node) -> Json:
        """Return the plain value of one place in the file."""
        if id(node) in self.seen:  # a few references to references would fill the memory
            return self._refuse(
                node, _("is used again elsewhere with '*'"), _("write it out twice")
            )
        self.seen.add(id(node))
        mark = str(node.tag).removeprefix("tag:yaml.org,2002:")
        if isinstance(node, ScalarNode):
            return self._scalar(node, mark)
        if isinstance(node, MappingNode) and mark == "map":
            return self._mapping(node)
        if isinstance(node, SequenceNode) and mark == "seq":
            return [self.value(item) for item in node.value]
        return self._refuse(
            node, _("has the mark '{mark}'").format(mark=mark), _("take the mark out")
        )

    def _mapping(self, node: MappingNode) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for key, item in node.value:
            if not isinstance(key, ScalarNode):
                self._refuse(key, _("has a list where a name should be"), _("write a name"))
            elif key.value in found:
                self._refuse(
                    key,
                    _("'{value}' is written twice").format(value=key.value),
                    _("keep one of them"),
                )
            else:
                found[key.value] = self.value(item)
        return found

    def _scalar(self, node: ScalarNode, mark: str) -> Json:
        text = str(node.value)
        if mark == "null":
            return None
        if mark == "bool" and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if mark in ("int", "float"):
            return self._number(node, text)
        if mark not in ("str", "timestamp", "merge", "bool"):
            return self._refuse(
                node, _("has the mark '{mark}'").format(mark=mark), _("take the mark out")
            )
        return text

    def _number(self, node: ScalarNode, text: str) -> Json:
        try:
            number = json.loads(text)
        except ValueError:
            number = None
        if isinstance(number, int | float) and abs(number) < _LARGEST:
            return number
        advice = _("put it in quotes if it is text; a number looks like 1200, 0.5 or -3")
        return self._refuse(
            node, _("'{text}' is not a plain number").format(text=text[:40]), advice
        )

    def _refuse(self, node: Node, what: str, remedy: str) -> Json:
        self.problems.append(
            Problem(_("line {number}").format(number=node.start_mark.line + 1), what, remedy)
        )
        return None


def _broken(error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    return Problem(
        _("line {number}").format(number=mark.line + 1) if mark else _("file"),
        _("cannot be read as YAML: {reason}").format(reason=error.problem or error.context),
        _("check the spaces at the start of the line, and put text that holds ': ' in quotes"),
    )


def _unreadable(error: Exception) -> Problem:
    if isinstance(error, RecursionError):
        return Problem(
            _("file"), _("holds lists inside lists, too deep to read"), _("make it flatter")
        )
    first_line = str(error).partition("\n")[0]
    return Problem(
        _("file"),
        _("cannot be read as YAML: {reason}").format(reason=first_line),
        _("type that place again"),
    )
