"""Prose taken apart into sentences and words."""

import pytest

from toolkit.prose import count_words, long_sentences, sentences


def test_a_sentence_ends_at_a_full_stop_question_mark_or_exclamation_mark() -> None:
    assert sentences("One. Is it two? Three!") == ("One.", "Is it two?", "Three!")


def test_a_decimal_point_ends_no_sentence() -> None:
    assert sentences("It took 6.8 hours in 2.5 weeks.") == ("It took 6.8 hours in 2.5 weeks.",)


def test_a_sentence_may_run_over_lines_but_not_over_paragraphs() -> None:
    assert sentences("one\ntwo\n\nthree") == ("one two", "three")


def test_each_point_of_a_list_stands_for_itself() -> None:
    assert sentences("Two points:\n- one\n- two\n  more") == ("Two points:", "one", "two more")


def test_headings_tables_code_and_html_are_no_prose() -> None:
    text = "# Heading\n\n| a | b |\n|---|---|\n\n```\ncode. More code.\n```\n\n<div>\n\nProse."
    assert sentences(text) == ("Prose.",)


def test_citations_marks_and_addresses_are_left_out_and_link_words_stay() -> None:
    text = "It **said** so [1][12], see [the page](https://a.org/b) <https://a.org/c>."
    assert sentences(text) == ("It said so, see the page .",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one two", 2),
        ("about 1,600 people", 3),
        ("don't stop", 2),
        ("– & …", 0),
        ("a six-month", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert count_words(text) == count


def test_long_sentences_are_advice_first_and_refused_above_thirty() -> None:
    text = f"Short. Word{' word' * 25}. Word{' word' * 30}."
    found = list(long_sentences("here", text))
    assert [problem.warning for problem in found] == [True, False]
    assert found[0].where == "here"
    assert found[0].what == "sentence 2 ('Word word word word word word …') has 26 words"
