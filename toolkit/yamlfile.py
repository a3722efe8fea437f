"""Strict YAML: a repeated key is an error, and only true and false are true and false."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from toolkit.errors import ContentError, Problem

__all__ = ["Json", "parse_yaml", "read_yaml"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def parse_yaml(text: str, file: Path | str) -> dict[str, Json]:
    """Return the mapping that a YAML text holds.

    Dates come back as ISO text, so that what was read can be written as JSON.

    Parameters
    ----------
    text : str
        YAML 1.2.
    file : path or str
        Where the text came from, for the error message.

    Returns
    -------
    dict
        Strings, numbers, booleans, None, lists and dicts only.

    Raises
    ------
    ContentError
        Where the text is not YAML, repeats a key, or is not a mapping at its top level.

    Examples
    --------
    >>> parse_yaml("id: yes", "a.yaml")
    {'id': 'yes'}
    """
    try:
        loaded = YAML(typ="safe", pure=True).load(text)
    except DuplicateKeyError as error:
        raise ContentError(file, [_duplicate(error)]) from None
    except MarkedYAMLError as error:
        raise ContentError(file, [_broken(error)]) from None
    except YAMLError as error:
        raise ContentError(file, [Problem("file", f"is not YAML: {error}")]) from None
    if not isinstance(loaded, dict):
        raise ContentError(
            file, [Problem("file", "is not a list of 'name: value' lines", "start from a template")]
        )
    return cast(dict[str, Json], _plain(loaded))


def read_yaml(path: Path) -> dict[str, Json]:
    """Return the mapping that a YAML file holds.

    Parameters
    ----------
    path : Path
        A UTF-8 file.

    Returns
    -------
    dict
        As `parse_yaml` returns it.

    Raises
    ------
    ContentError
        Where the file is missing, is not UTF-8 text, or `parse_yaml` refuses it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path, [Problem("file", "is not there", "check its name")]) from None
    except UnicodeDecodeError:
        raise ContentError(path, [Problem("file", "is not UTF-8 text", "save as UTF-8")]) from None
    return parse_yaml(text, path)


def _plain(value: object) -> Json:
    """Turn what the YAML library returns into what JSON can hold."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return cast(Json, value)


def _line(error: MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f"line {mark.line + 1}" if mark else "file"


def _duplicate(error: DuplicateKeyError) -> Problem:
    name = str(error.problem).split('"')[1] if '"' in str(error.problem) else "a name"
    return Problem(_line(error), f"'{name}' is written twice", "keep one of them")


def _broken(error: MarkedYAMLError) -> Problem:
    return Problem(
        _line(error),
        f"cannot be read as YAML: {error.problem or error.context}",
        "check the spaces at the start of the line, and put text that holds ': ' in quotes",
    )
