"""What the later lessons say of a result stays short, wherever their controls stand.

Lessons 1 to 4 say so of their own findings, in the tests of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from reading_age import MOST_WORDS

from toolkit.finding import Finding
from toolkit.learners.two_cut_offs import RULES
from toolkit.learners.two_models_findings import RESIDENTS, find_with_changes, find_with_resident
from toolkit.learners.two_wards_findings import find_with_cut_offs, find_with_rule
from toolkit.learners.weighing import VALUES
from toolkit.learners.weighing_findings import STARTING_GROUP, find_with_people, find_with_weights
from toolkit.learners.workload_findings import (
    COUNTED,
    find_with_beliefs,
    find_with_hours,
    find_with_uses,
)
from toolkit.prose import count_words, sentences

SEEDS = (1, 9, 30)
PEOPLE = ([], ["3 3 3"], ["5 0 0 0 0 0"] * 2, ["5 0 0 0 0 0", "0 5 0 0 0 0"], STARTING_GROUP)


def cut_offs() -> Iterator[Finding]:
    for seed, a, b in product(SEEDS, (0, 40, 60, 98), (0, 40, 60, 98)):
        yield find_with_cut_offs(seed, cut_off_a=a, cut_off_b=b)


def rules() -> Iterator[Finding]:
    for seed, rule, places in product(SEEDS, ("", *RULES), (200, 1600, 4000)):
        yield find_with_rule(seed, rule=rule, places=places)


def residents() -> Iterator[Finding]:
    for seed, one in product(SEEDS, RESIDENTS):
        yield find_with_resident(seed, resident=one.id)


def changes() -> Iterator[Finding]:
    for seed, one, times, words in product(SEEDS, RESIDENTS, (0, 1, 3), (0, 100)):
        yield find_with_changes(seed, other=one.id, more_times=times, more_words=words)


def hours() -> Iterator[Finding]:
    for alarms, have in product((0, 1, 5, 20), (0, 50, 150, 1000)):
        yield find_with_hours(1, false_alarms=alarms, hours=have)


def beliefs() -> Iterator[Finding]:
    for kept, checking, counted in product((0, 50, 100), (0, 5, 20), ("", *COUNTED)):
        answer = counted if isinstance(counted, str) else counted.id
        yield find_with_beliefs(1, kept=kept, checking=checking, counted=answer)


def uses() -> Iterator[Finding]:
    for visits, waits, posts in product((0, 50, 100), repeat=3):
        yield find_with_uses(1, visits=visits, waits=waits, posts=posts)


def weights() -> Iterator[Finding]:
    for given in product((0, 3, 5), repeat=len(VALUES)):
        named = dict(zip((value.id for value in VALUES), given, strict=True))
        yield find_with_weights(1, **named)


def people() -> Iterator[Finding]:
    for group in PEOPLE:
        found = find_with_people(1, people=group)
        yield from found if isinstance(found, tuple) else (found,)


@pytest.mark.parametrize(
    "found", [cut_offs, rules, residents, changes, hours, beliefs, uses, weights, people],
    ids=lambda found: found.__name__,
)  # fmt: skip
def test_no_sentence_is_longer_than_30_words(found) -> None:
    assert too_long(found()) == set()


def test_a_sentence_of_31_words_would_be_told() -> None:
    long = " ".join(["word"] * 31) + "."
    assert too_long([Finding("T", "Short."), Finding("T", "Short.", notes=(long,))]) == {long}


def too_long(found: Iterable[Finding]) -> set[str]:
    """Return the sentences that are too long in what findings say."""
    texts = {text for one in found for text in (one.sentence, *one.notes)}
    return {s for text in texts for s in sentences(text) if count_words(s) > MOST_WORDS}
