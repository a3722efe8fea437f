"""When cases began."""

import pytest
from tiny_case import case

from toolkit.cases.timeline import by_year, year_finding


def begun(*years: int | None) -> list:
    return [case(f"case-{n}", title=f"Case {n}", year_start=y) for n, y in enumerate(years)]


def test_the_newest_year_comes_first_and_cases_without_one_last() -> None:
    groups = by_year(begun(2020, None, 2024, 2020))
    assert [(group.number, [one.slug for one in group.cases]) for group in groups] == [
        (2024, ["case-2"]), (2020, ["case-0", "case-3"]), (None, ["case-1"]),
    ]  # fmt: skip


def test_years_between_that_have_no_case_are_counted_as_none() -> None:
    finding = year_finding(begun(2020, 2023, 2020))
    assert finding.rows == ("2020", "2021", "2022", "2023")
    assert finding.series[0].values == (2, 0, 0, 1)


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ((2020, 2023, 2020), "The year with most cases is 2020, with 2."),
        ((2020, 2023), "No year here has more than one case."),
        ((2020, 2020, 2023, 2023, None),
         "The years with most cases are 2020 and 2023, with 2 each. "
         "For 1 of 5 cases the sources read give no year."),
        ((None, None), "The sources read give no year for any of these cases."),
    ],
)  # fmt: skip
def test_the_sentence_names_the_busiest_year_and_what_is_not_known(
    years: tuple[int | None, ...], sentence: str
) -> None:
    assert year_finding(begun(*years)).sentence == sentence


def test_cases_without_a_year_leave_nothing_to_draw() -> None:
    assert year_finding(begun(None)).rows == ()


def test_a_made_up_case_is_in_no_year() -> None:
    cases = [*begun(2020), case("made-up", year_start=2023, fictional=True)]
    assert [group.number for group in by_year(cases)] == [2020]
    assert year_finding(cases).rows == ("2020",)
    assert year_finding(cases).notes[-1] == "Made-up cases are not counted."
