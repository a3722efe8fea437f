"""Lesson 5 in words: what two cut-offs do to two wards, and what each rule leaves unlike."""

from __future__ import annotations

import math
from dataclasses import replace

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.language import N_, _, ngettext, pgettext
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
_NAMES = (N_("Ward A"), N_("Ward B"))
_ROWS = (N_("Of those in need, found"), N_("Of those not in need, wrongly flagged"),
         N_("Of those flagged, in need"))  # fmt: skip


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
    title = _("Who is found, and who is wrongly flagged")
    found = Finding(title, f"{_shares(pair)} {_room(pair, PLACES)}")
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
    title = _("What can be alike, with {places} places").format(places=number(places))
    table = _left_unlike([(_(choice.text), pair) for choice, pair in tried if pair])
    if chosen is None:
        asked = _("Choose what should be alike. The table shows what each choice leaves unlike.")
        return Finding(title, asked, seed=seed, tables=(table,))
    found = _("Of all people in need, {found} are found.").format(found=percent(chosen.found))
    notes = (_alike(round(100 * ALIKE)), _how_often(seed))
    finding = Finding(title, f"{_shares(chosen)} {found}", tables=(table,), notes=notes)
    return _draw(finding, chosen, seed)


# Not cached: some of it is words, which another copy says in another language.
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
        rows_are=pgettext("the share of people", "Share"),
        rows=tuple(map(_, _ROWS)),
        series=tuple(_ward(_(name), ward) for name, ward in zip(_NAMES, pair.wards, strict=True)),
        unit="%",
        seed=seed,
        range_is=_(RANGE_IS),
    )


def _ward(name: str, ward: Outcome) -> Series:
    ends = [likely_range(share, cases) if cases else (0.0, 1.0)
            for share, cases in zip(ward.shares, ward.counted_in, strict=True)]  # fmt: skip
    return Series(
        name,
        tuple(100 * share for share in ward.shares),
        tuple(100 * low for low, __ in ends),
        tuple(100 * high for __, high in ends),
    )


def _shares(pair: Pair) -> str:
    told = {
        f"{share}_{ward}": percent(value)
        for ward, outcome in zip("ab", pair.wards, strict=True)
        for share, value in zip(("found", "wrongly", "right"), outcome.shares, strict=True)
    }
    return _(
        "With cut-offs of {cut_off_a} and {cut_off_b}, {found_a} of people in need are found in "
        "Ward A and {found_b} in Ward B. Of the others, {wrongly_a} in Ward A and {wrongly_b} in "
        "Ward B are wrongly flagged. Of those flagged, {right_a} in Ward A and {right_b} in "
        "Ward B are in need."
    ).format(cut_off_a=pair.cut_offs[0], cut_off_b=pair.cut_offs[1], **told)


def _room(pair: Pair, places: int) -> str:
    flagged, over = number(pair.offered), pair.offered - places
    if over > 0:
        return _(
            "That flags {flagged} people for {places} places, so {over} of them get nothing."
        ).format(flagged=flagged, places=number(places), over=number(over))
    return _("That flags {flagged} people for {places} places.").format(
        flagged=flagged, places=number(places)
    )


def _nobody(pair: Pair) -> tuple[str, ...]:
    return tuple(
        _("Nobody is flagged in {ward}, so no flag there is right or wrong.").format(ward=_(name))
        for name, outcome in zip(_NAMES, pair.wards, strict=True)
        if not outcome.offered
    )


def _set_up(seed: int) -> str:
    need_a, need_b = (percent(float(ward.need.mean())) for ward in draw(seed))
    return _(
        "Each ward has {people} people. In Ward A {need_a} of them are in need, in Ward B "
        "{need_b}. The score means the same in both: at one score, people are in need about "
        "equally often."
    ).format(people=number(PEOPLE), need_a=need_a, need_b=need_b)


def _alike(points: int) -> str:
    return ngettext(
        "Alike means within {n} point, or as near to that as any pair of cut-offs.",
        "Alike means within {n} points, or as near to that as any pair of cut-offs.",
        points,
    ).format(n=points)


def _left_unlike(tried: list[tuple[str, Pair]]) -> WordTable:
    return WordTable(
        _("What each choice leaves unlike"),
        (_("Alike in both wards"), _("Cut-offs, A and B"), _("Found, of all in need"),
         _("Gap: found"), _("Gap: wrongly flagged"), _("Gap: right when flagged")),
        tuple((choice, *_row(pair)) for choice, pair in tried),
    )  # fmt: skip


def _row(pair: Pair) -> tuple[str, ...]:
    # For translators: the cut-offs in two wards, for example "60 and 48".
    cut_offs = _("{in_a} and {in_b}").format(in_a=pair.cut_offs[0], in_b=pair.cut_offs[1])
    return (cut_offs, percent(pair.found), *map(_points, _gaps(pair)))


def _gaps(pair: Pair) -> tuple[int, ...]:
    """Return the three gaps between the percentages that a reader sees, in points."""
    one, other = ([math.floor(100 * share + 0.5) for share in ward.shares] for ward in pair.wards)
    return tuple(abs(a - b) for a, b in zip(one, other, strict=True))


def _points(points: int) -> str:
    return ngettext("{n} point", "{n} points", points).format(n=points)


def _how_often(seed: int) -> str:
    points = round(100 * NARROW)
    return ngettext(
        "In {none} of {samples} samples, no pair of cut-offs finds half of the people in need and "
        "keeps all three gaps within {n} point.",
        "In {none} of {samples} samples, no pair of cut-offs finds half of the people in need and "
        "keeps all three gaps within {n} points.",
        points,
    ).format(none=_none_narrow(seed), samples=OTHER_SAMPLES + 1, n=points)


def _none_narrow(seed: int) -> int:
    every = range(seed, seed + OTHER_SAMPLES + 1)
    return sum(max(closest_pair(one, finds=HALF).gaps) > NARROW for one in every)
