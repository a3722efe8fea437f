"""One field of the form: a box, radios, a list to choose from, or several rows of them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.cases.draft import keys_of
from toolkit.cases.field import Field
from toolkit.language import _
from toolkit.views.adapt.sheet import Sheet
from toolkit.views.form import component
from toolkit.views.template import render
from toolkit.vocabulary import Word

__all__ = ["draw_field"]

MOST_RADIOS = 8  # a longer choice is a list that folds
_WIDTHS = {"number": "govuk-input--width-10", "date": "govuk-input--width-20"}


def draw_field(sheet: Sheet, field: Field, name: str = "", *, label: str = "") -> Markup:
    """Return the controls of a field, with what is wrong beside them.

    Parameters
    ----------
    sheet : Sheet
        The draft.
    field : Field
        What is asked.
    name : str
        What its value is kept under; the field's own name where left out.
    label : str
        What to call it, where its own label will not do.

    Returns
    -------
    Markup
        Safe HTML.
    """
    name, label = name or field.name, label or field.label
    match field.kind:
        case "rows" | "texts":
            return _several(sheet, field, name)
        case "parts":
            return _parts(sheet, field, name)
        case "choices":
            return _checkboxes(sheet, field, name)
        case "yes_no":
            words = (_("Yes"), _("No"), *((_("Not known"),) if field.empty else ()))
            items = [{"value": word.lower(), "text": word} for word in words]
            return _radios(sheet, field, name, items)
        case "choice" if len(sheet.vocabulary[field.words].ids) <= MOST_RADIOS:
            return _radios(sheet, field, name, _items(tuple(sheet.vocabulary[field.words])))
        case "choice":
            group = sheet.vocabulary[field.words]
            choices = [{"value": word.id, "text": word.label} for word in group]
            return _select(sheet, field, name, choices)
        case "source":
            return _select(sheet, field, name, _sources(sheet))
    return _box(sheet, field, name, label)


def _asked(sheet: Sheet, field: Field, name: str, label: str = "") -> dict[str, Any]:
    """Return what every control has: its name, label, hint and mistakes."""
    errors = sheet.errors_at(name)
    optional = "" if field.required else _(" (optional)")
    return {
        "id": sheet.id(name),
        "name": name,
        "label": {"text": (label or field.label) + optional, "classes": "govuk-label--s"},
        "hint": {"text": field.hint} if field.hint else None,
        "errorMessage": {"text": " ".join(errors)} if errors else None,
    }


def _grouped(sheet: Sheet, field: Field, name: str) -> dict[str, Any]:
    asked = _asked(sheet, field, name)
    legend = {"text": asked["label"]["text"], "classes": "govuk-fieldset__legend--s"}
    return {**asked, "idPrefix": asked["id"], "fieldset": {"legend": legend}}


def _box(sheet: Sheet, field: Field, name: str, label: str) -> Markup:
    asked = _asked(sheet, field, name, label) | {
        "value": sheet.text(name),
        "attributes": {"data-live": ""},
    }
    if field.lines > 1:
        return component("textarea", {**asked, "rows": field.lines})
    extra = {"classes": _WIDTHS.get(field.kind, ""), "spellcheck": field.kind == "text"}
    return component("input", asked | extra)


def _radios(sheet: Sheet, field: Field, name: str, items: list[dict[str, Any]]) -> Markup:
    chosen = sheet.text(name)
    checked = [{**item, "checked": item["value"] == chosen} for item in items]
    small = {"classes": "govuk-radios--small"}
    return component("radios", {**_grouped(sheet, field, name), **small, "items": checked})


def _checkboxes(sheet: Sheet, field: Field, name: str) -> Markup:
    chosen = keys_of(sheet.values, name)
    items = [
        {**item, "checked": item["value"] in chosen}
        for item in _items(tuple(sheet.vocabulary[field.words]))
    ]
    small = {"classes": "govuk-checkboxes--small"}
    return component("checkboxes", {**_grouped(sheet, field, name), **small, "items": items})


def _items(words: tuple[Word, ...]) -> list[dict[str, Any]]:
    told = Markup("{} <span class='toolkit-adapt__meaning'>{}</span>")
    return [{"value": word.id, "html": told.format(word.label, word.meaning)} for word in words]


def _select(sheet: Sheet, field: Field, name: str, choices: list[dict[str, str]]) -> Markup:
    chosen = sheet.text(name)
    known = [choice["value"] for choice in choices]
    # A word that is not ours, from a file or a link, is shown, so that it can be put right.
    other = [{"value": chosen, "text": chosen}] if chosen and chosen not in known else []
    items = [{"value": "", "text": _("Choose one")}, *choices, *other]
    marked = [{**item, "selected": item["value"] == chosen} for item in items]
    return component("select", {**_asked(sheet, field, name), "items": marked})


def _sources(sheet: Sheet) -> list[dict[str, str]]:
    untitled = _("no title yet")
    return [
        {"value": key, "text": f"{number}. {sheet.text(f'sources.{key}.title') or untitled}"}
        for number, key in enumerate(keys_of(sheet.values, "sources"), 1)
    ]


def _parts(sheet: Sheet, field: Field, name: str) -> Markup:
    fields = [draw_field(sheet, part, f"{name}.{part.name}") for part in field.parts]
    return render(
        "adapt-parts", sheet=sheet, field=field, fields=fields, errors=sheet.errors_at(name)
    )


def _several(sheet: Sheet, field: Field, name: str) -> Markup:
    keys = keys_of(sheet.values, name)
    rows = [
        {
            "key": key,
            "called": f"{field.item} {number}",
            "fields": _row(sheet, field, name, key, number),
        }
        for number, key in enumerate(keys, 1)
    ]
    return render("adapt-rows", sheet=sheet, field=field, rows=rows, errors=sheet.errors_at(name))


def _row(sheet: Sheet, field: Field, name: str, key: str, number: int) -> list[Markup]:
    if field.kind == "rows":
        return [draw_field(sheet, part, f"{name}.{key}.{part.name}") for part in field.parts]
    one = Field(field.name, f"{field.item} {number}", "", "text", required=True, lines=field.lines)
    return [draw_field(sheet, one, f"{name}.{key}", label=one.label)]
