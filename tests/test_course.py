"""The course: its lessons in order, and how far a reader has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tiny_lesson import lesson, question

from toolkit.course import (
    core_minutes_left,
    lessons_about,
    load_course,
    part_title,
    standing,
)
from toolkit.lesson_parts import Matching
from toolkit.lesson_time import LessonTime

ALL = ["Your prediction", "Try it", "Check", "Take away"]


def test_the_lessons_come_in_the_order_of_the_course(root: Path) -> None:
    lessons, errors = load_course(root)
    numbers = [one.number for one in lessons]
    assert numbers == sorted(numbers)
    assert 4 in numbers
    assert errors == ()


def test_a_damaged_lesson_does_not_stop_the_others(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "notebooks" / "lessons"
    folder.mkdir(parents=True)
    (tmp_path / "data").mkdir()
    for name in ("vocabulary.yaml", "misconceptions.yaml"):
        (tmp_path / "data" / name).write_bytes((root / "data" / name).read_bytes())
    whole = root / "notebooks" / "lessons" / "04-data-gaps.ipynb"
    (folder / "04-data-gaps.ipynb").write_bytes(whole.read_bytes())
    (folder / "05-broken.ipynb").write_text("{", encoding="utf-8")
    (folder / "_template.ipynb").write_text("{", encoding="utf-8")
    lessons, errors = load_course(tmp_path)
    assert [one.slug for one in lessons] == ["04-data-gaps"]
    assert [Path(error.file).name for error in errors] == ["05-broken.ipynb"]


def test_nothing_kept_is_not_started() -> None:
    one = standing(lesson(), {})
    assert (one.state, one.done, one.minutes_left) == ("Not started", (), 5)
    assert one.left == tuple(ALL)


def timed(*further: str):
    """Return a lesson of which each step takes a minute and a half."""
    parts = ("The situation", "Your prediction", "Try it", "More", "Check", "Take away")
    time = LessonTime(further, tuple((part, 90) for part in parts))
    return replace(lesson(), sections=parts, time=time, minutes=9)


def test_minutes_left_are_those_of_the_steps_that_remain_rounded_up() -> None:
    one = standing(timed(), {"done": ["Try it", "More"]})
    assert (one.state, one.minutes_left) == ("In progress", 5)  # 3 steps of 90 seconds


def test_a_part_that_goes_further_is_not_waited_for_and_counts_once_it_is_done() -> None:
    one = standing(timed("More"), {"done": ALL})
    assert (one.state, one.left, one.further) == ("Completed", (), ("More",))
    assert one.minutes_done == 9
    more = standing(timed("More"), {"done": [*ALL, "More"]})
    assert (more.further, more.minutes_done) == ((), 11)  # 9 and a half, and round(1.5) is 2


def test_all_steps_taken_is_completed_on_the_day_it_was_noted() -> None:
    one = standing(lesson(), {"done": ALL, "finished": "2026-11-02"})
    assert (one.state, one.minutes_left, one.finished) == ("Completed", 0, date(2026, 11, 2))


def test_wrong_answers_say_which_part_to_revisit_once() -> None:
    wrong = {"quiz-one-checked": "no", "quiz-two-checked": "no"}
    assert standing(lesson(), {**wrong, "done": ["Try it"]}).revisit == ("Try it",)
    assert standing(lesson(), {"quiz-one-checked": "yes", "done": ["Try it"]}).revisit == ()


def test_a_part_that_was_not_looked_at_needs_no_second_look() -> None:
    wrong = {"quiz-one-checked": "no", "done": ["Check"]}
    assert standing(lesson(), wrong).revisit == ()
    further = replace(lesson(), time=LessonTime(("Try it",), (("Try it", 60),)))
    assert standing(further, wrong).revisit == ()


def test_the_first_part_is_no_step_and_can_be_looked_at_again() -> None:
    one = lesson(quiz=[question("one", revisit="The situation"), question("two")])
    assert standing(one, {"quiz-one-checked": "no"}).revisit == ("The situation",)


@pytest.mark.parametrize(
    "kept", [{"done": "Try it"}, {"notes": 3}, {"finished": "soon"}, {"finished": 3}]
)
def test_what_makes_no_sense_counts_as_not_there(kept: dict) -> None:
    one = standing(lesson(), kept)
    assert (one.done, one.notes, one.finished, one.state) == ((), "", None, "Not started")


def test_optional_lessons_are_not_part_of_the_time_left() -> None:
    core = standing(lesson(), {})
    spare = replace(core, lesson=replace(core.lesson, optional=True))
    assert core_minutes_left([core, spare]) == 5


def test_a_part_of_a_self_assessment_is_named_as_its_file_names_it(root: Path) -> None:
    assert part_title(Matching("readiness", "C"), root) == "Data management"
    assert Matching("readiness", "C").address == "#instrument=readiness&section=C"


def test_each_part_of_both_self_assessments_that_a_lesson_teaches_names_that_lesson(root) -> None:
    lessons, _ = load_course(root)
    pairs = {
        (instrument, part, lesson.id)
        for instrument in ("readiness", "proposal")
        for part, teaching in lessons_about(instrument, root).items()
        for lesson in teaching
    }
    assert pairs == {(p.instrument, p.section, one.id) for one in lessons for p in one.assess}
    assert [one.number for one in lessons_about("readiness", root)["A"]] == [1, 8]
    assert lessons_about("gone", root) == {}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Matching("redyness", "C"), "There is no self-assessment 'redyness'"),
        (Matching("readiness", "Q"), "'readiness' has no part 'Q'"),
    ],
)
def test_a_part_that_is_not_there_is_told(root: Path, part: Matching, said: str) -> None:
    with pytest.raises(LookupError, match=said):
        part_title(part, root)
