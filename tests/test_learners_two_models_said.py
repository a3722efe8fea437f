"""Lesson 6, sentence by sentence."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.learners.two_models import FACTS, Model, Reports, Study
from toolkit.learners.two_models_said import explain, name_of, say_move, with_more

NONE = np.zeros(len(FACTS))


def model(name: str, start: float, **weights: float) -> Model:
    return Model(name, start, np.array([weights.get(one.id, 0.0) for one in FACTS]), NONE)


def report(**facts: int) -> np.ndarray:
    return np.array([float(facts.get(one.id, 0)) for one in FACTS])


def study_of(*models: Model) -> Study:
    return Study(Reports(NONE[None], np.array([False])), models)


def test_a_model_goes_by_its_letter() -> None:
    assert name_of(model("B", 0)) == "Model B"


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (1.2, "Model A gives 1 point and says “visit”."),
        (2.0, "Model A gives 2 points and says “visit”."),
        (-1.0, "Model A gives −1 point and says “no visit”."),
        (-1234.0, "Model A gives −1,234 points and says “no visit”."),
    ],
)
def test_points_are_counted_as_a_reader_sees_them(start: float, said: str) -> None:
    assert explain(model("A", start), NONE).startswith(said)


def test_the_fact_that_counts_most_is_the_one_that_speaks_for_the_result() -> None:
    both = model("A", 0.0, age=0.5, people=-3.0)
    assert explain(both, report(age=10, people=1)).endswith(
        "What counts most is age of the home, in years (5)."
    )
    assert explain(both, report(age=2, people=1)).endswith(
        "What counts most is people in the home (−3)."
    )


def test_where_no_fact_counts_against_it_that_is_said() -> None:
    assert explain(model("A", -5.0), NONE).endswith("No fact counts against it; none adds enough.")


@pytest.mark.parametrize("start_a", [-1, 1])
@pytest.mark.parametrize("start_b", [-1, 1])
def test_before_a_change_each_model_says_what_it_says(start_a: int, start_b: int) -> None:
    a, b = ("visit" if start > 0 else "no visit" for start in (start_a, start_b))
    assert say_move(study_of(model("A", start_a), model("B", start_b)), NONE, NONE) == (
        f"As it was reported, Model A says “{a}” and Model B says “{b}”. Now change how it was "
        "reported."
    )


@pytest.mark.parametrize(
    ("start", "times", "said"),
    [
        (-2, 1, "Model A goes from −2 to −1 point. It still says “no visit”."),
        (-2, 3, "Model A goes from −2 to 1 point. It now says “visit”."),
        (2, 1, "Model A goes from 2 to 3 points. It still says “visit”."),
        (2, -4, "Model A goes from 2 to −2 points. It now says “no visit”."),
    ],
)
def test_a_change_is_told_with_what_it_does_to_the_result(start, times, said) -> None:
    found = study_of(model("A", start, times=1.0), model("B", -1))
    assert say_move(found, NONE, report(times=times)) == (
        f"{said} Model B looks at none of that and stays at −1 point."
    )


@pytest.mark.parametrize(
    ("times", "words", "how"),
    [
        (1, 0, "With {times} more report it"),
        (2, 0, "With {times} more reports it"),
        (0, 10, "With {words} more words it"),
        (1, 10, "With {times} more report and {words} more words it"),
        (2, 10, "With {times} more reports and {words} more words it"),
    ],
)
def test_everybody_could_have_reported_more(times: int, words: int, how: str) -> None:
    assert with_more(times, words) == (
        f"{how} would say yes to {{gains}} of them, and nothing about those homes is different."
    )
