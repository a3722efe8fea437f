"""Conditions of questionnaires, read and written: lists, texts, quotes."""

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
from toolkit.assessment.condition_parser import ConditionError, parse_condition
from toolkit.assessment.condition_text import write_condition


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A1 contains", "expected a choice at the end"),
        ('A1 is "x', "'\"' at character 7 cannot be used here"),
        ('A1 is "\\x"', "the quotes at character 7 cannot be read"),
        ("A1 includes (", "expected a choice at character 13, not '('"),
    ],
)
def test_anything_outside_the_grammar_is_refused_with_its_place(text, message):
    with pytest.raises(ConditionError) as refused:
        parse_condition(text)
    assert str(refused.value) == message


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
    assert parse_condition(write_condition(condition)) == condition
