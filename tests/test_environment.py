"""One source for what is installed: everything else points at the lock files, or fails here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from source import ROOT

from toolkit.yamlfile import parse_yaml, read_yaml

LOCKS = [ROOT / f"requirements{kind}.lock" for kind in ("", "-site", "-test", "-peers")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

each_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)


def entries(lock: Path) -> list[list[str]]:
    """Return the parts of each entry of a lock file: the pin, then its hashes."""
    lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    kept = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [re.split(r"\s+(?=--hash=)", line.strip()) for line in kept]


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    requirements = [Requirement(entry[0]) for entry in entries(lock)]
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in requirements}


def group(name: str) -> list[str]:
    """Return the requirements of a dependency group, included groups and all."""
    items: list[str | dict[str, str]] = PROJECT["dependency-groups"][name]
    found: list[str] = []
    for item in items:
        found += [item] if isinstance(item, str) else group(item["include-group"])
    return found


WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"] + group("build"),
    "requirements-site.lock": PROJECT["project"]["dependencies"] + group("site"),
    "requirements-test.lock": PROJECT["project"]["dependencies"] + group("test"),
    "requirements-peers.lock": group("peers"),
}


@each_lock
def test_every_package_we_ask_for_is_locked_at_a_version_we_allow(lock: Path) -> None:
    locked = pins(lock)
    for text in WANTED[lock.name]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(locked[canonicalize_name(wanted.name)]), text


@each_lock
def test_every_package_is_pinned_once_and_hashed(lock: Path) -> None:
    names = [Requirement(entry[0]).name for entry in entries(lock)]
    assert len(names) == len(set(names)) > 20
    for pin, *hashes in entries(lock):
        assert re.match(r"[\w.-]+==[\w.+]+( ;|$)", pin)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", value) for value in hashes)


@each_lock
def test_no_lock_names_an_address_or_a_machine(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(index|find|trusted|extra)|^/", text, flags=re.M)


def test_the_tests_run_with_the_versions_that_people_get() -> None:
    people, *others, _peers = (pins(lock) for lock in LOCKS)  # these have a place of their own
    for more in others:
        assert {name: more.get(name) for name in people} == people


@each_lock
def test_no_package_we_ask_for_is_left_out_on_some_system_or_python(lock: Path) -> None:
    asked = {canonicalize_name(Requirement(text).name) for text in WANTED[lock.name]}
    locked = [Requirement(entry[0]) for entry in entries(lock)]
    assert [str(r) for r in locked if r.marker and canonicalize_name(r.name) in asked] == []


def test_what_builds_the_package_is_locked_too() -> None:
    for text in PROJECT["build-system"]["requires"]:
        assert canonicalize_name(Requirement(text).name) in pins(LOCKS[0])


def test_conda_installs_the_lock_and_nothing_else() -> None:
    environment: dict[str, Any] = read_yaml(ROOT / "environment.yml")
    python, pip, packages = environment["dependencies"]
    assert environment["channels"] == ["conda-forge"]
    assert (pip, packages) == ("pip", {"pip": ["-r requirements.lock"]})
    assert python == f"python={binder_python()}"


def test_binder_installs_the_lock_and_nothing_else() -> None:
    lines = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["-r ../requirements.lock"]


def test_binder_runs_a_python_that_the_package_accepts() -> None:
    accepted = SpecifierSet(PROJECT["project"]["requires-python"])
    assert accepted.contains(f"{binder_python()}.0")


def binder_python() -> str:
    """Return the version of Python that Binder is asked for."""
    text = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8")
    return text.strip().removeprefix("python-")


@pytest.mark.skipif(sys.platform == "win32", reason="repo2docker does not run on Windows")
def test_binder_builds_from_what_we_gave_it(tmp_path: Path) -> None:
    # Once the folder `binder` is there, files at the top are passed over: only a run shows it.
    for name in ("binder", "requirements.lock", "pyproject.toml", "environment.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    recipe = done.stdout + done.stderr
    assert f"python={binder_python()}" in recipe
    assert re.search(r"pip install --no-cache-dir -r \"binder/requirements.txt\"", recipe)
    assert "RUN ./binder/postBuild" in recipe


def test_binder_and_the_readme_install_the_package_in_the_same_way() -> None:
    options = "--no-deps --no-build-isolation"
    for name in ("binder/postBuild", "README.md", "Makefile", "environment.yml"):
        assert options in (ROOT / name).read_text(encoding="utf-8"), name


def test_the_workflow_runs_what_ci_runs_and_again_each_month() -> None:
    text = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    workflow: dict[str, Any] = parse_yaml(text, "tests.yml")
    steps = [step.get("run", "") for step in workflow["jobs"]["everything"]["steps"]]
    assert "bash .ci/run" in steps
    assert [entry["cron"].split()[2] for entry in workflow["on"]["schedule"]] == ["1"]
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
