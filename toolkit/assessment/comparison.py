"""Two filled-in self-assessments side by side: before and after, or a draft and the final one."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import number, signed
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.question import Question
from toolkit.assessment.result import AreaResult, Range, Result
from toolkit.assessment.run import Run
from toolkit.language import _

__all__ = ["AnswerChange", "Comparison", "Row", "compare_runs"]


@dataclass(frozen=True)
class Row:
    """One thing as it was then and as it is now, in words.

    Parameters
    ----------
    what, then, now : str
        Its name, and how it stood and stands.
    """

    what: str
    then: str
    now: str

    @property
    def changed(self) -> bool:
        """Whether it is not the same."""
        return self.then != self.now


@dataclass(frozen=True)
class AnswerChange:
    """A question whose answer, evidence, reason or note is not the same.

    Parameters
    ----------
    question : Question
        The question.
    then, now : Answer
        Its answers.
    """

    question: Question
    then: Answer
    now: Answer

    @property
    def only_words(self) -> bool:
        """Whether nothing but a note or a reason changed, so that the result stays."""
        return (self.then.counts_as, self.then.choice, self.then.evidence) == (
            self.now.counts_as,
            self.now.choice,
            self.now.evidence,
        )


@dataclass(frozen=True)
class Comparison:
    """Two runs of one instrument.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    then, now : Run
        The earlier and the later run.
    results, areas : tuple of Row
        What they come to as a whole, and part by part.
    answers : tuple of AnswerChange
        Every answer that is not the same, in the order of the instrument.
    """

    instrument: Instrument
    then: Run
    now: Run
    results: tuple[Row, ...]
    areas: tuple[Row, ...]
    answers: tuple[AnswerChange, ...]


def compare_runs(instrument: Instrument, then: Run, now: Run) -> Comparison:
    """Return two runs side by side.

    Parameters
    ----------
    instrument : Instrument
        What was asked in both.
    then, now : Run
        The earlier and the later run.

    Returns
    -------
    Comparison
        What is the same is in it too, so that a table is whole; of the answers only changes.
    """
    none = Answer()
    pairs = (
        (question, then.answers.get(question.id, none), now.answers.get(question.id, none))
        for question in instrument.questions
    )
    return Comparison(
        instrument,
        then,
        now,
        _side_by_side(_whole(then.result), _whole(now.result)),
        _side_by_side(_parts(then.result), _parts(now.result)),
        tuple(AnswerChange(*pair) for pair in pairs if pair[1] != pair[2]),
    )


def _side_by_side(then: dict[str, str], now: dict[str, str]) -> tuple[Row, ...]:
    names = dict.fromkeys((*then, *now))
    return tuple(Row(name, then.get(name, "–"), now.get(name, "–")) for name in names)


def _whole(result: Result | ProposalResult) -> dict[str, str]:
    """Return the result as a whole, by name."""
    counts = result.counts
    rows: dict[str, str] = {}
    if isinstance(result, ProposalResult):
        rows |= {_("Outcome"): result.outcome.title, _("Could be"): result.could_be.title}
        rows[_("Tier")] = _between(str(result.tier.could_be), str(result.tier.number))
        names = [line.line.name for line in result.open_lines]
        rows[_("Open red lines")] = f"{len(names)}: {'; '.join(names)}" if names else _("none")
    elif result.stage is not None:
        rows |= {_("Stage"): result.stage.stage.title, _("Could be"): result.stage.could_be.title}
        rows[_("Stage, as claimed")] = result.stage.claimed.title
        missing = [gate.gate.name for gate in result.gates if not gate.met]
        rows[_("Must-haves missing")] = "; ".join(missing) or _("none")
    known = _("{answered} of {asked}").format(answered=counts.answered, asked=counts.asked)
    return rows | {_("Questions answered"): known, _("“Don't know”"): str(counts.unknown)}


def _parts(result: Result | ProposalResult) -> dict[str, str]:
    """Return the scores of the result, by the part they belong to."""
    if isinstance(result, Result):
        rows = {area.area.title: _score(area) for area in result.areas}
        return rows | {_("Average of all parts"): _points(result.overall)}
    safeguards = result.safeguards
    rows = {
        _("Risk before safeguards, of 100"): _between(
            f"{result.inherent.low:.0f}", f"{result.inherent.high:.0f}"
        ),
        _("Safeguards shown to be in use, of {all}").format(all=len(safeguards)): str(
            sum(s.shown for s in safeguards)
        ),
        _("Safeguards claimed, of {all}").format(all=len(safeguards)): str(
            sum(s.claimed for s in safeguards)
        ),
        _("Required safeguards missing"): str(len(result.conditions)),
        _("Risk that is left, of 100"): _between(
            f"{result.residual.low:.0f}", f"{result.residual.high:.0f}"
        ),
    }
    if result.fit_mean is not None:
        low, high = signed(result.fit_mean.low), signed(result.fit_mean.high)
        rows[_("Fit with co-operative principles")] = _between(low, high)
    return rows


def _score(area: AreaResult) -> str:
    return _("{score}; {claimed} claimed").format(
        score=_points(area.evidenced), claimed=number(area.claimed.low)
    )


def _points(found: Range) -> str:
    return _between(number(found.low), number(found.high))


def _between(low: str, high: str) -> str:
    return low if low == high else _("{low} to {high}").format(low=low, high=high)
