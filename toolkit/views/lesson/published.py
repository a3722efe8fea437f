"""Real numbers beside a made-up example: what others have published, with each caveat."""

from __future__ import annotations

from toolkit.published import load_published_figures, pick_figures
from toolkit.views.bridge import Bridge
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Page
from toolkit.views.template import render

__all__ = ["show_published"]


def show_published(sitting: Sitting, *ids: str, title: str) -> Bridge:
    """Return published figures, folded under a title.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    *ids : str
        Ids in the data set ``published-figures``.
    title : str
        What they answer.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    LookupError
        Where there is no such figure; the nearest id is given.
    ContentError
        Where the data set is wrong.
    """
    figures = pick_figures(load_published_figures(), *ids)
    html = render("lesson-published", title=title, figures=figures)
    return Page(sitting.store, draw=lambda page: html).widget
