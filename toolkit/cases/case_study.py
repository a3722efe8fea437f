"""Case studies: what one organisation did with AI, as facts and text that hold together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.cases.facts import CcinPrinciple, DataUsed, Lesson, Outcome, Review, Source
from toolkit.language import _

__all__ = ["CaseStudy", "left_out", "real_cases"]


# What the kinds of evidence behind the numbers amount to, where nobody from outside checked.
_STRENGTHS = {
    frozenset[str](): "no-figures",
    frozenset({"press"}): "press-reports",
    frozenset({"self-reported"}): "own-account",
    frozenset({"self-reported", "press"}): "own-and-press",
}


@dataclass(frozen=True)
class CaseStudy:
    """One case study; beside what is said here, `toolkit.cases.facts` explains its parts.

    Parameters
    ----------
    slug : str
        The name of its file without the ending.
    path : Path
        Its file.
    sections : tuple of (str, str)
        Heading and Markdown text, in the order of `toolkit.cases.text.HEADINGS`.
    title, organisation, organisation_type, place, country : str
        What it is called, who did it and where.
    status, use_case, service_area, technology : str
        Words of the groups of the same name.
    human_in_loop : str
        What people check and decide.
    teaches : tuple of str
        Whether it shows good practice, what went wrong, or both.
    summary, problem, approach : str
        The case in short, what it was to put right, and how.
    outcomes : tuple of Outcome
        The results.
    risks_or_harms : tuple of str
        Who could be harmed, and how.
    lessons : tuple of Lesson
        What others can learn.
    principles : tuple of str
        Our teaching tags.
    questions : tuple of str
        What a councillor could ask.
    sources : tuple of Source
        What it rests on, in the order of their ids.
    confidence : str
        How sure the facts are.
    not_verified : tuple of str
        What nobody has checked.
    authors : tuple of str
        Who wrote it.
    licence : str
        A word of the group ``licence``.
    published : date
        The day of this version.
    reviewed : Review
        When it was last looked over, and by whom.
    review_due : date
        The day by which to check it again.
    ccin_member : bool or None
        True only where a page shows it; None is "not known".
    year_start, year_end : int or None
        When it began and ended.
    lat, lon : float or None
        Degrees north and east, for a map.
    vendor : str or None
        Who sold or built it.
    mitigations : tuple of str
        What was done about the risks.
    ccin_principles : tuple of CcinPrinciple
        Our reading against the network's principles.
    data_used : tuple of DataUsed
        The data it uses.
    ethics : tuple of (str, str)
        Six questions by name, each with a sentence or "not known".
    fictional : bool
        True for a made-up example.
    notes, atrs_url, rights_confirmed_by : str
        Remarks, the address of a transparency record, who cleared the rights.
    adapted_from : str
        The name of the case it was started from.
    added : bool
        Whether it comes from a folder that a council adds; see `toolkit.added`.
    """

    slug: str
    path: Path
    sections: tuple[tuple[str, str], ...]
    title: str
    organisation: str
    organisation_type: str
    place: str
    country: str
    status: str
    use_case: str
    service_area: str
    technology: str
    human_in_loop: str
    teaches: tuple[str, ...]
    summary: str
    problem: str
    approach: str
    outcomes: tuple[Outcome, ...]
    risks_or_harms: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    principles: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: str
    not_verified: tuple[str, ...]
    authors: tuple[str, ...]
    licence: str
    published: date
    reviewed: Review
    review_due: date
    ccin_member: bool | None = None
    year_start: int | None = None
    year_end: int | None = None
    lat: float | None = None
    lon: float | None = None
    vendor: str | None = None
    mitigations: tuple[str, ...] = ()
    ccin_principles: tuple[CcinPrinciple, ...] = ()
    data_used: tuple[DataUsed, ...] = ()
    ethics: tuple[tuple[str, str], ...] = ()
    fictional: bool = False
    notes: str = ""
    atrs_url: str = ""
    rights_confirmed_by: str = ""
    adapted_from: str = ""
    added: bool = False

    @property
    def evidence_kinds(self) -> tuple[str, ...]:
        """The kinds of evidence behind its outcomes, each once, in the order they appear."""
        return tuple(dict.fromkeys(outcome.kind for outcome in self.outcomes))

    @property
    def evidence_strength(self) -> str:
        """Who checked the results, as a word of the group ``evidence_strength``."""
        if {"independent-evaluation", "court/regulator"} & set(self.evidence_kinds):
            return "outside-check"
        behind_numbers = {outcome.kind for outcome in self.outcomes if outcome.value is not None}
        return _STRENGTHS[frozenset(behind_numbers)]

    @property
    def latest_year(self) -> int | None:
        """The last year that the sources or the case speak of, None where none is known."""
        found = re.findall(r"\b\d{4}", " ".join(str(source.date) for source in self.sources))
        years = [*map(int, found), self.year_start, self.year_end]
        return max((year for year in years if year is not None), default=None)


def real_cases(cases: Sequence[CaseStudy]) -> list[CaseStudy]:
    """Return the cases that happened: a made-up example is no evidence and is not counted.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    list of CaseStudy
        In the same order.
    """
    return [case for case in cases if not case.fictional]


def left_out(cases: Sequence[CaseStudy]) -> tuple[str, ...]:
    """Return what to say below a count from which `real_cases` left some out.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of str
        One sentence; empty where every case happened.
    """
    return (_("Made-up cases are not counted."),) if any(case.fictional for case in cases) else ()
