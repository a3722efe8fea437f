"""Amsterdam's wrong flags: two tests, one live pilot, and how far chance reaches in each."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.comparisons.wording import intervals, points, series_of
from toolkit.finding import Finding, Series, percent
from toolkit.language import N_, _
from toolkit.statistics import Share, chance_of_gap, gap

__all__ = ["gaps", "wrong_flags"]

_STEPS = {
    "before": N_("Test, before the correction"),
    "after": N_("Test, after the correction"),
    "live": N_("Live pilot"),
}
_CHANCE = 0.05  # below it a gap is usually called clear
# By whose share is the higher, and whether that is clear of chance. A share that is nobody's the
# higher never is.
_GAPS = {
    ("others", True): N_(
        "{step}: {gap} higher for those who are not Dutch, more than chance would make."
    ),
    ("others", False): N_(
        "{step}: {gap} higher for those who are not Dutch, and chance alone could make that."
    ),
    ("dutch", True): N_("{step}: {gap} higher for the Dutch, more than chance would make."),
    ("dutch", False): N_("{step}: {gap} higher for the Dutch, and chance alone could make that."),
    ("neither", False): N_("{step}: {gap}, and chance alone could make that."),
}


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
        title=_("Correct applicants who were wrongly flagged"),
        sentence=_(
            "In the live pilot {dutch} of correct Dutch applicants and {others} of the others were "
            "wrongly flagged. In the test after the correction it was {dutch_test} and "
            "{others_test}."
        ).format(
            dutch=percent(dutch["live"].value),
            others=percent(others["live"].value),
            dutch_test=percent(dutch["after"].value),
            others_test=percent(others["after"].value),
        ),
        rows_are=_("Step"),
        rows=tuple(map(_, _STEPS.values())),
        series=(series_of(_("Not Dutch"), others.values()), series_of(_("Dutch"), dutch.values())),
        unit="%",
        made_up=False,
        range_is=intervals(),
        notes=(_so_few(numbers["live-not-dutch"].total, others["live"]),),
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
        title=_("The gap between the two groups"),
        sentence=" ".join(_in_words(numbers, step, found[step]) for step in _STEPS),
        rows_are=_("Step"),
        rows=tuple(map(_, _STEPS.values())),
        series=(Series(_("Gap"), tuple(100 * abs(one.value) for one in found.values())),),
        unit=_("points"),
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
    told = _(_GAPS[_higher(numbers, step), clear])
    return told.format(step=_(_STEPS[step]), gap=points(found.value))


def _higher(numbers: Numbers, step: str) -> str:
    """Return whose share is the higher; nobody's where they are the same."""
    others, dutch = (numbers[f"{step}-{group}"].share.value for group in ("not-dutch", "dutch"))
    if others == dutch:
        return "neither"
    return "others" if others > dutch else "dutch"


def _so_few(people: int, others: Share) -> str:
    return _(
        "The line for people who are not Dutch is long in the pilot, because the city could count "
        "only {people} of them. Their true share may lie anywhere from {low} to {high}."
    ).format(people=people, low=percent(others.low), high=percent(others.high))


def _if_alike(numbers: Numbers, found: Share) -> str:
    told = _(
        "If the pilot treated both groups alike, a gap as wide as this would still turn up in "
        "about one pilot in {often}. The counts fit anything from {least} to {most} this way."
    )
    if found.low < 0:
        told = _(
            "If the pilot treated both groups alike, a gap as wide as this would still turn up in "
            "about one pilot in {often}. The counts fit anything from {least} the other way to "
            "{most} this way."
        )
    often = f"{1 / _chance(numbers, 'live'):.0f}"
    return told.format(often=often, least=points(abs(found.low)), most=points(found.high))
