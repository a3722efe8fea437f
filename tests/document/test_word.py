"""A document as a Word file, opened again."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from toolkit.document.blocks import Bullets, Document, Heading, Link, Quote, Strong, Table, Text
from toolkit.document.word import as_word


def opened(*blocks, title: str = "T", subject: str = ""):
    """Return a document as Word would read it."""
    return docx.Document(BytesIO(as_word(Document(title, blocks, subject), on=date(2026, 11, 2))))


def test_the_file_says_its_title_subject_date_and_language():
    word = opened(title="Ti<t>le", subject="About")
    properties = word.core_properties
    assert (properties.title, properties.subject, properties.author) == ("Ti<t>le", "About", "")
    assert properties.created.date() == date(2026, 11, 2)
    languages = {tag.get(qn("w:val")) for tag in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_a_title_too_long_for_the_files_properties_stands_whole_on_the_page():
    word = opened(title="x" * 300, subject="y" * 300)
    assert (word.core_properties.title, word.core_properties.subject) == ("x" * 255, "y" * 255)
    assert word.paragraphs[0].text == "x" * 300


def test_headings_are_headings_and_quotes_keep_their_lines():
    word = opened(Heading(2, "A"), Text("b"), Quote("one\ntwo"))
    assert [(p.style.name, p.text) for p in word.paragraphs] == [
        ("Heading 1", "T"),
        ("Heading 2", "A"),
        ("Normal", "b"),
        ("Quote", "one\ntwo"),
    ]


def test_strong_words_are_bold_and_links_lead_where_they_say():
    paragraph = opened(Text(("a ", Strong("b"), Link("c", "https://example.org/")))).paragraphs[1]
    assert [(run.text, run.bold) for run in paragraph.runs] == [("a ", None), ("b", True)]
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("c", "https://example.org/")


def test_each_numbered_list_begins_at_one():
    word = opened(Bullets(("a", "b"), True), Text("x"), Bullets(("c",), True), Bullets(("d",)))
    lists = [p for p in word.paragraphs if p.style.name == "List Number"]
    numbers = [p._p.pPr.numPr.numId.val for p in lists]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = word.part.numbering_part.element
    starts = [numbering.num_having_numId(n).lvlOverride_lst[0].startOverride.val for n in numbers]
    assert starts == [1, 1, 1]
    assert [p.text for p in word.paragraphs if p.style.name == "List Bullet"] == ["d"]


def test_a_table_repeats_its_header_on_every_page():
    word = opened(Table("Cap", ("a", "b"), (("1", Strong("2")), ("3", "4"))))
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
    ]
    assert [row._tr.trPr is not None for row in table.rows] == [True, False, False]
    assert word.paragraphs[1].style.name == "Caption"


@pytest.mark.parametrize("typed", ["a\x00b", "a\x1bb", "a\ud800b", "a￿b"])
def test_what_a_word_file_cannot_hold_is_shown_as_such(typed):
    assert opened(Text(typed), title=typed).paragraphs[1].text == "a�b"
