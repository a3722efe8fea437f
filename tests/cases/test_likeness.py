"""How alike two cases are, and in what."""

import math

import pytest
from source import ROOT
from tiny_case import case

from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.likeness import cases_like, likeness, weigh_terms

REAL = load_catalogue(ROOT).cases
REAL_TERMS = weigh_terms(REAL)

ROBOT = case("robot", principles=["privacy", "fairness"])
TWIN = case("twin", principles=["privacy", "fairness"])
OTHER = case(
    "other",
    title="Nets",
    cells=None,
    summary="Fish swim.",
    problem="Wet.",
    approach="Dry.",
    use_case="data-analytics",
    technology="nlp",
    service_area="waste",
    principles=["openness"],
)
CASES = (ROBOT, TWIN, OTHER)
TERMS = weigh_terms(CASES)


@pytest.mark.parametrize("one", REAL, ids=lambda case: case.slug)
def test_a_case_is_most_like_itself_and_likeness_goes_both_ways(one: object) -> None:
    for other in REAL:
        there = likeness(one, other, REAL_TERMS)  # type: ignore[arg-type]
        back = likeness(other, one, REAL_TERMS)  # type: ignore[arg-type]
        assert there.score == back.score
        assert 0 <= there.score <= 1
        assert (there.score == 1) == (other is one)


def test_cases_alike_in_all_that_is_looked_at_score_one() -> None:
    assert likeness(ROBOT, TWIN, TERMS).score == 1


def test_cases_with_nothing_in_common_score_nothing() -> None:
    found = likeness(ROBOT, OTHER, TERMS)
    assert (found.score, found.shared, found.principles, found.words) == (0, (), (), ())


def test_each_of_the_five_parts_counts_a_fifth() -> None:
    same_service = case("same", service_area="waste", principles=["openness", "privacy"])
    terms = weigh_terms((OTHER, same_service))
    found = likeness(OTHER, same_service, terms)
    assert found.score == pytest.approx((1 + 1 / 2) / 5)
    assert found.shared == ("service_area",)
    assert found.principles == ("openness",)


def test_a_rare_word_tells_more_than_one_that_all_use() -> None:
    texts = {"summary": "Bins.", "problem": "Bins.", "approach": "Bins."}
    three = [case(slug, title=f"{word} bins", **texts) for slug, word in
             (("a", "Solar"), ("b", "Solar"), ("c", "Steam"))]  # fmt: skip
    terms = weigh_terms(three)
    rare, common = 1 + math.log(3 / 2), 1.0
    length = math.hypot(rare, common)
    assert terms.vectors["a"] == pytest.approx({"solar": rare / length, "bins": common / length})
    assert likeness(three[0], three[1], terms).words == ("solar", "bins")


def test_words_that_most_cases_use_are_counted_but_not_named() -> None:
    texts = {"summary": "Bins.", "problem": "Bins.", "approach": "Bins."}
    many = [case(f"c{n}", title=f"word{n // 2} bins", **texts) for n in range(8)]
    terms = weigh_terms(many)
    assert terms.common == {"bins"}
    assert likeness(many[0], many[1], terms).words == ("word0",)


def test_the_most_alike_come_first_and_the_case_itself_is_left_out() -> None:
    found = cases_like(ROBOT, CASES, TERMS)
    assert [one.case.slug for one in found] == ["twin", "other"]
    assert [one.case.slug for one in cases_like(ROBOT, CASES, TERMS, most=1)] == ["twin"]


def test_equal_likeness_is_put_in_the_order_of_titles_whatever_order_cases_come_in() -> None:
    texts = {"summary": "A.", "problem": "B.", "approach": "C."}
    three = [case(slug, title=slug.title(), **texts) for slug in ("m", "z", "b")]
    for order in (three, three[::-1]):
        found = cases_like(three[0], order, weigh_terms(order))
        assert [one.case.slug for one in found] == ["b", "z"]
