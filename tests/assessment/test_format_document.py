from reading_age import hard_sentences, reading_age

from toolkit.assessment.condition_parser import parse_condition
from toolkit.assessment.format_document import format_document
from toolkit.document.blocks import Heading, Table, Text


def test_every_condition_in_the_guide_can_be_used():
    [table] = [b for b in format_document().blocks if isinstance(b, Table) and "condition" in
               b.caption]  # fmt: skip
    assert all(parse_condition(row[0]) for row in table.rows)


def test_no_part_of_the_format_is_left_without_a_name():
    headings = [block.text for block in format_document().blocks if isinstance(block, Heading)]
    assert [text for text in headings if "." in text or text[0].islower()] == []
    assert len(set(headings)) == len(headings)


def test_the_guide_can_be_read_by_whoever_edits_a_file():
    texts = [block.phrase for block in format_document().blocks if isinstance(block, Text)]
    assert hard_sentences(texts) == []
    assert reading_age(texts) <= 12
