"""How a questionnaire's answers become a score: weights, kinds of points, a cut, levels.

The one profile so far is ``aia``: it scores as Canada's Algorithmic Impact Assessment does
(https://github.com/canada-ca/aia-eia-js, src/store.ts). Its numbers are not here but in the
file of the questionnaire.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Literal

from toolkit.yamlfile import Json

__all__ = [
    "AIA",
    "BEYOND",
    "CountsAs",
    "Highest",
    "Level",
    "Rules",
    "build_rules",
    "half_up",
    "weight",
]

# As JavaScript reads a number, but for its other bases and for infinity. The text holds no sign:
# it is what follows the last '-'.
_NUMBER = re.compile(r"\s*\+?(?:\d+\.?\d*|\.\d+)(?:[eE]\+?\d+)?\s*", re.ASCII)

# No survey counts this high, and sums of what is below it stay numbers.
BEYOND = 1e100

# What `toolkit import-surveyjs --scoring aia` writes into the file. `phases` is 2 because the
# safeguards are there twice, for design and for implementation, and only one set is shown.
AIA: dict[str, Json] = {
    "profile": "aia",
    "risk": "-RS",
    "mitigation": "-MS",
    "neither": "-NS",
    "phases": 2,
    "reduction": {"from": 0.8, "keep": 0.85},
    "levels": [
        {"name": "I", "up_to": 0.25, "meaning": "Little to no impact."},
        {"name": "II", "up_to": 0.5, "meaning": "Moderate impact."},
        {"name": "III", "up_to": 0.75, "meaning": "High impact."},
        {"name": "IV", "meaning": "Very high impact."},
    ],
}


CountsAs = Literal["risk", "mitigation", ""]


@dataclass(frozen=True)
class Highest:
    """The highest scores a questionnaire can give.

    Parameters
    ----------
    raw, mitigation : float
        Counted over every question, shown or not; mitigation for one phase.
    """

    raw: float
    mitigation: float


@dataclass(frozen=True)
class Level:
    """A level of impact.

    Parameters
    ----------
    name, meaning : str
        For example ``II``, and what it stands for.
    up_to : float
        The highest total it covers, as a share of the highest raw score; infinite for the last.
    """

    name: str
    meaning: str
    up_to: float = math.inf


@dataclass(frozen=True)
class Rules:
    """The rules of a questionnaire, from its file.

    Parameters
    ----------
    profile : str
        Whose rules they are.
    risk, mitigation, neither : str
        How the name of a question ends where its answers count as risk, as mitigation or as
        neither. Where it ends in none of them, the name of the group around it decides.
    phases : int
        How many times the mitigation questions are in the questionnaire, of which one set is
        shown: the highest mitigation score is that of all of them divided by this.
    from_share : float
        From this share of the highest mitigation score on, mitigation lowers the total.
    keep : float
        What is left of the raw score then.
    levels : tuple of Level
        From the lowest up; the last has no upper end.
    """

    profile: str
    risk: str
    mitigation: str
    neither: str
    phases: int
    from_share: float
    keep: float
    levels: tuple[Level, ...]

    def counts_as(self, name: str, parent: str) -> CountsAs:
        """Return what the answers of a question that is answered by picking count as."""
        for known in (name, parent):
            if known.endswith(self.risk):
                return "risk"
            if known.endswith(self.mitigation):
                return "mitigation"
            if known.endswith(self.neither):
                return ""
        return ""

    def total(self, raw: float, mitigation: float, highest_mitigation: float) -> float:
        """Return the total of a raw and a mitigation score."""
        if mitigation >= self.from_share * highest_mitigation:
            return half_up(self.keep * raw)
        return raw

    def level(self, total: float, highest_raw: float) -> Level:
        """Return the level of a total."""
        below = (level for level in self.levels[:-1] if total <= level.up_to * highest_raw)
        return next(below, self.levels[-1])


def build_rules(raw: dict[str, Any]) -> Rules:
    """Return the rules from their part of a checked file.

    Parameters
    ----------
    raw : dict
        That part.

    Returns
    -------
    Rules
        The rules.
    """
    names = ("profile", "risk", "mitigation", "neither", "phases")
    levels = [
        Level(level["name"], level.get("meaning", ""), float(level.get("up_to", math.inf)))
        for level in raw["levels"]
    ]
    reduction = raw["reduction"]
    return Rules(
        **{name: raw[name] for name in names},
        from_share=float(reduction["from"]),
        keep=float(reduction["keep"]),
        levels=tuple(levels),
    )


def weight(answer: Json) -> float:
    """Return what an answer counts for.

    Parameters
    ----------
    answer : Json
        A number counts for itself, a text for what follows its last ``-``, a list for the sum
        of its entries; anything else for nothing.

    Returns
    -------
    float
        Its weight.

    Examples
    --------
    >>> weight("item3-4"), weight("item6"), weight(["item1-2", "item2-1"])
    (4.0, 0.0, 3.0)
    """
    if isinstance(answer, list):
        return sum(weight(one) for one in answer if not isinstance(one, list))
    if isinstance(answer, str):
        before, dash, figures = answer.rpartition("-")
        found = float(figures) if dash and _NUMBER.fullmatch(figures) else 0.0
    elif isinstance(answer, int | float) and not isinstance(answer, bool):
        found = float(answer)
    else:
        return 0.0
    return found if abs(found) < BEYOND else 0.0


def half_up(number: float) -> float:
    """Return the nearest whole number, halves upwards, as JavaScript's ``Math.round`` does.

    Parameters
    ----------
    number : float
        Any number.

    Returns
    -------
    float
        A whole number. Python's own `round` takes halves to the even neighbour.

    Examples
    --------
    >>> half_up(8.5), round(8.5)
    (9.0, 8)
    """
    return float(math.floor(number + 0.5))
