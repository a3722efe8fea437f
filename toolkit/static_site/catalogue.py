"""The case studies and frameworks as pages: a list of each, and a page for every one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from lxml import html
from markupsafe import Markup

from toolkit.assessment.shelf import load_instruments
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.facet import FACETS, SORTS
from toolkit.cases.likeness import cases_like
from toolkit.cases.query import Query
from toolkit.frameworks.catalogue import load_frameworks
from toolkit.language import _
from toolkit.static_site.controls import fragment
from toolkit.static_site.site import StaticSite
from toolkit.static_site.still import still
from toolkit.views.card import case_card
from toolkit.views.case import case_text
from toolkit.views.explore.alike import alike
from toolkit.views.explore.library import Library, address
from toolkit.views.frameworks import Frameworks
from toolkit.views.rehearse import screen_after
from toolkit.views.results import how_many_cases

__all__ = ["EXPLORER", "FRAMEWORKS", "Listed", "case_pages", "framework_pages"]

EXPLORER = "/voila/render/notebooks/explore-case-studies.ipynb"
FRAMEWORKS = "/voila/render/notebooks/frameworks.ipynb"
SEARCH = "search"


@dataclass(frozen=True)
class Listed:
    """A page, and where it is served.

    Parameters
    ----------
    file : str
        Where it lies, from the site's folder.
    served : str
        The path it has where it is served: its links are relative to that.
    html : str
        HTML, with the addresses of a served copy.
    """

    file: str
    served: str
    html: str


def case_pages(site: StaticSite) -> Iterator[Listed]:
    """Return the list of all cases with its search, and every case.

    Parameters
    ----------
    site : StaticSite
        What they belong to.

    Yields
    ------
    Listed
        A page.
    """
    library = Library(load_catalogue(site.root), site.identity(), site.built)
    cases = sorted(library.catalogue.cases, key=SORTS["strength"][1])
    yield Listed("cases/index.html", EXPLORER, _list(site, library, cases))
    for case in cases:
        yield Listed(f"cases/{case.slug}.html", EXPLORER, _case(site, library, case))


def _list(site: StaticSite, library: Library, cases: list[CaseStudy]) -> str:
    vocabulary = library.catalogue.vocabulary
    return site.page(
        "static-cases.html",
        cards=[
            (case, case_card(case, vocabulary, address=address(Query(case=case.slug))))
            for case in cases
        ],
        counted=[how_many_cases(number) for number in range(len(cases) + 1)],
        facets=[_facet(library, place) for place in range(len(FACETS))],
        search=SEARCH,
    )


def _facet(library: Library, place: int) -> dict[str, Any]:
    """Return what cases can be filtered by, with how many have each word."""
    facet, vocabulary = FACETS[place], library.catalogue.vocabulary
    counts = library.catalogue.ever[facet.name]
    words = [word for word, count in counts.items() if count]
    if facet.most:
        words = sorted(words, key=lambda word: (-counts[word], word))[: facet.most]
    return {
        "name": facet.name,
        "label": vocabulary[facet.group].label,
        "words": [(word, facet.label(vocabulary, word), counts[word]) for word in words],
    }


def _case(site: StaticSite, library: Library, case: CaseStudy) -> str:
    vocabulary, known = library.catalogue.vocabulary, [source.id for source in case.sources]
    text = case_text(
        case,
        vocabulary,
        source_address=lambda number: f"#source-{number}" if number in known else "",
        contact=library.identity.corrections,
        today=site.built,
        edition=library.edition,
    )
    like = cases_like(case, library.catalogue.cases, library.terms)
    more = alike(case, like, Query(), vocabulary, address=address)
    return site.page(
        "static-case.html",
        case=case,
        text=_raised(text),
        alike=_raised(more),
        filters=[(facet.name, word) for facet in FACETS for word in facet.values(case)],
        explorer=EXPLORER,
        back=f"{EXPLORER}#",
    )


def framework_pages(site: StaticSite) -> Iterator[Listed]:
    """Return the list of frameworks and laws, and every one.

    Parameters
    ----------
    site : StaticSite
        What they belong to.

    Yields
    ------
    Listed
        A page.
    """
    frameworks = load_frameworks(site.root)
    instruments = tuple(load_instruments(site.root).values())
    page = Frameworks(frameworks, instruments, site.identity()).page

    def drawn(file: str, title: str, raise_by: int, **place: str) -> Listed:
        moved = {"kind": "place", "value": urlencode(place)}
        screen = screen_after(page, {}, moved) if place else screen_after(page, {})
        body = _raised(Markup(screen["html"]), raise_by)
        html = site.page("static-framework.html", title=title, body=body, listed=bool(place))
        return Listed(file, FRAMEWORKS, html)

    yield drawn("frameworks/index.html", _("Frameworks and law"), 0)
    for one in frameworks:
        yield drawn(f"frameworks/{one.id}.html", one.short, 1, open=one.id)


def _raised(text: Markup, by: int = 1) -> Markup:
    """Return what a view drew with its headings nearer the top, and nothing that needs a kernel."""
    screen = fragment(still(str(text), lambda link: link, (), ()))
    for form in screen.xpath(".//form[@role='search']/.."):
        form.drop_tree()
    for level in range(2, 7):
        for heading in screen.xpath(f".//h{level}"):
            heading.tag = f"h{max(level - by, 1)}" if by else heading.tag
    return Markup("".join(html.tostring(part, encoding="unicode") for part in screen))
