"""Answers that come into a sitting: from a file, from an example, from an older version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.assessment.answer import carry_over, keep_answers
from toolkit.assessment.beside import beside
from toolkit.assessment.instrument import Instrument
from toolkit.errors import ContentError
from toolkit.language import _
from toolkit.report.saved import Saved, read_saved
from toolkit.views.assessment.paper import Waiting
from toolkit.views.page import Page
from toolkit.yamlfile import Json

if TYPE_CHECKING:
    from toolkit.views.assessment.sitting import Sitting

__all__ = ["APART", "MARK", "load_file", "migrate", "offer", "take_over"]

# Kept among a visitor's answers, and no answers: no question can have such a name.
MARK = "-example"  # the made-up body that the answers are about
APART = ("-then", "-now")  # two runs that are compared


def load_file(sitting: Sitting, page: Page, filename: str, text: str) -> None:
    """Take over the answers in a file, and ask first where there are answers already.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    page : Page
        Where the file was chosen.
    filename, text : str
        The visitor's name for it, and what it holds.
    """
    instrument = sitting.instrument
    try:
        saved = read_saved(text, {instrument.id: instrument}, filename)
    except ContentError as error:
        page.notice(
            _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
        )
        return
    offer(sitting, page, saved, filename)


def offer(sitting: Sitting, page: Page, saved: Saved, name: str) -> None:
    """Take over saved answers, and ask first where there are answers already.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    page : Page
        Where it was asked.
    saved : Saved
        The answers.
    name : str
        The visitor's name for them.
    """
    waiting = Waiting(name, saved.answers, saved.notices, saved.example, saved.beside)
    if sitting.answers or beside(sitting.store.values):
        sitting.waiting = waiting
        sitting.go(page, "replace")
    else:
        take_over(sitting, page, waiting)


def take_over(sitting: Sitting, page: Page, waiting: Waiting) -> None:
    """Put waiting answers in the place of those that are there.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    page : Page
        Where it was asked.
    waiting : Waiting
        The answers.
    """
    sitting.waiting = None
    gone: dict[str, Json] = {name: None for name in sitting.store.values if name not in APART}
    mark: dict[str, Json] = {MARK: waiting.example or None}
    sitting.store.update(gone | keep_answers(waiting.answers) | dict(waiting.beside) | mark)
    sitting.go(page, "tasks")
    lost = _(" Not used: {notes}").format(notes=waiting.notes) if waiting.notes else ""
    told = (
        _("The answers of {filename} were loaded.").format(filename=waiting.filename)
        if waiting.example
        else _("Your answers were loaded from {filename}.").format(filename=waiting.filename)
    )
    page.notice(f"{told}{lost}")


def migrate(
    instrument: Instrument, version: int, values: dict[str, Json]
) -> tuple[dict[str, Json], str]:
    """Return what a browser kept for an older version as this version needs it.

    Parameters
    ----------
    instrument : Instrument
        The version in use now.
    version : int
        The version the values were kept for.
    values : dict
        Answers, and what is kept beside them.

    Returns
    -------
    dict, str
        The values, and a sentence for the visitor about answers that were lost; what is no
        answer stays as it is.
    """
    apart = {name: values[name] for name in (MARK, *APART) if name in values} | beside(values)
    answers = {name: value for name, value in values.items() if name not in apart}
    kept, told = carry_over(instrument, version, answers)
    return kept | apart, told
