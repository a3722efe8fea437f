"""A document as a Word file, with real headings, lists and table headers."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Link,
    Phrase,
    Quote,
    Strong,
    Table,
    Text,
    parts_of,
)

__all__ = ["as_word"]

LANGUAGE = "en-GB"
LONGEST_PROPERTY = 255  # characters; the library refuses to write a longer one
# What a Word file cannot hold at all, such as a bell or half of a pair of characters.
_UNHEARD_OF = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_word(document: Document, *, on: date) -> bytes:
    """Return a document as a Word file.

    Parameters
    ----------
    document : Document
        What to write.
    on : date
        The date in the file's properties.

    Returns
    -------
    bytes
        A ``.docx`` file for A4 paper, in British English, with its title and subject set.
    """
    word = docx.Document()
    _set_up(word, document, on)
    word.add_heading(_sound(document.title), level=1)
    for block in document.blocks:
        _add(word, block)
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def _set_up(word: WordDocument, document: Document, on: date) -> None:
    properties = word.core_properties
    properties.title = _sound(document.title)[:LONGEST_PROPERTY]
    properties.subject = _sound(document.subject)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime(on.year, on.month, on.day)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)


def _add(word: WordDocument, block: Block) -> None:
    match block:
        case Heading(level, text):
            word.add_heading(_sound(text), level=level)
        case Text(phrase):
            _write(word.add_paragraph(), phrase)
        case Bullets(items, numbered):
            _add_list(word, items, numbered)
        case Quote(text):
            word.add_paragraph(_sound("\n".join(text.splitlines())), style="Quote")
        case Table():
            _add_table(word, block)


def _add_list(word: WordDocument, items: tuple[Phrase, ...], numbered: bool) -> None:
    if not numbered:
        for item in items:
            _write(word.add_paragraph(style="List Bullet"), item)
        return
    numbering = word.part.numbering_part.element
    style: Any = word.styles["List Number"].element
    abstract = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    fresh = numbering.add_num(abstract)  # otherwise this list counts on from the last one
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        paragraph = word.add_paragraph(style="List Number")
        properties: Any = paragraph._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = fresh.numId
        _write(paragraph, item)


def _add_table(word: WordDocument, block: Table) -> None:
    caption = word.add_paragraph(_sound(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=len(block.header), style="Table Grid")
    # Word's own cell access grows with the square of the size; its rows are read once instead.
    for cell, name in zip(table.rows[0].cells, block.header, strict=True):
        _write(cell.paragraphs[0], Strong(name))
    repeated: Any = table.rows[0]._tr.get_or_add_trPr()
    repeated.append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], words)
    word.add_paragraph()  # keeps a table apart from what follows it


def _write(paragraph: Paragraph, phrase: Phrase) -> None:
    for part in parts_of(phrase):
        match part:
            case Strong(text):
                paragraph.add_run(_sound(text)).bold = True
            case Link():
                _link(paragraph, part)
            case str(text):
                paragraph.add_run(_sound(text))


def _link(paragraph: Paragraph, link: Link) -> None:
    run = paragraph.add_run(_sound(link.text))
    run.font.underline = True
    known = paragraph.part.relate_to(
        _sound(link.address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), known)
    paragraph._p.append(hyperlink)
    hyperlink.append(run._r)


def _sound(text: str) -> str:
    return _UNHEARD_OF.sub("\ufffd", text)
