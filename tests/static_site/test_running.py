"""Notebooks that are run for a site without a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbclient import NotebookClient
from tiny_site import make_site, write_page

from toolkit.errors import ContentError
from toolkit.static_site import running
from toolkit.static_site.running import run_notebooks

DRAW = "page = Page(Store('{0}'), draw=lambda page: '<p>{0}</p>')\npage.widget"
IMPORT = "from toolkit.views.page import Page\nfrom toolkit.views.store import Store"


def test_one_kernel_runs_several_notebooks_each_from_nothing(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site")
    names = ["a", "b", "c", "d"]
    fresh = "assert 'mine' not in globals()\nmine = 1"
    paths = [write_page(root, name, fresh, IMPORT, DRAW.format(name)) for name in names]
    runs = run_notebooks(paths, root)
    for path, name in zip(paths, names, strict=True):
        notebook, activities = runs[path]
        [(number, activity)] = activities.items()
        assert activity["screens"][activity["start"]]["html"] == f"<p>{name}</p>"
        assert notebook.cells[-1].execution_count == number


def test_a_notebook_that_fails_is_named_with_what_went_wrong(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site")
    path = write_page(root, "broken", "1 / 0")
    with pytest.raises(ContentError, match=r"broken\.ipynb[^$]*ZeroDivisionError"):
        run_notebooks([path], root)


@pytest.mark.parametrize("silent", [1, 2])
def test_a_kernel_that_never_answers_is_replaced_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, silent: int
) -> None:
    kernels = []

    class Client(NotebookClient):
        def execute(self, **options: object) -> object:
            kernels.append(self.km.provisioner.pid)
            if len(kernels) <= silent:
                raise RuntimeError("Kernel didn't respond in 30 seconds")
            return super().execute(**options)

    monkeypatch.setattr(running, "NotebookClient", Client)
    root = make_site(tmp_path / "site")
    path = write_page(root, "a", IMPORT, DRAW.format("a"))
    if silent == 1:
        assert list(run_notebooks([path], root)) == [path]
    else:
        with pytest.raises(ContentError, match=r"a\.ipynb[^$]*does not answer"):
            run_notebooks([path], root)
    assert len(set(kernels)) == 2


def test_no_notebook_needs_no_kernel(tmp_path: Path) -> None:
    assert run_notebooks([], tmp_path) == {}
