"""The whole catalogue as a data package: CSV tables, one JSON file, and what they mean.

It follows Data Package 2.0 (datapackage.org), so that other people's tools can read it.
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
from toolkit.cases.publication import free_to_copy, load_publication
from toolkit.cases.record import cases_as_json
from toolkit.cases.tables import KEY, Table, tables_of
from toolkit.schema import load_schema
from toolkit.sheet import as_sheet
from toolkit.vocabulary import Vocabulary

__all__ = ["as_zip", "catalogue_files"]


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
    said = load_publication()
    licences, used = said["licenses"], {case.licence for case in cases}
    package = {
        "$schema": _profile("datapackage"),
        **{name: said[name] for name in ("name", "title", "description", "sources")},
        "version": version,
        "created": f"{on.isoformat()}T00:00:00Z",
        "licenses": [licences[word] for word in licences if word in used],
        "contributors": _authors(cases),
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


def _profile(name: str) -> str:
    return f"{load_publication()['profiles']}{name}.json"


def _authors(cases: Sequence[CaseStudy]) -> list[dict[str, Any]]:
    """Return who wrote the catalogue; who wrote what a council added is said in its own row."""
    names = dict.fromkeys(name for case in cases if not case.added for name in case.authors)
    return [{"title": name, "roles": ["author"]} for name in names]


def _resource(name: str, path: str, text: str, form: str, media_type: str) -> dict[str, Any]:
    content = text.encode()
    return {
        "$schema": _profile("dataresource"),
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
        "$schema": _profile("tableschema"),
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
