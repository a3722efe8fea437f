"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.falls import before_and_after, if_so_many

SAID = numbers(before=5.0, after=1.0)


def test_the_drop_is_told_in_people_and_as_a_part() -> None:
    found = before_and_after(SAID)
    assert found.series[0].values == (5.0, 1.0)
    assert "4.0 people fewer in 100" in found.sentence
    assert "80% fewer fractures" in found.notes[0]


@pytest.mark.parametrize(("people", "told"), [(40, "could be chance"), (2000, "is more than")])
def test_whether_a_drop_is_clear_hangs_on_how_many_were_helped(people: int, told: str) -> None:
    assert f"the drop {told}" in if_so_many(SAID, people=people).sentence


def test_more_people_make_the_range_narrower() -> None:
    def width(people: int) -> float:
        one = if_so_many(SAID, people=people).series[0]
        return one.high[0] - one.low[0]

    assert width(40) > width(400) > width(2000)


def test_an_invented_number_of_people_is_said_to_be_made_up() -> None:
    assert if_so_many(SAID, people=40).made_up
    assert not before_and_after(SAID).made_up
