"""Where cases are."""

from tiny_case import CATALOGUE, case

from toolkit.cases.area import area_finding, by_area

CASES = [
    case("a", country="Scotland", place="Paisley, Renfrewshire"),
    case("b", country="England", place="Camden, London"),
    case("c", country="England", place="Ealing, London"),
    case("d", country="UK", place="UK-wide"),
    case("e", country="Japan", place="Yokosuka"),
    case("f", country="Austria", place="Vienna"),
]


def test_the_uk_comes_first_then_other_countries_by_name() -> None:
    assert [(area.country, area.cases) for area in by_area(CASES)] == [
        ("England", 2), ("Scotland", 1), ("UK", 1), ("Austria", 1), ("Japan", 1),
    ]  # fmt: skip


def test_a_place_in_another_counts_in_both() -> None:
    assert by_area(CASES)[0].places == (("Camden", 1), ("Ealing", 1), ("London", 2))


def test_the_sentence_counts_home_and_abroad() -> None:
    finding = area_finding(CASES, CATALOGUE.vocabulary)
    assert finding.sentence == "In the UK: 4 of 6 cases. 2 in 2 other countries."
    assert finding.rows[2] == "More than one nation of the UK"
    assert finding.series[0].values == (2, 1, 1, 1, 1)


def test_the_sentence_says_none_in_words() -> None:
    words = CATALOGUE.vocabulary
    assert area_finding(CASES[4:5], words).sentence == (
        "In the UK: none of 1 cases. 1 in 1 other country."
    )
    assert area_finding(CASES[:1], words).sentence == "In the UK: 1 of 1 cases."


def test_a_made_up_case_is_nowhere() -> None:
    cases = [*CASES, case("g", country="Chad", place="Moon", fictional=True)]
    assert by_area(cases) == by_area(CASES)
    finding = area_finding(cases, CATALOGUE.vocabulary)
    assert finding.sentence == "In the UK: 4 of 6 cases. 2 in 2 other countries."
    assert finding.notes == ("Made-up cases are not counted.",)
