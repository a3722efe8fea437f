"""A shortlist to take away: as a document to read, and as a table to sort."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.citation import Edition, as_line, cite, cite_sources
from toolkit.cases.comparison import compare
from toolkit.cases.publication import free_to_copy
from toolkit.day import day_in_words
from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Link,
    Phrase,
    Strong,
    Table,
    Text,
)
from toolkit.full_stop import full_stop, stop_after
from toolkit.language import _, ngettext
from toolkit.sheet import as_sheet
from toolkit.vocabulary import Vocabulary

__all__ = ["shortlist_document", "shortlist_sheet"]

_FACTS = ("Who", "Where it comes from", "Where", "When", "Where it stands", "What it shows",
          "Strength of evidence", "What it is for", "Service", "Technology",
          "What people check")  # fmt: skip


def shortlist_document(
    cases: Sequence[CaseStudy], vocabulary: Vocabulary, edition: Edition, *, on: date
) -> Document:
    """Return a shortlist as a document.

    Parameters
    ----------
    cases : sequence of CaseStudy
        In the order to show them. Of those that others may only link to, only the reference and
        the sources are given.
    vocabulary : Vocabulary
        The labels to show.
    edition : Edition
        The catalogue they come from.
    on : date
        The day it is made.

    Returns
    -------
    Document
        A section for each case, with its results, its sources and how to cite it.
    """
    blocks: list[Block] = [
        Text(
            _("{count} from {name}, {day}.").format(
                count=_count(len(cases)), name=edition.name, day=day_in_words(on)
            )
        ),
        Text(
            _(
                "A number that an organisation reported of itself was said, not found. Many "
                "sources "
                "were read in part, so open them before you rely on a detail."
            )
        ),
    ]
    for case in cases:
        blocks.append(Heading(2, case.title))
        blocks += _body(case, vocabulary) if free_to_copy([case]) else [_closed(case)]
        blocks += _references(case, vocabulary, edition)
    return Document(_("Shortlist of case studies"), tuple(blocks), _("AI in public services"))


def _count(count: int) -> str:
    return ngettext(
        "{count} case study",
        "{count} case studies",
        count,
    ).format(count=count)


def _closed(case: CaseStudy) -> Text:
    return Text(
        _("{organisation}. Its licence lets others link to this case, not copy it.").format(
            organisation=case.organisation
        )
    )


def _body(case: CaseStudy, vocabulary: Vocabulary) -> list[Block]:
    rows = {row.name: row.cells[0] for row in compare([case], vocabulary)}
    facts = tuple((Strong(name), ", ".join(rows[name])) for name in map(_, _FACTS))
    parts = (
        (_("Who could be harmed, and how"), case.risks_or_harms),
        (_("What others can learn"), tuple(lesson.text for lesson in case.lessons)),
        (_("What a councillor could ask"), case.questions),
        (_("What nobody has checked"), case.not_verified),
    )
    return [
        Text(case.summary),
        Table(_("The case at a glance"), (_("What"), _("In this case")), facts),
        _results(case, vocabulary),
        *(block for name, items in parts for block in (Heading(3, name), Bullets(items))),
    ]


def _results(case: CaseStudy, vocabulary: Vocabulary) -> Table:
    label = vocabulary["evidence_kind"].label_of
    return Table(
        _("The results, and who stands behind each"),
        (_("What"), _("Figure"), _("In words"), _("Who stands behind it")),
        tuple(
            (
                one.measure,
                one.figure or _("No figure"),
                f"{one.text} [{one.source}]",
                label(one.kind),
            )
            for one in case.outcomes
        ),
    )


def _references(case: CaseStudy, vocabulary: Vocabulary, edition: Edition) -> list[Block]:
    sources: tuple[Phrase, ...] = tuple(
        (Link(source.title, source.link), f"{stop_after(source.title)} {rest}")
        if source.link
        else _("{title} {rest} (a copy or summary was read, so there is no link)").format(
            title=full_stop(source.title), rest=rest
        )
        for source in case.sources
        for rest in [f"{source.publisher}, {source.date or _('no date')}"]
    )
    return [
        Heading(3, _("Sources")),
        Bullets(sources, numbered=True),
        Heading(3, _("Cite this case")),
        Text(as_line(cite(case, edition, vocabulary))),
    ]


def shortlist_sheet(cases: Sequence[CaseStudy], vocabulary: Vocabulary, edition: Edition) -> str:
    """Return a shortlist as a CSV file, one row for each case.

    Parameters
    ----------
    cases : sequence of CaseStudy
        In the order to show them.
    vocabulary : Vocabulary
        The labels to show.
    edition : Edition
        The catalogue they come from.

    Returns
    -------
    str
        A line for each item of a list inside its cell.
    """
    rows = [_row(case, vocabulary, edition) for case in cases]
    header = list(rows[0]) if rows else [_("Title")]
    return as_sheet(header, [list(row.values()) for row in rows])


def _row(case: CaseStudy, vocabulary: Vocabulary, edition: Edition) -> dict[str, str]:
    found = {row.name: "\n".join(row.cells[0]) for row in compare([case], vocabulary)}
    if not free_to_copy([case]):
        told = {name: found[name] for name in (_("Who"), _("Where it comes from"))}
        found = dict.fromkeys(found, "") | told
    return {
        "Title": case.title,
        **found,
        "Sources": "\n".join(as_line(source) for source in cite_sources(case)),
        "Cite this case": as_line(cite(case, edition, vocabulary)),
    }
