import re
from itertools import combinations

import pytest

from toolkit.finding import percent
from toolkit.learners.repairs import FIXES, Setup, measure
from toolkit.learners.repairs_findings import (
    FIVE_FIXES,
    START,
    facts,
    find_with_fixes,
    find_with_logging,
)
from toolkit.prose import count_words, sentences

SAMPLES = range(1, 21)
LOGGED = range(0, 101, 5)


def test_the_sentence_tells_the_numbers_of_the_table():
    finding = find_with_logging(5, logged=25)
    now = [row[1].split(" ")[0] for row in finding.table]
    before = [row[2].split(" ")[0] for row in finding.table]
    assert finding.sentence == (
        "With 25% of offline tenants’ problems logged, reported accuracy goes up from "
        f"{before[0]} to {now[0]}. The list finds {now[2]} of the serious problems of online "
        f"tenants, and {now[3]} of those of offline tenants."
    )


def test_a_figure_that_looks_the_same_is_said_to_stay():
    assert "reported accuracy stays at" in find_with_logging(5, logged=100).sentence


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_words_up_down_and_stays_agree_with_the_numbers_shown(seed):
    for logged in LOGGED:
        (_, now, before), *_ = find_with_logging(seed, logged=logged).table
        first, last = (int(text.split("%")[0]) for text in (before, now))
        word = re.search(
            r"goes up|goes down|stays", find_with_logging(seed, logged=logged).sentence
        )
        assert word is not None
        assert word[0] == ("stays" if first == last else "goes up" if last > first else "goes down")


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_note_on_missing_records_stands_only_where_the_figure_rose(seed):
    for logged in LOGGED:
        finding = find_with_logging(seed, logged=logged)
        told = any("fewer problems are on record" in note for note in finding.notes)
        assert told == ("accuracy goes up" in finding.sentence)


def test_ranges_come_from_other_samples():
    finding = find_with_logging(5, logged=25)
    others = [100 * measure(Setup(0.25), seed).found_offline for seed in range(6, 26)]
    assert finding.series[0].low[3] == pytest.approx(min(others))
    assert finding.series[0].high[3] == pytest.approx(max(others))
    assert finding.range_is == "lowest and highest in 20 other samples"


def test_every_finding_says_that_its_data_is_made_up_and_which_sample_it_is():
    for finding in (find_with_logging(9, logged=50), find_with_fixes(9, tried=())):
        assert finding.origin == "Made-up data, sample 9"


def test_nothing_tried_shows_the_start_alone():
    finding = find_with_fixes(5, tried=())
    assert finding.rows == ("No fix",)
    assert finding.sentence.startswith("With 25% logged and no fix: the list finds")


def test_fixes_are_shown_in_the_order_they_were_tried():
    tried = [frozenset({"phone-line"}), frozenset({"more-data", "random-checks"})]
    assert find_with_fixes(5, tried=tried).rows == (
        "No fix", "A phone line", "4 times more data + random checks",
    )  # fmt: skip


def test_the_verdict_is_about_the_last_fix_tried():
    finding = find_with_fixes(5, tried=[frozenset({"more-data"}), frozenset({"phone-line"})])
    start, phone = finding.series[1].values[0], finding.series[1].values[2]
    assert finding.sentence.startswith(
        f"You tried a phone line. The list finds {percent(phone / 100)} of offline tenants’ "
        f"serious problems, up from {percent(start / 100)} with no fix."
    )


@pytest.mark.parametrize("seed", SAMPLES)
def test_a_fix_is_said_to_help_harm_or_change_little_as_the_numbers_do(seed):
    for fixes in FIVE_FIXES:
        finding = find_with_fixes(seed, tried=[fixes])
        start, now = finding.series[1].values
        said = re.search(r"about the same|a little up|a little down|up from|down from",
                         finding.sentence)  # fmt: skip
        step = (now - start) / 100
        little = "a little " if abs(step) < 0.05 else ""
        word = "up" if step > 0 else "down"
        from_ = "" if little else " from"
        assert said is not None
        assert said[0] == ("about the same" if abs(step) < 0.02 else f"{little}{word}{from_}")


def test_how_often_a_fix_works_adds_up_to_the_other_samples():
    (note,) = find_with_fixes(5, tried=[frozenset({"random-checks", "tell-model"})]).notes
    of, _points, up, down, less = map(int, re.findall(r"\d+", note))
    assert of == up + down + less == 20


def test_how_often_counts_changes_of_five_points_or_more():
    fixes = frozenset({"random-checks", "tell-model"})
    (note,) = find_with_fixes(5, tried=[fixes]).notes
    rose = [
        measure(Setup(START, fixes), seed).found_offline - measure(Setup(START), seed).found_offline
        >= 0.05
        for seed in range(6, 26)
    ]
    assert f"5 points or more in {sum(rose)}." in note
    assert 0 < sum(rose) < 20  # otherwise this sample would prove little


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_facts_are_the_numbers_of_the_sample(seed):
    every, few, start = (measure(Setup(share), seed) for share in (1.0, 0.1, START))
    more, _, told, _, phone = (measure(Setup(START, one), seed) for one in FIVE_FIXES)
    got = facts(seed)
    assert {name: got[name] for name in got if name not in ("phone_best", "samples")} == {
        "few": "10%",
        "start": "25%",
        "accuracy_before": percent(every.accuracy_reported),
        "accuracy_after": percent(few.accuracy_reported),
        "offline_before": percent(every.found_offline),
        "offline_after": percent(few.found_offline),
        "offline_start": percent(start.found_offline),
        "online_start": percent(start.found_online),
        "offline_more_data": percent(more.found_offline),
        "offline_told": percent(told.found_offline),
        "offline_phone": percent(phone.found_offline),
    }


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_facts_count_in_how_many_samples_the_phone_line_was_best(seed):
    best = 0
    for one in range(seed, seed + 21):
        found = [measure(Setup(START, fixes), one).found_offline for fixes in FIVE_FIXES]
        best += found[-1] == max(found)
    assert (facts(seed)["phone_best"], facts(seed)["samples"]) == (str(best), "21")


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_quiz_asks_about_a_rise_that_is_there_to_see(seed):
    got = facts(seed)
    assert int(got["accuracy_after"][:-1]) > int(got["accuracy_before"][:-1])
    assert int(got["offline_after"][:-1]) < int(got["offline_before"][:-1]) / 3


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_phone_line_is_best_in_most_of_the_samples_the_quiz_counts(seed):
    got = facts(seed)
    assert int(got["phone_best"]) >= 0.8 * int(got["samples"])


def test_no_sentence_is_longer_than_30_words():
    findings = [find_with_logging(seed, logged=logged) for seed in (1, 5) for logged in LOGGED]
    findings += [
        find_with_fixes(5, tried=[frozenset(fixes)])
        for size in range(1, 5)
        for fixes in combinations(FIXES, size)
    ]
    texts = {text for finding in findings for text in (finding.sentence, *finding.notes)}
    long = {s for text in texts for s in sentences(text) if count_words(s) > 30}
    assert not long
