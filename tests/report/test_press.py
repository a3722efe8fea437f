import json
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import DRAFTING, material_of
from source import ROOT
from tiny import tiny

from toolkit.assessment.instrument import parse_instrument
from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.scoring import score
from toolkit.errors import ContentError
from toolkit.report.form import KINDS
from toolkit.report.press import Press

PRESS = Press(ROOT)
EVERY = [
    (slug, kind, form)
    for slug in ("readiness", "proposal")
    for kind, found in KINDS.items()
    for form in found.forms
    if (slug, kind) != ("readiness", "atrs")
]


def make(slug, kind, form, **values):
    return PRESS.make(material_of(slug, **values), kind, form)


@pytest.mark.parametrize(("slug", "kind", "form"), EVERY)
def test_every_report_carries_version_fingerprint_and_what_it_is_not(slug, kind, form):
    made = make(slug, kind, form)
    text = made.content
    if isinstance(text, bytes):
        text = "\n".join(p.text for p in docx.Document(BytesIO(text)).paragraphs)
    fingerprint = material_of(slug).instrument.fingerprint
    assert fingerprint in text
    assert SCOPE in text
    assert "2026-11-02" in text or "2 November 2026" in text


@pytest.mark.parametrize(("slug", "kind", "form"), EVERY)
def test_every_report_has_a_name_of_its_own(slug, kind, form):
    made = make(slug, kind, form)
    ending = {"word": "docx", "markdown": "md"}.get(form, form)
    assert made.name == f"{slug}-{KINDS[kind].file}-2026-11-02.{ending}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_three_forms_of_prose_say_the_same(kind):
    material = material_of("proposal", **DRAFTING | {"T1__note": "Ann & <b>Bo</b>\n- 1 * 2"})
    word = docx.Document(BytesIO(PRESS.make(material, kind, "word").content))
    html = PRESS.make(material, kind, "html").content
    text = PRESS.make(material, kind, "markdown").content
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert [line.lstrip("# ").replace("\\", "") for line in text.splitlines()
            if line.startswith("#")] == headings  # fmt: skip
    assert html.count("<h") - html.count("<html") - html.count("<head") == len(headings)


def test_a_word_file_is_titled_in_british_english_with_headings_and_table_headers():
    made = make("proposal", "committee", "word", **DRAFTING)
    word = docx.Document(BytesIO(made.content))
    title = "Report to committee (draft): Should this proposal go ahead?"
    assert word.core_properties.title == word.paragraphs[0].text == title
    assert word.core_properties.language == "en-GB"
    levels = [int(p.style.name[-1]) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert len(word.tables) >= 3
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=60))
def test_a_note_of_any_kind_can_be_written_in_every_form(note):
    material = material_of("proposal", T1="drafts", T1__note=note)
    for kind, found in KINDS.items():
        for form in found.forms:
            assert PRESS.make(material, kind, form).content


def test_an_assessment_of_a_council_has_no_record_of_a_tool():
    with pytest.raises(LookupError, match=r"has no report of the kind ‘atrs’. Use one of: summary"):
        make("readiness", "atrs", "word")


def test_a_form_that_a_report_does_not_come_in_is_refused():
    with pytest.raises(LookupError, match="does not come as csv. Use one of: word, html, markdown"):
        make("proposal", "committee", "csv")


def test_what_the_reader_must_know_goes_into_every_kind_of_prose():
    material = replace(material_of("proposal"), notices="B8 was left out.")
    for kind in KINDS:
        assert "B8 was left out." in PRESS.make(material, kind, "markdown").content


def test_the_saved_answers_hold_the_result_too():
    made = make("proposal", "summary", "json", **DRAFTING)
    assert json.loads(made.content)["result"]["outcome"]["id"] == "do-not-proceed"


def test_the_whole_report_needs_none_of_the_files_that_shape_the_others(tmp_path):
    material = material_of("proposal")
    assert Press(tmp_path).make(material, "summary", "html").content
    with pytest.raises(ContentError, match="committee.yaml has 1 problem"):
        Press(tmp_path).make(material, "committee", "html")


def derived():
    """Return the material of a worked proposal whose instrument a council made its own."""
    text = (ROOT / "data" / "instruments" / "proposal.yaml").read_text(encoding="utf-8")
    own = parse_instrument(text.replace("id: proposal", "id: mine", 1), "mine.yaml")
    material = material_of("proposal", **DRAFTING)
    return replace(material, result=replace(material.result, instrument=own))


@pytest.mark.parametrize("kind", ["committee", "atrs"])
def test_an_instrument_made_from_ours_has_the_same_answers_in_its_reports(kind):
    ours = PRESS.make(material_of("proposal", **DRAFTING), kind, "markdown").content
    made = PRESS.make(derived(), kind, "markdown").content
    told = "It is filled in as for the self-assessment ‘proposal’"
    assert told in made
    assert told not in ours
    assert len(made.splitlines()) == len(ours.splitlines()) + 2  # the sentence, and a blank line


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_data_of_its_record_are_the_same_too(form):
    ours = PRESS.make(material_of("proposal", **DRAFTING), "atrs", form).content
    made = PRESS.make(derived(), "atrs", form).content
    assert made.count("check and add") == ours.count("check and add") > 0


def test_where_nobody_said_what_belongs_where_the_report_says_so():
    tiny_material = material_of("readiness")
    own = replace(tiny(), id="own")
    material = replace(tiny_material, result=score(own, {}), answers={})
    assert "atrs" not in PRESS.kinds(own)
    made = PRESS.make(material, "committee", "markdown").content
    assert "Nobody has said yet which answers to this self-assessment belong where." in made
