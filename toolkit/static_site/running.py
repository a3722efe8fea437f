"""Run notebooks for real, each in a kernel, and bring back what their activities show."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.static_site.rehearsal import MEDIA_TYPE

__all__ = ["Run", "run_notebooks"]

KERNELS = 2
LONGEST = 120  # seconds for one cell
PATIENCE = 30  # seconds for a kernel to answer
BEFORE = "%reset -f"  # a kernel is used again: a notebook starts with nothing of the one before
AFTER = (
    "from toolkit.static_site.rehearsal import rehearse_all as _rehearse_all\n_rehearse_all(Out)"
)

Run = tuple[Any, Mapping[int, Mapping[str, Any]]]


class _NoAnswerError(ContentError):
    """A notebook whose kernel does not answer."""


def run_notebooks(paths: Sequence[Path], root: Path) -> dict[Path, Run]:
    """Return each notebook as it was run, and its activities by the number of their cell.

    Parameters
    ----------
    paths : sequence of Path
        The notebooks.
    root : Path
        The content folder.

    Returns
    -------
    dict
        For each path, the notebook and what `toolkit.static_site.rehearsal.rehearse` returned,
        by execution count.

    Raises
    ------
    ContentError
        Where a cell of a notebook fails, or two kernels in turn do not answer.
    """
    waiting: SimpleQueue[Path] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    kernels = min(KERNELS, len(paths))
    with ThreadPoolExecutor(max(kernels, 1)) as pool:
        done = [pool.submit(_run_in_turn, waiting, root) for _ in range(kernels)]
        return {path: run for one in done for path, run in one.result().items()}


def _run_in_turn(waiting: SimpleQueue[Path], root: Path) -> dict[Path, Run]:
    """Run what waits, one notebook after the other, in a kernel of its own."""
    kernel = _start(root)
    done: dict[Path, Run] = {}
    try:
        while True:
            path = waiting.get_nowait()
            try:
                done[path] = _run(path, kernel)
            except _NoAnswerError:  # seen once; a new kernel answers
                kernel.shutdown_kernel(now=True)
                kernel = _start(root)
                done[path] = _run(path, kernel)
    except Empty:
        return done
    finally:
        kernel.shutdown_kernel(now=True)


def _start(root: Path) -> KernelManager:
    kernel = KernelManager(kernel_name="python3")
    # Words are counted in sets here and there: the same order each time makes the same page.
    settings = {"PYTHONHASHSEED": "0", "TOOLKIT_ROOT": str(root)}
    kernel.start_kernel(
        cwd=str(root), env=os.environ | settings, extra_arguments=["--log-level=ERROR"]
    )
    return kernel


def _run(path: Path, kernel: KernelManager) -> Run:
    notebook = nbformat.read(path, as_version=4)
    first, last = (nbformat.v4.new_code_cell(code) for code in (BEFORE, AFTER))
    notebook.cells = [first, *notebook.cells, last]
    client = NotebookClient(notebook, km=kernel, timeout=LONGEST, startup_timeout=PATIENCE)
    try:
        client.execute()
    except RuntimeError as error:  # nbclient's, where a kernel is silent or has died
        advice = _("make the copy again when the computer has less to do")
        raise _NoAnswerError(
            path, [Problem(_("its kernel"), _("does not answer"), advice)]
        ) from error
    except CellExecutionError as error:
        what = _("fails: {error}").format(error=f"{error.ename}: {error.evalue}")
        problem = Problem(_("a cell"), what, _("run it in JupyterLab and put it right"))
        raise ContentError(path, [problem]) from error
    finally:
        if client.kc is not None:
            client.kc.stop_channels()
    notebook.cells = notebook.cells[1:-1]
    [rehearsed] = last.outputs
    # The kernel goes on counting from the notebook before; the notebook's own count starts at 1.
    before = rehearsed["execution_count"] - last.execution_count
    found = rehearsed["data"][MEDIA_TYPE]
    return notebook, {int(number) - before: activity for number, activity in found.items()}
