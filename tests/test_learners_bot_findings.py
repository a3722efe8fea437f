"""Lesson 3, first part: a bot that learnt from true notices writes fluently, and falsely."""

import re

import pytest

from toolkit.learners.bot_findings import (
    LONGEST_LOOK,
    copied,
    false_of_fluent,
    find_with_look_back,
    verdicts,
)
from toolkit.learners.notices import load_world
from toolkit.prose import count_words, sentences

SAMPLES = range(1, 22)
LOOKS = range(1, LONGEST_LOOK + 1)


@pytest.mark.parametrize("seed", SAMPLES)
def test_at_five_words_every_sentence_is_well_formed_and_a_quarter_or_more_false(seed):
    assert verdicts(seed, 5)["garbled"] == 0
    assert false_of_fluent(seed, 5) >= 0.25


@pytest.mark.parametrize("seed", SAMPLES)
def test_more_fluent_comes_with_more_falsehood_at_first(seed):
    one, two, three = (verdicts(seed, look) for look in (1, 2, 3))
    assert one["garbled"] > two["garbled"] > three["garbled"]
    assert one["wrong"] < two["wrong"] < three["wrong"]
    assert one["garbled"] > 0.8
    assert three["garbled"] < 0.5
    assert three["wrong"] > one["wrong"] + 0.2


@pytest.mark.parametrize("seed", SAMPLES)
def test_of_what_is_well_formed_less_is_false_the_further_it_looks_back(seed):
    false = [false_of_fluent(seed, look) for look in (3, 5, 6, 7)]
    assert false == sorted(false, reverse=True)
    assert false[0] > false[1] > false[2]


@pytest.mark.parametrize("seed", SAMPLES)
def test_it_ends_up_true_only_by_copying_whole_notices(seed):
    assert copied(seed, LONGEST_LOOK) == 1
    assert verdicts(seed, LONGEST_LOOK)["true"] == 1
    assert copied(seed, 5) < 0.85


@pytest.mark.parametrize("look_back", LOOKS)
def test_the_sentence_tells_the_numbers_of_the_chart(look_back):
    first, _ = find_with_look_back(2, look_back=look_back)
    shown = {row[0]: row[1].split(" ")[0] for row in first.table}
    told = re.findall(r"\d+%", first.sentence)
    if "garbled" in first.sentence:
        expected = [shown["Garbled"], shown["Well formed, but false"], shown["True"]]
    elif "none is false" in first.sentence:
        expected = []
        assert shown["True"] == "100%"
    else:
        expected = [shown["Well formed, but false"]]
    assert told == expected
    assert ("Every sentence is well formed" in first.sentence) == (
        verdicts(2, look_back)["garbled"] == 0
    )


@pytest.mark.parametrize("look_back", LOOKS)
def test_every_sentence_shown_has_its_verdict(look_back):
    first, _ = find_with_look_back(4, look_back=look_back)
    for text, verdict in first.tables[0].rows:
        assert verdict == load_world().explain(text)


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("look_back", LOOKS)
def test_the_next_word_is_one_it_could_pick_and_the_right_one_is_shown(seed, look_back):
    _, second = find_with_look_back(seed, look_back=look_back)
    chances = dict(zip(second.rows, second.series[0].values, strict=True))
    picked = re.search(r"“([^”]+)” had a chance", second.sentence)[1]
    assert chances[picked] > 0
    assert sum(chances.values()) <= 100.001
    right = re.search(r"Our table says “([^”]+)”", second.sentence)
    if right:
        assert right[1] in chances
        assert right[1] != picked


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_next_word_is_shown_in_a_sentence_that_turned_out_false_if_there_is_one(seed):
    for look in LOOKS:
        _, second = find_with_look_back(seed, look_back=look)
        assert ("Our table says “" in second.sentence) == (verdicts(seed, look)["wrong"] > 0)


def test_no_sentence_is_longer_than_30_words():
    found = [one for look in LOOKS for one in find_with_look_back(1, look_back=look)]
    texts = {text for f in found for text in (f.sentence, *f.notes)}
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 30]
