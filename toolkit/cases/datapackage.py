"""The whole catalogue as a data package: CSV tables, one JSON file, and what they mean.

It follows Data Package 2.0 (https://datapackage.org/), so that other people's tools can read it.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.record import cases_as_json
from toolkit.cases.tables import KEY, Table, tables_of
from toolkit.schema import load_schema
from toolkit.sheet import as_sheet
from toolkit.vocabulary import Vocabulary

__all__ = ["as_zip", "catalogue_files", "free_to_copy"]

_PROFILES = "https://datapackage.org/profiles/2.0/"
_LICENCES = {
    "cc-by-4": {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0",
    },
    "ogl-3": {
        "name": "OGL-UK-3.0",
        "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "title": "Open Government Licence v3.0",
    },
}
_DESCRIPTION = (
    "Case studies of AI in public services: what happened, who says so, and what nobody has "
    "checked. Numbers that an organisation reported of itself were said, not found. A field that "
    "is empty is not known; it does not mean no. A cell that a spreadsheet would take for a "
    "formula has an apostrophe before it. Do not show an address whose link_ok is false: what "
    "was read there was a copy or a summary."
)


def free_to_copy(cases: Sequence[CaseStudy]) -> tuple[CaseStudy, ...]:
    """Return the cases whose licence lets others copy them.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of CaseStudy
        Without those that others may only link to.
    """
    return tuple(case for case in cases if case.licence in _LICENCES)


def catalogue_files(catalogue: Catalogue, *, version: str, on: date) -> dict[str, str]:
    """Return the files of a data package that holds the catalogue.

    Parameters
    ----------
    catalogue : Catalogue
        The cases. Those that others may only link to are left out.
    version : str
        The version of the catalogue.
    on : date
        The day it is exported.

    Returns
    -------
    dict of str to str
        By file name: ``datapackage.json``, one CSV file for each table, ``cases.json``, and the
        schema that binds them all.
    """
    cases = free_to_copy(catalogue.cases)
    tables = tables_of(cases)
    files = {f"{table.name}.csv": _sheet(table) for table in tables}
    files["cases.json"] = cases_as_json(cases, version=version)
    resources = [
        *(_table(table, files[f"{table.name}.csv"], catalogue.vocabulary) for table in tables),
        _resource("cases-json", "cases.json", files["cases.json"], "json", "application/json")
        | {"description": "All of it in one file. 'toolkit' reads it again as it was."},
    ]
    package = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "council-ai-case-studies",
        "title": "Case studies of AI in public services",
        "description": _DESCRIPTION,
        "version": version,
        "created": f"{on.isoformat()}T00:00:00Z",
        "licenses": [_LICENCES[word] for word in _LICENCES if word in {c.licence for c in cases}],
        "contributors": _authors(cases),
        "sources": [{"title": "The pages listed in sources.csv, each with its address"}],
        "resources": resources,
    }
    schema = json.dumps(load_schema("case-study"), indent=2, ensure_ascii=False) + "\n"
    described = json.dumps(package, indent=1, ensure_ascii=False) + "\n"
    return {"datapackage.json": described, **files, "case-study.schema.json": schema}


def as_zip(files: Mapping[str, str], *, on: date) -> bytes:
    """Return files packed into one.

    Parameters
    ----------
    files : mapping of str to str
        Their texts by their names.
    on : date
        The date each of them gets.

    Returns
    -------
    bytes
        A zip file; the same files on the same day give the same bytes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=(on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16  # readable by whoever unpacks it
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def _authors(cases: Sequence[CaseStudy]) -> list[dict[str, Any]]:
    names = dict.fromkeys(name for case in cases for name in case.authors)
    return [{"title": name, "roles": ["author"]} for name in names]


def _resource(name: str, path: str, text: str, form: str, media_type: str) -> dict[str, Any]:
    content = text.encode()
    return {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": name,
        "path": path,
        "format": form,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _sheet(table: Table) -> str:
    columns = table.columns
    numbers = {name for name in columns if _type(columns[name]) in ("integer", "number")}
    return as_sheet(list(columns), table.rows, numbers=numbers)


def _table(table: Table, text: str, vocabulary: Vocabulary) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(name, table, vocabulary) for name in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.key != (KEY,):
        reference = {"resource": "cases", "fields": [KEY]}
        schema["foreignKeys"] = [{"fields": [KEY], "reference": reference}]
    resource = _resource(table.name, f"{table.name}.csv", text, "csv", "text/csv")
    return {**resource, "type": "table", "description": f"{table.description}.", "schema": schema}


def _field(name: str, table: Table, vocabulary: Vocabulary) -> dict[str, Any]:
    part = table.columns[name]
    limits: dict[str, Any] = {"required": True} if name in table.required else {}
    known = _TEXT_LIMITS if _type(part) == "string" else _NUMBER_LIMITS
    limits |= {limit: part[limit] for limit in known if limit in part}
    if "vocabulary" in part:
        limits["enum"] = list(vocabulary[part["vocabulary"]].ids)
    if table.key == (name,):
        limits["unique"] = True
    field = {"name": name, "type": _type(part), "description": f"{part['description']}."}
    return {**field, "constraints": limits} if limits else field


# What Table Schema allows for each type; a date's pattern, for one, is the type's own affair.
_TEXT_LIMITS = ("minLength", "maxLength", "pattern", "enum")
_NUMBER_LIMITS = ("minimum", "maximum")


def _type(part: dict[str, Any]) -> str:
    if part.get("format") == "date":
        return "date"
    types = [part["type"]] if isinstance(part["type"], str) else part["type"]
    return "string" if "string" in types else str(types[0])
