"""What was found in one file of content."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.errors import Problem

__all__ = ["FileReport"]


@dataclass(frozen=True)
class FileReport:
    """What was found in one content file.

    Parameters
    ----------
    file : str
        The file, from the content folder, with forward slashes.
    problems : tuple of Problem
        Errors and warnings, in the order found.
    """

    file: str
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What has to be put right before the content can be used."""
        return tuple(problem for problem in self.problems if not problem.warning)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth a second look."""
        return tuple(problem for problem in self.problems if problem.warning)
