"""Build, start and visit what Binder would, without containers.

``python benchmarks/binder_image.py``: repo2docker, which Binder uses, says what it would do. What
it would run after it has copied our files is run here, in an environment with the packages that it
lays first, at its versions. Then the server is started with 1 GB of memory and visited by every
link of the README. Takes some minutes and needs a package index. Ends with 1 where something fails
or memory does not suffice.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "tests"), str(HERE)]

from contender import Contender, Running, free_port, stop, wait_for  # noqa: E402
from light_visitor import visit  # noqa: E402
from processes import MARK, Hold, hold  # noqa: E402
from tornado.httpclient import AsyncHTTPClient  # noqa: E402

from toolkit.yamlfile import parse_yaml  # noqa: E402

__all__ = ["Recipe", "badges", "laid_first", "parse_recipe", "versions"]

MEMORY = 1000  # MB; Binder gives 1 to 2 GB
PATIENCE = 120  # seconds
BASE = "/user/somebody"  # where a hub serves one person
OTHER_NAME = {"jupyterhub-singleuser": "jupyterhub"}  # in the package index
NOT_FROM_THE_INDEX = ("python", "nodejs", "pip")


@dataclass(frozen=True)
class Recipe:
    """What repo2docker would do: its Python, what it runs beside our files, how it starts."""

    python: str
    steps: tuple[str, ...]
    command: tuple[str, ...]


def parse_recipe(text: str) -> Recipe:
    """Return what a Dockerfile of repo2docker does once our files are there."""
    lines = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    copied = next(n for n, line in enumerate(lines) if re.match(r"COPY .*\bsrc/ \$", line))
    steps = [line[4:].strip() for line in lines[copied:] if line.startswith("RUN ")]
    [command] = [json.loads(line[4:]) for line in lines if line.startswith("CMD [")]
    [python] = set(re.findall(r"environment-2epy-2d(\d+)-2e(\d+)-2dlinux", text))
    return Recipe(".".join(python), tuple(steps), tuple(command))


def versions(lock: str) -> dict[str, str]:
    """Return the version of each package in one of conda's explicit lists."""
    found = re.findall(r"/([\w.-]+)-([\w.!]+)-\w+\.(?:conda|tar\.bz2)", lock)
    return dict(found)


def laid_first(python: str) -> list[str]:
    """Return what repo2docker lays before our files, as requirements."""
    import repo2docker.buildpacks.conda as conda

    folder = Path(str(conda.__file__)).parent
    listed = (folder / f"environment.py-{python}.yml").read_text(encoding="utf-8")
    locked = versions((folder / f"environment.py-{python}-linux-64.lock").read_text())
    wanted = [re.split(r"[=<> ]", name)[0] for name in parse_yaml(listed, "")["dependencies"]]
    names = [name for name in wanted if name not in NOT_FROM_THE_INDEX]
    return [f"{OTHER_NAME.get(name, name)}=={locked[name]}" for name in names]


def badges(readme: str) -> list[str]:
    """Return the paths that the README's links to Binder open."""
    return re.findall(r"mybinder\.org/v2/[^)\s]*[?&]urlpath=([^)&\s]+)", readme)


def recipe_of(tree: Path) -> Recipe:
    """Return what repo2docker would do with a folder."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return parse_recipe(done.stdout + done.stderr)


def lay_tree(tree: Path) -> None:
    """Copy what Binder would copy of this repository."""
    from docker.utils.build import exclude_paths

    ignored = (ROOT / "binder" / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in ignored if line and not line.startswith("#")]
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)
    kept = {tree / name for name in exclude_paths(str(tree), patterns)}
    for path in tree.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()


def size(folder: Path) -> float:
    """Return the size of a folder's files in MB."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1_000_000


def build(folder: Path, recipe: Recipe, tree: Path) -> dict[str, str]:
    """Make the environment and run the steps; return the variables they are run with."""
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(environment / "bin" / "pip"), "install", "--quiet"]
    subprocess.run([*pip, *laid_first(recipe.python)], check=True, stderr=subprocess.DEVNULL)
    before = size(environment)
    variables = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "REPO_DIR": str(tree),
        "KERNEL_PYTHON_PREFIX": str(environment),
        "NB_PYTHON_PREFIX": str(environment),
    }
    for step in recipe.steps:
        start = monotonic()
        done = subprocess.run(
            ["bash", "-c", step], cwd=tree, env=variables, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(f"{step}\n{done.stdout}{done.stderr}")
        print(f"{monotonic() - start:4.0f} s  {step}")
    added = size(environment) - before
    print(f"{added:4.0f} MB for our packages, {size(tree):.0f} MB for the toolkit itself,")
    print(f"{before:4.0f} MB for what repo2docker lays first, less Python and the system")
    return variables


async def open_all(server: Running, paths: Sequence[str], held: Hold | None) -> int:
    """Open every link and stay on all of them; return how many things were wrong."""
    wrong = 0
    async with AsyncExitStack() as stay:
        for number, path in enumerate(sorted(paths, key=lambda one: "render" not in one)):
            address = f"{server.url}{BASE}/{path}"
            start = monotonic()
            if "voila/render/" in path:
                told = (await visit(address, PATIENCE, stay)).trouble
            else:
                response = await AsyncHTTPClient().fetch(address, raise_error=False)
                told = "" if response.code == 200 else f"answered {response.code}"
            wrong += bool(told)
            print(f"{monotonic() - start:4.1f} s  {path} {told}")
            if number == 0:
                print(f"{server.memory():4.0f} MB with one app open")
        await asyncio.to_thread(server.settle)
        used = server.memory()
    print(f"{used:4.0f} MB with all of them open, of {MEMORY} MB")
    if held:
        print(f"{held.peak():4.0f} MB at most, files in memory counted; kept by Linux itself")
        wrong += held.ended()
    return wrong + (used > MEMORY)


def main() -> int:
    """Do all of it; return 1 where anything was wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tree = folder / "tree"
        lay_tree(tree)
        recipe = recipe_of(tree)
        print(f"repo2docker runs Python {recipe.python}; here it is {sys.version.split()[0]}")
        variables = build(folder, recipe, tree)
        paths = badges((ROOT / "README.md").read_text(encoding="utf-8"))
        with hold(MEMORY, f"toolkit-{uuid.uuid4().hex[:8]}") as held:
            return 1 if start(recipe, tree, variables, paths, held) else 0


def start(
    recipe: Recipe, tree: Path, variables: dict[str, str], paths: list[str], held: Hold | None
) -> int:
    """Start the server as the recipe does, visit it, stop it; return how many things were wrong."""
    port, mark = free_port(), uuid.uuid4().hex
    options = [f"--port={port}", f"--ServerApp.base_url={BASE}/", "--IdentityProvider.token=",
               "--ServerApp.port_retries=0", "--no-browser", "--allow-root"]  # fmt: skip
    command = [*recipe.command, *options]
    begun = monotonic()
    with (tree.parent / "server.log").open("wb") as log, contextlib.ExitStack() as stack:
        process = subprocess.Popen(
            held.command(command) if held else command,
            cwd=tree, env={**variables, MARK: mark}, stdout=log, stderr=log,
        )  # fmt: skip
        stack.callback(stop, process, mark)
        wait_for(port, process)
        print(f"{monotonic() - begun:4.1f} s  {' '.join(recipe.command)}")
        server = Running(Contender("Binder", ()), f"http://localhost:{port}", mark)
        return asyncio.run(open_all(server, paths, held))


if __name__ == "__main__":
    sys.exit(main())
