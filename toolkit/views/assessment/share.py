"""Save answers for a group: choose a role, and take away a small file without a name."""

from __future__ import annotations

import secrets
from datetime import date

from markupsafe import Markup

from toolkit.assessment.group.ballot import ABOUT_NAME, ROLE, Ballot, write_ballot
from toolkit.assessment.group.role import NOT_SAID, Roles
from toolkit.language import N_, _
from toolkit.views.assessment.paper import Paper
from toolkit.views.form import component
from toolkit.views.hand_out import give_file
from toolkit.views.page import Page
from toolkit.views.template import render

__all__ = ["draw_share", "save_for_group"]

CHOOSE = N_("Choose a role first, or choose “Rather not say”.")


def draw_share(paper: Paper, roles: Roles) -> Markup:
    """Return the page on which a person saves their answers for a group.

    Parameters
    ----------
    paper : Paper
        What was answered, and what is kept beside it.
    roles : Roles
        The roles there are.

    Returns
    -------
    Markup
        Roles to choose from, and a button.
    """
    chosen = paper.beside.get(ROLE)
    items = [
        {
            "value": role.id,
            "text": role.label,
            "hint": {"text": role.meaning},
            "checked": chosen == role.id,
        }
        for role in (*roles.together, *roles.apart)
    ]
    items += [{"value": NOT_SAID, "text": _("Rather not say"), "checked": chosen == NOT_SAID}]
    heading = {"text": _("What is your part in this?"), "classes": "govuk-fieldset__legend--m"}
    radios = component(
        "radios",
        {
            "idPrefix": paper.id("role"),
            "name": ROLE,
            "fieldset": {"legend": heading},
            "items": items,
        },
    )
    return render("assessment-share", paper=paper, radios=radios)


def save_for_group(page: Page, paper: Paper, on: date) -> None:
    """Give the visitor their file for a group; ask for a role where none is chosen.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    paper : Paper
        What was answered, and what is kept beside it.
    on : date
        The date.
    """
    role, subject = (str(paper.beside.get(name) or "") for name in (ROLE, ABOUT_NAME))
    if not role:
        page.notice(_(CHOOSE))
        return
    # The mark tells a copy of this file from another person's: it says nothing of either.
    mark = secrets.token_hex(8)
    ballot = Ballot(paper.answers, role, mark, subject, on.isoformat(), paper.example)
    name = f"{paper.instrument.id}-for-group-{mark[:4]}.json"
    give_file(page, name, write_ballot(paper.instrument, ballot), "application/json")
