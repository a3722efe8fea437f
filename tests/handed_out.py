"""What a page handed out as a file, as a test reads it."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

__all__ = ["bytes_of", "text_of"]


def bytes_of(message: dict[str, Any]) -> bytes:
    """Return what the file of a download holds."""
    return b64decode(message["base64"])


def text_of(message: dict[str, Any]) -> str:
    """Return the text that the file of a download holds."""
    return bytes_of(message).decode()
