"""The settings every door shares: `toolkit serve`, Voilà by itself, and Binder."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from toolkit.serving.handlers import LONGEST_SILENCE


@pytest.fixture
def settings(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "voila.json").read_text("utf-8"))
    return loaded


def allowed(settings: dict[str, Any], path: str) -> bool:
    patterns = settings["VoilaConfiguration"]["file_allowlist"]
    return any(re.fullmatch(pattern, path, re.IGNORECASE) for pattern in patterns)


def test_nothing_can_be_overridden_and_no_code_is_shown(settings: dict[str, Any]) -> None:
    voila = settings["VoilaConfiguration"]
    assert voila["allow_template_override"] == "NO"
    assert voila["allow_theme_override"] == "NO"
    assert voila["strip_sources"] is True
    assert voila["show_tracebacks"] is False


def test_kernels_that_nobody_uses_are_ended_within_minutes(settings: dict[str, Any]) -> None:
    assert settings["MappingKernelManager"] == {
        "cull_idle_timeout": 300,
        "cull_interval": 30,
        "cull_connected": False,
    }


def test_a_cell_is_given_up_before_the_page_is(settings: dict[str, Any]) -> None:
    assert 0 < settings["VoilaExecutor"]["timeout"] < LONGEST_SILENCE


@pytest.mark.parametrize(
    "path",
    [
        "casestudies/wigan.ipynb",
        "notebooks/lessons/04-data-gaps.ipynb",
        "notebooks/in-depth/derby-forecast.ipynb",
        "data/logo.svg",
    ],
)
def test_what_a_visitor_may_want_can_be_downloaded(settings: dict[str, Any], path: str) -> None:
    assert allowed(settings, path)


@pytest.mark.parametrize(
    "path",
    [
        "data/identity.yaml",
        "voila.json",
        "pyproject.toml",
        ".venv/lib/a.ipynb",
        "casestudies/_template.ipynb",
        "casestudies/.ipynb_checkpoints/a.ipynb",
        "data/../voila.json",
        "data/a/.secret.csv",
    ],
)
def test_nothing_else_can(settings: dict[str, Any], path: str) -> None:
    assert not allowed(settings, path)


def test_the_working_folder_has_no_voila_module(root: Path) -> None:
    assert not (root / "voila.py").exists()  # `python -m voila` would run it
