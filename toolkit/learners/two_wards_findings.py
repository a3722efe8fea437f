"""Lesson 5 in words: what two cut-offs do to two wards, and what each rule leaves unlike."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.learners.interval import RANGE_IS, likely_range
from toolkit.learners.two_cut_offs import ALIKE, RULES, best_pair, closest_pair
from toolkit.learners.two_cut_offs_decision import PLACES, RULE_CHOICES
from toolkit.learners.two_wards import PEOPLE, Outcome, Pair, apply, draw

__all__ = [
    "OTHER_SAMPLES",
    "SHARED",
    "facts",
    "find_with_cut_offs",
    "find_with_rule",
]

OTHER_SAMPLES = 20
SHARED = 60  # the one cut-off that the lesson starts from
HALF, NARROW = 0.5, 0.1  # what "find half" and "all gaps narrow" mean
_NAMES = ("Ward A", "Ward B")
_ROWS = ("Of those in need, found", "Of those not in need, wrongly flagged",
         "Of those flagged, right")  # fmt: skip


def find_with_cut_offs(seed: int, *, cut_off_a: int, cut_off_b: int) -> Finding:
    """Return what a cut-off in each ward does.

    Parameters
    ----------
    seed : int
        The sample.
    cut_off_a, cut_off_b : int
        In ward A and in ward B: support is offered from this score up.

    Returns
    -------
    Finding
        Three shares in each ward, with the range that chance leaves.
    """
    pair = apply(seed, cut_off_a, cut_off_b)
    found = Finding(
        "Who is found, and who is wrongly flagged", f"{_shares(pair)} {_room(pair, PLACES)}"
    )
    return replace(_draw(found, pair, seed), notes=(*_nobody(pair), _set_up(seed)))


def find_with_rule(seed: int, *, rule: str, places: int) -> Finding:
    """Return the cut-offs that make the wards alike in one respect, beside the other rules.

    Parameters
    ----------
    seed : int
        The sample.
    rule : str
        One of `RULES`, empty where none is chosen.
    places : int
        How many people can be supported.

    Returns
    -------
    Finding
        The chosen rule's shares, and a table of all rules.
    """
    tried = [(choice, best_pair(seed, name, places))
             for choice, name in zip(RULE_CHOICES, RULES, strict=True)]  # fmt: skip
    chosen = next((pair for choice, pair in tried if choice.id == rule), None)
    title = f"What can be alike, with {number(places)} places"
    table = WordTable(
        "What each choice leaves unlike",
        ("Alike in both wards", "Cut-offs, A and B", "Found, of all in need", "Gap: found",
         "Gap: wrongly flagged", "Gap: right when flagged"),
        tuple((choice.text, *_row(pair)) for choice, pair in tried if pair),
    )  # fmt: skip
    if chosen is None:
        asked = "Choose what should be alike. The table shows what each choice leaves unlike."
        return Finding(title, asked, seed=seed, tables=(table,))
    sentence = f"{_shares(chosen)} Of all people in need, {percent(chosen.found)} are found."
    notes = (
        f"Alike means within {_points(round(100 * ALIKE))}, or as near to that as any pair of "
        "cut-offs.",
        _how_often(seed),
    )
    return _draw(Finding(title, sentence, tables=(table,), notes=notes), chosen, seed)


@lru_cache(maxsize=256)
def facts(seed: int) -> dict[str, str]:
    """Return the numbers that the lesson's words speak of, as text.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    same, closest = apply(seed, SHARED, SHARED), closest_pair(seed)
    in_a, in_b = (ward.shares for ward in same.wards)
    level = best_pair(seed, "found", PLACES)
    return {
        "shared": str(SHARED),
        "found_a": percent(in_a[0]),
        "found_b": percent(in_b[0]),
        "wrongly_a": percent(in_a[1]),
        "wrongly_b": percent(in_b[1]),
        "closest_gap": _points(max(_gaps(closest))),
        "closest_found": percent(closest.found),
        "narrow": _points(round(100 * NARROW)),
        "level_gap": _points(_gaps(level)[2]) if level else "",
        "none": str(_none_narrow(seed)),
        "samples": str(OTHER_SAMPLES + 1),
    }


def _draw(finding: Finding, pair: Pair, seed: int) -> Finding:
    """Return a finding with the three shares in each ward, and the range that chance leaves."""
    return replace(
        finding,
        rows_are="Share",
        rows=_ROWS,
        series=tuple(_ward(name, ward) for name, ward in zip(_NAMES, pair.wards, strict=True)),
        unit="%",
        seed=seed,
        range_is=RANGE_IS,
    )


def _ward(name: str, ward: Outcome) -> Series:
    ends = [likely_range(share, cases) if cases else (0.0, 1.0)
            for share, cases in zip(ward.shares, ward.counted_in, strict=True)]  # fmt: skip
    return Series(
        name,
        tuple(100 * share for share in ward.shares),
        tuple(100 * low for low, _ in ends),
        tuple(100 * high for _, high in ends),
    )


def _shares(pair: Pair) -> str:
    found, wrongly, right = zip(*(ward.shares for ward in pair.wards), strict=True)
    return (
        f"With cut-offs of {_two(*map(str, pair.cut_offs))}, {_two(*map(percent, found))} of "
        "people in need are found in Ward A and B. Of the others, "
        f"{_two(*map(percent, wrongly))} are wrongly flagged. Of those flagged, "
        f"{_two(*map(percent, right))} are right."
    )


def _two(*words: str) -> str:
    return " and ".join(words)


def _room(pair: Pair, places: int) -> str:
    over = pair.offered - places
    if over > 0:
        return (
            f"That flags {number(pair.offered)} people for {number(places)} places, so "
            f"{number(over)} of them get nothing."
        )
    return f"That flags {number(pair.offered)} people for {number(places)} places."


def _nobody(pair: Pair) -> tuple[str, ...]:
    return tuple(
        f"Nobody is flagged in {name}, so no flag there is right or wrong."
        for name, ward in zip(_NAMES, pair.wards, strict=True)
        if not ward.offered
    )


def _set_up(seed: int) -> str:
    need = _two(*(percent(float(ward.need.mean())) for ward in draw(seed)))
    return (
        f"Each ward has {number(PEOPLE)} people; {need} of them are in need in Ward A and B. The "
        "score means the same in both: at one score, people are in need about equally often."
    )


def _row(pair: Pair) -> tuple[str, ...]:
    cut_offs = _two(*map(str, pair.cut_offs))
    return (cut_offs, percent(pair.found), *map(_points, _gaps(pair)))


def _gaps(pair: Pair) -> tuple[int, ...]:
    """Return the three gaps between the percentages that a reader sees, in points."""
    one, other = ([math.floor(100 * share + 0.5) for share in ward.shares] for ward in pair.wards)
    return tuple(abs(a - b) for a, b in zip(one, other, strict=True))


def _points(points: int) -> str:
    return f"{points} point{'' if points == 1 else 's'}"


def _how_often(seed: int) -> str:
    return (
        f"In {_none_narrow(seed)} of {OTHER_SAMPLES + 1} samples, no pair of cut-offs finds half "
        f"of the people in need and keeps all three gaps within {_points(round(100 * NARROW))}."
    )


def _none_narrow(seed: int) -> int:
    every = range(seed, seed + OTHER_SAMPLES + 1)
    return sum(max(closest_pair(one, finds=HALF).gaps) > NARROW for one in every)
