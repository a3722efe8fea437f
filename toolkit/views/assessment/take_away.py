"""Take it with you: which report, in which form, and the file itself."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from toolkit.assessment.phrase import NOTES
from toolkit.assessment.run import example_notice
from toolkit.errors import ContentError
from toolkit.language import N_, _
from toolkit.report.form import FORMS, KINDS, FormId, Kind
from toolkit.report.material import Material
from toolkit.report.press import Press
from toolkit.views.assessment.paper import Paper
from toolkit.views.hand_out import give_file
from toolkit.views.page import Page
from toolkit.views.template import render

__all__ = ["draw_take_away", "hand_out"]

# Forms that hold the answers as data; the whole report has them under a heading of their own.
DATA: tuple[FormId, ...] = ("json", "csv")
ANSWERS = Kind(
    N_("Your answers"),
    N_("Every answer, note and reason. Both files can be loaded here again, on any device."),
    DATA,
    KINDS["summary"].file,
)


def draw_take_away(paper: Paper) -> Markup:
    """Return the page on which a visitor picks a report and its form.

    Parameters
    ----------
    paper : Paper
        What was answered and what it comes to.

    Returns
    -------
    Markup
        The page. Where the files that shape reports cannot be read, it says so.
    """
    trouble = ""
    try:
        kinds = Press().kinds(paper.instrument)
    except ContentError as error:
        trouble, kinds = error.sentence, {"summary": KINDS["summary"]}
    groups = [
        (name, kind, [form for form in kind.forms if name != "summary" or form not in DATA])
        for name, kind in kinds.items()
    ]
    groups.append(("summary", ANSWERS, list(ANSWERS.forms)))
    return render(
        "assessment-take",
        paper=paper,
        groups=groups,
        forms=FORMS,
        notes=_(NOTES),
        trouble=trouble,
    )


def hand_out(page: Page, paper: Paper, wanted: str, *, on: date) -> None:
    """Give a visitor the report they asked for, and say so.

    Parameters
    ----------
    page : Page
        The page they asked on.
    paper : Paper
        What was answered and what it comes to.
    wanted : str
        Kind and form, for example ``committee.word``.
    on : date
        The date of the report.
    """
    kind, __, form = wanted.partition(".")
    notices = example_notice(paper.example)
    material = Material(paper.result, paper.answers, on, notices, paper.example, paper.beside)
    try:
        made = Press().make(material, kind, form)
    except ContentError as error:
        page.notice(error.sentence)
        return
    give_file(page, made.name, made.content, made.media_type)
