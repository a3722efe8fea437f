"""What the repairs list shows, told as findings, and the facts that the lesson's text needs.

Every sentence is written from the numbers of the sample on screen. Where something holds only
in some samples, the text says in how many.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.finding import Finding, Series, number, percent
from toolkit.learners.repairs import (
    FIXES,
    MORE_DATA,
    OTHER_SAMPLES,
    Fix,
    Measures,
    Setup,
    measure,
    other_samples,
)

__all__ = ["FIVE_FIXES", "START", "facts", "find_with_fixes", "find_with_logging"]

START = 0.25  # share logged where "Try to fix it" starts
FEW = 0.10  # share logged in the quiz's first question
_SAME = 0.02  # a change of less than this is called "about the same"
_CLEAR = 0.05  # a change of less than this is called "a little"

_PHONE: frozenset[Fix] = frozenset({"phone-line"})
FIVE_FIXES: tuple[frozenset[Fix], ...] = (
    frozenset({"more-data"}),
    frozenset({"random-checks"}),
    frozenset({"tell-model"}),
    frozenset({"random-checks", "tell-model"}),
    _PHONE,
)

_NAMES: dict[Fix, str] = {
    "more-data": f"{MORE_DATA} times more data",
    "random-checks": "random checks",
    "tell-model": "the model told who is offline",
    "phone-line": "a phone line",
}
_RANGE = f"lowest and highest in {OTHER_SAMPLES} other samples"
_MEASURES = {
    "accuracy_reported": "Accuracy as reported",
    "accuracy_true": "True accuracy",
    "found_online": "Found: online tenants",
    "found_offline": "Found: offline tenants",
}


def find_with_logging(seed: int, *, logged: float) -> Finding:
    """Return what happens when only a share of offline tenants' problems is logged.

    Parameters
    ----------
    seed : int
        The sample.
    logged : float
        Share of offline tenants' problems that get logged, in per cent, 0 to 100.

    Returns
    -------
    Finding
        Reported and true accuracy and what each group's tenants can count on, beside the
        same with every problem logged.
    """
    everything, some = Setup(1.0), Setup(logged / 100)
    before, now = measure(everything, seed), measure(some, seed)
    share = percent(some.logged)
    return Finding(
        title="What the dashboard says, and who is found",
        sentence=f"With {share} of offline tenants’ problems logged, reported accuracy "
        f"{_change(before.accuracy_reported, now.accuracy_reported)}. {_found(now)}",
        rows_are="Measure",
        rows=tuple(_MEASURES.values()),
        series=tuple(
            _series(name, seed, setup, tuple(_MEASURES))
            for name, setup in ((f"Now: {share} logged", some), ("All logged", everything))
        ),
        unit="%",
        seed=seed,
        range_is=_RANGE,
        notes=_why(before, now),
    )


def find_with_fixes(seed: int, *, tried: Sequence[frozenset[Fix]]) -> Finding:
    """Return how different fixes do, from a start where few problems are logged.

    Parameters
    ----------
    seed : int
        The sample.
    tried : sequence of frozenset of str
        Which fixes were tried together, oldest first. The last is what the sentence is about.

    Returns
    -------
    Finding
        What each group's tenants can count on with no fix and with each of `tried`.
    """
    setups = [Setup(START), *(Setup(START, fixes) for fixes in tried)]
    names = ("found_online", "found_offline")
    every = [_series(_fix_name(setup.fixes), seed, setup, names) for setup in setups]
    return Finding(
        title="Serious problems found, by fix",
        sentence=_verdict(setups[-1], seed),
        rows_are="Fix",
        rows=tuple(one.name for one in every),
        series=tuple(
            Series(
                name,
                tuple(one.values[index] for one in every),
                tuple(one.low[index] for one in every),
                tuple(one.high[index] for one in every),
            )
            for index, name in enumerate(("Online tenants", "Offline tenants"))
        ),
        unit="%",
        seed=seed,
        range_is=_RANGE,
        notes=_how_often(setups[-1], seed),
    )


def facts(seed: int) -> dict[str, str]:
    """Return the numbers that the lesson's quiz and take-away speak of, as text.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    dict of str
        By the name that stands in braces in the lesson's text.
    """
    before, few, start = (measure(Setup(share), seed) for share in (1.0, FEW, START))
    more, _, told, _, phone = (measure(Setup(START, fixes), seed) for fixes in FIVE_FIXES)
    best = [_best_fix(one) for one in range(seed, seed + OTHER_SAMPLES + 1)]
    return {
        "few": percent(FEW),
        "start": percent(START),
        "accuracy_before": percent(before.accuracy_reported),
        "accuracy_after": percent(few.accuracy_reported),
        "offline_before": percent(before.found_offline),
        "offline_after": percent(few.found_offline),
        "offline_start": percent(start.found_offline),
        "online_start": percent(start.found_online),
        "offline_more_data": percent(more.found_offline),
        "offline_told": percent(told.found_offline),
        "offline_phone": percent(phone.found_offline),
        "phone_best": str(best.count(_PHONE)),
        "samples": str(len(best)),
    }


def _best_fix(seed: int) -> frozenset[Fix]:
    return max(FIVE_FIXES, key=lambda fixes: measure(Setup(START, fixes), seed).found_offline)


def _series(name: str, seed: int, setup: Setup, names: Sequence[str]) -> Series:
    others = other_samples(setup, seed)
    spread = [[100 * getattr(other, each) for other in others] for each in names]
    values = tuple(100 * getattr(measure(setup, seed), each) for each in names)
    return Series(name, values, tuple(map(min, spread)), tuple(map(max, spread)))


def _change(before: float, now: float) -> str:
    """Say a change in the figures that are shown, so that words and numbers agree."""
    first, last = percent(before), percent(now)
    if first == last:
        return f"stays at {last}"
    return f"goes {'up' if now > before else 'down'} from {first} to {last}"


def _found(now: Measures) -> str:
    return (
        f"The list finds {percent(now.found_online)} of the serious problems of online tenants, "
        f"and {percent(now.found_offline)} of those of offline tenants."
    )


def _why(before: Measures, now: Measures) -> tuple[str, ...]:
    """Say what the reported figure hides, and how much of its rise is only missing records."""
    true = _change(before.accuracy_true, now.accuracy_true)
    silence, silence_before = percent(now.silence_reported), percent(before.silence_reported)
    notes = (f"True accuracy counts every serious problem, logged or not. It {true}.",)
    rose = _change(before.accuracy_reported, now.accuracy_reported).startswith("goes up")
    if not rose:
        return notes
    return (
        *notes,
        f"Saying “no problem” about every home would score {silence_before} against a full "
        f"record, and {silence} against this one. So part of the rise is simply that fewer "
        "problems are on record.",
    )


def _fix_name(fixes: frozenset[Fix]) -> str:
    return " + ".join(_names(fixes)).capitalize() or "No fix"


def _names(fixes: frozenset[Fix]) -> list[str]:
    return [_NAMES[fix] for fix in FIXES if fix in fixes]


def _verdict(setup: Setup, seed: int) -> str:
    start, now = measure(Setup(START), seed), measure(setup, seed)
    if not setup.fixes:
        return f"With {percent(START)} logged and no fix: {_found(now).replace('The', 'the', 1)}"
    *others, last = _names(setup.fixes)
    tried = f"{', '.join(others)} and {last}" if others else last
    compared = _compared(start.found_offline, now.found_offline)
    return (
        f"You tried {tried}. The list finds {percent(now.found_offline)} of offline tenants’ "
        f"serious problems, {compared} with no fix. "
        f"For online tenants it finds {percent(now.found_online)}."
    )


def _compared(before: float, now: float) -> str:
    step, first = now - before, percent(before)
    if abs(step) < _SAME:
        return f"about the same as the {first}"
    return f"{'a little ' if abs(step) < _CLEAR else ''}{'up' if step > 0 else 'down'} from {first}"


def _how_often(setup: Setup, seed: int) -> tuple[str, ...]:
    if not setup.fixes:
        return ()
    pairs = zip(other_samples(setup, seed), other_samples(Setup(START), seed), strict=True)
    steps = [now.found_offline - start.found_offline for now, start in pairs]
    up, down = sum(step >= _CLEAR for step in steps), sum(step <= -_CLEAR for step in steps)
    return (
        f"How much is luck? In {len(steps)} other samples the figure for offline tenants rose by "
        f"{number(100 * _CLEAR)} points or more in {up}. It fell by as much in {down}, and moved "
        f"less in {len(steps) - up - down}.",
    )
