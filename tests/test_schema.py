"""Content held against a schema, told in plain English."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.schema import check, load_schema
from toolkit.yamlfile import Json

ITEM = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "kind": {"enum": ["measured", "said"]},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "string", "minLength": 1, "maxLength": 10},
        "status": {"enum": ["pilot", "live"]},
        "on": {"type": "string", "format": "date", "examples": ["2026-01-31"]},
        "slug": {"type": ["string", "null"], "pattern": "^[a-z-]+$", "remedy": "use small letters"},
        "places": {"type": "integer", "minimum": 0, "maximum": 10},
        "weight": {"type": "number", "exclusiveMinimum": 0},
        "kind": {"const": "case-study"},
        "source": {"anyOf": [{"const": "our judgement"}, {"type": "object"}]},
        "words": {"type": "object", "minProperties": 1},
        "outcomes": {
            "type": "array",
            "maxItems": 2,
            "uniqueItems": True,
            "items": {"$ref": "#/$defs/item"},
        },
    },
    "$defs": {"item": ITEM},
}


@pytest.fixture(autouse=True)
def _a_small_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "data" / "schemas"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "vocabulary.yaml").write_text("groups: {}\n", encoding="utf-8")
    (folder / "small.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    monkeypatch.setenv("TOOLKIT_ROOT", str(tmp_path))
    load_schema.cache_clear()
    yield
    load_schema.cache_clear()


def problems(**content: Json) -> list[str]:
    return [str(problem) for problem in check({"title": "A case", **content}, "small")]


def test_content_that_fits_has_no_problems() -> None:
    assert problems(status="live", on="2026-11-22", places=3, slug=None) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("title", "", "is empty; fill it in, or write 'not known' where that is true"),
        ("title", "Eleven long", "is too long: 11 characters; use at most 10"),
        ("title", 5, "is 5, but should be text"),
        ("title", None, "is empty, but should be text"),
        (
            "status",
            "pilto",
            "'pilto' is not one of the words used here; did you mean 'pilot'?",
        ),
        ("on", "soon", "'soon' is not written as expected; write it like this: 2026-01-31"),
        (
            "on",
            "2026-02-30",
            "'2026-02-30' is not written as expected; write it like this: 2026-01-31",
        ),
        ("slug", "A B", "'A B' is not written as expected; use small letters"),
        ("slug", 5, "is 5, but should be text; use small letters"),
        ("places", -1, "is -1; use 0 or more"),
        ("places", 11, "is 11; use 10 or less"),
        ("places", 1.5, "is 1.5, but should be a whole number"),
        ("places", "many", "is 'many', but should be a whole number"),
        ("weight", 0, "is 0; use more than 0"),
        ("kind", "lesson", "is 'lesson', but should be 'case-study'; write 'case-study'"),
        ("source", "a blog", "'a blog' fits none of the ways to write this; see a template"),
        ("words", {}, "is empty; fill it in, or write 'not known' where that is true"),
    ],
)
def test_each_kind_of_mistake_is_told_in_plain_words(name: str, value: Json, expected: str) -> None:
    assert problems(**{name: value}) == [f"{name}: {expected}"]


def test_a_missing_name_is_told() -> None:
    assert [str(problem) for problem in check({}, "small")] == ["title: missing; add it"]


def test_an_unknown_name_brings_the_nearest_known_one() -> None:
    assert problems(stauts="live") == [
        "stauts: is not a name this file can have; did you mean 'status'?"
    ]


def test_an_unknown_name_like_no_other_is_to_be_removed() -> None:
    assert problems(zzz=1) == ["zzz: is not a name this file can have; remove it or check its name"]


def test_a_place_inside_a_list_is_named_by_number_and_id() -> None:
    outcomes: Json = [{"id": "a"}, {"id": "b", "parts": [{"id": "c", "kind": "sad"}]}]
    assert problems(outcomes=outcomes) == [
        "outcomes, item 2 (b), parts, item 1 (c), kind: "
        "'sad' is not one of the words used here; did you mean 'said'?"
    ]


def test_the_same_thing_twice_in_a_list_is_told() -> None:
    assert problems(outcomes=[{"id": "a"}, {"id": "a"}]) == [
        "outcomes: names the same thing twice; keep one of them"
    ]


def test_a_list_that_is_too_long_is_counted() -> None:
    assert problems(outcomes=[{"id": "a"}, {"id": "b"}, {"id": "c"}]) == [
        "outcomes: is too long: 3 items; use at most 2"
    ]


def test_every_problem_is_found_at_once_in_order_of_place() -> None:
    found = problems(status="x", places=-1, outcomes=[{}])
    assert [line.partition(":")[0] for line in found] == [
        "outcomes, item 1, id",
        "places",
        "status",
    ]


def test_a_long_value_is_not_told_in_full() -> None:
    (problem,) = problems(slug="A" * 10_000)
    assert problem == f"slug: '{'A' * 60}…' is not written as expected; use small letters"


def test_an_unknown_schema_brings_the_nearest_known_one() -> None:
    with pytest.raises(LookupError, match="no schema 'smal'; did you mean 'small'"):
        load_schema("smal")
