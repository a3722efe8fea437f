"""Serve the apps."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from toolkit.serving.jobs import OK

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "start the apps, print their address and open a browser"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("--host", default="localhost", help="0.0.0.0 lets other machines in")
    job.add_argument("--port", type=_port, default=8866, help="the first to try; 8866 if not given")
    job.add_argument("--content", type=Path, help="a folder of your own with more content")
    job.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(asked: Namespace) -> int:
    """Serve the apps until told to stop."""
    from toolkit import serving
    from toolkit.added import VARIABLE

    if asked.content:
        os.environ[VARIABLE] = str(asked.content)
    serving.serve(host=asked.host, port=asked.port, open_browser=not asked.no_browser)
    return OK


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise ArgumentTypeError("use a number from 0 to 65535")
    return int(text)
