import json

import pytest
from hypothesis import given
from tiny import answers, tiny
from tiny_group import BALLOTS, ROLES, TINY

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot, read_ballot, write_ballot
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress


def file(version=2, document="tiny", example="", **values):
    values = {name.replace("__", "."): value for name, value in values.items()}
    return write_progress(ProgressFile(document, version, values, "2026-11-22", example=example))


def read(text):
    return read_ballot(text, tiny(), ROLES, "ann.json")


def test_a_file_brings_back_answers_and_role():
    ballot = Ballot(answers(B1="3/2", D1="na"), "union", "m1", "Tea robot", "2026-11-22")
    assert read(write_ballot(tiny(), ballot)) == (ballot, "")


@given(BALLOTS)
def test_any_ballot_comes_back_without_its_notes(ballot):
    back, told = read_ballot(write_ballot(TINY, ballot), TINY, ROLES)
    assert told == "" or "not one of its answers" in told
    assert back.role == ballot.role
    assert all(answer.note == "" for answer in back.answers.values())


def test_notes_stay_out_of_the_file():
    noted = Ballot({"B1": Answer("answered", "2", note="I am Ann")})
    assert "Ann" not in write_ballot(tiny(), noted)


def test_a_file_saved_in_the_ordinary_way_counts_without_a_role():
    assert read(file(B1="3")) == (Ballot(answers(B1=3), saved="2026-11-22"), "")


def test_a_role_nobody_knows_is_said_and_the_answers_count():
    ballot, told = read(file(B1="3", group__role="mayor"))
    assert (ballot.role, ballot.answers) == ("not-said", answers(B1=3))
    assert told == "‘mayor’ is not one of the roles here, so it counts without a role."


def test_a_file_of_an_older_version_is_carried_over_and_what_is_lost_is_said():
    ballot, told = read(file(version=1, B9="2", B8="1", group__role="union"))
    assert (ballot.answers, ballot.role) == (answers(B2=2), "union")
    assert "B8: It was asked twice." in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (file(version=3, B1="1"), "newer version"),
        (file(document="other", B1="1"), "belongs to ‘other’"),
        (file(B1="1")[:-9], "damaged"),
        ("", "damaged"),
        (file(B1="1", example="Anytown"), "worked example: Anytown"),
        (json.dumps(json.loads(file(B1="1")) | {"values": {"B1": "4"}}), "changed or damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(text, words):
    with pytest.raises(ContentError, match=words) as refused:
        read(text)
    assert refused.value.file == "ann.json"


def test_a_file_made_from_a_worked_example_says_so_and_is_not_counted():
    text = write_ballot(tiny(), Ballot(answers(B1=3), "union", example="Anytown"))
    assert json.loads(text)["example"] == "Anytown"
    with pytest.raises(ContentError, match="a group counts what people answered themselves"):
        read(text)
