"""Frameworks: read from their files, and those that come with the toolkit."""

from pathlib import Path
from typing import Any

import pytest
from tiny_frameworks import ABROAD, GUIDE, TEA, frameworks, write_framework

from toolkit.errors import ContentError
from toolkit.frameworks.catalogue import framework_ids, load_frameworks, read_framework
from toolkit.frameworks.framework import FORCES, NATIONS
from toolkit.prose import long_sentences

SHIPPED = load_frameworks()


def test_a_framework_says_what_its_file_says(tmp_path: Path) -> None:
    tea = read_framework(write_framework(tmp_path, TEA))
    assert (tea.id, tea.year, tea.nations) == ("tea-act", 2001, ("Wales",))
    assert tea.parts[0].checked == "the-law"
    assert (tea.reviewed_on, tea.reviewed_by) == ("2026-11-22", "nobody")
    assert tea.principles == ()


def test_what_binds_councils_comes_first_and_what_is_from_elsewhere_last(tmp_path: Path) -> None:
    frameworks(tmp_path)
    assert [one.id for one in load_frameworks(tmp_path)] == [
        "tea-act", "biscuit-guide", "coffee-code",
    ]  # fmt: skip
    assert framework_ids(tmp_path) == ("biscuit-guide", "coffee-code", "tea-act")


def test_the_address_of_a_copy_is_kept_and_not_shown(tmp_path: Path) -> None:
    source = {**TEA["sources"][0], "link_ok": False}
    tea = read_framework(write_framework(tmp_path, TEA, sources=[source]))
    assert (tea.sources[0].url, tea.sources[0].link) == ("https://example.org/tea", "")


@pytest.mark.parametrize(
    ("raw", "changes", "told"),
    [
        (TEA, {"id": "coffee-act"}, "make the id and the file's name the same"),
        (TEA, {"kind": "laws"}, "did you mean 'law'"),
        (TEA, {"nations": []}, "does not fit with force 'binding'"),
        (ABROAD, {"nations": ["Wales"]}, "does not fit with force 'elsewhere'"),
        (TEA, {"parts": None}, "parts and legislation: missing"),
        (TEA, {"legislation": ["http://example.org/1"]}, "is not written as expected"),
        (TEA, {"sources": []}, "is empty, but a part is said to be checked"),
        (GUIDE, {"asks": []}, "asks: is empty"),
        (GUIDE, {"fit": " ".join(["Word", *["word"] * 30]) + "."}, "has 31 words"),
        (GUIDE, {"caveats": None}, "caveats: missing"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    tmp_path: Path, raw: dict[str, Any], changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read_framework(write_framework(tmp_path, raw, **changes))
    assert told in str(caught.value)


def test_a_law_that_nobody_could_open_may_have_no_source(tmp_path: Path) -> None:
    part = {**TEA["parts"][0], "checked": "not-checked"}
    assert (
        read_framework(
            write_framework(tmp_path, TEA, sources=[], parts=[part], confidence="low")
        ).sources
        == ()
    )


@pytest.mark.parametrize(
    ("unchecked", "checked", "most"),
    [(0, 2, "high"), (1, 2, "medium"), (1, 1, "medium"), (2, 1, "low")],
)
def test_confidence_goes_no_higher_than_what_was_checked(
    tmp_path: Path, unchecked: int, checked: int, most: str
) -> None:
    part = TEA["parts"][0]
    states = ["not-checked"] * unchecked + ["the-law"] * checked
    parts = [{**part, "checked": state} for state in states]
    levels = ("low", "medium", "high")
    for level in levels[: levels.index(most) + 1]:
        path = write_framework(tmp_path, TEA, parts=parts, confidence=level)
        assert read_framework(path).confidence == level
    for level in levels[levels.index(most) + 1 :]:
        path = write_framework(tmp_path, TEA, parts=parts, confidence=level)
        with pytest.raises(ContentError, match=f"confidence: is '{level}'.*write '{most}'"):
            read_framework(path)


def test_a_framework_without_parts_may_be_sure_of_its_facts(tmp_path: Path) -> None:
    assert read_framework(write_framework(tmp_path, GUIDE)).confidence == "high"


def test_a_register_that_binds_others_is_not_called_a_choice() -> None:
    [register] = [one for one in SHIPPED if one.id == "scot-ai-register"]
    assert FORCES[register.force] == "Not known for councils"


def test_every_nation_has_law_that_binds_its_councils() -> None:
    for nation in NATIONS:
        law = [one for one in SHIPPED if one.force == "binding" and nation in one.nations]
        assert len(law) >= 6
        assert [one for one in law if "Freedom of information" in one.short]


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.id)
def test_no_law_is_called_checked_in_the_law_itself_without_a_page_of_it(one) -> None:
    if any(part.checked == "the-law" for part in one.parts):
        assert any("legislation." in source.url for source in one.sources)
    if any(part.checked == "not-checked" for part in one.parts):
        assert one.caveats


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.id)
def test_every_sentence_is_easy_to_read(one) -> None:
    texts = (
        one.about,
        one.fit,
        one.audience,
        *one.asks,
        *one.caveats,
        *(p.says for p in one.parts),
    )
    assert [str(problem) for text in texts for problem in long_sentences("", text)] == []
