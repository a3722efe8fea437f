"""Turn what a group said into words: who, how far they agree, where roles differ."""

from __future__ import annotations

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.poll import Poll, QuestionPoll
from toolkit.assessment.group.role import Roles
from toolkit.assessment.group.shield import FEWEST
from toolkit.assessment.group.spread import median
from toolkit.assessment.phrase import listed
from toolkit.assessment.question import Question
from toolkit.language import N_, _, ngettext

__all__ = [
    "agreed_words",
    "agreement_words",
    "gap_words",
    "median_words",
    "no_answer_words",
    "otherwise_words",
    "who_sentences",
]

STATES = {"unknown": N_("Don't know"), "not_applicable": N_("Does not apply to us")}


def who_sentences(poll: Poll, roles: Roles) -> tuple[str, ...]:
    """Return who took part, as far as it may be said.

    Parameters
    ----------
    poll : Poll
        What the group said.
    roles : Roles
        The roles there are.

    Returns
    -------
    tuple of str
        One to three sentences.
    """
    sentences = [_("{people} took part.").format(people=_people(poll.people))]
    shown = [f"{roles.label(role)} {number}" for role, number in poll.roles.items()]
    rest = poll.people - sum(poll.roles.values())
    if shown:
        others = [_("other roles together {rest}").format(rest=rest)] if rest else []
        sentences.append(_("By role: {list}.").format(list=listed([*shown, *others])))
    if rest or not shown:
        sentences.append(
            _(
                "A role of fewer than {fewest} people is not shown by itself, nor is a role "
                "that would give a small one away."
            ).format(fewest=FEWEST)
        )
    if poll.set_apart:
        name = listed([role.label.lower() for role in roles.apart])
        sentences.append(_set_apart(poll, name))
    return tuple(sentences)


def agreement_words(found: QuestionPoll) -> str:
    """Return how far people agree on a question, as a share.

    Parameters
    ----------
    found : QuestionPoll
        What they said.

    Returns
    -------
    str
        For example ``75%``; words where there are too few answers. What is not everyone is not
        called 100%, nor is what is not nobody called 0%.
    """
    if found.agreement is None:
        return _("Too few answers")
    whole = round(100 * found.agreement)
    if 0 < found.agreement < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}%"


def median_words(question: Question, counts: tuple[int, ...]) -> str:
    """Return the answer in the middle as a sentence.

    Parameters
    ----------
    question : Question
        The question.
    counts : tuple of int
        How many people picked each choice.

    Returns
    -------
    str
        Empty without answers; for choices without an order, the one most people picked.
    """
    found = median(question, counts)
    if found is None:
        most = max(counts, default=0)
        top = [c.label for c, n in zip(question.choices, counts, strict=True) if most and n == most]
        return (
            _("Picked most: {list}.").format(list=listed([_quoted(label) for label in top]))
            if top
            else ""
        )
    return _("In the middle: {middle_words}.").format(middle_words=_middle_words(question, counts))


def gap_words(found: QuestionPoll, roles: Roles) -> str:
    """Return which roles lie furthest apart, and where each of them is.

    Parameters
    ----------
    found : QuestionPoll
        What people said.
    roles : Roles
        The roles there are.

    Returns
    -------
    str
        Empty where there are not two roles to show.
    """
    gap = found.gap
    if gap is None:
        return ""
    if not gap.size:
        return _("The roles that can be shown have the same answer in the middle.")
    ends = [
        f"{roles.label(role)} ({_middle_words(found.question, found.roles[role])})"
        for role in (gap.low, gap.high)
    ]
    return _("Furthest apart: {list}.").format(list=listed(ends))


def no_answer_words(found: QuestionPoll) -> str:
    """Return how many gave no answer that counts, and why.

    Parameters
    ----------
    found : QuestionPoll
        What people said.

    Returns
    -------
    str
        One sentence; empty where everybody picked an answer.
    """
    parts = (
        (found.unknown, _("said “don't know”")),
        (found.not_applicable, _("said it does not apply")),
        (found.unanswered, _("did not answer")),
        (found.not_asked, _("were not asked, given their other answers")),
    )
    told = [f"{number} {words}" for number, words in parts if number]
    return _("Not counted in that: {list}.").format(list=listed(told)) if told else ""


def agreed_words(question: Question, answer: Answer | None) -> str:
    """Return what a group agreed on a question.

    Parameters
    ----------
    question : Question
        The question.
    answer : Answer or None
        The agreed answer.

    Returns
    -------
    str
        ``Not agreed yet`` where there is none.
    """
    if answer is None or answer.state == "unanswered":
        return _("Not agreed yet")
    choice = question.by_choice.get(answer.choice)
    return choice.label.rstrip(".") if choice else _(STATES[answer.state])


def otherwise_words(found: QuestionPoll, answer: Answer | None) -> str:
    """Return how many people had given another answer than the agreed one.

    Parameters
    ----------
    found : QuestionPoll
        What people said before.
    answer : Answer or None
        The agreed answer.

    Returns
    -------
    str
        Empty where nothing is agreed, or nobody had answered.
    """
    if answer is None or answer.state == "unanswered" or not found.answered:
        return ""
    ids = [choice.id for choice in found.question.choices]
    same = found.choices[ids.index(answer.choice)] if answer.choice in ids else 0
    others = found.answered - same
    return _("Before the talk, {others} of {answered} had picked another answer.").format(
        others=others, answered=found.answered
    )


def _middle_words(question: Question, counts: tuple[int, ...]) -> str:
    found = median(question, counts)
    if found is None:
        return _("no answer")
    low, high = (_quoted(choice.label) for choice in found)
    return low if low == high else _("between {low} and {high}").format(low=low, high=high)


def _quoted(label: str) -> str:
    return f"‘{label.rstrip('.')}’"


def _people(number: int) -> str:
    return ngettext("{n} person", "{n} people", number).format(n=number)


def _set_apart(poll: Poll, name: str) -> str:
    shown = (
        _("Their answers are shown apart.")
        if poll.apart
        else _("Fewer than {fewest} of a kind are not shown.").format(fewest=FEWEST)
    )
    who = _("{set_apart} in another role ({name})").format(
        set_apart=_people(poll.set_apart), name=name
    )
    return _("Not counted in any number: {who}. {shown}").format(who=who, shown=shown)
