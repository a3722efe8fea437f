"""The texts of a SurveyJS survey: one text, or one for each language."""

from __future__ import annotations

from typing import Any

from toolkit.yamlfile import Json

__all__ = ["LANGUAGES", "codes_in", "plain", "words"]

# Of these islands and of Canada; another language is named by its code.
LANGUAGES = {
    "en": "English",
    "cy": "Cymraeg",
    "gd": "Gàidhlig",
    "ga": "Gaeilge",
    "sco": "Scots",
    "fr": "Français",
}
DEFAULT = "default"


def words(found: Json, default: str) -> str | dict[str, str] | None:
    """Return a text as our instrument files have it.

    Parameters
    ----------
    found : Json
        A text, or texts by language; ``default`` stands for the survey's own language.
    default : str
        The code of that language.

    Returns
    -------
    str, dict or None
        None where there is no text.

    Examples
    --------
    >>> words({"default": "Yes", "fr": "Oui"}, "en")
    {'en': 'Yes', 'fr': 'Oui'}
    """
    if isinstance(found, str):
        return found if found.strip() else None
    if not isinstance(found, dict):
        return None
    texts = {
        (default if code == DEFAULT else code): text
        for code, text in found.items()
        if isinstance(text, str) and text.strip()
    }
    if set(texts) == {default}:
        return texts[default]
    return texts or None


def plain(found: Json, default: str) -> str:
    """Return a text in the survey's own language.

    Parameters
    ----------
    found, default
        As `words` takes them.

    Returns
    -------
    str
        Empty where there is none.
    """
    text = words(found, default)
    return (text.get(default, "") if isinstance(text, dict) else text or "").strip()


def codes_in(pages: list[dict[str, Any]], default: str) -> list[str]:
    """Return the languages that the texts of pages are in.

    Parameters
    ----------
    pages : list of dict
        As our instrument files have them.
    default : str
        The code of the survey's own language, which comes first.

    Returns
    -------
    list of str
        Codes, each once.
    """
    found = {default: None}
    for page in pages:
        _collect(page, found)
    return list(found)


def _collect(part: dict[str, Any], found: dict[str, None]) -> None:
    for name in ("title", "text", "help"):
        if isinstance(part.get(name), dict):
            found.update(dict.fromkeys(part[name]))
    for inner in (*part.get("parts", ()), *part.get("choices", ())):
        _collect(inner, found)
