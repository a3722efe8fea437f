"""Say in plain text what changed between two versions of a self-assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.assessment.change import Difference, Kind
from toolkit.assessment.instrument import Instrument
from toolkit.errors import Problem

__all__ = ["difference_text"]

HEADINGS: dict[Kind, str] = {
    "added": "Questions added",
    "removed": "Questions removed",
    "renamed": "Questions with a new id",
    "reworded": "Reworded",
    "scored": "Counted in another way",
    "asked": "Asked in other cases",
    "linked": "Other actions, cases, laws or sources",
    "pages": "Pages and the order of things",
    "rules": "Rules for the whole",
}


def difference_text(
    old: Instrument,
    new: Instrument,
    found: Sequence[Difference],
    problems: Sequence[Problem],
) -> str:
    """Return what changed, and what has to be settled, as text.

    Parameters
    ----------
    old, new : Instrument
        Two versions of one instrument.
    found : sequence of Difference
        As `toolkit.assessment.difference.compare_versions` returns them.
    problems : sequence of Problem
        As `toolkit.assessment.difference.unsettled` returns them.

    Returns
    -------
    str
        A few lines, the gravest last.
    """
    return "\n".join(_lines(old, new, found, problems)) + "\n"


def _lines(
    old: Instrument,
    new: Instrument,
    found: Sequence[Difference],
    problems: Sequence[Problem],
) -> Iterator[str]:
    yield f"{new.id}: version {old.version} and version {new.version}"
    if not found:
        yield "Nothing changed."
    for kind, heading in HEADINGS.items():
        rows = [difference for difference in found if difference.kind == kind]
        if rows:
            yield f"\n{heading} ({len(rows)})"
            yield from (line for row in rows for line in _row(row))
    if problems:
        yield f"\nTo be settled ({len(problems)})"
        yield from (f"  {problem}" for problem in problems)
    elif found:
        yield "\nSaved answers are looked after."


def _row(row: Difference) -> Iterator[str]:
    yield f"  {row.place}: {row.what}"
    if row.before:
        yield f"    was: {row.before}"
    if row.after:
        yield f"    now: {row.after}"
