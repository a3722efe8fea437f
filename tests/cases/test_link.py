import json

from toolkit.cases.link import CaseLink, read_case_links


def write(root, slug, front_matter):
    cell = {"cell_type": "raw", "metadata": {"tags": ["front-matter"]}, "source": front_matter}
    (root / "casestudies" / f"{slug}.ipynb").write_text(json.dumps({"cells": [cell]}), "utf-8")


def test_cases_that_can_be_opened_are_named_in_the_order_asked_for(tmp_path):
    (tmp_path / "casestudies").mkdir()
    write(tmp_path, "one", "title: One")
    write(tmp_path, "two", "title: Two")
    found = read_case_links(["two", "one"], tmp_path)
    assert found == (CaseLink("two", "Two"), CaseLink("one", "One"))


def test_a_case_that_is_missing_or_broken_is_left_out(tmp_path):
    (tmp_path / "casestudies").mkdir()
    write(tmp_path, "broken", "title: [")
    write(tmp_path, "untitled", "summary: Nothing.")
    assert read_case_links(["missing", "broken", "untitled"], tmp_path) == ()
