"""One proposal in a register: what its file says of it, and what its answers come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from toolkit.assessment.about import PUBLISHED, About, Published, read_about
from toolkit.assessment.answer import carry_over, read_answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal import score_proposal
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.run import example_notice
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, document_of, parse_progress
from toolkit.yamlfile import Json

__all__ = ["Entry", "entry_as_data", "entry_from_data", "read_entry"]

NOT_A_PROPOSAL = N_("‘{found}’ is not about a proposal, so it has no place in a register")
NO_TIER = N_("None")
KEPT_OFF = N_("It is marked here, and kept off the page for the public.")


@dataclass(frozen=True)
class Entry:
    """One proposal.

    Parameters
    ----------
    file : str
        The name of its file.
    name, purpose, owner : str
        As its owner typed them; empty where they did not.
    tier : int
        The tier that counts, 1 to 4; 0 where the assessment is not needed.
    tier_words, outcome : str
        The tier and the outcome in words, with what they could be once more is known.
    review : date or None
        When it is looked at again.
    published : str
        Whether it may stand on the public page; see `toolkit.assessment.about.About`.
    link : str
        The address of its public record; may be empty.
    saved : str
        The date its file was saved, for example ``2026-11-22``; may be empty.
    unanswered : int
        How many of the questions that are asked have no answer.
    example : str
        The made-up body that it is a worked example about; empty for a real one.
    """

    file: str
    name: str = ""
    purpose: str = ""
    owner: str = ""
    tier: int = 0
    tier_words: str = NO_TIER
    outcome: str = ""
    review: date | None = None
    published: Published = ""
    link: str = ""
    saved: str = ""
    unanswered: int = 0
    example: str = ""

    @property
    def title(self) -> str:
        """What a reader of the table sees as its name."""
        name = self.name or _("No name yet ({file})").format(file=self.file)
        return _("Worked example: {name}").format(name=name) if self.example else name

    @property
    def is_public(self) -> bool:
        """Whether it stands on the public page: only what is real, named and marked for it."""
        return self.published in ("yes", "outcome") and bool(self.name) and not self.example


def read_entry(
    text: str, instruments: Mapping[str, Instrument], file: str = "The file"
) -> tuple[Entry, str]:
    """Return what a saved proposal comes to.

    Parameters
    ----------
    text : str
        What the file holds.
    instruments : mapping of str to Instrument
        The self-assessments there are, by their id.
    file : str
        The file's name.

    Returns
    -------
    Entry, str
        The entry, and what of the file could not be used; empty where all could. The outcome
        leaves the council's readiness aside: a file does not say it.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, is not about a proposal, or is newer.
    """
    document = document_of(text, file)
    instrument = instruments.get(document)
    if instrument is None:
        what = _("belongs to ‘{document}’, and there is no such self-assessment here").format(
            document=document
        )
        raise ContentError(file, [Problem("file", what, did_you_mean(document, instruments))])
    if instrument.proposal is None:
        what = _(NOT_A_PROPOSAL).format(found=document)
        raise ContentError(file, [Problem("file", _("is no proposal: {what}").format(what=what))])
    saved = parse_progress(text, document, instrument.version, file)
    values, told = dict(saved.values), ""
    if saved.version < instrument.version:
        values, told = carry_over(instrument, saved.version, values)
    answers, problems = read_answers(instrument, values)
    about, wrong = read_about(values)
    unused = [f"{problem.where}: {problem.what}." for problem in problems]
    entry = _entry(file, about, score_proposal(instrument, answers), saved)
    made_up = f"{example_notice(saved.example)} {_(KEPT_OFF)}" if saved.example else ""
    return entry, " ".join(words for words in (made_up, told, *unused, *wrong.values()) if words)


def entry_as_data(entry: Entry) -> dict[str, Json]:
    """Return an entry as names and values that JSON can hold.

    Parameters
    ----------
    entry : Entry
        The entry.

    Returns
    -------
    dict
        `entry_from_data` turns it back exactly.
    """
    return {**asdict(entry), "review": entry.review.isoformat() if entry.review else ""}


def entry_from_data(data: Json) -> Entry:
    """Return the entry that data holds.

    Parameters
    ----------
    data : dict
        As `entry_as_data` returns it.

    Returns
    -------
    Entry
        The same entry.

    Raises
    ------
    ValueError
        Where the data is no entry.
    """
    known = {field.name: field.type for field in fields(Entry)}
    # What a browser kept before worked examples were marked does not say that it is none.
    data = {"example": "", **data} if isinstance(data, dict) else {}
    if set(data) != set(known):
        raise ValueError("not an entry of a register")
    kept: dict[str, Any] = data
    if any(type(kept[name]) is not (int if kind == "int" else str) for name, kind in known.items()):
        raise ValueError("not an entry of a register")
    if kept["published"] not in ("", *PUBLISHED):
        raise ValueError("not an answer on publishing")
    kept["review"] = date.fromisoformat(kept["review"]) if kept["review"] else None
    return Entry(**kept)


def _entry(file: str, about: About, result: ProposalResult, saved: ProgressFile) -> Entry:
    needed = result.outcome.id != "not-needed"
    return Entry(
        file,
        about.name,
        about.purpose,
        about.owner,
        result.tier.number if needed else 0,
        tier_words(result.tier.number, result.tier.could_be) if needed else _(NO_TIER),
        _outcome(result),
        about.review,
        about.published,
        about.link,
        saved.saved,
        result.counts.unanswered,
        saved.example,
    )


def _outcome(result: ProposalResult) -> str:
    title, best = result.outcome.title, result.could_be.title
    return title if title == best else _("{title}; could be: {best}").format(title=title, best=best)
