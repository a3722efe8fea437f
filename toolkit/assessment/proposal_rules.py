"""How answers about one proposal become an outcome: every judgement, as the file states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toolkit.assessment.condition import Condition

__all__ = [
    "OUTCOMES",
    "Outcome",
    "OutcomeId",
    "Part",
    "ProposalRules",
    "RedLine",
    "Spread",
    "Tier",
    "Trigger",
]

OutcomeId = Literal["do-not-proceed", "rethink", "pilot", "proceed", "not-needed"]
# From the worst to the best.
OUTCOMES: tuple[OutcomeId, ...] = ("do-not-proceed", "rethink", "pilot", "proceed", "not-needed")


@dataclass(frozen=True)
class Part:
    """Holds where the answer to a question is one of some choices.

    Parameters
    ----------
    question : str
        Its id.
    choices : frozenset of str
        Their ids.
    """

    question: str
    choices: frozenset[str]


@dataclass(frozen=True)
class Trigger:
    """An answer that lifts a proposal to a tier, whatever else is true.

    Parameters
    ----------
    part : Part
        The answer.
    tier : int
        The tier, 1 to 4.
    name : str
        What it is, in a few words.
    """

    part: Part
    tier: int
    name: str


@dataclass(frozen=True)
class RedLine:
    """What no score makes up for.

    Parameters
    ----------
    id, name, advice : str
        As the file gives them.
    open_when : tuple of Part
        It is open where all of them hold, or may hold.
    """

    id: str
    name: str
    advice: str
    open_when: tuple[Part, ...]


@dataclass(frozen=True)
class Tier:
    """A level of risk, with who decides and what it asks for.

    Parameters
    ----------
    title, approval, duties : str
        As the file gives them.
    """

    title: str
    approval: str
    duties: str


@dataclass(frozen=True)
class Outcome:
    """A result in words.

    Parameters
    ----------
    id : str
        One of `OUTCOMES`.
    title, meaning : str
        As the file gives them.
    """

    id: OutcomeId
    title: str
    meaning: str


@dataclass(frozen=True)
class Spread:
    """How far our judgements are moved to see whether the outcome stays.

    Parameters
    ----------
    draws, seed : int
        How many sets of judgements, and where their random numbers start.
    close_call_below : float
        Below this share of draws with the same outcome the result is a close call.
    weights : tuple of float
        Weights are multiplied by a number between these.
    most_off, fit_below : tuple of float
        Between what these cut-offs are drawn.
    whole : float
        A cut-off in whole steps moves by up to this, before it is rounded.
    """

    draws: int
    seed: int
    close_call_below: float
    weights: tuple[float, float]
    most_off: tuple[float, float]
    fit_below: tuple[float, float]
    whole: float


@dataclass(frozen=True)
class ProposalRules:
    """How answers about one proposal become an outcome.

    Parameters
    ----------
    stop_if : Condition
        Where it holds, the assessment is not needed.
    role : str
        The question on the role in decisions.
    severity : tuple of str
        The questions of which the worst counts as severity.
    matrix : dict of str to tuple of int
        For each role the tier at severity 0 to 4.
    triggers : tuple of Trigger
        Answers that lift the tier.
    risks, safeguards, fit : tuple of str
        The questions of these parts.
    worst_share : float
        The share of the worst item in the inherent score; the mean has the rest.
    in_use : float
        The step from which a safeguard counts as in use.
    most_off : float
        The share of the inherent score that full cover takes off.
    required : tuple of frozenset of str
        The safeguards that each tier asks for, tier 1 first.
    rethink_below : float
        A fit below this asks for another think.
    red_lines : tuple of RedLine
        What no score makes up for.
    pilot_up_to : int
        The highest tier that may go ahead as a pilot with safeguards missing.
    readiness : str
        The id of the assessment of the council; may be empty.
    allows : dict of str to int
        For each of its stages the highest tier.
    tiers : tuple of Tier
        Tier 1 first.
    outcomes : dict of str to Outcome
        By id.
    spread : Spread
        How far the judgements are moved.
    """

    stop_if: Condition
    role: str
    severity: tuple[str, ...]
    matrix: dict[str, tuple[int, ...]]
    triggers: tuple[Trigger, ...]
    risks: tuple[str, ...]
    safeguards: tuple[str, ...]
    fit: tuple[str, ...]
    worst_share: float
    in_use: float
    most_off: float
    required: tuple[frozenset[str], ...]
    rethink_below: float
    red_lines: tuple[RedLine, ...]
    pilot_up_to: int
    readiness: str
    allows: dict[str, int]
    tiers: tuple[Tier, ...]
    outcomes: dict[OutcomeId, Outcome]
    spread: Spread
