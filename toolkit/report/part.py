"""The parts that all reports share: how they open, what was answered, what was not, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.assessment.about import ASKED, read_about
from toolkit.assessment.phrase import NOTES, SCOPE, listed, named
from toolkit.assessment.question import Question
from toolkit.day import day_in_words
from toolkit.document.blocks import Block, Bullets, Heading, Link, Phrase, Quote, Strong, Text
from toolkit.language import N_, _
from toolkit.report.material import Material, laws_of

__all__ = [
    "STATES",
    "answer_words",
    "answers",
    "evidence_words",
    "gaps",
    "law_phrase",
    "opening",
    "sources",
]

STATES = {
    "unanswered": N_("Not answered"),
    "unknown": N_("Don't know"),
    "not_applicable": N_("Not applicable"),
}


def opening(material: Material) -> Iterator[Block]:
    """Yield what every report says first: what it is of, when, and what it is not.

    Parameters
    ----------
    material : Material
        What the report is made from.

    Yields
    ------
    Block
        Paragraphs.
    """
    instrument, counts = material.instrument, material.result.counts
    yield Text(
        _(
            "Report of {day}. Version {version} of the questions (fingerprint {fingerprint})."
        ).format(
            day=day_in_words(material.on),
            version=instrument.version,
            fingerprint=instrument.fingerprint,
        )
    )
    yield from _about(material)
    yield Text(_(SCOPE))
    yield Text((Strong(_("About the questions.")), f" {instrument.status}"))
    yield Text(
        _(
            "{n.asked} questions: {n.answered} answered, {n.unknown} “don't know”, "
            "{n.not_applicable} not applicable, {n.unanswered} not answered."
        ).format(n=counts)
    )
    if material.notices:
        yield Text((Strong(_("Please note.")), f" {material.notices}"))


def gaps(material: Material, level: int) -> Iterator[Block]:
    """Yield what was not answered, by name.

    Parameters
    ----------
    material : Material
        What the report is made from.
    level : int
        The level of the heading, 2 to 6.

    Yields
    ------
    Block
        A heading and a list; nothing where every question has an answer.
    """
    groups = (
        (_("Not answered"), material.standing("unanswered")),
        (_("“Don't know”"), material.standing("unknown")),
        (_("Said not to apply"), material.standing("not_applicable")),
    )
    items: list[Phrase] = [
        (Strong(f"{words}:"), f" {listed([named(q) for q in questions])}.")
        for words, questions in groups
        if questions
    ]
    if items:
        yield Heading(level, _("What was not answered"))
        yield Bullets(tuple(items))


def answers(material: Material) -> Iterator[Block]:
    """Yield every question that was asked, and its answer, part by part.

    Parameters
    ----------
    material : Material
        What the report is made from.

    Yields
    ------
    Block
        Headings, lists, and people's own words as quotes.
    """
    yield Heading(2, _("Answers"))
    yield Text(_(NOTES))
    shown = {*material.result.asked, *material.result.set_aside}
    for area in material.instrument.areas:
        questions = [q for q in material.instrument.by_area[area.id] if q.id in shown]
        if questions:
            yield Heading(3, area.title)
        for question in questions:
            yield from _answer(material, question)


def answer_words(material: Material, question: Question) -> str:
    """Return an answer in words, without note and reason.

    Parameters
    ----------
    material : Material
        What the report is made from.
    question : Question
        The question.

    Returns
    -------
    str
        The choice with what it looks like, or "Not answered", "Don't know", "Not applicable".
    """
    answer = material.answer(question)
    if answer.state != "answered":
        return _(STATES[answer.state])
    choice = question.by_choice[answer.choice]
    return choice.text if choice.label == choice.text else f"{choice.label}: {choice.text}"


def evidence_words(material: Material, question: Question) -> str:
    """Return how an answer is shown.

    Parameters
    ----------
    material : Material
        What the report is made from.
    question : Question
        The question.

    Returns
    -------
    str
        The grade of its evidence; empty where none is asked for.
    """
    answer, grades = material.answer(question), material.instrument.grades
    if not grades or answer.state != "answered" or not question.points:
        return ""
    return grades[answer.evidence].label


def sources(material: Material) -> Iterator[Block]:
    """Yield the law that the questions name, and where the questions come from.

    Parameters
    ----------
    material : Material
        What the report is made from.

    Yields
    ------
    Block
        A heading and lists; nothing where the questions name neither.
    """
    laws = laws_of(material.asked)
    titles = dict.fromkeys(
        (question.source.title, question.source.url)
        for question in material.asked
        if question.source.url
    )
    if not laws and not titles:
        return
    yield Heading(2, _("Law and sources"))
    if laws:
        yield Text(_("Law that the questions name. Which of it applies is for your legal service."))
        yield Bullets(tuple(law_phrase(law.name, law.nations, law.url) for law in laws))
    if titles:
        yield Text(_("Where questions come from. The wording of the questions is ours."))
        yield Bullets(tuple(Link(title, url) for title, url in titles))


def _about(material: Material) -> Iterator[Block]:
    """Yield what was typed about a proposal, as far as it was."""
    about, __ = read_about(material.beside)
    review = day_in_words(about.review) if about.review else ""
    typed = {"name": about.name, "purpose": about.purpose, "owner": about.owner, "review": review}
    items: list[Phrase] = [
        (Strong(_(ASKED[name])), f" {' '.join(text.split())}")
        for name, text in typed.items()
        if text
    ]
    if about.link:
        items.append((Strong(_(ASKED["link"])), " ", Link(about.link, about.link)))
    if items:
        yield Bullets(tuple(items))


def law_phrase(name: str, nations: Iterable[str], url: str) -> Phrase:
    """Return a law, and where it applies, as a line of a list.

    Parameters
    ----------
    name : str
        The law, and the part of it.
    nations : iterable of str
        Where it applies.
    url : str
        Where to read it; may be empty.

    Returns
    -------
    Phrase
        With a link where there is an address.
    """
    where = _(". It applies in: {nations}.").format(nations=", ".join(nations))
    return (Link(name, url), where) if url else f"{name}{where}"


def _answer(material: Material, question: Question) -> Iterator[Block]:
    answer = material.answer(question)
    yield Heading(4, named(question))
    yield Text(question.text)
    lines = [_("Answer: {answer_words}").format(answer_words=answer_words(material, question))]
    if question.id not in material.result.asked:
        lines.append(_("No longer asked, given the other answers, so it does not count."))
    evidence = evidence_words(material, question)
    if evidence:
        lines.append(_("Evidence: {evidence}").format(evidence=evidence))
    yield Bullets(tuple(lines))
    if answer.reason:
        yield Text(_("Why it does not apply:"))
        yield Quote(answer.reason)
    if answer.note:
        yield Text(_("Note:"))
        yield Quote(answer.note)
