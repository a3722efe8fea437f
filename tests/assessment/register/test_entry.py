from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import tiny

from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.register.entry import Entry, entry_as_data, entry_from_data, read_entry
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress

INSTRUMENTS = {"proposal": load_instrument("proposal"), "tiny": tiny()}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ENTRIES = st.builds(
    Entry,
    TEXT,
    name=TEXT,
    owner=TEXT,
    tier=st.integers(0, 4),
    review=st.none() | st.dates(),
    published=st.sampled_from(["", "yes", "outcome", "no"]),
    unanswered=st.integers(0, 99),
    example=TEXT,
)


def file(document="proposal", version=1, example="", **values):
    values = {name.replace("__", "."): value for name, value in values.items()}
    return write_progress(ProgressFile(document, version, values, "2026-11-22", example=example))


def read(text):
    return read_entry(text, INSTRUMENTS, "a.json")


def test_an_entry_says_what_was_typed_and_what_the_answers_come_to():
    entry, told = read(file(about__name="Call notes", about__owner="Head of Care", T1="talks"))
    assert (entry.name, entry.owner, entry.saved, told) == (
        "Call notes",
        "Head of Care",
        "2026-11-22",
        "",
    )
    # It talks to residents by itself, so tier 2 at least; nothing else is known.
    assert (entry.tier, entry.tier_words) == (4, "Tier 2, could be 4")
    assert entry.outcome == "Do not proceed as described; could be: Proceed and review"
    assert entry.unanswered == 43


def test_where_no_assessment_is_needed_there_is_no_tier():
    entry, _ = read(file(T1="no-ai", T2="drafting"))
    assert (entry.tier, entry.tier_words) == (0, "None")
    assert entry.outcome == "This assessment is not needed"
    assert entry.unanswered == 0


def test_an_entry_without_a_name_is_known_by_its_file():
    assert read(file())[0].title == "No name yet (a.json)"


def test_a_worked_example_is_marked_and_said_to_be_one():
    entry, told = read(file(example="Anytown", about__name="Notes", about__published="yes"))
    assert (entry.example, entry.title, entry.is_public) == (
        "Anytown",
        "Worked example: Notes",
        False,
    )
    assert "Anytown is made up" in told
    assert "kept off the page for the public" in told


def test_an_entry_that_a_browser_kept_before_examples_were_marked_is_real():
    old = {name: value for name, value in WHOLE.items() if name != "example"}
    assert entry_from_data(old) == Entry("a.json", "Notes", review=date(2026, 5, 4))


def test_a_note_is_no_part_of_an_entry():
    entry, _ = read(file(T1="talks", **{"T1.note": "private words"}))
    assert "private words" not in str(entry_as_data(entry))


def test_what_cannot_be_used_is_said():
    entry, told = read(file(T1="nonsense", about__link="intranet", T2="drafting"))
    assert entry.link == ""
    assert "T1: 'nonsense' is not one of its answers." in told
    assert "must start with https://" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (file("tiny", 2), "is no proposal"),
        (file("somewhere-else"), "no such self-assessment here"),
        (file(version=99), "newer version"),
        ("{", "damaged"),
    ],
)
def test_what_is_no_saved_proposal_is_refused_by_name(text, words):
    with pytest.raises(ContentError, match=words) as refused:
        read(text)
    assert refused.value.file == "a.json"


@given(ENTRIES)
def test_an_entry_comes_back_from_data_exactly(entry):
    assert entry_from_data(entry_as_data(entry)) == entry


WHOLE = entry_as_data(Entry("a.json", "Notes", review=date(2026, 5, 4)))


@pytest.mark.parametrize(
    "data",
    [None, [], {}, WHOLE | {"tier": "4"}, WHOLE | {"tier": True}, WHOLE | {"review": "soon"},
     WHOLE | {"published": "maybe"}, WHOLE | {"more": 1}],
    ids=str,
)  # fmt: skip
def test_data_that_is_no_entry_is_refused(data):
    with pytest.raises(ValueError, match=r"not an|soon"):
        entry_from_data(data)
