import csv
import io
from datetime import date

import pytest

from toolkit.assessment.register.entry import Entry, read_entry
from toolkit.assessment.register.export import public_page, register_csv
from toolkit.document.html import as_html
from toolkit.document.markdown import as_markdown
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress

TODAY = date(2026, 11, 22)
NOTES = Entry(
    "notes.json",
    "Call notes",
    "It writes up calls.",
    "Head of Care",
    3,
    "Tier 3",
    "Pilot with conditions",
    date(2026, 5, 4),
    "outcome",
    "https://example.org/notes",
    "2026-11-01",
    7,
)
SECRET = Entry("secret.json", "Secret scheme", "Quiet.", "Nobody", 4, "Tier 4", "Think again")


def rows(*entries):
    text = register_csv(entries, today=TODAY).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))


def page(*entries, council=""):
    return as_markdown(public_page(entries, council=council, today=TODAY))


def with_published(entry, word):
    return Entry(**{**vars(entry), "published": word})


def test_the_table_has_everything_that_those_who_keep_it_need():
    heading, row = rows(NOTES)
    assert dict(zip(heading, row, strict=True)) == {
        "Proposal": "Call notes",
        "What it is for": "It writes up calls.",
        "Owner": "Head of Care",
        "Tier": "Tier 3",
        "Outcome": "Pilot with conditions",
        "Review date": "2026-05-04",
        "Review": "Overdue since 4 May 2026",
        "Published": "Yes, with its outcome",
        "Public record": "https://example.org/notes",
        "Last saved": "2026-11-01",
        "Questions not answered": "7",
        "File": "notes.json",
        "Worked example about": "",
    }


@pytest.mark.parametrize("typed", ["=1+1", "+44", "-2", "@me", "\tx"])
def test_no_cell_is_a_formula(typed):
    [_, row] = rows(Entry("a.json", typed))
    assert row[0] == f"'{typed}"


def test_commas_and_lines_stay_within_their_cell():
    [_, row] = rows(Entry("a.json", 'One, "two"\nthree'))
    assert row[0] == 'One, "two"\nthree'


def test_the_page_shows_a_published_proposal_with_its_outcome():
    text = page(NOTES, council="Anytown Council")
    assert text.startswith("# Register of AI: Anytown Council")
    assert "It writes up calls. | Head of Care | 4 May 2026 |" in text
    assert "(https://example.org/notes)" in text.replace("<", "").replace(">", "")
    assert "| Call notes | Tier 3 | Pilot with conditions |" in text
    assert "no promise" in text


def test_the_page_keeps_tier_and_outcome_back_where_only_the_rest_may_be_published():
    text = page(with_published(NOTES, "yes"))
    assert "Call notes" in text
    assert "Tier" not in text
    assert "Pilot" not in text


@pytest.mark.parametrize("word", ["", "no"])
def test_the_page_only_counts_what_nobody_said_may_be_published(word):
    text = page(NOTES, with_published(SECRET, word))
    for words in ("Secret", "Quiet", "Nobody", "Think again"):
        assert words not in text
    assert "1 more is not published here yet." in text


def test_the_page_shows_nothing_of_how_the_register_is_kept():
    text = page(NOTES)
    for words in ("notes.json", "2026-11-01", "7", "Overdue"):
        assert words not in text.replace("2026-11-22", "").replace("22 November", "")


def test_what_has_no_name_is_not_on_the_page():
    assert "Nothing is published here yet." in page(with_published(Entry("x.json"), "outcome"))


def test_what_an_owner_typed_does_nothing_on_the_page():
    entry = with_published(Entry("a.json", "<script>alert(1)</script>"), "yes")
    assert "<script>alert" not in as_html(public_page([entry], council="", today=TODAY))


def test_a_worked_example_is_marked_in_the_table_and_nowhere_on_the_public_page():
    made_up = Entry(**{**vars(NOTES), "example": "Anytown"})
    heading, row = rows(made_up)
    told = dict(zip(heading, row, strict=True))
    assert (told["Proposal"], told["Worked example about"]) == (
        "Worked example: Call notes",
        "Anytown",
    )
    text = page(made_up)
    assert "Call notes" not in text
    assert "more" not in text  # nor is it counted among those that are not published


def test_nothing_is_more_where_nothing_is_published():
    text = page(SECRET, with_published(NOTES, "no"))
    assert "Nothing is published here yet." in text
    assert "\n2 are not published here yet." in text


def test_a_file_of_an_unknown_self_assessment_is_not_said_to_be_no_proposal():
    text = write_progress(ProgressFile("mine", 1, {}, "2026-11-22"))
    with pytest.raises(ContentError, match="‘mine’, and there is no such self-assessment here"):
        read_entry(text, {})
