"""Find the translations that would break a page: other placeholders, tags or plural forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

from toolkit.errors import Problem

__all__ = ["Entry", "faults"]

_TAG = re.compile(r"<[^<>]*>|&[#\w]+;|<")
_PERCENT = re.compile(r"%(?:\(\w+\))?[#0\- +]*[\d.]*[diouxXeEfFgGrs%]")
_NAMED = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True)
class Entry:
    """One message of a file.

    Parameters
    ----------
    english : tuple of str
        One form, or two where a number decides.
    told : tuple of str
        The translation in as many forms as the language has.
    line : int
        Where it is in the file.
    forms : int
        How many forms the language has.
    """

    english: tuple[str, ...]
    told: tuple[str, ...]
    line: int
    forms: int


def faults(entry: Entry) -> Iterable[Problem]:
    """Yield what would break a page if a translation were shown.

    Parameters
    ----------
    entry : Entry
        One message of a file.

    Yields
    ------
    Problem
        Each with its line.
    """
    where = f"line {entry.line}"
    if len(entry.english) > 1 and not (len(entry.told) == entry.forms and all(entry.told)):
        advice = f"write {entry.forms} forms, as Plural-Forms in the header says"
        yield Problem(where, f"has {len(list(filter(None, entry.told)))} plural forms", advice)
    for told in filter(None, entry.told):
        # A form for one exact number may leave the number out.
        percent = _percent(entry)
        wanted = [_places(english, percent) for english in entry.english]
        given = _places(told, percent)
        if given is None:
            yield Problem(
                where, f"has a curly bracket without its fellow: {_short(told)}", "add it"
            )
        elif not any(_fits(given, places, len(wanted) > 1) for places in wanted):
            names = ", ".join(sorted(wanted[-1] or ())) or "none"
            what = f"has other placeholders than the English: {_short(told)}"
            yield Problem(where, what, f"use these, spelled as they are: {names}")
        if Counter(_TAG.findall(told)) not in [Counter(_TAG.findall(e)) for e in entry.english]:
            what = f"has other HTML tags than the English: {_short(told)}"
            yield Problem(where, what, "copy each tag from the English as it is")


def _fits(given: set[str], wanted: set[str] | None, may_leave_out: bool) -> bool:
    return given == wanted or (may_leave_out and given <= (wanted or set()))


def _percent(entry: Entry) -> re.Pattern[str]:
    """Return what stands for something behind a percent sign: in "95% of" it is only a sign."""
    return _PERCENT if any(map(_NAMED.search, entry.english)) else _NAMED


def _places(text: str, percent: re.Pattern[str]) -> set[str] | None:
    """Return the placeholders of a text; None where its curly brackets do not match."""
    found = set(percent.findall(text))
    try:
        for _text, name, spec, conversion in Formatter().parse(text):
            if name is not None:
                shape = f"!{conversion}" if conversion else ""
                found.add(f"{{{name}{shape}{':' if spec else ''}{spec or ''}}}")
    except ValueError:
        return None
    return found


def _short(text: str) -> str:
    return f"‘{text if len(text) <= 60 else text[:59] + '…'}’"
