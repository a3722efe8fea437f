"""Something to do next, whatever it would change: what all kinds of next steps share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from toolkit.assessment.question import Action, Question
from toolkit.language import _

__all__ = ["Kind", "Step", "by_role", "step_sentence"]

Kind = Literal["do", "show", "find out"]


@dataclass(frozen=True)
class Step:
    """Something to do next about one question.

    Parameters
    ----------
    kind : str
        ``do`` an action, ``show`` what is already claimed, or ``find out``.
    question : Question
        The question it bears on.
    action : Action or None
        The action, for ``do``.
    """

    kind: Kind
    question: Question
    action: Action | None

    @property
    def effort(self) -> int:
        """1 days, 2 weeks, 3 months."""
        return self.action.effort if self.action else 1

    @property
    def role(self) -> str:
        """Who can lead on it."""
        action = self.action or next(iter(self.question.actions), None)
        return action.roles[0] if action and action.roles else _("Anyone")


AnyStep = TypeVar("AnyStep", bound=Step)


def by_role(steps: Iterable[AnyStep]) -> dict[str, list[AnyStep]]:
    """Return steps by who can lead on them, the role with the most useful step first.

    Parameters
    ----------
    steps : iterable of Step
        The most useful first.

    Returns
    -------
    dict of str to list of Step
        The steps of each role, the most useful first.
    """
    grouped: dict[str, list[AnyStep]] = {}
    for step in steps:
        grouped.setdefault(step.role, []).append(step)
    return grouped


def step_sentence(step: Step) -> str:
    """Return what to do.

    Parameters
    ----------
    step : Step
        The step.

    Returns
    -------
    str
        One or two sentences.
    """
    if step.action is not None:
        return step.action.text
    if step.kind == "show":
        return _("Record the evidence for what you say is there. {evidence_prompt}").format(
            evidence_prompt=step.question.evidence_prompt
        )
    return _("Find out: {text}").format(text=step.question.text)
