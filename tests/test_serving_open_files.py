"""How many files the server may have open, and that it allows itself enough."""

from __future__ import annotations

import subprocess
import sys

import pytest
from asking import ask
from tiny_site import ROOT, make_site, running

from toolkit.serving.front.open_files import enough_files_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")

SAY = """
import resource
from toolkit.serving.front.open_files import allow_files
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
print(repr("".join(allow_files({visitors}))), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


def said(**limits: int) -> str:
    # In a process of its own: what is given up here cannot be had back.
    code = SAY.format(**limits)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    return done.stdout.strip() or done.stderr


def test_as_many_files_are_allowed_as_the_places_need() -> None:
    assert said(soft=256, hard=4096, visitors=30) == "'' 750"


def test_a_limit_that_is_high_enough_is_left_alone() -> None:
    assert said(soft=1024, hard=4096, visitors=2) == "'' 1024"


def test_whoever_starts_it_is_told_where_the_system_allows_too_few() -> None:
    told = said(soft=256, hard=600, visitors=30)
    assert "lets one program have 600 files open, enough for about 20 of 30 people" in told
    assert told.endswith(" 600")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_server_that_starts_with_few_files_allows_itself_more(tmp_path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    try:
        with running(
            make_site(tmp_path / "site"), 9300, "--audience", "40", TOOLKIT_READY="none"
        ) as one:
            assert ask(one.url, "/healthz").status == 200
            assert resource.prlimit(one.process.pid, resource.RLIMIT_NOFILE)[0] == min(
                hard, enough_files_for(40)
            )
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
