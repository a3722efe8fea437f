"""Build a questionnaire from its checked file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.assessment.condition import Condition
from toolkit.assessment.condition_parser import parse_condition
from toolkit.assessment.survey.form import (
    PICKED,
    Item,
    Language,
    Note,
    Option,
    Survey,
    SurveyPage,
    Words,
)
from toolkit.assessment.survey.rules import Rules, build_rules
from toolkit.assessment.written import written

__all__ = ["build_survey"]

ENGLISH = {"code": "en", "name": "English"}


def build_survey(raw: dict[str, Any]) -> Survey:
    """Return the questionnaire of a checked instrument file.

    Parameters
    ----------
    raw : dict
        The file.

    Returns
    -------
    Survey
        The questionnaire.
    """
    languages = tuple(Language(**language) for language in raw.get("languages", [ENGLISH]))
    rules = build_rules(raw["scoring"]) if "scoring" in raw else None
    reader = _Reader(languages[0].code, rules)
    return Survey(languages, tuple(reader.page(page) for page in raw["pages"]), rules)


class _Reader:
    """Reads pages, knowing the language of a text that names none, and what scores."""

    def __init__(self, language: str, rules: Rules | None) -> None:
        self.language = language
        self.rules = rules

    def page(self, raw: dict[str, Any]) -> SurveyPage:
        title = self.words(raw.get("title"))
        conditions = _condition(raw)
        parts = tuple(self.parts(raw["parts"], raw["id"], raw["id"], (), conditions))
        return SurveyPage(raw["id"], title, parts, conditions)

    def parts(
        self,
        raw: list[dict[str, Any]],
        page: str,
        parent: str,
        around: tuple[Condition, ...],
        of_page: tuple[Condition, ...],
    ) -> Iterator[Item | Note]:
        for part in raw:
            conditions = (*around, *_condition(part))
            if part["kind"] == "group":
                if part.get("text"):
                    yield Note(self.words(part["text"]), True, conditions)
                yield from self.parts(part["parts"], page, part.get("id", ""), conditions, of_page)
            elif part["kind"] == "note":
                yield Note(self.words(part.get("text")), False, conditions)
            else:
                yield self.item(part, page, parent, (*of_page, *conditions))

    def item(
        self, raw: dict[str, Any], page: str, parent: str, conditions: tuple[Condition, ...]
    ) -> Item:
        picks = raw["kind"] in PICKED
        return Item(
            raw["id"],
            raw["kind"],
            self.words(raw.get("text")) or {self.language: raw["id"]},
            self.words(raw.get("help")),
            page,
            parent,
            tuple(self.option(choice) for choice in raw.get("choices", ())),
            conditions,
            alphabetical=raw.get("alphabetical", False),
            required=raw.get("required", False),
            counts_as=self.rules.counts_as(raw["id"], parent) if self.rules and picks else "",
        )

    def option(self, raw: dict[str, Any]) -> Option:
        identity = written(raw["id"])
        return Option(identity, raw["id"], self.words(raw.get("text")) or {self.language: identity})

    def words(self, raw: str | dict[str, str] | None) -> Words:
        return {self.language: raw} if isinstance(raw, str) else dict(raw or {})


def _condition(raw: dict[str, Any]) -> tuple[Condition, ...]:
    return (parse_condition(raw["show_if"]),) if "show_if" in raw else ()
