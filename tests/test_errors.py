"""Errors in content."""

from pathlib import Path

import pytest

from toolkit.errors import ContentError, Problem, did_you_mean, nearest


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem("questions, item 3 (a)", "is used twice", "give it a new id")
    assert str(problem) == "questions, item 3 (a): is used twice; give it a new id"


def test_a_problem_without_advice_ends_after_what_is_wrong() -> None:
    assert str(Problem("title", "is empty")) == "title: is empty"


def test_every_problem_is_listed_at_once() -> None:
    error = ContentError("data/a.yaml", [Problem("version", "missing"), Problem("id", "empty")])
    assert str(error) == "data/a.yaml has 2 problems:\n  - version: missing\n  - id: empty"


def test_one_problem_is_not_called_problems() -> None:
    error = ContentError("a.yaml", [Problem("id", "missing")])
    assert str(error).startswith("a.yaml has 1 problem:\n")


def test_the_file_is_named_with_forward_slashes() -> None:
    assert ContentError(Path("data") / "a.yaml", [Problem("id", "missing")]).file == "data/a.yaml"


def test_problems_can_be_read_back_in_order() -> None:
    problems = [Problem("b", "second"), Problem("a", "first", warning=True)]
    assert ContentError("x", iter(problems)).problems == tuple(problems)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("pilto", "pilot"), ("PILOT", "pilot"), ("lve", "live"), ("xyz", None), ("", None)],
)
def test_the_nearest_word_is_found_whatever_its_letters_size(
    word: str, expected: str | None
) -> None:
    assert nearest(word, ["live", "pilot"]) == expected


def test_how_alike_a_word_has_to_be_can_be_asked() -> None:
    assert nearest("pil", ["pilot"], alike=0.7) == "pilot"  # 2 × 3 of 8 letters
    assert nearest("pil", ["pilot"], alike=0.8) is None


def test_the_nearest_word_keeps_its_own_capitals() -> None:
    assert nearest("nhs englnd", ["NHS England", "Audit Wales"]) == "NHS England"


def test_nothing_is_near_where_there_is_nothing_to_choose_from() -> None:
    assert nearest("pilot", []) is None


def test_advice_lists_the_words_in_order_where_none_is_near() -> None:
    assert did_you_mean("xyz", ["pilot", "live", "pilot"]) == "use one of: live, pilot"


def test_a_long_list_is_not_read_out() -> None:
    twenty = [f"word-{number}" for number in range(20)]
    assert did_you_mean("xyz", twenty).startswith("use one of: word-0, word-1, ")
    assert did_you_mean("xyz", [*twenty, "more"]) == (
        "no name here is like it, so check its spelling"
    )
    assert did_you_mean("wrd-7", [*twenty, "more"]) == "did you mean 'word-7'?"
