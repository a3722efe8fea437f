"""The files that frameworks are read from, and what has to be right in each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit.errors import ContentError, Problem
from toolkit.frameworks.framework import FORCES, Framework, Part, Source
from toolkit.place import content_root
from toolkit.prose import long_sentences
from toolkit.schema import check
from toolkit.yamlfile import Json, read_yaml

__all__ = ["framework_ids", "load_frameworks", "read_framework"]

_SURENESS = ("low", "medium", "high")


def load_frameworks(root: Path | None = None) -> tuple[Framework, ...]:
    """Return every framework of a content folder, what binds councils first.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of Framework
        By force, then by short name.

    Raises
    ------
    ContentError
        Where one cannot be used; it says what to put right.
    """
    found = [read_framework(path) for path in _paths(root)]
    order = list(FORCES)
    return tuple(sorted(found, key=lambda one: (order.index(one.force), one.short.lower())))


def framework_ids(root: Path | None = None) -> tuple[str, ...]:
    """Return the id of every framework file, without reading the files.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of str
        By name.
    """
    return tuple(path.stem for path in _paths(root))


def read_framework(path: Path) -> Framework:
    """Return the framework that a file describes.

    Parameters
    ----------
    path : Path
        A YAML file.

    Returns
    -------
    Framework
        The framework.

    Raises
    ------
    ContentError
        Where the file does not fit its schema, or the parts of it do not fit together.
    """
    raw = read_yaml(path)
    problems = check(raw, "framework")
    if not problems:
        problems = [*_misfits(raw, path.stem), *_too_long(raw)]
    if problems:
        raise ContentError(path, problems)
    return _build(raw)


def _paths(root: Path | None) -> list[Path]:
    return sorted(((root or content_root()) / "data" / "frameworks").glob("[a-z0-9]*.yaml"))


def _misfits(raw: Mapping[str, Any], stem: str) -> list[Problem]:
    """Return where two lines of a file contradict each other."""
    problems = []
    if raw["id"] != stem:
        what = f"is '{raw['id']}', but the file is called '{stem}'"
        problems.append(Problem("id", what, "make the id and the file's name the same"))
    if (raw["force"] == "elsewhere") == bool(raw["nations"]):
        what = f"does not fit with force '{raw['force']}'"
        problems.append(Problem("nations", what, "name nations of the UK, or 'elsewhere' for none"))
    if raw["force"] == "binding" and not ("parts" in raw and "legislation" in raw):
        advice = "a law that binds councils needs both"
        problems.append(Problem("parts and legislation", "missing", advice))
    if not raw["sources"] and any(p["checked"] != "not-checked" for p in raw.get("parts", ())):
        what = "is empty, but a part is said to be checked"
        problems.append(Problem("sources", what, "name what was read, or write 'not-checked'"))
    return [*problems, *_too_sure(raw)]


def _too_sure(raw: Mapping[str, Any]) -> list[Problem]:
    """Return where a file is surer of itself than what was checked allows."""
    parts = raw.get("parts", ())
    unchecked = sum(part["checked"] == "not-checked" for part in parts)
    most = "low" if 2 * unchecked > len(parts) else "medium" if unchecked else "high"
    if _SURENESS.index(raw["confidence"]) <= _SURENESS.index(most):
        return []
    what = f"is '{raw['confidence']}', but {unchecked} of {len(parts)} parts are not checked"
    return [Problem("confidence", what, f"write '{most}', or check more parts")]


def _too_long(raw: Mapping[str, Any]) -> list[Problem]:
    texts = [(name, raw[name]) for name in ("about", "audience", "fit")]
    texts += [(name, text) for name in ("asks", "caveats") for text in raw[name]]
    texts += [("parts", part["says"]) for part in raw.get("parts", ())]
    found = [problem for name, text in texts for problem in long_sentences(name, text)]
    return [problem for problem in found if not problem.warning]


def _build(raw: Mapping[str, Json]) -> Framework:
    said: dict[str, Any] = dict(raw)
    reviewed = said.pop("reviewed")
    lists = ("nations", "asks", "principles", "caveats", "legislation")
    return Framework(
        **{
            **said,
            **{name: tuple(said.get(name, ())) for name in lists},
            "parts": tuple(Part(**part) for part in said.get("parts", ())),
            "sources": tuple(Source(**source) for source in said["sources"]),
        },
        reviewed_on=reviewed["on"],
        reviewed_by=reviewed["by"],
    )
