"""Hold every content file of a folder to its schema and its rules, as `toolkit check` does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.added import KINDS
from toolkit.assessment.example import example_problems
from toolkit.assessment.group.role import read_roles
from toolkit.assessment.instrument import read_instrument
from toolkit.cases.check import case_problems
from toolkit.code_cells import code_problems
from toolkit.comparisons.study import check_study
from toolkit.contents import read_entry
from toolkit.course import part_title
from toolkit.dataset import read_dataset
from toolkit.errors import ContentError, Problem
from toolkit.file_report import FileReport
from toolkit.frameworks.catalogue import framework_ids, read_framework
from toolkit.frameworks.mapping import unknown_frameworks
from toolkit.frontmatter import read_notebook
from toolkit.glossary import read_glossary
from toolkit.identity import read_identity
from toolkit.lesson import Lesson, read_lesson
from toolkit.report.committee_part import read_parts
from toolkit.report.standard import read_standard
from toolkit.slug import slug_problems
from toolkit.translation import language_problems, read_translation
from toolkit.unread import NOT_READ, unread_places
from toolkit.vocabulary import load_vocabulary, read_vocabulary

__all__ = ["FileReport", "check_content"]


def check_content(
    root: Path, *, today: date, under: Path | None = None, added_to: Path | None = None
) -> tuple[FileReport, ...]:
    """Return a report on every content file of a folder.

    Parameters
    ----------
    root : Path
        The content folder: the one that holds ``notebooks``, ``casestudies`` and ``data``.
    today : date
        The day to hold review dates against.
    under : Path, optional
        Only this file, or the files in this folder. All content where left out. Case studies
        and self-assessments may lie outside the content folder.
    added_to : Path, optional
        The toolkit's content folder, where `root` is one that a council adds to it. Its words
        hold for both, and only what can be added is looked at.

    Returns
    -------
    tuple of FileReport
        One for each file, also for those without a problem, in the order of their kinds.

    Raises
    ------
    LookupError
        Where `under` is not there, or holds no content that can be checked.
    """
    if under and not under.exists():
        raise LookupError(f"There is no file or folder '{under}'. Check its name.")
    wanted = under.resolve() if under else None
    reports = tuple(
        FileReport(
            path.relative_to(root).as_posix(),
            (*_taken(path, root, added_to), *check(path, added_to or root, today)),
        )
        for pattern, check in _CHECKS
        if added_to is None or pattern.rpartition("/")[0] in KINDS
        for path in sorted(root.glob(pattern))
        if not path.name.startswith(".") and _is_under(path, wanted)
    )
    if added_to:
        reports += tuple(
            FileReport(path.relative_to(root).as_posix(), (NOT_READ,))
            for path in unread_places(root)
            if _is_under(path, wanted)
        )
    if under and not reports:
        reports = _elsewhere(under, added_to or root, today)
    if under and not reports:
        raise LookupError(
            f"'{under}' holds no content to check. Name a file or folder in casestudies, "
            "notebooks or data, or the notebook of a case study."
        )
    return reports


def _is_under(path: Path, wanted: Path | None) -> bool:
    place = path.resolve()
    return wanted is None or wanted == place or wanted in place.parents


def _elsewhere(under: Path, root: Path, today: date) -> tuple[FileReport, ...]:
    """Return reports on what is not in a content folder yet."""
    if under.suffix in (".yaml", ".yml"):  # it can only be a self-assessment
        problems = _by_reading(read_instrument)(under, root, today)
        return (FileReport(under.name, tuple(problems)),)
    notebooks = [under] if under.suffix == ".ipynb" else sorted(under.glob("*.ipynb"))
    return tuple(
        FileReport(path.as_posix(), tuple(_case_study(path, root, today)))
        for path in notebooks
        if _may_be_a_case(path)
    )


def _may_be_a_case(path: Path) -> bool:
    """Return whether a notebook is a case study, or too broken to tell."""
    try:
        return read_notebook(path).front_matter.get("kind", "case-study") == "case-study"
    except ContentError:
        return True


def _taken(path: Path, root: Path, added_to: Path | None) -> list[Problem]:
    if added_to is None or not (added_to / path.relative_to(root)).exists():
        return []
    what = "is the name of a file that comes with the toolkit, so this one is not shown"
    advice = "give it another, for example one that begins with your council's name"
    return [Problem("file name", what, advice)]


_Check = Callable[[Path, Path, date], list[Problem]]


def _by_reading(read: Callable[[Path], Any]) -> _Check:
    """Turn a function that reads a file into a check: what it refuses is what is wrong."""

    def check(path: Path, root: Path, today: date) -> list[Problem]:
        try:
            read(path)
        except ContentError as error:
            return list(error.problems)
        return []

    return check


def _instrument(path: Path, root: Path, today: date) -> list[Problem]:
    try:
        instrument = read_instrument(path)
    except ContentError as error:
        return list(error.problems)
    known = {*framework_ids(root), *framework_ids()}  # those of the toolkit are always there
    return list(unknown_frameworks(instrument, known))


def _case_study(path: Path, root: Path, today: date) -> list[Problem]:
    try:
        vocabulary = load_vocabulary(root)
    except ContentError as error:
        return [Problem("file", f"cannot be checked until {error.file} is put right")]
    try:
        notebook = read_notebook(path)
    except ContentError as error:
        return list(error.problems)
    return case_problems(notebook, vocabulary, today=today)


def _lesson(path: Path, root: Path, today: date) -> list[Problem]:
    try:
        lesson = read_lesson(path)
    except ContentError as error:
        return [*_name(path), *_code(path), *error.problems]
    return [*_name(path), *_code(path), *_matching(lesson, root)]


def _matching(lesson: Lesson, root: Path) -> list[Problem]:
    """Return the parts of self-assessments that a lesson leads to and that are not there."""
    problems = []
    for part in lesson.assess:
        try:
            part_title(part, root)
        except LookupError as error:
            problems.append(Problem("assess", str(error.args[0]), "name one that is there"))
        except ContentError as error:
            what = f"leads to {part.instrument}, which cannot be read"
            problems.append(Problem("assess", what, f"put {error.file} right first"))
    return problems


def _app(path: Path, root: Path, today: date) -> list[Problem]:
    read = _by_reading(lambda file: read_entry(file, root))
    return [*_name(path), *_code(path), *read(path, root, today)]


def _study(path: Path, root: Path, today: date) -> list[Problem]:
    return [*_name(path), *_code(path), *check_study(path, root)]


def _code(path: Path) -> list[Problem]:
    try:
        return list(code_problems(read_notebook(path)))
    except ContentError:
        return []  # whoever reads the whole of it says why


def _identity(path: Path, root: Path, today: date) -> list[Problem]:
    try:
        identity = read_identity(path)
    except ContentError as error:
        return list(error.problems)
    return [*identity.unfinished, *language_problems(identity.language, root)]


def _translation(path: Path, root: Path, today: date) -> list[Problem]:
    try:
        return list(read_translation(path).problems)
    except ContentError as error:
        return list(error.problems)


def _example(path: Path, root: Path, today: date) -> list[Problem]:
    return example_problems(path, root)


def _name(path: Path) -> list[Problem]:
    return slug_problems(path.stem)


_CHECKS: tuple[tuple[str, _Check], ...] = (
    ("data/identity.yaml", _identity),
    ("data/vocabulary.yaml", _by_reading(read_vocabulary)),
    ("data/glossary.yaml", _by_reading(read_glossary)),
    ("data/misconceptions.yaml", _by_reading(read_vocabulary)),
    ("data/group-roles.yaml", _by_reading(read_roles)),
    ("data/publishing.yaml", _by_reading(read_vocabulary)),
    ("data/languages/*.po", _translation),
    ("data/frameworks/*.yaml", _by_reading(read_framework)),
    ("data/instruments/*.yaml", _instrument),
    ("data/examples/*.json", _example),
    ("data/reports/atrs.yaml", _by_reading(read_standard)),
    ("data/reports/committee.yaml", _by_reading(read_parts)),
    ("data/*/datapackage.yaml", _by_reading(lambda path: read_dataset(path.parent))),
    ("casestudies/*.ipynb", _case_study),
    ("notebooks/lessons/*.ipynb", _lesson),
    ("notebooks/*.ipynb", _app),
    ("notebooks/in-depth/*.ipynb", _study),
)
