"""From area scores to one stage: the weakest deciding area sets it, a missing gate caps it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Gate", "Stage", "Stages", "build_stages", "reaches", "stage_reached"]

# Scores are means of small whole numbers: a step is reached if only rounding keeps it away.
ROUNDING = 1e-9


@dataclass(frozen=True)
class Gate:
    """An answer that no score can buy off.

    Parameters
    ----------
    question : str
        The id of the question.
    at_least : float
        The points it must reach with the evidence they need.
    caps_at : str
        The id of the highest stage while it is missing.
    name : str
        What is missing, in a few words.
    """

    question: str
    at_least: float
    caps_at: str
    name: str


@dataclass(frozen=True)
class Stage:
    """A result in words.

    Parameters
    ----------
    id, title, meaning : str
        As the instrument file gives them.
    from_score : float
        The weakest deciding area must score at least this.
    every_area : float or None
        Every area must score at least this; None where there is no such rule.
    """

    id: str
    title: str
    meaning: str
    from_score: float
    every_area: float | None = None


@dataclass(frozen=True)
class Stages:
    """The stages, and the areas that decide between them.

    Parameters
    ----------
    weakest_of : tuple of str
        The ids of those areas.
    steps : tuple of Stage
        From the lowest to the highest.
    """

    weakest_of: tuple[str, ...]
    steps: tuple[Stage, ...]

    def place(self, stage_id: str) -> int:
        """Return a stage's place, 0 for the lowest."""
        return [stage.id for stage in self.steps].index(stage_id)


def reaches(score: float, threshold: float) -> bool:
    """Return whether a score is at a threshold or above it, whatever rounding did.

    Parameters
    ----------
    score, threshold : float
        In points of the scale.

    Returns
    -------
    bool
        True where it is.
    """
    return score >= threshold - ROUNDING


def stage_reached(
    stages: Stages, gates: Collection[Gate], scores: Mapping[str, float], met: Collection[str]
) -> int:
    """Return the place of the stage that scores and gates lead to.

    Parameters
    ----------
    stages : Stages
        The stages, lowest first.
    gates : collection of Gate
        Every gate of the instrument.
    scores : mapping of str to float
        Each area's score by the area's id.
    met : collection of str
        The questions whose gate is met.

    Returns
    -------
    int
        0 for the lowest stage.

    Examples
    --------
    >>> low, high = Stage("low", "Low", "…", 0), Stage("high", "High", "…", 2)
    >>> stages = Stages(("A",), (low, high))
    >>> stage_reached(stages, [], {"A": 2.0}, [])
    1
    >>> stage_reached(stages, [Gate("A1", 3, "low", "an owner")], {"A": 2.0}, [])
    0
    """
    weakest = min(scores[area] for area in stages.weakest_of)
    lowest = min(scores.values())
    place = max(
        (
            number
            for number, stage in enumerate(stages.steps)
            if reaches(weakest, stage.from_score)
            and (stage.every_area is None or reaches(lowest, stage.every_area))
        ),
        default=0,
    )
    caps = [stages.place(gate.caps_at) for gate in gates if gate.question not in met]
    return min([place, *caps])


def build_stages(raw: dict[str, Any]) -> Stages:
    """Return the stages from their part of a checked instrument file.

    Parameters
    ----------
    raw : dict
        That part.

    Returns
    -------
    Stages
        The stages.
    """
    steps = tuple(
        Stage(step["id"], step["title"], step["meaning"], step["from"], step.get("every_area"))
        for step in raw["steps"]
    )
    return Stages(tuple(raw["weakest_of"]), steps)
