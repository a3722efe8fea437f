"""A draft of a report to a committee, in the order councils use.

It is filled from answers and results where they say something. Everything else is marked for its
author to complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from toolkit.assessment.about import read_about
from toolkit.assessment.claim import claim_of
from toolkit.assessment.phrase import NOTES, named
from toolkit.assessment.question import Question
from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Link,
    Phrase,
    Quote,
    Strong,
    Table,
    Text,
)
from toolkit.language import N_, _
from toolkit.report.committee_part import BLANK, Matter, Parts
from toolkit.report.kind import matter
from toolkit.report.material import Material, laws_of
from toolkit.report.part import answer_words, evidence_words, gaps, law_phrase, opening

__all__ = ["committee_report"]

DRAFT = N_(
    "This is a draft, made from the answers to a self-assessment. Nobody has approved it. What "
    "the answers do not say is left for you: look for the words “To be completed”."
)
ABOUT = (
    N_("Committee"),
    N_("Date of the meeting"),
    N_("Subject"),
    N_("Report of"),
    N_("Councillor in charge"),
    N_("Wards"),
    N_("Key decision"),
    N_("Open to the public"),
)
SHOWN = 2  # from this grade on, there is a document


def committee_report(material: Material, parts: Parts) -> Document:
    """Return a draft of a report to a committee.

    Parameters
    ----------
    material : Material
        What it is made from.
    parts : Parts
        The parts of the report, as `toolkit.report.committee_part.load_parts` returns them.

    Returns
    -------
    Document
        The draft; every part says what its author has to add.
    """
    told = matter(material)
    return Document(
        _("Report to committee (draft): {title}").format(title=material.instrument.title),
        (
            Text((Strong(_("Draft.")), f" {_(DRAFT)}")),
            *opening(material),
            Text(_(NOTES)),
            Table(_("About this report"), (_("Item"), _("To fill in")), tuple(_about(material))),
            *_parts(material, parts, told),
        ),
        subject=_("Draft report to committee. {summary}").format(
            summary=material.instrument.summary
        ),
    )


def _about(material: Material) -> Iterator[tuple[str, str]]:
    name = read_about(material.beside)[0].name
    for item in ABOUT:
        yield _(item), name if item == "Subject" and name else _(BLANK)


def _parts(material: Material, parts: Parts, told: Matter) -> Iterator[Block]:
    number, quoted = 0, set[str]()
    for part in parts.parts:
        if part.within:
            yield Heading(3, part.title)
        else:
            number += 1
            yield Heading(2, f"{number}. {part.title}")
        yield from _OWN.get(part.id, _nothing)(material, told)
        questions = material.named(parts.of(material.instrument.id, part.id))
        yield from _said(material, questions)
        yield from _notes(material, [q for q in questions if q.id not in quoted])
        quoted |= {question.id for question in questions}
        if part.id == "background":
            yield from _findings(material, told)
        if part.author:
            yield Text((Strong(f"{_(BLANK)}."), f" {part.author}"))


def _said(material: Material, questions: Sequence[Question]) -> Iterator[Block]:
    if questions:
        yield Text(_("What the self-assessment was told:"))
        yield Bullets(tuple(_line(material, question) for question in questions))


def _notes(material: Material, questions: Sequence[Question]) -> Iterator[Block]:
    for question in questions:
        note = material.answer(question).note
        if note:
            yield Text(_("Note on {question}:").format(question=named(question)))
            yield Quote(note)


def _line(material: Material, question: Question) -> Phrase:
    words, answer = answer_words(material, question), material.answer(question)
    if answer.state == "not_applicable" and answer.reason.strip():
        words += _(". Reason given: {reason}").format(reason=answer.reason.strip())
    evidence = evidence_words(material, question)
    if evidence:
        claim = claim_of(question, answer)
        unshown = claim.low != claim.claimed_low
        words += (
            _(" Evidence: {evidence} (so this is claimed, not shown).").format(evidence=evidence)
            if unshown
            else _(" Evidence: {evidence}.").format(evidence=evidence)
        )
    return (Strong(f"{named(question)}:"), f" {words}")


def _findings(material: Material, told: Matter) -> Iterator[Block]:
    if told.found:
        yield Heading(3, _("What the self-assessment found"))
        yield from told.found
    if told.conditions:
        yield Heading(3, _("Conditions"))
        yield from told.conditions
    yield from gaps(material, 3)


def _nothing(material: Material, told: Matter) -> Iterator[Block]:
    return iter(())


def _purpose(material: Material, told: Matter) -> Iterator[Block]:
    yield Text(told.purpose)


def _recommendations(material: Material, told: Matter) -> Iterator[Block]:
    yield Text(_("The committee is asked to:"))
    yield Bullets(told.recommendations, numbered=True)


def _options(material: Material, told: Matter) -> Iterator[Block]:
    if told.options:
        header = (_("Option"), _("What the self-assessment says"), _("Cost, gain and effect"))
        rows = tuple((name, words, _(BLANK)) for name, words in told.options)
        yield Table(_("What could be decided"), header, rows)
    if told.changes:
        yield Text(_("Changes that would help most, each looked at alone:"))
        yield Bullets(told.changes)


def _legal(material: Material, told: Matter) -> Iterator[Block]:
    laws = laws_of(material.asked)
    if laws:
        yield Text(_("Law that the questions name. Which of it applies is for your legal service."))
        yield Bullets(tuple(law_phrase(law.name, law.nations, law.url) for law in laws))


def _risk(material: Material, told: Matter) -> Iterator[Block]:
    yield from told.risk


def _papers(material: Material, told: Matter) -> Iterator[Block]:
    instrument = material.instrument
    items: list[Phrase] = [
        _(
            "The answers to ‘{title}’, version {version}, fingerprint {fingerprint}, as of "
            "{on:%Y-%m-%d}."
        ).format(
            title=instrument.title,
            version=instrument.version,
            fingerprint=instrument.fingerprint,
            on=material.on,
        )
    ]
    items += [
        _("What shows the answer on {question}: {blank}.").format(
            question=named(question), blank=_(BLANK).lower()
        )
        for question in material.standing("answered")
        if question.points and material.answer(question).evidence >= SHOWN
    ]
    seen = dict.fromkeys((q.source.title, q.source.url) for q in material.asked if q.source.url)
    items += [Link(title, url) for title, url in seen]
    yield Bullets(tuple(items))


_OWN: dict[str, Callable[[Material, Matter], Iterator[Block]]] = {
    "purpose": _purpose,
    "recommendations": _recommendations,
    "options": _options,
    "legal": _legal,
    "risk": _risk,
    "background-papers": _papers,
}
