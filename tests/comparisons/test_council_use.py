"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.council_use import asked_and_counted, used_and_on_record

SAID = numbers(
    bought=(100, 400), scored=(60, 300), still=(30, 300), none_before=20, none=5, county=80,
    on_register=(4, 400), entries=(20, 200), one_tool=50,
)  # fmt: skip


def test_every_answer_keeps_its_question() -> None:
    found = asked_and_counted(SAID)
    assert found.series[0].values == pytest.approx((25, 20, 10, 80, 95))
    assert len(found.rows) == 5
    assert "from 10% to 95%" in found.sentence
    assert "less the 5% not using AI" in found.notes[0]
    assert "fell from 20% to 5%" in found.notes[1]


def test_use_stands_beside_what_is_on_the_register() -> None:
    found = used_and_on_record(SAID)
    assert found.series[0].values == (50, 4)
    assert "4 of 400 councils have any entry" in found.sentence
    assert "which is 1.0%" in found.sentence
    assert "Of 200 entries on the register, 20 come from councils (10%)." in found.notes[0]
