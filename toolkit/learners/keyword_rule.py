"""A rule: words that a person wrote down for each topic. It does that and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from toolkit.errors import did_you_mean
from toolkit.language import N_, _
from toolkit.learners.words import words_of

__all__ = ["Noun", "Verdict", "apply_rule", "parse_lines"]

Noun = Literal["team", "page"]
_UNKNOWN: dict[Noun, str] = {
    "team": N_("Line {number} was left out: “{name}” is not a team: {advice}."),
    "page": N_("Line {number} was left out: “{name}” is not a page: {advice}."),
}
_NO_COLON: dict[Noun, str] = {
    "team": N_(
        "Line {number} was left out: start it with a team and a colon, for example “{topic}:”."
    ),
    "page": N_(
        "Line {number} was left out: start it with a page and a colon, for example “{topic}:”."
    ),
}


@dataclass(frozen=True)
class Verdict:
    """What the rule says about a message.

    Parameters
    ----------
    topic : str
        The topic, empty where the rule gives no answer.
    words : tuple of str
        The words of the rule that stand in the message.
    """

    topic: str
    words: tuple[str, ...]


def parse_lines(
    lines: Sequence[str], topics: Sequence[str], *, noun: Noun = "team"
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return what stands after each topic's name, and what could not be read.

    Parameters
    ----------
    lines : sequence of str
        Each a topic, a colon and some words.
    topics : sequence of str
        The topics there are.
    noun : str
        What a topic is: ``team`` or ``page``.

    Returns
    -------
    pairs : tuple of (topic, text)
        The lines that could be read.
    problems : tuple of str
        A sentence for each other line: where it is, what is wrong, what to do.

    Examples
    --------
    >>> parse_lines(["bins: bin, rubbish", "bns: skip"], ["bins"])[0]
    (('bins', 'bin, rubbish'),)
    """
    pairs, problems = [], []
    for number, line in enumerate(lines, 1):
        name, colon, text = (part.strip() for part in line.partition(":"))
        topic = name.lower()
        if topic in topics and words_of(text):
            pairs.append((topic, text))
        elif topic in topics:
            told = _("Line {number} was left out: write some words after “{topic}:”.")
            problems.append(told.format(number=number, topic=topic))
        elif colon:
            advice = did_you_mean(topic, topics).rstrip("?")
            told = _(_UNKNOWN[noun])
            problems.append(told.format(number=number, name=name[:20], advice=advice))
        else:
            problems.append(_(_NO_COLON[noun]).format(number=number, topic=topics[0]))
    return tuple(pairs), tuple(problems)


def apply_rule(rule: Sequence[tuple[str, str]], message: str) -> Verdict:
    """Return what a rule says about a message.

    Parameters
    ----------
    rule : sequence of (topic, text)
        The words to look for, by topic.
    message : str
        The message.

    Returns
    -------
    Verdict
        The topic most of whose words stand in the message, the earlier of two with as many.
        No topic where none do.

    Examples
    --------
    >>> apply_rule([("bins", "bin, rubbish"), ("tax", "bill")], "My bin was missed")
    Verdict(topic='bins', words=('bin',))
    >>> apply_rule([("bins", "bin, rubbish")], "They never came")
    Verdict(topic='', words=())
    """
    said = words_of(message)
    best = Verdict("", ())
    for topic, text in rule:
        words = set(words_of(text))
        found = tuple(dict.fromkeys(word for word in said if word in words))
        if len(found) > len(best.words):
            best = Verdict(topic, found)
    return best
