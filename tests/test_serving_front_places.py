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


def enter(places: Places, running: set[str], kernel: str, now: float, ticket: str = "") -> Taken:
    """Take a place, start a kernel for it and show the page."""
    place = places.ask(now, ticket)
    assert isinstance(place, Taken)
    place.kernel = kernel
    running.add(kernel)
    places.served(place, now)
    return place


def wait(places: Places, now: float, left: str = "") -> str:
    """Join the queue and return the ticket."""
    answer = places.ask(now, left=left)
    assert isinstance(answer, Waiting)
    return answer.ticket


def test_as_many_are_let_in_as_there_are_places(two: Places) -> None:
    answers = [two.ask(0) for _ in range(5)]
    assert [type(answer) for answer in answers] == [Taken, Taken, Waiting, Waiting, Waiting]
    assert (two.taken, two.waiting) == (2, 3)


def test_those_who_wait_have_numbers_in_the_order_they_came(two: Places) -> None:
    two.ask(0), two.ask(0)
    first, second = wait(two, 0), wait(two, 1)
    assert (two.turn(first, 2), two.turn(second, 2)) == (1, 2)


def test_a_number_is_known_at_once(two: Places) -> None:
    two.ask(0), two.ask(0)
    tickets = [wait(two, 0) for _ in range(3)]
    assert [two.turn(ticket, 0) for ticket in tickets] == [1, 2, 3]


def test_a_free_place_goes_to_whoever_waited_longest(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    first, second = wait(two, 1), wait(two, 2)
    running.remove("a")
    assert (two.turn(first, 3), two.turn(second, 3)) == (0, 1)
    enter(two, running, "c", 4, first)
    assert (two.taken, two.waiting) == (2, 1)


def test_nobody_who_comes_later_goes_before_those_who_wait(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    ticket = wait(two, 1)
    running.remove("a")
    assert isinstance(two.ask(2), Waiting)
    assert isinstance(two.ask(3, ticket), Taken)


def test_a_ticket_opens_one_page_only(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    ticket = wait(two, 1)
    running.clear()
    enter(two, running, "c", 2, ticket), enter(two, running, "d", 2)
    assert isinstance(two.ask(3, ticket), Waiting)


def test_a_made_up_ticket_is_worth_nothing(two: Places) -> None:
    two.ask(0), two.ask(0)
    first = wait(two, 0)
    assert isinstance(two.ask(1, "made up"), Waiting)
    assert two.turn("made up", 1) is None
    assert two.turn(first, 1) == 1


def test_whoever_closes_the_waiting_page_loses_their_turn(two: Places) -> None:
    two.ask(0), two.ask(0)
    gone, patient = wait(two, 0), wait(two, 0)
    for now in (10, 20, 29):
        two.turn(patient, now)
    assert two.turn(gone, 30) is None
    assert two.turn(patient, 30) == 1


def test_a_waiting_page_that_is_loaded_again_after_its_turn_was_lost_joins_anew(
    two: Places,
) -> None:
    two.ask(0), two.ask(0)
    ticket = wait(two, 0)
    answer = two.ask(30, ticket, left="x")
    assert isinstance(answer, Waiting)
    assert answer.ticket != ticket


def test_a_turn_that_is_not_taken_goes_to_the_next(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    gone, patient = wait(two, 1), wait(two, 1)
    running.remove("a")
    assert (two.turn(gone, 2), two.turn(patient, 2)) == (0, 1)
    assert two.turn(patient, 31) == 1
    assert two.turn(patient, 32) == 0
    assert two.turn(gone, 32) is None


def test_a_page_that_started_no_kernel_gives_its_place_back(two: Places) -> None:
    place = two.ask(0)
    assert isinstance(place, Taken)
    two.served(place, 1)
    assert two.taken == 0


def test_a_page_whose_kernel_has_ended_when_it_is_complete_gives_its_place_back(
    two: Places,
) -> None:
    place = two.ask(0)
    assert isinstance(place, Taken)
    place.kernel = "a"
    two.served(place, 1)
    assert two.taken == 0


def test_a_place_is_held_while_its_kernel_is_starting(two: Places) -> None:
    two.ask(0)
    two.tidy(100)
    assert two.taken == 1


def test_a_kernel_that_dies_frees_its_place(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0)
    running.clear()
    two.tidy(1)
    assert two.taken == 0


# ---- A page that is loaded again. Visitors look alike: many share one address and one browser.


@pytest.mark.parametrize(("after", "kind"), [(3.9, Taken), (4, Waiting)])
def test_whoever_has_left_a_page_keeps_its_place_for_a_moment(
    two: Places, running: set[str], after: float, kind: type
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    wait(two, 5)
    two.leave("a", 10)
    assert isinstance(two.ask(10 + after, left="a"), kind)


def test_nobody_else_gets_the_place_of_a_page_that_may_come_back(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    colleague = wait(two, 9)
    two.leave("a", 10)
    assert two.turn(colleague, 11) == 1
    assert isinstance(two.ask(11), Waiting)
    assert isinstance(two.ask(11, left="made up"), Waiting)
    assert isinstance(two.ask(11, left="a"), Taken)


def test_a_place_that_nobody_comes_back_to_goes_to_whoever_waited_longest(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    first, second = wait(two, 9), wait(two, 9)
    two.leave("a", 10)
    assert (two.turn(first, 14), two.turn(second, 14)) == (0, 1)


def test_a_page_loaded_again_before_it_has_said_goodbye_gets_its_place_when_it_does(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    patient = wait(two, 5)
    again = wait(two, 10)
    assert isinstance(two.ask(10, again, left="a"), Waiting)
    assert (two.turn(patient, 10), two.turn(again, 10)) == (1, 2)
    two.leave("a", 10)
    assert (two.turn(patient, 10), two.turn(again, 10)) == (1, 0)
    assert isinstance(two.ask(10, again), Taken)
    assert two.taken == 2


def test_a_place_that_comes_back_leaves_the_free_ones_to_others(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    again, patient = wait(two, 5, left="a"), wait(two, 5)
    two.leave("a", 10)
    running.remove("b")
    assert (two.turn(again, 10), two.turn(patient, 10)) == (0, 0)


def test_nobody_goes_to_the_head_of_the_queue_by_loading_the_page_again(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    patient, hasty = wait(two, 5), wait(two, 5)
    for now in (6, 7, 8):
        two.ask(now, hasty)
    two.leave("a", 9)
    running.remove("b")
    assert (two.turn(patient, 9), two.turn(hasty, 9)) == (0, 1)


def test_there_are_never_more_pages_than_places(two: Places, running: set[str]) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    tickets = [wait(two, 1) for _ in range(4)]
    two.leave("a", 2)
    running.clear()
    two.tidy(3)
    assert two.taken <= 2
    let_in = [isinstance(two.ask(7, ticket), Taken) for ticket in tickets]
    assert let_in == [True, True, False, False]


# ---- Many


def test_a_queue_that_is_full_takes_nobody_new_and_keeps_everybody_in_it() -> None:
    places = Places(1, {"a"}.__contains__, longest=3)
    enter(places, set(), "a", 0)
    tickets = [wait(places, 0) for _ in range(3)]
    assert places.ask(1) is None
    assert places.ask(1, "made up", left="made up") is None
    assert [places.turn(ticket, 1) for ticket in tickets] == [1, 2, 3]
    places.turn(tickets[0], 20), places.turn(tickets[1], 20)
    assert isinstance(places.ask(31), Waiting)  # the third has gone


def test_a_full_queue_has_room_for_whoever_has_a_place_and_no_more_than_that() -> None:
    places = Places(1, {"a"}.__contains__, longest=1)
    enter(places, set(), "a", 0)
    wait(places, 0)
    again = wait(places, 1, left="a")
    assert places.ask(1, left="a") is None
    places.leave("a", 1)
    assert places.turn(again, 1) == 0


def test_a_thousand_who_ask_for_their_turn_cost_one_look_at_each_place() -> None:
    looks: list[str] = []

    def runs(kernel: str) -> bool:
        looks.append(kernel)
        return True

    places = Places(10, runs, longest=1_000)
    for number in range(10):
        enter(places, set(), str(number), 0)
    tickets = [wait(places, 0) for _ in range(1_000)]
    looks.clear()
    assert [places.turn(ticket, 5) for ticket in tickets] == list(range(1, 1_001))
    assert len(looks) == 10
    assert [places.turn(ticket, 5.9) for ticket in tickets] == list(range(1, 1_001))
    assert len(looks) == 10


def test_a_look_counts_the_places_once_however_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(1, {"a"}.__contains__, longest=1_000)
    enter(places, set(), "a", 0)
    for _ in range(1_000):
        wait(places, 0)
    counted: list[int] = []
    count = vars(Places)["taken"].fget

    def counting(self: Places) -> int:
        counted.append(1)
        return int(count(self))

    monkeypatch.setattr(Places, "taken", property(counting))
    places.tidy(1)
    assert len(counted) == 1


# ---- Pages nobody looks at


def test_a_page_left_before_it_was_complete_is_found_without_waiting_for_its_end(
    two: Places, running: set[str]
) -> None:
    place = two.ask(0)
    assert isinstance(place, Taken)
    place.gone = True
    assert two.unseen(lambda kernel: False, 1) == []  # there is no kernel yet
    place.kernel = "a"
    running.add("a")
    assert two.unseen(lambda kernel: False, 1) == ["a"]


def test_a_page_that_is_still_being_made_is_not_taken_for_one_that_was_left(
    two: Places, running: set[str]
) -> None:
    place = two.ask(0)
    assert isinstance(place, Taken)
    place.kernel = "a"
    running.add("a")
    assert two.unseen(lambda kernel: False, 1_000) == []


def test_a_page_no_browser_connects_to_is_found_after_two_minutes(
    two: Places, running: set[str]
) -> None:
    enter(two, running, "a", 0), enter(two, running, "b", 0)
    assert two.unseen(lambda kernel: kernel == "b", 120) == []
    assert two.unseen(lambda kernel: False, 120.5) == ["a"]
