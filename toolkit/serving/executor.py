"""How the cells of a served page are run: never for ever, and never with a traceback.

Voilà runs each cell with nbclient. Five things are put right here.

1. nbclient stands in for the browser while a cell runs, also for ``Output`` widgets: it sends
   their state on the socket that the running cell's reply is awaited on. ZeroMQ tells of new
   messages only once (its file descriptor is edge-triggered), and sending uses that one telling
   up, so the reply may never be noticed and the page never ends. After each send the socket is
   asked to look again. Upstream: nbclient issues 311 and 312, voila issue 1428.
2. What a visitor is told when a cell fails: the words of a `toolkit.errors.ContentError`, which
   are written for people, and nothing of any other error.
3. A visitor waits for a new kernel no longer than it takes to be heard. jupyter_client listens for
   at least 0.2 seconds after that, to be sure that nothing more comes.
4. A kernel that dies while it runs a cell fails that cell, as an error in it would: the visitor is
   told, and no further cell is tried. Jupyter may start such a kernel anew, empty and of use to
   nobody, within the second between two looks of nbclient, which waits for its answer then. A
   kernel that the server let go, because its visitor has left, is no fault to tell of.
5. Jupyter's server may begin to listen to a kernel only when it has started, and then takes it for
   one that starts until it says something more. A browser's line waits for that: half a second.
"""

from __future__ import annotations

from contextlib import suppress
from queue import Empty
from time import monotonic
from typing import Any

import voila.notebook_renderer
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbclient.output_widget import OutputWidget
from nbformat.v4 import new_output
from tornado.web import HTTPError
from voila.execute import VoilaExecutor

from toolkit.added import added_folder
from toolkit.place import content_root

__all__ = ["AttentiveOutput", "Executor", "install", "wait_until_heard"]

BETWEEN_QUESTIONS = 0.1, 1.0  # seconds: at first, and at most


class AttentiveOutput(OutputWidget):
    """nbclient's stand-in for an ``Output`` widget, listening again after it has spoken."""

    def send(self, *args: Any, **kwargs: Any) -> None:
        """Send a message, then have the socket look for the messages that came meanwhile."""
        super().send(*args, **kwargs)
        socket = getattr(self.kernel_client.shell_channel, "socket", None)
        # Private to pyzmq, so its absence must not break a page; a test watches over the cure.
        look_again = getattr(socket, "_schedule_remaining_events", None)
        if look_again is not None:
            look_again()


class Executor(VoilaExecutor):
    """Voilà's way to run cells, with attentive outputs and plain words for errors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._process: int | None = None
        self.widget_registry = {"@jupyter-widgets/output": {"OutputModel": AttentiveOutput}}

    async def async_start_new_kernel_client(self) -> Any:
        """Return a client of the kernel, once what the kernel tells everybody reaches it."""
        self.kc = self.km.client()
        self.kc.start_channels()
        self.kc.allow_stdin = False
        await wait_until_heard(self.kc, self.startup_timeout)
        self._process = self._process_now()
        if getattr(self.km, "execution_state", "") == "starting":
            self.km.execution_state = "idle"
        return self.kc

    async def execute_cell(
        self, cell: Any, resources: Any, cell_index: int, store_history: bool = True
    ) -> Any:
        """Run a cell; where its kernel dies, leave an error in it and end the kernel for good."""
        try:
            return await super().execute_cell(cell, resources, cell_index, store_history)
        except DeadKernelError as error:
            cell["outputs"] = [new_output("error", ename="DeadKernelError")]
            if not self._is_kept():
                raise TimeoutError from error  # Voilà says nothing of that one
            with suppress(HTTPError, KeyError):  # it may be ended meanwhile
                await self.km.parent.shutdown_kernel(self.km.kernel_id, now=True)
            raise CellExecutionError("", "DeadKernelError", str(error)) from error

    async def _async_check_alive(self) -> None:
        """Raise a `DeadKernelError` also for a kernel that was let go or started anew."""
        if not self._is_kept() or self._process_now() != self._process:
            raise DeadKernelError("The kernel has ended.")
        await super()._async_check_alive()

    def _is_kept(self) -> bool:
        """Return whether the server has the kernel still, and is not just ending it."""
        return self.km.kernel_id in self.km.parent and not self.km.shutting_down

    def _process_now(self) -> int | None:
        return getattr(self.km.provisioner, "pid", None)

    def show_code_cell_timeout(self, cell: Any) -> None:
        """Show that the part failed; Voilà would tell the visitor which setting to change."""
        super().show_code_cell_timeout(cell)
        self.strip_code_cell_errors(cell)

    def strip_code_cell_errors(self, cell: Any) -> Any:
        """Leave of each error only what is meant for the visitor."""
        if cell["cell_type"] != "code":
            return cell
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                told = output["ename"] == "ContentError"
                output["evalue"] = _from_root(output["evalue"]) if told else ""
                output["traceback"] = []
        return cell


async def wait_until_heard(client: Any, patience: float) -> None:
    """Wait until the first message that a kernel sends to everybody has come.

    An answer that is sent before would be lost. ipykernel greets each new listener; another
    kernel speaks when it is asked something.

    Parameters
    ----------
    client : jupyter_client.asynchronous.AsyncKernelClient
        Its channels are open.
    patience : float
        How long to wait, in seconds.

    Raises
    ------
    RuntimeError
        Where the kernel has ended, or is silent for too long.
    """
    pause, longest = BETWEEN_QUESTIONS
    end = monotonic() + patience
    while monotonic() < end:
        with suppress(Empty):
            await client.iopub_channel.get_msg(timeout=pause)
            return
        client.kernel_info()
        pause = min(2 * pause, longest)
        if not await client.is_alive():
            raise RuntimeError("the kernel has ended before it was ready")
    raise RuntimeError(f"the kernel was silent for {patience} seconds")


def _from_root(text: str) -> str:
    """Return a message whose files are named from the content folder, not from the disk's top."""
    for folder in filter(None, (content_root(), added_folder())):
        text = text.replace(f"{folder.as_posix()}/", "")
    return text


def install() -> None:
    """Have Voilà use our executor."""
    # Voilà names its executor in the module and offers no setting for it.
    voila.notebook_renderer.VoilaExecutor = Executor
