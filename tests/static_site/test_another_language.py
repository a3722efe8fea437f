"""A static copy in a language nobody speaks: no word of the interface is left in English."""

from __future__ import annotations

import json
from datetime import date

import pytest
from lxml import html
from pseudo import CODE, copy_of_the_content, left_in_english, pseudo, shown

from toolkit.static_site.build import make_files

LESSON = "04-data-gaps"
CASE = "telford-ask-tom"
BUILT = date(2026, 11, 22)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A copy with one lesson: the others are made of the same parts."""
    folder = copy_of_the_content(tmp_path_factory.mktemp("static"))
    for other in (*folder.glob("notebooks/lessons/*.ipynb"), *folder.glob("notebooks/in-depth/*")):
        if other.stem != LESSON:
            other.unlink()
    return dict(make_files(folder, built=BUILT))


def test_every_page_is_in_the_language_of_the_copy(files: dict[str, bytes]) -> None:
    pages = {name: text.decode() for name, text in files.items() if name.endswith(".html")}
    assert f"lessons/{LESSON}.html" in pages
    # What a case study says is content, words in its tables too: of those pages one, without any.
    pages = {
        name: page
        for name, page in pages.items()
        if not name.startswith("cases/") or name in ("cases/index.html", f"cases/{CASE}.html")
    }
    assert [name for name, page in pages.items() if f'<html lang="{CODE}"' not in page] == []
    left = {
        name: [piece for text in shown(page) for piece in left_in_english(text)]
        for name, page in pages.items()
    }
    assert {name: pieces for name, pieces in left.items() if pieces} == {}


def test_the_search_counts_in_that_language(files: dict[str, bytes]) -> None:
    [found] = html.document_fromstring(files["cases/index.html"].decode()).xpath("//*[@data-find]")
    counted = json.loads(found.get("data-counted"))
    assert len(counted) == len(found.xpath(".//*[@data-case]")) + 1
    assert counted[1] == pseudo("{total} case study").format(total=1)
    assert counted[2] == pseudo("{total} case studies").format(total=2)
    assert found.get("data-told") == pseudo("{cases} found")
