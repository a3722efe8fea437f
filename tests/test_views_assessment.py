"""The pages of the self-assessment, driven as the browser drives them but without one."""

import json
import re
from datetime import date
from urllib.parse import urlencode

import pytest
from handed_out import bytes_of, text_of
from tiny import TEXT

from toolkit.assessment.instrument import instrument_paths
from toolkit.progress import ProgressFile, write_progress
from toolkit.views.assessment import show_assessments

OTHER = TEXT.replace("id: tiny", "id: other").replace("Is the tea club ready?", "Is the café?")
DATA = instrument_paths()[0].parent
BROKEN = TEXT.replace("id: tiny", "id: broken").replace("area: D", "area: Q")


class Visitor:
    """Sends what a browser would send, to every widget of the page."""

    def __init__(self, root, sent):
        self.widget = show_assessments(root, today=lambda: date(2026, 11, 2))
        self.widgets = getattr(self.widget, "children", (self.widget,))
        self.sent = sent
        self.number = 0

    def send(self, **message):
        self.number += 1
        for widget in self.widgets:
            widget._receive({**message, "number": self.number})

    def visit(self, **place):
        self.send(kind="place", value=urlencode(place))

    def pick(self, **values):
        for name, value in values.items():
            name = name.replace("__", ".")
            self.send(kind="change", name=name, value=value, keep=True)

    def press(self, name, value=None):
        self.send(kind="action", name=name, value=value)

    def load(self, text, filename="mine.json"):
        value = {"filename": filename, "text": text}
        self.send(kind="upload", name="answers", value=value)

    @property
    def html(self):
        return "".join(widget.screen["html"] for widget in self.widgets)

    @property
    def words(self):
        return " ".join(self.html.split())

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
def content(tmp_path):
    (tmp_path / "casestudies").mkdir()
    (tmp_path / "data" / "instruments").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def visit(content, sent):
    def start(**instruments):
        for name, text in instruments.items():
            path = content / "data" / "instruments" / f"{name}.yaml"
            path.write_text(text, encoding="utf-8")
        return Visitor(content, sent)

    return start


@pytest.fixture
def visitor(visit):
    return visit(tiny=TEXT)


def test_the_start_says_what_it_is_how_long_and_where_answers_go(visitor):
    for words in ("about 2 minutes", "kept in this browser", "not legal advice", "our judgement"):
        assert words in visitor.words
    assert visitor.widget.screen["title"].startswith("Before you start – Is the tea club ready? – ")


def test_the_list_of_parts_shows_how_far_each_is(visitor):
    visitor.pick(D1="2", B1="3")
    visitor.press("go", "tasks")
    tags = [part.split("<")[0].strip() for part in visitor.words.split("govuk-tag--")[1:]]
    assert [tag.split('">')[1].strip() for tag in tags] == [
        "In progress",
        "Completed",
        "Not started",
    ]
    assert visitor.last("place")["text"] == "section=tasks"


def test_a_part_asks_its_questions_with_every_step_in_words(visitor):
    visitor.visit(section="B")
    assert visitor.words.count("<fieldset") == 2
    assert "<strong>In use.</strong> The name is used." in visitor.words
    assert 'value="unknown"' in visitor.html
    assert not re.search("<input[^>]* checked", visitor.html)


def test_a_part_leads_to_the_lessons_that_teach_it_and_they_lead_back(sent, root):
    visitor = Visitor(root, sent)
    visitor.visit(instrument="readiness", section="C")
    assert 'href="lessons/04-data-gaps.ipynb">Data gaps become decisions</a>' in visitor.words
    assert "(lesson 4, about 12 minutes)" in visitor.words


def test_a_part_that_no_lesson_teaches_offers_none(visitor):
    visitor.visit(section="B")
    assert "Learn about this first" not in visitor.words


def test_not_applicable_is_offered_only_where_it_is_allowed_and_asks_why(visitor):
    visitor.visit(section="B")
    assert 'value="na"' not in visitor.html
    visitor.visit(section="D")
    assert 'name="D1.reason"' not in visitor.html
    visitor.pick(D1="na")
    assert 'name="D1.reason"' in visitor.html


def test_evidence_is_asked_for_once_there_is_an_answer_to_show(visitor):
    visitor.visit(section="B")
    assert 'name="B1.evidence"' not in visitor.html
    visitor.pick(B1="3")
    assert 'name="B1.evidence"' in visitor.html
    visitor.pick(B1="unknown")
    assert 'name="B1.evidence"' not in visitor.html


def test_an_answer_is_kept_and_the_result_so_far_is_said(visitor):
    visitor.visit(section="B")
    visitor.pick(B1="3", B1__evidence="2")
    assert visitor.kept == {"B1": "3", "B1.evidence": "2"}
    assert visitor.last("announce")["text"] == "Rules: 0.7, could be up to 3.7. Stage: Start."
    assert "0.7 of 4, could be up to 3.7" in visitor.words


def test_a_note_is_kept_without_a_word(visitor):
    visitor.pick(B1__note="Ann <b>")
    assert visitor.kept == {"B1.note": "Ann <b>"}
    assert not [message for message in visitor.sent if message["kind"] == "announce"]


def test_words_of_a_visitor_are_shown_as_text(visitor):
    visitor.pick(B1="2", B1__note="<script>alert(1)</script>", D1="na", D1__reason="<i>cups</i>")
    for section in ("B", "check", "result"):
        visitor.visit(section=section)
        assert "<script" not in visitor.html
        assert "<i>" not in visitor.html
    visitor.visit(section="check")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in visitor.html


def test_what_a_file_says_is_shown_as_text(visit):
    visitor = visit(tiny=TEXT.replace("Who owns the kettle?", "Who owns <b>it</b>?"))
    visitor.visit(section="B")
    assert "Who owns &lt;b&gt;it&lt;/b&gt;?" in visitor.html


def test_a_step_moves_the_focus_to_its_heading_and_changes_the_title(visitor):
    visitor.press("go", "B")
    assert visitor.last("focus")["id"] == "tiny-heading-B"
    assert 'id="tiny-heading-B"' in visitor.html
    assert visitor.widget.screen["title"].startswith("Rules – Is the tea club ready? – ")


def test_a_link_to_a_question_moves_the_focus_there(visitor):
    visitor.visit(section="B", question="B2")
    assert visitor.last("focus")["id"] == "tiny-question-B2"
    assert 'id="tiny-question-B2"' in visitor.html


def test_an_unknown_place_is_the_start(visitor):
    visitor.visit(section="nowhere", question="<b>")
    assert "Before you start" in visitor.html


def test_an_answer_to_a_question_no_longer_asked_is_kept_until_it_is_cleared(visitor):
    visitor.visit(section="E")
    visitor.pick(E1="3", E2="4", E2__note="Ann")
    visitor.pick(E1="1")
    assert "This is not asked any more" in visitor.words
    assert visitor.kept["E2"] == "4"
    visitor.press("clear", "E2")
    assert visitor.kept == {"E1": "1"}
    assert "This is not asked any more" not in visitor.words


def test_checking_shows_every_answer_with_a_way_to_change_it(visitor):
    visitor.pick(B1="3", B1__evidence="2", B2="unknown", D1="na")
    visitor.visit(section="check")
    for words in (
        "<strong>In use.</strong> The name is used.",
        "Evidence: Shown",
        "<strong>Don&#39;t know</strong>",
        "No reason given yet",
        "<strong>Not answered</strong>",
        'href="#section=B&amp;question=B1"',
    ):
        assert words in visitor.words


def test_the_result_gives_stage_scores_gates_steps_and_changes(visitor):
    visitor.pick(B1="2", B2="2", E1="1")
    visitor.visit(section="result")
    for words in (
        '<h3 class="govuk-heading-l">Start</h3>',
        "2.0 of 4",
        "A named owner",
        "Missing",
        '<h4 class="govuk-heading-s">Clerk</h4>',
        "Name an owner. If done and shown, it raises the stage to ‘Middle’",
        "If Owner (B1) were at ‘In use’, shown with evidence, the stage would rise to ‘Middle’.",
    ):
        assert words in visitor.words


def test_a_range_is_drawn_beside_what_is_known(visitor):
    visitor.pick(B1="unknown", B2="2")  # 6 of 16 points, and 4 more could be
    visitor.visit(section="result")
    assert 'class="toolkit-bar__fill" style="width: 37.5%"' in visitor.html
    assert 'class="toolkit-bar__range" style="left: 37.5%; width: 25.0%"' in visitor.html


def test_the_report_is_handed_out_in_the_form_that_was_asked_for(visitor):
    visitor.pick(B1="3", B1__note="Ann\n<b>")
    visitor.press("take", "summary.markdown")
    file = visitor.last("download")
    assert file["name"] == "tiny-report-2026-11-02.md"
    assert file["type"] == "text/markdown;charset=utf-8"
    assert "Report of 2 November 2026" in text_of(file)
    assert visitor.last("announce")["text"] == ("The file tiny-report-2026-11-02.md is on its way.")
    visitor.press("take", "summary.json")
    assert json.loads(text_of(visitor.last("download")))["values"] == {
        "B1": "3",
        "B1.note": "Ann\n<b>",
    }
    visitor.press("take", "committee.word")
    assert bytes_of(visitor.last("download")).startswith(b"PK")


def test_what_can_be_taken_away_is_listed_with_each_form(visitor):
    visitor.visit(section="take")
    offered = re.findall('data-action="take" data-value="([^"]+)"', visitor.html)
    assert offered == [
        "summary.word",
        "summary.html",
        "summary.markdown",
        "committee.word",
        "committee.html",
        "committee.markdown",
        "summary.json",
        "summary.csv",
    ]
    assert "take out personal data" in visitor.words


def test_a_record_of_a_tool_is_offered_where_the_answers_are_about_one(visit):
    visitor = visit(proposal=(DATA / "proposal.yaml").read_text(encoding="utf-8"))
    visitor.visit(section="take")
    assert 'data-value="atrs.csv"' in visitor.html


def test_a_table_of_answers_brings_the_same_answers_back(visitor, visit):
    visitor.pick(B1="3", B1__note="=1\n<b>", D1="na", D1__reason="Paper cups")
    visitor.press("take", "summary.csv")
    another = visit()
    another.load(text_of(visitor.last("download")), "mine.csv")
    assert another.kept == visitor.kept


def test_a_table_of_a_worked_example_is_still_one_when_it_is_loaded(visitor, visit):
    made_up = ProgressFile("tiny", 2, {"B1": "3", "about.name": "Tea"}, example="Anytown")
    visitor.load(write_progress(made_up))
    visitor.press("take", "summary.csv")
    another = visit()
    another.load(text_of(visitor.last("download")), "mine.csv")
    assert another.kept == visitor.kept == {"B1": "3", "about.name": "Tea", "-example": "Anytown"}
    assert "Anytown is made up" in another.words


def test_where_answers_go_follows_the_address_of_the_page(visitor):
    assert "pass through the server" in visitor.words
    visitor.send(kind="hello", saved=None, place="", host="127.0.0.1")
    assert "Your answers stay on it" in visitor.words
    assert "pass through the server" not in visitor.words


def test_a_file_brings_the_same_answers_back(visitor, visit):
    visitor.pick(B1="3", B1__note="Ann\n<b>")
    visitor.press("take", "summary.json")
    text = text_of(visitor.last("download"))
    another = visit()
    another.load(text)
    assert another.kept == visitor.kept
    assert "Your answers were loaded from mine.json." in another.words


def test_a_file_replaces_answers_only_after_a_yes(visitor):
    visitor.pick(B1="1", D1="2")
    visitor.load(write_progress(ProgressFile("tiny", 2, {"B1": "3", "B7": "1"})))
    assert visitor.kept == {"B1": "1", "D1": "2"}
    assert "There are answers to 2 questions in this browser." in visitor.words
    assert "B7: there is no such question." in visitor.words
    visitor.press("replace-no")
    assert visitor.kept == {"B1": "1", "D1": "2"}
    visitor.press("replace-yes")
    assert visitor.kept == {"B1": "1", "D1": "2"}
    visitor.load(write_progress(ProgressFile("tiny", 2, {"B1": "3"})))
    visitor.press("replace-yes")
    assert visitor.kept == {"B1": "3"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "mine.json is damaged, or is not a saved file"),
        ('{"a": 1}', "mine.json is not a file saved from this toolkit"),
        (write_progress(ProgressFile("lesson-4", 1, {})), "belongs to ‘lesson-4’, not to ‘tiny’"),
        (write_progress(ProgressFile("tiny", 9, {})), "was saved by a newer version of this page"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained_and_changes_nothing(visitor, text, words):
    visitor.pick(B1="1")
    visitor.load(text)
    assert words in visitor.words
    assert "Nothing on this page was changed." in visitor.words
    assert visitor.kept == {"B1": "1"}


def test_an_older_file_is_carried_over_and_what_was_lost_is_told(visitor):
    visitor.load(write_progress(ProgressFile("tiny", 1, {"B9": "3", "B8": "1"})))
    assert visitor.kept == {"B2": "3"}
    assert "B8: It was asked twice." in visitor.words


def test_what_the_browser_kept_for_an_older_version_is_carried_over_or_explained(visitor):
    saved = {"version": 1, "values": {"B9": "3", "B8": "1"}}
    visitor.send(kind="hello", saved=saved, place="section=check")
    assert visitor.kept == {"B2": "3"}
    assert "B8: It was asked twice." in visitor.words


def test_deleting_asks_first_and_confirms_after(visitor):
    visitor.pick(B1="1")
    visitor.press("go", "delete")
    assert "It cannot be undone." in visitor.words
    assert visitor.kept == {"B1": "1"}
    visitor.press("delete-yes")
    assert visitor.kept == {}
    assert "were deleted from this browser" in visitor.words
    assert visitor.last("forget")


def test_values_nobody_could_have_picked_do_no_harm(visitor):
    saved = {"version": 2, "values": {"B1": ["x"], "B2": "99", "Z": {}, "B1.note": 5, "D1": "2"}}
    visitor.send(kind="hello", saved=saved, place="section=result")
    assert "Your result" in visitor.html
    assert "Something went wrong" not in visitor.html


def test_of_several_one_is_chosen(visit):
    visitor = visit(tiny=TEXT, other=OTHER)
    assert "Choose a self-assessment" in visitor.html
    assert 'href="#instrument=other&amp;section=start"' in visitor.html
    assert "Before you start" not in visitor.html
    visitor.visit(instrument="tiny", section="start")
    assert "Choose a self-assessment" not in visitor.html
    assert "tiny-heading-start" in visitor.html
    assert "other-heading-start" not in visitor.html
    visitor.press("go", "B")
    assert visitor.last("place")["text"] == "instrument=tiny&section=B"
    visitor.visit(section="tasks", instrument="tiny")
    assert 'href="#instrument=">All self-assessments</a>' in visitor.html
    visitor.visit(instrument="")
    assert "Choose a self-assessment" in visitor.html


@pytest.fixture
def proposal(visit):
    visitor = visit(
        proposal=(DATA / "proposal.yaml").read_text(encoding="utf-8"),
        readiness=(DATA / "readiness.yaml").read_text(encoding="utf-8"),
    )
    visitor.visit(instrument="proposal", section="T")
    return visitor


def test_the_result_of_a_proposal_opens_with_its_outcome_in_words(proposal):
    proposal.pick(T1="talks", T2="informs", S3="2", F8="-2", R3="unknown")
    proposal.visit(instrument="proposal", section="result")
    words = proposal.words
    assert words.index("Do not proceed as described") < words.index("Red lines")
    assert "Not known, counts as open" in words
    assert "works against Innovation (F8)" in words
    first, second = "<strong>Innovation (F8)</strong>", "<span>Social partnership (F1)"
    assert words.index(first) < words.index(second)
    assert "What tier 3 requires" in words
    assert "We moved our own judgements 1,000 times; the outcome stayed in 1,000." in words


def test_a_proposal_without_ai_ends_early(proposal):
    proposal.pick(T1="no-ai", T2="drafting")
    assert proposal.words.count("<fieldset") == 2
    assert "This assessment is not needed." in proposal.words
    proposal.visit(instrument="proposal", section="result")
    assert "Red lines" not in proposal.words


def test_how_ready_the_council_is_counts_once_any_question_on_it_is_answered(proposal):
    proposal.visit(instrument="proposal", section="result")
    assert "takes into account" not in proposal.words
    proposal.visit(instrument="readiness", section="A")
    proposal.pick(A1="4")
    proposal.visit(instrument="proposal", section="result")
    assert "takes into account what you answered on your council" in proposal.words
    assert "counts as not in place" in proposal.words


def test_the_only_one_offers_no_list_to_go_back_to(visitor):
    assert "All self-assessments" not in visitor.html


def test_where_only_the_list_hears_of_a_click_the_chosen_one_opens_all_the_same(visit):
    visitor = visit(tiny=TEXT, other=OTHER)
    chooser = visitor.widgets[0]
    chooser._receive({"kind": "place", "value": "instrument=other&section=B", "number": 1})
    assert "other-heading-B" in visitor.html


def test_a_broken_file_is_told_in_plain_words_and_the_others_work(visit):
    visitor = visit(tiny=TEXT, broken=BROKEN)
    for words in (
        "One self-assessment cannot be shown: its file has mistakes.",
        "broken.yaml",
        "questions, item 3 (D1), area: there is no area &#39;Q&#39;",
        "Before you start",
    ):
        assert words in visitor.words
    visitor.visit(section="B")
    visitor.pick(B1="3")
    assert visitor.kept == {"B1": "3"}


def test_an_unknown_self_assessment_is_told_and_the_list_is_offered(visit):
    visitor = visit(tiny=TEXT, other=OTHER)
    visitor.visit(instrument="<b>nothing</b>")
    assert "There is no self-assessment called “&lt;b&gt;nothing&lt;/b&gt;” here." in visitor.words
    assert "Is the tea club ready?" in visitor.words


def test_a_folder_without_self_assessments_says_so(visit):
    assert "There is no self-assessment here yet." in visit().words


def test_cases_that_can_be_opened_are_one_click_away(visit, content):
    text = TEXT.replace("why: Somebody has to.", "why: Yes.\n    cases: [a-case, no-such-case]")
    cell = {"cell_type": "raw", "metadata": {"tags": ["front-matter"]}, "source": "title: A <case>"}
    notebook = json.dumps({"cells": [cell]})
    (content / "casestudies" / "a-case.ipynb").write_text(notebook, encoding="utf-8")
    visitor = visit(tiny=text)
    visitor.visit(section="B")
    link = 'href="explore-case-studies.ipynb#case=a-case">A &lt;case&gt;</a>'
    assert link in visitor.html
    assert "no-such-case" not in visitor.html


def test_a_question_without_points_says_beside_its_note_what_would_show_it(visit):
    visitor = visit(proposal=(DATA / "proposal.yaml").read_text(encoding="utf-8"))
    visitor.visit(section="T")
    assert "What would show it: The steps of the work, with who decides at each" in visitor.words


def test_the_safeguards_that_each_tier_requires_are_published_beside_the_result(visit):
    visitor = visit(proposal=(DATA / "proposal.yaml").read_text(encoding="utf-8"))
    visitor.visit(section="result")
    row = visitor.words.split("Errors and bias (S4)</th>")[1].split("</tr>")[0]
    assert re.findall(">(Yes|No)<", row) == ["No", "No", "Yes", "Yes"]


def test_saving_for_a_group_asks_for_a_role_first(visitor):
    visitor.pick(B1="3")
    visitor.press("go", "share")
    visitor.press("save-for-group")
    assert "Choose a role first" in visitor.words
    assert not [message for message in visitor.sent if message["kind"] == "download"]


def test_the_file_for_a_group_holds_answers_and_role_and_no_notes(visitor):
    visitor.pick(B1="3", B1__note="I am Ann", group__role="union")
    visitor.press("go", "share")
    visitor.press("save-for-group")
    saved = json.loads(text_of(visitor.last("download")))["values"]
    mark = saved.pop("group.mark")
    assert saved == {"B1": "3", "group.role": "union"}
    visitor.press("save-for-group")
    assert json.loads(text_of(visitor.last("download")))["values"]["group.mark"] != mark


def test_a_role_is_never_chosen_beforehand(visitor):
    visitor.press("go", "share")
    assert "Rather not say" in visitor.words
    assert not re.search("<input[^>]* checked", visitor.html)


PROPOSAL = (DATA / "proposal.yaml").read_text(encoding="utf-8")


@pytest.fixture
def owner(visit):
    return visit(proposal=PROPOSAL)


def test_a_proposal_asks_for_its_name_owner_and_review_date(owner):
    owner.visit(section="tasks")
    assert "Name, owner and review date" in owner.words


def test_a_council_is_not_asked_for_an_owner_and_a_review_date(visitor):
    visitor.visit(section="tasks")
    assert "Name, owner and review date" not in visitor.words


def test_what_is_said_about_a_proposal_is_saved_with_the_answers_and_loaded_again(owner):
    typed = {"about__name": "Call notes", "about__owner": "Head of Care", "about__review-day": "27"}
    owner.pick(T1="drafts", **typed)
    owner.press("take", "summary.json")
    text = text_of(owner.last("download"))
    assert json.loads(text)["values"]["about.name"] == "Call notes"
    kept = dict(owner.kept)
    owner.press("delete-yes")
    owner.load(text)
    assert owner.kept == kept


def test_a_file_does_not_replace_what_is_said_about_a_proposal_without_asking(owner):
    owner.pick(about__name="Call notes")
    owner.load(write_progress(ProgressFile("proposal", 1, {"T1": "drafts"})))
    assert owner.kept == {"about.name": "Call notes"}
    assert "and what is said about it beside the answers" in owner.words
    owner.press("replace-yes")
    assert owner.kept == {"T1": "drafts"}


def test_a_file_from_before_there_was_a_form_still_loads(owner):
    owner.load(write_progress(ProgressFile("proposal", 1, {"T1": "drafts"})))
    assert owner.kept == {"T1": "drafts"}


def test_a_date_that_is_none_is_said_beside_what_was_typed_and_read_out(owner):
    owner.visit(section="about")
    owner.pick(**{"about__review-day": "31", "about__review-month": "2"})
    assert "must be a real date" not in owner.words
    owner.pick(**{"about__review-year": "2027"})
    assert "must be a real date" in owner.words
    assert owner.last("announce")["text"].startswith("The review date must be a real date")
    assert 'value="31"' in owner.html


def test_the_form_is_completed_once_name_owner_and_date_are_there(owner):
    owner.visit(section="tasks")
    assert "Optional" in owner.words
    parts = {"day": "27", "month": "5", "year": "2027"}
    owner.pick(about__name="Call notes", about__owner="Head of Care")
    owner.pick(**{f"about__review-{part}": value for part, value in parts.items()})
    assert "Optional" not in owner.words
