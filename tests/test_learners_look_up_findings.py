"""Lesson 3, third part: what a bot says that looks its answers up."""

import pytest

from toolkit.learners.look_up_findings import QUESTIONS, find_answer, find_with_words
from toolkit.prose import count_words, sentences


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
