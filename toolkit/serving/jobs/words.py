"""List the words of the interface, for those who translate them."""

from __future__ import annotations

import io
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import toolkit
from toolkit.serving.jobs import OK

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

__all__ = ["NAME", "SUMMARY", "add", "english_list", "run"]

NAME = "words"
SUMMARY = "list the interface's words for translators, and bring one language up to date"
PACKAGE = Path(toolkit.__file__).parent
METHODS = (
    ("**.py", "python"),
    ("views/templates/**.html", "jinja2"),
    ("serving/templates/**.html", "jinja2"),
    ("serving/templates/**.j2", "jinja2"),
    ("static_site/templates/**.html", "jinja2"),
)
OPTIONS = {
    "**.html": {"trimmed": "true", "silent": "false", "trim_blocks": "true"},
    "**.j2": {"silent": "false", "extensions": "jinja2.ext.loopcontrols"},
}
HEAD = """\
# The words of the interface, in English. Made by 'toolkit words': change the code, not this file.
# Curly brackets, %(names)s and tags in < > stay as they are. 'toolkit words cy' starts cy.po.
"""


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument(
        "language", nargs="?", help="for example cy, to start or renew data/languages/cy.po"
    )


def run(asked: Namespace) -> int:
    """Write the English list, and one language's file where one is named."""
    from toolkit.place import content_root
    from toolkit.translation import ENGLISH_LIST, FOLDER

    folder = content_root() / FOLDER
    folder.mkdir(exist_ok=True)
    english = _found()
    (folder / ENGLISH_LIST).write_bytes(_written(english, HEAD))
    print(f"Written: {FOLDER}/{ENGLISH_LIST} ({len(english)} sentences)")
    if asked.language:
        path = folder / f"{asked.language}.po"
        path.write_bytes(_renewed(path, english, asked.language))
        print(f"Written: {FOLDER}/{path.name}. Fill in what is empty, then run: toolkit check data")
    return OK


def english_list() -> str:
    """Return every sentence that the interface can say, as the file for translators holds them.

    Returns
    -------
    str
        A gettext template.
    """
    return _written(_found(), HEAD).decode()


def _found() -> Catalog:
    """Return what code and templates say, in the order of their files."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    english = Catalog(project="Council AI Toolkit", fuzzy=False)
    found = extract_from_dir(PACKAGE, METHODS, OPTIONS, comment_tags=("For translators:",))
    for file, line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        place = [(f"{PACKAGE.name}/{file}", line)]
        english.add(message, None, place, auto_comments=comments, context=context)
    return english


def _renewed(path: Path, english: Catalog, language: str) -> bytes:
    """Return a language's file with what is new in it; what was translated stays."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    catalogue = Catalog(locale=language, fuzzy=False)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file)
    catalogue.update(english, no_fuzzy_matching=True)
    head = "# The words of the interface. The English is in messages.pot.\n"
    return _written(catalogue, head, language)


def _written(catalogue: Catalog, head: str, language: str = "") -> bytes:
    """Return a catalogue as a file. No day is in it, so it changes only when its words do."""
    from babel.messages.pofile import write_po

    body = io.BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, include_lineno=False)
    said = ["Content-Type: text/plain; charset=utf-8"]
    if language:
        said += [f"Language: {language}", f"Plural-Forms: {catalogue.plural_forms}"]
    lines = "".join(f'"{line}\\n"\n' for line in said)
    return f'{head}msgid ""\nmsgstr ""\n{lines}\n'.encode() + body.getvalue()
