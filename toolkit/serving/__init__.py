"""Serve the toolkit: our Voilà, its template, the pages that need no kernel, the command line.

Imports anything; nothing imports it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.serving.front.options import Options

__all__ = ["serve"]


def serve(
    root: Path | None = None,
    *,
    host: str = "localhost",
    port: int = 8866,
    open_browser: bool = True,
    options: Options | None = None,
) -> None:
    """Serve the toolkit until it is told to stop, and print where it is.

    Parameters
    ----------
    root : Path, optional
        The content folder. Looked for as `toolkit.place.content_root` says if not given.
    host : str
        The name or address to listen on; ``0.0.0.0`` lets other machines in.
    port : int
        The port to listen on. If it is taken, the next free one is used.
    open_browser : bool
        Whether to open a browser where there is one.
    options : toolkit.serving.front.options.Options, optional
        How many visitors, with which password, behind which proxy.

    Raises
    ------
    LookupError
        Where the content folder cannot be found or is not complete.
    ContentError
        Where ``data/identity.yaml`` cannot be used.
    OSError
        Where no port can be listened on.
    """
    # Imported here so that the rest of the command line starts at once.
    from toolkit.serving.launch import run

    run(root, host=host, port=port, open_browser=open_browser, options=options)
