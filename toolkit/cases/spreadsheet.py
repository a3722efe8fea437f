"""Stub."""


def spreadsheet_template() -> str:
    """Return."""
    return ""


__all__ = ["spreadsheet_template"]
