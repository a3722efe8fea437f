from datetime import date

from proposal_answers import PROPOSAL, good
from tiny import answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.assess import assess
from toolkit.assessment.comparison import Row, compare_runs
from toolkit.assessment.comparison_document import comparison_document, said, summary_sentences
from toolkit.assessment.run import Run
from toolkit.document.blocks import Heading, Quote, Table, Text
from toolkit.document.markdown import as_markdown

DAY = date(2026, 11, 2)


def run(instrument, found, **more):
    return Run(more.pop("name", "a.json"), "2026-05-01", found, assess(instrument, found), **more)


def compared(then, now):
    return compare_runs(tiny(), run(tiny(), then), run(tiny(), now, name="b.json"))


# The gate on B1 is missing then, and in place now.
THEN = answers(B1="2", B2="2", D1="0", E1="1")
NOW = answers(B1="3/2", B2="2", D1="unknown", E1="1")


def test_the_result_then_stands_beside_the_result_now():
    found = compared(THEN, NOW)
    assert found.results == (
        Row("Stage", "Start", "Middle"),
        Row("Could be", "Start", "Middle"),
        Row("Stage, as claimed", "Start", "Middle"),
        Row("Must-haves missing", "a named owner", "none"),
        Row("Questions answered", "4 of 4", "3 of 4"),
        Row("“Don't know”", "0", "1"),
    )


def test_each_part_stands_beside_itself_with_its_range():
    # Rules: (2 + 3 x 2) / 4 = 2, then (3 + 3 x 2) / 4 = 2.25; helpers 0, then anything; guests 1.
    assert compared(THEN, NOW).areas == (
        Row("Rules", "2.0; 2.0 claimed", "2.2; 2.2 claimed"),
        Row("Helpers", "0.0; 0.0 claimed", "0.0 to 4.0; 0.0 claimed"),
        Row("Guests", "1.0; 1.0 claimed", "1.0; 1.0 claimed"),
        Row("Average of all parts", "1.0", "1.0 to 2.4"),
    )


def test_only_changed_answers_are_listed_in_the_order_of_the_questions():
    changes = compared(THEN, NOW).answers
    assert [(c.question.id, c.then.choice, c.now.choice) for c in changes] == [
        ("B1", "2", "3"),
        ("D1", "0", ""),
    ]
    assert not any(change.only_words for change in changes)


def test_a_note_that_changed_is_a_change_that_leaves_the_result():
    noted = THEN | {"B1": Answer("answered", "2", note="Ann.")}
    [change] = compared(THEN, noted).answers
    assert change.only_words


def test_an_answer_that_is_gone_is_a_change():
    fewer = {name: answer for name, answer in THEN.items() if name != "D1"}
    [change] = compared(THEN, fewer).answers
    assert (change.then.choice, change.now.state) == ("0", "unanswered")


def test_a_run_beside_itself_has_no_change():
    found = compared(THEN, THEN)
    assert found.answers == ()
    assert not [row for row in (*found.results, *found.areas) if row.changed]
    assert summary_sentences(found) == ("Stage then and now: ‘Start’.", "0 answers changed.")


def test_what_changed_is_said_in_a_few_sentences():
    assert summary_sentences(compared(THEN, NOW)) == (
        "Stage then: ‘Start’. Stage now: ‘Middle’.",
        "Also changed: Could be, Stage, as claimed, Must-haves missing, Questions answered, "
        "“Don't know”, Rules, Helpers and Average of all parts.",
        "2 answers changed.",
    )
    noted = THEN | {"B1": Answer("answered", "2", note="Ann.")}
    assert summary_sentences(compared(THEN, noted))[-1] == (
        "0 answers changed. 1 answer stayed with other words beside it."
    )


def test_a_proposal_is_compared_by_outcome_tier_red_lines_and_cover():
    then, now = good(S13="0"), good(T3="care")
    found = compare_runs(PROPOSAL, run(PROPOSAL, then), run(PROPOSAL, now))
    rows = {row.what: (row.then, row.now) for row in (*found.results, *found.areas)}
    assert rows["Outcome"] == ("Do not proceed as described", "Proceed and review")
    assert rows["Tier"] == ("2", "3")
    assert rows["Open red lines"] == (
        "1: It cannot be stopped, or you could not go on without it",
        "none",
    )
    assert rows["Safeguards shown to be in use, of 14"] == ("13", "14")
    assert rows["Required safeguards missing"] == ("1", "0")
    assert rows["Fit with co-operative principles"] == ("+1", "+1")


def test_an_answer_is_said_with_its_evidence():
    question = tiny().by_id["B1"]
    assert said(tiny(), question, Answer("answered", "3", 2)) == "In use (evidence: Shown)"
    assert said(tiny(), question, Answer("unknown")) == "Don't know"
    assert said(PROPOSAL, PROPOSAL.by_id["T3"], Answer("answered", "staff")) == "Staff"


def test_the_document_says_what_is_compared_and_gives_every_change():
    noted = NOW | {"B1": Answer("answered", "3", 2, note="<b>Ann</b>\nfrom May")}
    document = comparison_document(compared(THEN, noted), on=DAY)
    tables = {block.caption: block for block in document.blocks if isinstance(block, Table)}
    assert tables["What is compared"].rows[1] == ("Now", "b.json", "2026-05-01")
    assert tables["Each changed answer"].rows == (
        ("Owner (B1)", "Written down (evidence: None yet)", "In use (evidence: Shown)"),
        ("Washing up (D1)", "Not started (evidence: None yet)", "Don't know"),
    )
    assert Heading(3, "Owner (B1): note") in document.blocks
    assert Text("Then: none.") in document.blocks
    assert Quote("<b>Ann</b>\nfrom May") in document.blocks
    assert "<b>" not in as_markdown(document)
    assert "It is not legal advice." in as_markdown(document)


def test_the_document_says_what_was_lost_and_that_an_example_is_made_up():
    then = run(tiny(), THEN, notices="Not used: B8.", example="Fenmoor Council")
    document = comparison_document(compare_runs(tiny(), then, run(tiny(), NOW)), on=DAY)
    text = as_markdown(document)
    assert "**Then: please note.** This is a worked example. Fenmoor Council is made up" in text
    assert "Not used: B8." in text
    assert "**Now: please note.**" not in text


def test_without_a_change_the_document_says_so():
    assert Text("No answer changed.") in comparison_document(compared(THEN, THEN), on=DAY).blocks
