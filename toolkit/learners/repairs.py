"""A made-up landlord, a model that ranks homes for visits, and what it finds.

Everything here is invented: the homes, the tenants and every number that drives them. The
set-up was chosen so that the effect of unlogged problems is easy to see; it is one example,
not a forecast. Both groups of tenants have the same kinds of homes and the same share of
serious problems. They differ in one thing only: how much of what goes wrong gets logged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from toolkit.learners.logistic import Answers, Numbers, chances, train

__all__ = [
    "CHECKED", "FIXES", "HOMES", "MORE_DATA", "OFFLINE", "OTHER_SAMPLES", "PHONE_LOGS", "VISITED",
    "Fix", "Homes", "Measures", "Setup", "make_homes", "measure", "other_samples", "visit_list",
]  # fmt: skip

HOMES = 4_000  # homes the model ranks, and as many whose records it learns from
OFFLINE = 0.35  # share of tenants who do not report online
VISITED = 0.20  # share of homes the team can visit
CHECKED = 0.05  # share of homes that random checks reach
PHONE_LOGS = 0.75  # share of offline tenants' problems logged with a staffed phone line
MORE_DATA = 4  # how many times more data
OTHER_SAMPLES = 20  # samples that show how much luck matters

_MOST_REQUESTS = 8

Fix = Literal["more-data", "random-checks", "tell-model", "phone-line"]
FIXES: tuple[Fix, ...] = ("more-data", "random-checks", "tell-model", "phone-line")


@dataclass(frozen=True, eq=False)
class Homes:
    """Made-up homes as they truly are, whether or not anybody logged it.

    Parameters
    ----------
    offline : array of bool, shape (homes,)
        Whose tenants do not report online.
    facts : array, shape (homes, 2)
        Age and wear of each home, as steps above or below the average.
    serious : array of bool, shape (homes,)
        Which homes truly have a serious problem.
    requests : array, shape (homes,)
        Repair requests tenants would have made if everything were logged.
    request_luck, problem_luck : array, shape (homes, 8) and (homes,)
        Between 0 and 1: what is logged once the share logged is at least this. Fixed for a
        sample, so that moving the share changes what is logged and nothing else.
    """

    offline: Answers
    facts: Numbers
    serious: Answers
    requests: Numbers
    request_luck: Numbers
    problem_luck: Numbers


@dataclass(frozen=True)
class Setup:
    """What a learner can change.

    Parameters
    ----------
    logged : float
        Share of offline tenants' requests and problems that get logged, 0 to 1.
    fixes : frozenset of str
        Which of `FIXES` are in place.
    """

    logged: float = 1.0
    fixes: frozenset[Fix] = frozenset()

    @property
    def in_effect(self) -> float:
        """The share logged once the phone line, if there is one, is staffed."""
        return max(self.logged, PHONE_LOGS) if "phone-line" in self.fixes else self.logged


@dataclass(frozen=True)
class Measures:
    """How the list did, every number a share from 0 to 1.

    Parameters
    ----------
    found_online, found_offline : float
        Share of that group's serious problems in the homes that get a visit.
    accuracy_reported : float
        Share of homes where the model's yes or no agrees with the record.
    accuracy_true : float
        The same against every serious problem there is, logged or not.
    silence_reported : float
        What saying "no problem" about every home would score against the record.
    """

    found_online: float
    found_offline: float
    accuracy_reported: float
    accuracy_true: float
    silence_reported: float


def make_homes(count: int, luck: np.random.Generator) -> Homes:
    """Return a sample of made-up homes.

    Parameters
    ----------
    count : int
        How many.
    luck : numpy.random.Generator
        Where chance comes from.

    Returns
    -------
    Homes
        About one in five has a serious problem, in both groups of tenants alike.
    """
    offline = luck.random(count) < OFFLINE
    facts = luck.normal(size=(count, 2))
    serious = luck.random(count) < 1 / (1 + np.exp(1.45 - facts @ np.array([0.4, 0.3])))
    requests = np.minimum(luck.poisson(0.7 + 1.6 * serious), _MOST_REQUESTS).astype(float)
    return Homes(
        offline, facts, serious, requests, luck.random((count, _MOST_REQUESTS)), luck.random(count)
    )


@lru_cache(maxsize=1024)
def measure(setup: Setup, seed: int) -> Measures:
    """Return how a list made under `setup` does in one sample.

    A model learns from the records of one set of homes, then ranks another.

    Parameters
    ----------
    setup : Setup
        What gets logged and which fixes are in place.
    seed : int
        The sample. The same seed gives the same homes whatever the set-up.

    Returns
    -------
    Measures
        Counted on the homes that were ranked.

    Raises
    ------
    ValueError
        Where the share logged is not between 0 and 1.
    """
    if not 0 <= setup.logged <= 1:
        raise ValueError(f"the share logged is {setup.logged}, but should be between 0 and 1")
    homes = make_homes(HOMES, np.random.default_rng([seed, 1]))
    chance = chances(_trained(setup, seed), _features(homes, setup))
    visited, logged = visit_list(chance), _logged(homes, setup.in_effect)
    likely = chance > 0.5  # the model's yes or no, as a dashboard counts it
    return Measures(
        found_online=float(visited[homes.serious & ~homes.offline].mean()),
        found_offline=float(visited[homes.serious & homes.offline].mean()),
        accuracy_reported=float((likely == logged).mean()),
        accuracy_true=float((likely == homes.serious).mean()),
        silence_reported=float(1 - logged.mean()),
    )


def other_samples(setup: Setup, seed: int) -> tuple[Measures, ...]:
    """Return the same measures in `OTHER_SAMPLES` other samples, to show what luck does.

    Parameters
    ----------
    setup : Setup
        As for `measure`.
    seed : int
        The sample that is shown; the others are the ones after it.

    Returns
    -------
    tuple of Measures
        One for each other sample.
    """
    return tuple(measure(setup, seed + step) for step in range(1, OTHER_SAMPLES + 1))


def visit_list(chance: Numbers) -> Answers:
    """Return which homes get a visit: the `VISITED` share with the highest chances.

    Parameters
    ----------
    chance : array, shape (homes,)
        The chance the model gives to each home.

    Returns
    -------
    array of bool, shape (homes,)
        True for a home that gets a visit. Ties go to the home that comes first.

    Examples
    --------
    >>> visit_list(np.array([0.1, 0.9, 0.2, 0.3, 0.4])).tolist()
    [False, True, False, False, False]
    """
    visited = np.zeros(len(chance), dtype=bool)
    visited[np.argsort(-chance, kind="stable")[: round(VISITED * len(chance))]] = True
    return visited


def _trained(setup: Setup, seed: int) -> Numbers:
    count = HOMES * (MORE_DATA if "more-data" in setup.fixes else 1)
    homes = make_homes(count, np.random.default_rng([seed, 2]))
    features = _features(homes, setup)
    if "random-checks" not in setup.fixes:
        return train(features, _logged(homes, setup.in_effect))
    # Somebody goes and looks, so the truth is known there. The requests on file stay as they are.
    order = np.random.default_rng([seed, 3]).permutation(count)
    checked = order[: round(CHECKED * count)]
    return train(features[checked], homes.serious[checked])


def _features(homes: Homes, setup: Setup) -> Numbers:
    """What the model sees: age, wear, requests on file and, if told, who is offline."""
    features = np.column_stack([homes.facts, _requests_on_file(homes, setup.in_effect)])
    if "tell-model" in setup.fixes:
        features = np.column_stack([features, homes.offline])
    return features


def _requests_on_file(homes: Homes, logged: float) -> Numbers:
    made = np.arange(_MOST_REQUESTS) < homes.requests[:, None]
    kept = (homes.request_luck < logged) | ~homes.offline[:, None]
    return np.asarray((made & kept).sum(axis=1), dtype=float)


def _logged(homes: Homes, logged: float) -> Answers:
    return np.asarray(homes.serious & ((homes.problem_luck < logged) | ~homes.offline))
