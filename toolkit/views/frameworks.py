"""The catalogue of frameworks: find one, read what it asks, set two or three side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.shelf import load_instruments
from toolkit.frameworks.catalogue import load_frameworks
from toolkit.frameworks.framework import CHECKED, FORCES, KINDS, Framework
from toolkit.frameworks.mapping import Mapped, questions_of
from toolkit.frameworks.query import (
    MOST_COMPARED,
    Query,
    answer,
    place_of,
    read_query,
)
from toolkit.identity import Identity, load_identity
from toolkit.language import N_, _
from toolkit.views.bridge import Bridge
from toolkit.views.frameworks_list import frameworks_list, heading_of
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Frameworks", "address", "show_frameworks"]

TITLE = N_("Frameworks and law")


def show_frameworks(root: Path | None = None) -> Bridge:
    """Return the catalogue of the frameworks in a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    ContentError
        Where a framework cannot be read.
    """
    instruments = tuple(load_instruments(root).values())
    return Frameworks(load_frameworks(root), instruments, load_identity()).page.widget


def address(query: Query) -> str:
    """Return a query as the fragment of an address.

    Parameters
    ----------
    query : Query
        The query.

    Returns
    -------
    str
        For example ``#nation=Scotland&open=scot-ai-register``.
    """
    return "#" + urlencode(place_of(query), safe=",/")


class Frameworks:
    """Draws the list, one framework or a comparison, and turns what a visitor does into a place.

    Parameters
    ----------
    frameworks : tuple of Framework
        What there is.
    instruments : tuple of Instrument
        The self-assessments whose questions bear on them.
    identity : Identity
        The name of the service.
    """

    def __init__(
        self,
        frameworks: tuple[Framework, ...],
        instruments: tuple[Instrument, ...],
        identity: Identity,
    ) -> None:
        self.frameworks = frameworks
        self.by_id = {one.id: one for one in frameworks}
        self.instruments = instruments
        self.identity = identity
        self._opened = ""
        self.page = Page(Store("frameworks"), draw=self.draw, act=self.act, owns_place=True)

    def draw(self, page: Page) -> Markup:
        """Return the list, the open framework, or some side by side."""
        query, notes = read_query(page.place, self.frameworks)
        if query.open == "compare":
            return self._comparison(page, query)
        if query.open:
            return self._one(page, query)
        found = answer(self.frameworks, query)
        self._name(page, heading_of(found, query))
        chosen = [self.by_id[name] for name in query.compare]
        return frameworks_list(found, query, chosen, address=address, notes=notes)

    def act(self, page: Page, event: Event) -> None:
        """Turn an event into another place."""
        query, __ = read_query(page.place, self.frameworks)
        match event:
            case Event("place"):
                self._arrive(page, query)
            case Event("change", "q", str(text)):
                step = replace(query, text=text.strip())
                self._narrow(page, step, replace=bool(query.text and step.text))
            case Event("change", name, list(words)):
                self._narrow(page, query.choose(name, words))
            case Event("action", "clear"):
                self._narrow(page, Query(compare=query.compare))
                page.focus("frameworks-found")
            case Event("action", "compare", str(name)) if name in self.by_id:
                self._choose(page, query, name)
            case Event("action", "compare-none"):
                self._go(page, replace(query, compare=(), open=""))
                page.focus("frameworks-found")

    def _comparison(self, page: Page, query: Query) -> Markup:
        chosen = [self.by_id[name] for name in query.compare]
        self._name(page, _("Compare {names}").format(names=", ".join(one.short for one in chosen)))
        return render(
            "frameworks-compare",
            frameworks=chosen,
            rows=[(_(name), text) for name, text in _ROWS],
            questions={one.id: self._questions(one) for one in chosen},
            leads_to=_question_address,
            back=address(replace(query, open="")),
            address=lambda one: address(replace(query, open=one.id)),
        )

    def _one(self, page: Page, query: Query) -> Markup:
        one = self.by_id[query.open]
        self._name(page, one.short)
        return render(
            "framework",
            framework=one,
            words=_WORDS,
            questions=self._questions(one),
            instruments={each.id: each.title for each in self.instruments},
            leads_to=_question_address,
            back=address(replace(query, open="")),
        )

    def _questions(self, one: Framework) -> tuple[Mapped, ...]:
        return questions_of(one, self.instruments)

    def _choose(self, page: Page, query: Query, name: str) -> None:
        """Add a framework to those to be compared, or take it away."""
        if name in query.compare:
            kept = tuple(one for one in query.compare if one != name)
            told = _("Taken out of the comparison.")
        elif len(query.compare) == MOST_COMPARED:
            page.notice(
                _("You can compare {most} at most. Take one away first.").format(most=MOST_COMPARED)
            )
            return
        else:
            kept, told = (*query.compare, name), _("Added to the comparison.")
        self._go(page, replace(query, compare=kept))
        page.announce(_("{told} Chosen: {count}.").format(told=told, count=len(kept)))

    def _narrow(self, page: Page, query: Query, *, replace: bool = False) -> None:
        if place_of(query) == page.place:
            return
        self._go(page, query, replace=replace)
        page.announce(heading_of(answer(self.frameworks, query), query))

    def _go(self, page: Page, query: Query, *, replace: bool = False) -> None:
        page.go(replace=replace, **place_of(query))

    def _arrive(self, page: Page, query: Query) -> None:
        """Move the focus to what was asked for, or back to where it was opened from."""
        if query.open:
            page.focus("framework-heading")
        elif self._opened in self.by_id:
            page.focus(f"framework-{self._opened}")
        elif self._opened:
            page.focus("frameworks-found")
        self._opened = query.open

    def _name(self, page: Page, step: str) -> None:
        page.title = f"{step} – {_(TITLE)} – {self.identity.name}"


_WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": KINDS,
    "force": FORCES,
    "checked": CHECKED,
    "confidence": {"high": N_("High"), "medium": N_("Medium"), "low": N_("Low")},
}


# What is one line each in the comparison.
_ROWS: tuple[tuple[str, Callable[[Framework], str]], ...] = (
    (N_("Kind"), lambda one: _(KINDS[one.kind])),
    (N_("Does it bind you?"), lambda one: _(FORCES[one.force])),
    (N_("For"), lambda one: one.where),
    (N_("Who and when"), lambda one: f"{one.publisher}, {one.year}"),
    (N_("In short"), lambda one: one.about),
    (N_("How it fits a council"), lambda one: one.fit),
)


def _question_address(question: Mapped) -> str:
    """Return where a question is answered."""
    place = {"instrument": question.instrument, "section": question.area, "question": question.id}
    return f"self-assessment.ipynb#{urlencode(place)}"
