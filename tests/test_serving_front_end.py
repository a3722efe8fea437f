"""The front end of served pages is what its sources say, and fits the packages it speaks with."""

import hashlib
import importlib.metadata
import json
import re
from pathlib import Path
from typing import Any

import pytest
from ipywidgets._version import __control_protocol_version__, __jupyter_widgets_controls_version__

SERVING = Path(__file__).parents[1] / "toolkit" / "serving"
SOURCES = SERVING / "front_end"
BUILT = SERVING / "templates" / "toolkit" / "static" / "front-end"
AGAIN = "run `make frontend`, or `npm ci && node build.mjs` in toolkit/serving/front_end"


def digest(path: Path) -> str:
    # Git may have changed the ends of lines; what was built does not depend on them.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def source(name: str) -> str:
    return (SOURCES / "src" / name).read_text("utf-8")


@pytest.fixture(scope="module")
def built() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SOURCES / "built.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def asked() -> dict[str, str]:
    loaded: dict[str, str] = json.loads((SOURCES / "package.json").read_text("utf-8"))[
        "devDependencies"
    ]
    return loaded


def test_it_was_built_from_the_sources_beside_it(built: dict[str, Any]) -> None:
    found = {name: digest(SOURCES / name) for name in built["inputs"]}
    assert found == built["inputs"], AGAIN


def test_no_source_has_been_added_since(built: dict[str, Any]) -> None:
    sources = {path.relative_to(SOURCES).as_posix() for path in SOURCES.glob("src/*")}
    assert sources <= set(built["inputs"]), AGAIN


def test_what_was_built_has_not_been_changed_by_hand(built: dict[str, Any]) -> None:
    found = {path.name: digest(path) for path in BUILT.iterdir()}
    assert found == built["outputs"], AGAIN


def test_versions_are_the_ones_asked_for(built: dict[str, Any], asked: dict[str, str]) -> None:
    assert built["versions"] == asked


def test_no_address_of_a_registry_is_kept_in_the_lock() -> None:
    lock = (SOURCES / "package-lock.json").read_text("utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock


def test_anywidget_is_the_same_version_in_python_and_in_the_browser(
    asked: dict[str, str],
) -> None:
    # Another one would be found out by the page, which then takes Voilà's slower front end.
    python = importlib.metadata.version("anywidget").split(".")
    assert asked["anywidget"].split(".")[:2] == python[:2]


def test_the_controls_are_of_the_version_that_python_asks_for() -> None:
    held = re.search(r'controls": \{ version: "([\d.]+)"', source("modules.js"))
    assert held
    assert held[1] == __jupyter_widgets_controls_version__


def test_the_control_channel_is_of_the_version_that_python_speaks() -> None:
    spoken = re.search(r'version: "([\d.]+)" \};', source("widgets.js"))
    assert spoken
    assert spoken[1].split(".")[0] == __control_protocol_version__.split(".")[0]


@pytest.mark.parametrize(
    "name",
    ["@jupyter-widgets/base", "@lumino/widgets", "anywidget", "dompurify", "jquery", "nouislider"],
)
def test_the_licence_of_each_part_of_others_is_told(name: str) -> None:
    told = (BUILT / "licences.txt").read_text("utf-8")
    part = re.search(rf"^{name} \d[^\n]*\n\n(.*?)(\n-{{80}}|\Z)", told, re.DOTALL | re.MULTILINE)
    assert part
    assert re.search("Permission|Redistribution|Apache License|Mozilla", part[1])


@pytest.mark.parametrize("name", ["main.js", "shared.js", "controls.js"])
def test_no_text_is_run_as_code(name: str) -> None:
    # So that a page may forbid it. Two are left that are never reached: lodash's, for programs
    # outside browsers, and the one in underscore's templates, which nothing uses.
    text = (BUILT / name).read_text("utf-8")
    calls = re.findall(r"\beval\(|\bFunction\((?!\"return this\"\)|\w+,\"_\",\w+)[^)]{0,40}", text)
    assert calls == []


def test_a_page_of_the_toolkits_own_is_not_sent_the_controls() -> None:
    text = (BUILT / "main.js").read_text("utf-8")
    assert 'import("./controls.js")' in text
    assert len(text) < 60_000
