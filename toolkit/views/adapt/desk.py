"""What the form works with: the cases to start from, the words, the topics and the one check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.check import case_problems
from toolkit.cases.draft import Values
from toolkit.cases.field import Topic, load_topics
from toolkit.cases.stand_in import stand_in
from toolkit.cases.writing import draft_notebook, proposed_slug
from toolkit.errors import Problem
from toolkit.identity import Identity
from toolkit.language import _
from toolkit.slug import slug_problems
from toolkit.views.adapt.sheet import Sheet, in_order, locate
from toolkit.views.adapt.steps import heading_of
from toolkit.vocabulary import Group

__all__ = ["Desk", "address", "begun"]

ABOUT_THE_DRAFT = ("seen", "checks", "slug")  # kept with the answers, and no answers themselves


@dataclass(frozen=True)
class Desk:
    """What stays the same while somebody writes.

    Parameters
    ----------
    catalogue : Catalogue
        The cases that can be copied, and the words.
    identity : Identity
        The name of the service and whom to write to.
    checklist : Group
        What to see to before publishing.
    today : callable
        Returns the day to hold review dates against.
    topics : tuple of Topic
        What is asked.
    """

    catalogue: Catalogue
    identity: Identity
    checklist: Group
    today: Callable[[], date] = date.today
    topics: tuple[Topic, ...] = field(default_factory=load_topics)

    def sheet(self, values: Values, place: Mapping[str, str], *, tried: str) -> Sheet:
        """Return a draft as the step that the address names shows it.

        Parameters
        ----------
        values : mapping
            The draft.
        place : mapping of str to str
            The address.
        tried : str
            The step on which somebody has tried to go on.

        Returns
        -------
        Sheet
            With everything that is wrong with the draft.
        """
        slug = str(values.get("slug") or "").strip() or proposed_slug(values)
        section, heading = heading_of(section_of(place), self.topics)
        __, notebook = draft_notebook(values, slug)
        words = self.catalogue.vocabulary
        problems = [
            *case_problems(notebook, words, today=self.today()),
            *self._taken(slug, str(values.get("adapted_from") or "")),
        ]
        located = (locate(problem, values, self.topics) for problem in problems)
        return Sheet(
            values=values,
            slug=slug,
            topics=self.topics,
            found=in_order(located, values, self.topics),
            vocabulary=words,
            preview=stand_in(notebook, words, today=self.today()),
            section=section,
            heading=heading,
            address=address,
            tried=section in (tried, "check"),  # whoever checks wants to see what is wrong
            copied_from=self._title(str(values.get("adapted_from") or "")),
        )

    def _taken(self, slug: str, copied: str) -> list[Problem]:
        """Say that a name is taken: a copy needs its own, a new version keeps it."""
        if slug == copied:
            return slug_problems(slug, {copied})
        what = _("'{slug}' is the name of a case that is here already").format(slug=slug)
        advice = _("keep it only if this is a new version of that case")
        taken = slug in (case.slug for case in self.catalogue.cases)
        return [Problem(_("file name"), what, advice, True, ("slug",))] if taken else []

    def _title(self, slug: str) -> str:
        titles = {case.slug: case.title for case in self.catalogue.cases}
        return titles.get(slug, slug)


def section_of(place: Mapping[str, str]) -> str:
    """Return the step that an address names."""
    return "from" if "from" in place else place.get("section", "start")


def address(**place: str) -> str:
    """Return a place in the form as the fragment of an address.

    Parameters
    ----------
    **place : str
        Names and values.

    Returns
    -------
    str
        For example ``#section=about&field=title``.
    """
    return "#" + urlencode(place)


def begun(values: Values) -> bool:
    """Return whether there is a draft that could be lost.

    Parameters
    ----------
    values : mapping
        What the browser keeps.

    Returns
    -------
    bool
        False where only ticks and the like are kept.
    """
    return any(value for name, value in values.items() if name not in ABOUT_THE_DRAFT)
