"""Dates as people and spreadsheets write them."""

import pytest

from toolkit.cases.day import iso_date


@pytest.mark.parametrize(("written", "meant"), [
    ("12/03/2024", "2024-03-12"), ("1/2/2024", "2024-02-01"), ("12.03.2024", "2024-03-12"),
    ("12-03-2024", "2024-03-12"), ("12/03/2024 00:00", "2024-03-12"),
    ("12 March 2024", "2024-03-12"),
    ("12-Mar-24", "2024-03-12"), ("Mar-24", "2024-03"), ("March 2024", "2024-03"),
    ("29/02/2024", "2024-02-29"),
])  # fmt: skip
def test_a_date_is_read_with_its_day_first(written: str, meant: str) -> None:
    assert iso_date(written) == meant


@pytest.mark.parametrize("written", [
    "2024-03-12", "2024", "03/25/2024", "29/02/2023", "12 Brumaire 2024", "soon", "", "00/03/2024",
    "1/2/24",
])  # fmt: skip
def test_what_is_no_such_date_stays_as_it_is(written: str) -> None:
    assert iso_date(written) == written
