from datetime import date

import pytest

from toolkit.assessment.about import About, read_about

WHOLE = {
    "about.name": " Call notes ",
    "about.purpose": "It writes up calls.",
    "about.owner": "Head of Care",
    "about.review-day": "27",
    "about.review-month": "5",
    "about.review-year": "2027",
    "about.published": "outcome",
    "about.link": "https://example.org/notes",
}


def test_everything_that_was_typed_is_read():
    assert read_about(WHOLE) == (
        About(
            "Call notes",
            "It writes up calls.",
            "Head of Care",
            date(2027, 5, 27),
            "outcome",
            "https://example.org/notes",
        ),
        {},
    )


def test_nothing_typed_is_nothing_wrong():
    assert read_about({}) == (About(), {})


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("31", "2", "2027"), ("x", "5", "2027"), ("1", "5", "27"), ("1", "13", "2027")],
)
def test_a_date_that_is_none_is_said(day, month, year):
    typed = {"about.review-day": day, "about.review-month": month, "about.review-year": year}
    about, wrong = read_about(typed)
    assert about.review is None
    assert list(wrong) == ["review"]


def test_a_date_that_is_half_typed_is_not_wrong_yet():
    assert read_about({"about.review-day": "27"}) == (About(), {})


@pytest.mark.parametrize("link", ["javascript:alert(1)", "intranet/notes", "https://a b"])
def test_an_address_that_could_do_anything_else_is_left_out_and_said(link):
    about, wrong = read_about({"about.link": link})
    assert about.link == ""
    assert list(wrong) == ["link"]


@pytest.mark.parametrize("word", ["maybe", "", 3, None])
def test_what_is_no_answer_on_publishing_counts_as_not_said(word):
    assert read_about({"about.published": word})[0].published == ""
