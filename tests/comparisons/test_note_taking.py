"""Round numbers, so that every result can be worked out in the head."""

from dataclasses import replace

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.note_taking import do_they_fit, hours_said, one_person

PLAIN = numbers(
    st_helens=2.5, kent=5, somerset=10, swindon_cut=60, somerset_cut=50, ealing_cut=40,
    swindon_before=80, swindon_after=40, councils_using=90, councils_studied=9,
)  # fmt: skip
STAFF = {"st-helens": 10, "kent": 25, "somerset": 20}
SAID = PLAIN | {name: replace(PLAIN[name], n=n) for name, n in STAFF.items()}


def test_the_spread_is_told_and_nothing_is_called_found() -> None:
    found = hours_said(SAID)
    assert found.series[0].values == (2.5, 5, 10)
    assert "between 2.5 and 10 hours a week. The largest is 4.0 times" in found.sentence
    assert found.rows[0] == "St Helens, 10 staff"
    assert "found" not in found.title + found.sentence


def test_a_percentage_is_held_against_the_minutes_behind_it() -> None:
    # By hand: from 80 to 40 minutes is 50%.
    found = do_they_fit(SAID)
    assert found.series[0].values == (60, 50, 40, 50)
    assert "conversation, 80 before and 40 after, come to 50%" in found.sentence
    assert "different work. The 60% is of" in found.notes[0]
    assert "the 50% of a Care Act conversation" in found.notes[0]


def test_hours_and_percentage_of_one_place_give_the_week_before() -> None:
    # By hand: 10 hours are 50% of 20.
    assert "about 20 hours a week on admin before" in do_they_fit(SAID).notes[1]


def test_one_person_weighs_more_in_a_smaller_trial() -> None:
    found = one_person(SAID)
    assert found.series[0].values == pytest.approx((10, 4, 5))
    assert "one person is 4% to 10% of the answer" in found.sentence
    assert "in 90 councils" in found.sentence
    assert "staff in 9 councils" in found.notes[0]
