"""The steps of group mode: start, agenda, one question, red lines, report, clear, replace."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from toolkit.assessment.group.phrase import agreed_words, agreement_words, who_sentences
from toolkit.assessment.group.record import REPLY, Record, open_lines
from toolkit.assessment.group.report import METHOD
from toolkit.assessment.group.standing import standing
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import SCOPE, named
from toolkit.assessment.question import Question
from toolkit.language import N_, _
from toolkit.views.form import component
from toolkit.views.group.question import draw_question
from toolkit.views.group.table import Table
from toolkit.views.template import render
from toolkit.views.upload import LARGEST_FILE, files_input

__all__ = ["draw_step", "step_of"]

HEADINGS = {
    "start": N_("Bring your answers together"),
    "agenda": N_("What to talk about"),
    "lines": N_("Red lines that people raised"),
    "report": N_("Take it with you"),
    "clear": N_("Delete this sitting"),
    "replace": N_("Replace what is here"),
}


def step_of(
    instrument: Instrument, place: Mapping[str, str], record: Record
) -> tuple[str, str, Question | None]:
    """Return the step that a place names: its name, its heading, and its question.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    place : mapping of str to str
        The fragment of the address.
    record : Record
        The sitting: without people's answers there is no agenda yet.

    Returns
    -------
    str, str, Question or None
        For an unknown place, those of the start.
    """
    question = instrument.by_id.get(place.get("question", ""))
    section = place.get("section", "start")
    if section == "question" and question and record.poll:
        return section, question.name, question
    if section not in HEADINGS or (record.poll is None and section in ("agenda", "lines")):
        section = "start"
    return section, _(HEADINGS[section]), None


def draw_step(table: Table) -> Markup:
    """Return the step a group is on.

    Parameters
    ----------
    table : Table
        The group at work.

    Returns
    -------
    Markup
        Its HTML.
    """
    draw: dict[str, Callable[[Table], Markup]] = {
        "start": _start,
        "agenda": _agenda,
        "question": draw_question,
        "lines": _lines,
        "report": _report,
        "clear": lambda table: render("group-clear", table=table),
        "replace": lambda table: render("group-replace", table=table),
    }
    return draw[table.section](table)


def _start(table: Table) -> Markup:
    return render(
        "group-start",
        table=table,
        scope=_(SCOPE),
        people=_people(table),
        record=component(
            "file-upload",
            {
                "id": table.id("record"),
                "name": "",
                "label": {"text": _("Load a saved sitting")},
                "hint": {"text": _("The JSON file that this page saved after an earlier meeting.")},
                "attributes": {
                    "accept": ".json,application/json",
                    "data-upload": "record",
                    "data-limit": str(LARGEST_FILE),
                },
            },
        ),
    )


def _agenda(table: Table) -> Markup:
    poll, answers = table.record.poll, table.record.answers
    rows = [
        {
            "found": found,
            "name": named(found.question),
            "agreement": agreement_words(found),
            "agreed": agreed_words(found.question, answers.get(found.question.id)),
            "done": found.question.id in answers,
            "href": table.address(section="question", question=found.question.id),
        }
        for found in table.agenda
    ]
    return render(
        "group-agenda",
        table=table,
        rows=rows,
        method=_(METHOD),
        who=who_sentences(poll, table.roles) if poll else (),
        standing=standing(table.record, table.instrument),
        raised=len(poll.raised) if poll else 0,
        unanswered=len(open_lines(table.record)),
        people=_people(table),
    )


def _lines(table: Table) -> Markup:
    poll, rules = table.record.poll, table.instrument.proposal
    raised = poll.raised if poll else {}
    lines = [line for line in rules.red_lines if line.id in raised] if rules else []
    return render(
        "group-lines",
        table=table,
        first=table.agenda[0].question.id if table.agenda else "",
        lines=[(line, raised[line.id], _reply(table, line.id, line.name)) for line in lines],
    )


def _reply(table: Table, line: str, name: str) -> Markup:
    text = table.record.replies.get(line, "")
    label = Markup(
        'The group\'s answer in writing<span class="govuk-visually-hidden"> on: {}</span>'
    )
    return component(
        "textarea",
        {
            "id": table.id(f"reply-{line}"),
            "name": REPLY + line,
            "label": {"html": label.format(name), "classes": "govuk-label--s"},
            "hint": {"text": _("What you do about it, who sees to it and by when. No names.")},
            "rows": "4",
            "value": text,
        },
    )


def _report(table: Table) -> Markup:
    open_ = [found for found in table.agenda if found.question.id not in table.record.answers]
    return render(
        "group-report",
        table=table,
        standing=standing(table.record, table.instrument),
        open=[(named(f.question), table.address(section="question", question=f.question.id))
              for f in open_],
    )  # fmt: skip


def _people(table: Table) -> Markup:
    return files_input(
        table.id("people"),
        "people",
        label=_("Add more people's files") if table.more else _("Load people's files"),
        hint=_("Choose all of them at once: the JSON files that people saved for the group."),
    )
