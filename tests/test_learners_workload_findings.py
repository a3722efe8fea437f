"""Lesson 7 in words."""

from __future__ import annotations

import re
from itertools import product

import pytest
from lesson_page import open_page
from source import ROOT

from toolkit.learners.time_saved import RANGES
from toolkit.learners.workload_findings import (
    facts,
    find_with_beliefs,
    find_with_hours,
    find_with_uses,
)
from toolkit.published import load_published_figures, pick_figures


def test_the_sentence_says_what_is_in_the_chart() -> None:
    found = find_with_hours(1, false_alarms=5, hours=150)
    assert found.sentence == (
        "Of 1,340 people flagged, 27% need action. Checking them all takes 447 hours. "
        "With 150 hours, 34% are checked and 717 people are wrongly affected."
    )
    now, enough = found.series
    assert [round(value) for value in now.values] == [360, 40, 263, 717]
    assert [round(value) for value in enough.values] == [360, 40, 784, 196]


def test_where_there_is_time_for_every_flag_nothing_is_compared() -> None:
    found = find_with_hours(1, false_alarms=5, hours=500)
    assert len(found.series) == 1
    assert found.sentence.endswith(
        "There is time for that, and still 196 people are wrongly affected."
    )


def test_a_gain_a_loss_and_what_is_left_are_said_in_words() -> None:
    # 26 minutes were said and 1.14 uses counted; half kept and 5 minutes of checking leave 7.3.
    gain = find_with_beliefs(1, kept=50, checking=5, counted="no").sentence
    assert "the team gains 5,475 hours a year, where the headline says 19,500." in gain
    # 26 x 0.5 / 1.14 is 11.4: at 11 minutes of checking there is still a gain.
    assert "If checking takes 12 minutes or more for each use, no time is gained." in gain
    loss = find_with_beliefs(1, kept=0, checking=20, counted="").sentence
    assert "the team loses 17,100 hours a year" in loss
    counted = find_with_beliefs(1, kept=50, checking=20, counted="yes").sentence
    assert "the team gains 9,750 hours a year" in counted
    assert "counted already" in counted


@pytest.mark.parametrize(
    ("kept", "checking", "result", "said"),
    [
        # 45,000 days of 13 minutes less 11 x 1.14, of 0.78 less 1.14, of 0 less 11 x 1.14, ...
        (50, 11, "gains 345 hours", "If checking takes 12 minutes or more for each use, no time"),
        (3, 1, "loses 270 hours", "If checking takes 1 minute or more for each use, no time"),
        (0, 11, "loses 9,405 hours", "Even without any checking, no time is gained."),
        (0, 0, "nothing is saved and nothing lost", "Even without any checking, no time"),
        (57, 13, "nothing is saved and nothing lost", "If checking takes 13 minutes or more"),
        (88, 20, "gains 60 hours", "Even if checking takes 20 minutes for each use, time is"),
    ],
)
def test_what_is_left_and_how_much_checking_is_too_much_do_not_contradict_each_other(
    kept: int, checking: int, result: str, said: str
) -> None:
    sentence = find_with_beliefs(1, kept=kept, checking=checking, counted="no").sentence
    assert result in sentence
    assert said in sentence


def test_wherever_the_controls_stand_words_and_hours_agree_on_how_much_checking_is_too_much() -> (
    None
):
    page = open_page(ROOT / "notebooks" / "lessons" / "07-people-in-the-loop.ipynb")
    kept, checking = page.names["kept"], page.names["checking"]
    assert (checking.low, checking.high) == RANGES["checking"]
    shares = range(kept.low, kept.high + 1)
    minutes = range(checking.low, checking.high + 1)
    for share, at in product(shares, minutes):
        found = find_with_beliefs(1, kept=share, checking=at, counted="no")
        hours = int(found.table[0][2].replace(",", "").replace("−", "-"))
        assert sign(hours) == gained(found.sentence)
        assert (hours <= 0) == (at >= too_many(found.sentence, beyond=checking.high + 1))


def sign(hours: int) -> int:
    """Return 1 for a gain, -1 for a loss and 0 for neither."""
    return (hours > 0) - (hours < 0)


def gained(sentence: str) -> int:
    """Return which of them the words tell of."""
    told = {1: "the team gains ", -1: "the team loses ", 0: "nothing is saved and nothing lost"}
    (found,) = (which for which, words in told.items() if words in sentence)
    return found


def too_many(sentence: str, beyond: int) -> int:
    """Return the first minute that words call too much; `beyond` where they call none so."""
    if "Even without any checking, no time is gained." in sentence:
        return 0
    if f"Even if checking takes {beyond - 1} minutes for each use, time is gained." in sentence:
        return beyond
    named = re.search(r"If checking takes (1 minute|\d+ minutes) or more for each use", sentence)
    assert named is not None
    return int(named[1].split()[0])


def test_each_belief_is_a_span_round_the_hours_now_with_the_widest_first() -> None:
    found = find_with_beliefs(1, kept=50, checking=5, counted="no")
    assert found.figure == "spans"
    low, now, high = found.series
    assert [one.name for one in found.series] == ["At the low end", "Now", "At the high end"]
    assert now.values == pytest.approx((5475, 5475, 5475))
    reach = [abs(b - a) for a, b in zip(low.values, high.values, strict=True)]
    assert reach == sorted(reach, reverse=True)
    # 200 people for 225 days, 26 minutes: a tenth kept and all of it, less 1.14 x 5 of checking.
    assert found.table[0][1:] == ("−2,325", "5,475", "15,225")
    assert found.sentence.endswith("that is real: −2,325 to 15,225 hours.")


@pytest.mark.parametrize(
    ("shares", "said"),
    [((50, 50, 20), "add up to 120%. Put in 20 less"), ((0, 50, 20), "Put in 30 more")],
)
def test_shares_that_do_not_make_a_hundred_are_not_drawn(shares: tuple, said: str) -> None:
    found = find_with_uses(1, visits=shares[0], waits=shares[1], posts=shares[2])
    assert said in found.sentence
    assert (found.series, found.tables) == ((), ())


def test_free_hours_become_what_people_would_see() -> None:
    # 60 hours: 30 are 20 visits of an hour and a half, 30 are 60 cases of half an hour.
    seen = find_with_uses(1, visits=50, waits=50, posts=0)
    assert "20 visits, 60 more cases dealt with. No post is cut." in seen.sentence
    posts = find_with_uses(1, visits=0, waits=0, posts=100)
    assert "1.6 full-time posts fewer" in posts.sentence  # 60 / 37
    assert "told before, not after" in posts.sentence


def test_a_sliver_of_a_post_is_told_in_words() -> None:
    # 60 hours: 1% is 36 minutes of a week of 37 hours; 7% is 4.2 hours, 0.11 of it.
    sliver = find_with_uses(1, visits=99, waits=0, posts=1)
    assert "you would see 40 visits, a cut of less than a tenth of a full-time post." in (
        sliver.sentence
    )
    assert sliver.tables[0].rows[2][2] == "a cut of less than a tenth of a full-time post"
    assert "0.1 full-time posts fewer" in find_with_uses(1, visits=93, waits=0, posts=7).sentence
    none = find_with_uses(1, visits=100, waits=0, posts=0)
    assert none.tables[0].rows[2][2] == "0 full-time posts fewer"


def test_until_a_reader_chooses_the_sum_takes_no_and_the_page_says_so() -> None:
    blank, no = (find_with_beliefs(1, kept=50, checking=5, counted=one) for one in ("", "no"))
    assert blank == no
    page = open_page(ROOT / "notebooks" / "lessons" / "07-people-in-the-loop.ipynb")
    assert page.names["counted"].hint == "Until you choose, the sum uses “No”."


def test_both_published_figures_of_the_sum_stand_on_the_page_with_their_caveats() -> None:
    page = open_page(ROOT / "notebooks" / "lessons" / "07-people-in-the-loop.ipynb")
    shown = " ".join(text for _, text in page.texts())
    for one in pick_figures(
        load_published_figures(), "gds-copilot-26-minutes", "dbt-copilot-actions-per-day"
    ):
        assert one.caveat in shown


def test_the_quiz_speaks_of_what_the_lesson_computes() -> None:
    assert facts(1)["few_right"] == "65%"
    assert (facts(1)["flagged"], facts(1)["hours_needed"]) == ("1,340", "447")
