"""Values that are kept beside the answers: what a proposal is called, the role of a person.

They share the file and the browser's storage with the answers, and never score.
"""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.yamlfile import Json

__all__ = ["beside", "is_beside"]

PARTS = ("about", "group")


def is_beside(name: str) -> bool:
    """Return whether a value is kept beside the answers, and answers nothing itself.

    Parameters
    ----------
    name : str
        The name it is kept under.

    Returns
    -------
    bool
        True for ``about.…`` and ``group.…``.

    Examples
    --------
    >>> is_beside("about.owner"), is_beside("B1.note")
    (True, False)
    """
    part, dot, __ = name.partition(".")
    return bool(dot) and part in PARTS


def beside(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return what is kept beside the answers, as it is.

    Parameters
    ----------
    values : mapping
        Names and values, as a file or a browser keeps them.

    Returns
    -------
    dict
        Without the answers.

    Examples
    --------
    >>> beside({"B1": "3", "about.owner": "Head of Housing"})
    {'about.owner': 'Head of Housing'}
    """
    return {name: value for name, value in values.items() if is_beside(name)}
