"""Lesson 3, third part: a bot that looks answers up, over the whole range of its controls."""

import pytest

from toolkit.learners.look_up_findings import (
    COUNCIL,
    KINDS,
    QUESTIONS,
    answered,
    find_answer,
    find_with_words,
    load_site,
)
from toolkit.learners.notices import load_world
from toolkit.prose import count_words, sentences

SITE = load_site()
EVERY = range(101)
WORDS = SITE.aliases


def test_every_page_tells_a_fact_of_the_council():
    values = {value for (council, _), value in load_world().values.items() if council == COUNCIL}
    assert all(any(value in text.lower() for value in values) for text in SITE.texts)


def test_without_a_lowest_match_it_answers_everything_and_most_of_it_wrongly():
    got = answered((), 0)
    assert sum(one.refused for one in got.values()) == 0
    assert got["other"].wrong == 6
    assert got["own"].wrong >= 9


@pytest.mark.parametrize("lowest", EVERY[1:])
def test_without_residents_words_their_questions_find_no_page(lowest):
    assert answered((), lowest)["own"].right == 0


def test_residents_words_on_the_pages_let_most_of_their_questions_find_one():
    assert answered((), 25)["own"].right == 0
    assert answered(WORDS, 25)["own"].right >= 9


@pytest.mark.parametrize("lowest", EVERY)
def test_wherever_its_own_pages_are_found_a_neighbours_questions_get_a_wrong_answer(lowest):
    for added in ((), WORDS):
        got = answered(added, lowest)
        if got["page"].refused == 0:
            assert got["neighbour"].wrong == 3


@pytest.mark.parametrize("lowest", EVERY)
def test_no_setting_gets_every_question_right(lowest):
    for added in ((), WORDS):
        got = answered(added, lowest)
        plain = [got["page"], got["own"]]
        all_found = all(one.wrong + one.refused == 0 for one in plain)
        assert not (all_found and got["other"].wrong == 0)  # even leaving neighbours out


def test_added_words_lower_the_match_of_questions_that_were_answered_before():
    assert answered((), 40)["page"].right == 10
    assert answered(WORDS, 40)["page"].right < 10


@pytest.mark.parametrize("added", [(), WORDS])
def test_a_higher_lowest_match_only_ever_turns_answers_into_refusals(added):
    for low, high in zip(EVERY, EVERY[1:], strict=False):
        for kind in KINDS:
            before, after = answered(added, low)[kind], answered(added, high)[kind]
            assert after.right <= before.right
            assert after.wrong <= before.wrong
            assert after.refused >= before.refused


def test_an_answer_comes_with_its_source():
    finding = find_answer(1, question=QUESTIONS[0], lowest=25)
    assert finding.sentence.startswith(
        "It says: “Garden waste in Corve is collected on Friday.” Source: page “Garden waste”."
    )


def test_below_the_lowest_match_it_says_that_it_does_not_know():
    for question, lowest in (("How do I pay a parking fine?", 35), ("zop", 1)):
        assert "I don’t know" in find_answer(1, question=question, lowest=lowest).sentence


def test_the_parking_fine_is_the_nearest_miss_of_the_text():
    said = [find_answer(1, question="How do I pay a parking fine?", lowest=bar).sentence
            for bar in (25, 35)]  # fmt: skip
    assert "Source: page “Parking permits”" in said[0]
    assert "I don’t know" in said[1]


def test_with_no_lowest_match_and_no_shared_word_it_takes_the_first_page():
    finding = find_answer(1, question="my old settee", lowest=0)
    assert "No word matches: it took the first page it has." in finding.sentence
    assert finding.series == ()


@pytest.mark.parametrize("question", ["", " ", "?!", "🛋️"])
def test_without_words_the_reader_is_asked_for_some(question):
    told = find_answer(1, question=question, lowest=0).sentence
    assert told == "There are no words to go by. Type a question first."


def test_a_readers_own_words_are_added_and_unreadable_ones_told():
    before = find_with_words(1, lowest_match=20)
    after = find_with_words(1, own=["Large items: settee, rid", "sofa: x"], lowest_match=20)
    assert after.series[0].values[1] == before.series[0].values[1] + 1
    assert "Line 2 was left out: “sofa” is not a page" in after.notes[0]


def test_the_sentence_tells_the_numbers_of_the_table():
    finding = find_with_words(1, prepared=["prepared"], lowest_match=25)
    right, wrong, refused = (series.values for series in finding.series)
    assert finding.sentence == (
        f"At a lowest match of 25%, residents’ own words find the right page in {right[1]} of 10 "
        f"questions. They get “I don’t know” in {refused[1]}. In all, {sum(wrong)} answers are "
        "wrong."
    )


def test_no_sentence_is_longer_than_30_words():
    found = [find_answer(1, question=q, lowest=bar) for q in QUESTIONS for bar in (0, 35, 100)]
    found += [find_with_words(1, lowest_match=bar) for bar in (0, 50, 100)]
    texts = {text for f in found for text in (f.sentence, *f.notes)}
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 30]
