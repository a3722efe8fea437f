"""The places and the queue: who is let in, and when. Times are seconds on a made-up clock."""

from __future__ import annotations

import pytest

from toolkit.serving.front.places import Places, Taken, Waiting


@pytest.fixture
def running() -> set[str]:
    """The kernels that run."""
    return set()


@pytest.fixture
def two(running: set[str]) -> Places:
    """Two places."""
    return Places(2, running.__contains__)


def enter(places: Places, running: set[str], who: str, now: float, ticket: str = "") -> Taken:
    """Take a place, start a kernel for it and show the page."""
    place = places.ask(who, now, ticket)
    assert isinstance(place, Taken)
    place.kernel = f"kernel of {who}"
    running.add(place.kernel)
    places.served(place, now)
    return place


def wait(places: Places, who: str, now: float, again: bool = False) -> str:
    """Join the queue and return the ticket."""
    answer = places.ask(who, now, again=again)
    assert isinstance(answer, Waiting)
    return answer.ticket


def test_as_many_are_let_in_as_there_are_places(two: Places) -> None:
    answers = [two.ask(f"visitor {number}", 0) for number in range(5)]
    assert [type(answer) for answer in answers] == [Taken, Taken, Waiting, Waiting, Waiting]
    assert (two.taken, two.waiting) == (2, 3)


def test_those_who_wait_have_numbers_in_the_order_they_came(two: Places) -> None:
    two.ask("a", 0), two.ask("b", 0)
    first, second = wait(two, "c", 0), wait(two, "d", 1)
    assert (two.turn(first, 2), two.turn(second, 2)) == (1, 2)


def test_a_free_place_goes_to_whoever_waited_longest(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    first, second = wait(two, "c", 1), wait(two, "d", 2)
    running.remove("kernel of a")
    assert (two.turn(first, 3), two.turn(second, 3)) == (0, 1)
    enter(two, running, "c", 4, first)
    assert (two.taken, two.waiting) == (2, 1)


def test_nobody_who_comes_later_goes_before_those_who_wait(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    ticket = wait(two, "c", 1)
    running.remove("kernel of a")
    assert isinstance(two.ask("late", 2), Waiting)
    assert isinstance(two.ask("c", 3, ticket), Taken)


def test_a_ticket_opens_one_page_only(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    ticket = wait(two, "c", 1)
    running.clear()
    enter(two, running, "c", 2, ticket), enter(two, running, "d", 2)
    assert isinstance(two.ask("c", 3, ticket), Waiting)


def test_a_made_up_ticket_is_worth_nothing(two: Places) -> None:
    two.ask("a", 0), two.ask("b", 0)
    first = wait(two, "c", 0)
    assert isinstance(two.ask("d", 1, "made up"), Waiting)
    assert two.turn("made up", 1) is None
    assert two.turn(first, 1) == 1


def test_whoever_closes_the_waiting_page_loses_their_turn(two: Places) -> None:
    two.ask("a", 0), two.ask("b", 0)
    gone, patient = wait(two, "c", 0), wait(two, "d", 0)
    for now in (10, 20, 29):
        two.turn(patient, now)
    assert two.turn(gone, 30) is None
    assert two.turn(patient, 30) == 1


def test_a_turn_that_is_not_taken_goes_to_the_next(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    gone, patient = wait(two, "c", 1), wait(two, "d", 1)
    running.remove("kernel of a")
    assert (two.turn(gone, 2), two.turn(patient, 2)) == (0, 1)
    assert two.turn(patient, 31) == 1
    assert two.turn(patient, 32) == 0
    assert two.turn(gone, 32) is None


def test_a_page_that_started_no_kernel_gives_its_place_back(two: Places) -> None:
    place = two.ask("a", 0)
    assert isinstance(place, Taken)
    two.served(place, 1)
    assert two.taken == 0


def test_a_place_is_held_while_its_kernel_is_starting(two: Places) -> None:
    two.ask("a", 0)
    two.tidy(100)
    assert two.taken == 1


def test_a_kernel_that_dies_frees_its_place(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0)
    running.clear()
    two.tidy(1)
    assert two.taken == 0


@pytest.mark.parametrize(("after", "kind"), [(3.9, Taken), (4, Waiting)])
def test_a_page_that_is_loaded_again_keeps_its_place_for_a_moment(
    two: Places, running: set[str], after: float, kind: type
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    wait(two, "c", 5)
    two.leave("kernel of a", 10)
    assert isinstance(two.ask("a", 10 + after, again=True), kind)


def test_nobody_else_gets_the_place_of_a_page_that_may_come_back(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    two.leave("kernel of a", 10)
    assert isinstance(two.ask("d", 11, again=True), Waiting)
    assert isinstance(two.ask("a", 11), Waiting)


def test_a_page_loaded_again_before_it_has_said_goodbye_is_next(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    patient = wait(two, "c", 5)
    again = wait(two, "a", 10, again=True)
    assert (two.turn(again, 10), two.turn(patient, 10)) == (1, 2)
    two.leave("kernel of a", 10)
    assert (two.turn(again, 10), two.turn(patient, 10)) == (0, 1)


def test_there_are_never_more_pages_than_places(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    tickets = [wait(two, f"visitor {number}", 1) for number in range(4)]
    two.leave("kernel of a", 2)
    running.clear()
    two.tidy(3)
    assert two.taken <= 2
    let_in = [isinstance(two.ask("x", 7, ticket), Taken) for ticket in tickets]
    assert let_in == [True, True, False, False]


def test_a_page_left_before_it_was_complete_is_found_as_soon_as_it_is(
    two: Places, running: set[str]
) -> None:
    place = two.ask("a", 0)
    assert isinstance(place, Taken)
    place.kernel, place.gone = "kernel of a", True
    running.add("kernel of a")
    assert two.unseen(lambda kernel: False, 1) == []
    two.served(place, 2)
    assert two.unseen(lambda kernel: False, 2) == ["kernel of a"]


def test_a_page_no_browser_connects_to_is_found_after_two_minutes(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    assert two.unseen(lambda kernel: kernel == "kernel of b", 120) == []
    assert two.unseen(lambda kernel: False, 120.5) == ["kernel of a"]
