from dataclasses import replace
from datetime import date
from itertools import permutations

from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.register.entry import Entry
from toolkit.assessment.register.register import arranged, combined, read_register, review_words
from toolkit.progress import ProgressFile, write_progress

TODAY = date(2026, 11, 22)
INSTRUMENTS = {"proposal": load_instrument("proposal")}
LATE = Entry("l.json", "late", owner="B", tier=2, review=date(2026, 5, 4), saved="2026-01-01")
SOON = Entry("s.json", "Soon", owner="a", tier=4, review=date(2027, 5, 4), saved="2026-01-01")
NONE = Entry("n.json", tier=0, saved="2026-01-01")


def test_the_most_overdue_comes_first_and_no_date_last():
    assert arranged([SOON, NONE, LATE], "review") == (LATE, SOON, NONE)


def test_other_orders_are_tier_name_and_owner_with_gaps_last():
    assert arranged([LATE, NONE, SOON], "tier") == (SOON, LATE, NONE)
    assert arranged([SOON, NONE, LATE], "name") == (LATE, SOON, NONE)
    assert arranged([LATE, NONE, SOON], "owner") == (SOON, LATE, NONE)


def test_the_order_of_files_does_not_matter():
    for mixed in permutations([LATE, SOON, NONE]):
        assert arranged(combined(mixed)[0], "review") == (LATE, SOON, NONE)


def test_a_review_date_is_overdue_only_once_it_has_passed():
    assert review_words(date(2026, 11, 21), TODAY) == "Overdue since 21 November 2026"
    assert review_words(TODAY, TODAY) == "Due today, 22 November 2026"
    assert review_words(date(2026, 11, 23), TODAY) == "23 November 2026"


def test_of_a_proposal_that_is_there_twice_the_one_saved_last_is_used_and_that_is_said():
    newer = replace(LATE, file="new.json", name="LATE", saved="2026-02-01")
    kept, told = combined([newer, LATE])
    assert kept == (newer,)
    assert told == ("‘LATE’ is there 2 times: new.json was saved last and is used.",)


def test_where_none_was_saved_last_all_are_kept_and_that_is_said():
    other = replace(LATE, file="other.json")
    kept, told = combined([LATE, other])
    assert set(kept) == {LATE, other}
    assert "take off what does not belong" in told[0]


def test_the_same_entry_twice_is_there_once_without_a_word():
    assert combined([LATE, LATE]) == ((LATE,), ())


def test_proposals_without_a_name_are_never_taken_for_one():
    other = replace(NONE, tier=3)
    assert combined([NONE, other]) == ((NONE, other), ())


def file(**values):
    values = {name.replace("__", "."): value for name, value in values.items()}
    return write_progress(ProgressFile("proposal", 1, values, "2026-11-22"))


def test_a_bad_file_is_named_and_the_good_ones_are_listed():
    found = read_register([("bad.json", "{"), ("a.json", file(about__name="A"))], INSTRUMENTS)
    assert [entry.name for entry in found.entries] == ["A"]
    assert [error.file for error in found.refused] == ["bad.json"]


def test_more_files_are_added_to_those_there_already():
    found = read_register([("a.json", file(about__name="A"))], INSTRUMENTS, [LATE])
    assert [entry.name for entry in found.entries] == ["late", "A"]


def test_what_may_be_published_but_has_no_name_is_said():
    found = read_register([("a.json", file(about__published="yes"))], INSTRUMENTS)
    assert "may be published, but has no name yet" in found.notices[0]


def test_a_worked_example_never_takes_the_place_of_a_real_proposal():
    made_up = replace(LATE, file="e.json", example="Anytown", saved="2026-09-01")
    assert combined([LATE, made_up]) == ((LATE, made_up), ())
