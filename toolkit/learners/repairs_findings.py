"""What the repairs list shows, told as findings, and the facts that the lesson's text needs.

Every sentence is written from the numbers of the sample on screen. Where something holds only
in some samples, the text says in how many.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.finding import Finding, Series, number, percent
from toolkit.language import N_, _
from toolkit.learners.repairs import (
    OTHER_SAMPLES,
    Fix,
    Measures,
    Setup,
    measure,
    other_samples,
)
from toolkit.learners.repairs_said import (
    CLEAR,
    name_of_fixes,
    say_offline,
    say_reported,
    say_tried,
    say_true,
)

__all__ = ["FIVE_FIXES", "START", "facts", "find_with_fixes", "find_with_logging"]

START = 0.25  # share logged where "Try to fix it" starts
FEW = 0.10  # share logged in the quiz's first question

_PHONE: frozenset[Fix] = frozenset({"phone-line"})
FIVE_FIXES: tuple[frozenset[Fix], ...] = (
    frozenset({"more-data"}),
    frozenset({"random-checks"}),
    frozenset({"tell-model"}),
    frozenset({"random-checks", "tell-model"}),
    _PHONE,
)

_MEASURES = {
    "accuracy_reported": N_("Accuracy as reported"),
    "accuracy_true": N_("True accuracy"),
    "found_online": N_("Found: online tenants"),
    "found_offline": N_("Found: offline tenants"),
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
    reported = say_reported(some.logged, before.accuracy_reported, now.accuracy_reported)
    share = _("Now: {share} logged").format(share=percent(some.logged))
    return Finding(
        title=_("What the dashboard says, and who is found"),
        sentence=f"{reported} {_found(now)}",
        rows_are=_("Measure"),
        rows=tuple(map(_, _MEASURES.values())),
        series=tuple(
            _series(name, seed, setup, tuple(_MEASURES))
            for name, setup in ((share, some), (_("All logged"), everything))
        ),
        unit="%",
        seed=seed,
        range_is=_range(),
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
    every = [_series(name_of_fixes(setup.fixes), seed, setup, names) for setup in setups]
    return Finding(
        title=_("Serious problems found, by fix"),
        sentence=_verdict(setups[-1], seed),
        rows_are=_("Fix"),
        rows=tuple(one.name for one in every),
        series=tuple(
            Series(
                name,
                tuple(one.values[index] for one in every),
                tuple(one.low[index] for one in every),
                tuple(one.high[index] for one in every),
            )
            for index, name in enumerate((_("Online tenants"), _("Offline tenants")))
        ),
        unit="%",
        seed=seed,
        range_is=_range(),
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
    more, __, told, __, phone = (measure(Setup(START, fixes), seed) for fixes in FIVE_FIXES)
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


def _range() -> str:
    return _("lowest and highest in {samples} other samples").format(samples=OTHER_SAMPLES)


def _best_fix(seed: int) -> frozenset[Fix]:
    return max(FIVE_FIXES, key=lambda fixes: measure(Setup(START, fixes), seed).found_offline)


def _series(name: str, seed: int, setup: Setup, names: Sequence[str]) -> Series:
    others = other_samples(setup, seed)
    spread = [[100 * getattr(other, each) for other in others] for each in names]
    values = tuple(100 * getattr(measure(setup, seed), each) for each in names)
    return Series(name, values, tuple(map(min, spread)), tuple(map(max, spread)))


def _found(now: Measures) -> str:
    return _(
        "The list finds {online} of the serious problems of online tenants, and {offline} of those "
        "of offline tenants."
    ).format(online=percent(now.found_online), offline=percent(now.found_offline))


def _why(before: Measures, now: Measures) -> tuple[str, ...]:
    """Say what the reported figure hides, and how much of its rise is only missing records."""
    notes = (say_true(before.accuracy_true, now.accuracy_true),)
    first, last = before.accuracy_reported, now.accuracy_reported
    if last <= first or percent(last) == percent(first):
        return notes
    silence = _(
        "Saying “no problem” about every home would score {full} against a full record, and {now} "
        "against this one. So part of the rise is simply that fewer problems are on record."
    ).format(full=percent(before.silence_reported), now=percent(now.silence_reported))
    return (*notes, silence)


def _verdict(setup: Setup, seed: int) -> str:
    start, now = measure(Setup(START), seed), measure(setup, seed)
    if not setup.fixes:
        return _(
            "With {logged} logged and no fix: the list finds {online} of the serious problems of "
            "online tenants, and {offline} of those of offline tenants."
        ).format(
            logged=percent(START),
            online=percent(now.found_online),
            offline=percent(now.found_offline),
        )
    online = _("For online tenants it finds {online}.").format(online=percent(now.found_online))
    offline = say_offline(start.found_offline, now.found_offline)
    return f"{say_tried(setup.fixes)} {offline} {online}"


def _how_often(setup: Setup, seed: int) -> tuple[str, ...]:
    if not setup.fixes:
        return ()
    pairs = zip(other_samples(setup, seed), other_samples(Setup(START), seed), strict=True)
    steps = [now.found_offline - start.found_offline for now, start in pairs]
    up, down = sum(step >= CLEAR for step in steps), sum(step <= -CLEAR for step in steps)
    luck = _(
        "How much is luck? In {samples} other samples the figure for offline tenants rose by "
        "{points} points or more in {up}. It fell by as much in {down}, and moved less in {less}."
    )
    return (
        luck.format(
            samples=len(steps),
            points=number(100 * CLEAR),
            up=up,
            down=down,
            less=len(steps) - up - down,
        ),
    )
