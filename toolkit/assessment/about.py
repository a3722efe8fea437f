"""What a proposal is called, who answers for it, when it is looked at again: for a register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from toolkit.language import N_, _
from toolkit.yamlfile import Json

__all__ = ["ASKED", "PUBLISHED", "About", "Published", "owner_kind", "read_about"]

Published = Literal["", "outcome", "yes", "no"]
PUBLISHED: dict[Published, str] = {
    "outcome": N_("Yes, with its outcome"),
    "yes": N_("Yes, without the outcome"),
    "no": N_("No, not yet"),
}
ASKED = {
    "name": N_("What is the proposal called?"),
    "purpose": N_("What is it for?"),
    "owner": N_("Who answers for it?"),
    "review": N_("When will you look at it again?"),
    "published": N_("May it stand on your council's public register of AI?"),
    "link": N_("Where can people read about it?"),
}
DATE_PARTS = ("day", "month", "year")
# Words by which an owner is plainly a job, or a team. "Head of the web team" is a job.
JOBS = {"assistant", "chief", "director", "head", "lead", "leader", "manager", "officer", "owner"}
TEAMS = {"department", "directorate", "division", "group", "service", "services", "team", "unit"}
NO_DATE = N_("The review date must be a real date, for example 27 5 2027.")
NO_ADDRESS = N_("The address must start with https:// and have no spaces in it.")


@dataclass(frozen=True)
class About:
    """What is said of a proposal beside the answers. Nothing of it scores.

    Parameters
    ----------
    name, purpose : str
        What it is called, and what it is for in plain words.
    owner : str
        The job or team that answers for it.
    review : date or None
        When it is looked at again.
    published : str
        Whether it may stand on the public register: ``outcome`` with its outcome, ``yes``
        without, ``no``; empty where nobody has said, which counts as no.
    link : str
        The address of its public record; empty or a web address.
    """

    name: str = ""
    purpose: str = ""
    owner: str = ""
    review: date | None = None
    published: Published = ""
    link: str = ""


def read_about(values: Mapping[str, Json]) -> tuple[About, dict[str, str]]:
    """Return what kept values say of a proposal, and what of it cannot be used.

    Parameters
    ----------
    values : mapping
        For example ``{"about.name": "Call notes", "about.review-day": "27"}``.

    Returns
    -------
    About, dict of str to str
        What can be used; a message by field, ``review`` or ``link``, for what cannot.

    Examples
    --------
    >>> read_about({"about.name": " Call notes ", "about.link": "intranet"})[1]
    {'link': 'The address must start with https:// and have no spaces in it.'}
    """
    wrong = {}
    parts = [_text(values, f"review-{part}") for part in DATE_PARTS]
    review = _day(*parts)
    if review is None and all(parts):  # somebody may still be typing
        wrong["review"] = _(NO_DATE)
    link = _text(values, "link")
    if link and (not link.startswith(("https://", "http://")) or len(link.split()) > 1):
        wrong["link"], link = _(NO_ADDRESS), ""
    published: Published = ""
    for word in PUBLISHED:
        published = word if _text(values, "published") == word else published
    name, purpose, owner = (_text(values, field) for field in ("name", "purpose", "owner"))
    return About(name, purpose, owner, review, published, link), wrong


def owner_kind(owner: str) -> Literal["", "job", "team"]:
    """Return whether an owner is plainly a job or a team.

    Parameters
    ----------
    owner : str
        As somebody typed it.

    Returns
    -------
    str
        ``job``, ``team``, or nothing where the words do not say.

    Examples
    --------
    >>> owner_kind("Head of the web team"), owner_kind("Housing Service"), owner_kind("Housing")
    ('job', 'team', '')
    """
    words = {word.strip(".,;:()/").casefold() for word in owner.replace("/", " ").split()}
    if words & JOBS:
        return "job"
    return "team" if words & TEAMS else ""


def _text(values: Mapping[str, Json], field: str) -> str:
    found = values.get(f"about.{field}")
    return found.strip() if isinstance(found, str) else ""


def _day(day: str, month: str, year: str) -> date | None:
    numbers = [int(part) for part in (year, month, day) if part.isascii() and part.isdecimal()]
    try:
        return date(*numbers) if len(numbers) == 3 and len(year) == 4 else None
    except (ValueError, OverflowError):
        return None
