"""The file that holds the interface's words in one language: read, and held to the English."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from source import ROOT

from toolkit.errors import ContentError
from toolkit.language import ENGLISH, Language, _, ngettext, speaking
from toolkit.translation import (
    find_translation,
    language_problems,
    load_language,
    read_translation,
)

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

"""


def write(folder: Path, body: str, name: str = "cy.po") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + body, "utf-8")
    return path


def site(folder: Path, language: str) -> Path:
    """Make a content folder that has chosen a language."""
    (folder / "data" / "languages").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "schemas", folder / "data" / "schemas")
    said = f"name: A\nrepository: a/b\nlanguage: {language}\n"
    (folder / "data" / "identity.yaml").write_text(said, "utf-8")
    return folder


def problems(folder: Path, body: str) -> list[str]:
    return [str(problem) for problem in read_translation(write(folder, body)).problems]


def said(folder: Path, body: str, english: str) -> str:
    with speaking(Language("cy", read_translation(write(folder, body)).words)):
        return _(english)


def test_a_translation_is_said_in_place_of_the_english(tmp_path: Path) -> None:
    assert said(tmp_path, 'msgid "Print"\nmsgstr "Argraffu"\n', "Print") == "Argraffu"


def test_what_is_not_translated_is_said_in_english_and_counted(tmp_path: Path) -> None:
    body = 'msgid "Print"\nmsgstr ""\n'
    assert said(tmp_path, body, "Print") == "Print"
    (told,) = read_translation(write(tmp_path, body)).problems
    assert told.warning
    assert str(told).startswith("translations: 1 sentence is not translated or unsure")


def test_what_a_translator_was_unsure_of_is_said_in_english(tmp_path: Path) -> None:
    assert said(tmp_path, '#, fuzzy\nmsgid "Print"\nmsgstr "Bron"\n', "Print") == "Print"


def test_a_language_has_as_many_forms_for_numbers_as_its_file_says(tmp_path: Path) -> None:
    body = (
        'msgid "{n} case"\nmsgid_plural "{n} cases"\n'
        'msgstr[0] "un achos"\nmsgstr[1] "dau achos"\nmsgstr[2] "{n} achos"\n'
    )
    words = read_translation(write(tmp_path, body)).words
    with speaking(Language("cy", words)):
        forms = [ngettext("{n} case", "{n} cases", n).format(n=n) for n in (1, 2, 3)]
    assert forms == ["un achos", "dau achos", "3 achos"]


@pytest.mark.parametrize(
    ("english", "told", "what"),
    [
        ("Hello {name}", "Helo {enw}", "other placeholders than the English: ‘Helo {enw}’"),
        ("Hello %(name)s", "Helo", "use these, spelled as they are: %(name)s"),
        ("{n:.1f} points", "{n} pwynt", "use these, spelled as they are: {n:.1f}"),
        ("Hello {name}", "Helo {name", "a curly bracket without its fellow"),
        ("<b>New</b>", "<b>Newydd<b>", "other HTML tags than the English"),
        ("New", "<script>x</script>", "other HTML tags than the English"),
        ("New", "a < b", "other HTML tags than the English"),
    ],
)
def test_a_translation_that_would_break_a_page_is_left_out_with_its_line(
    tmp_path: Path, english: str, told: str, what: str
) -> None:
    body = f'msgid "{english}"\nmsgstr "{told}"\n'
    (problem,) = problems(tmp_path, body)
    assert problem.startswith("line 6: ")
    assert what in problem
    assert said(tmp_path, body, english) == english


def test_a_percent_sign_in_a_sentence_is_only_a_sign(tmp_path: Path) -> None:
    body = 'msgid "5% of them"\nmsgstr "5% ohonynt, 5% arall"\n'
    assert problems(tmp_path, body) == []
    assert said(tmp_path, body, "5% of them") == "5% ohonynt, 5% arall"


def test_a_percent_sign_beside_a_name_keeps_its_fellow(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, 'msgid "%(n)s %% of them"\nmsgstr "%(n)s % ohonynt"\n')
    assert "use these, spelled as they are: %%, %(n)s" in problem


def test_too_few_forms_for_numbers_are_told(tmp_path: Path) -> None:
    body = 'msgid "{n} case"\nmsgid_plural "{n} cases"\nmsgstr[0] "{n} a"\nmsgstr[1] "{n} b"\n'
    told = "line 6: has 2 plural forms; write 3 forms, as Plural-Forms in the header says"
    assert problems(tmp_path, body) == [told]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"garbage\n", "line 1: cannot be read"),
        (b"\xff\xfe", "is not UTF-8 text; save as UTF-8"),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=x; plural=y;\\n"\n', "header: cannot be"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(
    tmp_path: Path, content: bytes, what: str
) -> None:
    path = tmp_path / "cy.po"
    path.write_bytes(content)
    with pytest.raises(ContentError) as refused:
        read_translation(path)
    assert what in str(refused.value)


def test_a_copy_speaks_the_language_it_has_chosen(tmp_path: Path) -> None:
    root = site(tmp_path, "cy")
    write(root / "data" / "languages", 'msgid "Print"\nmsgstr "Argraffu"\n')
    language = load_language(root)
    assert (language.code, language.words.gettext("Print")) == ("cy", "Argraffu")


@pytest.mark.parametrize("body", [None, "garbage\n"])
def test_a_copy_without_a_file_that_can_be_used_speaks_english(
    tmp_path: Path, body: str | None
) -> None:
    root = site(tmp_path, "cy")
    if body:
        write(root / "data" / "languages", body)
    assert load_language(root) == ENGLISH


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    root = site(tmp_path, "cy")
    for told in ("Argraffu", "Printio nawr"):
        write(root / "data" / "languages", f'msgid "Print"\nmsgstr "{told}"\n')
        assert load_language(root).words.gettext("Print") == told


def test_a_council_may_keep_its_language_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "ours" / "data" / "languages", "")
    monkeypatch.setenv("TOOLKIT_CONTENT", str(tmp_path / "ours"))
    assert find_translation("cy", site(tmp_path / "site", "cy")) == path


def test_a_language_without_a_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (problem,) = language_problems("cy", site(tmp_path, "cy"))
    assert "there is no file data/languages/cy.po" in str(problem)
    assert "toolkit words cy" in problem.remedy
    assert language_problems("en-GB", tmp_path) == []
