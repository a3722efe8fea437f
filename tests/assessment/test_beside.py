from tiny import tiny

from toolkit.assessment.answer import carry_over, read_answers
from toolkit.assessment.beside import beside, is_beside


def test_only_names_with_a_known_start_and_a_dot_are_beside_the_answers():
    assert is_beside("about.name")
    assert is_beside("group.role")
    assert not any(map(is_beside, ("about", "group", "aboutSystem1", "B1", "B1.note")))


def test_what_is_beside_the_answers_is_no_stranger_among_them():
    assert read_answers(tiny(), {"about.name": "Tea robot", "group.role": "union"}) == ({}, ())


def test_a_new_version_carries_it_over_as_it_is():
    values = {"B9": "2", "about.owner": "Head of Tea"}
    assert carry_over(tiny(), 1, values) == ({"B2": "2", "about.owner": "Head of Tea"}, "")


def test_the_answers_are_left_out():
    assert beside({"B1": "2", "B1.note": "x", "about.owner": "Head"}) == {"about.owner": "Head"}
