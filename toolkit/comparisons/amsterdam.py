"""Amsterdam's wrong flags: two tests, one live pilot, and how far chance reaches in each."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.comparisons.wording import INTERVAL, points, series_of
from toolkit.finding import Finding, Series, percent
from toolkit.statistics import Share, chance_of_gap, gap

__all__ = ["gaps", "wrong_flags"]

_STEPS = {
    "before": "Test, before the correction",
    "after": "Test, after the correction",
    "live": "Live pilot",
}
_CHANCE = 0.05  # below it a gap is usually called clear


def wrong_flags(numbers: Numbers) -> Finding:
    """Return the share of correct applicants who were wrongly flagged, by group and step.

    Parameters
    ----------
    numbers : Numbers
        The city's counts.

    Returns
    -------
    Finding
        Both groups side by side, each with its 95% interval.
    """
    dutch, others = _shares(numbers, "dutch"), _shares(numbers, "not-dutch")
    return Finding(
        title="Correct applicants who were wrongly flagged",
        sentence=f"In the live pilot {percent(dutch['live'].value)} of correct Dutch applicants "
        f"and {percent(others['live'].value)} of the others were wrongly flagged. In the test "
        f"after the correction it was {percent(dutch['after'].value)} and "
        f"{percent(others['after'].value)}.",
        rows_are="Step",
        rows=tuple(_STEPS.values()),
        series=(series_of("Not Dutch", others.values()), series_of("Dutch", dutch.values())),
        unit="%",
        made_up=False,
        range_is=INTERVAL,
        notes=(
            f"The line for people who are not Dutch is long in the pilot, because the city could "
            f"count only {numbers['live-not-dutch'].total} of them. Their true share may lie "
            f"anywhere from {percent(others['live'].low)} to {percent(others['live'].high)}.",
        ),
    )


def gaps(numbers: Numbers) -> Finding:
    """Return the gap between the groups at each step, and whether chance could make it.

    Parameters
    ----------
    numbers : Numbers
        The city's counts.

    Returns
    -------
    Finding
        How many percentage points lie between the groups, larger share first.
    """
    dutch, others = _shares(numbers, "dutch"), _shares(numbers, "not-dutch")
    found = {step: _gap(others[step], dutch[step]) for step in _STEPS}
    return Finding(
        title="The gap between the two groups",
        sentence=" ".join(_in_words(numbers, step, found[step]) for step in _STEPS),
        rows_are="Step",
        rows=tuple(_STEPS.values()),
        series=(Series("Gap", tuple(100 * abs(one.value) for one in found.values())),),
        unit="points",
        made_up=False,
        notes=(_if_alike(numbers, found["live"]),),
    )


def _shares(numbers: Numbers, group: str) -> dict[str, Share]:
    return {step: numbers[f"{step}-{group}"].share for step in _STEPS}


def _gap(others: Share, dutch: Share) -> Share:
    return gap(others, dutch) if others.value >= dutch.value else gap(dutch, others)


def _chance(numbers: Numbers, step: str) -> float:
    first, second = numbers[f"{step}-not-dutch"], numbers[f"{step}-dutch"]
    return chance_of_gap((first.value, first.total), (second.value, second.total))


def _in_words(numbers: Numbers, step: str, found: Share) -> str:
    """Say how wide a gap is, and whether it is clear of chance."""
    clear = _chance(numbers, step) < _CHANCE
    tail = "more than chance would make" if clear else "and chance alone could make that"
    return f"{_STEPS[step]}: {points(found.value)}{_higher(numbers, step)}, {tail}."


def _higher(numbers: Numbers, step: str) -> str:
    """Say whose share is the higher; nothing where they are the same."""
    others, dutch = (numbers[f"{step}-{group}"].share.value for group in ("not-dutch", "dutch"))
    if others == dutch:
        return ""
    return " higher for those who are not Dutch" if others > dutch else " higher for the Dutch"


def _if_alike(numbers: Numbers, found: Share) -> str:
    often = 1 / _chance(numbers, "live")
    least = f"{points(-found.low)} the other way" if found.low < 0 else points(found.low)
    return (
        f"If the pilot treated both groups alike, a gap as wide as this would still turn up in "
        f"about one pilot in {often:.0f}. The counts fit anything from {least} to "
        f"{points(found.high)} this way."
    )
