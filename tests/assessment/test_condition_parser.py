import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.condition import AtLeast, Both, Either, Is, Not
from toolkit.assessment.condition_parser import ConditionError, parse_condition


def test_and_binds_closer_than_or():
    a, b, c = Is("a", "1"), Is("b", "1"), Is("c", "1")
    assert parse_condition("a is 1 or b is 1 and c is 1") == Either((a, Both((b, c))))


def test_brackets_bind_closest():
    a, b, c = Is("a", "1"), Is("b", "1"), Is("c", "1")
    assert parse_condition("(a is 1 or b is 1) and c is 1") == Both((Either((a, b)), c))


def test_not_applies_to_what_follows_it():
    assert parse_condition("not a at least 2 and b is x") == Both(
        (Not(AtLeast("a", 2)), Is("b", "x"))
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a question id at the end"),
        ("A1", "expected 'is' or 'at least' at the end"),
        ("A1 = 2", "'=' at character 4 cannot be used here"),
        ("A1 is", "expected a choice at the end"),
        ("A1 is 2 B1 is 3", "expected 'and', 'or' or nothing more at character 9, not 'B1'"),
        ("(A1 is 2", "expected ')' at the end"),
        ("A1 is 2)", "expected 'and', 'or' or nothing more at character 8, not ')'"),
        ("A1 at 2", "expected 'least' at character 7, not '2'"),
        ("A1 at least two", "'at least' needs a whole number, not 'two'"),
        ("and is 2", "expected a question id at character 1, not 'and'"),
        ("__import__('os').system('x')", "''' at character 12 cannot be used here"),
        ("A1.note is 2", "'.' at character 3 cannot be used here"),
        ("not " * 30 + "A1 is 2", "is nested too deeply; write it with fewer brackets"),
    ],
)
def test_anything_outside_the_grammar_is_refused_with_its_place(text, message):
    with pytest.raises(ConditionError) as refused:
        parse_condition(text)
    assert str(refused.value) == message


@given(st.text(max_size=60))
def test_any_text_is_either_a_condition_or_refused_in_words(text):
    with contextlib.suppress(ConditionError):
        parse_condition(text)
