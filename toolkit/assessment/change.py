"""One thing that is not the same in two versions of a self-assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Difference", "Kind"]

Kind = Literal["added", "removed", "renamed", "reworded", "scored", "asked", "linked", "pages",
               "rules"]  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same in two versions.

    Parameters
    ----------
    kind : str
        ``added``, ``removed`` or ``renamed`` (a question), ``reworded``, ``scored`` (weight,
        steps, points, evidence), ``asked`` (its condition), ``linked`` (cases, law, actions and
        the like), ``pages`` (of a questionnaire), or ``rules`` (what holds for the whole
        instrument).
    place : str
        The question's id, or the part of the instrument.
    what : str
        What changed, in a few words.
    before, after : str
        What it was and what it is, where a short text says it.
    """

    kind: Kind
    place: str
    what: str
    before: str = ""
    after: str = ""
