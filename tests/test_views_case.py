"""One case study as a page, and on top of its own notebook."""

import re
from datetime import date

import pytest
from tiny_case import FACTS, body, case

from toolkit.cases.citation import Edition
from toolkit.cases.timeline import years
from toolkit.identity import Contact
from toolkit.views.card import case_card
from toolkit.views.case import case_text, show_case_study
from toolkit.vocabulary import load_vocabulary

WORDS = load_vocabulary()
NOBODY = Contact()


EDITION = Edition("The Toolkit", "0.1.0")


def text(found, contact=NOBODY, today=date(2026, 6, 1)):
    html = case_text(
        found,
        WORDS,
        source_address="#source={}".format,
        contact=contact,
        today=today,
        edition=EDITION,
    )
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_page_has_the_facts_the_numbers_and_what_nobody_checked():
    shown = text(case())
    for words in ("Alderwick Tea Club", "12 cups", "Said by those who run or sell it",
                  "Nobody counted the cups.", "Own account only."):  # fmt: skip
        assert words in shown


def test_what_is_not_known_is_said_to_be():
    assert "When Not known" in text(case(year_start=None))
    assert "Supplier Not known or none" in text(case())


def test_a_source_has_a_link_only_where_it_may_be_shown():
    source = FACTS["sources"][0]
    line = {"Sources": "1. Minutes of the club. The club, 2025-03."}
    copy = case(cells=body(**line), sources=[{**source, "link_ok": False}])
    options = {
        "source_address": str,
        "contact": NOBODY,
        "today": date(2026, 6, 1),
        "edition": EDITION,
    }
    assert 'href="https://example.org/minutes"' in case_text(case(), WORDS, **options)
    assert "example.org" not in case_text(copy, WORDS, **options)


def test_who_corrects_mistakes_is_named_or_said_to_be_missing():
    assert "Write to The editors at e@example.org." in text(
        case(), contact=Contact("The editors", "e@example.org")
    )
    assert "have not yet named whom to write to" in text(case())


def test_a_review_that_is_due_asks_the_reader_to_check():
    assert "check before you use it" not in text(case(), today=date(2027, 1, 1))
    assert "A review was due on 1 January 2027: check before you use it." in text(
        case(), today=date(2027, 1, 2)
    )


def test_a_made_up_case_says_so():
    assert "made up" in text(case(fictional=True))
    assert "made up" not in text(case())


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(2023, 2026, "2023 to 2026"), (2020, 2020, "2020"), (2024, None, "from 2024"),
     (None, 2019, "until 2019"), (None, None, "")],
)  # fmt: skip
def test_when_it_ran_is_told_as_far_as_it_is_known(start, end, words):
    assert years(case(year_start=start, year_end=end)) == words


def test_a_card_shows_evidence_and_status_in_words():
    shown = case_card(case(), WORDS, address="#case=tea")
    assert "<strong>Evidence:</strong> Own account only" in shown
    assert "Being tried" in shown
    assert 'href="#case=tea"' in shown


def test_a_notebook_shows_its_own_case_without_a_heading_out_of_order():
    html = show_case_study("telford-ask-tom")._repr_html_()
    assert "Telford and Wrekin Council" in html
    assert "<h" not in html


def test_an_unknown_case_gets_the_nearest():
    with pytest.raises(LookupError, match="did you mean 'telford-ask-tom'"):
        show_case_study("telford-ask-tim")
