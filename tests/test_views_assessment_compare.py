"""Then and now, and the worked example, driven as the browser drives them but without one."""

import base64
import json
import shutil

import pytest
from source import ROOT
from test_views_assessment import DATA, Visitor
from tiny import TEXT

from toolkit.progress import ProgressFile, write_progress

BEFORE = {"B1": "2", "B2": "2", "D1": "0", "E1": "1"}


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


@pytest.fixture
def visitor(tmp_path, sent):
    """Somebody who has answered the tiny instrument, which has an example of its own."""
    for folder in ("casestudies", "data/instruments", "data/examples"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data" / "instruments" / "tiny.yaml").write_text(TEXT, encoding="utf-8")
    for name, values in (("tiny", BEFORE), ("tiny-later", {**BEFORE, "D1": "2"})):
        text = file(values, example="Fenmoor Council")
        (tmp_path / "data" / "examples" / f"{name}.json").write_text(text, encoding="utf-8")
    return Visitor(tmp_path, sent)


def file(values, version=2, **more):
    return write_progress(ProgressFile("tiny", version, values, "2026-05-01", **more))


def load(visitor, slot, text, filename="may.json"):
    visitor.send(kind="upload", name=slot, value={"filename": filename, "text": text})


def downloaded(visitor):
    return base64.b64decode(visitor.last("download")["base64"])


# -- then and now -----------------------------------------------------------------------------


def test_a_file_stands_beside_the_answers_here_in_words_and_tables(visitor):
    visitor.pick(B1="3", B2="2", D1="0", E1="1")
    visitor.pick(B1__evidence="2")
    load(visitor, "then", file(BEFORE))
    assert visitor.last("place")["text"] == "section=compare"
    assert "Stage then: ‘Start’. Stage now: ‘Middle’." in visitor.words
    assert "“Then” is may.json, saved on 2026-05-01." in visitor.words
    assert "Owner (B1)</a>" in visitor.words
    assert "1 answer changed." in visitor.last("announce")["text"]
    assert visitor.widget.screen["title"].startswith("Then and now – Is the tea club ready?")


def test_comparing_leaves_the_answers_as_they_are(visitor):
    visitor.pick(B1="3")
    load(visitor, "then", file(BEFORE))
    assert visitor.kept["B1"] == "3"
    assert "B2" not in visitor.kept
    visitor.press("compare-clear")
    assert visitor.kept == {"B1": "3"}
    assert "The file from before" in visitor.words


def test_loading_other_answers_keeps_the_comparison(visitor):
    load(visitor, "then", file(BEFORE))
    visitor.load(file({"B1": "4"}))
    visitor.visit(section="compare")
    assert "“Then” is may.json" in visitor.words
    assert visitor.kept["B1"] == "4"


def test_what_is_compared_is_no_part_of_a_saved_file(visitor):
    visitor.pick(B1="3")
    load(visitor, "then", file(BEFORE))
    visitor.press("take", "summary.json")
    assert json.loads(downloaded(visitor))["values"] == {"B1": "3"}


def test_two_files_can_be_compared(visitor):
    load(visitor, "then", file(BEFORE))
    load(visitor, "now", file({**BEFORE, "B1": "3", "B1.evidence": "2"}), "oct.json")
    assert "“Now” is oct.json, saved on 2026-05-01." in visitor.words
    assert "Stage now: ‘Middle’." in visitor.words


def test_a_comparison_is_there_again_after_a_reload(visitor, tmp_path, sent):
    load(visitor, "then", file(BEFORE))
    again = Visitor(tmp_path, sent)
    again.send(kind="hello", saved={"version": 2, "values": visitor.kept}, place="section=compare")
    assert "“Then” is may.json" in again.words


def test_a_file_of_an_older_version_is_carried_over_with_a_notice(visitor):
    load(visitor, "then", file({"B9": "2"}, version=1))
    assert "Then: It was saved for version 1 of the questions" in visitor.words


def test_a_comparison_survives_a_new_version_of_the_questions(visitor, tmp_path, sent):
    load(visitor, "then", file(BEFORE))
    again = Visitor(tmp_path, sent)
    saved = {"version": 1, "values": {**visitor.kept, "B9": "3"}}
    again.send(kind="hello", saved=saved, place="section=compare")
    assert again.kept["B2"] == "3"
    assert "“Then” is may.json" in again.words


def test_notes_that_differ_are_shown_and_do_nothing(visitor):
    visitor.pick(B1="2", B1__note="<img src=x onerror=alert(1)>")
    load(visitor, "then", file({"B1": "2", "B1.note": "Ann\n& Bob"}))
    assert "Note: Ann\n&amp; Bob" in visitor.html
    assert "Note: &lt;img src=x onerror=alert(1)&gt;" in visitor.html
    assert "<img" not in visitor.html
    assert "(other words)" in visitor.words


@pytest.mark.parametrize("kept", ["x", {"values": []}, {"values": {}, "version": "2"}, ["x"]])
def test_what_a_browser_kept_and_cannot_be_used_is_left_out(visitor, kept):
    visitor.send(kind="hello", saved={"version": 2, "values": {"-then": kept}}, place="")
    visitor.visit(section="compare")
    assert "The file from before" in visitor.words


def test_a_file_that_cannot_be_used_changes_nothing(visitor):
    visitor.pick(B1="3")
    load(visitor, "then", "{")
    assert "may.json is damaged" in visitor.words
    assert "Nothing on this page was changed." in visitor.words
    assert visitor.kept == {"B1": "3"}


@pytest.mark.parametrize(
    ("form", "ending", "start"),
    [("word", "docx", b"PK"), ("html", "html", b"<!doctype html>"), ("markdown", "md", b"# Then")],
)
def test_a_comparison_can_be_taken_away(visitor, form, ending, start):
    load(visitor, "then", file(BEFORE))
    visitor.press("download-comparison", form)
    assert visitor.last("download")["name"] == f"tiny-then-and-now-2026-11-02.{ending}"
    assert downloaded(visitor).startswith(start)


# -- the worked example -----------------------------------------------------------------------


def test_the_start_offers_an_example_and_every_step_of_it_says_what_it_is(visitor):
    visitor.visit(section="start")
    assert "Look at the worked example" in visitor.words
    visitor.press("example-open")
    assert visitor.kept == {**BEFORE, "-example": "Fenmoor Council"}
    for section in ("start", "tasks", "B", "check", "result", "delete", "compare"):
        visitor.visit(section=section)
        assert "Worked example.</strong> This is a worked example. Fenmoor Council is made" in (
            visitor.words
        )
        assert "Clear the example and start your own" in visitor.words


def test_an_example_asks_before_it_replaces_answers(visitor):
    visitor.pick(B1="4", B1__note="Mine.")
    visitor.press("example-open")
    assert visitor.kept == {"B1": "4", "B1.note": "Mine."}
    assert "“The worked example” has answers to 4." in visitor.words
    visitor.press("replace-no")
    assert visitor.kept == {"B1": "4", "B1.note": "Mine."}
    visitor.press("example-open")
    visitor.press("replace-yes")
    assert visitor.kept == {**BEFORE, "-example": "Fenmoor Council"}


def test_an_example_is_cleared_in_one_action(visitor):
    visitor.press("example-open")
    visitor.pick(B1="4")
    visitor.press("example-clear")
    assert visitor.kept == {}
    assert "Worked example.</strong>" not in visitor.words
    assert "The example was cleared." in visitor.words


@pytest.mark.parametrize("form", ["summary.markdown", "summary.json", "committee.markdown"])
def test_a_report_on_an_example_says_that_it_is_made_up(visitor, form):
    visitor.press("example-open")
    visitor.press("take", form)
    assert "Fenmoor Council is made up" in downloaded(visitor).decode()


def test_a_saved_example_stays_an_example_when_it_is_loaded_again(visitor, tmp_path, sent):
    visitor.press("example-open")
    visitor.press("take", "summary.json")
    text = downloaded(visitor).decode()
    assert json.loads(text)["example"] == "Fenmoor Council"
    again = Visitor(tmp_path, sent)
    again.load(text)
    assert again.kept["-example"] == "Fenmoor Council"


def test_answers_of_ones_own_that_replace_an_example_are_no_example(visitor):
    visitor.press("example-open")
    visitor.load(file({"B1": "3"}))
    visitor.press("replace-yes")
    assert visitor.kept == {"B1": "3"}


def test_an_example_can_be_compared_with_what_became_of_it(visitor):
    visitor.press("example-open")
    visitor.visit(section="compare")
    visitor.press("compare-later")
    assert "1 answer changed." in visitor.words
    assert visitor.words.count("Then and now: This is a worked example. Fenmoor Council is") == 1


def test_an_example_that_cannot_be_read_changes_nothing(visitor, tmp_path):
    (tmp_path / "data" / "examples" / "tiny.json").write_text("{", encoding="utf-8")
    visitor.press("example-open")
    assert "The worked example cannot be read." in visitor.words
    assert visitor.kept == {}


def test_the_stage_of_a_made_up_council_says_nothing_about_a_real_proposal(tmp_path, sent):
    shutil.copytree(DATA, tmp_path / "data" / "instruments")
    shutil.copytree(ROOT / "data" / "examples", tmp_path / "data" / "examples")
    (tmp_path / "casestudies").mkdir()
    visitor = Visitor(tmp_path, sent)
    visitor.visit(instrument="readiness", section="start")
    visitor.press("example-open")
    visitor.visit(instrument="proposal", section="T")
    visitor.pick(T1="ranks")
    visitor.visit(instrument="proposal", section="result")
    assert "readiness allows" not in visitor.words
    visitor.visit(instrument="proposal", section="start")
    visitor.press("example-open")
    visitor.press("replace-yes")
    visitor.visit(instrument="proposal", section="result")
    assert "readiness allows nothing above tier 1" in visitor.words


def test_an_address_from_when_there_was_one_assessment_leads_to_it(tmp_path, sent):
    shutil.copytree(DATA, tmp_path / "data" / "instruments")
    (tmp_path / "casestudies").mkdir()
    visitor = Visitor(tmp_path, sent)
    visitor.visit(section="B", question="B1")
    assert "Good governance</h2>" in visitor.words
    visitor.send(kind="place", value="")
    assert "Choose a self-assessment" in visitor.words


def test_a_message_about_one_assessment_does_not_stand_under_another(tmp_path, sent):
    shutil.copytree(DATA, tmp_path / "data" / "instruments")
    (tmp_path / "casestudies").mkdir()
    visitor = Visitor(tmp_path, sent)
    visitor.visit(instrument="readiness", section="delete")
    visitor.press("delete-yes")
    assert "were deleted from this browser" in visitor.words
    visitor.visit(instrument="proposal", section="start")
    assert "were deleted from this browser" not in visitor.words
    visitor.visit(instrument="readiness", section="start")
    assert "were deleted from this browser" in visitor.words
