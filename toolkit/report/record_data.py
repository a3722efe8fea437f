"""The draft of a transparency record as data: a table for a spreadsheet, or JSON."""

from __future__ import annotations

import json

from toolkit.assessment.phrase import NOTES, SCOPE
from toolkit.language import _
from toolkit.report.material import Material
from toolkit.report.record import NOT_TO_PUBLISH, OWNER_BLANK, STATE, Entry, draft_record
from toolkit.report.standard import Standard
from toolkit.sheet import as_sheet
from toolkit.yamlfile import Json

__all__ = ["record_json", "record_sheet"]


def record_sheet(material: Material, standard: Standard) -> str:
    """Return the draft of a record as a table.

    Parameters
    ----------
    material : Material
        What the draft is made from.
    standard : Standard
        The fields.

    Returns
    -------
    str
        CSV, a row for each field.
    """
    rows = [
        {name: _told(value) for name, value in _as_data(entry, standard).items()}
        | _origin(material)
        | {"notes_warning": _warning() if entry.notes else ""}
        for entry in draft_record(material, standard)
    ]
    return as_sheet(list(rows[0]), [list(row.values()) for row in rows])


def record_json(material: Material, standard: Standard) -> str:
    """Return the draft of a record as data.

    Parameters
    ----------
    material : Material
        What the draft is made from.
    standard : Standard
        The fields.

    Returns
    -------
    str
        JSON.
    """
    content = _origin(material) | {
        "notes_warning": _warning(),
        "versions": [vars(version) for version in standard.versions],
        "fields": [_as_data(entry, standard) for entry in draft_record(material, standard)],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _as_data(entry: Entry, standard: Standard) -> dict[str, Json]:
    field = entry.field
    data: dict[str, Json] = {"field": field.id, "name": field.name, "section": field.section}
    for version in standard.versions:
        said = field.versions.get(version.id)
        data[f"number_{version.id}"] = said.number if said else None
        data[f"required_{version.id}"] = said.required if said else None
        data[f"checked_{version.id}"] = said.checked if said else None
    data["number_published"] = field.published or None
    origin = entry.origin
    return data | {
        "asks": field.asks,
        "standing": _("check and add") if origin else _(OWNER_BLANK),
        "text": entry.text,
        "from": f"{origin.id}: {origin.text}" if origin else "",
        "notes": "\n\n".join(f"{question.id}: {note}" for question, note in entry.notes),
    }


def _origin(material: Material) -> dict[str, str]:
    instrument = material.instrument
    return {
        "state": _(STATE),
        "instrument": instrument.id,
        "version": str(instrument.version),
        "fingerprint": instrument.fingerprint,
        "date": material.on.isoformat(),
        "scope": _(SCOPE),
        "example": material.example,
        "notices": material.notices,
    }


def _told(value: Json) -> str:
    words = {None: "", True: "yes", False: "no"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def _warning() -> str:
    return f"{_(NOT_TO_PUBLISH)} {_(NOTES)}"
