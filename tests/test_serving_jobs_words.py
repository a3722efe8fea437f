"""The list of the interface's words, for those who translate them."""

from __future__ import annotations

import ast
from argparse import Namespace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from source import ROOT
from test_translation import site

from toolkit.serving.jobs.words import english_list, run
from toolkit.translation import read_translation

# Which arguments of the functions of `toolkit.language` are sentences.
SENTENCES = {"_": slice(1), "N_": slice(1), "ngettext": slice(2), "pgettext": slice(1, 2)}


def test_the_english_list_is_up_to_date() -> None:
    kept = (ROOT / "data" / "languages" / "messages.pot").read_text(encoding="utf-8")
    assert kept == english_list(), "run: python -m toolkit words"


def test_the_list_holds_what_code_and_templates_say() -> None:
    listed = english_list()
    assert 'msgid "The connection is back. You can go on."' in listed  # from Python
    assert 'msgid "Back to results"' in listed  # from a template of the views
    assert 'msgid "Skip to main content"' in listed  # from the frame of every page


def test_every_sentence_that_is_asked_for_is_on_the_list() -> None:
    # Some are missed without a word, as those inside the braces of an f-string.
    with (ROOT / "data" / "languages" / "messages.pot").open("rb") as file:
        listed = {one for message in read_po(file) for one in _forms(message.id)}
    asked = {
        argument.value
        for path in (ROOT / "toolkit").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for argument in call.args[SENTENCES.get(call.func.id, slice(0))]
        if isinstance(argument, ast.Constant)
    }
    assert len(asked) > 1000
    assert {one for one in asked if one and one not in listed} == set()


def _forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = site(tmp_path, "cy")
    (root / "data" / "vocabulary.yaml").write_text("{}", "utf-8")
    monkeypatch.setenv("TOOLKIT_ROOT", str(root))
    return root / "data" / "languages"


def test_a_new_language_starts_with_every_sentence_empty(folder: Path) -> None:
    run(Namespace(language="cy"))
    (problem,) = read_translation(folder / "cy.po").problems
    assert problem.what.endswith("sentences are not translated or unsure")


def test_a_language_that_is_renewed_keeps_what_was_translated(folder: Path) -> None:
    run(Namespace(language="cy"))
    path = folder / "cy.po"
    before = path.read_text(encoding="utf-8")
    path.write_text(
        before.replace('msgid "Print"\nmsgstr ""', 'msgid "Print"\nmsgstr "Argraffu"'), "utf-8"
    )
    run(Namespace(language="cy"))
    after = path.read_text(encoding="utf-8")
    assert 'msgid "Print"\nmsgstr "Argraffu"' in after
    assert after.count("msgid ") == before.count("msgid ")
