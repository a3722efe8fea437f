"""A server that is started by somebody with no rights: it writes nowhere but in its own folder.

Where whoever runs the tests has no rights either, every other test of a server shows the same.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tiny_site import ROOT, Running, make_site, running, write_page
from visitor import Visit

from toolkit.serving.handlers import FINISHED

NOBODY = 65534
PAGE = "notebooks/page.ipynb"
WHO = "import os\nprint('run by', os.getuid(), os.geteuid(), os.getgroups(), '.')"
MAY = "import sys, toolkit.serving.launch\nopen(sys.argv[1]).read()"
SURROUNDINGS = {
    "HOME": "/nonexistent",  # as the user has it on Debian: nothing can be kept there
    "PYTHONPATH": os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")]),
    "JUPYTER_PATH": str(Path(sys.prefix) / "share" / "jupyter"),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A content folder that others may read, which pytest's own folders are not."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can start a server as another user")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        made = make_site(Path(folder) / "site")
        write_page(made, "page", "# A page", WHO)
        yield made


@pytest.fixture(scope="module")
def python(site: Path) -> str:
    """This interpreter, or the system's where it is the same version and this one is private."""
    system = shutil.which(f"python3.{sys.version_info.minor}", path="/usr/local/bin:/usr/bin")
    for candidate in filter(None, [sys.executable, system]):
        try:
            asked = subprocess.run(
                [candidate, "-c", MAY, str(site / "voila.json")],
                cwd=site,
                env={**os.environ, **SURROUNDINGS},
                user=NOBODY,
                group=NOBODY,
                extra_groups=[],
                capture_output=True,
                timeout=120,
                check=False,
            )
        except PermissionError:
            continue
        if asked.returncode == 0:
            return candidate
    pytest.skip(f"user {NOBODY} may run no interpreter here that has the toolkit's packages")


def test_a_page_and_its_kernel_are_served_by_a_user_without_rights(site: Path, python: str) -> None:
    async def see(server: Running) -> tuple[str, list[int]]:
        async with Visit(server.url.rstrip("/"), PAGE) as visit:
            return visit.html, server.kernels()

    own = site.parent / "temporary"
    own.mkdir()
    os.chown(own, NOBODY, NOBODY)
    surroundings = {**SURROUNDINGS, "TMPDIR": str(own)}
    with running(site, 9270, python=python, user=NOBODY, **surroundings) as server:
        html, kernels = asyncio.run(see(server))
        processes = psutil.Process(server.process.pid).children(recursive=True)
        users = {one.uids() for one in [psutil.Process(server.process.pid), *processes]}
    assert kernels
    assert {(one.real, one.effective, one.saved) for one in users} == {(NOBODY,) * 3}
    assert f"run by {NOBODY} {NOBODY} []" in html
    assert FINISHED in html
    # The server's own IPython leaves a folder behind where there is no home; kernels leave none.
    assert len(list(own.iterdir())) <= 1
