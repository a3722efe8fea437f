"""The inbox in other samples."""

import pytest

from toolkit.learners.inbox import draw, sort_inbox
from toolkit.learners.inbox_samples import (
    OTHER_SAMPLES,
    against_office,
    extra_examples,
    other_samples,
    right_with,
)


def test_a_sample_is_compared_with_the_ones_after_it():
    assert list(other_samples(5)) == list(range(6, 6 + OTHER_SAMPLES))


@pytest.mark.parametrize(
    ("added", "kinds"),
    [
        ((), ()),
        (("office",), ("office",)),
        (("residents",), ("residents",)),
        (("residents", "office"), ("office", "residents")),
    ],
)
def test_examples_are_added_from_where_they_were_asked_for(added, kinds):
    drawn = draw(3)
    assert extra_examples(3, added) == tuple(
        example for kind in kinds for example in getattr(drawn, kind)
    )


def test_residents_messages_are_held_against_the_offices_in_every_sample():
    steps = []
    for seed in range(1, 22):
        by_residents, by_office = (
            sum(one.is_right for one in sort_inbox(seed, extra))
            for extra in (draw(seed).residents, draw(seed).office)
        )
        assert (right_with(seed, "residents"), right_with(seed, "office")) == (
            by_residents,
            by_office,
        )
        steps.append(by_residents - by_office)
    counted = (sum(s > 0 for s in steps), steps.count(0), sum(s < 0 for s in steps))
    assert against_office(1) == counted
