"""The same pages inside an ordinary Jupyter server, as on Binder and JupyterHub."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from logging import getLogger
from pathlib import Path
from types import SimpleNamespace

import pytest
from tiny_site import ROOT, make_site, write_page

from toolkit.place import content_root
from toolkit.serving.extension import _root

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    PORT = probe.getsockname()[1]
OPTIONS = [
    f"--port={PORT}",
    "--ServerApp.port_retries=0",
    "--ServerApp.base_url=/user/me/",
    "--ServerApp.jpserver_extensions={'toolkit.serving.extension': True}",
    "--IdentityProvider.token=",
    "--allow-root",
    "--no-browser",
]


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    site = make_site(tmp_path_factory.mktemp("binder") / "site")
    write_page(site, "page", "# A page", "1 / 0", "## After\n\nStill readable.")
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *OPTIONS],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TOOLKIT_ROOT": str(site)},
        stderr=subprocess.DEVNULL,
    )
    for _ in range(240):
        try:
            get("/user/me/api")
            break
        except OSError:
            time.sleep(0.25)
    yield process.pid
    process.terminate()
    process.wait(20)


def get(path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(f"localhost:{PORT}", timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    answer = (response.status, response.read().decode())
    connection.close()
    return answer


def test_the_landing_page_is_where_jupyter_has_voila(jupyter: int) -> None:
    status, text = get("/user/me/voila/")
    assert status == 200
    assert 'href="/user/me/voila/render/notebooks/page.ipynb"' in text


def test_a_notebook_looks_as_it_does_with_our_own_server(jupyter: int) -> None:
    _, text = get("/user/me/voila/render/notebooks/page.ipynb")
    assert 'class="govuk-template__body toolkit-page' in text
    assert 'href="/user/me/voila/accessibility"' in text


def test_a_failed_cell_is_told_in_plain_words_there_too(jupyter: int) -> None:
    _, text = get("/user/me/voila/render/notebooks/page.ipynb")
    assert "This part of the page could not be shown" in text
    assert "ZeroDivisionError" not in text


def test_a_page_there_loads_nothing_from_elsewhere(jupyter: int) -> None:
    _, text = get("/user/me/voila/render/notebooks/page.ipynb")
    assert "cdnjs" not in text


def test_a_server_for_another_folder_is_left_alone(tmp_path: Path) -> None:
    assert _root(SimpleNamespace(root_dir=str(tmp_path), log=getLogger())) is None


def test_a_server_for_the_content_folder_gets_the_pages() -> None:
    server = SimpleNamespace(root_dir=str(content_root()), log=getLogger())
    assert _root(server) == content_root()
