"""The results seen as a whole: by year, on a map, and by the strength of their evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from toolkit.cases.area import HOME, area_finding, by_area
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.evidence import evidence_finding
from toolkit.cases.facet import STRENGTHS
from toolkit.cases.query import Query
from toolkit.cases.timeline import by_year, year_finding
from toolkit.cases.uk_map import HEIGHT, WIDTH, Land, spots
from toolkit.finding import Finding
from toolkit.language import _
from toolkit.views.card import tags
from toolkit.views.chart import show_finding
from toolkit.views.columns import columns
from toolkit.views.page import Page
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary

__all__ = ["finding_of", "overview"]

FIRST_OF_YEAR = 6  # titles shown of each year, so that a page stays light

Address = Callable[[Query], str]


def finding_of(query: Query, cases: Sequence[CaseStudy], vocabulary: Vocabulary) -> Finding | None:
    """Return what a view finds; None for the list, which finds nothing but its cases.

    Parameters
    ----------
    query : Query
        Its view.
    cases : sequence of CaseStudy
        The results.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    Finding or None
        Its sentence is the caption, the text alternative and what is announced.
    """
    match query.view:
        case "timeline":
            return year_finding(cases)
        case "map":
            return area_finding(cases, vocabulary)
        case "evidence":
            return evidence_finding(cases, vocabulary)
    return None


def overview(
    page: Page,
    query: Query,
    cases: Sequence[CaseStudy],
    vocabulary: Vocabulary,
    *,
    address: Address,
    outline: Callable[[], tuple[Land, ...]],
) -> Markup:
    """Return the results as the view that was asked for.

    Parameters
    ----------
    page : Page
        The page that is being drawn.
    query : Query
        What the visitor asks for; its view is not the list.
    cases : sequence of CaseStudy
        The results.
    vocabulary : Vocabulary
        The labels to show.
    address : callable
        Given a query, the address that leads to it.
    outline : callable
        Returns the coasts for the map; called only where the map is drawn.

    Returns
    -------
    markupsafe.Markup
        A figure with its sentence and its table, and links to the cases behind each number.
    """
    draw = {"timeline": _timeline, "evidence": _evidence}.get(query.view)
    if draw is not None:
        return draw(page, query, cases, vocabulary, address)
    return _map(query, cases, vocabulary, address, outline())


def _narrowed(query: Query, **words: str) -> Query:
    """Return the query that leads from a number to the list of its cases."""
    for facet, word in words.items():
        query = query.choose(facet, [word])
    return replace(query, view="list")


def _timeline(
    page: Page, query: Query, cases: Sequence[CaseStudy], vocabulary: Vocabulary, address: Address
) -> Markup:
    finding = year_finding(cases)
    chart = show_finding(page, finding, "years", draw=columns) if finding.rows else ""
    years = [_year(number, here, query, vocabulary, address) for number, here in _years(cases)]
    return render("explorer-timeline", chart=chart, finding=finding, years=years)


def _years(cases: Sequence[CaseStudy]) -> list[tuple[int | None, tuple[CaseStudy, ...]]]:
    return [(year.number, year.cases) for year in by_year(cases)]


def _year(
    number: int | None,
    cases: tuple[CaseStudy, ...],
    query: Query,
    vocabulary: Vocabulary,
    address: Address,
) -> dict[str, Any]:
    return {
        "name": str(number or _("Year not known")),
        "count": len(cases),
        "more": len(cases) > FIRST_OF_YEAR,
        "address": address(_narrowed(query, year=str(number or "not-known"))),
        "cases": [
            {"case": case, "address": address(replace(query, case=case.slug)),
             "tags": tags(case, vocabulary)}
            for case in cases[:FIRST_OF_YEAR]
        ],
    }  # fmt: skip


def _evidence(
    page: Page, query: Query, cases: Sequence[CaseStudy], vocabulary: Vocabulary, address: Address
) -> Markup:
    finding = evidence_finding(cases, vocabulary)
    words = vocabulary["teaches"].ids
    links = [
        [
            address(_narrowed(query, strength=strength, teaches=word)) if series.values[row] else ""
            for word, series in zip(words, finding.series, strict=True)
        ]
        for row, strength in enumerate(STRENGTHS)
    ]
    chart = show_finding(page, finding, "evidence", links=links)
    return render("explorer-evidence", chart=chart, finding=finding)


def _map(
    query: Query,
    cases: Sequence[CaseStudy],
    vocabulary: Vocabulary,
    address: Address,
    outline: tuple[Land, ...],
) -> Markup:
    finding = area_finding(cases, vocabulary)
    areas = [
        {
            "name": name,
            "cases": area.cases,
            # The filter "United Kingdom" holds all of its nations, not only what spans them.
            "address": address(_narrowed(query, country=area.country))
            if area.country != "UK"
            else "",
            "places": [
                {"name": place, "count": count,
                 "address": address(_narrowed(query, country=area.country, place=place))}
                for place, count in area.places
            ],
        }
        for name, area in zip(finding.rows, by_area(cases), strict=True)
    ]  # fmt: skip
    return render(
        "explorer-map",
        finding=finding,
        areas=areas,
        lands=[_land(land) for land in outline],
        spots=spots(cases),
        width=WIDTH,
        height=HEIGHT,
        abroad=any(area.country not in HOME for area in by_area(cases)),
    )


def _land(land: Land) -> dict[str, str]:
    points = "L".join(f"{x:g} {y:g}" for x, y in land.points)
    return {"name": land.name, "path": f"M{points}Z"}
