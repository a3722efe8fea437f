"""What the bin-day bot writes, told as findings: well formed, and true or not."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from toolkit.finding import Finding, Series, WordTable, percent
from toolkit.language import _, ngettext
from toolkit.learners.interval import RANGE_IS, likely_range
from toolkit.learners.next_word import END, NextWords, chances, train, write
from toolkit.learners.notices import VERDICTS, Verdict, load_world, publish, tally

__all__ = [
    "LONGEST_LOOK",
    "WRITTEN",
    "copied",
    "false_of_fluent",
    "find_with_look_back",
    "next_word_shown",
    "verdicts",
]

WRITTEN = 200  # sentences the bot writes to be counted
LONGEST_LOOK = 8  # words
_SHOWN = 6  # of the sentences
_LIKELIEST = 5  # next words shown


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
        title=ngettext(
            "{sentences} sentences by a bot that looks back {words} word",
            "{sentences} sentences by a bot that looks back {words} words",
            look_back,
        ).format(sentences=WRITTEN, words=look_back),
        sentence=_said(shares, look_back),
        rows_are=_("Verdict"),
        rows=tuple(_(VERDICTS[name]) for name in shares),
        series=(Series(_("Share of sentences"), values, low, high),),
        unit="%",
        seed=seed,
        range_is=_(RANGE_IS),
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


def next_word_shown(word: str) -> str:
    """Return a next word as a reader sees it.

    Parameters
    ----------
    word : str
        A word of a notice, or `toolkit.learners.next_word.END`.

    Returns
    -------
    str
        The word itself, or that the sentence ends.
    """
    return _("end of the sentence") if word == END else word


@lru_cache(maxsize=64)
def _model(seed: int, look_back: int) -> NextWords:
    return train(publish(seed).sentences, look_back)


@lru_cache(maxsize=64)
def _written(seed: int, look_back: int) -> tuple[str, ...]:
    model, luck = _model(seed, look_back), np.random.default_rng([seed, 5])
    return tuple(write(model, luck) for __ in range(WRITTEN))


def _said(shares: dict[Verdict, float], look_back: int) -> str:
    looks = ngettext(
        "The bot looks back {words} word.", "The bot looks back {words} words.", look_back
    ).format(words=look_back)
    if shares["garbled"]:
        told = _(
            "{garbled} of its sentences are garbled, {wrong} well formed but false, and {true} "
            "true."
        )
    elif shares["wrong"]:
        told = _("Every sentence is well formed. {wrong} of them are false.")
    else:
        told = _("Every sentence is well formed, and none is false.")
    return f"{looks} {told.format(**{name: percent(share) for name, share in shares.items()})}"


def _along(seed: int) -> str:
    false = [percent(false_of_fluent(seed, look)) for look in (3, 5, LONGEST_LOOK)]
    return _(
        "Of the well-formed sentences, {with_3} are false looking back 3 words, {with_5} with 5, "
        "and {with_most} with {most}. Every notice it learnt from is true."
    ).format(with_3=false[0], with_5=false[1], with_most=false[2], most=LONGEST_LOOK)


def _copies(seed: int, look_back: int) -> str:
    return ngettext(
        "Looking back {words} word, {share} of its sentences are copies of a notice, word for "
        "word.",
        "Looking back {words} words, {share} of its sentences are copies of a notice, word for "
        "word.",
        look_back,
    ).format(words=look_back, share=percent(copied(seed, look_back)))


def _some(texts: tuple[str, ...]) -> WordTable:
    world = load_world()
    once = tuple(dict.fromkeys(texts))[:_SHOWN]
    rows = tuple((text, world.explain(text)) for text in once)
    return WordTable(_("Some of its sentences"), (_("It wrote"), _("Is it so?")), rows)


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
        title=_("The next word after “{words}”").format(words=" ".join(before)),
        sentence=_chosen(before[-look_back:], told, right, chance),
        rows_are=_("Next word"),
        rows=tuple(map(next_word_shown, shown)),
        series=(Series(_("Chance"), tuple(100 * share for share in shown.values())),),
        unit="%",
        seed=seed,
    )


def _chosen(seen: list[str], told: str, right: str, chance: dict[str, float]) -> str:
    looks = _("It looks at “{words}” and nothing else.").format(words=" ".join(seen))
    picked = _("“{word}” had a chance of {chance} and was picked.")
    first = f"{looks} {picked.format(word=told, chance=percent(chance.get(told, 0.0)))}"
    so = _("That is what our table says.")
    if told != right:
        so = _("Our table says “{word}”: {chance}.")
    return f"{first} {so.format(word=right, chance=percent(chance.get(right, 0.0)))}"
