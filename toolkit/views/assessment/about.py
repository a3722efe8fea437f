"""The form about a proposal: its name, owner and review date, for the register of AI."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.assessment.about import ASKED, DATE_PARTS, PUBLISHED, About, read_about
from toolkit.language import N_, _
from toolkit.views.assessment.paper import Paper
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["about_item", "about_trouble", "draw_about"]

HEADING = N_("Name, owner and review date")

DATE_LABELS = (N_("Day"), N_("Month"), N_("Year"))


def draw_about(paper: Paper) -> Markup:
    """Return the form about a proposal.

    Parameters
    ----------
    paper : Paper
        What is kept beside the answers.

    Returns
    -------
    Markup
        The form. What cannot be used stays as it was typed, with a message beside it.
    """
    about, wrong = read_about(paper.beside)
    fields = (
        _input(paper, "name", _(ASKED["name"]), _("As lists and reports show it.")),
        _purpose(paper),
        _input(
            paper,
            "owner",
            _(ASKED["owner"]),
            _("A job or a team, for example Head of Housing. Not a person's name."),
        ),
        _review(paper, wrong.get("review", "")),
        _published(paper, about),
        _input(
            paper,
            "link",
            _("{question} (optional)").format(question=_(ASKED["link"])),
            _("The web address of a public record, starting with https://"),
            wrong.get("link", ""),
        ),
    )
    return render("assessment-about", paper=paper, fields=fields)


def about_trouble(paper: Paper) -> str:
    """Return what is wrong on the form, to be read out.

    Parameters
    ----------
    paper : Paper
        What is kept beside the answers.

    Returns
    -------
    str
        Empty where nothing is.
    """
    return " ".join(read_about(paper.beside)[1].values())


def about_item(paper: Paper) -> dict[str, Any]:
    """Return the form's place in the list of parts.

    Parameters
    ----------
    paper : Paper
        What is kept beside the answers.

    Returns
    -------
    dict
        As the task list component takes it.
    """
    about, wrong = read_about(paper.beside)
    whole = about.name and about.owner and about.review and not wrong
    label, colour = (_("Completed"), "green") if whole else (_("Optional"), "grey")
    return {
        "title": {"text": _(HEADING)},
        "href": paper.address(section="about"),
        "hint": {"text": _("For your register of AI. Nothing in it counts in the result.")},
        "status": {"tag": {"text": label, "classes": f"govuk-tag--{colour}"}},
    }


def _typed(paper: Paper, field: str) -> str:
    found = paper.beside.get(f"about.{field}")
    return found if isinstance(found, str) else ""


def _input(paper: Paper, field: str, label: str, hint: str, error: str = "") -> Markup:
    return component(
        "input",
        {
            "id": paper.id(f"about-{field}"),
            "name": f"about.{field}",
            "label": {"text": label, "classes": "govuk-label--s"},
            "hint": {"text": hint},
            "value": _typed(paper, field),
            "errorMessage": {"text": error} if error else None,
        },
    )


def _purpose(paper: Paper) -> Markup:
    return component(
        "textarea",
        {
            "id": paper.id("about-purpose"),
            "name": "about.purpose",
            "label": {"text": _(ASKED["purpose"]), "classes": "govuk-label--s"},
            "hint": {"text": _("One or two sentences that a resident would understand.")},
            "rows": "3",
            "value": _typed(paper, "purpose"),
        },
    )


def _review(paper: Paper, error: str) -> Markup:
    return component(
        "date-input",
        {
            "id": paper.id("about-review"),
            "namePrefix": None,
            "fieldset": {
                "legend": {
                    "text": _(ASKED["review"]),
                    "classes": "govuk-fieldset__legend--s",
                }
            },
            "hint": {"text": _("For example, 27 5 2027. It counts once all three are there.")},
            "errorMessage": {"text": error} if error else None,
            "items": [
                {
                    "id": paper.id(f"about-review-{part}"),
                    "name": f"about.review-{part}",
                    "label": _(words),
                    "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
                    + (" govuk-input--error" if error else ""),
                    "value": _typed(paper, f"review-{part}"),
                }
                for part, words in zip(
                    DATE_PARTS, (N_("Day"), N_("Month"), N_("Year")), strict=True
                )
            ],
        },
    )


def _published(paper: Paper, about: About) -> Markup:
    return component(
        "radios",
        {
            "idPrefix": paper.id("about-published"),
            "name": "about.published",
            "fieldset": {
                "legend": {
                    "text": _(ASKED["published"]),
                    "classes": "govuk-fieldset__legend--s",
                }
            },
            "hint": {"text": _("Until you say yes, it is only counted there, without its name.")},
            "items": [
                {"value": word, "text": _(text), "checked": about.published == word}
                for word, text in PUBLISHED.items()
            ],
        },
    )
