"""Slips of the pen in the name of a country."""

from __future__ import annotations

import pytest
from source import ROOT

from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.country import country_problems
from toolkit.vocabulary import load_vocabulary

NATIONS = load_vocabulary(ROOT)["country"]


def asked(country: str) -> list[str]:
    return [problem.remedy for problem in country_problems(country, NATIONS)]


@pytest.mark.parametrize(
    ("country", "meant"),
    [
        ("Englend", "England"),
        ("england", "England"),
        ("Northern Irland", "Northern Ireland"),
        ("Netherland", "Netherlands"),
        ("Untied States", "United States"),
        ("Denmak", "Denmark"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_a_name_that_is_nearly_a_country_is_asked_about(country: str, meant: str) -> None:
    assert asked(country) == [f"did you mean '{meant}'?"]


@pytest.mark.parametrize(
    "country", ["", "UK", "Wales", "Niger", "Nigeria", "Finland and Netherlands", "Oz", "Holland"]
)
def test_a_country_and_a_name_unlike_any_are_left_alone(country: str) -> None:
    assert asked(country) == []


def test_it_is_advice_beside_the_field_that_says_which_list_it_is_not_on() -> None:
    told = [next(iter(country_problems(name, NATIONS))) for name in ("Wale", "Japn")]
    assert [(one.what, one.warning, one.path) for one in told] == [
        ("'Wale' is not one of the UK's nations", True, ("country",)),
        ("'Japn' is not the name of a country that is known here", True, ("country",)),
    ]


def test_no_case_here_has_a_country_that_is_asked_about() -> None:
    assert [case.slug for case in load_catalogue(ROOT).cases if asked(case.country)] == []
