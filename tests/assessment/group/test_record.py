import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import ANSWERS, answers, tiny
from tiny_group import GROUPS, ROLES, TINY, people, polled

from toolkit.assessment.answer import Answer, keep_answers, read_answers
from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.record import (
    Record,
    carry_record,
    keep_record,
    open_lines,
    parse_record,
    read_record,
    write_record,
)
from toolkit.assessment.instrument import load_instrument
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress

# Text a file can hold: a browser cannot send half of a character.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
IDS = st.sampled_from(list(TINY.by_id))
PROPOSAL = load_instrument("proposal")


def proposal_record(**replies):
    crossing = Ballot({"S8": Answer("answered", "0")}, "union")
    return Record(count(PROPOSAL, [crossing], ROLES), replies=replies)


@given(GROUPS, st.dictionaries(IDS, ANSWERS), st.dictionaries(IDS, TEXT))
def test_a_sitting_comes_back_exactly(group, agreed, dissent):
    agreed, _ = read_answers(TINY, keep_answers(agreed))  # as the page hands them over
    record = Record(count(TINY, group, ROLES), agreed, dissent)
    assert parse_record(write_record(record, TINY, "2026-11-22"), TINY, ROLES) == (record, "")


def test_replies_to_red_lines_come_back():
    record = proposal_record(person="We named one.")
    text = write_record(record, PROPOSAL, "2026-11-22")
    assert parse_record(text, PROPOSAL, ROLES) == (record, "")


def test_the_file_names_no_role_that_is_held_back():
    record = Record(polled(people("councillor", *[1] * 6), people("union", 4, 4, 4, 4)))
    text = write_record(record, tiny(), "2026-11-22")
    assert "union" not in text
    assert "councillor" not in text


def test_a_red_line_that_one_person_raised_stays_open_until_it_is_answered_in_writing():
    assert [line.id for line in open_lines(proposal_record())] == ["person"]
    assert [line.id for line in open_lines(proposal_record(person=" \n"))] == ["person"]
    assert open_lines(proposal_record(person="The duty manager, from 1 May.")) == ()


def test_the_answer_to_one_red_line_does_not_close_another():
    assert [line.id for line in open_lines(proposal_record(stop="We can."))] == ["person"]


def test_a_sitting_for_older_questions_keeps_what_was_agreed_and_puts_the_numbers_aside():
    values = {"B9": "2", "group.dissent.B9": "Not so.", "group.poll": {"people": 3}}
    carried, told = carry_record(tiny(), 1, values)
    assert carried == {"B2": "2", "group.dissent.B2": "Not so."}
    assert "Load their files again" in told


SPOILT = [
    {"people": -1},
    {"people": True},
    {"people": "3"},
    {"questions": {}},
    {"roles": {"union": 2}},
    {"roles": {"mayor": 9}},
    {"raised": {"no-such-line": 1}},
    {"subject": 3},
    {"people": 4},
]


@pytest.mark.parametrize("part", SPOILT, ids=str)
def test_numbers_that_cannot_be_are_refused_with_the_files_name(part):
    record = Record(polled(people("councillor", 1, 2, 3)))
    values = keep_record(record)
    values["group.poll"] = values["group.poll"] | part
    text = write_progress(ProgressFile("group-tiny", 2, values))
    with pytest.raises(ContentError, match=r"mine\.json") as refused:
        parse_record(text, tiny(), ROLES, "mine.json")
    assert "load the people's files again" in str(refused.value)


def test_a_split_of_fewer_than_five_is_refused():
    values = keep_record(Record(polled(people("councillor", 1, 2, 3))))
    poll = json.loads(json.dumps(values["group.poll"]))
    poll["questions"]["B1"]["roles"] = {"union": {"0": 1, "1": 0, "2": 0, "3": 0, "4": 0}}
    record, problems = read_record({"group.poll": poll}, tiny(), ROLES)
    assert record.poll is None
    assert "fewer than 5 at B1" in problems[0].what


def test_a_persons_file_is_no_sitting():
    text = write_progress(ProgressFile("tiny", 2, {"B1": "3"}))
    with pytest.raises(ContentError, match="belongs to ‘tiny’"):
        parse_record(text, tiny(), ROLES)


def test_agreed_answers_that_do_not_exist_are_said_and_the_others_kept():
    record, problems = read_record({"B1": "9", "B2": "2"}, tiny(), ROLES)
    assert record.answers == answers(B2=2)
    assert [problem.where for problem in problems] == ["B1"]
