"""Turn the parts of a result into words: numbers, names, changes, next steps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from toolkit.assessment.advice import Change, NextStep
from toolkit.assessment.question import Question
from toolkit.assessment.result import Result
from toolkit.language import N_, _

__all__ = [
    "EFFORT",
    "NOTES",
    "SCOPE",
    "change_sentence",
    "listed",
    "live_sentence",
    "named",
    "number",
    "signed",
    "step_effect",
]

SCOPE = N_(
    "This is a self-assessment, to start a conversation. It is not legal advice. It is not a data "
    "protection impact assessment (DPIA) or an equality impact assessment, and does not replace "
    "them."
)
NOTES = N_(
    "Notes and reasons are in the words of those who answered. Before you pass this on, take out "
    "personal data and anything a supplier told you in confidence. Records of a council can be "
    "asked for under freedom of information."
)
# What a change of one answer does, by its evidence: where the stage rises, and where it falls.
_CHANGES = {
    "lost": (
        N_("If the evidence for {question} did not hold, the stage would rise to ‘{title}’."),
        N_("If the evidence for {question} did not hold, the stage would fall to ‘{title}’."),
    ),
    "needed": (
        N_(
            "If {question} were at ‘{label}’, shown with evidence, the stage would rise to "
            "‘{title}’."
        ),
        N_(
            "If {question} were at ‘{label}’, shown with evidence, the stage would fall to "
            "‘{title}’."
        ),
    ),
    "": (
        N_("If {question} were at ‘{label}’, the stage would rise to ‘{title}’."),
        N_("If {question} were at ‘{label}’, the stage would fall to ‘{title}’."),
    ),
}
EFFORT = {1: N_("days"), 2: N_("weeks"), 3: N_("months")}


def number(score: float) -> str:
    """Return a score with one decimal, cut and not rounded: 1.96 has not reached 2.

    Parameters
    ----------
    score : float
        In points of the scale.

    Returns
    -------
    str
        For example ``1.9``.

    Examples
    --------
    >>> number(1.96), number(2.0), number(0.1 + 0.2)
    ('1.9', '2.0', '0.3')
    """
    return f"{math.floor(score * 10 + 1e-6) / 10:.1f}"


def signed(score: float) -> str:
    """Return a score that may be below 0, with one decimal and its sign.

    Parameters
    ----------
    score : float
        In points of the scale.

    Returns
    -------
    str
        For example ``−0.5``.

    Examples
    --------
    >>> signed(-0.5), signed(0), signed(1.26)
    ('−0.5', '0', '+1.3')
    """
    rounded = round(score, 1)
    if not rounded:
        # What is not 0 is not called 0: it may lie on the other side of a cut-off.
        return "0" if abs(score) < 1e-9 else (_("just above 0") if score > 0 else _("just below 0"))
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):g}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence.

    Parameters
    ----------
    words : sequence of str
        Any number of them.

    Returns
    -------
    str
        Empty where there are none.

    Examples
    --------
    >>> listed(["owner", "register", "stop route"])
    'owner, register and stop route'
    """
    return _(" and ").join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def named(question: Question) -> str:
    """Return a question as results name it.

    Parameters
    ----------
    question : Question
        The question.

    Returns
    -------
    str
        Its name, and its id in brackets.

    Examples
    --------
    >>> from toolkit.assessment.question import Source
    >>> named(Question("B1", "B", "Senior owner", "…", "…", "…", Source("…"), (), ()))
    'Senior owner (B1)'
    """
    return f"{question.name} ({question.id})"


def change_sentence(change: Change) -> str:
    """Return what a change of one answer would do to the stage.

    Parameters
    ----------
    change : Change
        A change that alters the stage.

    Returns
    -------
    str
        One sentence.
    """
    told = _CHANGES[change.evidence if change.evidence in ("lost", "needed") else ""]
    return _(told[0 if change.better else 1]).format(
        question=named(change.question), label=change.to.label, title=change.stage.title
    )


def live_sentence(result: Result, area_id: str) -> str:
    """Return how an area and the stage stand now, short enough to be read out at each answer.

    Parameters
    ----------
    result : Result
        The result.
    area_id : str
        The area that is being answered.

    Returns
    -------
    str
        Two short sentences.
    """
    sentences = []
    for area in result.areas:
        if area.area.id == area_id:
            low, high = number(area.evidenced.low), number(area.evidenced.high)
            told = (
                _("{title}: {low}, could be up to {high}.") if high != low else _("{title}: {low}.")
            )
            sentences.append(told.format(title=area.area.title, low=low, high=high))
    if result.stage:
        sentences.append(_("Stage: {title}.").format(title=result.stage.stage.title))
    return " ".join(sentences)


def step_effect(step: NextStep) -> str:
    """Return what a step would change if it were done and shown, and nothing else changed.

    Parameters
    ----------
    step : NextStep
        The step.

    Returns
    -------
    str
        One sentence.
    """
    if step.kind == "find out":
        return _("Once you know, the result is more certain.")
    effects = []
    if step.stage is not None:
        effects.append(_("raises the stage to ‘{title}’").format(title=step.stage.title))
    if step.gates:
        effects.append(
            _("puts in place {list}").format(list=listed([gate.name for gate in step.gates]))
        )
    if not effects and step.weakest_gain > 0:
        effects.append(
            _("lifts the weakest part by {weakest_gain}").format(
                weakest_gain=_small(step.weakest_gain)
            )
        )
    if not effects and step.overall_gain > 0:
        effects.append(
            _("lifts the average of all parts by {overall_gain}").format(
                overall_gain=_small(step.overall_gain)
            )
        )
    return (
        _("If done and shown, it {list}.").format(list=listed(effects))
        if effects
        else _("It keeps what you have.")
    )


def _small(gain: float) -> str:
    return f"{gain:.2f}" if gain < 0.1 else number(gain)
