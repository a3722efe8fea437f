"""Which lessons fit into a session, and what is chosen first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tiny_lesson import lesson

from toolkit.course import load_course
from toolkit.lesson_time import LessonTime
from toolkit.session_plan import in_order_of_choice, session_plans, with_a_group

SHIPPED = {plan.minutes: plan for plan in session_plans(load_course()[0])}


def course(*minutes: int, optional: tuple[int, ...] = (), first: tuple[int, ...] = ()):
    """Return a course of lessons that take so many minutes each, and which are chosen first."""
    one = lesson()
    return [
        replace(
            one, id=f"lesson-{number}", number=number, minutes=long, optional=number in optional,
            session_choice=first.index(number) + 1 if number in first else 0,
        )
        for number, long in enumerate(minutes, 1)
    ]  # fmt: skip


def going_further(number: int, whole: int, further: int):
    """Return a lesson that takes so many minutes with a group, some of them to go further."""
    time = LessonTime(("More",), (), whole, further)
    return replace(lesson(), id=f"lesson-{number}", number=number, time=time)


def chosen(plan) -> list[int]:
    return [one.number for one in plan.lessons]


def test_lessons_are_chosen_in_their_order_and_held_in_that_of_the_course() -> None:
    # 45 minutes leave 35 beside 5 for questions: 15 for lesson 4 and 10 for lesson 1.
    lessons = course(10, 12, 15, 15, first=(4, 1))
    assert [one.number for one in in_order_of_choice(lessons)] == [4, 1, 2, 3]
    [plan] = session_plans(lessons, [45])
    assert chosen(plan) == [1, 4]


def test_a_lesson_that_does_not_fit_makes_way_for_one_that_does() -> None:
    [plan] = session_plans(course(20, 30, 10, first=(1, 2, 3)), [45])
    assert chosen(plan) == [1, 3]


@pytest.mark.parametrize(("length", "least"), [(30, 5), (45, 5), (60, 10), (90, 15)])
def test_time_for_questions_is_kept_free(length, least) -> None:
    # Lessons of one minute would fill any session to the last.
    [plan] = session_plans(course(*[1] * 90), [length])
    assert plan.questions == least


def test_a_plan_adds_up_to_the_length_of_its_session() -> None:
    [plan] = session_plans(course(12, 12), [45])
    assert plan.steps == (
        ("Welcome, and how this works", 3),
        ("Lesson 1: Tiny", 12),
        ("Lesson 2: Tiny", 12),
        ("Questions", 16),
        ("One thing each of us will ask", 2),
    )


def test_optional_lessons_are_chosen_after_all_others() -> None:
    lessons = course(10, 20, 10, optional=(1,), first=(1,))
    assert [chosen(plan) for plan in session_plans(lessons, [30, 60])] == [[2], [1, 2, 3]]


def test_parts_that_go_further_wait_until_no_lesson_is_left_to_choose() -> None:
    # 30 minutes leave 20. Whole, the first takes 12 and the second 10; without, 9 and 10.
    first, second = going_further(1, 12, 3), going_further(2, 10, 0)
    [plan] = session_plans([first, second], [30])
    assert (chosen(plan), plan.taken(first), plan.questions) == ([1, 2], 9, 6)
    assert plan.steps[1] == ("Lesson 1: Tiny, without “More”", 9)


def test_parts_that_go_further_are_taken_where_there_is_room() -> None:
    [plan] = session_plans([going_further(1, 20, 3)], [30])
    assert plan.steps[1] == ("Lesson 1: Tiny", 20)
    assert plan.questions == 5


def test_without_notes_for_hosts_a_lesson_takes_as_long_as_alone() -> None:
    alone = replace(lesson(), minutes=10, time=LessonTime(("More",), (("More", 120),)))
    assert (with_a_group(alone), with_a_group(alone, further=False)) == (12, 10)


def test_a_session_too_short_for_any_lesson_has_no_plan() -> None:
    assert session_plans(course(15), [15]) == ()


@pytest.mark.parametrize(
    ("minutes", "lessons", "questions"),
    [
        (30, ["data-gaps"], 10),
        (45, ["data-gaps", "deciding-together"], 10),
        (60, ["what-is-ai", "data-gaps", "deciding-together"], 13),
        (
            90,
            ["what-is-ai", "fluent-is-not-true", "data-gaps", "people-in-the-loop",
             "deciding-together"],
            15,
        ),
    ],
)  # fmt: skip
def test_the_shipped_plans_begin_with_what_a_webinar_needs(minutes, lessons, questions) -> None:
    plan = SHIPPED[minutes]
    assert [one.id for one in plan.lessons] == lessons
    assert plan.questions == questions


def test_the_longest_shipped_plan_says_what_it_leaves_out() -> None:
    told = [what for what, _ in SHIPPED[90].steps]
    assert "Lesson 3: Fluent is not the same as true, without “In residents' words”" in told, told
