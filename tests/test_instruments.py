"""The form of every shipped self-assessment: complete, in plain words, with its sources."""

import re

import pytest

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import instrument_paths, read_instrument
from toolkit.assessment.measure import asked
from toolkit.prose import count_words, sentences

PATHS = instrument_paths()
INSTRUMENTS = [read_instrument(path) for path in PATHS]
QUESTIONS = [
    pytest.param(instrument, question, id=f"{instrument.id} {question.id}")
    for instrument in INSTRUMENTS
    for question in instrument.questions
]
PROMISES = r"\b(ensures?|guarantees?|unbiased|compliant|safe AI|solves?|debias\w*)\b"

# What a question says where it rests on law.
LEGAL = r"\b([Ll]aw|[Ll]awful|[Ll]egal|DPIA|data protection|protected characteristic)\b"
NATIONS = {"England", "Scotland", "Wales", "Northern Ireland"}
# We name no Act on the welfare of children for Northern Ireland, as we could not check one.
LAW_OF_SOME_NATIONS = {"R4"}

each_instrument = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda i: i.id)
each_question = pytest.mark.parametrize(("instrument", "question"), QUESTIONS)


def words_of(question):
    """Return every text of a question that a visitor reads."""
    yield from (question.text, question.help, question.why, question.evidence_prompt)
    yield from (choice.text for choice in question.choices)
    yield from (action.text for action in question.actions)


def texts_of(instrument):
    """Return every other text of an instrument that a visitor reads."""
    yield from (instrument.summary, instrument.use, instrument.status)
    yield from (area.summary for area in instrument.areas)
    if instrument.proposal:
        rules = instrument.proposal
        yield from (line.advice for line in rules.red_lines)
        yield from (f"{tier.approval} {tier.duties}" for tier in rules.tiers)
        yield from (outcome.meaning for outcome in rules.outcomes.values())
    if instrument.stages:
        yield from (stage.meaning for stage in instrument.stages.steps)


def too_long(texts):
    return [
        sentence for text in texts for sentence in sentences(text) if count_words(sentence) > 25
    ]


@each_instrument
def test_an_instrument_says_that_it_is_our_judgement(instrument):
    assert "our judgement" in instrument.status


@each_instrument
def test_an_area_has_at_least_three_questions(instrument):
    assert [a for a, questions in instrument.by_area.items() if len(questions) < 3] == []


@each_instrument
def test_sentences_are_short_and_promise_nothing(instrument):
    texts = list(texts_of(instrument))
    assert too_long(texts) == []
    assert not [text for text in texts if re.search(PROMISES, text, re.IGNORECASE)]


@each_question
def test_a_question_is_short_and_promises_nothing(instrument, question):
    texts = list(words_of(question))
    assert too_long(texts) == []
    assert not [text for text in texts if re.search(PROMISES, text, re.IGNORECASE)]


@each_question
def test_a_question_has_a_reason_a_source_and_a_way_on(instrument, question):
    assert question.why
    assert question.source.url or question.source.title == "our judgement"
    assert all(action.roles for action in question.actions)
    if question.points:
        assert question.evidence_prompt
        assert question.actions


@each_question
def test_the_steps_of_a_question_are_all_different(instrument, question):
    texts = [choice.text for choice in question.choices]
    assert len(set(texts)) == len(texts)


@each_question
def test_an_action_leads_away_from_the_worst_step(instrument, question):
    if not question.points:  # a list of uses, the heaviest last
        assert question.choices[-1].id not in [action.reaches for action in question.actions]
        return
    risks = instrument.proposal.risks if instrument.proposal else ()
    worst = question.points[-1 if question.id in risks else 0]
    assert worst not in [question.by_choice[a.reaches].points for a in question.actions]


@each_question
def test_a_law_says_where_it_can_be_read(instrument, question):
    assert all(law.url.startswith("https://www.legislation.gov.uk/") for law in question.laws)


def test_readiness_has_thirty_questions_and_a_gate_where_the_design_wants_one():
    readiness = next(i for i in INSTRUMENTS if i.id == "readiness")
    assert {area: len(found) for area, found in readiness.by_area.items()} == dict.fromkeys(
        "ABCDEF", 5
    )
    assert [gate.question for gate in readiness.gates] == ["B1", "B3", "B5", "C3", "E3"]


def test_a_proposal_has_the_questions_red_lines_and_principles_the_design_wants():
    proposal = next(i for i in INSTRUMENTS if i.id == "proposal")
    counts = {area: len(found) for area, found in proposal.by_area.items()}
    assert counts == {"T": 8, "R": 12, "S": 14, "F": 10}
    assert len(proposal.proposal.red_lines) == 8
    principles = {principle for q in proposal.by_area["F"] for principle in q.principles}
    assert len(principles) == 10
    assert all(question.actions for question in proposal.questions)


@pytest.mark.parametrize("supplier", ["own", "contract"])
@pytest.mark.parametrize("data", ["none", "personal"])
@pytest.mark.parametrize("people", ["nobody", "staff", "residents"])
def test_a_drafting_tool_sees_fifteen_to_twenty_questions(people, data, supplier):
    proposal = next(i for i in INSTRUMENTS if i.id == "proposal")
    picked = {"T1": "drafts", "T2": "drafting", "T3": people, "T4": data, "T5": supplier}
    answers = {name: Answer("answered", choice) for name, choice in picked.items()}
    assert 15 <= len(asked(proposal, answers)) <= 20


@each_question
def test_a_question_says_all_that_the_format_has_a_place_for(instrument, question):
    assert question.help
    assert question.evidence_prompt
    assert question.actions
    assert question.principles or question.atrs or question.laws or question.frameworks
    assert question.weight > 0
    assert all(choice.text for choice in question.choices)


@each_question
def test_a_question_has_a_case_where_the_case_studies_have_one(instrument, question):
    # No case study says anything about energy, water or equipment yet.
    assert bool(question.cases) != ((instrument.id, question.id) == ("proposal", "R12"))


@each_question
def test_a_question_that_rests_on_law_names_it_for_every_nation(instrument, question):
    told = " ".join((question.text, question.help, question.why))
    if re.search(LEGAL, told):
        assert question.laws, told
    nations = {nation for law in question.laws for nation in law.nations}
    if question.laws and question.id not in LAW_OF_SOME_NATIONS:
        assert nations == NATIONS
