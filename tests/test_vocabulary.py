"""The controlled words: what may be written and what it means."""

from pathlib import Path

import pytest

from toolkit.errors import ContentError
from toolkit.vocabulary import (
    Group,
    Vocabulary,
    Word,
    check_words,
    load_vocabulary,
    read_vocabulary,
)

PILOT = Word("pilot", "Being tried", "A try.")
STATUS = Group("status", "Status", "Where it is.", (Word("live", "In use", "Used."), PILOT))
WORDS = Vocabulary((STATUS,))
SCHEMA = {
    "properties": {
        "status": {"vocabulary": "status"},
        "past": {"items": {"properties": {"was": {"vocabulary": "status"}}}},
    }
}


def problems(content: object) -> list[str]:
    return [str(problem) for problem in check_words(content, SCHEMA, WORDS)]  # type: ignore[arg-type]


def test_a_known_word_is_no_problem() -> None:
    assert problems({"status": "live"}) == []


def test_an_unknown_word_gets_the_nearest_known_one() -> None:
    assert problems({"status": "pilto"}) == [
        "status: 'pilto' is not one of the words used here; did you mean 'pilot'?"
    ]


def test_words_in_lists_are_checked_and_their_place_is_told() -> None:
    found = problems({"past": [{"was": "live"}, {"was": "dead"}]})
    assert [text.split(":")[0] for text in found] == ["past, item 2, was"]


@pytest.mark.parametrize("value", [3, None, ["live"], {"a": 1}])
def test_what_is_no_text_is_left_to_the_schema(value: object) -> None:
    assert problems({"status": value}) == []


def test_a_word_without_a_label_of_its_own_is_shown_as_written() -> None:
    assert STATUS.label_of("live") == "In use"
    assert STATUS.label_of("France") == "France"


def test_an_unknown_group_is_refused_with_the_nearest() -> None:
    with pytest.raises(LookupError, match="did you mean 'status'"):
        WORDS["statsu"]


def test_a_broken_file_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text("title: T\ngroups:\n  a:\n    label: A\n    meaning: M\n    words:\n"
                    "      b: {label: B}\n", encoding="utf-8")  # fmt: skip
    with pytest.raises(ContentError, match="groups, a, words, b, meaning: missing"):
        read_vocabulary(path)


def test_the_names_of_the_ten_principles_are_the_networks() -> None:
    labels = [word.label for word in load_vocabulary()["ccin_principles"]]
    assert labels == [
        "Social partnership",
        "Democratic engagement",
        "Co-production",
        "Enterprise and social economy",
        "Maximising social value",
        "Community leadership and a new role for councillors",
        "New models of meeting priority needs",
        "Innovation",
        "Learning",
        "Walking the talk",
    ]


def test_every_principle_has_a_question_to_ask() -> None:
    assert all(word.question.endswith("?") for word in load_vocabulary()["ccin_principles"])
