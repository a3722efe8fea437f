"""Two models that are right about equally often, from different facts about the same reports.

Both are sums, so that every score can be taken apart exactly: what each fact adds, against an
average report. Nothing is estimated, and nothing is left over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from toolkit.language import N_
from toolkit.learners.logistic import Answers, Numbers, train

__all__ = [
    "FACTS",
    "MODELS",
    "PAST",
    "REPORTS",
    "Fact",
    "Model",
    "Reports",
    "Study",
    "make_reports",
    "study",
]

REPORTS = 1_000  # new reports that both models score
PAST = 2_000  # past reports they learnt from
_POINTS = 10  # how log odds are written: a score of 0 is an even chance


@dataclass(frozen=True)
class Fact:
    """One thing that is known about a report.

    Parameters
    ----------
    id, label : str
        What it is called in code, and for a reader.
    by : str
        Who could change it.
    low, high : int
        The least and the most that is tried.
    """

    id: str
    label: str
    by: str
    low: int
    high: int


FACTS = (
    Fact("age", N_("Age of the home, in years"), N_("Nobody"), 1, 120),
    Fact("repairs", N_("Repairs in the last three years"), N_("The landlord"), 0, 20),
    Fact("people", N_("People in the home"), N_("Hardly anybody"), 1, 8),
    Fact("times", N_("Times it was reported"), N_("The resident"), 1, 10),
    Fact("words", N_("Words in the message"), N_("The resident"), 3, 400),
    Fact("photos", N_("Photos sent"), N_("The resident"), 0, 10),
)
# Which facts each looks at: the home, or how it was reported.
MODELS = {"A": ("age", "repairs", "people"), "B": ("age", "times", "words", "photos")}


@dataclass(frozen=True, eq=False)
class Reports:
    """Made-up reports of a problem in a home.

    Parameters
    ----------
    facts : array, shape (reports, facts)
        Whole numbers, in the order of `FACTS`.
    serious : array of bool, shape (reports,)
        Which problems are truly serious. Only a made-up example can know.
    """

    facts: Numbers
    serious: Answers


@dataclass(frozen=True, eq=False)
class Model:
    """A sum over facts.

    Parameters
    ----------
    name : str
        ``A`` or ``B``.
    start : float
        The score of an average report, in points.
    weights : array, shape (facts,)
        Points for one more of each fact; 0 for a fact it does not look at.
    average : array, shape (facts,)
        What it is compared with: the averages of past reports.
    """

    name: str
    start: float
    weights: Numbers
    average: Numbers

    def contributions(self, facts: Numbers) -> Numbers:
        """Return what each fact adds, in points: its weight times the difference from average."""
        return np.asarray(self.weights * (facts - self.average))

    def score(self, facts: Numbers) -> Numbers:
        """Return the points of one report or of many; 0 or more means a visit."""
        return np.asarray(self.start + self.contributions(facts).sum(axis=-1))

    def visits(self, facts: Numbers) -> Answers:
        """Return who gets a visit."""
        return np.asarray(self.score(facts) >= 0)


@dataclass(frozen=True, eq=False)
class Study:
    """New reports, and what both models say of them.

    Parameters
    ----------
    reports : Reports
        The new ones.
    models : tuple of Model
        A and B.
    """

    reports: Reports
    models: tuple[Model, Model]

    @property
    def visits(self) -> tuple[Answers, Answers]:
        """Who gets a visit, by model."""
        a, b = (model.visits(self.reports.facts) for model in self.models)
        return a, b

    @property
    def accuracy(self) -> tuple[float, float]:
        """Share of reports that each model is right about, 0 to 1."""
        a, b = (float((said == self.reports.serious).mean()) for said in self.visits)
        return a, b

    @property
    def differ(self) -> Answers:
        """Which reports the models disagree on."""
        a, b = self.visits
        return np.asarray(a != b)


def make_reports(count: int, luck: np.random.Generator) -> Reports:
    """Return made-up reports.

    Parameters
    ----------
    count : int
        How many.
    luck : numpy.random.Generator
        Where chance comes from.

    Returns
    -------
    Reports
        About four in ten are serious. Both the home and the way it is reported tell of that,
        neither of them for certain.
    """
    bad = luck.normal(size=count)  # how bad it is; nobody sees it
    facts = np.column_stack([
        np.clip(np.round(45 + 8 * bad + 22 * luck.normal(size=count)), 1, 120),
        np.clip(luck.poisson(np.exp(0.75 + 0.62 * bad)), 0, 20),
        np.clip(1 + luck.poisson(np.exp(0.45 + 0.3 * bad)), 1, 8),
        np.clip(1 + luck.poisson(np.exp(-0.5 + 0.75 * bad)), 1, 10),
        np.clip(np.round(np.exp(3.3 + 0.32 * bad + 0.45 * luck.normal(size=count))), 3, 400),
        np.clip(luck.poisson(np.exp(-0.4 + 0.45 * bad)), 0, 10),
    ])  # fmt: skip
    return Reports(facts.astype(float), bad > 0.25)


@lru_cache(maxsize=64)
def study(seed: int) -> Study:
    """Return both models of a sample, and the new reports they score.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    Study
        The models learnt from other reports than those they score.
    """
    past = make_reports(PAST, np.random.default_rng([seed, 61]))
    new = make_reports(REPORTS, np.random.default_rng([seed, 62]))
    return Study(new, (_learn("A", past), _learn("B", past)))


def _learn(name: str, past: Reports) -> Model:
    sees = np.array([fact.id in MODELS[name] for fact in FACTS])
    average = past.facts.mean(axis=0)
    learnt = train((past.facts - average)[:, sees], past.serious)
    weights = np.zeros(len(FACTS))
    weights[sees] = _POINTS * learnt[1:]
    return Model(name, float(_POINTS * learnt[0]), weights, average)
