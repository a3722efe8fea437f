"""Lesson 2: right for poor reasons, a bar that moves work, and whose words were missing."""

from statistics import mean

import pytest

from toolkit.finding import reaches
from toolkit.learners.inbox import draw, sort_inbox
from toolkit.learners.inbox_findings import (
    ADDED,
    facts,
    find_with_examples,
    find_with_threshold,
)
from toolkit.lesson import load_lesson
from toolkit.prose import count_words, sentences

SAMPLES = range(1, 22)
BARS = range(0, 101, 5)


def counts(seed, bar):
    return tuple(map(int, find_with_threshold(seed, threshold=bar).series[0].values))


@pytest.mark.parametrize("seed", SAMPLES)
def test_some_right_answers_rest_on_little_words_or_none(seed):
    got = facts(seed)
    assert 3 <= int(got["lucky"]) <= int(got["right"])


def test_most_right_answers_rest_on_little_words_or_none():
    got = [facts(seed) for seed in SAMPLES]
    assert mean(int(one["lucky"]) / int(one["right"]) for one in got) > 0.5


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_offices_own_words_are_sorted_for_better_reasons(seed):
    got = {name: int(value) for name, value in facts(seed).items() if value.isdigit()}
    poor, office_poor = (
        got["lucky"] / got["right"],
        got["office_lucky"] / got["office_first_right"],
    )
    assert poor > office_poor + 0.2


def test_the_offices_own_words_are_not_sorted_right_more_often():
    """A share of right answers alone hides the difference in the test above."""
    got = [{n: int(v) for n, v in facts(seed).items() if v.isdigit()} for seed in SAMPLES]
    residents = mean(one["right"] / one["messages"] for one in got)
    office = mean(one["office_first_right"] / one["office"] for one in got)
    assert abs(residents - office) < 0.1


def test_the_table_of_messages_names_them_once():
    assert find_with_threshold(1, threshold=50).header == ("Outcome", "Messages")
    assert find_with_examples(1).header == ("Outcome", "16 examples (messages)")


@pytest.mark.parametrize("seed", SAMPLES)
def test_a_higher_bar_moves_messages_and_mistakes_to_people_and_never_back(seed):
    for low, high in zip(BARS, BARS[1:], strict=False):
        before, after = counts(seed, low), counts(seed, high)
        assert after[0] <= before[0]
        assert after[1] <= before[1]
        assert after[2] >= before[2]
        assert sum(before) == sum(after) == 12


@pytest.mark.parametrize("seed", SAMPLES)
def test_at_a_high_bar_people_read_nearly_everything(seed):
    assert counts(seed, 50)[2] >= 9
    assert counts(seed, 80)[2] == 12


@pytest.mark.parametrize("bar", [1, 25, 30, 41, 50, 100])
def test_the_counts_are_those_of_the_messages_that_are_sure_enough(bar):
    kept = [one for one in sort_inbox(1) if reaches(one.sure, bar)]
    right = sum(one.is_right for one in kept)
    assert counts(1, bar) == (right, len(kept) - right, 12 - len(kept))
    where = [row[1] for row in find_with_threshold(1, threshold=bar).tables[0].rows]
    assert sum(text.startswith("A person") for text in where) == 12 - len(kept)


def test_a_message_that_is_just_sure_enough_is_sorted():
    rows = {row[0]: row[1] for row in find_with_threshold(1, threshold=25).tables[0].rows}
    assert rows["they never came tuesday"] == "Bins (25%): right"


@pytest.mark.parametrize("seed", SAMPLES)
def test_without_a_bar_nobody_looks_and_mistakes_go_out(seed):
    right, wrong, people = counts(seed, 0)
    assert people == 0
    assert wrong >= 2
    assert right == int(facts(seed)["right"])


@pytest.mark.parametrize("seed", SAMPLES)
def test_residents_words_leave_fewer_right_answers_to_luck(seed):
    before, after = find_with_examples(seed, added=["residents"]).series
    assert after.values[1] < before.values[1]


def test_residents_words_help_on_average_and_more_than_the_offices():
    got = [facts(seed) for seed in SAMPLES]
    start, residents, office = (
        mean(int(one[name]) for one in got) for name in ("right", "residents_right", "office_right")
    )
    assert residents > office > start
    assert residents - start > 1.3 * (office - start)


@pytest.mark.parametrize("seed", SAMPLES)
def test_how_often_residents_words_do_better_is_counted_and_is_mostly(seed):
    got = facts(seed)
    steps = [
        int(facts(one)["residents_right"]) - int(facts(one)["office_right"])
        for one in range(seed, seed + 21)
    ]
    better, worse = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    assert (got["residents_better"], got["residents_worse"]) == (str(better), str(worse))
    assert got["samples"] == "21"
    assert better > 1.5 * worse
    assert worse > 0  # so the lesson has to say "usually", and how often


def test_the_lesson_starts_from_a_sample_like_most():
    got = facts(load_lesson("02-learning-from-examples").sample)
    assert got["owe_words"] == "i, and, to, the"
    for name in ("right", "lucky", "residents_right", "office_right"):
        assert abs(int(got[name]) - mean(int(facts(seed)[name]) for seed in SAMPLES)) <= 1.1


def test_the_table_shows_each_message_and_the_words_that_were_known():
    table = find_with_threshold(1, threshold=0).tables[0]
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["i owe you money and im scared to open the letters"] == (
        "Council tax (41%): right", "i, and, to, the",
    )  # fmt: skip
    assert rows["they never came tuesday"] == ("Bins (25%): right", "none")
    assert rows["water pouring through my ceiling"][0] == ("Bins (25%): wrong, it is for Repairs")
    assert find_with_threshold(1, threshold=100).tables[0].rows[0][1] == "A person (25%)"


def test_ranges_come_from_20_other_samples():
    series = find_with_threshold(3, threshold=0).series[0]
    others = [sum(one.is_right for one in sort_inbox(seed)) for seed in range(4, 24)]
    assert (series.low[0], series.high[0]) == (min(others), max(others))


def test_a_readers_own_examples_are_learnt_and_unreadable_ones_told():
    own = ["repairs: water pouring through my ceiling", "roof: it leaks"]
    finding = find_with_examples(1, own=own)
    assert finding.sentence.startswith("With 1 more example, ")
    assert "Line 2 was left out: “roof” is not a team" in finding.notes[0]
    moved = {row[0]: row[2] for row in finding.tables[0].rows}
    assert moved["water pouring through my ceiling"] == "Repairs (right)"


def test_both_kinds_can_be_added_together():
    finding = find_with_examples(1, added=[one.id for one in ADDED])
    assert finding.series[1].name == "32 examples"
    drawn = draw(1)
    right = sum(one.is_right for one in sort_inbox(1, (*drawn.office, *drawn.residents)))
    assert finding.series[1].values[0] == right


def test_nothing_added_shows_the_start_alone():
    finding = find_with_examples(1)
    assert [series.name for series in finding.series] == ["16 examples"]
    assert finding.tables == ()


def test_no_sentence_is_longer_than_30_words():
    found = [find_with_threshold(seed, threshold=bar) for seed in (1, 2) for bar in BARS]
    found += [find_with_examples(1, added=one) for one in ((), ["office"], ["residents"])]
    texts = {text for f in found for text in (f.sentence, *f.notes)}
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 30]
