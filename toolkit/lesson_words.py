"""The words that an activity of a lesson shows, as far as they are known before it runs.

They are in the lesson's front matter, or in the code that makes its controls. What an activity
works out and then puts into words is not among them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

__all__ = ["activity_words"]

_DRAWN = {
    "show_prediction": "prediction",
    "show_fixes": "fixes",
    "show_quiz": "quiz",
    "show_take_away": "take_away",
}
_NAMES = {"id", "misconception", "revisit"}  # what the toolkit reads, and nobody else


def activity_words(source: str, front_matter: Mapping[str, object]) -> str:
    """Return the words that the activity of a code cell shows.

    Parameters
    ----------
    source : str
        The cell's code.
    front_matter : mapping
        That of its lesson.

    Returns
    -------
    str
        One text on each line; empty where the code cannot be read.

    Examples
    --------
    >>> activity_words("bar = Slider('bar', label='How sure it is')", {})
    'How sure it is'
    >>> activity_words("lesson.show_prediction(sitting)", {"prediction": {"question": "Why?"}})
    'Why?'
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # `toolkit check` tells whoever edits the lesson
        return ""
    return "\n".join(text for node in ast.walk(tree) for text in _texts(node, front_matter))


def _texts(node: ast.AST, front_matter: Mapping[str, object]) -> Iterator[str]:
    match node:
        case ast.Attribute(attr=name) if name in _DRAWN:
            yield from _words_of(front_matter.get(_DRAWN[name]))
        case ast.Constant(value=str(text)) if " " in text:  # others are names of things
            yield text


def _words_of(found: object) -> Iterator[str]:
    if isinstance(found, Mapping):
        for name, value in found.items():
            if name not in _NAMES:
                yield from _words_of(value)
    elif isinstance(found, list):
        for one in found:
            yield from _words_of(one)
    elif isinstance(found, str):
        yield found
