"""References as BibTeX and CSL-JSON."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source import ROOT

from toolkit.cases.bibliography import as_bibtex, as_csl
from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.citation import Edition, Reference, cite, cite_sources

CATALOGUE = load_catalogue(ROOT)
REAL = [
    reference
    for case in CATALOGUE.cases
    for reference in (
        cite(case, Edition("The Toolkit", "0.1.0"), CATALOGUE.vocabulary),
        *cite_sources(case),
    )
]
WHOLE = Reference(
    key="leeds-1",
    type="report",
    authors=("Leeds & Co", "A {Team}"),
    title="Save 50% on #1",
    date=(2026, 11, 22),
    within="Case study in T_T",
    version="0.1.0",
    note="Licence: CC BY 4.0",
    address="https://example.org/a_b?c=1%20&d={e}#f",
)
# What citeproc's schema (csl-data.json, version 1.0) says of the fields used here.
CSL_TEXTS = {"id", "type", "title", "container-title", "version", "note", "URL"}
CSL_TYPES = {"report", "webpage"}


def test_bibtex_acts_on_nothing_that_was_typed() -> None:
    assert as_bibtex([WHOLE]) == (
        "@misc{leeds-1,\n"
        r"  author = {{Leeds \& Co} and {A \textbraceleft{}Team\textbraceright{}}},"
        "\n"
        r"  title = {{Save 50\% on \#1}},"
        "\n  year = {2026},\n  month = {11},\n"
        r"  howpublished = {Case study in T\_T},"
        "\n  note = {Version of 22 November 2026, catalogue 0.1.0. Licence: CC BY 4.0},\n"
        "  url = {https://example.org/a_b?c=1%20&d=%7Be%7D#f},\n"
        "}\n"
    )


@given(st.text(), st.text())
def test_whatever_is_typed_the_braces_of_an_entry_are_balanced(title: str, note: str) -> None:
    text = as_bibtex([Reference("a", "report", (note,), title, note=note, address=title)])
    depth, inside = 1, text[text.index("{") + 1 :].rstrip("\n")
    for mark in inside[:-1]:
        depth += {"{": 1, "}": -1}.get(mark, 0)
        assert depth > 0
    assert (depth, inside[-1]) == (1, "}")


@given(st.text())
def test_whatever_is_typed_no_mark_of_latex_is_left_bare(title: str) -> None:
    text = as_bibtex([Reference("a", "report", ("A",), title)])
    [line] = [line for line in text.split("\n") if line.startswith("  title")]
    inner = line.removeprefix("  title = {{").removesuffix("}},")
    bare = re.sub(r"\\text[a-z]+\{\}|\\[$&#_%]", "", inner)
    assert not set(bare) & set("\\{}$&#_%~^")


def test_entries_are_parted_by_an_empty_line_and_named_once_each() -> None:
    text = as_bibtex(REAL)
    keys = re.findall(r"^@misc\{([^,]+),$", text, flags=re.MULTILINE)
    assert keys == [reference.key for reference in REAL]
    assert len(set(keys)) == len(keys)


def test_csl_holds_the_whole_of_a_reference() -> None:
    assert json.loads(as_csl([WHOLE])) == [
        {
            "id": "leeds-1",
            "type": "report",
            "title": "Save 50% on #1",
            "author": [{"literal": "Leeds & Co"}, {"literal": "A {Team}"}],
            "issued": {"date-parts": [[2026, 11, 22]]},
            "container-title": "Case study in T_T",
            "version": "0.1.0",
            "note": "Licence: CC BY 4.0",
            "URL": "https://example.org/a_b?c=1%20&d={e}#f",
        }
    ]


def test_csl_leaves_out_what_is_not_known() -> None:
    [found] = json.loads(as_csl([Reference("a", "webpage", ("B",), "C")]))
    assert found == {"id": "a", "type": "webpage", "title": "C", "author": [{"literal": "B"}]}


@pytest.mark.parametrize("found", json.loads(as_csl(REAL)), ids=lambda found: found["id"])
def test_every_real_reference_is_what_the_format_asks_for(found: dict[str, Any]) -> None:
    assert found["type"] in CSL_TYPES
    assert found.keys() <= CSL_TEXTS | {"author", "issued"}
    assert all(found[name] and isinstance(found[name], str) for name in CSL_TEXTS & found.keys())
    assert all(list(name) == ["literal"] and name["literal"] for name in found["author"])
    [parts] = found.get("issued", {"date-parts": [[2000]]})["date-parts"]
    assert 1 <= len(parts) <= 3
    assert all(isinstance(part, int) for part in parts)


def test_an_address_that_should_not_be_shown_is_in_neither() -> None:
    hidden = [s.url for case in CATALOGUE.cases for s in case.sources if not s.link_ok]
    assert len(hidden) > 5
    text = as_bibtex(REAL) + as_csl(REAL)
    shown = {s.url for case in CATALOGUE.cases for s in case.sources if s.link_ok}
    assert not [url for url in hidden if url in text and url not in shown]
