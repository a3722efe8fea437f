"""The answers as a table for a spreadsheet, one row a question, and back again exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.answer import Answer, keep_answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.question import Question
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.report.material import Material
from toolkit.report.part import answer_words, evidence_words
from toolkit.sheet import as_sheet, read_sheet
from toolkit.yamlfile import Json

__all__ = ["Sheet", "answer_sheet", "read_answer_sheet"]

KEPT = {"answer": "", "evidence": ".evidence", "note": ".note", "reason": ".reason"}
NEEDED = ("id", *KEPT, "instrument", "version")


@dataclass(frozen=True)
class Sheet:
    """What a table of answers holds.

    Parameters
    ----------
    instrument : str
        The id of the self-assessment.
    version : int
        The version of its questions.
    values : mapping
        Names and values, as `toolkit.assessment.answer.read_answers` takes them.
    """

    instrument: str
    version: int
    values: Mapping[str, Json]


def answer_sheet(material: Material) -> str:
    """Return all questions and answers as a table.

    Parameters
    ----------
    material : Material
        What the table is made from.

    Returns
    -------
    str
        CSV, a row for each question, also for those that were not asked.
    """
    rows = [_row(material, question) for question in material.instrument.questions]
    return as_sheet(list(rows[0]), [list(row.values()) for row in rows])


def read_answer_sheet(text: str, file: str = "The file") -> Sheet:
    """Return what a table of answers holds.

    Parameters
    ----------
    text : str
        What the file holds; `answer_sheet` writes such files.
    file : str
        Its name, for messages.

    Returns
    -------
    Sheet
        Exactly the answers that were written.

    Raises
    ------
    ContentError
        Where it is no such table, or its rows are not all of the same self-assessment.
    """
    rows = read_sheet(text, file)
    if not rows:
        raise ContentError(file, [Problem("file", "holds no answers", "use another copy of it")])
    columns = list(rows[0])
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise ContentError(
            file,
            [
                Problem(f"column '{name}'", "is missing", did_you_mean(name, columns))
                for name in missing
            ],
        )
    found = {(row["instrument"], row["version"]) for row in rows}
    instrument, version = next(iter(found))
    if len(found) > 1 or not (version.isascii() and version.isdecimal()):
        what = "does not name one self-assessment and one version all the way down"
        raise ContentError(file, [Problem("file", what, "use another copy of it")])
    values: dict[str, Json] = {
        f"{row['id']}{ending}": row[column]
        for row in rows
        for column, ending in KEPT.items()
        if row[column]
    }
    return Sheet(instrument, int(version[:9]), values)


def _row(material: Material, question: Question) -> dict[str, str]:
    answer, instrument = material.answer(question), material.instrument
    kept = keep_answers({question.id: answer})
    area = next(area.title for area in instrument.areas if area.id == question.area)
    choice = question.by_choice.get(answer.choice)
    points = choice.points if choice else None
    asked = question.id in material.result.asked
    return {
        "id": question.id,
        "area": area,
        "name": question.name,
        "question": question.text,
        "asked": "yes" if asked else "no",
        "state": _state(answer),
        "answer": str(kept.get(question.id, "")),
        "in_words": answer_words(material, question) if choice else "",
        "points": "" if points is None else f"{points:g}",
        "evidence": str(kept.get(f"{question.id}.evidence", "")),
        "evidence_in_words": evidence_words(material, question),
        "note": answer.note,
        "reason": answer.reason,
        **_about(instrument, material),
    }


def _state(answer: Answer) -> str:
    return answer.state.replace("_", " ")


def _about(instrument: Instrument, material: Material) -> dict[str, str]:
    return {
        "instrument": instrument.id,
        "version": str(instrument.version),
        "fingerprint": instrument.fingerprint,
        "date": material.on.isoformat(),
        "scope": SCOPE,
    }
