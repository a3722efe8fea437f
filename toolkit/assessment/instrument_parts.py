"""The parts of an instrument file that may not be sound yet, as its checks look at them."""

from __future__ import annotations

from typing import Any

from toolkit.language import _

__all__ = ["Raw", "pairs", "parts", "steps_of", "where", "words"]

Raw = dict[str, Any]


def parts(raw: Raw, name: str) -> list[Raw]:
    """Return the entries of a list that have the right shape; the schema reports the others.

    Parameters
    ----------
    raw : dict
        A part of the file.
    name : str
        The name of the list.

    Returns
    -------
    list of dict
        Empty where there is no such list.

    Examples
    --------
    >>> parts({"areas": [{"id": "A"}, "oops"]}, "areas")
    [{'id': 'A'}]
    """
    found = raw.get(name)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def words(raw: Raw, name: str) -> list[str]:
    """Return the entries of a list of words.

    Parameters
    ----------
    raw : dict
        A part of the file.
    name : str
        The name of the list.

    Returns
    -------
    list of str
        Empty where there is no such list.
    """
    found = raw.get(name)
    return [word for word in found if isinstance(word, str)] if isinstance(found, list) else []


def pairs(raw: Raw, name: str) -> dict[str, str]:
    """Return the lines of a set of 'name: word' lines.

    Parameters
    ----------
    raw : dict
        A part of the file.
    name : str
        The name of the set.

    Returns
    -------
    dict of str to str
        Empty where there is no such set.
    """
    found = raw.get(name)
    if not isinstance(found, dict):
        return {}
    return {name: word for name, word in found.items() if isinstance(word, str)}


def where(name: str, number: int, part: Raw) -> str:
    """Return the place of an entry in a person's words, counted from 1.

    Parameters
    ----------
    name : str
        The name of the list.
    number : int
        The place of the entry, counted from 0.
    part : dict
        The entry.

    Returns
    -------
    str
        With the entry's id where it has one.

    Examples
    --------
    >>> where("questions", 0, {"id": "B1"})
    'questions, item 1 (B1)'
    """
    told = _("{name}, item {number}").format(name=name, number=number + 1)
    return f"{told} ({part['id']})" if "id" in part else told


def steps_of(question: Raw, raw: Raw) -> list[Any] | None:
    """Return the values of the scale a question is answered on.

    Parameters
    ----------
    question : dict
        One question of the file.
    raw : dict
        The file.

    Returns
    -------
    list or None
        None for a question with choices of its own, or with a scale that does not exist.
    """
    scales = parts(raw, "scales")
    if "choices" in question or not scales:
        return None
    name = question.get("scale", scales[0].get("id"))
    scale = next((scale for scale in scales if scale.get("id") == name), None)
    return None if scale is None else [step.get("value") for step in parts(scale, "steps")]
