"""A questionnaire of pages in the app, driven as the browser drives it but without one."""

import json
import re
from base64 import b64decode
from datetime import date
from urllib.parse import urlencode

import pytest
import survey_oracle
from tiny import TEXT

from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.progress import ProgressFile, write_progress
from toolkit.views.assessment import show_assessments

SURVEY = survey_oracle.TEA.read_text(encoding="utf-8")
TEA = read_own_instrument("tea.json", SURVEY)[1]
OTHER = TEXT.replace("id: tiny", "id: other")


class Visitor:
    """Sends what a browser would send, to every widget of the page."""

    def __init__(self, root, sent):
        self.widget = show_assessments(root, today=lambda: date(2026, 11, 2))
        self.sent = sent
        self.number = 0
        self.place = ""

    @property
    def widgets(self):
        return getattr(self.widget, "children", (self.widget,))

    def send(self, **message):
        self.number += 1
        for widget in self.widgets:
            widget._receive({**message, "number": self.number})

    def visit(self, **place):
        self.send(kind="place", value=urlencode(place))

    def pick(self, name, value):
        self.send(kind="change", name=name, value=value, keep=True)

    def press(self, name, value=None):
        self.send(kind="action", name=name, value=value)

    def load(self, text, filename="mine.json", name="answers"):
        self.send(kind="upload", name=name, value={"filename": filename, "text": text})

    @property
    def words(self):
        return " ".join("".join(widget.screen["html"] for widget in self.widgets).split())

    @property
    def kept(self):
        return self.widgets[-1].screen["kept"]

    def last(self, kind):
        return [message for message in self.sent if message["kind"] == kind][-1]


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


@pytest.fixture
def visit(tmp_path, sent):
    def start(**instruments):
        folder = tmp_path / "data" / "instruments"
        folder.mkdir(parents=True)
        for name, text in instruments.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return Visitor(tmp_path, sent)

    return start


@pytest.fixture
def tea(visit):
    return visit(tea=TEA)


@pytest.fixture
def many(visit):
    return visit(tiny=TEXT, other=OTHER)


# -- answering -----------------------------------------------------------------------------------


def test_the_start_says_what_it_is_and_shows_what_its_authors_say(tea):
    for words in ("Up to 12 questions in 3 pages", "kept in this browser", "not legal advice"):
        assert words in tea.words
    assert 'href="https://example.org/tea"' in tea.words


def test_only_pages_with_something_to_ask_are_listed(tea):
    tea.visit(section="tasks")
    assert "section=club" in tea.words
    assert "section=planning-MS" not in tea.words
    tea.pick("stage", "plan")
    assert "section=planning-MS" in tea.words
    assert "section=brewing-MS" not in tea.words


def test_each_kind_of_question_has_its_control(tea):
    tea.visit(section="club")
    tea.pick("scald", "c-5")
    tea.pick("spills", ["jam"])
    assert re.search('<select[^>]*name="stage"', tea.words)
    assert re.search('<input[^>]*inputmode="decimal"[^>]*>', tea.words)
    assert re.search('<input[^>]*name="scald" type="radio"', tea.words)
    assert re.search('<input[^>]*name="spills" type="checkbox"[^>]*value="jam" checked', tea.words)
    assert re.search('<textarea[^>]*name="spillNote"', tea.words)
    assert "Think of children." in tea.words


def test_nothing_is_picked_before_the_visitor_picks(tea):
    tea.visit(section="club")
    assert not re.search("<input[^>]* checked", tea.words)


def test_choices_in_order_of_the_alphabet_are_sorted_in_the_language_shown(tea):
    tea.visit(section="club")
    assert tea.words.index(">Brewing<") < tea.words.index(">Planning<")


def test_an_answer_is_kept_branches_and_its_result_is_said(tea):
    tea.visit(section="club")
    assert 'name="spills"' not in tea.words
    tea.pick("scald", "b-3")
    assert 'name="spills"' in tea.words
    assert tea.kept == {"scald": "b-3"}
    assert tea.last("announce")["text"] == "Level II, 3 points so far. 6 questions left."


def test_words_are_kept_without_a_word(tea):
    tea.pick("spillNote", "<b>Oh</b>")
    assert tea.kept == {"spillNote": "<b>Oh</b>"}
    assert not [message for message in tea.sent if message["kind"] == "announce"]


def test_a_number_that_is_none_is_said_and_stays_in_its_box(tea):
    tea.visit(section="club")
    tea.pick("cups", "lots")
    assert tea.last("announce")["text"] == "That is not a number, so it does not count yet."
    assert 'value="lots"' in tea.words
    assert "Enter a number, for example 12.5" in tea.words
    tea.pick("cups", "12")
    assert "Enter a number" not in tea.words


def test_an_emptied_answer_is_no_answer(tea):
    tea.pick("scald", "b-3")
    tea.pick("spills", [])
    tea.pick("stage", "")
    assert tea.kept == {"scald": "b-3"}


def test_an_answer_that_is_no_longer_asked_for_is_shown_and_can_be_cleared(tea):
    tea.visit(section="club")
    for value in (("scald", "b-3"), ("spills", ["tea-2"]), ("scald", "a-0")):
        tea.pick(*value)
    assert "not asked any more" in tea.words
    assert (
        tea.last("announce")["text"]
        == "Level I, 2 points so far. Handed in now: level I, 0 points. 5 questions left."
    )
    tea.press("clear", "spills")
    assert tea.kept == {"scald": "a-0"}
    assert "not asked any more" not in tea.words


def test_a_question_can_be_reached_by_its_address(tea):
    tea.visit(section="club", question="scald")
    assert tea.last("focus")["id"] == "tea-q3"


def test_pages_of_the_same_title_are_told_apart_by_what_is_in_them(visit):
    survey = json.loads(SURVEY)
    survey["pages"][1]["title"] = survey["pages"][2]["title"] = "Measures"
    tea = visit(tea=read_own_instrument("tea.json", json.dumps(survey))[1])
    tea.visit(section="tasks")
    assert ">Measures<" in tea.words
    tea.pick("stage", "plan")
    assert ">Measures: Risks<" in tea.words


def test_a_page_that_does_not_exist_leads_to_the_start(tea):
    tea.visit(section="nowhere")
    assert "Before you start" in tea.words


# -- languages -----------------------------------------------------------------------------------


def test_the_language_can_be_changed_and_each_text_says_which_it_is_in(tea):
    tea.visit(section="club")
    tea.press("language", "cy")
    assert '<span lang="cy">Pa gam?</span>' in tea.words
    assert '<span lang="en">How many cups?</span>' in tea.words
    assert 'lang="cy">Y clwb</h2>' in tea.words
    assert tea.kept == {" language": "cy"}


def test_the_language_survives_a_reload_and_is_no_answer(tea):
    tea.send(
        kind="hello", saved={"version": 1, "values": {" language": "cy"}}, place="section=club"
    )
    assert "Pa gam?" in tea.words
    assert "0 of 6 answered here" in tea.words


def test_a_language_that_does_not_exist_changes_nothing(tea):
    tea.visit(section="club")
    tea.press("language", "xx")
    assert "Which stage?" in tea.words


# -- check, result, files ------------------------------------------------------------------------


def test_the_check_page_lists_every_question_that_is_asked(tea):
    tea.pick("scald", "c-5")
    tea.visit(section="check")
    assert "Who could be scalded?" in tea.words
    assert "A child" in tea.words
    assert "Not answered" in tea.words
    assert "What is in use?" not in tea.words


def test_the_result_says_level_live_and_handed_in_and_what_is_missing(tea):
    for value in (("scald", "c-5"), ("spills", ["tea-2"]), ("scald", "b-3"), ("rota-MS", "7")):
        tea.pick(*value)
    tea.visit(section="result")
    assert "Level III" in tea.words
    assert "Risk: 5 of 8 points." in tea.words
    assert "Mitigation: 7 of 11.5 points." in tea.words
    assert "What is missing" in tea.words
    assert "Which stage?" in tea.words


def test_the_report_is_in_the_language_shown(tea):
    tea.pick("stage", "plan")
    tea.press("language", "cy")
    tea.press("take", "summary.markdown")
    report = b64decode(tea.last("download")["base64"]).decode()
    assert "**Pa gam?**" in report


def test_the_report_comes_as_a_word_file_too(tea):
    tea.press("take", "summary.word")
    assert tea.last("download")["name"] == "tea-2026-11-02.docx"
    assert b64decode(tea.last("download")["base64"]).startswith(b"PK")


def test_a_saved_file_brings_the_same_answers_back(tea):
    answers = {"scald": "b-3", "spills": ["tea-2", "milk-1"], "cups": "12"}
    for value in answers.items():
        tea.pick(*value)
    tea.press("take", "summary.json")
    saved = b64decode(tea.last("download")["base64"]).decode()
    assert json.loads(saved)["live"]["raw"] == 6
    tea.press("delete-yes")
    assert tea.kept == {}
    tea.load(saved)
    assert tea.kept == answers | {"cups": 12}


def test_answers_of_surveyjs_can_be_loaded_and_ask_before_they_replace(tea):
    tea.pick("scald", "a-0")
    tea.load(json.dumps({"data": {"scald": "c-5", "nope": 1}}))
    assert tea.kept == {"scald": "a-0"}
    assert "there is no such question" in tea.words
    tea.press("replace-yes")
    assert tea.kept == {"scald": "c-5"}


def test_a_damaged_file_changes_nothing(tea):
    tea.pick("scald", "a-0")
    tea.load("{")
    assert "Nothing on this page was changed." in tea.words
    assert tea.kept == {"scald": "a-0"}


def test_a_file_of_another_assessment_changes_nothing(tea):
    tea.load(write_progress(ProgressFile("other", 1, {"A": "1"})))
    assert "belongs to ‘other’" in tea.words
    assert tea.kept == {}


# -- nothing in a survey does anything -----------------------------------------------------------

NASTY = "<img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>x</a>"


def test_markup_in_a_survey_is_inert_everywhere(visit):
    survey = json.loads(SURVEY)
    for part in survey_oracle.elements(survey):
        part[0]["title"] = part[0]["description"] = NASTY + " why?"
        if "choices" in part[0]:
            part[0]["choices"] = [{"value": f"{NASTY}-1", "text": NASTY + " yes"}]
    for page in survey["pages"]:
        page["title"] = NASTY + " title"
        page.pop("visibleIf", None)
    tea = visit(tea=read_own_instrument("tea.json", json.dumps(survey))[1])
    tea.pick("scald", f"{NASTY}-1")
    for section in ("start", "tasks", "club", "check", "result"):
        tea.visit(section=section)
        assert not re.search("<(img|script)|<[^>]*(onerror|javascript:)[^>]*>", without_values(tea))


def without_values(visitor):
    """Return the page without the values of attributes that hold text only."""
    return re.sub(' (value|data-value)="[^"]*"', "", visitor.words)


# -- bring your own ------------------------------------------------------------------------------


def test_a_survey_can_be_loaded_answered_and_taken_away(many):
    many.load(SURVEY, "tea.json", "own")
    assert "“Tea club check” was loaded from tea.json." in many.words
    many.visit(instrument="tea", section="club")
    many.pick("scald", "b-3")
    assert "Level II, 3 points so far." in many.words
    many.visit(instrument="")
    many.press("remove-own", "tea")
    assert "Tea club check" not in many.words


def test_a_yaml_file_of_either_kind_can_be_loaded(many):
    many.load(TEXT.replace("id: tiny", "id: mine"), "somewhere (1).yaml", "own")
    assert "was loaded from somewhere (1).yaml" in many.words
    many.visit(instrument="mine", section="B")
    assert "Who owns the kettle?" in many.words


def test_what_was_loaded_is_there_after_a_reload(many):
    many.load(SURVEY, "tea.json", "own")
    [kept] = [w.screen["kept"] for w in many.widgets if "tea" in w.screen["kept"]]
    again = Visitor.__new__(Visitor)
    again.__dict__ |= many.__dict__
    again.widget = show_assessments(None)
    again.widget.children[1]._receive(
        {"kind": "hello", "saved": {"version": 1, "values": kept}, "place": "", "number": 1}
    )
    again.visit(instrument="tea", section="club")
    assert "Who could be scalded?" in again.words


def test_what_was_kept_does_not_come_back_in_place_of_one_that_is_here(many):
    saved = {"version": 1, "values": {"tiny": TEXT.replace("tea club", "gin club")}}
    many.widgets[1]._receive({"kind": "hello", "saved": saved, "place": "", "number": 1})
    assert "gin club" not in many.words


def test_what_was_kept_and_can_no_longer_be_read_is_forgotten(many):
    saved = {"version": 1, "values": {"old": "pages: 7"}}
    many.widgets[1]._receive({"kind": "hello", "saved": saved, "place": "", "number": 1})
    assert many.widgets[1].screen["kept"] == {}


def test_loading_the_same_again_replaces_it_and_keeps_one(many):
    many.load(SURVEY, "tea.json", "own")
    many.load(SURVEY, "tea.json", "own")
    assert many.words.count('data-action="remove-own"') == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read as JSON"),
        ("id: [", "cannot be read as YAML"),
        ("a: &a [1]\nb: [*a, *a]", "is used again elsewhere"),
        ("hello", "is not a list of 'name: value' lines"),
        ('{"pages": [{"elements": [{"type": "matrix", "name": "m"}]}]}', "are not understood"),
        (TEXT, "has the id ‘tiny’, which is taken here"),
        (TEXT.replace("id: tiny", "id: lesson-02"), "has the id ‘lesson-02’, which is taken here"),
    ],
)
def test_what_cannot_be_used_is_told_and_changes_nothing(many, text, message):
    many.load(text, "mine.yaml", "own")
    assert message in many.words.replace("&#39;", "'")
    assert "Nothing on this page was changed." in many.words
    assert 'data-action="remove-own"' not in many.words


def test_a_survey_whose_names_score_nothing_is_only_asked(many):
    many.load(SURVEY.replace("-RS", "-XX").replace("-MS", "-YY"), "plain.json", "own")
    assert "Nothing in it says how to score it" in many.words
    many.visit(instrument="plain", section="result")
    assert "These questions have no score." in many.words


def test_where_answers_go_follows_the_address_of_the_page(tea):
    assert "your answers pass through the server" in tea.words
    tea.send(kind="hello", saved=None, place="", host="127.0.0.1")
    assert "your answers pass through the server" not in tea.words
    assert "This page comes from this device itself." in tea.words


def test_the_start_counts_pages_once(tea):
    assert len(re.findall(r"\d+ pages", tea.words)) == 1


def test_one_that_the_visitor_brought_has_no_step_for_a_group(many):
    mine = TEXT.replace("id: tiny", "id: mine")
    many.load(mine, "mine.yaml", "own")
    many.visit(instrument="tiny", section="tasks")
    assert "Save for a group" in many.words
    for section in ("tasks", "share"):
        many.visit(instrument="mine", section=section)
        assert "mine-heading-tasks" in many.words
        assert "Save for a group" not in many.words
