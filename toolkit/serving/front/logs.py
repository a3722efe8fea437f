"""What is told while the server runs: one line per event, for a person or for a program.

No line holds anything a visitor typed: pages are named as the toolkit names them, never by the
address that was asked for, and no visitor's own address is kept.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

__all__ = ["FORMS", "Json", "Plain", "set_logging", "tell"]

FORMS = ("text", "json")
EVENTS = "toolkit.served"


def tell(event: str, **facts: Any) -> None:
    """Tell of one event.

    Parameters
    ----------
    event : str
        What happened, for example ``page`` or ``kernel started``.
    **facts
        Numbers and names of ours; never anything a visitor typed.
    """
    logging.getLogger(EVENTS).info(event, extra={"facts": facts})


class Json(logging.Formatter):
    """One JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as JSON: time, level, event, facts."""
        told = {"time": _time(record), "level": record.levelname.lower()}
        if record.name == EVENTS:
            told |= {"event": record.getMessage(), **getattr(record, "facts", {})}
        else:
            told |= {"event": "message", "from": record.name, "text": _whole(record)}
        return json.dumps(told, ensure_ascii=False)


class Plain(logging.Formatter):
    """One line that reads well in a window."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as text."""
        clock = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")
        if record.name != EVENTS:
            return f"{clock} {_whole(record)}"
        facts = getattr(record, "facts", {})
        told = ", ".join(f"{name.replace('_', ' ')} {fact}" for name, fact in facts.items())
        return f"{clock} {record.getMessage()}{': ' if told else ''}{told}"


class NoRequests(logging.Filter):
    """Keep what was asked for, and by whom, out of what is told of an error."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Leave the reason of an error, and take out the request."""
        if str(record.msg).startswith("Uncaught exception"):
            record.msg, record.args = "A request could not be answered.", ()
        return True


def set_logging(form: str, stream: TextIO | None = None) -> logging.Handler:
    """Send events and errors to one place, in one form.

    Parameters
    ----------
    form : {"text", "json"}
        For a person or for a program.
    stream : TextIO, optional
        Where to; the standard error stream if not given.

    Returns
    -------
    logging.Handler
        What other loggers may be given as well.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Json() if form == "json" else Plain())
    everything = logging.getLogger()
    everything.handlers = [old for old in everything.handlers if not _is_ours(old)] + [handler]
    logging.getLogger(EVENTS).setLevel(logging.INFO)
    # Visits are events. What tornado says of them beside that has what a stranger sent in it.
    for name in ("tornado.access", "tornado.application", "tornado.general"):
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("tornado.application").addFilter(NoRequests())
    return handler


def _is_ours(handler: logging.Handler) -> bool:
    return isinstance(handler.formatter, Json | Plain)


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _whole(record: logging.LogRecord) -> str:
    """Return a message with the reason of the error it tells of."""
    reason = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
    return "\n".join(filter(None, (record.getMessage(), reason)))
