"""A case study as plain values, out and in again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from source import ROOT
from tiny_case import CATALOGUE, WORDS, case, facts

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.record import cases_as_json, cases_from_json, facts_of, text_of
from toolkit.errors import ContentError
from toolkit.schema import check

REAL = load_catalogue(ROOT).cases


def at_home(one: CaseStudy) -> CaseStudy:
    return replace(one, path=Path("casestudies") / f"{one.slug}.ipynb")


def test_the_facts_are_those_of_the_front_matter() -> None:
    assert facts_of(case()) == facts()


def test_what_is_not_known_is_left_out_but_a_number_that_is_asked_for() -> None:
    outcome = {**facts()["outcomes"][0], "value": None}
    found = facts_of(case(outcomes=[outcome], vendor=None, lat=0, ccin_member=False))
    assert found["outcomes"][0]["value"] is None
    assert (found["lat"], found["ccin_member"]) == (0, False)
    assert not {"vendor", "lon", "fictional", "mitigations", "notes", "ethics"} & found.keys()


def test_a_made_up_case_stays_made_up() -> None:
    assert facts_of(case(fictional=True))["fictional"] is True


def test_the_text_has_its_title_and_its_headings() -> None:
    assert text_of(case()).startswith(
        "# The tea club tries a robot\n\n## What happened\n\nIt happened [1].\n\n## What the AI"
    )


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.slug)
def test_what_goes_out_fits_the_schema_that_binds_what_comes_in(one: CaseStudy) -> None:
    assert check(facts_of(one), "case-study") == []


def test_every_real_case_is_read_again_as_it_was() -> None:
    text = cases_as_json(REAL, version="1")
    assert cases_from_json(text, WORDS) == tuple(map(at_home, REAL))
    assert cases_as_json(cases_from_json(text, WORDS), version="1") == text


def test_a_file_names_its_schema_and_its_version() -> None:
    whole = json.loads(cases_as_json(CATALOGUE.cases, version="0.3.0"))
    assert (whole["schema"], whole["version"]) == ("case-study.schema.json", "0.3.0")
    assert [one["slug"] for one in whole["cases"]] == ["tea", "phones", "bins"]


def test_a_case_that_was_changed_by_hand_is_held_against_the_schema() -> None:
    text = cases_as_json([case()], version="1").replace('"status": "pilot"', '"status": "pilto"')
    with pytest.raises(ContentError, match="did you mean 'pilot'"):
        cases_from_json(text, WORDS)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cases": 7}', '{"cases": [7]}'])
def test_a_file_that_holds_no_cases_is_told_in_words(text: str) -> None:
    with pytest.raises(ContentError, match="holds no cases"):
        cases_from_json(text, WORDS)


def test_a_case_that_a_council_added_says_so_and_stays_so() -> None:
    mine = replace(case(), added=True)
    text = cases_as_json([mine, case(title="Other")], version="1")
    assert [one.get("added", False) for one in json.loads(text)["cases"]] == [True, False]
    assert [one.added for one in cases_from_json(text, WORDS)] == [True, False]
