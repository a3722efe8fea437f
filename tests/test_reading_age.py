"""A reader of about twelve can follow what we ask and teach."""

import pytest
from reading_age import hard_sentences, long_words, reading_age, syllables
from source import ROOT
from test_instruments import INSTRUMENTS, each_instrument, each_question, texts_of, words_of

from toolkit.frontmatter import read_notebook

READER = 12
LESSONS = sorted((ROOT / "notebooks" / "lessons").glob("[0-9]*.ipynb"))


def told_in(value):
    """Return every text in the front matter of a notebook that is more than a name."""
    match value:
        case str():
            return [value] if len(value.split()) > 3 else []
        case dict():
            return [text for one in value.values() for text in told_in(one)]
        case list():
            return [text for one in value for text in told_in(one)]
    return []


def texts_in(path):
    """Return what a learner reads in a lesson: not what is written for hosts and adapters."""
    notebook = read_notebook(path)
    cells = [cell for cell in notebook.cells if cell.kind == "markdown"]
    shown = [cell.source for cell in cells if "author-note" not in cell.tags]
    return shown, told_in(notebook.front_matter)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("made", 1), ("used", 1), ("asked", 1), ("agreed", 2), ("wanted", 2), ("changes", 2),
        ("table", 2), ("about", 2), ("create", 2), ("resident", 3), ("unfairly", 3),
        ("don't", 1), ("council's", 1), ("2,000", 1), ("six-month", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_a_word_on_the_list_of_allowed_terms_counts_as_plain():
    assert (syllables("Assessment"), syllables("assess")) == (1, 2)


def test_the_age_is_that_of_the_published_formula():
    # 6 words, 6 syllables, 1 sentence: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45, and 5 years.
    assert reading_age(["The cat sat on the mat."]) == pytest.approx(3.55)
    # 8 words, 12 syllables, 2 sentences: 0.39 x 4 + 11.8 x 1.5 - 15.59 = 3.67, and 5 years.
    assert reading_age(["Many tabby cats sit.", "Many tabby cats purr."]) == pytest.approx(8.67)


def test_no_words_have_no_age():
    assert reading_age([]) == 0


def test_long_sentences_are_told_and_so_are_texts_of_long_sentences():
    long, longish = " ".join(["word"] * 31) + ".", " ".join(["word"] * 21) + "."
    assert hard_sentences([long, "One.", "Two."]) == [f"31 words: {long}"]
    assert hard_sentences([longish]) == ["half of the sentences have more than 21 words"]
    assert hard_sentences(["Short enough."]) == []


def test_the_words_that_make_a_text_hard_are_named():
    assert long_words(["An unusual cat."]) == ["unusual"]


@each_question
def test_a_question_can_be_read_at_twelve(instrument, question):
    texts = list(words_of(question))
    assert reading_age(texts) <= READER, long_words(texts)
    assert hard_sentences(texts) == []


@each_instrument
def test_what_an_instrument_says_of_itself_can_be_read_at_twelve(instrument):
    texts = list(texts_of(instrument))
    assert reading_age(texts) <= READER, long_words(texts)
    assert hard_sentences(texts) == []


def test_the_check_reads_both_shipped_instruments():
    assert {instrument.id for instrument in INSTRUMENTS} >= {"proposal", "readiness"}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_can_be_read_at_twelve(path):
    for texts in texts_in(path):
        assert texts
        assert reading_age(texts) <= READER, long_words(texts)
        assert hard_sentences(texts) == []
