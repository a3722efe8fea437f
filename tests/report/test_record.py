import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import DRAFTING, GOOD, loaded, material_of, reported
from source import ROOT

from toolkit.assessment.answer import Answer
from toolkit.document.blocks import Heading
from toolkit.document.markdown import as_markdown
from toolkit.report.record import OWNER_BLANK, Origin, draft_record
from toolkit.report.record_data import record_json, record_sheet
from toolkit.report.record_document import record_document
from toolkit.report.standard import Fill, load_standard
from toolkit.sheet import read_sheet

STANDARD = load_standard(ROOT)
FILLED = {
    "description",
    "supplier_involvement",
    "data_access_terms",
    "scope",
    "alternatives_considered",
    "process_integration",
    "human_decisions",
    "phase",
    "source_data_description",
}


def entries(**values):
    return {e.field.id: e for e in draft_record(material_of("proposal", **values), STANDARD)}


def filled(found):
    return {name for name, entry in found.items() if entry.text}


def words(**values):
    return as_markdown(record_document(material_of("proposal", **values), STANDARD))


def test_only_what_an_answer_states_is_filled_in():
    found = entries(**DRAFTING)
    assert filled(found) == FILLED
    assert found["phase"].text == "A trial with an end date. (On GOV.UK's list: Beta/Pilot)"
    assert found["phase"].origin.id == "T7"
    assert found["external_supplier"].text == ""  # nobody was asked for its name


def test_an_answer_that_does_not_state_the_fact_fills_nothing():
    assert entries(T5="own")["data_access_terms"].text == ""
    assert entries(T4="personal")["sensitive_attributes"].text == ""
    assert entries(T4="special")["sensitive_attributes"].text.startswith("Special category")


def test_nothing_is_filled_where_nothing_is_known():
    assert filled(entries()) == set()
    assert filled(entries(T7="unknown", T1="unknown")) == set()


def test_no_score_ever_fills_a_field():
    assert filled(entries(**GOOD)) == FILLED  # every safeguard in use and shown adds nothing


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            question.id: st.sampled_from([choice.id for choice in question.choices])
            for question in loaded("proposal").questions
            if question.points
        }
    )
)
def test_whatever_is_answered_on_scales_the_draft_stays_blank(picked):
    found = {name: Answer("answered", choice, 3) for name, choice in picked.items()}
    assert not any(e.text for e in draft_record(reported(loaded("proposal"), found), STANDARD))


def test_a_note_stands_beside_the_field_to_draw_on_and_never_in_it():
    found = entries(S14="3", S14__note="“It is on our page.”")["website"]
    assert found.text == ""
    assert [(question.id, note) for question, note in found.notes] == [
        ("S14", "“It is on our page.”")
    ]
    text = words(S14="3", S14__note="<b>Hello</b>")
    assert "To draw on, a note on Publishing it (S14):\n\n> &lt;b&gt;Hello&lt;/b&gt;" in text


def test_what_is_told_to_the_public_is_no_note_on_what_the_tool_tells_staff():
    found = entries(S6="3", S6__note="“You are talking to a machine.”")
    assert [name for name, entry in found.items() if entry.notes] == []


def test_every_blank_is_marked_for_the_owner():
    found = entries(**DRAFTING)
    text = words(**DRAFTING)
    assert text.count(f"**{OWNER_BLANK}.**") == len(found) - len(FILLED)
    assert text.count(f"**{OWNER_BLANK}: check and add.**") == len(FILLED)


def test_it_says_on_its_first_line_that_it_is_not_published():
    text = words()
    assert text.split("\n\n")[1].startswith("**Draft, not published.**")
    assert "Compare this draft with the template before you publish." in text
    for seen in (*STANDARD.versions, STANDARD.record):
        assert f"[{seen.name}](<{seen.source}>). {seen.note}" in text
    assert "fingerprint" in text
    assert "not legal advice" in text


def test_fields_are_named_and_numbered_by_version():
    found = record_document(material_of("proposal"), STANDARD)
    names = [b.text for b in found.blocks if isinstance(b, Heading) and b.level == 3]
    assert names == [one.name for s in STANDARD.sections for one in STANDARD.fields
                     if one.section == s.id]  # fmt: skip
    text = as_markdown(found)
    assert "Your council's full name. ATRS 1.1: 1.1, required. ATRS 2.1: 2.1.1." in text
    assert "How far along it is. ATRS 1.1: 2.6, required. ATRS 2.1: not checked." in text


def test_the_table_and_the_data_hold_the_same_as_the_document():
    material = material_of("proposal", **DRAFTING | {"T7__note": "=1+1"})
    rows = read_sheet(record_sheet(material, STANDARD))
    data = json.loads(record_json(material, STANDARD))
    assert len(rows) == len(data["fields"]) == len(STANDARD.fields)
    assert "They were not written to be published." in data["notes_warning"]
    for row, field in zip(rows, data["fields"], strict=True):
        assert row["notes_warning"] == (data["notes_warning"] if row["notes"] else "")
        assert (row["field"], row["text"], row["standing"], row["notes"]) == (
            field["field"],
            field["text"],
            field["standing"],
            field["notes"],
        )
        assert row["state"] == data["state"] == "Draft, not published"
    by_field = {row["field"]: row for row in rows}
    assert by_field["phase"]["from"] == "T7: How far along is it?"
    assert (by_field["phase"]["number_1.1"], by_field["phase"]["number_2.1"]) == ("2.6", "")
    assert by_field["team"]["standing"] == OWNER_BLANK


def test_a_worked_example_is_marked_in_the_table_and_the_data():
    material = replace(material_of("proposal"), example="Anytown", notices="Anytown is made up.")
    rows = read_sheet(record_sheet(material, STANDARD))
    for found in (*rows, json.loads(record_json(material, STANDARD))):
        assert (found["example"], found["notices"]) == ("Anytown", "Anytown is made up.")


def about(owner="Head of Care", **values):
    beside = {
        "about.name": "Call notes",
        "about.purpose": "It writes up\ncalls.",
        "about.owner": owner,
        "about.link": "https://example.org/notes",
    }
    material = replace(material_of("proposal", **values), beside=beside)
    return {entry.field.id: entry for entry in draft_record(material, STANDARD)}


def test_what_was_typed_about_the_proposal_fills_the_fields_it_states():
    found = about(T1="drafts")
    assert {name: entry.text for name, entry in found.items() if entry.text} == {
        "name": "Call notes",
        "description": "It writes up calls.",  # and not only what kind of tool it is
        "website": "https://example.org/notes",
        "senior_responsible_owner": "Head of Care",
    }
    assert found["name"].origin == Origin("about.name", "What is the proposal called?")


@pytest.mark.parametrize(
    ("owner", "field"),
    [
        ("Head of the web team", "senior_responsible_owner"),
        ("Manager/reviewer", "senior_responsible_owner"),
        ("The Digital Team.", "team"),
        ("Housing", None),  # it does not say whether that is a team
    ],
)
def test_an_owner_fills_the_field_that_the_words_plainly_fit(owner, field):
    found = about(owner)
    stated = [name for name in ("team", "senior_responsible_owner") if found[name].text]
    assert stated == ([field] if field else [])


def test_no_heading_says_the_same_thing_twice():
    headings = [line for line in words().splitlines() if line.startswith("## ")]
    assert headings[:2] == ["## Metadata", "## Overview (Tier 1)"]


def test_no_note_is_worked_out_as_a_formula():
    text = record_sheet(material_of("proposal", T7="trial", T7__note="=1+1"), STANDARD)
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert not [row for row in rows if row["notes"].startswith("=")]


def test_a_field_that_names_a_scored_question_stays_blank():
    team = next(one for one in STANDARD.fields if one.id == "team")
    careless = replace(STANDARD, fields=(replace(team, fill={"proposal": Fill("S1")}),))
    [entry] = draft_record(material_of("proposal", **GOOD), careless)
    assert (entry.text, entry.origin) == ("", None)
