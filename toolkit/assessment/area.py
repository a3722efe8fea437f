"""What a self-assessment is divided into, graded by and carried over with.

`toolkit.assessment.instrument` reads these from its file.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Area", "Grade", "Migration"]


@dataclass(frozen=True)
class Area:
    """A part of the assessment that is asked and scored together.

    Parameters
    ----------
    id, title, summary : str
        As the file gives them.
    """

    id: str
    title: str
    summary: str


@dataclass(frozen=True)
class Grade:
    """How strong the evidence for an answer is; its place in the instrument is its number.

    Parameters
    ----------
    label, meaning : str
        As the file gives them.
    """

    label: str
    meaning: str


@dataclass(frozen=True)
class Migration:
    """What to do with answers saved for the version before `to`.

    Parameters
    ----------
    to : int
        The version this step leads to.
    renamed, dropped : dict of str to str
        Old id to new id; id to the reason why its old answer no longer counts.
    """

    to: int
    renamed: dict[str, str]
    dropped: dict[str, str]
