"""When cases began, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy, left_out, real_cases
from toolkit.cases.facet import year
from toolkit.finding import Finding, Series
from toolkit.language import _

__all__ = ["Year", "by_year", "year_finding", "years"]


@dataclass(frozen=True)
class Year:
    """The cases of one year.

    Parameters
    ----------
    number : int or None
        The year; None for cases whose year is not known.
    cases : tuple of CaseStudy
        By title.
    """

    number: int | None
    cases: tuple[CaseStudy, ...]


def years(case: CaseStudy) -> str:
    """Return when it ran, as far as the sources say.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    str
        For example ``2023 to 2026`` or ``from 2024``; empty where nothing is known.
    """
    start, end = case.year_start, case.year_end
    if start is None:
        return _("until {end}").format(end=end) if end else ""
    if end is None:
        return _("from {start}").format(start=start)
    return str(start) if start == end else _("{start} to {end}").format(start=start, end=end)


def by_year(cases: Sequence[CaseStudy]) -> tuple[Year, ...]:
    """Return cases by the year they are filed under, the newest first, those without one last.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of Year
        Only years that have cases; made-up ones are left out.
    """
    found: dict[int, list[CaseStudy]] = {}
    for case in real_cases(cases):
        found.setdefault(year(case) or 0, []).append(case)
    return tuple(
        Year(number or None, tuple(sorted(found[number], key=lambda case: case.title.lower())))
        for number in sorted(found, reverse=True)
    )


def year_finding(cases: Sequence[CaseStudy]) -> Finding:
    """Return how many cases began in each year.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    Finding
        One row for each year from the first to the last, also those without a case.
    """
    filed = [year(case) for case in real_cases(cases)]
    known = [number for number in filed if number is not None]
    counts = Counter(known)
    span = range(min(known), max(known) + 1) if known else range(0)
    parts = (_busiest(counts), _missing(len(filed) - len(known), len(filed)))
    return Finding(
        title=_("The year they began"),
        sentence=" ".join(part for part in parts if part),
        rows_are=_("Year"),
        rows=tuple(map(str, span)),
        series=(Series(_("Cases"), tuple(float(counts[number]) for number in span)),),
        made_up=False,
        notes=(
            _("A case whose start is not known is filed under the year it ended, if known."),
            *left_out(cases),
        ),
    )


def _busiest(counts: Counter[int]) -> str:
    if not counts:
        return ""
    most = max(counts.values())
    years = sorted(number for number, count in counts.items() if count == most)
    if most == 1:
        return _("No year here has more than one case.")
    if len(years) == 1:
        return _("The year with most cases is {years}, with {most}.").format(
            years=years[0], most=most
        )
    named = _("{map} and {years}").format(map=", ".join(map(str, years[:-1])), years=years[-1])
    return _("The years with most cases are {named}, with {most} each.").format(
        named=named, most=most
    )


def _missing(missing: int, total: int) -> str:
    if not missing:
        return ""
    if missing == total:
        return _("The sources read give no year for any of these cases.")
    return _("For {missing} of {total} cases the sources read give no year.").format(
        missing=missing, total=total
    )
