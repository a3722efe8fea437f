"""One case study as a page, and on top of its own notebook."""

import re
from datetime import date

import pytest
from stops import second_stops
from tiny_case import FACTS, body, case

from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.citation import Edition
from toolkit.cases.timeline import years
from toolkit.identity import Contact
from toolkit.schema import load_schema
from toolkit.views.card import case_card
from toolkit.views.case import case_text, show_case_study
from toolkit.vocabulary import load_vocabulary

WORDS = load_vocabulary()
NOBODY = Contact()


EDITION = Edition("The Toolkit", "0.1.0")


def drawn(found, contact=NOBODY, today=date(2026, 6, 1)):
    return case_text(
        found,
        WORDS,
        source_address="#source={}".format,
        contact=contact,
        today=today,
        edition=EDITION,
    )


def text(found, contact=NOBODY, today=date(2026, 6, 1)):
    html = drawn(found, contact, today)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_page_has_the_facts_the_numbers_and_what_nobody_checked():
    shown = text(case())
    for words in ("Alderwick Tea Club", "12 cups", "Said by those who run or sell it",
                  "Nobody counted the cups.", "Own account only."):  # fmt: skip
        assert words in shown


@pytest.mark.parametrize("found", load_catalogue().cases, ids=lambda found: found.slug)
def test_what_ends_with_a_mark_gets_no_second_one(found):
    assert second_stops(drawn(found)) == []


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


ETHICS = {
    **dict.fromkeys(("bias", "errors", "data_reliability", "explainability", "transparency"),
                    "not known"),
    "jobs": "Nobody lost a job.",
}  # fmt: skip

# A value for every field that has a title in the schema, and the words a reader sees for it.
WHOLE = {
    "title": ("The tea club tries a robot", "The tea club tries a robot"),
    "organisation": ("Alderwick Tea Club", "Who Alderwick Tea Club"),
    "organisation_type": ("council", "Kind of organisation: Council"),
    "place": ("Brambleford", "Where Brambleford"),
    "country": ("Wales", "Brambleford, Wales"),
    "ccin_member": (True, "Network Member of the Co-operative"),
    "lat": (52.125, "latitude 52.125"),
    "lon": (-1.5, "longitude -1.5"),
    "year_start": (2019, "When 2019"),
    "year_end": (2023, "2019 to 2023"),
    "status": ("stopped", "Where it stands Stopped"),
    "use_case": ("productivity-support", "What it is for Helping staff with their work"),
    "service_area": ("corporate", "Service Whole council"),
    "technology": ("chatbot", "Technology Chatbot"),
    "vendor": ("Kettle Ltd", "Supplier Kettle Ltd"),
    "human_in_loop": ("A person pours.", "What people check A person pours."),
    "teaches": (["went-wrong"], "Went wrong"),
    "fictional": (True, "made up"),
    "summary": ("The club tried a robot. " * 10, "The club tried a robot."),
    "problem": ("Tea was late.", "What was to be put right Tea was late."),
    "approach": ("A robot boils the water.", "What they did A robot boils the water."),
    "outcomes": (FACTS["outcomes"], "Cups saved 12 cups"),
    "risks_or_harms": (["Cold tea."], "Who could be harmed, and how Cold tea."),
    "mitigations": (["A thicker pot."], "What was done about it A thicker pot."),
    "lessons": (FACTS["lessons"], "Boil water first."),
    "principles": (["staff-voice"], "What it helps you to think about: Staff"),
    "ccin_principles": (
        [{"id": "learning", "met": "They shared.", "not_met": "They forgot."}],
        "They shared. How it is not: They forgot.",
    ),
    "data_used": (
        [{"name": "Kettle log", "source": "The kettle", "personal": "no", "gaps": "Sundays"}],
        "Kettle log. Where it comes from: The kettle. Personal data: no. What is missing: Sundays.",
    ),
    "ethics": (ETHICS, "Jobs: Nobody lost a job."),
    "questions": (["Who pours?", "Who stops it?"], "Who stops it?"),
    "sources": (FACTS["sources"], "Minutes of the club . The club, 2025-03"),
    "confidence": ("medium", "How sure we are of the facts Medium."),
    "not_verified": (["Nobody counted the cups."], "Nobody counted the cups."),
    "notes": ("The clock was wrong.", "Notes: The clock was wrong."),
    "atrs_url": ("https://example.org/atrs", "Transparency record https://example.org/atrs"),
    "authors": (["Ada Pour"], "Ada Pour (2026)"),
    "licence": ("cc-by-4", "Licence: CC BY 4.0"),
    "rights_confirmed_by": ("The chair", "Who cleared it for others to use: The chair"),
    "published": ("2026-01-01", "Version of 1 January 2026"),
    "reviewed": ({"on": "2026-03-02", "by": "Bo"}, "Last looked over on 2 March 2026 by Bo."),
    "review_due": ("2027-01-01", "Check again by: 1 January 2027"),
    "adapted_from": ("leeds-phones", "leeds-phones"),
}


@pytest.mark.parametrize(
    "name", [name for name, part in load_schema("case-study")["properties"].items()
             if "title" in part]
)  # fmt: skip
def test_every_field_that_can_be_filled_in_is_on_the_page(name):
    whole = case(**{field: value for field, (value, _) in WHOLE.items()})
    assert WHOLE[name][1] in text(whole)


def test_harms_that_nobody_answered_say_so():
    assert "What was done about it Not known." in text(case())


def test_a_notebook_shows_who_stands_behind_each_result_and_who_could_be_harmed():
    html = show_case_study("telford-ask-tom")._repr_html_()
    for words in ("Said by those who run or sell it", "Local words and accents are missed.",
                  "A quicker way to a person.", "The system had to learn",
                  "Residents who contact the council", "Openness",
                  "Complaint figures went to a public committee"):  # fmt: skip
        assert words in html
    assert 'href=""' not in html


def test_what_was_typed_into_a_fact_stays_text():
    shown = case_text(
        case(problem="<b onclick=x>Late</b>", mitigations=["<script>1</script>"]),
        WORDS, source_address=str, contact=NOBODY, today=date(2026, 6, 1), edition=EDITION,
    )  # fmt: skip
    assert "&lt;b onclick=x&gt;Late" in shown
    assert "<script" not in shown


def test_a_made_up_case_has_a_tag_wherever_it_is_shown():
    assert "Made up" in case_card(case(fictional=True), WORDS, address="#case=tea")
    assert "Made up" not in case_card(case(), WORDS, address="#case=tea")
