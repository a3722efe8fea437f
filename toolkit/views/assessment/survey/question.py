"""One question of a questionnaire on the page, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from toolkit.assessment.survey.form import Item, Note, Option, Words
from toolkit.assessment.survey.markup import words_of
from toolkit.assessment.survey.phrase import answer_text
from toolkit.assessment.written import written
from toolkit.language import _, language
from toolkit.views.assessment.survey.paper import SurveyPaper
from toolkit.views.form import component
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["draw_answer", "draw_item", "draw_note"]


def draw_item(paper: SurveyPaper, item: Item) -> Markup:
    """Return a question with its controls.

    Parameters
    ----------
    paper : SurveyPaper
        What it is part of.
    item : Item
        The question.

    Returns
    -------
    Markup
        For a question that is no longer asked: its earlier answer, and how to clear it.
    """
    identity = paper.question_id(item)
    if item.id not in paper.shown:
        text, code = paper.phrase(item.text)
        return render(
            "survey-aside",
            id=identity,
            item=item,
            text=text,
            code=code,
            answer=draw_answer(paper, item),
        )
    draw = {"choice": _radios, "list": _checkboxes, "dropdown": _select, "comment": _textarea}
    control: Callable[[SurveyPaper, Item, str], Markup] = draw.get(item.kind, _input)
    return render("survey-question", id=identity, control=control(paper, item, f"{identity}-a"))


def draw_note(paper: SurveyPaper, note: Note) -> Markup:
    """Return the words between questions.

    Parameters
    ----------
    paper : SurveyPaper
        What they are part of.
    note : Note
        The words.

    Returns
    -------
    Markup
        A heading, or paragraphs.
    """
    if note.heading:
        words, code = paper.phrase(note.text)
        return Markup('<h3 class="govuk-heading-m" lang="{}">{}</h3>').format(code, words)
    blocks, code = paper.blocks(note.text)
    return Markup('<div lang="{}">{}</div>').format(code, blocks)


def draw_answer(paper: SurveyPaper, item: Item) -> Markup:
    """Return the answer to a question in words.

    Parameters
    ----------
    paper : SurveyPaper
        What it is part of.
    item : Item
        The question.

    Returns
    -------
    Markup
        A paragraph for each choice, or what was typed.
    """
    answer = paper.answers.get(item.id)
    texts = answer_text(paper.survey, item, answer, paper.language) if answer is not None else ()
    if not item.picks:
        texts = tuple(line for text in texts for line in text.splitlines() if line.strip())
    code = paper.survey.said(item.text, paper.language)[1] if item.picks else ""
    return render("survey-answer", texts=texts, code=code)


def _given(paper: SurveyPaper, item: Item) -> list[str]:
    answer: Json = paper.answers.get(item.id)
    if answer is None:
        return []
    return [written(one) for one in (answer if isinstance(answer, list) else [answer])]


def _marked(found: tuple[Markup, str]) -> Markup:
    """Return words with the language they are in."""
    return Markup('<span lang="{1}">{0}</span>').format(*found)


def _legend(paper: SurveyPaper, item: Item) -> Markup:
    required = _("(required)")
    ours = f'<span class="govuk-body-s" lang="{language().code}"> {required}</span>'
    return _marked(paper.phrase(item.text)) + Markup(ours if item.required else "")


def _hint(paper: SurveyPaper, item: Item) -> dict[str, Any] | None:
    return {"html": _marked(paper.phrase(item.help))} if item.help else None


def _options(paper: SurveyPaper, item: Item) -> list[Option]:
    options = list(item.options)
    if item.alphabetical:
        options.sort(key=lambda option: _plain(paper, option.text).casefold())
    return options


def _plain(paper: SurveyPaper, words: Words) -> str:
    return words_of(paper.survey.said(words, paper.language)[0])


def _group(paper: SurveyPaper, item: Item, identity: str) -> dict[str, Any]:
    given = _given(paper, item)
    heading = Markup('<h4 class="govuk-fieldset__heading">{}</h4>').format(_legend(paper, item))
    return {
        "idPrefix": identity,
        "name": item.id,
        "fieldset": {"legend": {"html": heading, "classes": "govuk-fieldset__legend--s"}},
        "hint": _hint(paper, item),
        "items": [
            {
                "value": option.id,
                "html": _marked(paper.phrase(option.text)),
                "checked": option.id in given,
            }
            for option in _options(paper, item)
        ],
    }


def _radios(paper: SurveyPaper, item: Item, identity: str) -> Markup:
    return component("radios", _group(paper, item, identity))


def _checkboxes(paper: SurveyPaper, item: Item, identity: str) -> Markup:
    return component("checkboxes", _group(paper, item, identity))


def _label(paper: SurveyPaper, item: Item) -> dict[str, Any]:
    return {"html": _legend(paper, item), "classes": "govuk-label--s"}


def _select(paper: SurveyPaper, item: Item, identity: str) -> Markup:
    given = _given(paper, item)
    code = paper.survey.said(item.text, paper.language)[1]
    items: list[dict[str, Any]] = [
        {"value": "", "text": _("Choose one"), "attributes": {"lang": language().code}}
    ]
    items += [
        {
            "value": option.id,
            "text": _plain(paper, option.text),
            "selected": option.id in given,
            "attributes": {"lang": paper.survey.said(option.text, code)[1]},
        }
        for option in _options(paper, item)
    ]
    return component(
        "select",
        {
            "id": identity,
            "name": item.id,
            "label": _label(paper, item),
            "hint": _hint(paper, item),
            "items": items,
        },
    )


def _textarea(paper: SurveyPaper, item: Item, identity: str) -> Markup:
    return component("textarea", _typed(paper, item, identity) | {"rows": "4"})


def _input(paper: SurveyPaper, item: Item, identity: str) -> Markup:
    wanted = _typed(paper, item, identity)
    if item.kind == "number":
        wanted |= {"inputmode": "decimal", "classes": "govuk-input--width-10"}
        if item.id in paper.unused:
            error = {
                "text": _("Enter a number, for example 12.5"),
                "attributes": {"lang": language().code},
            }
            wanted |= {"value": paper.unused[item.id], "errorMessage": error}
    return component("input", wanted)


def _typed(paper: SurveyPaper, item: Item, identity: str) -> dict[str, Any]:
    return {
        "id": identity,
        "name": item.id,
        "label": _label(paper, item),
        "hint": _hint(paper, item),
        "value": "\n".join(_given(paper, item)),
    }
