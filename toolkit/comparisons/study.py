"""In-depth notebooks: which cases each is about, and what each has to say in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.comparisons.published_number import load_numbers
from toolkit.contents import read_entry
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.language import _
from toolkit.place import content_root
from toolkit.prose import long_sentences

__all__ = ["FOLDER", "HEADINGS", "Study", "check_study", "load_studies", "load_study", "read_study"]

FOLDER = "notebooks/in-depth"
HEADINGS = (
    "What was published",
    "What the numbers show",
    "What they cannot show",
    "What a council should ask",
)

# A year, or the number in a name, is no result. Anything else is computed, never typed.
_ALLOWED = re.compile(r"\b(?:19|20)\d\d\b|\bMicrosoft 365\b")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
# Counts such as "two reviews" describe; shares and large numbers in words are results all the same.
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_IN_WORDS = re.compile(
    r"\b(?:(?:\w+ )?per ?cent"
    r"|(?:\w+ )?dozens?"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
    rf"|{_ONES}(?: times)? (?:in|out of)(?: every)? (?:{_ONES}|a hundred|a thousand)"
    r"|(?:a|one) (?:third|quarter|fifth|tenth) of"
    r"|(?:two|three|four)[ -](?:third|quarter|fifth|tenth)s)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Study:
    """One in-depth notebook.

    Parameters
    ----------
    slug : str
        Its file without the ending.
    title, summary : str
        As the file gives them.
    cases : tuple of str
        The case studies it is about.
    reviewed_on : date
        When it was last looked over.
    reviewed_by : str
        By whom.
    """

    slug: str
    title: str
    summary: str
    cases: tuple[str, ...]
    reviewed_on: date
    reviewed_by: str


def read_study(path: Path, root: Path) -> Study:
    """Return what an in-depth notebook says of itself.

    Parameters
    ----------
    path : Path
        The notebook.
    root : Path
        The content folder it lies in.

    Returns
    -------
    Study
        The study.

    Raises
    ------
    ContentError
        Where the notebook cannot be read, or says too little of itself.
    """
    entry, notebook = read_entry(path, root), read_notebook(path)
    cases, reviewed = (notebook.front_matter.get(name) for name in ("cases", "reviewed"))
    day, whom = _review(reviewed)
    problems = []
    if not isinstance(cases, list) or not cases:
        advice = _("list the case studies it is about, for example: {example}")
        example = "[derby-darcie-ali]"
        problems.append(Problem("cases", _("missing"), advice.format(example=example)))
    if day is None:
        advice = _("write it like this: {example}").format(
            example="{on: 2026-11-22, by: not reviewed by a person}"
        )
        problems.append(Problem("reviewed", _("does not say when and by whom"), advice))
    if problems or not isinstance(cases, list) or day is None:
        raise ContentError(path.relative_to(root), problems)
    return Study(path.stem, entry.title, entry.summary, tuple(map(str, cases)), day, whom)


def load_study(slug: str, root: Path | None = None) -> Study:
    """Return one in-depth notebook by its name.

    Parameters
    ----------
    slug : str
        Its file without the ending.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Study
        The study.

    Raises
    ------
    LookupError
        Where there is no such notebook; the nearest name is given.
    ContentError
        Where the notebook cannot be read.
    """
    folder = root or content_root()
    known = [path.stem for path in (folder / FOLDER).glob("[a-z0-9]*.ipynb")]
    if slug not in known:
        told = _("There is no notebook '{name}' in {folder}; {advice}")
        advice = did_you_mean(slug, known)
        raise LookupError(told.format(name=slug, folder=FOLDER, advice=advice))
    return read_study(folder / FOLDER / f"{slug}.ipynb", folder)


def load_studies(root: Path | None = None) -> tuple[Study, ...]:
    """Return every in-depth notebook that can be read.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of Study
        By file name. What is wrong with the others is told by `toolkit check`.
    """
    folder = root or content_root()
    paths = sorted((folder / FOLDER).glob("[a-z0-9]*.ipynb"))
    return tuple(study for path in paths for study in _readable(path, folder))


def check_study(path: Path, root: Path) -> list[Problem]:
    """Return everything that is wrong with an in-depth notebook.

    Parameters
    ----------
    path : Path
        The notebook.
    root : Path
        The content folder it lies in.

    Returns
    -------
    list of Problem
        Empty where it can be shown: it names cases that are there, has the four headings in
        their order, and no number is typed into its text, in digits or in words.
    """
    try:
        study, notebook = read_study(path, root), read_notebook(path)
        load_numbers(study.slug, root)
    except ContentError as error:
        return list(error.problems)
    except LookupError as error:
        advice = _("add them to {file}").format(file="data/published-figures/numbers.csv")
        return [Problem("numbers", str(error).rstrip("."), advice)]
    return [
        *_cases(study, root),
        *_headings(notebook),
        *_typed(study, notebook),
        *long_sentences("text", notebook.text),
        *long_sentences("summary", study.summary),
    ]


def _review(raw: object) -> tuple[date | None, str]:
    """Return when and by whom it was looked over; None where that cannot be read."""
    match raw:
        case {"on": str(day), "by": str(whom)} if whom:
            try:
                return date.fromisoformat(day), whom
            except ValueError:
                pass
    return None, ""


def _readable(path: Path, root: Path) -> Iterator[Study]:
    try:
        yield read_study(path, root)
    except ContentError:
        return


def _cases(study: Study, root: Path) -> Iterator[Problem]:
    known = [path.stem for path in (root / "casestudies").glob("[a-z0-9]*.ipynb")]
    for slug in study.cases:
        if slug not in known:
            what = _("there is no case study '{name}'").format(name=slug)
            yield Problem("cases", what, did_you_mean(slug, known))


def _headings(notebook: Notebook) -> Iterator[Problem]:
    found = tuple(_HEADING.findall(notebook.text))
    if found != HEADINGS:
        advice = _("write these, in this order: {headings}").format(headings="; ".join(HEADINGS))
        what = _("are: {headings}").format(headings="; ".join(found) or _("none"))
        yield Problem("headings", what, advice)


def _typed(study: Study, notebook: Notebook) -> Iterator[Problem]:
    """Return where a result is typed, in digits or in words, and not computed."""
    cells = (
        (_("cell {number}").format(number=number), cell.source)
        for number, cell in enumerate(notebook.cells, 2)
        if cell.kind == "markdown" and "author-note" not in cell.tags
    )
    for where, text in (("title", study.title), ("summary", study.summary), *cells):
        typed = _results(text)
        if typed:
            what = _("has numbers typed into its text: {typed}").format(typed=", ".join(typed))
            yield Problem(where, what, _("compute them, or leave them to the chart"))


def _results(text: str) -> list[str]:
    """Return the numbers in a text that look like results, in digits first."""
    plain = " ".join(_ALLOWED.sub("", text).split())  # a line may break within "per cent"
    return [*_DIGITS.findall(plain), *_IN_WORDS.findall(plain)]
