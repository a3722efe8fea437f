"""Data sets: CSV files with a ``datapackage.yaml`` that says what they are and may be used for.

A CSV cannot carry its own provenance, so a column that is not described is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from toolkit.csvfile import Column, Value, read_rows
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.place import content_root
from toolkit.schema import check
from toolkit.yamlfile import read_yaml

__all__ = ["Dataset", "Table", "load_dataset", "read_dataset"]


@dataclass(frozen=True)
class Table:
    """One CSV file: its columns and its rows.

    Parameters
    ----------
    name : str
        Its name in the data set.
    columns : tuple of Column
        In the order of the file.
    rows : tuple of mapping
        One value or None for each column. ``pandas.DataFrame(table.rows)`` makes a data frame.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Value], ...]


@dataclass(frozen=True)
class Dataset:
    """What a folder of `data` holds.

    Parameters
    ----------
    name, title, description, version : str
        What it is.
    kind : str
        ``real``, ``synthetic`` or ``derived``. Show it beside anything made from the data.
    licence : str
        The short names of its licences.
    sources : tuple of str
        Where it comes from.
    tables : tuple of Table
        One for each CSV file.
    """

    name: str
    title: str
    description: str
    version: str
    kind: Literal["real", "synthetic", "derived"]
    licence: str
    sources: tuple[str, ...]
    tables: tuple[Table, ...]

    def __getitem__(self, name: str) -> Table:
        for table in self.tables:
            if table.name == name:
                return table
        advice = did_you_mean(name, [table.name for table in self.tables])
        raise LookupError(f"'{self.name}' has no table '{name}'; {advice}")


def load_dataset(name: str, root: Path | None = None) -> Dataset:
    """Return a data set by the name of its folder.

    Parameters
    ----------
    name : str
        For example ``published-figures``.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Dataset
        What it says of itself, and its rows.

    Raises
    ------
    LookupError
        Where there is no such data set; the nearest name is given.
    ContentError
        Where something in it is wrong.

    Examples
    --------
    >>> load_dataset("published-figures").kind
    'real'
    """
    folder = (root or content_root()) / "data"
    known = [path.parent.name for path in folder.glob("*/datapackage.yaml")]
    if name not in known:
        raise LookupError(f"There is no data set '{name}'; {did_you_mean(name, known)}")
    return read_dataset(folder / name)


def read_dataset(folder: Path) -> Dataset:
    """Return the data set that a folder holds.

    Parameters
    ----------
    folder : Path
        Holds ``datapackage.yaml`` and the CSV files it names.

    Returns
    -------
    Dataset
        What it says of itself, and its rows.

    Raises
    ------
    ContentError
        Where ``datapackage.yaml`` or a CSV file is missing or wrong. Undescribed columns,
        and every value that does not fit its column, are among what is listed.
    """
    path = folder / "datapackage.yaml"
    raw: dict[str, Any] = read_yaml(path)
    problems = check(raw, "dataset")
    if not problems and raw["name"] != folder.name:
        problems.append(
            Problem("name", f"is '{raw['name']}'", f"write the folder's: {folder.name}")
        )
    if problems:
        raise ContentError(path, problems)
    return Dataset(
        **{name: raw[name] for name in ("name", "title", "description", "version", "kind")},
        licence=", ".join(licence["name"] for licence in raw["licenses"]),
        sources=tuple(source["title"] for source in raw["sources"]),
        tables=tuple(_table(folder, resource) for resource in raw["resources"]),
    )


def _table(folder: Path, raw: dict[str, Any]) -> Table:
    columns = tuple(_column(field) for field in raw["schema"]["fields"])
    return Table(raw["name"], columns, read_rows(folder / raw["path"], columns))


def _column(raw: dict[str, Any]) -> Column:
    limits = raw.get("constraints", {})
    return Column(
        raw["name"],
        raw["type"],
        raw["description"],
        limits.get("required", False),
        limits.get("unique", False),
        tuple(limits.get("enum", ())),
    )
