"""Say in plain English why a result is what it is, naming the answers behind it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.measure import Measure, worth
from toolkit.assessment.phrase import listed, named, number
from toolkit.assessment.question import Question
from toolkit.assessment.result import Counts, Range
from toolkit.language import N_, _, ngettext

__all__ = ["area_reasons", "stage_reasons"]

MOST_NAMED = 3
IN_PART = N_("Not counted in full until shown with evidence")


def area_reasons(
    area: Area, questions: Sequence[Question], answers: Answers, score: Range, counts: Counts
) -> tuple[str, ...]:
    """Return why an area scores what it scores.

    Parameters
    ----------
    area : Area
        The area.
    questions : sequence of Question
        Its questions that are asked and score.
    answers : mapping of str to Answer
        The answers by question.
    score : Range
        The evidenced score.
    counts : Counts
        How its questions stand.

    Returns
    -------
    tuple of str
        A few short sentences.
    """
    if counts.asked == counts.not_applicable:
        return (
            _("No question in {title} applies, so there is no finding.").format(title=area.title),
        )
    if not counts.answered:
        return (
            _("No answer in {title} is known yet.").format(title=area.title),
            _("The score could be anything from {low} to {high}.").format(
                low=number(score.low), high=number(score.high)
            ),
        )
    sentences = [_("{title} scores {low}.").format(title=area.title, low=number(score.low))]
    if score.high > score.low:
        sentences.append(
            _("It could be up to {high}, as not every answer is known.").format(
                high=number(score.high)
            )
        )
    sentences += _behind(questions, answers)
    return tuple(sentences)


def stage_reasons(instrument: Instrument, answers: Answers, now: Measure) -> tuple[str, ...]:
    """Return why the stage is what it is.

    Parameters
    ----------
    instrument : Instrument
        An instrument with stages.
    answers : mapping of str to Answer
        The answers by question.
    now : Measure
        Their measure.

    Returns
    -------
    tuple of str
        A few short sentences.

    Raises
    ------
    ValueError
        Where the instrument has no stages.
    """
    stages = instrument.stages
    if stages is None:
        raise ValueError(f"{instrument.id} has no stages to give a reason for")
    titles = [stage.title for stage in stages.steps]
    if not any(answers.get(q.id, Answer()).counts_as == "answered" for q in now.asked):
        return (
            _("No answer is known yet. Until answers show more, the stage is ‘{titles}’.").format(
                titles=titles[0]
            ),
        )
    sentences = _weakest(instrument, answers, now)
    missing = [gate for gate in instrument.gates if gate.question not in now.met]
    for cap in dict.fromkeys(gate.caps_at for gate in missing):
        names = [f"{gate.name} ({gate.question})" for gate in missing if gate.caps_at == cap]
        told = ngettext(
            "It cannot go above ‘{stage}’ while this is missing, or not shown with evidence: "
            "{gates}.",
            "It cannot go above ‘{stage}’ while these are missing, or not shown with evidence: "
            "{gates}.",
            len(names),
        )
        sentences.append(told.format(stage=titles[stages.place(cap)], gates=listed(names)))
    if now.could_be != now.stage:
        sentences.append(
            _("If all that is not known turned out well: ‘{titles}’.").format(
                titles=titles[now.could_be]
            )
        )
    if now.claimed_stage != now.stage:
        sentences.append(
            _("If no evidence were asked for: ‘{titles}’.").format(titles=titles[now.claimed_stage])
        )
    return tuple(sentences)


def _weakest(instrument: Instrument, answers: Answers, now: Measure) -> list[str]:
    """Name the weakest deciding areas, and the answers that make them so."""
    deciding = instrument.stages.weakest_of if instrument.stages else ()
    titles = {area.id: area.title for area in instrument.areas}
    low = min(now.evidenced[area].low for area in deciding)
    weakest = [area for area in deciding if now.evidenced[area].low == low]
    names = listed([titles[area] for area in weakest])
    told = ngettext(
        "The weakest of {deciders} decides. {names} is lowest, at {low}.",
        "The weakest of {deciders} decides. {names} are lowest, at {low}.",
        len(weakest),
    )
    if len(weakest) == len(deciding) > 1:
        told = _("The weakest of {deciders} decides. They are level, at {low}.")
    deciders = listed([titles[area] for area in deciding])
    sentences = [told.format(deciders=deciders, names=names, low=number(low))]
    for area in weakest[:1]:
        questions = [q for q in now.asked if q.area == area and q.points]
        sentences += _behind(questions, answers)
    return sentences


def _behind(questions: Sequence[Question], answers: Answers) -> list[str]:
    """Name the answers that hold a score down or leave it open."""
    sentences = [_lowest(questions, answers)]
    groups: dict[str, list[Question]] = {}
    for question in questions:
        answer = answers.get(question.id, Answer())
        found = worth(question, answer)
        if answer.counts_as == "answered" and found is not None and found[0] != found[1]:
            groups.setdefault(_(IN_PART), []).append(question)
        elif answer.counts_as == "unknown":
            groups.setdefault(_("Not known"), []).append(question)
        elif answer.counts_as == "unanswered":
            groups.setdefault(_("Not answered yet"), []).append(question)
    sentences += [f"{words}: {_some(group)}." for words, group in groups.items()]
    return [sentence for sentence in sentences if sentence]


def _lowest(questions: Sequence[Question], answers: Answers) -> str:
    held_back = []
    for question in questions:
        answer = answers.get(question.id, Answer())
        choice = question.by_choice.get(answer.choice)
        if choice is not None and (choice.points or 0.0) < question.points[-1]:
            held_back.append(
                (
                    choice.points or 0.0,
                    _("{question} at ‘{label}’").format(
                        question=named(question), label=choice.label
                    ),
                )
            )
    held_back.sort(key=lambda row: row[0])
    names = [name for __, name in held_back[:MOST_NAMED]]
    return _("Lowest: {list}.").format(list=listed(names)) if names else ""


def _some(questions: Sequence[Question]) -> str:
    names = [named(question) for question in questions[:MOST_NAMED]]
    more = len(questions) - len(names)
    return listed([*names, _("{more} more").format(more=more)] if more else names)
