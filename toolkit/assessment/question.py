"""One question of a self-assessment: its steps in words, its evidence, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from toolkit.assessment.condition import Condition
from toolkit.assessment.condition_parser import parse_condition

__all__ = ["Action", "Choice", "EvidenceRule", "Law", "Question", "Source", "build_question"]


@dataclass(frozen=True)
class Choice:
    """One answer a visitor can pick.

    Parameters
    ----------
    id : str
        What is kept when it is picked; the value, for a step of a scale.
    label : str
        Its short name, for example ``In use``.
    text : str
        What it looks like for this question.
    points : float or None
        What it counts for; None where the question does not score.
    """

    id: str
    label: str
    text: str
    points: float | None = None


@dataclass(frozen=True)
class EvidenceRule:
    """An answer above a step counts as that step until its evidence is strong enough.

    Parameters
    ----------
    above : float
        The step.
    grade : int
        The grade that is strong enough.
    """

    above: float
    grade: int


@dataclass(frozen=True)
class Action:
    """Something a council can do next.

    Parameters
    ----------
    id, text : str
        A short id and what to do.
    effort : int
        1 days, 2 weeks, 3 months.
    roles : tuple of str
        Who can do it, the first one leading.
    reaches : str
        The id of the choice that is true once it is done.
    """

    id: str
    text: str
    effort: int
    roles: tuple[str, ...]
    reaches: str


@dataclass(frozen=True)
class Law:
    """A law that bears on a question.

    Parameters
    ----------
    name : str
        The law, and the part of it.
    nations : tuple of str
        Where it applies.
    url : str
        Where to read it; may be empty.
    """

    name: str
    nations: tuple[str, ...]
    url: str = ""


@dataclass(frozen=True)
class Source:
    """Where a question comes from.

    Parameters
    ----------
    title : str
        A publication, or the words ``our judgement``.
    url : str
        Where to read it; empty for a judgement.
    """

    title: str
    url: str = ""


@dataclass(frozen=True)
class Question:
    """One question, ready to be asked and scored.

    Parameters
    ----------
    id, area, name, text, why, evidence_prompt : str
        As the instrument file gives them; `name` is two or three words for results.
    source : Source
        Where it comes from.
    choices : tuple of Choice
        What can be picked, steps of a scale from the lowest up.
    actions : tuple of Action
        At least one for a question that scores.
    help : str
        Further words under the question, often empty.
    weight : float
        How much it counts within its area, above 0.
    show_if : Condition or None
        When it is asked; None for always.
    not_applicable : bool
        Whether it may be answered "not applicable".
    evidence : EvidenceRule or None
        When an answer needs evidence to count in full.
    principles, atrs, frameworks, cases : tuple of str
        Ids of what it bears on.
    laws : tuple of Law
        Laws that bear on it.
    """

    id: str
    area: str
    name: str
    text: str
    why: str
    evidence_prompt: str
    source: Source
    choices: tuple[Choice, ...]
    actions: tuple[Action, ...]
    help: str = ""
    weight: float = 1.0
    show_if: Condition | None = None
    not_applicable: bool = False
    evidence: EvidenceRule | None = None
    principles: tuple[str, ...] = ()
    atrs: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    laws: tuple[Law, ...] = ()

    @cached_property
    def by_choice(self) -> dict[str, Choice]:
        """The choices by their id."""
        return {choice.id: choice for choice in self.choices}

    @cached_property
    def points(self) -> tuple[float, ...]:
        """What the choices count for, lowest first; empty where the question does not score."""
        return tuple(sorted(c.points for c in self.choices if c.points is not None))


def build_question(raw: dict[str, Any], scales: dict[str, dict[str, Any]]) -> Question:
    """Return a question from its part of a checked instrument file.

    Parameters
    ----------
    raw : dict
        The question as the file has it.
    scales : dict
        The file's scales by id, in order.

    Returns
    -------
    Question
        The question.
    """
    scale = scales[raw.get("scale") or next(iter(scales))]
    on_scale = "anchors" in raw
    maps_to = raw.get("maps_to", {})
    rule = scale.get("evidence") if on_scale else None
    return Question(
        **{name: raw[name] for name in ("id", "area", "name", "text", "why")},
        evidence_prompt=raw.get("evidence_prompt", ""),
        source=_source(raw["source"]),
        choices=_steps(raw["anchors"], scale) if on_scale else _choices(raw["choices"]),
        actions=tuple(_action(action) for action in raw.get("actions", ())),
        help=raw.get("help", ""),
        weight=float(raw.get("weight", 1)),
        show_if=parse_condition(raw["show_if"]) if "show_if" in raw else None,
        not_applicable=raw.get("not_applicable", False),
        evidence=EvidenceRule(float(rule["above"]), rule["grade"]) if rule else None,
        principles=tuple(maps_to.get("principle", ())),
        atrs=tuple(maps_to.get("atrs", ())),
        laws=tuple(
            Law(law["name"], tuple(law["nations"]), law.get("url", ""))
            for law in maps_to.get("law", ())
        ),
        frameworks=tuple(maps_to.get("framework", ())),
        cases=tuple(raw.get("cases", ())),
    )


def _steps(anchors: list[str], scale: dict[str, Any]) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(step["value"]), step["label"], anchor, float(step["value"]))
        for step, anchor in zip(scale["steps"], anchors, strict=True)
    )


def _choices(raw: list[dict[str, Any]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            choice["id"],
            choice["text"],
            choice["text"],
            float(choice["points"]) if "points" in choice else None,
        )
        for choice in raw
    )


def _action(raw: dict[str, Any]) -> Action:
    roles = tuple(raw.get("roles", ()))
    return Action(raw["id"], raw["text"], raw["effort"], roles, str(raw["reaches"]))


def _source(raw: str | dict[str, str]) -> Source:
    return Source(raw) if isinstance(raw, str) else Source(raw["title"], raw["url"])
