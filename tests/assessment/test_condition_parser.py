import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.assessment.condition import AtLeast, Both, Either, Is, Not
from toolkit.assessment.condition_parser import KEYWORDS, ConditionError, parse_condition
from toolkit.assessment.condition_text import write_condition


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
        ("A1 at least two", "expected a whole number at character 13, not 'two'"),
        ("A1 at least -1", "expected a whole number at character 13, not '-1'"),
        ("A1 at least", "expected a whole number at the end"),
        ("A1 at least " + "9" * 7, "expected a whole number at character 13, not '9999999'"),
        ("and is 2", "expected a question id at character 1, not 'and'"),
        ("__import__('os').system('x')", "''' at character 12 cannot be used here"),
        ("A1.note is 2", "'.' at character 3 cannot be used here"),
        (
            "not " * 30 + "A1 is 2",
            "is nested too deeply at character 85; write it with fewer brackets",
        ),
    ],
)
def test_anything_outside_the_grammar_is_refused_with_its_place(text, message):
    with pytest.raises(ConditionError) as refused:
        parse_condition(text)
    assert str(refused.value) == message


# -- for any text -----------------------------------------------------------------------------

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,5}", fullmatch=True).filter(
    lambda name: name not in KEYWORDS
)
CONDITIONS = st.recursive(
    st.builds(Is, NAMES, NAMES) | st.builds(AtLeast, NAMES, st.integers(0, 999)),
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Both(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts)))
    ),
    max_leaves=8,
)


@given(CONDITIONS)
def test_a_condition_that_is_written_out_is_read_back(condition):
    assert parse_condition(write_condition(condition)) == condition


def is_condition(text):
    """Return whether a text is a condition: shorten it rule by rule, until one is left."""
    if re.sub(r"[A-Za-z0-9_\s()-]", "", text):
        return False
    text = f" {' '.join(re.findall(r'[A-Za-z0-9_-]+|[()]', text))} "
    word = rf"(?!(?:{'|'.join(KEYWORDS)}) )[A-Za-z0-9_-]+"
    text = re.sub(rf" {word} (?:is {word}|at least [0-9]{{1,6}})(?= )", " ?", text)
    before = ""
    while text != before:
        before = text
        text = re.sub(r" (?:not \?|\( \? \)|\? (?:and|or) \?)(?= )", " ?", text)
    return text == " ? "


PIECES = ["A1", "b-2", "7", "is", "at", "least", "and", "or", "not", "(", ")", " ", "=", ".", "é"]


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
    | st.builds(
        lambda condition, at, piece: (
            (text := write_condition(condition))[: at % len(text)] + piece + text[at % len(text) :]
        ),
        CONDITIONS,
        st.integers(0, 200),
        st.sampled_from(PIECES),
    )
    | st.text(max_size=60)
)
def test_exactly_the_grammar_is_read_and_all_else_is_refused_with_its_place(text):
    try:
        parse_condition(text)
        refusal = ""
    except ConditionError as refused:
        refusal = str(refused)
    assert bool(refusal) != is_condition(text) or "nested too deeply" in refusal
    assert not refusal or re.search(r"at (character \d+|the end)", refusal)
