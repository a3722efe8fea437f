"""All the proposals of a register: from files, each once, in the order somebody wants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.register.entry import Entry, read_entry
from toolkit.day import day_in_words
from toolkit.errors import ContentError
from toolkit.language import N_, _

__all__ = ["ORDERS", "Order", "Register", "arranged", "combined", "read_register", "review_words"]

Order = Literal["review", "tier", "name", "owner"]
ORDERS: dict[Order, str] = {
    "review": N_("Review date, the most overdue first"),
    "tier": N_("Tier, the highest first"),
    "name": N_("Name"),
    "owner": N_("Owner"),
}


@dataclass(frozen=True)
class Register:
    """What a set of files holds.

    Parameters
    ----------
    entries : tuple of Entry
        Each proposal.
    refused : tuple of ContentError
        Why other files cannot be used, one for each.
    notices : tuple of str
        What whoever loaded the files should know.
    """

    entries: tuple[Entry, ...]
    refused: tuple[ContentError, ...] = ()
    notices: tuple[str, ...] = ()


def read_register(
    files: Iterable[tuple[str, str]],
    instruments: Mapping[str, Instrument],
    before: Iterable[Entry] = (),
) -> Register:
    """Return what saved proposals come to; a bad file does not stop the others.

    Parameters
    ----------
    files : iterable of (str, str)
        Each file's name and text, in any order.
    instruments : mapping of str to Instrument
        The self-assessments there are, by their id.
    before : iterable of Entry
        Entries that are there already.

    Returns
    -------
    Register
        Of a proposal that is there twice the one saved last.
    """
    entries, refused, notices = list(before), [], []
    for file, text in sorted(files):
        try:
            entry, told = read_entry(text, instruments, file)
        except ContentError as error:
            refused.append(error)
            continue
        entries.append(entry)
        notices += [f"{file}: {told}"] if told else []
        if entry.published in ("yes", "outcome") and not entry.name and not entry.example:
            notices.append(
                _("{file}: may be published, but has no name yet. It is only counted.").format(
                    file=file
                )
            )
    kept, twice = combined(entries)
    return Register(kept, tuple(refused), (*notices, *twice))


def combined(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return entries with each proposal once, as far as that can be told.

    Parameters
    ----------
    entries : iterable of Entry
        In any order.

    Returns
    -------
    tuple of Entry, tuple of str
        Of entries with one name the one saved last; all of them where that cannot be told. A
        sentence for each name that was there twice.
    """
    by_name: dict[tuple[str, str] | Entry, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        # Proposals without a name may be anything: each stays on its own.
        # A worked example never takes the place of a real proposal of the same name.
        key = (entry.name.casefold(), entry.example) if entry.name else entry
        by_name.setdefault(key, []).append(entry)
    kept, told = [], []
    for alike in by_name.values():
        last = max(entry.saved for entry in alike)
        newest = [entry for entry in alike if entry.saved == last]
        kept += newest
        if len(alike) > 1:
            words = (
                _("‘{title}’ is there {count} times: {file} was saved last and is used.")
                if len(newest) == 1
                else _(
                    "‘{title}’ is there {count} times: all that were saved last are listed; take "
                    "off what does not belong."
                )
            )
            told.append(words.format(title=alike[0].title, count=len(alike), file=newest[0].file))
    return tuple(kept), tuple(told)


def arranged(entries: Iterable[Entry], by: Order) -> tuple[Entry, ...]:
    """Return entries in an order.

    Parameters
    ----------
    entries : iterable of Entry
        The entries.
    by : str
        One of `ORDERS`. What has no date, no name or no owner comes last.

    Returns
    -------
    tuple of Entry
        Entries that are equal in that are in order of their names.
    """
    named = sorted(entries, key=lambda entry: (not entry.name, entry.title.casefold(), entry.file))
    if by == "review":
        return tuple(sorted(named, key=lambda entry: entry.review or date.max))
    if by == "tier":
        return tuple(sorted(named, key=lambda entry: -entry.tier))
    if by == "owner":
        return tuple(sorted(named, key=lambda entry: (not entry.owner, entry.owner.casefold())))
    return tuple(named)


def review_words(review: date | None, today: date) -> str:
    """Return a review date in words, and whether it has passed.

    Parameters
    ----------
    review : date or None
        The date.
    today : date
        The day to hold it against.

    Returns
    -------
    str
        For example ``Overdue since 4 May 2026``.

    Examples
    --------
    >>> review_words(date(2026, 5, 4), today=date(2026, 11, 22))
    'Overdue since 4 May 2026'
    >>> review_words(None, today=date(2026, 11, 22))
    'No date yet'
    """
    if review is None:
        return _("No date yet")
    if review < today:
        return _("Overdue since {day}").format(day=day_in_words(review))
    return (
        _("Due today, {day}").format(day=day_in_words(review))
        if review == today
        else day_in_words(review)
    )
