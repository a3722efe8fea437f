"""The answers as a table for a spreadsheet, and back again exactly.

One row a question, and after them a row for each value that is kept beside the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.about import ASKED
from toolkit.assessment.answer import Answer, keep_answers
from toolkit.assessment.phrase import NOTES, SCOPE
from toolkit.assessment.question import Question
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import N_, _
from toolkit.report.material import Material
from toolkit.report.part import answer_words, evidence_words
from toolkit.sheet import as_sheet, read_sheet
from toolkit.yamlfile import Json

__all__ = ["Sheet", "answer_sheet", "read_answer_sheet"]

KEPT = {"answer": "", "evidence": ".evidence", "note": ".note", "reason": ".reason"}
BESIDE = N_("Beside the answers")
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
        Names and values, as `toolkit.assessment.answer.read_answers` takes them, with what is
        kept beside the answers.
    example : str
        The made-up body that the answers are a worked example about; empty for a real one.
    """

    instrument: str
    version: int
    values: Mapping[str, Json]
    example: str = ""


def answer_sheet(material: Material) -> str:
    """Return all questions and answers as a table.

    Parameters
    ----------
    material : Material
        What the table is made from.

    Returns
    -------
    str
        CSV, a row for each question, also for those that were not asked, and for each text that
        is kept beside the answers.
    """
    rows = [_row(material, question) for question in material.instrument.questions]
    columns = list(rows[0])
    rows += [
        dict.fromkeys(columns, "") | _row_beside(material, name, value)
        for name, value in material.beside.items()
        if isinstance(value, str) and value  # nothing else was typed by a person
    ]
    return as_sheet(columns, [list(row.values()) for row in rows])


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
        raise ContentError(
            file, [Problem(_("file"), _("holds no answers"), _("use another copy of it"))]
        )
    columns = list(rows[0])
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise ContentError(
            file,
            [
                Problem(
                    _("column '{name}'").format(name=name),
                    _("is missing"),
                    did_you_mean(name, columns),
                )
                for name in missing
            ],
        )
    found = {(row["instrument"], row["version"]) for row in rows}
    instrument, version = next(iter(found))
    if len(found) > 1 or not (version.isascii() and version.isdecimal()):
        what = _("does not name one self-assessment and one version all the way down")
        raise ContentError(file, [Problem(_("file"), what, _("use another copy of it"))])
    values: dict[str, Json] = {
        f"{row['id']}{ending}": row[column]
        for row in rows
        for column, ending in KEPT.items()
        if row[column]
    }
    # A table saved before there was this column has none; one marked row marks them all.
    example = next((row["example"] for row in rows if row.get("example")), "")
    return Sheet(instrument, int(version[:9]), values, example)


def _row(material: Material, question: Question) -> dict[str, str]:
    answer = material.answer(question)
    kept = keep_answers({question.id: answer})
    area = next(area.title for area in material.instrument.areas if area.id == question.area)
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
        **_origin(material, warned=bool(answer.note or answer.reason)),
    }


def _row_beside(material: Material, name: str, value: str) -> dict[str, str]:
    __, __, field = name.partition(".")
    asked, __, part = field.partition("-")
    question = f"{_(ASKED[asked])}{f' ({part})' if part else ''}" if asked in ASKED else ""
    return {
        "id": name,
        "area": _(BESIDE),
        "name": field,
        "question": question,
        "answer": value,
        **_origin(material, warned=True),
    }


def _state(answer: Answer) -> str:
    return answer.state.replace("_", " ")


def _origin(material: Material, *, warned: bool) -> dict[str, str]:
    instrument = material.instrument
    return {
        "instrument": instrument.id,
        "version": str(instrument.version),
        "fingerprint": instrument.fingerprint,
        "date": material.on.isoformat(),
        "scope": _(SCOPE),
        "example": material.example,
        "notes_warning": _(NOTES) if warned else "",
    }
