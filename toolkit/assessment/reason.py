"""Say in plain English why a result is what it is, naming the answers behind it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.measure import Measure, worth
from toolkit.assessment.phrase import listed, named, number
from toolkit.assessment.question import Question
from toolkit.assessment.result import Counts, Range

__all__ = ["area_reasons", "stage_reasons"]

MOST_NAMED = 3


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
        return (f"No question in {area.title} applies, so there is no finding.",)
    if not counts.answered:
        return (
            f"No answer in {area.title} is known yet.",
            f"The score could be anything from {number(score.low)} to {number(score.high)}.",
        )
    sentences = [f"{area.title} scores {number(score.low)}."]
    if score.high > score.low:
        sentences.append(f"It could be up to {number(score.high)}, as not every answer is known.")
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
        return (f"No answer is known yet. Until answers show more, the stage is ‘{titles[0]}’.",)
    sentences = _weakest(instrument, answers, now)
    missing = [gate for gate in instrument.gates if gate.question not in now.met]
    for cap in dict.fromkeys(gate.caps_at for gate in missing):
        names = [f"{gate.name} ({gate.question})" for gate in missing if gate.caps_at == cap]
        these = "this is" if len(names) == 1 else "these are"
        sentences.append(
            f"It cannot go above ‘{titles[stages.place(cap)]}’ while {these} missing, "
            f"or not shown with evidence: {listed(names)}."
        )
    if now.could_be != now.stage:
        sentences.append(f"If all that is not known turned out well: ‘{titles[now.could_be]}’.")
    if now.claimed_stage != now.stage:
        sentences.append(f"If no evidence were asked for: ‘{titles[now.claimed_stage]}’.")
    return tuple(sentences)


def _weakest(instrument: Instrument, answers: Answers, now: Measure) -> list[str]:
    """Name the weakest deciding areas, and the answers that make them so."""
    deciding = instrument.stages.weakest_of if instrument.stages else ()
    titles = {area.id: area.title for area in instrument.areas}
    low = min(now.evidenced[area].low for area in deciding)
    weakest = [area for area in deciding if now.evidenced[area].low == low]
    names = listed([titles[area] for area in weakest])
    lowest = f"{names} {'is' if len(weakest) == 1 else 'are'} lowest"
    if len(weakest) == len(deciding) > 1:
        lowest = "They are level"
    deciders = listed([titles[area] for area in deciding])
    sentences = [f"The weakest of {deciders} decides. {lowest}, at {number(low)}."]
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
            groups.setdefault("Not counted in full until shown with evidence", []).append(question)
        elif answer.counts_as == "unknown":
            groups.setdefault("Not known", []).append(question)
        elif answer.counts_as == "unanswered":
            groups.setdefault("Not answered yet", []).append(question)
    sentences += [f"{words}: {_some(group)}." for words, group in groups.items()]
    return [sentence for sentence in sentences if sentence]


def _lowest(questions: Sequence[Question], answers: Answers) -> str:
    held_back = []
    for question in questions:
        answer = answers.get(question.id, Answer())
        choice = question.by_choice.get(answer.choice)
        if choice is not None and (choice.points or 0.0) < question.points[-1]:
            held_back.append((choice.points or 0.0, f"{named(question)} at ‘{choice.label}’"))
    held_back.sort(key=lambda row: row[0])
    names = [name for _, name in held_back[:MOST_NAMED]]
    return f"Lowest: {listed(names)}." if names else ""


def _some(questions: Sequence[Question]) -> str:
    names = [named(question) for question in questions[:MOST_NAMED]]
    more = len(questions) - len(names)
    return listed([*names, f"{more} more"] if more else names)
