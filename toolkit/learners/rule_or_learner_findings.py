"""One message, three tools: a rule, a learner and a generator, each with the words it used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.finding import Finding, Series, WordTable, percent
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
        told = "There are no words to go by. Type a message first."
        return (Finding("What each tool does", told, notes=problems),)
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
    ruled = [apply_rule(_RULE, text).topic for _, text in messages]
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
    team, sure = TEAMS[sorter.topics[best]], percent(float(chance[best]))
    start, text = _generated(seed, message)
    by_rule = TEAMS[verdict.topic] if verdict.topic else "Gives no answer"
    rows = (
        ("Rule", by_rule, quoted(verdict.words)),
        ("Learner", f"{team}, {sure} sure", quoted(known)),
        ("Generator", f"No team. Writes: “{text}”", quoted((start,) if start else ())),
    )
    did = Finding(
        title="What each tool does with your message",
        sentence=_said(verdict.topic, team, sure, known, text),
        seed=seed,
        tables=(WordTable("Three tools", ("Tool", "What it does", "Words it went by"), rows),),
        notes=problems,
    )
    return did, Finding(
        title="How sure the learner is of each team",
        sentence=_surest(chance, team, sure),
        rows_are="Team",
        rows=tuple(TEAMS.values()),
        series=(Series("Chance", tuple(100 * float(one) for one in chance)),),
        unit="%",
        seed=seed,
    )


def _said(topic: str, team: str, sure: str, known: tuple[str, ...], text: str) -> str:
    first = f"The rule says {TEAMS[topic]}." if topic else "The rule finds none of its words."
    seen = len(set(known))
    words = "no word of it" if not seen else "1 word of it" if seen == 1 else f"{seen} words of it"
    return (
        f"{first} The learner knows {words} and says {team}, {sure} sure. "
        f"The generator picks no team. It writes: “{text}”."
    )


def _surest(chance: NDArray[np.float64], team: str, sure: str) -> str:
    level = int(np.isclose(chance, chance.max()).sum())
    if level == 1:
        return f"It gives {team} the highest chance: {sure}."
    teams = "All four teams" if level == len(chance) else f"{level} teams"
    return f"{teams} are level at {sure}. It takes the first of them on its list: {team}."


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
    return Finding(
        title=f"{len(messages)} messages from residents, sorted twice",
        sentence=f"The rule is silent on {silent} of {len(messages)} messages and wrong on "
        f"{wrong}. The learner is never silent, and wrong on {total - good}.",
        rows_are="Outcome",
        rows=("Right team", "Wrong team", "No answer"),
        series=(
            Series("Rule", (right, wrong, silent)),
            Series(
                "Learner",
                (good, total - good, 0),
                low=(least, total - most, 0),
                high=(most, total - least, 0),
            ),
        ),
        unit="messages",
        seed=seed,
        range_is=f"lowest and highest for the learner in {OTHER_SAMPLES} other samples",
    )


@lru_cache(maxsize=64)
def _spread(seed: int) -> tuple[int, int]:
    """Return the fewest and the most messages that the learner gets right in other samples."""
    others = range(seed + 1, seed + OTHER_SAMPLES + 1)
    right = [sum(one.is_right for one in sort_inbox(other)) for other in others]
    return min(right), max(right)
