"""Print how a self-assessment's file is written, with every field there is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from toolkit.serving.jobs import OK

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "print every field that a self-assessment's file may have, in Markdown"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command: nothing."""


def run(asked: Namespace) -> int:
    """Print the guide; ``data/instruments/format.md`` is this."""
    from toolkit.assessment.format_document import format_document
    from toolkit.document.markdown import as_markdown

    print(as_markdown(format_document()), end="")
    return OK
