"""How the cells of a served page are run: never for ever, and never with a traceback.

Voilà runs each cell with nbclient. Two things are put right here.

1. nbclient stands in for the browser while a cell runs, also for ``Output`` widgets: it sends
   their state on the socket that the running cell's reply is awaited on. ZeroMQ tells of new
   messages only once (its file descriptor is edge-triggered), and sending uses that one telling
   up, so the reply may never be noticed and the page never ends. After each send the socket is
   asked to look again. Upstream: nbclient issues 311 and 312, voila issue 1428.
2. What a visitor is told when a cell fails: the words of a `toolkit.errors.ContentError`, which
   are written for people, and nothing of any other error.
"""

from __future__ import annotations

from typing import Any

import voila.notebook_renderer
from nbclient.output_widget import OutputWidget
from voila.execute import VoilaExecutor

from toolkit.added import added_folder
from toolkit.place import content_root

__all__ = ["AttentiveOutput", "Executor", "install"]


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
        self.widget_registry = {"@jupyter-widgets/output": {"OutputModel": AttentiveOutput}}

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


def _from_root(text: str) -> str:
    """Return a message whose files are named from the content folder, not from the disk's top."""
    for folder in filter(None, (content_root(), added_folder())):
        text = text.replace(f"{folder.as_posix()}/", "")
    return text


def install() -> None:
    """Have Voilà use our executor."""
    # Voilà names its executor in the module and offers no setting for it.
    voila.notebook_renderer.VoilaExecutor = Executor
