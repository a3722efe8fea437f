import json
from datetime import date

from tiny import answers, tiny
from tiny_group import ROLES, people, polled

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.record import Record
from toolkit.assessment.group.report import agreed_file, group_document
from toolkit.assessment.instrument import load_instrument
from toolkit.document.html import as_html
from toolkit.document.markdown import as_markdown
from toolkit.progress import parse_progress

ON = date(2026, 11, 22)
PROPOSAL = load_instrument("proposal")


def markdown(record, instrument=None):
    return as_markdown(group_document(record, instrument or tiny(), ROLES, on=ON))


def test_the_report_says_what_when_and_what_it_is_not():
    text = markdown(Record(polled(people("union", 1))))
    assert "# What the group said: Is the tea club ready?" in text
    assert "Report of 22 November 2026. Version 2 of the questions" in text
    assert "not legal advice" in text


def test_the_agenda_begins_with_the_least_agreement():
    poll = polled([Ballot(answers(B1=0, B2=2)), Ballot(answers(B1=4, B2=2))])
    rows = [line for line in markdown(Record(poll)).splitlines() if line.startswith("| ")]
    assert rows[1:3] == [
        "| Owner (B1) | 0% | 2 | 0 | 0 | Not agreed yet |",
        "| Tea rules (B2) | 100% | 2 | 0 | 0 | Not agreed yet |",
    ]


def test_each_question_has_its_counts_its_agreed_answer_and_the_dissent():
    poll = polled(people("union", 0, 3, 3))
    record = Record(poll, answers(B1="3"), {"B1": "One of us sees no owner."})
    text = markdown(record)
    assert "| In use | 2 |" in text
    assert "**Agreed:** In use. Before the talk, 1 of 3 had picked another answer." in text
    assert "> One of us sees no owner." in text


def test_a_role_that_is_held_back_is_nowhere_in_the_report():
    poll = polled(people("councillor", *[1] * 6), people("union", 4, 4, 4, 4))
    text = markdown(Record(poll))
    assert "Union" not in text
    assert "Councillor" not in text


def test_roles_of_five_stand_beside_the_total_and_suppliers_apart_from_it():
    poll = polled(people("councillor", *[1] * 5), people("supplier", *[4] * 5))
    text = markdown(Record(poll))
    assert "| Answer | All | Councillor | Supplier, apart |" in text
    assert "| Talked about | 5 | 5 | 0 |" in text
    assert "| Checked | 0 | 0 | 5 |" in text


def test_a_red_line_stays_open_in_the_report_until_it_is_answered_in_writing():
    poll = count(PROPOSAL, [Ballot({"S8": Answer("answered", "0")})], ROLES)
    name = "A resident cannot reach a person who can change the result"
    assert f"| {name} | 1 | Not answered in writing yet. It stays open. |" in markdown(
        Record(poll), PROPOSAL
    )
    answered = Record(poll, replies={"person": "The duty manager."})
    assert f"| {name} | 1 | The duty manager. |" in markdown(answered, PROPOSAL)


def test_what_people_typed_does_nothing():
    record = Record(polled(people("union", 1)), {}, {"B1": "<script>alert(1)</script>"})
    html = as_html(group_document(record, tiny(), ROLES, on=ON))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_report_without_people_says_so_much_and_no_more():
    assert "No answer is agreed yet" in markdown(Record())


def test_the_agreed_answers_load_like_any_others_with_the_dissent_in_their_notes():
    noted = {"B1": Answer("answered", "3", 2, note="Minuted.")}
    record = Record(None, noted, {"B1": "Ann sees it otherwise.", "B2": "No view yet."})
    saved = parse_progress(agreed_file(record, tiny(), on=ON), "tiny", 2)
    found, problems = read_answers(tiny(), saved.values)
    assert problems == ()
    assert found["B1"].note == "Minuted.\nSome still disagree: Ann sees it otherwise."
    assert found["B2"] == Answer(note="Some still disagree: No view yet.")
    assert (found["B1"].choice, found["B1"].evidence, saved.saved) == ("3", 2, "2026-11-22")


def test_the_agreed_answers_carry_the_name_of_the_proposal():
    poll = count(PROPOSAL, [], ROLES, "Tea robot")
    assert json.loads(agreed_file(Record(poll), PROPOSAL, on=ON))["values"] == {
        "about.name": "Tea robot"
    }
