"""Case studies as pages that need no kernel."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from source import ROOT

from toolkit.serving.case_page import case_page
from toolkit.serving.site import Site

CASE = "telford-ask-tom"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(ROOT, base="/under/", home="/under/voila/")


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a council adds, with a copy of a case under another name."""
    (tmp_path / "casestudies").mkdir()
    monkeypatch.setenv("TOOLKIT_CONTENT", str(tmp_path))
    return tmp_path / "casestudies" / "our-own.ipynb"


def notebook() -> dict[str, Any]:
    text = (ROOT / "casestudies" / f"{CASE}.ipynb").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text.replace(CASE, "our-own"))
    return loaded


def page(site: Site, slug: str = CASE) -> BeautifulSoup:
    html = case_page(site, slug)
    assert html is not None
    return BeautifulSoup(html, "html.parser")


def test_it_has_one_title_and_every_section_of_its_notebook(site: Site) -> None:
    made = page(site)
    [title] = made.select("h1")
    assert made.title
    assert made.title.get_text().startswith(title.get_text())
    text = "".join("".join(cell["source"]) + "\n" for cell in notebook()["cells"])
    written = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert [heading.get_text() for heading in made.select("section h2")] == written
    assert [link.get_text() for link in made.select(".toolkit-contents a")] == written


def test_its_facts_stand_between_its_title_and_its_first_section(site: Site) -> None:
    first = page(site).select_one(".toolkit-section--first")
    assert first
    parts = [part["class"] for part in first.find_all("div", recursive=False)]
    assert parts == [["toolkit-prose"], ["toolkit-output"]]
    assert first.select_one(".toolkit-output .govuk-summary-list")


def test_the_contents_list_leads_to_the_sections(site: Site) -> None:
    made = page(site)
    addresses = [str(link["href"]) for link in made.select(".toolkit-contents a")]
    assert addresses
    assert [made.select(address) for address in addresses if not made.select(address)] == []


def test_it_is_a_page_of_its_site(site: Site) -> None:
    back = page(site).select_one(".govuk-back-link")
    assert back
    assert back["href"] == "/under/voila/"


@pytest.mark.parametrize("slug", ["nowhere", "_template", "../notebooks/frameworks"])
def test_there_is_no_page_for_what_is_no_case(site: Site, slug: str) -> None:
    assert case_page(site, slug) is None


def test_a_case_that_a_council_adds_needs_no_kernel_either(site: Site, council: Path) -> None:
    council.write_text(json.dumps(notebook()), "utf-8")
    assert page(site, "our-own").h1


def test_html_in_the_text_is_shown_and_not_obeyed(site: Site, council: Path) -> None:
    written = notebook()
    written["cells"][4]["source"] += ["\n\n<script>alert(1)</script>"]
    council.write_text(json.dumps(written), "utf-8")
    made = page(site, "our-own")
    assert "<script>alert(1)</script>" in made.get_text()
    assert "alert" not in "".join(str(script) for script in made.select("script"))


@pytest.mark.parametrize(
    "code",
    [
        'show_case_study("our-own")\nprint(1)',
        'show_case_study("another-case")',
        "print(1)",
        'import os\nshow_case_study("our-own")',
    ],
)
def test_a_notebook_with_other_code_has_to_be_run(site: Site, council: Path, code: str) -> None:
    written = notebook()
    cell = next(one for one in written["cells"] if "show_case_study(" in "".join(one["source"]))
    cell["source"] = code
    council.write_text(json.dumps(written), "utf-8")
    assert case_page(site, "our-own") is None


def test_what_is_wrong_with_a_case_is_told_by_running_it(site: Site, council: Path) -> None:
    written = notebook()
    written["cells"][0]["source"] = "---\nkind: case-study\ntitle: Only a title\n---"
    council.write_text(json.dumps(written), "utf-8")
    assert case_page(site, "our-own") is None
