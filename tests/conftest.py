"""What all tests share: where the repository is, and what to do where there is no Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbval.kernel
import pytest
from chromium import find_chromium
from hypothesis import settings
from pseudo import pseudo_language

from toolkit.language import Language, speaking

ROOT = Path(__file__).parents[1]
NO_CHROMIUM = "no Chromium was found; install one, or name it in the variable CHROMIUM"

# No test may fail because a machine is slow, and CI tries the same examples each time.
settings.register_profile("steady", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("steady")

# Kernels that start side by side may choose the same free port, and then one of them dies. A
# second try chooses other ports.
start_kernel = nbval.kernel.start_new_kernel


def start_kernel_twice_if_needed(*args: Any, **options: Any) -> Any:
    """Start a notebook's kernel, and once more where it died at once."""
    try:
        return start_kernel(*args, **options)
    except RuntimeError:
        return start_kernel(*args, **options)


nbval.kernel.start_new_kernel = start_kernel_twice_if_needed

# Two files of this name cannot both be searched for examples, and neither has any.
collect_ignore_glob = ["*conftest.py"]

cached_chromium = cache(find_chromium)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds the repository."""
    return ROOT


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """The language nobody speaks; see `pseudo`."""
    return pseudo_language(tmp_path_factory.mktemp("language"))


@pytest.fixture
def in_the_made_up_language(made_up: Language) -> Iterator[None]:
    """Have all that is said while a test runs said in that language."""
    with speaking(made_up):
        yield


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to drive."""
    return _chromium()


@pytest.hookimpl(trylast=True)  # after the folder `browser` has marked what is in it
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put browser tests last: playwright's event loop stays, and other tests start their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let no browser test start where there is no Chromium."""
    if item.get_closest_marker("browser"):
        _chromium()


def _chromium() -> str:
    """Return Chromium's path; without it a test counts as not run, and in CI as failed."""
    path = cached_chromium()
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(NO_CHROMIUM, pytrace=False)
    return path or pytest.skip(NO_CHROMIUM)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that browser tests were not run: a green line alone would hide it."""
    skipped = terminalreporter.stats.get("skipped", [])
    not_run = sum(NO_CHROMIUM in str(report.longrepr) for report in skipped)
    if not_run:
        terminalreporter.write_sep("!", f"{not_run} BROWSER TESTS WERE NOT RUN", red=True)
        terminalreporter.write_line(f"Reason: {NO_CHROMIUM}.")


@pytest.fixture(autouse=True)
def no_content_folder_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test read or write the content that whoever runs the tests has named."""
    monkeypatch.delenv("TOOLKIT_ROOT", raising=False)
