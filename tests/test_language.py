"""The language of the interface."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from toolkit import language as module
from toolkit.language import ENGLISH, N_, Language, _, language, ngettext, pgettext, speaking


class Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {message}".upper()


LOUD = Language("xx", Shouting())


def test_english_is_said_as_it_stands_in_the_code() -> None:
    assert (_("Print"), ngettext("a", "b", 1), ngettext("a", "b", 0)) == ("Print", "a", "b")


def test_another_language_is_spoken_for_a_block_and_no_longer() -> None:
    with speaking(LOUD):
        assert (_("Print"), language().code) == ("PRINT", "xx")
        with speaking(ENGLISH):
            assert _("Print") == "Print"
        assert pgettext("month", "May") == "MONTH: MAY"
        assert ngettext("one", "many", 2) == "MANY"
    assert _("Print") == "Print"


def test_nothing_to_say_is_nothing_in_every_language() -> None:
    with speaking(LOUD):
        assert _("") == ""


def test_a_marked_constant_is_english_until_it_is_used() -> None:
    with speaking(LOUD):
        constant = N_("Print")
        assert (constant, _(constant)) == ("Print", "PRINT")


def test_a_copy_whose_own_settings_are_damaged_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "vocabulary.yaml").touch()  # by which a content folder is known
    (tmp_path / "data" / "identity.yaml").write_text("name: [", encoding="utf-8")
    monkeypatch.setenv("TOOLKIT_ROOT", str(tmp_path))
    module._own.cache_clear()
    try:
        assert _("Print") == "Print"
    finally:
        module._own.cache_clear()
