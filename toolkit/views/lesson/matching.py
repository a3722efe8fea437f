"""From what a lesson teaches to the parts of the self-assessments that ask about it."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from toolkit.course import part_title
from toolkit.errors import ContentError
from toolkit.lesson import Lesson

__all__ = ["matching_parts"]

_title = cache(part_title)


def matching_parts(lesson: Lesson, folder: str = "") -> list[tuple[str, str]]:
    """Return the parts of self-assessments to go on with.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    folder : str
        The way from the page that links to the folder of the self-assessment's page.

    Returns
    -------
    list of (str, str)
        Title and address; a part that is not there is left out.
    """
    found = []
    for part in lesson.assess:
        with suppress(LookupError, ContentError):  # `toolkit check` tells whoever edits
            found.append((_title(part), f"{folder}self-assessment.ipynb{part.address}"))
    return found
