"""The parts of a report to a committee: their order, what an author adds, what answers go in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit.assessment.instrument import Instrument
from toolkit.document.blocks import Block, Phrase
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import N_
from toolkit.place import content_root
from toolkit.report.model import model_of
from toolkit.schema import check
from toolkit.yamlfile import read_yaml

__all__ = ["BLANK", "Matter", "Part", "Parts", "load_parts", "read_parts"]

BLANK = N_("To be completed by the report author")


@dataclass(frozen=True)
class Matter:
    """What a committee is told of one kind of result.

    Parameters
    ----------
    purpose : str
        Why the committee has the report.
    recommendations : tuple of Phrase
        What it is asked to do; never more than the result says.
    found, conditions : tuple of Block
        What was found; what has to be put in place, with blanks for owner and date.
    options : tuple of (str, str)
        What could be decided, and what the self-assessment says of it.
    changes : tuple of Phrase
        What could be changed first, and what that would lead to.
    risk : tuple of Block
        The risks.
    """

    purpose: str
    recommendations: tuple[Phrase, ...]
    found: tuple[Block, ...] = ()
    conditions: tuple[Block, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    changes: tuple[Phrase, ...] = ()
    risk: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of the report.

    Parameters
    ----------
    id, title : str
        As the file gives them.
    author : str
        What whoever writes the report adds; empty for a part that only holds others.
    within : str
        The id of the part that holds it; empty for a part of its own.
    """

    id: str
    title: str
    author: str
    within: str = ""


@dataclass(frozen=True)
class Parts:
    """All parts, and the answers that go into each.

    Parameters
    ----------
    parts : tuple of Part
        In the order of the report.
    questions : dict of str to dict of str to tuple of str
        By self-assessment and part, the ids of the questions whose answers go into it.
    """

    parts: tuple[Part, ...]
    questions: dict[str, dict[str, tuple[str, ...]]]

    def of(self, instrument: str, part: str) -> tuple[str, ...]:
        """Return the ids of the questions whose answers go into a part."""
        return self.questions.get(instrument, {}).get(part, ())

    def model(self, instrument: Instrument) -> str:
        """Return the self-assessment whose parts hold for an instrument; empty for none."""
        named = {
            name: [one for ids in parts.values() for one in ids]
            for name, parts in self.questions.items()
        }
        return model_of(instrument, named)

    def fitted(self, instrument: Instrument) -> Parts:
        """Return the same parts, with answers as those of the one an instrument is made from."""
        own = self.questions.get(self.model(instrument), {})
        return replace(self, questions=self.questions | {instrument.id: own})


def load_parts(root: Path | None = None) -> Parts:
    """Return the parts of a content folder; see `read_parts`."""
    return read_parts((root or content_root()) / "data" / "reports" / "committee.yaml")


def read_parts(path: Path) -> Parts:
    """Return the parts that a file describes.

    Parameters
    ----------
    path : Path
        A file like ``data/reports/committee.yaml``.

    Returns
    -------
    Parts
        The parts.

    Raises
    ------
    ContentError
        Where the file cannot be read, does not fit its schema, or names a part it does not have.
    """
    content: dict[str, Any] = read_yaml(path)
    problems = check(content, "committee") or _strangers(content)
    if problems:
        raise ContentError(path, problems)
    return Parts(
        tuple(Part(**part) for part in content["parts"]),
        {
            instrument: {part: tuple(ids) for part, ids in parts.items()}
            for instrument, parts in content["instruments"].items()
        },
    )


def _strangers(content: dict[str, Any]) -> list[Problem]:
    known = [part["id"] for part in content["parts"]]
    named = [(f"parts ({p['id']}), within", p["within"]) for p in content["parts"] if "within" in p]
    named += [
        (f"instruments, {instrument}", part)
        for instrument, parts in content["instruments"].items()
        for part in parts
    ]
    problems = [
        Problem(where, f"there is no part '{part}'", did_you_mean(part, known))
        for where, part in named
        if part not in known
    ]
    repeated = sorted({part for part in known if known.count(part) > 1})
    return problems + [
        Problem("parts", f"'{part}' is there twice", "keep one") for part in repeated
    ]
