"""The whole static site: every page, every link, every activity of it."""

from __future__ import annotations

import json
import posixpath
import zipfile
from pathlib import Path

import pytest
from lxml import html
from static_copy import BUILT, ROOT, documents, links_of, split, whole_site

from toolkit.static_site.build import make_files, write_zip

OTHERS = ("http://", "https://", "mailto:")


def ids(name: str) -> list[str]:
    return documents()[name].xpath("//@id")


def test_every_link_leads_to_a_file_of_the_site_and_to_a_place_on_it() -> None:
    broken = []
    for name, page in documents().items():
        for link in links_of(page):
            if link.startswith(OTHERS):
                continue
            address, place = split(link)
            file = posixpath.normpath(posixpath.join(posixpath.dirname(name), address or "."))
            file = file if address else name
            lost = place and file.endswith(".html") and place not in ids(file)
            if file not in whole_site() or lost:
                broken.append((name, link))
    assert broken == []


def test_links_that_a_script_puts_on_a_page_lead_to_a_file_as_well() -> None:
    broken = []
    for name, content in whole_site().items():
        stem = posixpath.basename(name).removeprefix("data-").removesuffix(".js")
        pages = [page for page in documents() if page.endswith(f"/{stem}.html")]
        if not name.startswith("assets/data-"):
            continue
        folder = posixpath.dirname(next(page for page in pages if "handouts" not in page))
        for data in activities(content).values():
            part = html.fragment_fromstring("\n".join(data["lines"]), create_parent="div")
            addresses = [split(link)[0] for link in links_of(part) if not link.startswith(OTHERS)]
            files = [posixpath.normpath(posixpath.join(folder, one)) for one in addresses if one]
            broken += [(name, file) for file in files if file not in whole_site()]
    assert broken == []


def activities(script: bytes) -> dict[str, dict[str, object]]:
    """Return what a script of results holds."""
    text = script.decode().removeprefix("globalThis.toolkitActivities = ").rstrip(";\n")
    found: dict[str, dict[str, object]] = json.loads(text)
    return found


def test_no_page_loads_anything_from_elsewhere() -> None:
    loaded = [
        link
        for page in documents().values()
        for link in page.xpath("//script/@src | //link/@href | //img/@src | //@srcset")
    ]
    assert loaded
    assert [link for link in loaded if ":" in link or link.startswith("/")] == []


def test_no_page_leads_to_an_address_that_only_a_server_has() -> None:
    for name, page in documents().items():
        assert [link for link in links_of(page) if "ipynb" in link or link[:1] == "/"] == [], name


def test_every_page_has_one_title_one_heading_and_each_id_once() -> None:
    for name, page in documents().items():
        assert page.findtext(".//title").endswith("Council AI Toolkit"), name
        assert len(page.xpath("//h1")) == 1, name
        assert page.get("lang") == "en-GB", name
        assert len(ids(name)) == len(set(ids(name))), name


def test_no_two_pages_have_the_same_title() -> None:
    titles = [page.findtext(".//title") for page in documents().values()]
    assert len(titles) == len(set(titles))


def test_no_page_skips_a_level_of_heading() -> None:
    for name, page in documents().items():
        headings = page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(one.tag[1]) for one in headings]
        jumps = [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        assert jumps == [], name


def test_every_page_says_the_version_and_the_day_it_was_made() -> None:
    for name, page in documents().items():
        said = page.xpath("//*[@class='toolkit-footer__version']")[0].text_content()
        assert "made on 22 November 2026" in said, name


def test_no_page_has_a_button_that_does_nothing() -> None:
    works = {"skip-prediction", "predict", "predict-again", "check", "try-fixes", "try-suggested",
             "clear-tried", "put-back", "use-example"}  # fmt: skip
    for name, page in documents().items():
        assert set(page.xpath("//@data-action")) <= works, name
        assert page.xpath("//@data-upload") == [], name


def test_a_copy_that_keeps_nothing_anywhere_offers_no_tab_that_saves_nothing() -> None:
    for name, page in documents().items():
        assert page.xpath("//*[@data-toolkit-save]") == [], name
    assert "saves nothing" not in documents()["host/index.html"].text_content()


def test_there_is_a_page_for_everything_that_needs_no_answers() -> None:
    files = set(whole_site())
    lessons = [path.stem for path in (ROOT / "notebooks" / "lessons").glob("0*.ipynb")]
    cases = [path.stem for path in (ROOT / "casestudies").glob("[a-z]*.ipynb")]
    studies = [path.stem for path in (ROOT / "notebooks" / "in-depth").glob("[a-z]*.ipynb")]
    frameworks = [path.stem for path in (ROOT / "data" / "frameworks").glob("*.yaml")]
    wanted = {f"{folder}/{one}.html" for folder, all_of in (
        ("lessons", lessons), ("handouts", lessons), ("cases", cases), ("in-depth", studies),
        ("frameworks", frameworks), ("forms", ["readiness", "proposal"]),
    ) for one in all_of}  # fmt: skip
    assert len(wanted) > 100
    assert wanted - files == set()


def test_the_same_content_and_day_make_the_same_files() -> None:
    again = make_files(ROOT, built=BUILT)
    different = [name for name in whole_site() if whole_site()[name] != again.get(name)]
    assert different == []
    assert list(again) == list(whole_site())


def test_every_activity_of_a_lesson_holds_at_least_the_screen_it_opens_with() -> None:
    scripts = [name for name in whole_site() if name.startswith("assets/data-0")]
    assert len(scripts) == 8
    for name in scripts:
        found = activities(whole_site()[name])
        assert all(one["start"] in one["screens"] for one in found.values()), name
        assert max(len(one["screens"]) for one in found.values()) >= 21, name


@pytest.mark.parametrize("name", ["a", "b"])
def test_a_zip_holds_the_folder_and_is_the_same_each_time(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "page.html").write_text("<p>Hello", "utf-8")
    packed = tmp_path / "talk.zip"
    write_zip(folder, packed, BUILT)
    [told] = zipfile.ZipFile(packed).infolist()
    assert (told.filename, told.date_time) == ("talk/in/page.html", (2026, 11, 22, 0, 0, 0))
