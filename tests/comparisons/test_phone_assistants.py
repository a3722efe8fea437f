"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.phone_assistants import complaints, each_call, shares_said
from toolkit.comparisons.published_number import load_numbers

SAID = numbers(
    telford=50, derby=45, derby_later=60, renfrewshire=20, renfrewshire_later=40,
    saving=1000, fewer_calls=400, upheld=(5, 10),
)  # fmt: skip


def test_shares_stand_side_by_side_in_the_words_of_the_pages_read() -> None:
    found = shares_said(SAID)
    assert found.series[0].values == (50, 45, 60, 20, 40)
    assert "from 20% to 60%" in found.sentence


def test_no_share_is_given_a_range_that_no_page_supports() -> None:
    found = shares_said(SAID)
    assert found.series[0].low == ()
    assert "no range for chance" in found.notes[0]
    assert "those of the pages that were read" in found.notes[1]


def test_no_share_rests_on_a_count_of_something_else() -> None:
    shipped = load_numbers("phone-assistants")
    shares = ("telford", "derby", "derby-later", "renfrewshire", "renfrewshire-later")
    assert {shipped[name].behind for name in shares} == {"not seen"}


def test_a_saving_is_shared_out_over_calls() -> None:
    found = each_call(SAID)
    assert found.series[0].values == (2.5,)
    assert "about £2.50 for each call" in found.sentence


def test_few_complaints_leave_much_open() -> None:
    # Wilson's interval of 5 in 10, as printed in many textbooks: 23.7% to 76.3%.
    found = complaints(SAID)
    assert found.series[0].values == pytest.approx((5, 5))
    assert "between 24% and 76% might be upheld" in found.notes[0]
