"""Lesson 6 in words."""

from __future__ import annotations

import re

import pytest

from toolkit.learners.public_summary import BLANK, public_summary
from toolkit.learners.two_models import study
from toolkit.learners.two_models_findings import (
    RESIDENTS,
    facts,
    find_with_changes,
    find_with_resident,
    pick,
)

SEED = 9


@pytest.mark.parametrize("seed", range(1, 41))
def test_the_models_disagree_about_every_other_resident(seed: int) -> None:
    picked, found = pick(seed), study(seed)
    assert len(set(picked)) == len(RESIDENTS)
    assert [bool(found.differ[place]) for place in picked] == [True, False] * 4


@pytest.mark.parametrize("resident", [one.id for one in RESIDENTS])
def test_the_bars_of_a_model_and_its_start_make_the_score_in_the_sentence(resident: str) -> None:
    found = find_with_resident(SEED, resident=resident)
    for model, series in zip(study(SEED).models, found.series, strict=True):
        score = model.start + sum(series.values)
        said = f"{abs(score):.0f}"
        signed = f"−{said}" if score < 0 and said != "0" else said
        many = "" if said == "1" else "s"
        result = "visit" if score >= 0 else "no visit"
        assert (
            f"Model {model.name} gives {signed} point{many} and says “{result}”" in found.sentence
        )


def test_what_somebody_found_is_told_beside_the_reasons() -> None:
    place = pick(SEED)[0]
    serious = "serious" if study(SEED).reports.serious[place] else "not serious"
    found = find_with_resident(SEED, resident="1")
    notes = found.notes
    assert notes[0] == f"Somebody went and looked: the problem is {serious}."
    assert found.sentence.startswith("The models disagree on 269 of 1,000 reports. Model A")
    right = re.search(r"disagree, A is right about (\d+) and B about (\d+)", notes[1])
    assert right
    assert sum(map(int, right.groups())) == 269


def test_before_a_change_both_results_are_told_as_they_are() -> None:
    found = find_with_changes(SEED, other="2", more_times=0, more_words=0)
    assert found.sentence == (
        "As it was reported, Model A says “no visit” and Model B says “no visit”. Now change how "
        "it was reported."
    )
    assert "With 1 more report it would say yes to 181 of them" in found.notes[0]


def test_model_a_is_told_not_to_look_at_how_it_was_reported() -> None:
    found = find_with_changes(SEED, other="2", more_times=3, more_words=100)
    assert "Model A looks at none of that and stays at" in found.sentence
    assert "It now says “visit”." in found.sentence
    assert "With 3 more reports and 100 more words" in found.notes[0]


def test_one_point_is_a_point() -> None:
    found = find_with_changes(SEED, other="1", more_times=2, more_words=0)
    assert found.sentence.endswith("Model B goes from −16 to 1 point. It now says “visit”.")


def test_the_table_says_who_could_change_each_fact() -> None:
    rows = find_with_changes(SEED, other="1", more_times=0, more_words=0).tables[0].rows
    told = {row[0]: row for row in rows}
    assert told["Times it was reported"][2] == "Not looked at"
    assert told["Words in the message"][4] == "The resident"
    assert told["Repairs in the last three years"][3:] == ("Not looked at", "The landlord")


def test_the_quiz_speaks_of_what_is_counted() -> None:
    told = facts(SEED)
    assert (told["differ"], told["moved_b"], told["refused_b"]) == ("269", "181", "647")


def test_a_summary_says_what_is_still_blank() -> None:
    blank = dict.fromkeys(("tool_name", "tool_what", "tool_page", "tool_contact"), " ")
    assert public_summary(1, **blank) == ""
    text = public_summary(1, **{**blank, "tool_what": " Ranks reports.\n"})
    assert text.split("\n\n") == [
        "Draft of a public summary, for practice",
        f"Name: {BLANK}",
        "What it does, and why: Ranks reports.",
        f"Where to read more: {BLANK}",
        f"Whom to ask, and how to challenge a result: {BLANK}",
    ]


@pytest.mark.parametrize("resident", [one.id for one in RESIDENTS])
def test_the_reason_that_is_named_is_the_one_that_counts_most_for_the_result(resident) -> None:
    found = find_with_resident(SEED, resident=resident)
    said = found.sentence.split("Model B ")
    for model, series, words in zip(study(SEED).models, found.series, said, strict=True):
        end = max if model.start + sum(series.values) >= 0 else min
        name = found.rows[series.values.index(end(series.values))].split(":")[0]
        assert f"What counts most is {name.lower()} (" in words
