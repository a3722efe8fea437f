"""Many people's files at once: what can be used, what cannot and why, and what is there twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.assessment.answer import keep_answers
from toolkit.assessment.group.ballot import Ballot, read_ballot
from toolkit.assessment.group.role import Roles
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed
from toolkit.errors import ContentError, Problem
from toolkit.language import _

__all__ = ["Ballots", "gather", "read_folder"]

MOST_NAMED = 5
Found = tuple[str, str, Ballot]  # file, text, what it says


@dataclass(frozen=True)
class Ballots:
    """What a set of files holds.

    Parameters
    ----------
    ballots : tuple of Ballot
        One for each person.
    refused : tuple of ContentError
        Why other files cannot be used, one for each.
    notices : tuple of str
        What whoever loaded the files should know: copies, look-alikes, answers left out.
    subject : str
        What the proposal is called, where all files that name one agree.
    """

    ballots: tuple[Ballot, ...]
    refused: tuple[ContentError, ...] = ()
    notices: tuple[str, ...] = ()
    subject: str = ""


def gather(files: Iterable[tuple[str, str]], instrument: Instrument, roles: Roles) -> Ballots:
    """Return what people's files say; a file that cannot be used does not stop the others.

    Parameters
    ----------
    files : iterable of (str, str)
        Each file's name and text, in any order.
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.

    Returns
    -------
    Ballots
        Each person once.
    """
    found: list[Found] = []
    refused: list[ContentError] = []
    notices: list[str] = []
    for file, text in sorted(files):
        try:
            ballot, told = read_ballot(text, instrument, roles, file)
        except ContentError as error:
            refused.append(error)
            continue
        found.append((file, text, ballot))
        notices += [f"{file}: {told}"] if told else []
    kept, copies = _each_once(found)
    subject, differ = _subject(kept)
    ballots = tuple(ballot for __, __, ballot in kept)
    told_of = (*notices, *copies, *_look_alikes(kept), *differ)
    return Ballots(ballots, tuple(refused), told_of, subject)


def read_folder(folder: Path) -> list[tuple[str, str]]:
    """Return the saved files of a folder.

    Parameters
    ----------
    folder : Path
        Its files that end in ``.json`` are read.

    Returns
    -------
    list of (str, str)
        Name and text of each. What is no text is refused later, like any other damaged file.

    Raises
    ------
    ContentError
        Where there is no such folder, or no such file in it.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        what = "holds no saved files" if folder.is_dir() else "is not a folder"
        remedy = "name the folder with the JSON files that people saved"
        raise ContentError(folder, [Problem("folder", what, remedy)])
    return [
        (path.name, path.read_text(encoding="utf-8-sig", errors="replace"))
        for path in paths
        if path.is_file()
    ]


def _each_once(found: Sequence[Found]) -> tuple[list[Found], list[str]]:
    """Keep one of each set of copies; of copies that differ, the one saved last."""
    by_mark: dict[str, list[Found]] = {}
    for one in found:
        by_mark.setdefault(one[2].mark or one[1], []).append(one)
    kept, told = [], []
    for alike in by_mark.values():
        kept.append(max(alike, key=lambda one: (one[2].saved, one[1])))
        if len(alike) > 1:
            files = listed([one[0] for one in alike][:MOST_NAMED])
            told.append(_("{files}: copies of one file, counted once.").format(files=files))
    return kept, told


def _look_alikes(kept: Sequence[Found]) -> list[str]:
    """Name the files that say the same: perhaps one person saved twice, perhaps not."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for file, _mark, ballot in kept:
        if ballot.answers:
            said = (ballot.role, *sorted(map(str, keep_answers(ballot.answers).items())))
            alike.setdefault(said, []).append(file)
    return [
        _(
            "{list}: the same answers and role. Each is counted; take one out if they are "
            "from one person."
        ).format(list=listed(files[:MOST_NAMED]))
        for files in alike.values()
        if len(files) > 1
    ]


def _subject(kept: Sequence[Found]) -> tuple[str, list[str]]:
    named = {ballot.subject.casefold(): ballot.subject for __, __, ballot in kept if ballot.subject}
    if len(named) < 2:
        return next(iter(named.values()), ""), []
    names = listed([f"‘{name[:60]}’" for name in sorted(named.values())[:MOST_NAMED]])
    return "", [
        _("These files are about different proposals: {names}. Check which belong here.").format(
            names=names
        )
    ]
