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
from toolkit.report.committee_part import BLANK, Matter, Parts
from toolkit.report.kind import matter
from toolkit.report.material import Material, laws_of
from toolkit.report.part import answer_words, evidence_words, gaps, law_phrase, opening

__all__ = ["committee_report"]

DRAFT = (
    "This is a draft, made from the answers to a self-assessment. Nobody has approved it. What "
    "the answers do not say is left for you: look for the words “To be completed”."
)
ABOUT = (
    "Committee",
    "Date of the meeting",
    "Subject",
    "Report of",
    "Councillor in charge",
    "Wards",
    "Key decision",
    "Open to the public",
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
        f"Report to committee (draft): {material.instrument.title}",
        (
            Text((Strong("Draft."), f" {DRAFT}")),
            *opening(material),
            Text(NOTES),
            Table("About this report", ("Item", "To fill in"), tuple(_about(material))),
            *_parts(material, parts, told),
        ),
        subject=f"Draft report to committee. {material.instrument.summary}",
    )


def _about(material: Material) -> Iterator[tuple[str, str]]:
    name = read_about(material.beside)[0].name
    for item in ABOUT:
        yield item, name if item == "Subject" and name else BLANK


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
            yield Text((Strong(f"{BLANK}."), f" {part.author}"))


def _said(material: Material, questions: Sequence[Question]) -> Iterator[Block]:
    if questions:
        yield Text("What the self-assessment was told:")
        yield Bullets(tuple(_line(material, question) for question in questions))


def _notes(material: Material, questions: Sequence[Question]) -> Iterator[Block]:
    for question in questions:
        note = material.answer(question).note
        if note:
            yield Text(f"Note on {named(question)}:")
            yield Quote(note)


def _line(material: Material, question: Question) -> Phrase:
    words, answer = answer_words(material, question), material.answer(question)
    if answer.state == "not_applicable" and answer.reason.strip():
        words += f". Reason given: {answer.reason.strip()}"
    evidence = evidence_words(material, question)
    if evidence:
        claim = claim_of(question, answer)
        unshown = claim.low != claim.claimed_low
        words += f" Evidence: {evidence}{' (so this is claimed, not shown)' if unshown else ''}."
    return (Strong(f"{named(question)}:"), f" {words}")


def _findings(material: Material, told: Matter) -> Iterator[Block]:
    if told.found:
        yield Heading(3, "What the self-assessment found")
        yield from told.found
    if told.conditions:
        yield Heading(3, "Conditions")
        yield from told.conditions
    yield from gaps(material, 3)


def _nothing(material: Material, told: Matter) -> Iterator[Block]:
    return iter(())


def _purpose(material: Material, told: Matter) -> Iterator[Block]:
    yield Text(told.purpose)


def _recommendations(material: Material, told: Matter) -> Iterator[Block]:
    yield Text("The committee is asked to:")
    yield Bullets(told.recommendations, numbered=True)


def _options(material: Material, told: Matter) -> Iterator[Block]:
    if told.options:
        header = ("Option", "What the self-assessment says", "Cost, gain and effect")
        rows = tuple((name, words, BLANK) for name, words in told.options)
        yield Table("What could be decided", header, rows)
    if told.changes:
        yield Text("Changes that would help most, each looked at alone:")
        yield Bullets(told.changes)


def _legal(material: Material, told: Matter) -> Iterator[Block]:
    laws = laws_of(material.asked)
    if laws:
        yield Text("Law that the questions name. Which of it applies is for your legal service.")
        yield Bullets(tuple(law_phrase(law.name, law.nations, law.url) for law in laws))


def _risk(material: Material, told: Matter) -> Iterator[Block]:
    yield from told.risk


def _papers(material: Material, told: Matter) -> Iterator[Block]:
    instrument = material.instrument
    items: list[Phrase] = [
        f"The answers to ‘{instrument.title}’, version {instrument.version}, fingerprint "
        f"{instrument.fingerprint}, as of {material.on:%Y-%m-%d}."
    ]
    items += [
        f"What shows the answer on {named(question)}: {BLANK.lower()}."
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
