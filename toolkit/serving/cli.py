"""The command `toolkit`: serve the apps, check content, start new, assess, export.

Exit codes: 0, all is well; 1, there are problems in the content; 2, wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from toolkit import __version__
from toolkit.errors import ContentError
from toolkit.serving.jobs import (
    PROBLEMS,
    WRONG_USE,
    assess,
    check,
    compare,
    diff,
    export,
    fields,
    group,
    import_cases,
    import_surveyjs,
    lite,
    new,
    register,
    serve,
    site,
    words,
)

__all__ = ["main", "parser"]

# As `toolkit --help` lists them.
JOBS = (
    serve, check, new, import_cases, export, assess, group, register, compare, diff, fields,
    import_surveyjs, site, lite, words,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        What was typed after ``toolkit``. Taken from the command line if not given.

    Returns
    -------
    int
        0, 1 or 2, as this module's first lines say.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_print(stream)
    asked = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = asked.run
    try:
        return run(asked)
    except ContentError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except FileNotFoundError as error:
        print(_not_there(Path(str(error.filename))), file=sys.stderr)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
    except OSError as error:
        print(f"That did not work: {error}", file=sys.stderr)
    return WRONG_USE


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands.

    Returns
    -------
    argparse.ArgumentParser
        With one subcommand for each job.
    """
    whole = argparse.ArgumentParser(prog="toolkit", description="The Council AI Toolkit.")
    whole.add_argument("--version", action="version", version=__version__)
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for module in JOBS:
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        name, summary = getattr(module, "NAME", name), module.SUMMARY
        command = commands.add_parser(name, help=summary, description=f"{name.title()}: {summary}.")
        command.set_defaults(run=module.run)
        module.add(command)
    return whole


def _not_there(path: Path) -> str:
    """Say what is missing: a file to read, or the folder around it, also of a file to write."""
    what, name = ("file", path) if path.parent.is_dir() else ("folder", path.parent)
    return f"There is no {what} '{name}'. Check its name."


def _never_fail_to_print(stream: TextIO) -> None:
    """Show a character that the window does not know as a question mark, and go on."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
