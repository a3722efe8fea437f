"""Answers that a link brings along."""

from toolkit.cases.prefill import read_prefill


def test_answers_are_told_from_places() -> None:
    place = {"section": "about", "from": "tea", "title": "Our trial", "text.evidence": "None."}
    assert read_prefill(place) == ({"title": "Our trial", "text.evidence": "None."}, ())


def test_several_words_are_parted_by_commas() -> None:
    values, _ = read_prefill({"teaches": "good-practice,went-wrong"})
    assert values == {"teaches": ["good-practice", "went-wrong"]}


def test_a_name_that_is_no_question_is_told_and_left_out() -> None:
    values, unknown = read_prefill({"titel": "x", "sources": "y", "__class__": "z"})
    assert values == {}
    assert unknown[0].endswith("did you mean 'title'?")
    assert len(unknown) == 3
