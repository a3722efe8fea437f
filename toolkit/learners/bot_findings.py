"""What the bin-day bot writes, told as findings: well formed, and true or not."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from toolkit.finding import Finding, Series, WordTable, percent
from toolkit.learners.interval import RANGE_IS, likely_range
from toolkit.learners.next_word import END, NextWords, chances, train, write
from toolkit.learners.notices import Verdict, load_world, publish, tally

__all__ = [
    "LONGEST_LOOK",
    "WRITTEN",
    "copied",
    "false_of_fluent",
    "find_with_look_back",
    "verdicts",
]

WRITTEN = 200  # sentences the bot writes to be counted
LONGEST_LOOK = 8  # words
_SHOWN = 6  # of the sentences
_LIKELIEST = 5  # next words shown
_NAMES: dict[Verdict, str] = {"true": "True", "wrong": "Well formed, but false",
                              "garbled": "Garbled"}  # fmt: skip


def find_with_look_back(seed: int, *, look_back: int) -> tuple[Finding, ...]:
    """Return what a bot writes that looks back a number of words.

    Parameters
    ----------
    seed : int
        The sample: which notices it learnt from, and what chance has it write.
    look_back : int
        How many words it looks back, from 1 to `LONGEST_LOOK`.

    Returns
    -------
    tuple of Finding
        How many of its sentences are true, and the chances of one next word.
    """
    shares = verdicts(seed, look_back)
    texts = _written(seed, look_back)
    ends = [likely_range(share, WRITTEN) for share in shares.values()]
    values, low, high = (
        tuple(100 * number for number in numbers)
        for numbers in (shares.values(), *zip(*ends, strict=True))
    )
    first = Finding(
        title=f"{WRITTEN} sentences by a bot that looks back {_words(look_back)}",
        sentence=_said(shares, look_back),
        rows_are="Verdict",
        rows=tuple(_NAMES[name] for name in shares),
        series=(Series("Share of sentences", values, low, high),),
        unit="%",
        seed=seed,
        range_is=RANGE_IS,
        tables=(_some(texts),),
        notes=(_along(seed), _copies(seed, look_back)),
    )
    return first, _next_word(seed, look_back, texts)


@lru_cache(maxsize=256)
def verdicts(seed: int, look_back: int) -> dict[Verdict, float]:
    """Return the share of the bot's sentences that is true, false and garbled.

    Parameters
    ----------
    seed : int
        The sample.
    look_back : int
        How many words it looks back.

    Returns
    -------
    dict of str to float
        As `toolkit.learners.notices.tally` gives it.
    """
    return tally(_written(seed, look_back))


def false_of_fluent(seed: int, look_back: int) -> float:
    """Return how many of the bot's well-formed sentences are false.

    Parameters
    ----------
    seed : int
        The sample.
    look_back : int
        How many words it looks back.

    Returns
    -------
    float
        A share from 0 to 1; 0 where no sentence is well formed.
    """
    shares = verdicts(seed, look_back)
    fluent = shares["true"] + shares["wrong"]
    return shares["wrong"] / fluent if fluent else 0.0


def copied(seed: int, look_back: int) -> float:
    """Return how many of the bot's sentences are copies of a notice, word for word.

    Parameters
    ----------
    seed : int
        The sample.
    look_back : int
        How many words it looks back.

    Returns
    -------
    float
        A share from 0 to 1.
    """
    notices, texts = set(publish(seed).sentences), _written(seed, look_back)
    return sum(text in notices for text in texts) / len(texts)


@lru_cache(maxsize=64)
def _model(seed: int, look_back: int) -> NextWords:
    return train(publish(seed).sentences, look_back)


@lru_cache(maxsize=64)
def _written(seed: int, look_back: int) -> tuple[str, ...]:
    model, luck = _model(seed, look_back), np.random.default_rng([seed, 5])
    return tuple(write(model, luck) for _ in range(WRITTEN))


def _said(shares: dict[Verdict, float], look_back: int) -> str:
    garbled, wrong = percent(shares["garbled"]), percent(shares["wrong"])
    looks = f"The bot looks back {_words(look_back)}."
    if shares["garbled"]:
        return (
            f"{looks} {garbled} of its sentences are garbled, {wrong} well formed but false, and "
            f"{percent(shares['true'])} true."
        )
    if shares["wrong"]:
        return f"{looks} Every sentence is well formed. {wrong} of them are false."
    return f"{looks} Every sentence is well formed, and none is false."


def _along(seed: int) -> str:
    false = [percent(false_of_fluent(seed, look)) for look in (3, 5, LONGEST_LOOK)]
    return (
        f"Of the well-formed sentences, {false[0]} are false looking back 3 words, {false[1]} "
        f"with 5, and {false[2]} with {LONGEST_LOOK}. Every notice it learnt from is true."
    )


def _copies(seed: int, look_back: int) -> str:
    return (
        f"Looking back {_words(look_back)}, {percent(copied(seed, look_back))} of its sentences "
        "are copies of a notice, word for word."
    )


def _some(texts: tuple[str, ...]) -> WordTable:
    world = load_world()
    once = tuple(dict.fromkeys(texts))[:_SHOWN]
    rows = tuple((text, world.explain(text)) for text in once)
    return WordTable("Some of its sentences", ("It wrote", "Is it so?"), rows)


def _next_word(seed: int, look_back: int, texts: tuple[str, ...]) -> Finding:
    """Return the chances at the word where a sentence turned out true or false."""
    world = load_world()
    formed = [text for text in texts if world.judge(text) != "garbled"]
    false = [text for text in formed if world.judge(text) == "wrong"]
    # Best a sentence that ends with the word that makes it true or false: all before it is seen.
    last = [text for text in (*false, *formed) if text.endswith(f" {world.values_in(text)[1]}")]
    text = (last or formed or list(publish(seed).sentences))[0]
    right, told = world.values_in(text)
    before = text.split()[: text.split().index(told)]
    chance = chances(_model(seed, look_back), before)
    top = dict(list(chance.items())[:_LIKELIEST])
    shown = {**top, told: chance.get(told, 0.0), right: chance.get(right, 0.0)}
    return Finding(
        title=f"The next word after “{' '.join(before)}”",
        sentence=_chosen(before[-look_back:], told, right, chance),
        rows_are="Next word",
        rows=tuple("end of the sentence" if word == END else word for word in shown),
        series=(Series("Chance", tuple(100 * share for share in shown.values())),),
        unit="%",
        seed=seed,
    )


def _chosen(seen: list[str], told: str, right: str, chance: dict[str, float]) -> str:
    looks = f"It looks at “{' '.join(seen)}” and nothing else."
    picked = f"“{told}” had a chance of {percent(chance.get(told, 0.0))} and was picked."
    if told == right:
        return f"{looks} {picked} That is what our table says."
    return f"{looks} {picked} Our table says “{right}”: {percent(chance.get(right, 0.0))}."


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
