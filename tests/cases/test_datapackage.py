"""The whole catalogue as a data package, and as tables."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from source import ROOT
from tiny_case import CATALOGUE, WORDS, body, case, facts

from toolkit.cases.catalogue import Catalogue, load_catalogue
from toolkit.cases.datapackage import as_zip, catalogue_files
from toolkit.cases.publication import free_to_copy
from toolkit.cases.record import cases_from_json, facts_of
from toolkit.cases.tables import tables_of
from toolkit.schema import load_schema
from toolkit.sheet import read_sheet

DAY = date(2026, 11, 22)
REAL = load_catalogue(ROOT)
FILES = catalogue_files(REAL, version="0.1.0", on=DAY)
PACKAGE = json.loads(FILES["datapackage.json"])
TABLES = {one["name"]: one for one in PACKAGE["resources"] if one.get("type") == "table"}


def typed(cell: str, field: dict[str, Any]) -> Any:
    """Turn a cell into what its field says it is, as any reader of data packages does."""
    if cell == "":
        return None
    turn = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.get}
    return turn.get(field["type"], str)(cell)


def rows_of(name: str) -> list[dict[str, Any]]:
    fields = {field["name"]: field for field in TABLES[name]["schema"]["fields"]}
    rows = read_sheet(FILES[f"{name}.csv"])
    return [{key: typed(cell, fields[key]) for key, cell in row.items()} for row in rows]


def without_nothing(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}


def put_together() -> dict[str, dict[str, Any]]:
    """Build the facts of every case from the tables alone."""
    whole: dict[str, dict[str, Any]] = {}
    for row in map(without_nothing, rows_of("cases")):
        found: dict[str, Any] = {"kind": "case-study"}
        for name, value in row.items():
            outer = next((o for o in ("ethics", "reviewed") if name.startswith(f"{o}_")), "")
            part = found.setdefault(outer, {}) if outer else found
            part[name.removeprefix(f"{outer}_")] = value
        whole[found.pop("case")] = found
    for row in rows_of("lists"):
        whole[row["case"]].setdefault(row["field"], []).append(row["item"])
    for name in ("outcomes", "lessons", "ccin_principles", "data_used", "sources"):
        for row in rows_of(name.replace("_", "-")):
            record = {k: v for k, v in row.items() if k not in ("case", "number")}
            kept = without_nothing(record) | ({"value": row["value"]} if "value" in row else {})
            whole[row["case"]].setdefault(name, []).append(kept)
    return whole


def test_the_tables_alone_hold_every_fact_of_every_case() -> None:
    assert put_together() == {one.slug: facts_of(one) for one in REAL.cases}


def test_the_tables_hold_the_text_of_every_case() -> None:
    found = [(row["case"], row["heading"], row["text"] or "") for row in rows_of("text")]
    assert found == [(one.slug, *section) for one in REAL.cases for section in one.sections]


def test_the_json_file_is_read_again_as_it_was() -> None:
    again = cases_from_json(FILES["cases.json"], REAL.vocabulary)
    assert [facts_of(one) for one in again] == [facts_of(one) for one in REAL.cases]


def test_the_schema_that_binds_it_is_in_the_package() -> None:
    assert json.loads(FILES["case-study.schema.json"]) == load_schema("case-study")


def test_every_file_that_is_described_is_there_as_described() -> None:
    for resource in PACKAGE["resources"]:
        content = FILES[resource["path"]].encode()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described_in_the_order_of_the_file(name: str) -> None:
    fields = TABLES[name]["schema"]["fields"]
    header = FILES[f"{name}.csv"].removeprefix("\ufeff").partition("\r\n")[0]
    assert ",".join(field["name"] for field in fields) == header
    assert all(len(field["description"]) > 5 for field in fields)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_keeps_what_is_promised_of_its_columns(name: str) -> None:
    schema = TABLES[name]["schema"]
    rows = rows_of(name)
    keys = [tuple(row[part] for part in schema["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys)) > 0
    for field in schema["fields"]:
        limits = field.get("constraints", {})
        values = [row[field["name"]] for row in rows]
        assert not (limits.get("required") and None in values), field["name"]
        if "enum" in limits:
            assert {value for value in values if value is not None} <= set(limits["enum"])


@pytest.mark.parametrize("name", [name for name in TABLES if name != "cases"])
def test_every_row_of_the_other_tables_names_a_case_that_is_there(name: str) -> None:
    [key] = TABLES[name]["schema"]["foreignKeys"]
    assert key == {"fields": ["case"], "reference": {"resource": "cases", "fields": ["case"]}}
    assert {row["case"] for row in rows_of(name)} <= {one.slug for one in REAL.cases}


def test_the_types_are_those_of_the_binding_schema() -> None:
    types = {field["name"]: field["type"] for field in TABLES["cases"]["schema"]["fields"]}
    told = ("title", "lat", "year_start", "ccin_member", "published", "reviewed_on")
    assert [types[name] for name in told] == [
        "string", "number", "integer", "boolean", "date", "date",
    ]  # fmt: skip
    sources = {field["name"]: field["type"] for field in TABLES["sources"]["schema"]["fields"]}
    assert sources["date"] == "string"  # 2025-03 is no date


def test_no_limit_is_given_that_the_type_does_not_know() -> None:
    for table in TABLES.values():
        for field in table["schema"]["fields"]:
            if field["type"] != "string":
                assert not {"pattern", "minLength"} & field.get("constraints", {}).keys()


def test_licence_version_day_and_authors_are_named() -> None:
    assert [licence["name"] for licence in PACKAGE["licenses"]] == ["CC-BY-4.0"]
    assert (PACKAGE["version"], PACKAGE["created"]) == ("0.1.0", "2026-11-22T00:00:00Z")
    assert PACKAGE["contributors"] == [{"title": "The toolkit's editors", "roles": ["author"]}]


def test_what_others_may_only_link_to_is_left_out_everywhere() -> None:
    closed = case("closed", title="Closed", cells=body("Closed"), licence="link-only")
    catalogue = Catalogue((*CATALOGUE.cases, closed), WORDS)
    assert closed not in free_to_copy(catalogue.cases)
    assert "closed" not in "".join(catalogue_files(catalogue, version="1", on=DAY).values())


def test_a_formula_is_shown_and_not_worked_out() -> None:
    evil = Catalogue((case(organisation="=1+1"),), WORDS)
    assert ",'=1+1," in catalogue_files(evil, version="1", on=DAY)["cases.csv"]


def test_a_field_that_a_case_does_not_have_is_an_empty_cell() -> None:
    [table] = [table for table in tables_of([case()]) if table.name == "cases"]
    [row] = table.rows
    cells = dict(zip(table.columns, row, strict=True))
    assert (cells["vendor"], cells["ethics_bias"], cells["reviewed_on"]) == ("", "", "2026-01-01")


def test_the_same_day_gives_the_same_bytes() -> None:
    packed = as_zip(FILES, on=DAY)
    assert packed == as_zip(FILES, on=DAY)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("cases.json").decode() == FILES["cases.json"]
        assert archive.namelist()[0] == "datapackage.json"


def test_the_tiny_case_is_read_again_from_its_file() -> None:
    files = catalogue_files(Catalogue((case(),), WORDS), version="1", on=DAY)
    [again] = cases_from_json(files["cases.json"], WORDS)
    assert facts_of(again) == facts()


def test_a_number_below_nought_is_no_formula() -> None:
    west = Catalogue((case(lon=-2.5),), WORDS)
    assert ",-2.5," in catalogue_files(west, version="1", on=DAY)["cases.csv"]


def test_an_added_case_says_so_in_its_row_and_its_authors_are_not_the_catalogues() -> None:
    theirs = replace(case("ours", authors=["Our council"]), added=True)
    files = catalogue_files(Catalogue((case(), theirs), WORDS), version="1", on=DAY)
    rows = {row["case"]: row["added"] for row in read_sheet(files["cases.csv"])}
    assert rows == {"tea": "", "ours": "true"}
    people = json.loads(files["datapackage.json"])["contributors"]
    assert [one["title"] for one in people] == ["The club"]
    assert [one.added for one in cases_from_json(files["cases.json"], WORDS)] == [False, True]


def test_a_made_up_case_says_so_in_its_row() -> None:
    files = catalogue_files(Catalogue((case(fictional=True),), WORDS), version="1", on=DAY)
    assert [row["fictional"] for row in read_sheet(files["cases.csv"])] == ["true"]
