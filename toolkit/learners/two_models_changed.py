"""What would change a model's result: the smallest change, and whom else it would move."""

from __future__ import annotations

import numpy as np

from toolkit.learners.logistic import Answers, Numbers
from toolkit.learners.two_models import FACTS, Model, Study

__all__ = ["changed", "moved", "smallest_change"]

_PLACE = {fact.id: place for place, fact in enumerate(FACTS)}


def smallest_change(model: Model, facts: Numbers, fact_id: str) -> int | None:
    """Return the nearest value of one fact that would change the result.

    Parameters
    ----------
    model : Model
        The model.
    facts : array, shape (facts,)
        The report as it is; all its other facts stay.
    fact_id : str
        Which fact may change.

    Returns
    -------
    int or None
        None where no value between its least and its most changes the result.
    """
    place = _PLACE[fact_id]
    values = np.arange(FACTS[place].low, FACTS[place].high + 1)
    tried = np.tile(facts, (len(values), 1))
    tried[:, place] = values
    other = values[model.visits(tried) != model.visits(facts)]
    if not len(other):
        return None
    return int(other[np.argmin(np.abs(other - facts[place]))])


def changed(facts: Numbers, **more: int) -> Numbers:
    """Return reports with more of some facts, and everything else as it is.

    Parameters
    ----------
    facts : array, shape (facts,) or (reports, facts)
        The reports.
    **more : int
        How much more, by a fact's id; never beyond the most that is tried.

    Returns
    -------
    array
        A copy.
    """
    new = facts.copy()
    for fact_id, much in more.items():
        place = _PLACE[fact_id]
        new[..., place] = np.minimum(new[..., place] + much, FACTS[place].high)
    return new


def moved(study: Study, model: Model, **more: int) -> Answers:
    """Return which reports go from no visit to a visit if all are changed alike.

    Parameters
    ----------
    study : Study
        The reports.
    model : Model
        The model.
    **more : int
        As for `changed`.

    Returns
    -------
    array of bool, shape (reports,)
        Nothing about the homes is different.
    """
    facts = study.reports.facts
    return np.asarray(model.visits(changed(facts, **more)) & ~model.visits(facts))
