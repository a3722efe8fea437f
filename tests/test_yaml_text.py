"""What is written as YAML is read back as exactly what it was."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source import ROOT

from toolkit.frontmatter import read_notebook
from toolkit.yaml_text import yaml_text
from toolkit.yamlfile import parse_yaml

CASES = sorted((ROOT / "casestudies").glob("*.ipynb"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PLAIN = st.none() | st.booleans() | st.integers(-1000, 1000) | TEXT
CONTENT = st.dictionaries(TEXT, PLAIN | st.lists(PLAIN) | st.dictionaries(TEXT, PLAIN))


@pytest.mark.parametrize("text", [
    "true", "null", "~", "", "0o17", "0x1f", "1_000", "12", "1e5", ".inf", "yes", "- item", "# no",
    "a: b", "a #b", "'quoted'", '"', "*name", "&name", "!mark", "%x", "@x", "`x`", "=1+1", "---",
    "line one\nline two\n", " space ", "tab\there", "2026-11-22", "2026-11", "12:30", "£5 – “said”",
])  # fmt: skip
def test_a_text_stays_the_text_it_is(text: str) -> None:
    written = yaml_text({"name": text, "list": [text, text]})
    assert parse_yaml(written, "a.yaml") == {"name": text, "list": [text, text]}


@given(CONTENT)
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_is_read_back(content: dict[str, Any]) -> None:
    assert parse_yaml(yaml_text(content), "a.yaml") == content


@pytest.mark.parametrize("path", CASES[:20], ids=lambda path: path.stem)
def test_the_facts_of_a_case_come_back_as_they_were(path: Any) -> None:
    facts = read_notebook(path).front_matter
    assert parse_yaml(yaml_text(facts), path) == facts


def test_a_list_that_comes_twice_is_written_twice() -> None:
    same = ["a"]
    assert yaml_text({"one": same, "two": same}) == "one:\n- a\ntwo:\n- a\n"


def test_a_number_with_a_fraction_stays_near_enough() -> None:
    value = parse_yaml(yaml_text({"lat": 53.5441}), "a.yaml")["lat"]
    assert isinstance(value, float)
    assert math.isclose(value, 53.5441)
