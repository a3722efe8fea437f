"""The style sheet is what its sources say, and nothing in it is reserved for others."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

STATIC = Path(__file__).parents[1] / "toolkit" / "views" / "static"
SOURCES = STATIC / "style"
AGAIN = "run `npm ci && npm run build` in toolkit/views/static/style"


def digest(path: Path) -> str:
    # Git may have changed the ends of lines; what was built does not depend on them.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


@pytest.fixture(scope="module")
def built() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SOURCES / "built.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def css() -> str:
    return (STATIC / "style.css").read_text("utf-8")


def test_the_style_sheet_was_built_from_the_sources_beside_it(built: dict[str, Any]) -> None:
    found = {name: digest(SOURCES / name) for name in built["inputs"]}
    assert found == built["inputs"], AGAIN


def test_no_source_has_been_added_since(built: dict[str, Any]) -> None:
    assert {path.name for path in SOURCES.glob("*.scss")} <= set(built["inputs"]), AGAIN


def test_what_was_built_has_not_been_changed_by_hand(built: dict[str, Any]) -> None:
    found = {name: digest(STATIC / name) for name in built["outputs"]}
    assert found == built["outputs"], AGAIN


def test_versions_are_the_ones_asked_for(built: dict[str, Any]) -> None:
    asked = json.loads((SOURCES / "package.json").read_text("utf-8"))["devDependencies"]
    assert built["versions"] == asked


@pytest.mark.parametrize("name", ["govuk-frontend", "idiomorph", "plotly.js-basic-dist-min"])
def test_the_licence_of_each_part_of_others_lies_beside_it(name: str) -> None:
    assert "Permission" in (STATIC / "licences" / f"{name}.txt").read_text("utf-8")


def test_no_address_of_a_registry_is_kept_in_the_lock() -> None:
    lock = (SOURCES / "package-lock.json").read_text("utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock


@pytest.mark.parametrize(
    "word", ["GDS Transport", "crown", "crest", "@font-face", "url(", "@import"]
)
def test_nothing_reserved_and_nothing_from_elsewhere_is_in_it(css: str, word: str) -> None:
    assert word.lower() not in css.lower()


def test_every_rule_hangs_on_a_class_so_that_jupyterlab_keeps_its_own_look(css: str) -> None:
    without = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    lists = re.findall(r"(?:^|[{}])\s*([^{}@]+?)\s*{", without)
    selectors = {one.strip() for several in lists for one in several.split(",")}
    hanging = {one for one in selectors if "." not in one}
    # Internet Explorer's and Firefox's own hooks of GOV.UK Frontend's checkboxes select nothing.
    assert hanging <= {":root", "x:-moz-any-link"}
