import pytest

from toolkit.learners.words import quoted, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [("I’m BACK, it's me", ("im", "back", "its", "me")), ("", ()), ("🗑️ !!", ()),
     ("bin_bag x2", ("bin", "bag", "x2")), ("бак 箱", ("бак", "箱"))],
)  # fmt: skip
def test_words_are_small_letters_without_punctuation(text, words):
    assert words_of(text) == words


def test_words_are_quoted_once_each_and_no_more_than_fit():
    assert quoted(("a", "b", "a")) == "a, b"
    assert quoted(tuple("abcdefgh")) == "a, b, c, d, e, f and 2 more"
