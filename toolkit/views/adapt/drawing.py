"""Which step to draw, and the few that need more than the draft: copy, replace, publish."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.citation import edition_of
from toolkit.cases.draft import Values
from toolkit.cases.field import load_fields
from toolkit.cases.rows import Changes
from toolkit.full_stop import full_stop
from toolkit.language import N_, _, ngettext
from toolkit.views.adapt.desk import Desk, address, begun
from toolkit.views.adapt.files import Waiting
from toolkit.views.adapt.publishing import draw_publish
from toolkit.views.adapt.sheet import Sheet
from toolkit.views.adapt.steps import (
    draw_check,
    draw_topic,
    draw_topics,
    upload_box,
)
from toolkit.views.case import case_text
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["Moment", "draw_step"]

MOST_SHOWN = 10  # cases to choose from
LINK_ONLY = N_(
    "This case may be linked to but not copied: its licence says so. Choose another one."
)


@dataclass
class Moment:
    """What is so only while this page is open, and is gone after a reload.

    Parameters
    ----------
    tried : str
        The step on which somebody has tried to go on, so that its mistakes are shown.
    search : str
        What was typed to find a case to copy.
    waiting : Waiting or None
        A file that waits for a yes.
    fill : mapping
        Answers from a link that wait for a yes.
    unknown : tuple of str
        What the link says and the form does not know.
    removed : str
        What was just removed, for example ``Source 2``; empty where nothing was.
    undo : dict
        What brings it back.
    """

    tried: str = ""
    search: str = ""
    waiting: Waiting | None = None
    fill: Values = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    removed: str = ""
    undo: Changes = field(default_factory=dict)


def draw_step(desk: Desk, sheet: Sheet, moment: Moment, place: dict[str, str]) -> Markup:
    """Return the step that the address names.

    Parameters
    ----------
    desk : Desk
        What the form works with.
    sheet : Sheet
        The draft.
    moment : Moment
        What waits, and what was just removed.
    place : dict of str to str
        The address.

    Returns
    -------
    Markup
        Its HTML.
    """
    match sheet.section:
        case "start":
            upload = upload_box("adapt-upload")
            return render("adapt-start", sheet=sheet, begun=begun(sheet.values), upload=upload)
        case "copy":
            return _copy(desk.catalogue, sheet, moment.search)
        case "from":
            return _from(desk.catalogue, sheet, place["from"])
        case "tasks":
            return draw_topics(sheet)
        case "preview":
            return render("adapt-preview-page", sheet=sheet, preview=_preview(desk, sheet))
        case "check":
            return draw_check(sheet)
        case "publish":
            return draw_publish(desk, sheet)
        case "delete":
            return render("adapt-delete", sheet=sheet)
        case "replace":
            return render("adapt-replace", sheet=sheet, waiting=moment.waiting)
        case "fill":
            return _fill(sheet, moment)
    return draw_topic(sheet, _preview(desk, sheet), moment.removed)


def _preview(desk: Desk, sheet: Sheet) -> Markup:
    text = case_text(
        sheet.preview,
        sheet.vocabulary,
        source_address=lambda number: address(section=sheet.section, source=str(number)),
        contact=desk.identity.corrections,
        today=desk.today(),
        edition=edition_of(desk.identity),
    )
    return render("adapt-preview", case=sheet.preview, text=text)


def _copy(catalogue: Catalogue, sheet: Sheet, search: str) -> Markup:
    cases = list(catalogue.cases)
    if search:
        scores = catalogue.find(search).scores
        found = [case for case in cases if case.slug in scores]
        cases = sorted(found, key=lambda case: -scores[case.slug])
    count = len(cases)
    box = component(
        "input",
        {
            "id": "adapt-search",
            "name": "copy-search",
            "label": {"text": _("Search, for example: phone, housing, Scotland")},
            "value": search,
            "attributes": {"data-live": "", "data-keep": "no"},
        },
    )
    return render(
        "adapt-copy",
        sheet=sheet,
        search=box,
        cases=cases[:MOST_SHOWN],
        found=(
            _("{count} cases, the first {most} shown")
            if count > MOST_SHOWN
            else ngettext("{count} case", "{count} cases", count)
        ).format(count=count, most=MOST_SHOWN),
        address=lambda slug: address(**{"from": slug}),
    )


def _from(catalogue: Catalogue, sheet: Sheet, slug: str) -> Markup:
    case, refused = None, ""
    try:
        case = catalogue.get(slug)
    except LookupError as error:
        refused = full_stop(str(error.args[0])[:200])
    if case and case.licence == "link-only":
        refused = _(LINK_ONLY)
    values = {"case": case, "refused": refused, "begun": begun(sheet.values)}
    return render("adapt-from", sheet=sheet, **values)


def _fill(sheet: Sheet, moment: Moment) -> Markup:
    fields = load_fields()
    rows: list[dict[str, Any]] = [
        {
            "key": {"text": fields[name].label},
            "value": {
                "text": ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            },
        }
        for name, value in moment.fill.items()
    ]
    shown = component("summary-list", {"rows": rows}) if rows else ""
    return render("adapt-fill", sheet=sheet, rows=shown, unknown=moment.unknown)
