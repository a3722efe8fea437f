"""Lesson 3, second part: what a small network says of facts it never saw."""

from statistics import mean

import pytest

from toolkit.learners.network_findings import ROUNDS, find_with_network, network_verdicts
from toolkit.learners.notices import HELD_BACK, load_world
from toolkit.prose import count_words, sentences

SAMPLES = range(1, 22)


@pytest.mark.parametrize("seed", SAMPLES)
def test_training_makes_what_it_was_shown_true(seed):
    early, late = (network_verdicts(seed, done, 0, False)["true"] for done in (3, ROUNDS))
    assert late >= 0.9
    assert late > early + 0.3


@pytest.mark.parametrize("seed", SAMPLES)
def test_of_facts_it_never_saw_much_is_well_formed_and_false(seed):
    secret = network_verdicts(seed, ROUNDS, 0, True)
    assert secret["wrong"] >= 0.3
    assert secret["garbled"] <= 0.25
    assert secret["true"] < network_verdicts(seed, ROUNDS, 0, False)["true"] - 0.3


def test_more_training_does_little_for_facts_it_never_saw():
    shown, secret = (
        [mean(network_verdicts(seed, done, 0, hidden)["true"] for seed in SAMPLES)
         for done in (10, ROUNDS)]
        for hidden in (False, True)
    )  # fmt: skip
    assert shown[1] - shown[0] > 0.25
    assert secret[1] - secret[0] < 0.15
    assert secret[1] < 0.5


@pytest.mark.parametrize("seed", SAMPLES)
def test_picking_more_freely_adds_mistakes_and_never_takes_them_away(seed):
    calm, lively = (network_verdicts(seed, ROUNDS, heat, False) for heat in (0, 150))
    assert lively["true"] < calm["true"] - 0.05
    assert lively["garbled"] > calm["garbled"]
    assert network_verdicts(seed, ROUNDS, 0, True)["wrong"] > 0.3  # 0% does not stop it


@pytest.mark.parametrize("seed", SAMPLES)
def test_before_training_it_is_word_salad(seed):
    assert network_verdicts(seed, 0, 0, False)["garbled"] > 0.9


def test_the_sentence_tells_the_numbers_of_the_table():
    first, _ = find_with_network(2, rounds=ROUNDS, heat=0)
    shown, secret = ([cell.split(" ")[0] for cell in row[1:]] for row in first.table)
    assert first.sentence == (
        f"After 30 rounds, {shown[0]} is true of facts it was shown. Of facts it never saw, "
        f"{secret[1]} is well formed but false, and {secret[0]} true."
    )


def test_rounds_are_counted_in_words():
    said = [find_with_network(1, rounds=done, heat=0)[0].sentence for done in (0, 1, 2)]
    starts = ("Before any training,", "After 1 round,", "After 2 rounds,")
    assert [text.startswith(start) for text, start in zip(said, starts, strict=True)] == [True] * 3


def test_the_lines_are_those_of_the_likeliest_word_whatever_is_set():
    _, one = find_with_network(3, rounds=2, heat=150)
    _, other = find_with_network(3, rounds=30, heat=0)
    assert one == other
    assert one.figure == "lines"
    assert one.series[0].values[-1] == pytest.approx(
        100 * network_verdicts(3, ROUNDS, 0, False)["true"]
    )


def test_the_table_shows_what_it_added_about_facts_no_notice_told():
    first, _ = find_with_network(1, rounds=ROUNDS, heat=0)
    for start, added, verdict in first.tables[0].rows:
        whole = f"{start.removesuffix(' …')} {added}"
        assert verdict == load_world().explain(whole)


def test_it_says_how_many_facts_were_held_back():
    (note,) = find_with_network(1, rounds=ROUNDS, heat=0)[0].notes
    assert f"about {HELD_BACK} of the 80 facts" in note


def test_no_sentence_is_longer_than_30_words():
    found = [f for done in (0, 1, 30) for f in find_with_network(1, rounds=done, heat=100)]
    texts = {text for f in found for text in (f.sentence, *f.notes)}
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 30]
