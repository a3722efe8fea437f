import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.condition import (
    Answered,
    AtLeast,
    Both,
    Contains,
    Either,
    Includes,
    Is,
    Not,
)
from toolkit.assessment.condition_parser import ConditionError, condition_text, parse_condition


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
        ("A1 contains", "expected a choice at the end"),
        ('A1 is "x', "'\"' at character 7 cannot be used here"),
        ('A1 is "\\x"', "the quotes at character 7 cannot be read"),
        ("A1 at least \u0663", "'\u0663' at character 13 cannot be used here"),
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


def test_questionnaires_ask_after_lists_texts_and_whether_there_is_an_answer():
    text = 'a contains x and b includes "two words" and not c answered'
    assert parse_condition(text) == Both(
        (Contains("a", "x"), Includes("b", "two words"), Not(Answered("c")))
    )


def test_what_stands_in_quotes_is_never_a_keyword():
    assert parse_condition('"and" is "or"') == Is("and", "or")


words = st.text(min_size=1, max_size=8)
tests = st.one_of(
    st.builds(Is, words, words),
    st.builds(Contains, words, words),
    st.builds(Includes, words, words),
    st.builds(Answered, words),
    st.builds(AtLeast, words, st.integers(0, 99)),
)


def joined(kind):
    """Return a strategy of several conditions joined, none of them of the same kind."""
    return lambda inner: st.builds(
        kind,
        st.lists(inner.filter(lambda one: not isinstance(one, kind)), min_size=2, max_size=3).map(
            tuple
        ),
    )


conditions = st.recursive(
    tests,
    lambda inner: st.builds(Not, inner) | joined(Both)(inner) | joined(Either)(inner),
    max_leaves=6,
)


@given(conditions)
def test_a_condition_that_is_written_down_is_read_back(condition):
    assert parse_condition(condition_text(condition)) == condition
