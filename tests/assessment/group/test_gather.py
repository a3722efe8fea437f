from dataclasses import replace

import pytest
from tiny import answers, tiny
from tiny_group import ROLES

from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.group.gather import gather, read_folder
from toolkit.errors import ContentError

ANN = Ballot(answers(B1=3), "union", "mark-a")
BOB = Ballot(answers(B1=1), "councillor", "mark-b")


def found(**ballots):
    files = [(f"{name}.json", write_ballot(tiny(), ballot)) for name, ballot in ballots.items()]
    return gather(files, tiny(), ROLES)


def test_each_file_is_a_person():
    assert found(ann=ANN, bob=BOB).ballots == (ANN, BOB)


def test_a_bad_file_is_named_and_the_good_ones_count():
    files = [("bad.json", "{"), ("ann.json", write_ballot(tiny(), ANN))]
    ballots = gather(files, tiny(), ROLES)
    assert ballots.ballots == (ANN,)
    assert [error.file for error in ballots.refused] == ["bad.json"]


def test_a_copy_is_counted_once_and_said():
    ballots = found(ann=ANN, again=ANN)
    assert ballots.ballots == (ANN,)
    assert ballots.notices == ("again.json and ann.json: copies of one file, counted once.",)


def test_of_copies_that_differ_the_one_saved_last_counts_in_any_order():
    later = replace(ANN, answers=answers(B1=4), saved="2026-11-23")
    files = [("a.json", write_ballot(tiny(), later)), ("b.json", write_ballot(tiny(), ANN))]
    assert gather(files, tiny(), ROLES).ballots == (later,)
    assert gather(files[::-1], tiny(), ROLES).ballots == (later,)


def test_files_without_a_mark_are_copies_where_all_of_them_is_the_same():
    plain = replace(ANN, mark="")
    assert found(ann=plain, again=plain).ballots == (plain,)


def test_two_people_who_say_the_same_are_both_counted_and_said():
    ballots = found(ann=ANN, cat=replace(ANN, mark="mark-c"))
    assert len(ballots.ballots) == 2
    assert ballots.notices[0].startswith("ann.json and cat.json: the same answers and role.")


def test_people_who_answered_nothing_are_not_called_alike():
    silent = [Ballot({}, "union", mark) for mark in "ab"]
    assert found(ann=silent[0], bob=silent[1]).notices == ()


def test_files_about_one_proposal_name_it():
    ballots = found(ann=replace(ANN, subject="Tea robot"), bob=replace(BOB, subject="tea robot"))
    assert ballots.subject.casefold() == "tea robot"
    assert ballots.notices == ()


def test_files_about_different_proposals_are_said():
    ballots = found(ann=replace(ANN, subject="Tea robot"), bob=replace(BOB, subject="Mop robot"))
    assert ballots.subject == ""
    assert "different proposals: ‘Mop robot’ and ‘Tea robot’" in ballots.notices[0]


def test_a_folder_gives_its_saved_files(tmp_path):
    (tmp_path / "ann.json").write_text("{}", encoding="utf-8")
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    assert [name for name, _ in read_folder(tmp_path)] == ["ann.json", "bad.json"]
    assert len(gather(read_folder(tmp_path), tiny(), ROLES).refused) == 2


def test_a_folder_without_saved_files_is_refused(tmp_path):
    with pytest.raises(ContentError, match="holds no saved files"):
        read_folder(tmp_path)
    with pytest.raises(ContentError, match="is not a folder"):
        read_folder(tmp_path / "none")
