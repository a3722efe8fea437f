import dataclasses

import pytest
from tiny import TEXT, tiny

from toolkit.assessment.instrument import (
    instrument_paths,
    load_instrument,
    parse_instrument,
    read_instrument,
)
from toolkit.errors import ContentError


def test_a_file_becomes_areas_questions_gates_and_stages():
    instrument = tiny()
    assert [area.id for area in instrument.areas] == ["B", "D", "E"]
    assert [question.id for question in instrument.by_area["E"]] == ["E1", "E2"]
    assert instrument.gates[0].name == "a named owner"
    assert instrument.stages.place("end") == 2


def test_the_limits_of_an_area_come_from_its_steps():
    assert tiny().limits == {"B": (0, 4), "D": (0, 4), "E": (0, 4)}


def test_an_area_of_questions_without_points_has_no_limits():
    text = TEXT.replace(
        "anchors: [No., Talk., Written., Done., Checked.]\n    evidence_prompt: The rota.",
        "choices: [{id: cups, text: Cups}, {id: mugs, text: Mugs}]\n    evidence_prompt: The rota.",
    ).replace("reaches: 2}]\n    source: our judgement\n  - id: E1", "reaches: cups}]\n"
              "    source: our judgement\n  - id: E1")  # fmt: skip
    assert set(parse_instrument(text, "tiny.yaml").limits) == {"B", "E"}


def test_an_instrument_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        tiny().version = 3


def test_the_fingerprint_follows_the_content_and_not_the_layout():
    again = parse_instrument("# A comment.\n" + TEXT, "tiny.yaml")
    other = parse_instrument(TEXT.replace("Tea needs rules", "Tea needs more rules"), "tiny.yaml")
    assert again.fingerprint == tiny().fingerprint
    assert other.fingerprint != tiny().fingerprint


def test_reading_a_file_is_parsing_its_text(tmp_path):
    path = tmp_path / "tiny.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert read_instrument(path) == tiny()


def test_every_problem_of_a_file_is_told_at_once():
    text = TEXT.replace("minutes: 2\n", "").replace("area: D", "area: Q")
    with pytest.raises(ContentError) as refused:
        parse_instrument(text, "tiny.yaml")
    told = [problem.where for problem in refused.value.problems]
    assert told == ["minutes", "questions, item 3 (D1), area", "areas, item 2 (D)"]


def test_an_unknown_instrument_is_answered_with_the_nearest_name():
    with pytest.raises(LookupError, match="did you mean 'readiness'"):
        load_instrument("redyness")


def test_instruments_are_found_by_folder(tmp_path):
    folder = tmp_path / "data" / "instruments"
    folder.mkdir(parents=True)
    (folder / "tiny.yaml").write_text(TEXT, encoding="utf-8")
    assert [path.stem for path in instrument_paths(tmp_path)] == ["tiny"]
    assert load_instrument("tiny", tmp_path) == tiny()
