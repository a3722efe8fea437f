"""Serve the apps."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from getpass import getpass
from ipaddress import ip_network
from pathlib import Path

from toolkit.serving.front.options import Options
from toolkit.serving.jobs import OK

__all__ = ["SUMMARY", "add", "run"]

MOST = 10_000
SUMMARY = "start the apps, print their address and open a browser"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("--host", default="localhost", help="0.0.0.0 lets other machines in")
    job.add_argument("--port", type=_port, default=8866, help="the first to try; 8866 if not given")
    job.add_argument("--audience", type=_people, default=0, metavar="N",
                     help="how many people at once; the others wait for their turn")  # fmt: skip
    job.add_argument("--ready", default="", metavar="PAGES",
                     help="pages to have ready for the audience, with commas between them;"
                     " by what is visited if not given")  # fmt: skip
    job.add_argument("--password", action="store_true", help="ask for a password for visitors")
    job.add_argument("--password-file", type=Path, metavar="FILE", help="read it from a file")
    job.add_argument("--token-file", type=Path, metavar="FILE",
                     help="a file with what programs send to read /metrics")  # fmt: skip
    job.add_argument("--base-url", default="/", metavar="PATH",
                     help="the path behind a proxy, for example /ai/")  # fmt: skip
    job.add_argument("--proxy", action="append", default=[], type=_address, metavar="ADDRESS",
                     help="a proxy on another computer, which is believed")  # fmt: skip
    job.add_argument("--log", choices=("text", "json"), default="", help="how events are told")
    job.add_argument("--content", type=Path, help="a folder of your own with more content")
    job.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(asked: Namespace) -> int:
    """Serve the apps until told to stop."""
    from toolkit import serving
    from toolkit.added import VARIABLE
    from toolkit.serving.kernels.making import VARIABLE as READY

    if asked.content:
        os.environ[VARIABLE] = str(asked.content)
    if asked.ready:
        os.environ[READY] = asked.ready
    options = Options(
        audience=asked.audience,
        password=_password(asked),
        token=_secret(asked.token_file, "TOOLKIT_TOKEN"),
        base=asked.base_url,
        proxies=tuple(asked.proxy),
        log=asked.log,
    )
    serving.serve(
        host=asked.host, port=asked.port, open_browser=not asked.no_browser, options=options
    )
    return OK


def _password(asked: Namespace) -> str:
    """Return the password from wherever it is kept: never the command line, which others see."""
    found = _secret(asked.password_file, "TOOLKIT_PASSWORD")
    if not asked.password or found:
        return found
    if not sys.stdin.isatty():
        raise LookupError("There is nobody to ask for a password. Put it in a file and name the"
                          " file with --password-file.")  # fmt: skip
    return _not_empty(getpass("Password for visitors: "), "The password")


def _secret(path: Path | None, variable: str) -> str:
    """Return what a file or a variable holds, and leave it to no kernel to find there."""
    kept = os.environ.pop(variable, "")
    if path is None:
        return kept
    return _not_empty(path.read_text("utf-8").strip(), f"The file '{path}'")


def _not_empty(text: str, name: str) -> str:
    if not text:
        raise LookupError(f"{name} is empty. Choose one that others cannot guess.")
    return text


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise ArgumentTypeError("use a number from 0 to 65535")
    return int(text)


def _people(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        raise ArgumentTypeError(f"use a number from 1 to {MOST}")
    return int(text)


def _address(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError:
        raise ArgumentTypeError(
            "use the proxy's IP address or network, for example 10.0.0.5 or 10.0.0.0/8"
        ) from None
