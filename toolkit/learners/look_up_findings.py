"""What a bot says that answers from one council's pages alone, told as findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from toolkit.finding import Finding, Series, WordTable, percent, reaches
from toolkit.language import N_, _
from toolkit.learners.council_pages import (
    KINDS,
    Answered,
    Site,
    answered,
    load_site,
    page_index,
)
from toolkit.learners.keyword_rule import parse_lines
from toolkit.learners.look_up import matches
from toolkit.learners.words import words_of
from toolkit.lesson_parts import Choice

__all__ = ["QUESTIONS", "WORDS", "find_answer", "find_with_words"]

QUESTIONS = (
    "When is garden waste collected?",
    "how do i get rid of my old settee",
    "How do I pay a parking fine?",
    "When does the swimming pool close in Dunmere?",
)
WORDS = (Choice("prepared", N_("Add the words we prepared to every page")),)
_TOP = 3


def find_answer(seed: int, *, question: str, lowest: int) -> Finding:
    """Return what the bot answers to one question.

    Parameters
    ----------
    seed : int
        Not used: chance plays no part.
    question : str
        Anything at all.
    lowest : int
        The lowest match at which it answers, in per cent.

    Returns
    -------
    Finding
        Its answer or refusal, and the pages that match best.
    """
    title = _("What it answers")
    if not words_of(question):
        return Finding(title, _("There are no words to go by. Type a question first."))
    site, match = load_site(), matches(page_index(()), question)
    best = int(np.argmax(match))
    sentence = _answer(site, best, float(match[best]), lowest)
    order = [int(page) for page in np.argsort(-match, kind="stable")[:_TOP] if match[page] > 0]
    if not order:
        return Finding(title, sentence)
    rows = tuple((site.titles[page], site.texts[page]) for page in order)
    return Finding(
        title=title,
        sentence=sentence,
        rows_are=_("Page"),
        rows=tuple(site.titles[page] for page in order),
        series=(Series(_("Match with the question"), tuple(100 * float(match[p]) for p in order)),),
        unit="%",
        tables=(WordTable(_("The pages that match best"), (_("Page"), _("What it says")), rows),),
    )


def find_with_words(
    seed: int, *, prepared: Sequence[str] = (), own: Sequence[str] = (), lowest_match: int
) -> Finding:
    """Return how many questions are answered, with residents' words on the pages or without.

    Parameters
    ----------
    seed : int
        Not used: chance plays no part.
    prepared : sequence of str
        Holds ``prepared`` where the words we prepared are added.
    own : sequence of str
        The learner's own words: a page's title, a colon and words.
    lowest_match : int
        The lowest match at which it answers, in per cent.

    Returns
    -------
    Finding
        For each kind of question how many were answered, from the right page or another, and
        how many got "I don't know".
    """
    site = load_site()
    pairs, problems = parse_lines(own, [title.lower() for title in site.titles], noun="page")
    added = [alias if prepared else "" for alias in site.aliases]
    for title, text in pairs:
        added[[one.lower() for one in site.titles].index(title)] += f" {text}"
    result = answered(tuple(added), lowest_match)
    counts = result.values()
    return Finding(
        title=_("{count} questions to the bot").format(count=len(site.questions)),
        sentence=_summed_up(result, lowest_match),
        rows_are=_("Questions"),
        rows=tuple(_(KINDS[kind]) for kind in result),
        series=(
            Series(_("Right page"), tuple(one.right for one in counts)),
            Series(_("Wrong answer"), tuple(one.wrong for one in counts)),
            Series(_("Said “I don’t know”"), tuple(one.refused for one in counts)),
        ),
        unit=_("questions"),
        notes=problems,
    )


def _answer(site: Site, page: int, match: float, lowest: int) -> str:
    if not reaches(match, lowest):
        return _(
            "It says: “I don’t know. I will pass you to a person.” The best match is {match}, "
            "below {lowest}."
        ).format(match=percent(match), lowest=f"{lowest}%")
    shown = _("It says: “{text}” Source: page “{title}”.").format(
        text=site.texts[page], title=site.titles[page]
    )
    why = _("The match is {match}.")
    if match == 0:
        why = _("No word matches: it took the first page it has.")
    return f"{shown} {why.format(match=percent(match))}"


def _summed_up(result: Mapping[str, Answered], lowest: int) -> str:
    page, own, other, neighbour = (result[kind] for kind in KINDS)
    asked = own.right + own.wrong + own.refused
    wrong = sum(one.wrong for one in (page, own, other, neighbour))
    found = _(
        "At a lowest match of {lowest}, residents’ own words find the right page in {right} of "
        "{asked} questions. They get “I don’t know” in {refused}."
    ).format(lowest=f"{lowest}%", right=own.right, asked=asked, refused=own.refused)
    others = _("In all, {wrong} answers are wrong.").format(wrong=wrong)
    return f"{found} {others}"
