"""One message, three tools: a rule, a learner and a generator, each with the words it used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.finding import Finding, Series, WordTable, percent
from toolkit.language import N_, _, ngettext
from toolkit.learners.inbox import TEAMS, Sorted, first_sorter, load_messages, sort_inbox
from toolkit.learners.keyword_rule import apply_rule, parse_lines
from toolkit.learners.naive_bayes import chances, known_words
from toolkit.learners.next_word import NextWords, train, write
from toolkit.learners.notices import publish
from toolkit.learners.words import quoted, words_of

__all__ = ["KEYWORDS", "MESSAGES", "facts", "find_with_three_tools"]

KEYWORDS = (
    "bins: bin, bins, refuse, recycling, waste, collection",
    "repairs: repair, leak, leaking, boiler, damp, heating",
    "tax: tax, bill, arrears, discount",
    "parking: parking, permit, vehicle, penalty",
)
NONSENSE = "wibble zop"
MESSAGES = (
    "they never came tuesday",
    "i owe you money and im scared to open the letters",
    "black mould all over my kids bedroom",
    "the bill for my bin collection is wrong",
    NONSENSE,
)
OTHER_SAMPLES = 20
_SILENT = N_("Gives no answer")
_LOOK_BACK = 4  # words the generator looks back
_RULE = tuple(parse_lines(KEYWORDS, tuple(TEAMS))[0])


def find_with_three_tools(
    seed: int, *, message: str, keywords: Sequence[str] = KEYWORDS
) -> tuple[Finding, ...]:
    """Return what three tools do with one message, and two of them with a whole inbox.

    Parameters
    ----------
    seed : int
        The sample: it decides which examples the learner saw and what chance has the
        generator write.
    message : str
        Anything at all.
    keywords : sequence of str
        The rule's lines: a team, a colon and words.

    Returns
    -------
    tuple of Finding
        About the message, how sure the learner is, and about the inbox. One alone asks for a
        message where there is none.
    """
    rule, problems = parse_lines(keywords, tuple(TEAMS))
    if not words_of(message):
        told = _("There are no words to go by. Type a message first.")
        return (Finding(_("What each tool does"), told, notes=problems),)
    return *_about_message(seed, message, rule, problems), _about_inbox(seed, rule)


def facts(seed: int) -> dict[str, str]:
    """Return the numbers that the lesson's words speak of, as text.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    messages = load_messages()["inbox"]
    ruled = [apply_rule(_RULE, text).topic for __, text in messages]
    right = sum(one.is_right for one in sort_inbox(seed))
    return {
        "messages": str(len(messages)),
        "rule_silent": str(ruled.count("")),
        "learner_wrong": str(len(messages) - right),
    }


def _about_message(
    seed: int, message: str, rule: Sequence[tuple[str, str]], problems: tuple[str, ...]
) -> tuple[Finding, Finding]:
    verdict, sorter = apply_rule(rule, message), first_sorter(seed)
    chance, known = chances(sorter, message), known_words(sorter, message)
    best = int(np.argmax(chance))
    team, sure = _(TEAMS[sorter.topics[best]]), percent(float(chance[best]))
    start, text = _generated(seed, message)
    learner = _("{team}, {sure} sure").format(team=team, sure=sure)
    generator = _("No team. Writes: “{text}”").format(text=text)
    rows = (
        (_("Rule"), _(TEAMS.get(verdict.topic, _SILENT)), quoted(verdict.words)),
        (_("Learner"), learner, quoted(known)),
        (_("Generator"), generator, quoted((start,) if start else ())),
    )
    header = (_("Tool"), _("What it does"), _("Words it went by"))
    did = Finding(
        title=_("What each tool does with your message"),
        sentence=_said(verdict.topic, team, sure, known, text),
        seed=seed,
        tables=(WordTable(_("Three tools"), header, rows),),
        notes=problems,
    )
    return did, Finding(
        title=_("How sure the learner is of each team"),
        sentence=_surest(chance, team, sure),
        rows_are=_("Team"),
        rows=tuple(map(_, TEAMS.values())),
        series=(Series(_("Chance"), tuple(100 * float(one) for one in chance)),),
        unit="%",
        seed=seed,
    )


def _said(topic: str, team: str, sure: str, known: tuple[str, ...], text: str) -> str:
    rule = _("The rule finds none of its words.")
    if topic:
        rule = _("The rule says {team}.").format(team=_(TEAMS[topic]))
    learner, seen = _("The learner knows no word of it and says {team}, {sure} sure."), set(known)
    if seen:
        learner = ngettext(
            "The learner knows {count} word of it and says {team}, {sure} sure.",
            "The learner knows {count} words of it and says {team}, {sure} sure.",
            len(seen),
        )
    generator = _("The generator picks no team. It writes: “{text}”.").format(text=text)
    return f"{rule} {learner.format(count=len(seen), team=team, sure=sure)} {generator}"


def _surest(chance: NDArray[np.float64], team: str, sure: str) -> str:
    level = int(np.isclose(chance, chance.max()).sum())
    if level == 1:
        return _("It gives {team} the highest chance: {sure}.").format(team=team, sure=sure)
    told = _("All four teams are level at {sure}. It takes the first of them on its list: {team}.")
    if level < len(chance):
        told = ngettext(
            "{count} team is level at {sure}. It takes the first of them on its list: {team}.",
            "{count} teams are level at {sure}. It takes the first of them on its list: {team}.",
            level,
        )
    return told.format(count=level, sure=sure, team=team)


def _generated(seed: int, message: str) -> tuple[str, str]:
    """Return the word the generator goes on from, empty where it knows none, and its text."""
    model = _writer(seed)
    known = [word for word in words_of(message) if (word,) in model.counts]
    start = known[-1] if known else ""
    luck = np.random.default_rng([seed, 4])
    return start, write(model, luck, [start] if start else [])


@lru_cache(maxsize=8)
def _writer(seed: int) -> NextWords:
    return train(publish(seed).sentences, _LOOK_BACK)


def _about_inbox(seed: int, rule: Sequence[tuple[str, str]]) -> Finding:
    messages = load_messages()["inbox"]
    ruled = [(team, apply_rule(rule, text).topic) for team, text in messages]
    right = sum(team == chosen for team, chosen in ruled)
    silent = sum(not chosen for _, chosen in ruled)
    wrong = len(ruled) - right - silent
    learnt: tuple[Sorted, ...] = sort_inbox(seed)
    good = sum(one.is_right for one in learnt)
    (least, most), total = _spread(seed), len(learnt)
    told = _(
        "The rule, with the words above, is silent on {silent} of {all} messages and wrong on "
        "{wrong}. The learner is never silent, and wrong on {learner_wrong}."
    )
    others = _("lowest and highest for the learner in {samples} other samples")
    return Finding(
        title=_("{count} messages from residents, sorted twice").format(count=len(messages)),
        sentence=told.format(
            silent=silent, all=len(messages), wrong=wrong, learner_wrong=total - good
        ),
        rows_are=_("Outcome"),
        rows=(_("Right team"), _("Wrong team"), _("No answer")),
        series=(
            Series(_("Rule"), (right, wrong, silent)),
            Series(
                _("Learner"),
                (good, total - good, 0),
                low=(least, total - most, 0),
                high=(most, total - least, 0),
            ),
        ),
        unit=_("messages"),
        seed=seed,
        range_is=others.format(samples=OTHER_SAMPLES),
    )


@lru_cache(maxsize=64)
def _spread(seed: int) -> tuple[int, int]:
    """Return the fewest and the most messages that the learner gets right in other samples."""
    others = range(seed + 1, seed + OTHER_SAMPLES + 1)
    right = [sum(one.is_right for one in sort_inbox(other)) for other in others]
    return min(right), max(right)
