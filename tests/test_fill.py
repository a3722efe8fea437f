from dataclasses import dataclass

import pytest

from toolkit.fill import fill, names_in


@dataclass(frozen=True)
class Inner:
    text: str
    count: int = 3


@dataclass(frozen=True)
class Outer:
    title: str
    inner: tuple[Inner, ...]


def test_names_are_found_in_texts_tuples_and_dataclasses():
    assert names_in(Outer("{a}", (Inner("{b} and {c}"), Inner("none")))) == {"a", "b", "c"}


def test_every_name_is_replaced_wherever_it_stands():
    outer = Outer("It was {a}.", (Inner("Now {b}, then {a}."),))
    assert fill(outer, {"a": "1%", "b": "2%"}) == Outer("It was 1%.", (Inner("Now 2%, then 1%."),))


def test_the_original_stays_as_it_was():
    inner = Inner("{a}")
    fill(inner, {"a": "1"})
    assert inner == Inner("{a}")


def test_only_a_name_is_looked_up_and_nothing_is_evaluated():
    with pytest.raises(KeyError):
        fill("{a.__class__}", {"a": "1"})


def test_a_filled_in_text_is_not_filled_in_again():
    assert fill("{a}", {"a": "{b}", "b": "no"}) == "{b}"


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError, match="missing"):
        fill("{missing}", {"a": "1"})
