"""What an assessment of a council comes to, as parts of a report."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.advice import NextStep
from toolkit.assessment.phrase import EFFORT, change_sentence, number, step_effect
from toolkit.assessment.result import AreaResult, GateResult, Result
from toolkit.assessment.step import by_role, step_sentence
from toolkit.document.blocks import Block, Bullets, Heading, Phrase, Strong, Table, Text
from toolkit.language import N_, _
from toolkit.report.committee_part import BLANK, Matter

__all__ = ["readiness_findings", "readiness_matter"]

MOST_STEPS = 10
MOST_CHANGES = 3
COUNTED = N_(
    "“Counted” is the cautious score: only what evidence supports, and what is not known at its "
    "worst. “Could be” is the same with what is not known at its best."
)


def readiness_findings(result: Result) -> Iterator[Block]:
    """Yield what an assessment comes to, why, and what to do next.

    Parameters
    ----------
    result : Result
        As `toolkit.assessment.scoring.score` returns it.

    Yields
    ------
    Block
        Headings, lists and a table.
    """
    if result.stage:
        yield Heading(2, _("Result"))
        yield _stage(result)
        yield Bullets(result.stage.reasons)
    if result.areas:
        yield Heading(2, _("Scores"))
        yield Text(_(COUNTED))
        yield _scores(result)
        yield Bullets(tuple(line for area in result.areas for line in _why(area)))
    if result.gates:
        yield Heading(2, _("What must be in place"))
        yield Bullets(tuple(_gate(gate) for gate in result.gates))
    yield from _steps(result)
    if result.stage:
        yield Heading(2, _("What would change the stage"))
        changes = tuple(change_sentence(change) for change in result.changes)
        yield Bullets(changes) if changes else Text(_("No change of a single answer would."))


def readiness_matter(result: Result) -> Matter:
    """Return what a committee is told of an assessment of its council.

    Parameters
    ----------
    result : Result
        As `toolkit.assessment.scoring.score` returns it.

    Returns
    -------
    Matter
        It recommends nothing but to note the stage and to close the gaps.
    """
    found: list[Block] = []
    if result.stage:
        found += [_stage(result), Bullets(result.stage.reasons)]
    if result.areas:
        found.append(_scores(result))
    return Matter(
        purpose=_(
            "To tell the committee how ready the council is to use AI, as far as this is "
            "known, and what has to be put in place first."
        ),
        recommendations=tuple(_recommendations(result)),
        found=tuple(found),
        conditions=tuple(_conditions(result)),
        options=(
            (_("Leave things as they are"), _standing(result)),
            (
                _("Put in place what is missing"),
                _("The steps that would help most are listed below."),
            ),
        ),
        changes=tuple(_step(step) for step in result.next_steps[:MOST_CHANGES]),
        risk=tuple(Bullets((area.reason,)) for area in _weakest(result)),
    )


def _stage(result: Result) -> Text:
    if result.stage is None:
        return Text(_("This self-assessment has no stages."))
    stage = result.stage.stage
    return Text((Strong(_("Stage: {title}.").format(title=stage.title)), f" {stage.meaning}"))


def _scores(result: Result) -> Table:
    return Table(
        _("Scores by part, the cautious end first"),
        (_("Part"), _("Counted"), _("Could be"), _("As claimed"), _("Answered")),
        tuple(
            (
                area.area.title,
                number(area.evidenced.low),
                number(area.evidenced.high),
                number(area.claimed.low),
                _("{answered} of {asked}").format(
                    answered=area.counts.answered, asked=area.counts.asked
                ),
            )
            for area in result.areas
        ),
    )


def _why(area: AreaResult) -> Iterator[str]:
    yield area.reason
    if area.too_few_apply:
        yield _(
            "Take care: {not_applicable} of {asked} questions in {title} do not apply, so "
            "its score rests on few answers."
        ).format(
            not_applicable=area.counts.not_applicable,
            asked=area.counts.asked,
            title=area.area.title,
        )


def _gate(gate: GateResult) -> str:
    return f"{gate.gate.name} ({gate.question.id}): {_gate_words(gate)}"


def _gate_words(gate: GateResult) -> str:
    return _("in place") if gate.met else _("claimed, not shown") if gate.claimed else _("missing")


def _steps(result: Result) -> Iterator[Block]:
    yield Heading(2, _("Next steps"))
    if result.counts.unanswered:
        yield Text(
            _("Answer the {unanswered} questions that are left first.").format(
                unanswered=result.counts.unanswered
            )
        )
    if result.next_steps:
        yield Text(_("The most useful steps, by who can lead. Each was scored alone."))
    for role, steps in by_role(result.next_steps[:MOST_STEPS]).items():
        yield Heading(3, role)
        yield Bullets(tuple(_step(step) for step in steps))


def _step(step: NextStep) -> str:
    return _("{step} ({id}; takes {effort}) {gain}").format(
        step=step_sentence(step),
        id=step.question.id,
        effort=_(EFFORT[step.effort]),
        gain=step_effect(step),
    )


def _recommendations(result: Result) -> Iterator[Phrase]:
    if result.stage:
        yield _("Note that the self-assessment puts the council at ‘{title}’.").format(
            title=result.stage.stage.title
        )
    else:
        yield _("Note the result of the self-assessment.")
    if result.counts.unanswered or result.counts.unknown:
        left = result.counts.unanswered + result.counts.unknown
        yield _("Note that {left} of {asked} answers are not known yet.").format(
            left=left, asked=result.counts.asked
        )
    if any(not gate.met for gate in result.gates):
        yield _(
            "Ask for an owner and a date for each thing that is missing, as the table lists them."
        )
    if result.next_steps:
        yield _("Ask for an owner and a date for each next step that the committee supports.")
    yield _("Ask for the self-assessment to be done again in six months.")
    yield _("Note that this does not approve the use of any AI tool.")


def _conditions(result: Result) -> Iterator[Block]:
    rows: list[tuple[Phrase, ...]] = [
        (f"{_gate(gate)[0].upper()}{_gate(gate)[1:]}", _("Must be in place"), _(BLANK), _(BLANK))
        for gate in result.gates
        if not gate.met
    ]
    rows += [
        (step_sentence(step), step.role, _(BLANK), _(BLANK))
        for step in result.next_steps[:MOST_STEPS]
    ]
    if rows:
        header = (_("What"), _("Who can lead, or why"), _("Owner"), _("By when"))
        yield Table(_("What to put in place, with owner and date"), header, tuple(rows))


def _standing(result: Result) -> str:
    if result.stage is None:
        return _("The scores stay as they are.")
    return _("The stage stays at ‘{title}’. {meaning}").format(
        title=result.stage.stage.title, meaning=result.stage.stage.meaning
    )


def _weakest(result: Result) -> list[AreaResult]:
    return sorted(result.areas, key=lambda area: area.evidenced.low)[:2]
