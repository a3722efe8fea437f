"""What Binder is given, what it would do with it, and links that start it."""

from __future__ import annotations

import re
import runpy
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
from binder_image import Recipe, badges, laid_first, parse_recipe, versions
from source import ROOT, tracked_files

from toolkit.yamlfile import read_yaml

HOSTING = (ROOT / "HOSTING.md").read_text(encoding="utf-8")
binder_link = runpy.run_path(str(ROOT / "deploy" / "binder_link.py"))["binder_link"]

DOCKERFILE = """\
FROM docker.io/library/buildpack-deps:noble
RUN apt-get -qq update && \\
    apt-get -qq install less
COPY --chown=0:0 build_script_files/-2fconda-2fenvironment-2epy-2d3-2e12-2dlinux-2d64-2elock-14 /x
COPY --chown=0:0 src/binder/requirements.txt ${REPO_DIR}/binder/requirements.txt
COPY --chown=0:0 src/ ${REPO_DIR}/
RUN ${KERNEL_PYTHON_PREFIX}/bin/pip install -r \\
"binder/requirements.txt"
RUN ./binder/postBuild
CMD ["jupyter", "notebook", "--ip", "0.0.0.0"]
"""


def test_what_is_run_beside_our_files_is_taken_from_what_binder_says() -> None:
    assert parse_recipe(DOCKERFILE) == Recipe(
        python="3.12",
        steps=(
            '${KERNEL_PYTHON_PREFIX}/bin/pip install -r "binder/requirements.txt"',
            "./binder/postBuild",
        ),
        command=("jupyter", "notebook", "--ip", "0.0.0.0"),
    )


def test_versions_are_read_from_the_list_that_conda_installs() -> None:
    lock = (
        "https://host/noarch/notebook-7.4.7-pyhd8ed1ab_0.conda#8265\n"
        "https://host/linux-64/jupyter-resource-usage-1.2.0-py_0.tar.bz2#9\n"
    )
    assert versions(lock) == {"notebook": "7.4.7", "jupyter-resource-usage": "1.2.0"}


@pytest.mark.skipif(sys.platform == "win32", reason="repo2docker does not run on Windows")
def test_what_lies_there_before_ours_has_a_version_each() -> None:
    laid = laid_first("3.12")
    assert {"jupyterlab", "notebook", "jupyterhub"} <= {name.split("==")[0] for name in laid}
    assert all(re.fullmatch(r"[\w-]+==\d[\w.]+", name) for name in laid)


def test_after_the_packages_only_our_own_is_installed() -> None:
    lines = (ROOT / "binder" / "postBuild").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == [
        "set -euo pipefail",
        "pip install --no-deps --no-build-isolation --no-index --editable .",
    ]


def test_the_image_leaves_out_what_visitors_do_not_need() -> None:
    ignored = (ROOT / "binder" / ".dockerignore").read_text(encoding="utf-8").splitlines()
    left_out = {line for line in ignored if line and not line.startswith("#")}
    kept = {
        "ACCESSIBILITY.md",
        "README.md",
        "binder",
        "casestudies",
        "data",
        "notebooks",
        "toolkit",
    }
    assert {".git", "tests"} <= left_out
    assert left_out & kept == set()


def test_pages_are_packed_on_the_way_to_visitors_of_an_ordinary_jupyter_server() -> None:
    settings = read_yaml(ROOT / "toolkit" / "serving" / "jupyter_server_config.json")
    assert settings["ServerApp"]["tornado_settings"]["compress_response"] is True


def test_there_is_a_link_straight_into_each_app() -> None:
    opened = set(badges(HOSTING))
    apps = [path for path in tracked_files() if path.parent == ROOT / "notebooks"]
    assert {f"voila/render/notebooks/{path.name}" for path in apps} <= opened
    assert {"voila/", "lab/tree/notebooks"} <= opened


def test_the_links_name_the_one_repository() -> None:
    repository = read_yaml(ROOT / "data" / "identity.yaml")["repository"]
    assert set(re.findall(r"mybinder\.org/v2/gh/([^/]+/[^/]+)/HEAD", HOSTING)) == {repository}


def test_a_link_tells_binder_what_to_build_and_nbgitpuller_what_to_fetch_and_open() -> None:
    link = binder_link("a/env", "b/our-cases", opens="voila/render/notebooks/my course.ipynb")
    outer = urlsplit(link)
    assert (outer.netloc, outer.path) == ("mybinder.org", "/v2/gh/a/env/main")
    [inner] = parse_qs(outer.query)["urlpath"]
    assert urlsplit(inner).path == "git-pull"
    assert parse_qs(urlsplit(inner).query) == {
        "repo": ["https://github.com/b/our-cases"],
        "branch": ["main"],
        "urlpath": ["voila/render/notebooks/my course.ipynb"],
    }


@pytest.mark.parametrize("name", ["", "owner", "a/b/c", "https://github.com/a/b", "a/b?x=1"])
def test_a_repository_is_named_by_owner_and_name(name: str) -> None:
    with pytest.raises(ValueError, match="write it as OWNER/NAME"):
        binder_link("a/env", name)


def test_the_link_on_the_page_is_the_one_that_is_written() -> None:
    repository = read_yaml(ROOT / "data" / "identity.yaml")["repository"]
    assert binder_link(repository, "OWNER/our-cases") in HOSTING
