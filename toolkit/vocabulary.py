"""The controlled words of the toolkit: what may be written, what to show, what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import _
from toolkit.place import content_root
from toolkit.schema import check
from toolkit.yamlfile import Json, read_yaml

__all__ = ["Group", "Vocabulary", "Word", "check_words", "load_vocabulary", "read_vocabulary"]


@dataclass(frozen=True)
class Word:
    """One controlled word.

    Parameters
    ----------
    id : str
        What is written in content files and addresses.
    label : str
        What a reader sees.
    meaning : str
        What it means, in one line.
    question : str
        A question to ask about a proposal. Empty for most words.
    """

    id: str
    label: str
    meaning: str
    question: str = ""


@dataclass(frozen=True)
class Group:
    """The words that one field may hold.

    Parameters
    ----------
    id : str
        The name of the group, mostly the name of the field.
    label : str
        What a reader sees above the words.
    meaning : str
        What the group is about.
    words : tuple of Word
        The words, in the order to show them.
    """

    id: str
    label: str
    meaning: str
    words: tuple[Word, ...]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __contains__(self, word_id: object) -> bool:
        return any(word.id == word_id for word in self.words)

    @property
    def ids(self) -> tuple[str, ...]:
        """What may be written, in the order to show it."""
        return tuple(word.id for word in self.words)

    def label_of(self, word_id: str) -> str:
        """Return the label of a word, or the word itself where it is not controlled."""
        return next((word.label for word in self.words if word.id == word_id), word_id)


@dataclass(frozen=True)
class Vocabulary:
    """All groups of controlled words.

    Parameters
    ----------
    groups : tuple of Group
        The groups.
    """

    groups: tuple[Group, ...]

    def __getitem__(self, group_id: str) -> Group:
        for group in self.groups:
            if group.id == group_id:
                return group
        advice = did_you_mean(group_id, [group.id for group in self.groups])
        raise LookupError(f"There is no group of words '{group_id}'; {advice}")


def load_vocabulary(root: Path | None = None) -> Vocabulary:
    """Return the controlled words of a content folder.

    Parameters
    ----------
    root : Path, optional
        The folder that holds ``data``; the toolkit's own where left out.

    Returns
    -------
    Vocabulary
        The words.

    Raises
    ------
    ContentError
        Where ``data/vocabulary.yaml`` is missing or wrong.

    Examples
    --------
    >>> load_vocabulary()["status"].label_of("pilot")
    'Being tried'
    """
    return read_vocabulary((root or content_root()) / "data" / "vocabulary.yaml")


def read_vocabulary(path: Path) -> Vocabulary:
    """Return the controlled words that a file holds.

    Parameters
    ----------
    path : Path
        A YAML file of groups and words.

    Returns
    -------
    Vocabulary
        The words.

    Raises
    ------
    ContentError
        Where the file is missing or does not fit its schema.
    """
    content: dict[str, Any] = read_yaml(path)
    problems = check(content, "vocabulary")
    if problems:
        raise ContentError(path, problems)
    return Vocabulary(tuple(_group(name, raw) for name, raw in content["groups"].items()))


def _group(name: str, raw: dict[str, Any]) -> Group:
    words = tuple(Word(id=word_id, **word) for word_id, word in raw["words"].items())
    return Group(name, raw["label"], raw["meaning"], words)


def check_words(
    content: Json,
    schema: dict[str, Any],
    vocabulary: Vocabulary,
    *,
    path: tuple[str | int, ...] = (),
) -> list[Problem]:
    """Return every controlled word in `content` that its group does not hold.

    A schema names the group beside the place: ``"vocabulary": "status"``.

    Parameters
    ----------
    content : JSON value
        What was read, or a part of it. Parts of the wrong type are left to the schema.
    schema : dict
        The JSON Schema of that part.
    vocabulary : Vocabulary
        The words that may be used.
    path : tuple of str and int
        The place of this part, for the message.

    Returns
    -------
    list of Problem
        One for each unknown word, with the nearest known word as the remedy.
    """
    if isinstance(content, dict):
        parts = [
            ((*path, name), content[name], part)
            for name, part in schema.get("properties", {}).items()
            if name in content
        ]
    elif isinstance(content, list):
        parts = [
            ((*path, number), item, schema.get("items", {})) for number, item in enumerate(content)
        ]
    else:
        return _check_word(content, schema, vocabulary, path)
    return [
        problem
        for place, value, part in parts
        for problem in check_words(value, part, vocabulary, path=place)
    ]


def _check_word(
    content: Json, schema: dict[str, Any], vocabulary: Vocabulary, path: tuple[str | int, ...]
) -> list[Problem]:
    if "vocabulary" not in schema or not isinstance(content, str):
        return []
    known = vocabulary[schema["vocabulary"]]
    if content in known:
        return []
    what = _("'{word}' is not one of the words used here").format(word=content)
    steps = (
        step if isinstance(step, str) else _("item {number}").format(number=step + 1)
        for step in path
    )
    return [Problem(", ".join(steps), what, did_you_mean(content, known.ids), path=path)]
