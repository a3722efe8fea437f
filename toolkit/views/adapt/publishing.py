"""The last step of the form: what to see to, the finished notebook, and where it can go."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.cases.draft import keys_of
from toolkit.language import _
from toolkit.views.adapt.desk import Desk
from toolkit.views.adapt.sheet import Sheet
from toolkit.views.adapt.steps import error_summary
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["draw_publish"]


def draw_publish(desk: Desk, sheet: Sheet) -> Markup:
    """Return the checklist, the download, and how a notebook gets into the catalogue.

    Parameters
    ----------
    desk : Desk
        What the form works with.
    sheet : Sheet
        The draft.

    Returns
    -------
    Markup
        Its HTML.
    """
    ticked = keys_of(sheet.values, "checks")
    at_name = [found.words for found in sheet.errors if found.name == "slug"]
    name = component(
        "input",
        {
            "id": sheet.id("slug"),
            "name": "slug",
            "label": {"text": _("Name of the file"), "classes": "govuk-label--s"},
            "hint": {"text": _("Part of its address: small letters, figures and dashes.")},
            "value": sheet.slug,
            "suffix": {"text": ".ipynb"},
            "errorMessage": {"text": " ".join(at_name)} if at_name and sheet.tried else None,
            "spellcheck": False,
        },
    )
    contact = desk.identity.contact
    repository = desk.identity.repository
    return render(
        "adapt-publish",
        sheet=sheet,
        summary=error_summary(sheet, sheet.errors),
        checklist=_checklist(desk, sheet, ticked),
        ticked=sum(point.id in ticked for point in desk.checklist),
        points=len(desk.checklist.ids),
        name_box=name,
        contact=" at ".join(text for text in (contact.name, contact.email) if text)
        if contact.email
        else "",
        repository="" if repository.startswith("OWNER/") else repository,
    )


def _checklist(desk: Desk, sheet: Sheet, ticked: list[str]) -> Markup:
    items = [
        {
            "value": point.id,
            "text": point.label,
            "hint": {"text": point.meaning},
            "checked": point.id in ticked,
        }
        for point in desk.checklist
    ]
    legend = {"text": _("Tick what you have seen to"), "classes": "govuk-fieldset__legend--m"}
    return component(
        "checkboxes",
        {
            "idPrefix": "adapt-checks",
            "name": "checks",
            "fieldset": {"legend": legend},
            "hint": {"text": desk.checklist.meaning},
            "items": items,
        },
    )
