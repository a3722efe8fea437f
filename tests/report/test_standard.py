import json
import os
from pathlib import Path

import pytest
from reported import loaded
from source import ROOT

from toolkit.errors import ContentError
from toolkit.report.standard import load_standard, read_standard

# What was read of the standard, where a copy of it is at hand; it is not part of the toolkit.
REFERENCE = Path(os.environ.get("TOOLKIT_REFERENCE", ROOT.parent / "shared" / "reference")) / "atrs"
STANDARD = load_standard(ROOT)
BY_ID = {one.id: one for one in STANDARD.fields}

needs_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason="no copy of the standard here")


def in_version(version):
    return {one.id: one.versions[version] for one in STANDARD.fields if version in one.versions}


def reference(name):
    return json.loads((REFERENCE / name).read_text(encoding="utf-8"))["fields"]


@needs_reference
def test_version_1_1_is_whole_with_every_number_and_what_is_required():
    theirs = {
        one["id"]: (one["ref"] or "", one["required"], one["multi"])
        for one in reference("atrs_v1_1_fields.json")
    }
    ours = {
        name: (said.number, said.required, BY_ID[name].many)
        for name, said in in_version("1.1").items()
    }
    assert ours == theirs


@needs_reference
def test_numbers_of_version_2_1_are_those_that_were_read():
    read = {one["ref"] for one in reference("atrs_later_fields_partly_verified.json") if one["ref"]}
    assert {said.number for said in in_version("2.1").values() if said.number} == read


@needs_reference
def test_the_words_for_a_phase_are_those_of_gov_uk():
    schema = (REFERENCE / "algorithmic_transparency_records.schema.json").read_text("utf-8")
    assert all(f'"{word}"' in schema for word in BY_ID["phase"].fill["proposal"].govuk.values())


def test_version_1_1_has_37_fields_and_all_were_checked():
    fields = in_version("1.1")
    assert len(fields) == 37
    assert all(said.checked and said.number is not None for said in fields.values())


def test_a_number_that_was_not_read_is_not_given():
    for said in in_version("2.1").values():
        assert (said.number is not None) == said.checked
    assert in_version("3.0") == {}
    assert [version.id for version in STANDARD.versions if version.complete] == ["1.1"]


def test_only_questions_without_a_score_may_fill_a_field():
    for one in STANDARD.fields:
        for slug, fill in one.fill.items():
            question = loaded(slug).by_id[fill.question]
            assert question.points == ()
            assert {*fill.only, *fill.govuk} <= set(question.by_choice)


def test_every_field_that_a_question_bears_on_exists():
    for slug in ("readiness", "proposal"):
        named = {name for question in loaded(slug).questions for name in question.atrs}
        assert named - set(BY_ID) == set()


TEXT = """
title: Fields
checked: 2026-11-22
template: https://www.gov.uk/template
not_checked: Not much was seen.
record: {name: Chat, source: "https://b.example", note: Its opening.}
versions: [{id: "1.1", name: One, complete: true, source: "https://a.example", note: Read.}]
sections: [{id: owner, title: Owner, tier: Tier 2}]
fields:
  - {id: team, name: Team, section: owner, asks: Who., in: {"1.1": {number: "1.2"}}}
  - {id: role, name: Role, section: owner, asks: What., in: {"1.1": {checked: false}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("section: owner", "section: ownr", "there is no section 'ownr'; did you mean 'owner'?"),
        ('in: {"1.1"', 'in: {"1.2"', "there is no version '1.2'; did you mean '1.1'?"),
        ("id: role", "id: team", "'team' is there twice; keep one"),
        ("id: team,", "id: team, fill: {about: boss},", "name what people type about a proposal"),
        ("asks: Who., ", "", "asks: missing; say in one sentence what belongs there"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path, old, new, words):
    path = tmp_path / "atrs.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read_standard(path)
    assert words in str(refused.value)


def test_what_is_not_set_stays_unknown(tmp_path):
    path = tmp_path / "atrs.yaml"
    path.write_text(TEXT, encoding="utf-8")
    team, role = read_standard(path).fields
    assert (team.versions["1.1"].required, team.many, team.published) == (None, False, "")
    assert (role.versions["1.1"].number, role.versions["1.1"].checked) == (None, False)
