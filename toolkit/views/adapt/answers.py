"""Every answer in words, to be read through once more before a case is finished."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.cases.draft import keys_of
from toolkit.cases.field import Field, Topic
from toolkit.language import _
from toolkit.views.adapt.sheet import Sheet
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["draw_answers"]


def draw_answers(sheet: Sheet, topic: Topic) -> Markup:
    """Return the answers of a topic, with what is wrong and a link to change each.

    Parameters
    ----------
    sheet : Sheet
        The draft.
    topic : Topic
        The topic.

    Returns
    -------
    Markup
        A summary list.
    """
    return component("summary-list", {"rows": [_row(sheet, topic, f) for f in topic.fields]})


def _row(sheet: Sheet, topic: Topic, field: Field) -> dict[str, Any]:
    href = sheet.address(section=topic.id, field=field.name)
    found = [one for one in sheet.found if one.field == field.name]
    said = render("adapt-answer", lines=_said(sheet, field, field.name), found=found)
    change = {
        "href": href,
        "text": _("Change"),
        "visuallyHiddenText": field.label,
        "attributes": {"data-action": "open", "data-value": f"{topic.id} {field.name}"},
    }
    return {
        "key": {"text": field.label},
        "value": {"html": said},
        "actions": {"items": [change]},
    }


def _said(sheet: Sheet, field: Field, name: str) -> list[str]:
    """Return an answer as lines; none where nothing is said."""
    match field.kind:
        case "rows":
            rows = [f"{name}.{key}" for key in keys_of(sheet.values, name)]
            return [
                f"{number}. {_parts(sheet, field, row) or 'Nothing yet'}"
                for number, row in enumerate(rows, 1)
            ]
        case "texts":
            return [sheet.text(f"{name}.{key}") or "–" for key in keys_of(sheet.values, name)]
        case "parts":
            said = _parts(sheet, field, name)
            return [said] if said else []
        case "choices":
            words = sheet.vocabulary[field.words]
            return [words.label_of(word) for word in keys_of(sheet.values, name)]
        case "choice":
            word = sheet.text(name)
            return [sheet.vocabulary[field.words].label_of(word)] if word else []
        case "source":
            keys, key = keys_of(sheet.values, "sources"), sheet.text(name)
            return [str(keys.index(key) + 1)] if key in keys else []
    return [line for line in sheet.text(name).splitlines() if line.strip()]


def _parts(sheet: Sheet, field: Field, name: str) -> str:
    said = ((part.label, _said(sheet, part, f"{name}.{part.name}")) for part in field.parts)
    return "; ".join(f"{label}: {' '.join(lines)}" for label, lines in said if lines)
