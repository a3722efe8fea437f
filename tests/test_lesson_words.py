"""The words of an activity that are known before it runs."""

from __future__ import annotations

from tiny_lesson import front_matter

from toolkit.lesson_words import activity_words


def words(source: str, **changes: object) -> list[str]:
    return activity_words(source, front_matter(**changes)).splitlines()


def test_a_prediction_shows_its_question_and_its_choices() -> None:
    assert words("lesson.show_prediction(sitting)") == [
        "What will happen?", "It goes up", "It goes down",
    ]  # fmt: skip


def test_a_quiz_shows_its_reasons_and_no_name_that_only_the_toolkit_reads() -> None:
    shown = words("lesson.show_quiz(sitting)")
    assert {"Is it one?", "Answer no", "Because no."} <= set(shown)
    assert not {"M-MORE", "Try it", "one", "no"} & set(shown)


def test_a_control_shows_its_label_and_hint_and_not_its_name() -> None:
    code = "bar = Slider('threshold', label='How sure', hint='A model is.', unit='hours')"
    assert set(words(code)) == {"How sure", "A model is."}


def test_code_that_cannot_be_read_shows_nothing() -> None:
    assert words("lesson.show_quiz(") == []


def test_a_part_that_a_lesson_does_not_have_shows_nothing() -> None:
    assert words("lesson.show_fixes(sitting)") == []
