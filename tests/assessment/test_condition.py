import pytest

from toolkit.assessment.condition import (
    AtLeast,
    Both,
    Either,
    Is,
    Not,
    comparisons,
    holds,
)
from toolkit.assessment.condition_doubt import may_fail
from toolkit.assessment.condition_parser import parse_condition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a is 2", True),
        ("a is 3", False),
        ("a at least 2", True),
        ("a at least 3", False),
        ("not a at least 3", True),
        ("missing is 2", False),
        ("missing at least 0", False),
        ("not missing is 2", True),
        ("a is 3 or b is yes", True),
        ("a is 3 and b is yes", False),
    ],
)
def test_a_condition_holds_for_what_was_chosen(text, expected):
    assert holds(parse_condition(text), {"a": "2", "b": "yes"}) is expected


def test_comparisons_are_listed_in_the_order_written():
    condition = parse_condition("a is 1 or not (b at least 2 and c is x)")
    assert comparisons(condition) == (Is("a", "1"), AtLeast("b", 2), Is("c", "x"))


@pytest.mark.parametrize(
    ("condition", "possible", "fails"),
    [
        (Is("a", "x"), {"a": ["x"]}, False),
        (Is("a", "x"), {"a": ["x", "y"]}, True),
        (Is("a", "x"), {}, True),
        (Not(Is("a", "x")), {}, False),
        (Not(Is("a", "x")), {"a": ["x", ""]}, True),
        (AtLeast("a", 2), {"a": ["2", "3"]}, False),
        (AtLeast("a", 2), {"a": ["1", "3"]}, True),
        (AtLeast("a", 2), {"a": ["3", ""]}, True),
        (Both((Is("a", "x"), Is("b", "x"))), {"a": ["x"], "b": ["x", "y"]}, True),
        (Either((Is("a", "x"), Is("b", "x"))), {"a": ["x"], "b": ["y"]}, False),
        (Either((Is("a", "x"), Is("b", "x"))), {"a": ["x", "y"], "b": ["y"]}, True),
        (Not(Both((Is("a", "x"), Is("b", "x")))), {"a": ["x", "y"], "b": ["y"]}, False),
    ],
)
def test_a_condition_may_fail_once_more_is_known(condition, possible, fails):
    assert may_fail(condition, possible) == fails
