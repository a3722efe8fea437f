"""Frameworks made up for tests, and the file one is read from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from toolkit.frameworks.catalogue import read_framework
from toolkit.frameworks.framework import Framework

TEA: dict[str, Any] = {
    "id": "tea-act",
    "name": "Tea Act 2001",
    "short": "Tea Act",
    "publisher": "Parliament",
    "year": 2001,
    "kind": "law",
    "force": "binding",
    "where": "Wales",
    "nations": ["Wales"],
    "about": "How to make tea.",
    "audience": "Councils.",
    "asks": ["Warm the pot."],
    "parts": [{"part": "section 1 (pots)", "says": "Warm it first.", "checked": "the-law"}],
    "legislation": ["https://www.legislation.gov.uk/ukpga/2001/7"],
    "fit": "It suits councils.",
    "caveats": ["Not read to the end."],
    "sources": [{"publisher": "example.org", "url": "https://example.org/tea", "link_ok": True}],
    "confidence": "high",
    "reviewed": {"on": "2026-11-22", "by": "nobody"},
}
GUIDE: dict[str, Any] = {
    **{name: TEA[name] for name in TEA if name not in ("parts", "legislation")},
    "id": "biscuit-guide",
    "name": "Guide to biscuits",
    "short": "Biscuit guide",
    "kind": "guidance",
    "force": "choice",
    "where": "Great Britain",
    "nations": ["England", "Scotland", "Wales"],
    "about": "Which biscuit to offer.",
    "asks": ["Offer two."],
}
ABROAD: dict[str, Any] = {
    **GUIDE,
    "id": "coffee-code",
    "name": "Code on coffee",
    "short": "Coffee code",
    "kind": "standard",
    "force": "elsewhere",
    "where": "Italy",
    "nations": [],
    "about": "How to drink coffee.",
}


def write_framework(folder: Path, raw: dict[str, Any], **changes: Any) -> Path:
    """Write a framework where a content folder keeps it; a change to None leaves a line out."""
    place = folder / "data" / "frameworks"
    place.mkdir(parents=True, exist_ok=True)
    said = {name: value for name, value in {**raw, **changes}.items() if value is not None}
    path = place / f"{raw['id']}.yaml"
    path.write_text(yaml.safe_dump(said, sort_keys=False), "utf-8")
    return path


def frameworks(folder: Path) -> tuple[Framework, ...]:
    """Return the three of them, as read."""
    return tuple(read_framework(write_framework(folder, raw)) for raw in (TEA, GUIDE, ABROAD))
