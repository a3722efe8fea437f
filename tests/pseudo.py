"""A language nobody speaks: every letter of the interface has an accent, and words grow by a third.

With it, words that were left out of translation are easy to see: they are the ones in plain
letters. What comes from content stays plain, so it is looked up in the content files.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from bs4 import BeautifulSoup, Comment
from source import ROOT

from toolkit.assessment.survey.rules import AIA
from toolkit.assessment.survey.surveyjs import STATUS, SUMMARY
from toolkit.language import Language
from toolkit.translation import read_translation
from toolkit.yamlfile import parse_yaml

CODE = "xx"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "ǎƀċđěƒğħǐĵķłḿňǒƥʠřšťǔṽŵẋŷžǍɃĊĐĚƑĞĦǏĴĶŁḾŇǑƤɊŘŠŤǓṼŴẊŶŽ"
KEPT = re.compile(r"(%\(\w+\)s|%%|\{[^{}]*\}|<[^<>]*>|&[#\w]+;)")
LONGEST = 6  # words of a text of content that is looked up as a whole
TEXTS_OF_FIGURES = ("text", "name", "ticktext", "hovertext", "title", "data", "y")
SPOKEN = ("aria-label", "title", "placeholder", "alt", "aria-valuetext")
# Names, and forms of files, that are the same in every language.
NAMES = {
    *("csv", "json", "bibtex", "csl", "markdown", "html", "zotero", "word", "pdf", "zip", "atrs"),
    *("gov", "uk", "kb", "jupyterlab", "datapackage", "contributing", "md", "casestudies"),
    *("toolkit", "import", "mine", "yaml", "folder", "group", "data", "instruments", "ipynb"),
    *("surveyjs", "id", "url", "ai", "dpia", "ccin", "seed", "ii", "phome", "nonsense", "san"),
}


def pseudo(text: str) -> str:
    """Return a text with an accent on each letter, a third longer; places and tags stay."""
    parts = KEPT.split(text)
    return "".join(part if number % 2 else _accented(part) for number, part in enumerate(parts))


def _accented(part: str) -> str:
    longer = re.sub(r"([aeiouy])(\w?)", r"\1\1\2", part)
    return longer.translate(str.maketrans(PLAIN, ACCENTED))


def pseudo_file() -> bytes:
    """Return the file that has the whole interface in the made-up language."""
    catalogue = _listed()
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = tuple(pseudo(form) for form in message.id)
        elif message.id:
            message.string = pseudo(message.id)
    written = io.BytesIO()
    write_po(written, catalogue, omit_header=True)
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {CODE}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + written.getvalue()


def _listed() -> Catalog:
    with (ROOT / "data" / "languages" / "messages.pot").open("rb") as file:
        return read_po(file, locale=CODE)


def pseudo_language(folder: Path) -> Language:
    """Return the made-up language, read from a file like any other."""
    path = folder / f"{CODE}.po"
    path.write_bytes(pseudo_file())
    translation = read_translation(path)
    assert translation.problems == ()
    return Language(CODE, translation.words)


def copy_of_the_content(folder: Path) -> Path:
    """Copy the content into a folder, and choose the made-up language by one file and one line."""
    for name in ("notebooks", "casestudies", "data"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("voila.json", "ACCESSIBILITY.md"):
        shutil.copy(ROOT / name, folder)
    (folder / "data" / "languages" / f"{CODE}.po").write_bytes(pseudo_file())
    identity = folder / "data" / "identity.yaml"
    text = identity.read_text(encoding="utf-8")
    identity.write_text(text.replace("language: en-GB ", f"language: {CODE} "), encoding="utf-8")
    return folder


class Heard(NullTranslations):
    """Words of a language that note which of them were asked for."""

    def __init__(self, words: NullTranslations) -> None:
        super().__init__()
        self.words = words
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return self.words.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return self.words.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add(message)
        return self.words.pgettext(context, message)


def listed_for_translators(modules: re.Pattern[str]) -> set[str]:
    """Return what some modules say, as translators are given it."""
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in _listed()
        if any(modules.match(place) for place, __ in message.locations)
    }


def shown(html: str) -> Iterator[str]:
    """Yield each text that a visitor sees or hears, content that says its language left out."""
    soup = BeautifulSoup(html, "html.parser")
    for marked in soup.select(f'[lang]:not([lang="{CODE}"]), script, style, pre, code'):
        marked.decompose()
    for node in soup.find_all(string=True):
        if not isinstance(node, Comment) and node.strip():
            yield str(node)
    for element in soup.find_all(True):
        yield from (str(element[name]) for name in SPOKEN if element.get(name))


def words_of_figure(figure: Any) -> Iterator[str]:
    """Yield the texts of a chart."""
    if isinstance(figure, dict):
        for name, value in figure.items():
            if isinstance(value, dict) or name in TEXTS_OF_FIGURES:
                yield from [value] if isinstance(value, str) else words_of_figure(value)
    elif isinstance(figure, list | tuple):
        for value in figure:
            yield from [value] if isinstance(value, str) else words_of_figure(value)


def left_in_english(text: str) -> list[str]:
    """Return the pieces of a text that are neither in the made-up language nor from content.

    A word counts as content where it stands in a row of three words that a content file has, or
    in a text that content has by itself.
    """
    own, rows = content()
    left = []
    text = text.partition(pseudo("Words both use:"))[0]  # what follows is single words of cases
    text = re.sub(r"[\w.-]+\.(docx|html|md|csv|json|ipynb|zip|bib)\b|\b[0-9a-f]{12}\b", "", text)
    for piece in re.split(rf"\w*[{ACCENTED}]\w*", text):
        words = _words(piece)
        known = [word in NAMES for word in words]
        for start in range(len(words)):
            for size in range(min(LONGEST, len(words) - start), 0, -1):
                row = words[start : start + size]
                if row in own or (size == 3 and row in rows):
                    known[start : start + size] = [True] * size
        if not all(known):
            left.append(" ".join(words))
    return left


def _words(text: str) -> tuple[str, ...]:
    plain = re.sub(r"\]\([^)]*\)|[*`#\[\]]|<[^>]*>", " ", text).casefold().replace("’", "'")
    return tuple(re.findall(r"[a-z][a-z']*[a-z]", plain))


@cache
def content() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Return every short text of the content, and every row of three words in it."""
    own: set[tuple[str, ...]] = set()
    parts: set[tuple[str, ...]] = set()
    rows: set[tuple[str, ...]] = set()
    given = [*_leaves(AIA), STATUS, SUMMARY]  # what a questionnaire from elsewhere is given
    for texts in (given, *map(_texts, _files())):
        for text in texts:
            words = _words(text)
            rows.update(zip(words, words[1:], words[2:], strict=False))
            parts.update(map(_words, re.split(r"[,;:.()|“”\n/–]| and ", text)))
            own.add(words)
    # A part of a text that the interface says too was more likely left out of translation.
    return frozenset(own | (parts - _messages())), frozenset(rows)


def _messages() -> set[tuple[str, ...]]:
    said = [message.id for message in _listed() if isinstance(message.id, str)]
    return {_words(text) for text in said if len(_words(text)) < 3}


def _files() -> Iterator[Path]:
    for pattern in ("data/**/*.yaml", "data/**/*.json", "data/**/*.csv", "tests/data/*.json"):
        yield from ROOT.glob(pattern)
    yield from ROOT.glob("casestudies/*.ipynb")
    yield from ROOT.glob("notebooks/**/*.ipynb")
    yield ROOT / "ACCESSIBILITY.md"


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        yield from _leaves(parse_yaml(text, path))
    elif path.suffix == ".json":
        yield from _leaves(json.loads(text))
    elif path.suffix == ".ipynb":
        for cell in json.loads(text)["cells"]:
            source = "".join(cell["source"])
            yield source
            if cell["cell_type"] == "raw":
                yield from _leaves(parse_yaml(source.strip().strip("-"), path))
    else:
        yield from re.split(r"[,\n]", text)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif value is not None:
        yield str(value)
