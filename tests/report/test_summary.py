from dataclasses import replace

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reported import DRAFTING, GOOD, material_of, reported
from tiny import answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.phrase import SCOPE
from toolkit.document.inert import inert
from toolkit.document.markdown import as_markdown
from toolkit.report.summary import summary


def report(found, **more):
    return as_markdown(summary(replace(reported(tiny(), found), **more)))


def proposal(**values):
    return as_markdown(summary(material_of("proposal", **values)))


def as_html(markdown):
    # The most trusting reader there is: HTML in the text would be let through.
    return mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])(markdown)


def test_a_report_says_what_it_is_of_when_and_what_it_is_not():
    text = report(answers(B1="3/2", D1="unknown"))
    assert text.startswith("# Is the tea club ready?\n")
    assert (
        f"Report of 2 November 2026. Version 2 of the questions (fingerprint {tiny().fingerprint})."
        in text
    )
    assert SCOPE in text
    assert "not legal advice" in SCOPE
    assert "data protection impact assessment (DPIA)" in SCOPE


def test_a_report_counts_what_was_not_answered():
    text = report(answers(B1="3/2", B2="unknown", D1="na"))
    assert "4 questions: 1 answered, 1 “don't know”, 1 not applicable, 1 not answered." in text


def test_scores_stand_in_a_table_cautious_end_first():
    text = report(answers(B1="4", B2="unknown"))
    assert "| Rules | 0.5 | 3.5 | 1.0 | 1 of 2 |" in text


def test_gates_are_in_place_claimed_or_missing():
    assert "- a named owner (B1): in place" in report(answers(B1="3/2"))
    assert "- a named owner (B1): claimed, not shown" in report(answers(B1="3"))
    assert "- a named owner (B1): missing" in report(answers(B1="1"))


def test_next_steps_stand_under_who_can_lead():
    text = report(answers(B1="2", B2="2", E1="1"))
    assert (
        "### Clerk\n\n- Name an owner. (B1; takes days) "
        "If done and shown, it raises the stage to ‘Middle’ and puts in place a named owner."
    ) in text


def test_an_answer_is_reported_with_its_words_evidence_reason_and_note():
    found = {
        "B1": Answer("answered", "3", 2, note="Ann.\nSince May."),
        "D1": Answer("not_applicable", reason="Paper cups."),
    }
    text = report(found)
    assert "- Answer: In use: The name is used.\n- Evidence: Shown\n\nNote:\n\n" in text
    assert "> Ann.  \n> Since May.  \n" in text
    assert "- Answer: Not applicable\n\nWhy it does not apply:\n\n> Paper cups.  \n" in text


def test_an_answer_to_a_question_no_longer_asked_is_kept_and_said_not_to_count():
    text = report(answers(E1="1", E2="4/2"))
    assert "- No longer asked, given the other answers, so it does not count." in text


def test_what_the_reader_must_know_comes_first():
    assert "**Please note.** B8 was left out." in report(answers(), notices="B8 was left out.")


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "# Heading",
        "- a list",
        "1. a list",
        "> a quote",
        "`code` and ```more```",
        "**bold** _slanted_ ~~gone~~",
        "a | b\n--|--\n1 | 2",
        "[x]: http://example.org\n\n[x]",
        "Title\n===",
        "&lt;b&gt;",
        "a\\*b",
        "<!-- gone -->",
        "***",
    ],
)
def test_what_a_person_typed_is_shown_and_does_nothing(typed):
    html = as_html(report({"B1": Answer("answered", "3", note=f"before\n{typed}\nafter")}))
    note = html.split("<blockquote>")[1].split("</blockquote>")[0]
    for tag in ("<p>", "</p>", "<br />"):
        note = note.replace(tag, "")
    assert "<" not in note
    shown = [line.strip() for line in note.strip().splitlines() if line.strip()]
    entities = {"&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
    for entity, character in entities.items():
        shown = [line.replace(entity, character) for line in shown]
    assert shown == ["before", *[line for line in typed.splitlines() if line], "after"]


@given(st.text(alphabet="<>&[]()*_`~#-+=|\\!1. \nab:", max_size=40))
def test_no_words_of_a_person_become_markup(typed):
    html = as_html(f"> {inert(typed)}".replace("\n", "\n> "))
    for tag in ("<blockquote>", "</blockquote>", "<p>", "</p>", "<br />", "<br>"):
        html = html.replace(tag, "")
    assert "<" not in html.replace("<pre><code>", "").replace("</code></pre>", "")


def test_what_was_not_answered_is_listed_by_name():
    text = report(answers(B1="3/2", B2="unknown", D1="na"))
    assert (
        "## What was not answered\n\n- **Not answered:** Asking guests (E1).\n"
        "- **“Don't know”:** Tea rules (B2).\n- **Said not to apply:** Washing up (D1).\n"
    ) in text


def test_nothing_is_listed_as_not_answered_where_everything_is():
    assert "What was not answered" not in report(answers(B1="1", B2="1", D1="1", E1="1"))


def test_notes_come_with_a_warning():
    for words in ("personal data", "a supplier told you in confidence", "freedom of information"):
        assert words in report(answers())


def test_law_and_sources_are_linked():
    text = proposal(**DRAFTING)
    assert "[UK GDPR, article 28 (contracts with those who handle data for you)](<https://" in text
    assert "It applies in: England, Scotland, Wales, Northern Ireland." in text
    assert "## Law and sources" not in report(answers())  # the tea club names none


def test_a_proposal_is_told_with_outcome_red_lines_conditions_and_how_firm_it_is():
    text = proposal(**GOOD | {"S5": "2", "S13": "1"})
    for words in (
        "**Do not proceed as described.**",
        "It cannot be stopped, or you could not go on without it: **open**",
        "| Human review (S5) | yes | Not in use | ………… | ………… |",
        "| Staff told and trained (S9) | yes | In use | – | – |",
        "## How firm this is",
        "## Co-operative fit",
    ):
        assert words in text


def test_what_needs_no_assessment_gets_no_safeguards():
    text = proposal(T1="no-ai", T2="drafting")
    assert "**This assessment is not needed.**" in text
    assert "## Safeguards" not in text


def test_the_stage_of_the_council_is_said_to_count():
    material = material_of("proposal", "foundations", **GOOD)
    assert "what was answered on the council's readiness" in as_markdown(summary(material))
    assert "The council's own readiness played no part in this." in proposal(**GOOD)


ABOUT = {
    "about.name": "Tea *robot*",
    "about.owner": "Clerk",
    "about.review-day": "27",
    "about.review-month": "5",
    "about.review-year": "2027",
    "about.link": "https://example.org/tea",
}


def test_a_report_opens_with_what_was_typed_about_the_proposal():
    opening = report(answers(), beside=ABOUT).split("##")[0]
    assert "- **What is the proposal called?** Tea \\*robot\\*\n" in opening
    assert "- **Who answers for it?** Clerk\n" in opening
    assert "- **When will you look at it again?** 27 May 2027\n" in opening
    assert "(<https://example.org/tea>)" in opening
    assert "What is it for?" not in opening  # nobody has said


def test_the_subject_of_a_report_names_the_proposal():
    material = replace(reported(tiny(), {}), beside=ABOUT)
    assert summary(material).subject == f"Tea *robot*: {tiny().summary}"
    assert summary(replace(material, beside={})).subject == tiny().summary
