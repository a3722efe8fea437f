"""The command `toolkit`: serve the apps, check content, start new content, assess from a file.

Exit codes: 0, all is well; 1, there are problems in the content; 2, wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from toolkit import __version__
from toolkit.errors import ContentError
from toolkit.serving import commands

__all__ = ["main", "parser"]


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
        return commands.PROBLEMS
    except FileNotFoundError as error:
        print(f"There is no file '{error.filename}'. Check its name.", file=sys.stderr)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
    except OSError as error:
        print(f"That did not work: {error}", file=sys.stderr)
    return commands.WRONG_USE


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands.

    Returns
    -------
    argparse.ArgumentParser
        With one subcommand for each job.
    """
    whole = argparse.ArgumentParser(prog="toolkit", description="The Council AI Toolkit.")
    whole.add_argument("--version", action="version", version=__version__)
    jobs = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add, run, summary in (
        (_serve, commands.serve, "start the apps, print their address and open a browser"),
        (_check, commands.check, "say what is wrong in the content, where, and what to do"),
        (_new, commands.new, "start a case study or a lesson from its template"),
        (_assess, commands.assess, "make a report from a file of saved answers"),
    ):
        name = run.__name__
        job = jobs.add_parser(name, help=summary, description=f"{name.title()}: {summary}.")
        job.set_defaults(run=run)
        add(job)
    return whole


def _serve(job: argparse.ArgumentParser) -> None:
    job.add_argument("--host", default="localhost", help="0.0.0.0 lets other machines in")
    job.add_argument("--port", type=_port, default=8866, help="the first to try; 8866 if not given")
    job.add_argument("--no-browser", action="store_true", help="do not open a browser")


def _check(job: argparse.ArgumentParser) -> None:
    job.add_argument(
        "path", nargs="*", type=Path, help="a file or folder; all content if not given"
    )


def _new(job: argparse.ArgumentParser) -> None:
    job.add_argument("kind", choices=("case", "lesson"))
    job.add_argument("slug", help="its name in addresses, for example: leeds-phone-helper")


def _assess(job: argparse.ArgumentParser) -> None:
    job.add_argument("instrument", help="a self-assessment's id, or its file")
    job.add_argument("answers", type=Path, help="the file of answers that its page saved")
    job.add_argument("--report", type=Path, help="write the report to this file")
    job.add_argument(
        "--format", choices=("markdown", "json"), help="otherwise as the report's name ends"
    )
    job.add_argument("--on", type=_day, help="the report's date; today if not given")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise argparse.ArgumentTypeError("use a number from 0 to 65535")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date like 2026-11-22") from None


def _never_fail_to_print(stream: TextIO) -> None:
    """Show a character that the window does not know as a question mark, and go on."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
