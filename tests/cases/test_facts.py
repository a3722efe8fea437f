"""The parts of a case study's facts."""

import pytest

from toolkit.cases.facts import Outcome, Source


@pytest.mark.parametrize(
    ("value", "unit", "figure"),
    [
        (39, "%", "39%"),
        (6.8, "hours a week", "6.8 hours a week"),
        (12.0, None, "12"),
        (21834, "calls", "21,834 calls"),
        (43, "% (aim 20 to 21)", "43% (aim 20 to 21)"),
        (600000, "dollars (more than)", "more than 600,000 dollars"),
        (-69, "%", "-69%"),
        (None, "finding", ""),
    ],
)
def test_a_figure_reads_as_people_write_it(
    value: float | None, unit: str | None, figure: str
) -> None:
    assert Outcome("m", value, unit, "t", "press", 1).figure == figure


def test_the_address_of_a_copy_is_not_shown() -> None:
    assert Source(1, "t", "p", "https://a.org", link_ok=True).link == "https://a.org"
    assert Source(1, "t", "p", "https://a.org", link_ok=False).link == ""
