"""What an in-depth notebook shows: the numbers as published, and what comes of comparing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.cases.catalogue import load_case_study
from toolkit.comparisons.published_number import KINDS, Numbers, load_numbers
from toolkit.comparisons.study import Study, load_study
from toolkit.day import day_in_words
from toolkit.finding import Finding
from toolkit.identity import load_identity
from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.chart import give_numbers, show_finding
from toolkit.views.control import Control
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = [
    "Published",
    "open_study",
    "show_comparison",
    "show_numbers",
    "show_sums",
    "show_what_if",
]


@dataclass(frozen=True, eq=False)
class Published:
    """The numbers of one in-depth notebook, for its cells to share.

    Parameters
    ----------
    study : Study
        What the notebook says of itself.
    numbers : Numbers
        What was published, by id.
    cases : tuple of (str, str)
        Name and title of each case study it is about.
    store : Store
        What the reader's own browser keeps.
    """

    study: Study
    numbers: Numbers
    cases: tuple[tuple[str, str], ...]
    store: Store


def open_study(study: str) -> Published:
    """Return the published numbers of an in-depth notebook.

    Parameters
    ----------
    study : str
        The notebook's file without its ending, for example ``derby-forecast``.

    Returns
    -------
    Published
        What the other functions here take.

    Raises
    ------
    LookupError
        Where there is no such notebook, or no number belongs to it; the nearest name is given.
    ContentError
        Where a number names a source that is not there.
    """
    found = load_study(study)
    cases = tuple((slug, load_case_study(slug).title) for slug in found.cases)
    return Published(found, load_numbers(study), cases, Store(f"in-depth-{study}"))


def show_numbers(published: Published) -> Bridge:
    """Return the numbers as a table: who stands behind each, and where it was read.

    Parameters
    ----------
    published : Published
        What `open_study` returned.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    numbers = tuple(published.numbers.values())
    notes = dict.fromkeys(note for one in numbers for note in one.notes)
    sources = dict.fromkeys(source for one in numbers for source in one.sources)
    html = render(
        "in-depth-numbers",
        study=published.study.slug,
        cases=published.cases,
        numbers=numbers,
        kinds={kind: _(label) for kind, label in KINDS.items()},
        notes={note: [one.label for one in numbers if note in one.notes] for note in notes},
        sources=tuple(sources),
        whom=load_identity().corrections.whom,
        reviewed_on=day_in_words(published.study.reviewed_on),
        reviewed_by=published.study.reviewed_by,
    )
    return Page(published.store, draw=lambda page: html).widget


def show_comparison(published: Published, find: Callable[[Numbers], Finding]) -> Bridge:
    """Return a finding: its chart, its sentence, its numbers as a table and as a file.

    Parameters
    ----------
    published : Published
        What `open_study` returned.
    find : callable
        Given the numbers, returns what comes of comparing them.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Comparison(published, find).page.widget


def show_sums(published: Published, find: Callable[[Numbers], Finding]) -> Bridge:
    """Return a finding without a chart, where its numbers are of kinds that no scale could hold.

    Parameters
    ----------
    published : Published
        What `open_study` returned.
    find : callable
        Given the numbers, returns what comes of comparing them.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Comparison(published, find, drawn=False).page.widget


def show_what_if(published: Published, *controls: Control, find: Callable[..., Finding]) -> Bridge:
    """Return controls and the finding they lead to.

    Parameters
    ----------
    published : Published
        What `open_study` returned.
    *controls : Control
        What a reader can change, one if it can be helped.
    find : callable
        Called as ``find(numbers, name=value, …)`` with the value of each control.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Comparison(published, find, controls).page.widget


class _Comparison:
    def __init__(
        self,
        published: Published,
        find: Callable[..., Finding],
        controls: tuple[Control, ...] = (),
        *,
        drawn: bool = True,
    ) -> None:
        self.published = published
        self.find = find
        self.controls = controls
        self.drawn = drawn
        self.chart = f"{published.study.slug}-{find.__name__.replace('_', '-')}"
        self.page = Page(published.store, draw=self.draw, act=self.act)

    def finding(self) -> Finding:
        """Return the finding for where the controls stand."""
        kept = self.published.store.values
        values = {control.name: control.value(kept) for control in self.controls}
        return self.find(self.published.numbers, **values)

    def draw(self, page: Page) -> Markup:
        finding = self.finding()
        kept = self.published.store.values
        figure = (
            show_finding(page, finding, self.chart)
            if self.drawn
            else render("in-depth-sums", finding=finding, chart=self.chart)
        )
        controls = [control.draw(kept) for control in self.controls]
        return render("in-depth-finding", controls=controls, figure=figure, notes=finding.notes)

    def act(self, page: Page, event: Event) -> None:
        match event:
            case Event("change", name) if name in [control.name for control in self.controls]:
                page.announce(self.finding().sentence)
            case Event("action", "numbers", value) if value == self.chart:
                give_numbers(page, self.finding(), self.chart)
