"""A register as a table for a spreadsheet, and as a page for the public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.assessment.about import PUBLISHED
from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.register.entry import Entry
from toolkit.assessment.register.register import arranged, review_words
from toolkit.day import day_in_words
from toolkit.document.blocks import Block, Document, Heading, Link, Phrase, Table, Text
from toolkit.language import N_, _, ngettext
from toolkit.sheet import as_sheet

__all__ = ["COLUMNS", "public_page", "published_words", "register_csv"]

COLUMNS = (
    N_("Proposal"),
    N_("What it is for"),
    N_("Owner"),
    N_("Tier"),
    N_("Outcome"),
    N_("Review date"),
    N_("Review"),
    N_("Published"),
    N_("Public record"),
    N_("Last saved"),
    N_("Questions not answered"),
    N_("File"),
    N_("Worked example about"),
)
NOT_SAID = N_("Not said, counts as no")
WHAT_IT_IS = N_(
    "Each tier and outcome comes from a self-assessment by those who plan or run the tool. It is "
    "no promise that a tool works or does no harm. It leaves aside how ready the council is."
)


def published_words(entry: Entry) -> str:
    """Return whether an entry may stand on the public page, in words.

    Parameters
    ----------
    entry : Entry
        The entry.

    Returns
    -------
    str
        ``Not said, counts as no`` where nobody has said.
    """
    return _(PUBLISHED.get(entry.published, NOT_SAID))


def register_csv(entries: Iterable[Entry], *, today: date) -> str:
    """Return a register as CSV, for those who keep it.

    Parameters
    ----------
    entries : iterable of Entry
        In the order to list them.
    today : date
        The day to hold review dates against.

    Returns
    -------
    str
        A heading and a line for each proposal, as `toolkit.sheet` writes tables.
    """
    return as_sheet([_(name) for name in COLUMNS], (_row(entry, today) for entry in entries))


def public_page(entries: Iterable[Entry], *, council: str, today: date) -> Document:
    """Return the register as a page that a council can publish.

    Parameters
    ----------
    entries : iterable of Entry
        Every proposal.
    council : str
        The name of the council; may be empty.
    today : date
        The date of the page.

    Returns
    -------
    Document
        Proposals that may be published, with what their owner typed for the public, and with
        tier and outcome only where that may be published too. The others are only counted, and
        worked examples are left out altogether.
    """
    listed = arranged((entry for entry in entries if not entry.example), "name")
    public = [entry for entry in listed if entry.is_public]
    title = (
        _("Register of AI: {council}").format(council=council) if council else _("Register of AI")
    )
    blocks = _public_blocks(public, len(listed) - len(public), today)
    return Document(title, tuple(blocks), _("Plans and tools that use AI"))


def _public_blocks(public: list[Entry], others: int, today: date) -> Iterator[Block]:
    yield Text(_("As it stood on {day}.").format(day=day_in_words(today)))
    if public:
        header = (_("Name"), _("What it is for"), _("Who answers for it"), _("Next review"))
        rows = tuple(_public_row(entry) for entry in public)
        yield Table(_("Plans and tools that use AI"), header, rows)
    else:
        yield Text(_("Nothing is published here yet."))
    if others:
        told = (
            ngettext(
                "{others} more is not published here yet.",
                "{others} more are not published here yet.",
                others,
            )
            if public
            else ngettext(
                "{others} is not published here yet.",
                "{others} are not published here yet.",
                others,
            )
        )
        yield Text(told.format(others=others))
    judged = [entry for entry in public if entry.published == "outcome"]
    if judged:
        yield Heading(2, _("How they were judged"))
        yield Text(f"{_(WHAT_IT_IS)} {_(SCOPE)}")
        rows = tuple((entry.name, entry.tier_words, entry.outcome) for entry in judged)
        yield Table(
            _("Tier and outcome of each self-assessment"),
            (_("Name"), _("Tier"), _("Outcome")),
            rows,
        )


def _public_row(entry: Entry) -> tuple[Phrase, ...]:
    name: Phrase = Link(entry.name, entry.link) if entry.link else entry.name
    review = day_in_words(entry.review) if entry.review else _("No date yet")
    return name, entry.purpose or _("Not said yet"), entry.owner or _("Not said yet"), review


def _row(entry: Entry, today: date) -> tuple[str, ...]:
    return (
        entry.title,
        entry.purpose,
        entry.owner,
        entry.tier_words,
        entry.outcome,
        entry.review.isoformat() if entry.review else "",
        review_words(entry.review, today),
        published_words(entry),
        entry.link,
        entry.saved,
        str(entry.unanswered),
        entry.file,
        entry.example,
    )
