"""What a page without a kernel shows is what the live activity shows."""

from __future__ import annotations

import pytest

from toolkit.finding import Finding
from toolkit.learners.repairs_findings import facts, find_with_logging
from toolkit.static_site.rehearsal import MEDIA_TYPE, rehearse, rehearse_all
from toolkit.views import lesson
from toolkit.views.bars import bars
from toolkit.views.control import Slider
from toolkit.views.page import Page


@pytest.fixture
def sitting() -> lesson.Sitting:
    return lesson.open_lesson("04-data-gaps", facts=facts)


def explorable(sitting: lesson.Sitting) -> Page:
    slider = Slider("logged", label="How many?", start=25)
    page = lesson.show_explorable(sitting, slider, find=find_with_logging).page
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("logged", [0, 25, 60, 100])
def test_each_result_is_that_of_the_live_lesson(sitting: lesson.Sitting, logged: int) -> None:
    rehearsed = rehearse(explorable(sitting))
    [dial] = rehearsed["dials"]
    screen = rehearsed["screens"][str(dial["positions"].index(str(logged)))]
    live: Finding = find_with_logging(sitting.sample, logged=logged)
    assert live.sentence in screen["html"]
    assert (screen["said"] == live.sentence) == (logged != 25)
    [figure] = screen["figures"].values()
    assert figure == bars(live)


def test_a_step_that_waits_for_a_prediction_is_folded_and_the_prediction_is_not(
    sitting: lesson.Sitting,
) -> None:
    asked = lesson.show_prediction(sitting).page
    assert isinstance(asked, Page)
    assert "opens once you have made your prediction" in rehearse(explorable(sitting))["folded"]
    prediction = rehearse(asked)
    assert prediction["folded"] == ""
    assert set(prediction["screens"]) == {"0", "1", "2", "3", "skip-prediction"}
    assert "You said: <strong>It goes up" in prediction["screens"]["1"]["html"]


def test_a_rehearsal_leaves_the_lesson_as_it_was(sitting: lesson.Sitting) -> None:
    page = explorable(sitting)
    sitting.store.set("notes", "mine")
    before = dict(page.widget.screen)
    rehearse(page)
    assert sitting.store.values == {"notes": "mine"}
    assert page.widget.screen == before


def test_every_answer_of_a_quiz_gets_its_reason_whatever_the_others_are(
    sitting: lesson.Sitting,
) -> None:
    page = lesson.show_quiz(sitting).page
    assert isinstance(page, Page)
    rehearsed = rehearse(page)
    questions = sitting.plain.quiz.questions
    assert len(rehearsed["screens"]) == 4 ** len(questions)
    screen = rehearsed["screens"]["1,0,2"]["html"]
    assert screen.count("toolkit-feedback") == 2


def test_only_activities_are_rehearsed_each_under_the_number_of_its_cell(
    sitting: lesson.Sitting,
) -> None:
    shown = {2: sitting, 5: lesson.show_prediction(sitting), 6: "text"}
    [bundle] = rehearse_all(shown)._repr_mimebundle_()[MEDIA_TYPE].keys()
    assert bundle == "5"
