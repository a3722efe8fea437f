from toolkit.document.blocks import Heading, Table, Text
from toolkit.schema import load_schema
from toolkit.schema_document import schema_blocks

SCHEMA = {
    "description": "A pot of tea.",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "maxLength": 9, "description": "Its name.", "examples": ["Ann"]},
        "kind": {"enum": ["black", "green"], "description": "Its kind."},
        "cups": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/cup"}},
        "from": {"anyOf": [{"const": "here"}, {"type": "object", "description": "A shop.",
                           "properties": {"shop": {"type": ["string", "integer"]}}}]},
    },
    "$defs": {
        "cup": {
            "type": "object",
            "description": "A cup.",
            "properties": {"size": {"type": "number", "exclusiveMinimum": 0, "maximum": 3}},
        }
    },
}  # fmt: skip
BLOCKS = schema_blocks(SCHEMA, {"": "The pot", "cups": "One cup"})


def rows(caption):
    [table] = [b for b in BLOCKS if isinstance(b, Table) and b.caption == f"Fields of: {caption}"]
    return table.rows


def test_each_part_has_a_heading_and_says_what_it_is():
    assert [block.text for block in BLOCKS if isinstance(block, Heading)] == [
        "The pot",
        "One cup",
        "from",
    ]
    assert BLOCKS[1] == Text("A pot of tea.")


def test_each_field_says_whether_it_is_needed_and_what_it_looks_like():
    name, kind, cups, source = rows("The pot")
    assert name == ("name", "yes", "Its name. For example: Ann.", "text, at most 9 characters")
    assert kind[1:] == ("no", "Its kind.", "one of: black, green")
    assert cups[3] == "list, at least 1"
    assert source[3] == "the words: here or lines below it"
    assert rows("One cup")[0][3] == "number, above 0, up to 3"
    assert rows("from")[0][3] == "text or whole number"


def test_every_field_of_an_instrument_says_what_to_write():
    tables = [b for b in schema_blocks(load_schema("instrument"), {}) if isinstance(b, Table)]
    assert [(t.caption, row[0]) for t in tables for row in t.rows if not row[2]] == []
    assert len(tables) > 20
