"""Texts found by their words."""

from toolkit.cases.search import build_index, words_in

INDEX = build_index(
    [
        ("phones", [(5, "Phone assistants"), (1, "Calls and callers in Derby")]),
        ("bins", [(5, "Bins"), (1, "Nobody calls about bins by phone")]),
        ("café", [(5, "The café’s robot")]),
    ]
)


def found(text: str) -> list[str]:
    scores = INDEX.search(text).scores
    return sorted(scores, key=lambda name: (-scores[name], name))


def test_the_text_where_a_word_counts_most_comes_first() -> None:
    assert found("phone") == ["phones", "bins"]


def test_every_word_has_to_be_found() -> None:
    assert found("phone derby") == ["phones"]


def test_the_beginning_of_a_word_finds_it() -> None:
    assert found("assis") == ["phones"]


def test_accents_apostrophes_and_capitals_make_no_difference() -> None:
    assert found("CAFES") == ["café"]
    assert words_in("Café’s café's") == ("cafes",)


def test_a_misspelt_word_is_read_as_the_nearest_and_that_is_told() -> None:
    result = INDEX.search("asistants")
    assert list(result.scores) == ["phones"]
    assert result.instead == (("asistants", "assistants"),)


def test_a_word_near_no_other_finds_nothing() -> None:
    assert found("zzzzzz phone") == []


def test_common_words_alone_find_nothing() -> None:
    assert found("the and of") == []
