"""What a case study says of its own evidence."""

import pytest
from tiny_case import FACTS, case

OUTCOME = FACTS["outcomes"][0]


def outcome(kind: str, value: float | None = 1) -> dict[str, object]:
    return {**OUTCOME, "kind": kind, "value": value}


@pytest.mark.parametrize(
    ("outcomes", "strength"),
    [
        ([outcome("self-reported")], "own-account"),
        ([outcome("press")], "press-reports"),
        ([outcome("press"), outcome("self-reported")], "own-and-press"),
        ([outcome("self-reported"), outcome("press", None)], "own-account"),
        ([outcome("self-reported"), outcome("court/regulator", None)], "outside-check"),
        ([outcome("independent-evaluation")], "outside-check"),
        ([outcome("self-reported", None)], "no-figures"),
    ],
)
def test_the_strength_of_evidence_says_who_checked(
    outcomes: list[dict[str, object]], strength: str
) -> None:
    assert case(outcomes=outcomes).evidence_strength == strength


def test_kinds_of_evidence_are_named_once_in_their_order() -> None:
    outcomes = [outcome("press"), outcome("self-reported"), outcome("press")]
    assert case(outcomes=outcomes).evidence_kinds == ("press", "self-reported")


def test_the_latest_year_is_the_last_that_case_or_sources_speak_of() -> None:
    assert case(year_start=2024, year_end=2026).latest_year == 2026
    assert case(year_start=None).latest_year == 2025  # the source is of March 2025
