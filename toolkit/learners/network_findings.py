"""What a small network says of facts it was shown, and of facts it never saw."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from toolkit.finding import Finding, Series, WordTable, percent
from toolkit.language import N_, _, ngettext
from toolkit.learners.interval import RANGE_IS, likely_range
from toolkit.learners.network import Network, complete
from toolkit.learners.network_training import train
from toolkit.learners.notices import (
    HELD_BACK,
    VERDICTS,
    Fact,
    Notices,
    Verdict,
    load_world,
    publish,
    tally,
)

__all__ = ["ROUNDS", "find_with_network", "network_verdicts"]

ROUNDS = 30
_SHOWN = 5
_SECRET = N_("Facts it never saw")
_ASKED = ((N_("Facts it was shown"), False), (_SECRET, True))
_LOOKED_AT = (0, 1, 2, 3, 5, 8, 12, 20, ROUNDS)  # rounds on the second chart


def find_with_network(seed: int, *, rounds: int, heat: int) -> tuple[Finding, ...]:
    """Return how a network goes on from the start of a notice.

    Parameters
    ----------
    seed : int
        The sample: which facts are held back, and what chance has the network write.
    rounds : int
        How often it has been through the notices, up to `ROUNDS`.
    heat : int
        How freely it picks words ("temperature"), in per cent.

    Returns
    -------
    tuple of Finding
        How much is true of facts it was shown and of facts it never saw; and the same, round
        by round.
    """
    both = {name: network_verdicts(seed, rounds, heat, secret) for name, secret in _ASKED}
    first = Finding(
        title=_("What it says of facts it was shown, and of others"),
        sentence=_said(rounds, *both.values()),
        rows_are=_("Asked about"),
        rows=tuple(_(name) for name in both),
        series=tuple(_series(kind, list(both.values()), _facts(seed)) for kind in VERDICTS),
        unit="%",
        seed=seed,
        range_is=_(RANGE_IS),
        tables=(_some(seed, rounds, heat),),
        notes=(_why(seed),),
    )
    return first, _round_by_round(seed)


@lru_cache(maxsize=512)
def network_verdicts(seed: int, rounds: int, heat: int, secret: bool) -> dict[Verdict, float]:
    """Return the share of the network's sentences that is true, false and garbled.

    Parameters
    ----------
    seed : int
        The sample.
    rounds : int
        How often it has been through the notices.
    heat : int
        How freely it picks words, in per cent.
    secret : bool
        Whether it is asked about the facts that are in no notice.

    Returns
    -------
    dict of str to float
        As `toolkit.learners.notices.tally` gives it.
    """
    return tally(_completed(seed, rounds, heat, secret))


@lru_cache(maxsize=8)
def _networks(seed: int) -> tuple[Network, ...]:
    sentences = publish(seed, HELD_BACK).sentences
    return train(sentences, load_world().words, rounds=ROUNDS, seed=seed)


def _completed(seed: int, rounds: int, heat: int, secret: bool) -> tuple[str, ...]:
    notices, luck = publish(seed, HELD_BACK), np.random.default_rng([seed, 6])
    starts = _starts(notices, secret)
    return complete(_networks(seed)[rounds], starts, heat=heat / 100, luck=luck)


def _starts(notices: Notices, secret: bool) -> tuple[str, ...]:
    asked = notices.held_back if secret else notices.shown
    return tuple(_start(fact, wording) for fact, wording in asked)


def _start(fact: Fact, wording: str) -> str:
    """Return a notice up to the word that matters."""
    return wording.partition("{value}")[0].format(council=fact[0]).strip()


def _said(rounds: int, shown: dict[Verdict, float], secret: dict[Verdict, float]) -> str:
    first = _("Before any training, {true} is true of facts it was shown.")
    if rounds:
        first = ngettext(
            "After {rounds} round, {true} is true of facts it was shown.",
            "After {rounds} rounds, {true} is true of facts it was shown.",
            rounds,
        )
    others = _("Of facts it never saw, {wrong} is well formed but false, and {true} true.").format(
        wrong=percent(secret["wrong"]), true=percent(secret["true"])
    )
    return f"{first.format(rounds=rounds, true=percent(shown['true']))} {others}"


def _why(seed: int) -> str:
    return _(
        "The network holds {numbers} numbers. {secret} of the {facts} facts are in no notice. "
        "Nothing in it can say “I don’t know”."
    ).format(
        numbers=f"{_networks(seed)[0].size:,}", secret=HELD_BACK, facts=len(load_world().values)
    )


def _facts(seed: int) -> tuple[int, int]:
    """Return how many facts were shown and held back: two wordings of one are not two cases."""
    notices = publish(seed, HELD_BACK)
    shown, secret = (
        len({fact for fact, __ in told}) for told in (notices.shown, notices.held_back)
    )
    return shown, secret


def _series(kind: Verdict, both: Sequence[dict[Verdict, float]], cases: tuple[int, int]) -> Series:
    ends = [likely_range(one[kind], count) for one, count in zip(both, cases, strict=True)]
    return Series(
        _(VERDICTS[kind]),
        tuple(100 * one[kind] for one in both),
        tuple(100 * low for low, __ in ends),
        tuple(100 * high for __, high in ends),
    )


def _some(seed: int, rounds: int, heat: int) -> WordTable:
    world, starts = load_world(), _starts(publish(seed, HELD_BACK), True)
    texts = _completed(seed, rounds, heat, True)
    rows = tuple(
        (f"{start} …", text[len(start) :].strip() or _("(nothing)"), world.explain(text))
        for start, text in list(zip(starts, texts, strict=True))[::2][:_SHOWN]
    )  # one of the two wordings of each fact
    header = (_("Asked to go on from"), _("It wrote"), _("Is it so?"))
    return WordTable(_(_SECRET), header, rows)


def _round_by_round(seed: int) -> Finding:
    lines = {
        name: [100 * network_verdicts(seed, done, 0, secret)["true"] for done in _LOOKED_AT]
        for name, secret in _ASKED
    }
    (shown, secret) = lines.values()
    return Finding(
        title=_("How much is true, round by round"),
        sentence=_(
            "From round 3 to round {last}, what is true rises from {shown_3} to {shown_last} for "
            "facts it was shown. For facts it never saw it is {secret_3}, then {secret_last}, "
            "counted in {count} facts."
        ).format(
            last=ROUNDS,
            shown_3=percent(shown[3] / 100),
            shown_last=percent(shown[-1] / 100),
            secret_3=percent(secret[3] / 100),
            secret_last=percent(secret[-1] / 100),
            count=_facts(seed)[1],
        ),
        rows_are=_("Rounds of training"),
        rows=tuple(map(str, _LOOKED_AT)),
        series=tuple(map(_line, lines, lines.values(), _facts(seed))),
        unit="%",
        seed=seed,
        range_is=_(RANGE_IS),
        figure="lines",
        places=tuple(map(float, _LOOKED_AT)),
        notes=(_("The likeliest word is always taken here, whatever you set above."),),
    )


def _line(name: str, values: Sequence[float], facts: int) -> Series:
    low, high = zip(*(likely_range(value / 100, facts) for value in values), strict=True)
    return Series(
        _(name), tuple(values), tuple(100 * end for end in low), tuple(100 * end for end in high)
    )
