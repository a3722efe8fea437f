"""An answer as text, whatever kind of answer it is."""

from __future__ import annotations

from toolkit.yamlfile import Json

__all__ = ["among", "written"]


def written(answer: Json) -> str:
    """Return a single answer as text; empty for a list and for what is no answer.

    Parameters
    ----------
    answer : str, int, float, list or None
        The answer.

    Returns
    -------
    str
        A whole number without a point, as it would be typed.

    Examples
    --------
    >>> written(2.0), written("item1-2"), written(["a"])
    ('2', 'item1-2', '')
    """
    if isinstance(answer, str):
        return answer
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return ""
    return str(int(answer)) if answer == int(answer) else str(answer)


def among(text: str, answers: list[Json]) -> bool:
    """Return whether a text is one of a list of answers.

    Parameters
    ----------
    text : str
        The text.
    answers : list
        Texts and numbers; what else is in it is passed over.

    Returns
    -------
    bool
        True where it is.
    """
    return any(isinstance(one, str | int | float) and written(one) == text for one in answers)
