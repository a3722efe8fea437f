"""Full stops after words that may have a mark of their own, as titles that ask something do."""

from __future__ import annotations

__all__ = ["full_stop", "stop_after"]

_ENDINGS = ("?", "!", ".", "…")
_CLOSING = "”’\"'"  # a mark inside quotation marks ends the sentence as well


def stop_after(text: str) -> str:
    """Return the full stop that a text still needs, for where it cannot stand in the text itself.

    Parameters
    ----------
    text : str
        What a sentence ends with, for example the title of a case.

    Returns
    -------
    str
        A full stop, or nothing where the text ends with a mark already.

    Examples
    --------
    >>> stop_after("Derby's forecast"), stop_after("Can it explain itself?")
    ('.', '')
    """
    return "" if text.rstrip(_CLOSING).endswith(_ENDINGS) else "."


def full_stop(text: str) -> str:
    """Return a text that ends with a full stop, a question mark or an exclamation mark.

    Parameters
    ----------
    text : str
        As for `stop_after`. HTML stays what it is.

    Returns
    -------
    str
        The text, with a full stop where it had no mark.

    Examples
    --------
    >>> full_stop("It asks “Why?”"), full_stop("Try it, Check")
    ('It asks “Why?”', 'Try it, Check.')
    """
    return text + stop_after(text)
