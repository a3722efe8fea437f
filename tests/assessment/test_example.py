"""The worked examples that are shipped: whole, marked as made up, and worth looking at."""

import json

import pytest
from reading_age import hard_sentences, reading_age
from source import ROOT
from tiny import TEXT

from toolkit.assessment.example import LATER, example_problems, has_example, load_example
from toolkit.assessment.instrument import instrument_paths, read_instrument
from toolkit.assessment.run import run_of
from toolkit.progress import ProgressFile, write_progress

INSTRUMENTS = {path.stem: read_instrument(path) for path in instrument_paths()}
OURS = ("proposal", "readiness")
FILES = sorted((ROOT / "data" / "examples").glob("*.json"))


def run(slug, part=""):
    saved = load_example(INSTRUMENTS[slug], part=part)
    return run_of(INSTRUMENTS[slug], saved, slug)


@pytest.mark.parametrize("slug", OURS)
def test_each_of_our_assessments_has_an_example(slug):
    assert has_example(INSTRUMENTS[slug])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_fits_its_instrument_and_is_marked_as_made_up(path):
    slug = path.stem.removesuffix(LATER)
    saved = load_example(INSTRUMENTS[slug], part=path.stem.removeprefix(slug))
    found = run_of(INSTRUMENTS[slug], saved, path.name)
    assert saved.version == INSTRUMENTS[slug].version
    assert found.notices == ""
    assert found.example == "Fenmoor Council"
    assert found.result.counts.unanswered == 0
    assert found.result.set_aside == ()
    assert json.loads(path.read_text(encoding="utf-8"))["about"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_notes_of_an_example_are_plain(path):
    values = json.loads(path.read_text(encoding="utf-8"))["values"]
    notes = [text for name, text in values.items() if name.endswith((".note", ".reason"))]
    assert len(notes) >= 20
    assert hard_sentences(notes) == []
    assert reading_age(notes) <= 12


def test_the_council_of_the_example_is_half_way_and_shows_every_kind_of_answer():
    found = run("readiness")
    assert found.result.stage.stage.id == "foundations"
    assert {answer.state for answer in found.answers.values()} == {
        "answered",
        "unknown",
        "not_applicable",
    }
    assert {answer.choice for answer in found.answers.values()} >= {"0", "1", "2", "3"}
    assert [gate.question.id for gate in found.result.gates if gate.claimed and not gate.met] == [
        "B5"
    ]


def test_the_proposal_of_the_example_has_one_open_red_line_which_is_closed_later():
    before, after = run("proposal"), run("proposal", LATER)
    assert [line.line.id for line in before.result.open_lines] == ["person"]
    assert before.result.outcome.id == "do-not-proceed"
    assert after.result.open_lines == ()
    assert after.result.outcome.id == "proceed"
    assert before.saved < after.saved


def test_an_instrument_without_an_example_has_none(tmp_path):
    assert not has_example(INSTRUMENTS["readiness"], tmp_path)


# -- what `toolkit check` says of an example --------------------------------------------------


def told(folder, values, name="tiny.json", document="tiny", version=2, example="Fenmoor Council"):
    (folder / "data" / "instruments").mkdir(parents=True)
    (folder / "data" / "instruments" / "tiny.yaml").write_text(TEXT, encoding="utf-8")
    path = folder / name
    saved = ProgressFile(document, version, values, example=example)
    path.write_text(write_progress(saved), encoding="utf-8")
    return [str(problem) for problem in example_problems(path, folder)]


def test_a_sound_example_is_silent(tmp_path):
    assert told(tmp_path, {"B1": "3"}) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"values": {"B7": "3"}}, "B7: there is no such question; use one of: B1, B2, D1, E1, E2"),
        ({"document": "tinny"}, "document: There is no self-assessment 'tinny'; did you mean"),
        ({"name": "old.json"}, "file name: is an example for 'tiny'; call it tiny.json, or"),
        ({"example": ""}, "example: does not say that it is made up; write: "),
        ({"version": 1}, "version: is for version 1, and the questions have version 2; load it"),
        ({"version": 3}, "file: was saved by a newer version of this page"),
    ],
)
def test_what_is_wrong_with_an_example_is_told(tmp_path, changes, message):
    [problem] = told(tmp_path, **{"values": {"B1": "3"}, **changes})
    assert problem.startswith(message)
