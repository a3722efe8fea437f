"""Logistic regression: the plainest model that turns facts about a home into a chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Answers", "Numbers", "chances", "train"]

Numbers = NDArray[np.float64]
Answers = NDArray[np.bool_]

_ROUNDS = 25
_CLOSE_ENOUGH = 1e-8


def train(features: Numbers, answers: Answers, *, penalty: float = 1.0) -> Numbers:
    """Return the weights that fit past answers best.

    Newton's method on the penalised log-likelihood; the first weight (the starting level) is
    not penalised, so that the average chance matches the average answer.

    Parameters
    ----------
    features : array, shape (cases, features)
        What is known about each case.
    answers : array of bool, shape (cases,)
        What was recorded about each case.
    penalty : float
        How strongly weights are pulled towards 0. Above 0, so that a fit always exists.

    Returns
    -------
    array, shape (1 + features,)
        The starting level, then one weight for each feature, in log odds.

    Raises
    ------
    ValueError
        Where there are no cases, or more or fewer answers than cases.

    Examples
    --------
    >>> weights = train(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 0, 1, 1], bool))
    >>> bool(weights[1] > 0)
    True
    """
    if len(features) != len(answers) or not len(answers):
        raise ValueError(f"{len(features)} cases, but {len(answers)} answers")
    cases = _with_level(features)
    pull = np.full(cases.shape[1], penalty)
    pull[0] = 1e-6  # only to keep the equations solvable where every answer is the same
    weights = np.zeros(cases.shape[1])
    for _ in range(_ROUNDS):
        chance = _chance(cases @ weights)
        slope = cases.T @ (answers - chance) - pull * weights
        bend = (cases * (chance * (1 - chance))[:, None]).T @ cases + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < _CLOSE_ENOUGH:
            break
    return weights


def chances(weights: Numbers, features: Numbers) -> Numbers:
    """Return the chance the model gives to each case.

    Parameters
    ----------
    weights : array, shape (1 + features,)
        What `train` returned.
    features : array, shape (cases, features)
        The same features, in the same order, as in training.

    Returns
    -------
    array, shape (cases,)
        Between 0 and 1.

    Examples
    --------
    >>> chances(np.array([0.0, 1.0]), np.array([[0.0]]))
    array([0.5])
    """
    return _chance(_with_level(features) @ weights)


def _with_level(features: Numbers) -> Numbers:
    return np.column_stack([np.ones(len(features)), features])


def _chance(log_odds: Numbers) -> Numbers:
    # Beyond 30 the chance is 0 or 1 to 13 places; further out exp() would overflow.
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))
