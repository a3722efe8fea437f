"""Where a group stands: what its agreed answers come to, and what nobody has answered yet."""

from __future__ import annotations

from toolkit.assessment.assess import assess
from toolkit.assessment.group.record import Record, open_lines
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed, live_sentence
from toolkit.assessment.proposal_phrase import live_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.weighing import rules_of
from toolkit.language import _

__all__ = ["standing"]


def standing(record: Record, instrument: Instrument) -> tuple[str, ...]:
    """Return where a group stands: what its agreed answers come to, and what is still open.

    Parameters
    ----------
    record : Record
        The sitting.
    instrument : Instrument
        What was asked.

    Returns
    -------
    tuple of str
        A sentence or two each. A red line that is not answered in writing comes first, and no
        agreed answer makes up for it.
    """
    sentences = []
    unanswered = open_lines(record)
    if unanswered:
        title = rules_of(instrument).outcomes["do-not-proceed"].title
        names = listed([f"‘{line.name}’" for line in unanswered])
        sentences.append(
            _("{title}, until the group answers in writing what was raised: {names}.").format(
                title=title, names=names
            )
        )
    if not record.answers:
        return (*sentences, _("No answer is agreed yet, so there is no result yet."))
    result = assess(instrument, record.answers)
    agreed = len([name for name in result.asked if name in record.answers])
    sentences.append(
        _("Agreed answers: {agreed} of {count}.").format(agreed=agreed, count=len(result.asked))
    )
    words = live_words(result) if isinstance(result, ProposalResult) else live_sentence(result, "")
    return (*sentences, _("What is agreed comes to: {words}").format(words=words))
