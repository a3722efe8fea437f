"""Both parsers read the same text into the same nodes."""

from __future__ import annotations

import pytest
from yaml import Node, YAMLError, serialize
from yaml.resolver import Resolver

from toolkit.yaml_parser import PlainParser, fastest_parser

TEXTS = (
    "a: 1\nb: [x, 'y', \"z\\u00e9\"]\n",
    "text: |\n  two\n  lines\nfolded: >\n  one\n  line\n",
    "- {id: yes, on: 2026-11-22}\n- null\n",
    "a: &x 1\nb: *x\n",
)


def read(parser: type, text: str) -> Node:
    class Reader(parser, Resolver):  # type: ignore[valid-type, misc]
        def __init__(self) -> None:
            parser.__init__(self, text)
            Resolver.__init__(self)

    return Reader().get_single_node()


@pytest.mark.parametrize("text", TEXTS)
def test_the_plain_parser_reads_what_the_fast_one_reads(text: str) -> None:
    assert serialize(read(PlainParser, text)) == serialize(read(fastest_parser(), text))


def test_where_there_is_a_c_library_it_is_used() -> None:
    assert fastest_parser().__name__ == "CParser"


def test_the_plain_parser_refuses_what_is_not_yaml() -> None:
    with pytest.raises(YAMLError):
        read(PlainParser, "a: [1\n")
