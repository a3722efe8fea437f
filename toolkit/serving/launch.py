"""Start the toolkit's own server: read its settings, refuse what cannot work, open a browser."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from jupyter_core.paths import jupyter_config_path

from toolkit.added import KINDS, VARIABLE, added_folder, content_files, refused_files
from toolkit.identity import read_identity
from toolkit.place import content_root
from toolkit.serving import executor, pages
from toolkit.serving.app import Server
from toolkit.serving.front.house import advice
from toolkit.serving.front.logs import set_logging
from toolkit.serving.front.memory import read_memory
from toolkit.serving.front.open_files import allow_files
from toolkit.serving.front.options import Options
from toolkit.unread import NOT_READ, unread_places

__all__ = ["prepare", "run"]


def run(
    root: Path | None, *, host: str, port: int, open_browser: bool, options: Options | None
) -> None:
    """Serve the toolkit until it is told to stop; see `toolkit.serving.serve`."""
    shown = open_browser and _has_screen()
    prepare(root, host=host, port=port, open_browser=shown, options=options).start()


def prepare(
    root: Path | None = None,
    *,
    host: str = "localhost",
    port: int = 8866,
    open_browser: bool = False,
    options: Options | None = None,
) -> Server:
    """Return a server that has read its settings but does not listen yet.

    Parameters
    ----------
    root, host, port, open_browser, options
        As `toolkit.serving.serve` takes them.

    Returns
    -------
    Server
        Call its ``start``.

    Raises
    ------
    LookupError
        Where the content folder cannot be found or lacks ``voila.json``.
    ContentError
        Where ``data/identity.yaml`` cannot be used.
    """
    options = options or Options()
    root = root.resolve() if root else content_root()
    read_identity(root / "data" / "identity.yaml")  # better refused now than half shown later
    if not (root / "voila.json").is_file():
        raise LookupError(f"{root} has no file 'voila.json'. Copy it back from the toolkit.")
    _set_environment(root)
    _say_what_is_added()
    executor.install()
    pages.install()
    memory = read_memory()
    for sentence in (*advice(options, memory), *allow_files(options.places(memory))):
        print(sentence, flush=True)
    told = _set_logging(options.log)
    server = Server(
        root_dir=str(root),
        ip=host,
        port=port,
        open_browser=open_browser,
        base_url=options.path,
        options=options,
        log_level=logging.ERROR,
        config_file_paths=[str(root), *jupyter_config_path()],
    )
    server.initialize([])
    server.log.handlers, server.log.propagate = [told], False
    server.log.setLevel(logging.ERROR)
    server.config.VoilaConfiguration.resources = {"home": server.site.home}
    return server


def _say_what_is_added() -> None:
    """Tell whoever starts the toolkit what comes from a folder of their own, and what does not.

    The folder is named from the disk's top from here on: kernels work in other folders.
    """
    folder = added_folder()
    if folder is None:
        return
    os.environ[VARIABLE] = str(folder)
    added = {kind: sum(file.added for file in content_files(kind)) for kind in KINDS}
    told = ", ".join(f"{count} in {kind}" for kind, count in added.items())
    print(f"Added from {folder}: {told}.", flush=True)
    for error in (error for kind in KINDS for error in refused_files(kind)):
        print(f"Left out: {error}", flush=True)
    for path in unread_places(folder):
        print(f"Left out: {path}: {NOT_READ.what}; {NOT_READ.remedy}.", flush=True)


def _set_logging(form: str = "") -> logging.Handler:
    """Tell of visits, and why a page could not be shown.

    Voilà hands a failed cell's traceback to the logger that traitlets keeps for code outside an
    application, and that one speaks to nobody. A cell's source and traceback go to whoever runs
    the server; they hold nothing that a visitor typed.
    """
    handler = set_logging(form or ("text" if sys.stderr.isatty() else "json"))
    failures = logging.getLogger("traitlets")
    failures.handlers, failures.propagate = [handler], False
    failures.setLevel(logging.ERROR)
    return handler


def _set_environment(root: Path) -> None:
    """Set what kernels inherit."""
    os.environ["TOOLKIT_ROOT"] = str(root)  # the same content whatever their working folder
    # No remark of the debugger about frozen modules for every page that is opened.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")


def _has_screen() -> bool:
    """Return whether a browser can be opened that is not a text browser in this terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
