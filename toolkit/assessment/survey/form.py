"""A questionnaire as its file states it: pages, questions of several kinds, words by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from toolkit.assessment.condition import Condition
from toolkit.assessment.survey.rules import CountsAs, Highest, Rules, weight

__all__ = [
    "PICKED",
    "Item",
    "Kind",
    "Language",
    "Note",
    "Option",
    "Survey",
    "SurveyPage",
    "Words",
]

Kind = Literal["choice", "dropdown", "list", "text", "comment", "number"]
# The kinds that are answered by picking; only these can score.
PICKED: tuple[Kind, ...] = ("choice", "dropdown", "list")

# Text by the code of its language, for example {"en": "Yes", "fr": "Oui"}.
Words = Mapping[str, str]


@dataclass(frozen=True)
class Language:
    """A language the questionnaire can be read in.

    Parameters
    ----------
    code : str
        As HTML's ``lang`` takes it, for example ``fr``.
    name : str
        Its name in that language.
    """

    code: str
    name: str


@dataclass(frozen=True)
class Option:
    """One answer that can be picked.

    Parameters
    ----------
    id : str
        Its name in addresses and conditions.
    value : str, int or float
        What is kept when it is picked: the same, but for a number.
    text : Words
        What the visitor reads.
    """

    id: str
    value: str | int | float
    text: Words


@dataclass(frozen=True)
class Note:
    """Words between the questions: the title of a group, or a text to read.

    Parameters
    ----------
    text : Words
        The words; may hold simple HTML, which is never put on a page as it is.
    heading : bool
        Whether it is the title of the group that follows.
    conditions : tuple of Condition
        What has to hold for it to be shown, its page left out.
    """

    text: Words
    heading: bool
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Item:
    """One question.

    Parameters
    ----------
    id : str
        Its name.
    kind : str
        ``choice``, ``dropdown``, ``list`` (any number of choices), ``text``, ``comment`` or
        ``number``.
    text, help : Words
        The question, and what helps to answer it.
    page, parent : str
        The id of its page, and of the group (or page) directly around it.
    options : tuple of Option
        What can be picked; empty for the last three kinds.
    conditions : tuple of Condition
        What has to hold for it to be shown: its own condition and those of everything around it.
    alphabetical : bool
        Whether the options are shown in the order of the alphabet.
    required : bool
        Whether the questionnaire asks for an answer by all means.
    counts_as : str
        ``risk``, ``mitigation``, or empty for a question that does not score.
    """

    id: str
    kind: Kind
    text: Words
    help: Words
    page: str
    parent: str
    options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    alphabetical: bool = False
    required: bool = False
    counts_as: CountsAs = ""

    @property
    def picks(self) -> bool:
        """Whether it is answered by picking, so that its answers can score."""
        return self.kind in PICKED

    @property
    def most(self) -> float:
        """The highest weight that an answer to it can have."""
        weights = [weight(option.value) for option in self.options]
        return sum(weights) if self.kind == "list" else max([0.0, *weights])

    @cached_property
    def by_option(self) -> dict[str, Option]:
        """The options by their id."""
        return {option.id: option for option in self.options}


@dataclass(frozen=True)
class SurveyPage:
    """One page of the questionnaire.

    Parameters
    ----------
    id : str
        Its name.
    title : Words
        Its title.
    parts : tuple of Item or Note
        What is on it, in order.
    conditions : tuple of Condition
        What has to hold for it to be shown.
    """

    id: str
    title: Words
    parts: tuple[Item | Note, ...]
    conditions: tuple[Condition, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Its questions."""
        return tuple(part for part in self.parts if isinstance(part, Item))


@dataclass(frozen=True)
class Survey:
    """A questionnaire, checked.

    Parameters
    ----------
    languages : tuple of Language
        The first is used where a text is missing in another.
    pages : tuple of SurveyPage
        In order.
    rules : Rules or None
        How answers become a score; None for a questionnaire that only asks.
    """

    languages: tuple[Language, ...]
    pages: tuple[SurveyPage, ...]
    rules: Rules | None = None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every question, in the order of the file."""
        return tuple(item for page in self.pages for item in page.items)

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every question by its name."""
        return {item.id: item for item in self.items}

    @cached_property
    def asking(self) -> tuple[SurveyPage, ...]:
        """The pages that ask something; the others only hold words."""
        return tuple(page for page in self.pages if page.items)

    @cached_property
    def highest(self) -> Highest | None:
        """The highest scores, counted over every question; None without rules."""
        if self.rules is None:
            return None
        raw, mitigation = (
            sum(item.most for item in self.items if item.counts_as == kind)
            for kind in ("risk", "mitigation")
        )
        return Highest(raw, mitigation / self.rules.phases)

    def said(self, words: Words, language: str) -> tuple[str, str]:
        """Return a text, and the language it is in: the one asked for, where there is one.

        Parameters
        ----------
        words : Words
            The text by language.
        language : str
            The code of the language asked for.

        Returns
        -------
        str, str
            The text, empty where there is none, and the code of its language.
        """
        for code in (language, self.languages[0].code, *words):
            if words.get(code):
                return words[code], code
        return "", language
