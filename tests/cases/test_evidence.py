"""How strong the evidence is behind a set of cases."""

from tiny_case import CASES, CATALOGUE, case

from toolkit.cases.evidence import evidence_finding

FINDING = evidence_finding(CASES, CATALOGUE.vocabulary)


def test_a_case_that_shows_both_counts_in_both() -> None:
    """Two on their own account, good; one checked from outside, which shows both."""
    counts = {series.name: series.values for series in FINDING.series}
    assert counts == {"Good practice": (1, 0, 0, 2, 0), "Went wrong": (1, 0, 0, 0, 0)}


def test_rows_are_the_strengths_in_words() -> None:
    assert FINDING.rows[0] == "Checked from outside"
    assert FINDING.rows[-1] == "No figures published"


def test_the_sentence_says_how_many_were_checked_on_either_side() -> None:
    assert FINDING.sentence == (
        "Of 3 marked “Good practice”, 1 had a check from outside. "
        "Of 1 marked “Went wrong”, 1 had a check from outside."
    )


def test_none_is_said_in_words() -> None:
    sentence = evidence_finding(CASES[:1], CATALOGUE.vocabulary).sentence
    assert sentence == (
        "Of 1 marked “Good practice”, none had a check from outside. "
        "No case here is marked “Went wrong”."
    )


def test_a_made_up_case_is_no_evidence_and_the_reader_is_told() -> None:
    made_up = case("made-up", fictional=True)
    found = evidence_finding([*CASES, made_up], CATALOGUE.vocabulary)
    assert (found.sentence, found.series) == (FINDING.sentence, FINDING.series)
    assert found.notes == (*FINDING.notes, "Made-up cases are not counted.")
