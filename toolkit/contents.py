"""What the toolkit offers: the lessons and apps, read from their front matter, never typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.added import content_files, refused_files
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.language import N_, _
from toolkit.yamlfile import Json

__all__ = ["GROUPS", "Entry", "Group", "read_contents", "read_entry"]

GROUPS = {
    "learn": (
        N_("Learn"),
        N_("One idea in each lesson. You predict, try it, and take a question away."),
    ),
    "explore": (N_("Explore"), N_("What happened when councils and others used AI, good and bad.")),
    "assess": (N_("Assess"), N_("Where your council stands, and what to do next.")),
    "depth": (
        N_("Look closer"),
        N_("What published numbers show side by side, and what they cannot."),
    ),
    "host": (N_("Host a session"), N_("For those who lead a session with others.")),
    # Only for notebooks that cannot be read:
    "other": (
        N_("Not available at the moment"),
        N_("Something is wrong with the file of each of these."),
    ),
}
KINDS = ("lesson", "app", "in-depth")
LESSONS = "notebooks/lessons"
_GROUP_OF_FOLDER = {"lessons": "learn", "in-depth": "depth"}
FOLDERS = (LESSONS, "notebooks", "notebooks/in-depth")


@dataclass(frozen=True)
class Entry:
    """One page a visitor can open.

    Parameters
    ----------
    path : str
        The notebook, from the content folder, with forward slashes.
    title : str
        Its title; for a notebook that cannot be read, its file name in words.
    summary : str
        One or two sentences.
    kind : str
        ``lesson``, ``app`` or ``in-depth``.
    group : str
        The heading it stands under, a key of `GROUPS`.
    minutes : int
        How long it takes; 0 where nobody has said.
    audience : str
        Whom it is for, where that is not everyone.
    order : int
        Its place in its group.
    problem : str
        Why it cannot be opened, in plain words; empty where it can.
    added : bool
        Whether it comes from a folder that a council adds; see `toolkit.added`.
    """

    path: str
    title: str
    summary: str = ""
    kind: str = "app"
    group: str = "learn"
    minutes: int = 0
    audience: str = ""
    order: int = 0
    problem: str = ""
    added: bool = False


@dataclass(frozen=True)
class Group:
    """The pages that stand under one heading.

    Parameters
    ----------
    name : str
        A key of `GROUPS`.
    title : str
        The heading.
    intro : str
        A sentence under it.
    entries : tuple of Entry
        In the order they are shown.
    """

    name: str
    title: str
    intro: str
    entries: tuple[Entry, ...]


def read_contents(root: Path) -> tuple[Group, ...]:
    """Return the pages in `root`, by group; a damaged notebook is listed with its problem.

    Parameters
    ----------
    root : Path
        The content folder; see `toolkit.place.content_root`.

    Returns
    -------
    tuple of Group
        In the order of `GROUPS`; groups without pages are left out.
    """
    paths = [
        path
        for folder in FOLDERS
        for path in sorted((root / folder).glob("*.ipynb"))
        if not path.name.startswith(("_", "."))
    ]
    entries = [_entry_or_problem(path, root) for path in paths] + _added(root)
    entries.sort(key=lambda entry: (entry.order, entry.path))
    groups = (
        Group(name, _(title), _(intro), tuple(entry for entry in entries if entry.group == name))
        for name, (title, intro) in GROUPS.items()
    )
    return tuple(group for group in groups if group.entries)


def _added(root: Path) -> list[Entry]:
    """Return the lessons that a council adds, and those of them that are refused."""
    paths = [file.path for file in content_files(LESSONS, root) if file.added]
    entries = [_entry_or_problem(path, path.parents[2]) for path in paths]
    refused = [
        Entry(error.file, _in_words(Path(error.file).stem), group="learn", problem=error.sentence)
        for error in refused_files(LESSONS, root)
    ]
    return [replace(entry, added=True) for entry in (*entries, *refused)]


def read_entry(path: Path, root: Path) -> Entry:
    """Return what one notebook says of itself.

    Parameters
    ----------
    path : Path
        The notebook.
    root : Path
        The content folder it lies in.

    Returns
    -------
    Entry
        Without a problem.

    Raises
    ------
    ContentError
        Where the notebook cannot be read, or says too little of itself to be listed.
    """
    notebook = read_notebook(path)
    problems = _problems(notebook.front_matter)
    if problems:
        raise ContentError(path.relative_to(root), problems)
    return _entry(notebook, root)


def _entry(notebook: Notebook, root: Path) -> Entry:
    said = notebook.front_matter
    return Entry(
        path=notebook.path.relative_to(root).as_posix(),
        title=str(said["title"]),
        summary=str(said["summary"]).strip(),
        kind=str(said["kind"]),
        group=str(said["group"]),
        minutes=int(str(said.get("minutes", 0))),
        audience=str(said.get("audience") or ""),
        order=int(str(said.get("order", 0))),
    )


def _entry_or_problem(path: Path, root: Path) -> Entry:
    try:
        return read_entry(path, root)
    except ContentError as error:
        first, others = error.problems[0], len(error.problems) - 1
        more = _(" (and {others} more)").format(others=others) if others else ""
        name = path.relative_to(root).as_posix()
        return Entry(
            path=name,
            title=_in_words(path.stem),
            group=_GROUP_OF_FOLDER.get(path.parent.name, "other"),
            order=_number(path.stem),
            problem=f"{name}, {first}{more}",
        )


def _problems(said: dict[str, Json]) -> list[Problem]:
    """Return what stops a notebook from being listed."""
    texts = [
        Problem(name, "missing", "add a line of text")
        for name in ("title", "summary")
        if not isinstance(said.get(name), str) or not str(said[name]).strip()
    ]
    words = [
        Problem(name, f"'{said.get(name, '')}' is not one of the words used here", advice)
        for name, choices in (("kind", KINDS), ("group", tuple(GROUPS)[:-1]))
        if said.get(name) not in choices
        for advice in [did_you_mean(str(said.get(name, "")), choices)]
    ]
    numbers = [
        Problem(name, f"'{said[name]}' is not a whole number", "write it in figures")
        for name in ("minutes", "order")
        if name in said and (isinstance(said[name], bool) or not isinstance(said[name], int))
    ]
    return texts + words + numbers


def _number(slug: str) -> int:
    """Return the number a lesson's file name starts with, or 0."""
    start = slug.split("-")[0]
    return int(start) if start.isdigit() else 0


def _in_words(slug: str) -> str:
    """Return a file name as a title: ``04-data-gaps`` as ``Data gaps``."""
    words = slug.replace("_", "-").split("-")
    kept = words[1:] if words[0].isdigit() and len(words) > 1 else words
    return " ".join(kept).capitalize()
