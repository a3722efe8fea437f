"""How old a reader has to be: the Flesch–Kincaid grade, worked out offline.

The formula is that of Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability
formulas for Navy enlisted personnel" (1975). It gives a school year in the United States; a
child there is five years older than the number of the year.

A word that has no plainer one ("assessment", "DPIA") counts as one syllable. These words are in
``allowed-terms.txt``, so that each is a decision somebody took and not an accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import median

import pyphen

from toolkit.prose import count_words, sentences

ALLOWED_TERMS = Path(__file__).with_name("allowed-terms.txt")
YEARS_BEFORE_SCHOOL = 5
MEDIAN_WORDS = 20
MOST_WORDS = 30
WORD = re.compile(r"[^\W_][\w'’-]*")


@cache
def allowed_terms() -> frozenset[str]:
    """Return the words that count as plain, in small letters."""
    lines = ALLOWED_TERMS.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip()[:1] not in ("", "#"))


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has.

    Where a word can be hyphenated tells most of them, but not one that is a single letter, as in
    "a-bout"; groups of vowels tell those, but not both in "cre-ate". The larger number counts.
    """
    plain = re.sub(r"[’']s?$", "", word.lower())
    if plain in allowed_terms() or not re.search("[a-z]", plain):
        return 1
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part)
    hyphenated = len(hyphenation().positions(plain)) + 1
    groups = re.findall(r"[aeiouy]+", plain)
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouysxzcgh]es$", plain)
    return max(hyphenated, len(groups) - bool(silent and len(groups) > 1), 1)


@cache
def hyphenation() -> pyphen.Pyphen:
    """Return the hyphenation patterns, which come with the package."""
    return pyphen.Pyphen(lang="en_US")


def reading_age(texts: Iterable[str]) -> float:
    """Return the age at which a reader can follow some texts, in years.

    A text without a full stop, such as a label, is one sentence.
    """
    found = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in found for word in WORD.findall(sentence)]
    if not words:
        return 0.0
    per_sentence = len(words) / len(found)
    per_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + YEARS_BEFORE_SCHOOL


def long_words(texts: Iterable[str], at_least: int = 3) -> list[str]:
    """Return the words that make some texts hard: to see what to change."""
    words = {word.lower() for text in texts for word in WORD.findall(text)}
    return sorted(word for word in words if syllables(word) >= at_least)


def hard_sentences(texts: Iterable[str]) -> list[str]:
    """Return what is wrong with the length of the sentences of some texts."""
    found = [sentence for text in texts for sentence in sentences(text)]
    counts = [count_words(sentence) for sentence in found]
    wrong = [f"{n} words: {s}" for s, n in zip(found, counts, strict=True) if n > MOST_WORDS]
    if counts and median(counts) > MEDIAN_WORDS:
        wrong.append(f"half of the sentences have more than {median(counts):g} words")
    return wrong
