import pytest

from toolkit.finding import Finding, Series, WordTable, number, percent, reaches


def finding(**changes: object) -> Finding:
    plain: dict[str, object] = {
        "title": "Hours of checking",
        "sentence": "Checking takes 447 hours.",
        "rows_are": "Tool",
        "rows": ("Careful", "Quick"),
        "series": (Series("Now", (446.5, 12.0), (400.0, 10.0), (1500.0, 14.0)),),
        "unit": "hours",
        "seed": 7,
    }
    return Finding(**(plain | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0.5, "", "1"), (1.5, "", "2"), (2.5, "", "3"), (1234567.0, "", "1,234,567"),
     (84.5, "%", "85%"), (-3.2, "", "−3"), (0.0, "%", "0%")],
)  # fmt: skip
def test_numbers_are_whole_with_halves_up_and_thousands_parted(value, unit, text):
    assert number(value, unit) == text


def test_a_share_is_shown_as_a_whole_percentage():
    assert (percent(0.164), percent(0.165), percent(1.0)) == ("16%", "17%", "100%")


def test_a_unit_other_than_per_cent_stands_in_the_heading():
    assert finding().header == ("Tool", "Now (hours)")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Hours", "Hours"),
        ("Hours of checking", "Hours of checking"),
        ("Hours-long jobs", "Hours-long jobs (hours)"),
        ("With 150 hours", "With 150 hours (hours)"),
    ],
)
def test_a_unit_with_which_a_name_begins_is_not_said_twice(name, heading):
    assert finding(series=(Series(name, (1.0, 2.0)),)).header == ("Tool", heading)


def test_per_cent_stands_beside_the_number():
    shown = finding(unit="%", series=(Series("Now", (16.4, 70.0)),))
    assert shown.header == ("Tool", "Now")
    assert shown.table == (("Careful", "16%"), ("Quick", "70%"))


def test_a_range_stands_in_brackets_behind_its_number():
    assert finding().table == (("Careful", "447 (400 to 1,500)"), ("Quick", "12 (10 to 14)"))


def test_the_origin_says_that_data_is_made_up_and_which_sample_it_is():
    assert finding().origin == "Made-up data, sample 7"


def test_the_origin_of_real_data_does_not_say_made_up():
    assert finding(made_up=False, seed=None).origin == ""


def test_the_file_of_numbers_says_that_they_are_made_up():
    assert finding().csv() == (
        "Tool,series,value,unit,lowest,highest,origin\n"
        'Careful,Now,446.5,hours,400,1500,"Made-up data, sample 7"\n'
        'Quick,Now,12,hours,10,14,"Made-up data, sample 7"\n'
    )


def test_the_file_leaves_the_ends_empty_where_there_is_no_range():
    assert ",70,%,,," in finding(unit="%", series=(Series("Now", (16.4, 70.0)),)).csv()


def test_a_series_with_too_few_numbers_is_refused():
    with pytest.raises(ValueError, match="'Now' has 1 numbers for 2 rows"):
        finding(series=(Series("Now", (1.0,)),))


def test_a_range_with_too_few_ends_is_refused():
    with pytest.raises(ValueError, match="'Now' has 1 numbers for 2 rows"):
        finding(series=(Series("Now", (1.0, 2.0), (1.0, 2.0), (3.0,)),))


def test_a_row_of_words_without_a_heading_for_each_cell_is_refused():
    with pytest.raises(ValueError, match="'T' has 1 cells under 2 headings"):
        WordTable("T", ("a", "b"), (("one",),))


def test_places_without_a_row_for_each_are_refused():
    with pytest.raises(ValueError, match="2 places for 1 rows"):
        Finding("T", "S.", "R", ("a",), (Series("A", (1.0,)),), places=(1.0, 2.0))


@pytest.mark.parametrize(
    ("share", "bar", "reached"),
    [(0.396, 40, True), (0.394, 40, False), (0.0, 0, True), (1.0, 100, True)],
)
def test_a_share_that_looks_as_large_as_the_bar_reaches_it(share, bar, reached):
    assert reaches(share, bar) == reached
