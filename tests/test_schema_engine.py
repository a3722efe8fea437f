"""Both ways to hold content against a schema give the same answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from toolkit.schema_engine import Kind, faults, slower_faults

PART = {
    "type": "object",
    "required": ["id", "kind"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 2, "maxLength": 5},
        "kind": {"enum": ["a", "b"]},
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "on": {"type": "string", "format": "date"},
        "list": {"type": "array", "maxItems": 1, "uniqueItems": True},
    },
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}},
    "$defs": {"part": PART},
}


def told(found: Any) -> list[tuple[Any, ...]]:
    """Return what messages are made of, in an order of its own."""
    names = ("property", "unexpected", "options", "limit")
    return sorted(
        (
            str(list(one.instance_path)),
            one.kind.name,
            str([list(v) if isinstance(v, list | tuple) else v
                 for v in (getattr(one.kind, name, None) or None for name in names)]),
            json.dumps(one.instance, sort_keys=True),
        )
        for one in found
    )  # fmt: skip


@pytest.mark.parametrize(
    "part",
    [
        {"id": "abc", "kind": "a"},
        {},
        {"id": "a", "kind": "c"},
        {"id": "abcdef", "kind": "a", "share": 2, "more": 1, "other": 2},
        {"id": 3, "kind": "b", "share": -1, "on": "2026-13-01"},
        {"id": "abc", "kind": "a", "list": [1, 1]},
        "text",
    ],
    ids=str,
)
def test_the_slower_way_finds_what_the_fast_way_finds(part: Any) -> None:
    content = {"parts": [part]}
    slow = told(slower_faults(content, SCHEMA))
    fast = told(faults(content, SCHEMA))
    assert [one[:2] for one in slow] == [one[:2] for one in fast]
    without_limits = ("required", "additionalProperties", "enum")
    assert [one for one in slow if one[1] in without_limits] == [
        one for one in fast if one[1] in without_limits
    ]


def test_a_missing_name_is_told_with_its_name() -> None:
    found = [one.kind for one in slower_faults({"parts": [{"id": "ab"}]}, SCHEMA)]
    assert found == [Kind("required", property="kind")]


def test_a_limit_is_told() -> None:
    [one] = slower_faults({"parts": [{"id": "a", "kind": "a"}]}, SCHEMA)
    assert (one.kind, one.instance_path) == (Kind("minLength", limit=2), ("parts", 0, "id"))
    assert one.schema_path[-2:] == ("id", "minLength")
