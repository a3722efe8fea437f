"""Errors in content, told so that the person who wrote the content can put them right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.full_stop import full_stop
from toolkit.language import _, ngettext

__all__ = ["ContentError", "Problem", "did_you_mean", "nearest"]

MOST_NAMED = 20  # words in one sentence; a longer list helps nobody to find one


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a file, and what to do about it.

    Parameters
    ----------
    where : str
        The place in the file in the writer's words, for example ``outcomes[2] kind``.
    what : str
        What is wrong.
    remedy : str
        What to do. Empty where saying what is wrong already says what to do.
    warning : bool
        True for advice that should not stop the content from being used.
    path : tuple of str and int
        The same place as names and numbers counted from 0, for a form that shows the problem
        beside its field: ``("outcomes", 1, "kind")``. Empty where it is about the whole file.
    """

    where: str
    what: str
    remedy: str = ""
    warning: bool = False
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        ending = f"; {self.remedy}" if self.remedy else ""
        return f"{self.where}: {self.what}{ending}"


class ContentError(Exception):
    """A content file that cannot be used, with every problem found in it at once.

    Parameters
    ----------
    file : path or str
        The file, or the name a person would know the content by.
    problems : iterable of Problem
        Everything that is wrong, at least one.

    Examples
    --------
    >>> print(ContentError("data/a.yaml", [Problem("version", "missing", "add a number")]))
    data/a.yaml has 1 problem:
      - version: missing; add a number
    """

    def __init__(self, file: Path | str, problems: Iterable[Problem]) -> None:
        self.file = Path(file).as_posix()
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = ngettext(
            "{file} has {count} problem:",
            "{file} has {count} problems:",
            count,
        ).format(file=self.file, count=count)
        super().__init__("\n".join([heading, *(f"  - {problem}" for problem in self.problems)]))

    @property
    def sentence(self) -> str:
        """The problems in one line, for a page that has a sentence's room for them.

        Examples
        --------
        >>> ContentError("a.json", [Problem("file", "is damaged", "save it again")]).sentence
        'a.json is damaged; save it again.'
        """
        told = " ".join(
            full_stop(f"{problem.what}{'; ' if problem.remedy else ''}{problem.remedy}")
            for problem in self.problems
        )
        return f"{self.file} {told}"


def nearest(word: str, choices: Iterable[str], *, alike: float = 0.6) -> str | None:
    """Return the choice most like `word`, or None where none is near.

    Parameters
    ----------
    word : str
        What was written.
    choices : iterable of str
        What could have been meant.
    alike : float
        How alike the two have to be: 0 for nothing in common, 1 for the same.

    Returns
    -------
    str or None
        The nearest choice.

    Examples
    --------
    >>> nearest("Pilto", ["live", "pilot"])
    'pilot'
    """
    by_lower = {choice.lower(): choice for choice in choices}
    found = difflib.get_close_matches(str(word).lower(), by_lower, n=1, cutoff=alike)
    return by_lower[found[0]] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return advice for a word that is not one of `choices`.

    Parameters
    ----------
    word : str
        What was written.
    choices : iterable of str
        What may be written.

    Returns
    -------
    str
        ``did you mean 'x'?`` where one choice is near, otherwise the list of choices where that
        is short.

    Examples
    --------
    >>> did_you_mean("pilto", ["live", "pilot"])
    "did you mean 'pilot'?"
    >>> did_you_mean("xyz", ["live", "pilot"])
    'use one of: live, pilot'
    >>> did_you_mean("xyz", map(str, range(100)))
    'no name here is like it, so check its spelling'
    """
    known = sorted(set(choices))
    guess = nearest(word, known)
    if guess:
        return _("did you mean '{guess}'?").format(guess=guess)
    if len(known) > MOST_NAMED:
        return _("no name here is like it, so check its spelling")
    return _("use one of: {known}").format(known=", ".join(known))
