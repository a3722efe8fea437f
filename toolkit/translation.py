"""Read and check the file that holds the interface's words in one language.

``data/languages/cy.po`` is a gettext file, which translators have tools for. A translation that
would break a page is left out, so that the English is shown in its place.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.added import added_folder
from toolkit.errors import ContentError, Problem
from toolkit.identity import read_identity
from toolkit.language import ENGLISH, Language
from toolkit.place import content_root
from toolkit.translation_faults import Entry, faults

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

__all__ = [
    "ENGLISH_LIST",
    "FOLDER",
    "Translation",
    "find_translation",
    "language_problems",
    "load_language",
    "read_translation",
]

FOLDER = "data/languages"
ENGLISH_LIST = "messages.pot"


@dataclass(frozen=True)
class Translation:
    """The words of one file, and what is wrong with them.

    Parameters
    ----------
    words : gettext.NullTranslations
        Without the translations that would break a page.
    problems : tuple of Problem
        Of single translations, and how many are missing as advice.
    """

    words: NullTranslations
    problems: tuple[Problem, ...] = ()


def find_translation(code: str, root: Path) -> Path | None:
    """Return the file with the words of a language.

    Parameters
    ----------
    code : str
        The language, for example ``cy``.
    root : Path
        The content folder. A folder that a council adds is looked in first.

    Returns
    -------
    Path or None
        None where there is none, as for English.
    """
    try:
        added = added_folder()
    except LookupError:
        added = None
    places = (folder / FOLDER / f"{code}.po" for folder in (added, root) if folder)
    return next((path for path in places if path.is_file()), None)


def language_problems(code: str, root: Path) -> list[Problem]:
    """Return what is wrong with the choice of a language.

    Parameters
    ----------
    code : str
        The language that ``data/identity.yaml`` names.
    root : Path
        The content folder.

    Returns
    -------
    list of Problem
        One where the language has no file.
    """
    if code == ENGLISH.code or find_translation(code, root):
        return []
    advice = f"run 'toolkit words {code}', and write the translations into the file it makes"
    return [Problem("language", f"there is no file {FOLDER}/{code}.po", advice)]


def load_language(root: Path | None = None) -> Language:
    """Return the language that a copy has chosen.

    Parameters
    ----------
    root : Path, optional
        The content folder; looked for where left out.

    Returns
    -------
    Language
        What its file cannot say is said in English. So is everything where it has no file that
        can be used, which `toolkit check` explains, and in the copy that runs in the browser.
    """
    try:
        root = root or content_root()
        code = read_identity(root / "data" / "identity.yaml").language
        path = find_translation(code, root)
        return Language(code, _read_once(path, path.stat().st_mtime_ns)) if path else ENGLISH
    except (ContentError, LookupError, ModuleNotFoundError):  # a copy in the browser has no Babel
        return ENGLISH


@lru_cache(maxsize=4)
def _read_once(path: Path, changed: int) -> NullTranslations:
    """Return the words of a file, read again only when it has changed."""
    return read_translation(path).words


def read_translation(path: Path) -> Translation:
    """Return the words that a file holds.

    Parameters
    ----------
    path : Path
        A gettext file, for example ``data/languages/cy.po``.

    Returns
    -------
    Translation
        With what is wrong with single translations, each by its line.

    Raises
    ------
    ContentError
        Where the file cannot be read at all.
    """
    from babel.messages.mofile import write_mo

    catalogue, forms = _catalogue(path)
    problems: list[Problem] = []
    missing = 0
    for message in [message for message in catalogue if message.id]:
        entry = Entry(_both(message.id), _both(message.string), message.lineno or 0, forms)
        if not any(entry.told) or message.fuzzy:
            missing += 1
        elif wrong := list(faults(entry)):
            problems += wrong
            catalogue.delete(message.id, message.context)
    if missing:
        problems.append(_told_missing(missing))
    compiled = io.BytesIO()
    catalogue.charset = "utf-8"
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translation(GNUTranslations(compiled), tuple(problems))


def _catalogue(path: Path) -> tuple[Catalog, int]:
    """Return what a file says, and how many forms a plural has."""
    # Needed by a language other than English only, so English pages need not wait for it.
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
        return catalogue, catalogue.num_plurals
    except PoFileError as error:
        where = f"line {error.lineno + 1}" if error.lineno is not None else "file"
        problem = Problem(where, "cannot be read", "compare it with the lines around it")
    except OSError as error:
        problem = Problem("file", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        problem = Problem("file", "is not UTF-8 text", "save as UTF-8")
    except (ValueError, LookupError) as error:  # what a damaged header makes of the whole
        problem = Problem("header", f"cannot be used: {error}", f"copy it from {ENGLISH_LIST}")
    raise ContentError(path, [problem])


def _both(said: str | Iterable[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ("",))


def _told_missing(missing: int) -> Problem:
    what = f"{missing} sentence{' is' if missing == 1 else 's are'} not translated or unsure"
    return Problem("translations", what, "they are shown in English", warning=True)
