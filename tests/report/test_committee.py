from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import DRAFTING, GOOD, loaded, material_of, reported

from toolkit.assessment.answer import Answer
from toolkit.assessment.proposal_rules import OUTCOMES
from toolkit.document.blocks import Bullets, Heading, Table
from toolkit.document.markdown import as_markdown
from toolkit.report.committee import committee_report
from toolkit.report.committee_part import BLANK, load_parts
from toolkit.report.proposal_matter import AT_MOST

PARTS = load_parts()


def document(slug="proposal", stage=None, **values):
    return committee_report(material_of(slug, stage, **values), PARTS)


def text(slug="proposal", stage=None, **values):
    return as_markdown(document(slug, stage, **values))


def headings(found, level):
    return [b.text for b in found.blocks if isinstance(b, Heading) and b.level == level]


def recommendations(found):
    return next(b for b in found.blocks if isinstance(b, Bullets) and b.numbered).items


@pytest.mark.parametrize("slug", ["readiness", "proposal"])
def test_the_parts_come_in_the_order_councils_use(slug):
    found = document(slug)
    assert headings(found, 2) == [
        "1. Purpose of the report",
        "2. Recommendations",
        "3. Background",
        "4. Options",
        "5. Implications",
        "6. Consultation",
        "7. Background papers",
    ]
    within = ["Legal", "Equality", "Data protection", "Staff", "Finance", "Risk"]
    assert headings(found, 3)[-6:] == within


@pytest.mark.parametrize("slug", ["readiness", "proposal"])
def test_it_is_marked_as_a_draft_and_says_what_it_is_not(slug):
    found = text(slug)
    assert "**Draft.** This is a draft, made from the answers to a self-assessment." in found
    assert "It is not legal advice." in found
    assert f"fingerprint {loaded(slug).fingerprint}" in found
    assert "Report of 2 November 2026" in found


@pytest.mark.parametrize("slug", ["readiness", "proposal"])
def test_every_part_that_needs_its_author_says_what_to_add(slug):
    found = text(slug)
    for part in PARTS.parts:
        assert not part.author or f"**{BLANK}.** {part.author}" in found
    assert "The self-assessment does not ask what it costs." in found


def test_a_part_is_filled_from_the_answers_that_bear_on_it():
    found = text(**DRAFTING | {"S1": "3", "S1__evidence": "1"})
    staff = found.split("### Data protection")[1].split("### Staff")[0]
    assert "**Personal data (T4):** Personal data: names, addresses" in staff
    assert "Evidence: Somebody said so (so this is claimed, not shown)." in staff
    assert "**Security (S11):** Not answered" in staff


def test_a_note_is_quoted_once():
    assert text(**DRAFTING | {"S1": "3", "S1__note": "Signed in May."}).count("Signed in May.") == 1


def test_conditions_have_blanks_for_owner_and_date():
    [table] = [
        b
        for b in document(**GOOD | {"S5": "2"}).blocks
        if isinstance(b, Table) and b.header[0] == "Condition"
    ]
    assert [row[0] for row in table.rows] == ["Human review (S5)"]
    assert table.rows[0][2:] == ("Not in use", BLANK, BLANK)


def test_open_red_lines_are_among_the_recommendations():
    certain = recommendations(document(**GOOD | {"S13": "1"}))
    assert any(str(i).startswith("Ask that this red line be closed first: It ca") for i in certain)
    unknown = recommendations(document(**GOOD | {"S13": "unknown"}))
    assert any(str(i).startswith("Ask that this red line be looked into first") for i in unknown)


def test_what_is_not_known_is_among_the_recommendations():
    found = recommendations(document(**GOOD | {"S13": "unknown"}))
    assert "Note that 1 answer of 20 is not known. What is not known counts at its worst." in found


ANY = st.fixed_dictionaries(
    {
        question.id: st.sampled_from(
            [None, Answer("unknown")]
            + [Answer("answered", c.id, evidence=g) for c in question.choices for g in (0, 2)]
        )
        for question in loaded("proposal").questions
    }
).map(lambda found: {name: answer for name, answer in found.items() if answer})


@settings(max_examples=20, deadline=None)
@given(ANY, st.sampled_from([None, "not-yet", "foundations", "high-tier"]))
def test_nothing_more_is_recommended_than_the_outcome_says(found, stage):
    material = reported(loaded("proposal"), found, stage)
    first, *others = recommendations(committee_report(material, PARTS))
    assert first[0].text == AT_MOST[material.result.outcome.id]
    assert all(str(item).startswith(("Ask ", "Note ")) for item in others)


@pytest.mark.parametrize("worse", OUTCOMES[:2])
def test_below_a_pilot_nothing_that_goes_ahead_is_recommended(worse):
    assert AT_MOST[worse].startswith("Not agree")


@pytest.mark.parametrize(
    ("changes", "trial", "whole"),
    [
        ({}, "allows", "allows"),
        ({"S5": "2"}, "allows", "does not support"),
        ({"S13": "1"}, "does not support", "does not support"),
    ],
)
def test_options_go_no_further_than_the_outcome(changes, trial, whole):
    [table] = [
        b for b in document(**GOOD | changes).blocks
        if isinstance(b, Table) and b.header[0] == "Option"
    ]  # fmt: skip
    options = {row[0]: row[1] for row in table.rows}
    assert options["A trial with conditions and an end date"].endswith(f"{trial} this.")
    assert options["Go ahead as described"].endswith(f"{whole} this.")
    assert all(row[2] == BLANK for row in table.rows)


def test_the_councils_own_stage_bears_on_what_is_recommended():
    assert AT_MOST["proceed"] in text(**GOOD)
    assert AT_MOST["rethink"] in text(stage="not-yet", **GOOD)


def test_readiness_asks_for_no_tool_to_be_approved():
    found = text("readiness", B1="3", B1__evidence="2")
    assert "Note that this does not approve the use of any AI tool." in found
    assert "| A register of AI in use (B3): missing | Must be in place |" in found


def test_what_shows_an_answer_is_listed_for_the_author_to_name():
    papers = text(**DRAFTING | {"S1": "3", "S1__evidence": "2", "S5": "3"}).split("## 7")[1]
    assert "What shows the answer on Lawful basis and DPIA (S1): to be completed" in papers
    assert "Human review" not in papers


def test_an_assessment_that_no_part_knows_gets_blanks_and_no_answers_it_made_up():
    material = material_of("proposal", **DRAFTING)
    strange = replace(material, result=replace(material.result, instrument=replace(
        material.instrument, id="strange")))  # fmt: skip
    found = as_markdown(committee_report(strange, PARTS))
    assert "What the self-assessment was told:" not in found
    assert found.count(f"**{BLANK}.**") == 12


def test_the_subject_is_what_the_proposal_is_called():
    named = replace(material_of("proposal"), beside={"about.name": "Call notes"})
    for material, subject in ((named, "Call notes"), (material_of("proposal"), BLANK)):
        found = committee_report(material, PARTS)
        table = next(block for block in found.blocks if isinstance(block, Table))
        assert dict(table.rows) == dict.fromkeys(dict(table.rows), BLANK) | {"Subject": subject}
