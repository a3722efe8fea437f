import importlib.util

import pytest

from toolkit.static_site import search


def test_where_pagefind_is_not_installed_the_reader_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "find_spec", lambda name: None)
    with pytest.raises(LookupError, match="--no-search"):
        search.index_pages(tmp_path)


@pytest.mark.skipif(not importlib.util.find_spec("pagefind"), reason="Pagefind is not installed")
def test_the_index_holds_what_is_marked_and_nothing_that_we_do_not_use(tmp_path):
    page = "<html lang=en><body><main data-pagefind-body><h1>A</h1>bins</main></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    search.index_pages(tmp_path)
    names = {file.name for file in (tmp_path / "pagefind").iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "pagefind-worker.js"} <= names
    assert [name for name in names if "ui." in name or "highlight" in name] == []
