"""Expressions of SurveyJS: what is understood, and that all else is refused with its place."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.condition import (
    Answered,
    Both,
    Contains,
    Either,
    Includes,
    Is,
    Not,
    holds,
)
from toolkit.assessment.condition_parser import ConditionError, parse_condition
from toolkit.assessment.condition_text import write_condition
from toolkit.assessment.survey.surveyjs_expression import parse_expression

A, B, C = Is("a", "1"), Is("b", "1"), Is("c", "1")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{a} = '1' or {b} = \"1\" and {c} == 1", Either((A, Both((B, C))))),
        ("({a} = '1' || {b} = '1') && {c} = '1'", Both((Either((A, B)), C))),
        ("{a} contains ['x', 'y z']", Both((Contains("a", "x"), Contains("a", "y z")))),
        ("{a} contains 'x'", Contains("a", "x")),
        ("{a} anyof ['x', 'y']", Either((Includes("a", "x"), Includes("a", "y")))),
        ("{a} NOTEMPTY and {b} empty", Both((Answered("a"), Not(Answered("b"))))),
        ("{ a } <> 'it\\'s'", Not(Is("a", "it's"))),
        ("{two words} != 2.50", Not(Is("two words", "2.5"))),
    ],
)
def test_what_is_understood(text, condition):
    assert parse_expression(text) == condition


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a question in braces at the end"),
        ("{a}", "expected '=', '<>', 'contains', 'anyof', 'empty' or 'notempty' at the end"),
        ("{a} > 2", "'>' at character 5 cannot be used here"),
        ("{a} = ", "expected a text in quotes or a number at the end"),
        ("{a} = yes", "expected a text in quotes or a number at character 7, not 'yes'"),
        ("{a} = {b}", "expected a text in quotes or a number at character 7, not 'b'"),
        ("({a} = 1", "expected ')' at the end"),
        ("{a} contains ['x'", "expected ']' at the end"),
        ("{a} = 1 {b} = 1", "expected 'and', 'or' or nothing more at character 9, not 'b'"),
        ("age({b}) = 1", "expected a question in braces at character 1, not 'age'"),
        ("'1' = {a}", "expected a question in braces at character 1, not ''1''"),
        ("(" * 30 + "{a} = 1" + ")" * 30, "is nested too deeply"),
        ("{a} = 'x' or " * 400 + "{a} = 1", "is longer than 4000 characters"),
    ],
)
def test_anything_else_is_refused_with_its_place(text, message):
    with pytest.raises(ConditionError) as refused:
        parse_expression(text)
    assert str(refused.value) == message


PIECES = ("{a}", "{", "'x'", '"', "=", "<>", "contains", "[", "]", ",", "(", ")", "and", "or", "1")


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text_is_either_a_condition_that_can_be_written_down_or_refused_in_words(text):
    with contextlib.suppress(ConditionError):
        condition = parse_expression(text)
        assert parse_condition(write_condition(condition)) == condition


@pytest.mark.parametrize(
    ("text", "answer", "true"),
    [
        ("{a} = 'x'", "x", True),
        ("{a} = 'x'", None, False),
        ("{a} = 'x'", ["x"], False),
        ("{a} = ''", None, False),
        ("{a} = 2", 2, True),
        ("{a} = '2'", 2.0, True),
        ("{a} <> 'x'", None, True),
        ("{a} contains ['item2']", "item2-0", True),
        ("{a} contains 'item2'", ["item2-0"], False),
        ("{a} contains ['x', 'y']", ["y", "z", "x"], True),
        ("{a} contains ['x', 'y']", ["y"], False),
        ("{a} contains ''", "x", False),
        ("{a} contains 'x'", None, False),
        ("{a} anyof ['x', 'y']", "y", True),
        ("{a} anyof ['x', 'y']", "yy", False),
        ("{a} anyof ['x', 'y']", ["z", "y"], True),
        ("{a} empty", [], True),
        ("{a} empty", "", True),
        ("{a} notempty", 0, True),
    ],
)
def test_what_holds(text, answer, true):
    assert holds(parse_expression(text), {} if answer is None else {"a": answer}) is true
