"""What lesson 6 says of two models, sentence by sentence, each whole for those who translate it."""

from __future__ import annotations

import numpy as np

from toolkit.finding import number
from toolkit.language import N_, _, ngettext
from toolkit.learners.logistic import Numbers
from toolkit.learners.two_models import FACTS, Model, Study

__all__ = ["explain", "name_of", "say_move", "with_more"]

_COUNTS_MOST = {
    "age": N_("What counts most is age of the home, in years ({points})."),
    "repairs": N_("What counts most is repairs in the last three years ({points})."),
    "people": N_("What counts most is people in the home ({points})."),
    "times": N_("What counts most is times it was reported ({points})."),
    "words": N_("What counts most is words in the message ({points})."),
    "photos": N_("What counts most is photos sent ({points})."),
}


def name_of(model: Model) -> str:
    """Return a model's name, for a reader.

    Parameters
    ----------
    model : Model
        The model.

    Returns
    -------
    str
        For example ``Model A``.
    """
    return _("Model {model}").format(model=model.name)


def explain(model: Model, report: Numbers) -> str:
    """Say what a model gives a report, and which fact counts most for that.

    Parameters
    ----------
    model : Model
        The model.
    report : array, shape (facts,)
        The report.

    Returns
    -------
    str
        Two sentences.
    """
    score, adds = float(model.score(report)), model.contributions(report)
    visit = bool(model.visits(report))
    most = int(np.argmax(adds if visit else -adds))
    stands_out = adds[most] > 0 if visit else adds[most] < 0
    why = (
        _(_COUNTS_MOST[FACTS[most].id]).format(points=number(adds[most]))
        if stands_out
        else _("No fact counts against it; none adds enough.")
    )
    return f"{_gives(model, score, visit)} {why}"


def _gives(model: Model, score: float, visit: bool) -> str:
    told = (
        ngettext(
            "Model {model} gives {points} point and says “visit”.",
            "Model {model} gives {points} points and says “visit”.",
            _count(score),
        )
        if visit
        else ngettext(
            "Model {model} gives {points} point and says “no visit”.",
            "Model {model} gives {points} points and says “no visit”.",
            _count(score),
        )
    )
    return told.format(model=model.name, points=number(score))


def say_move(found: Study, report: Numbers, after: Numbers) -> str:
    """Say how a change of one report moves both models.

    Parameters
    ----------
    found : Study
        The models.
    report, after : array, shape (facts,)
        The report as it was made, and changed.

    Returns
    -------
    str
        A few sentences; they ask for a change where there is none.
    """
    if (report != after).any():
        return " ".join(_move(model, report, after) for model in found.models)
    in_a, in_b = (bool(model.visits(report)) for model in found.models)
    said = {
        (True, True): _("As it was reported, Model A says “visit” and Model B says “visit”."),
        (True, False): _("As it was reported, Model A says “visit” and Model B says “no visit”."),
        (False, True): _("As it was reported, Model A says “no visit” and Model B says “visit”."),
        (False, False): _(
            "As it was reported, Model A says “no visit” and Model B says “no visit”."
        ),
    }
    asked = _("Now change how it was reported.")
    return f"{said[in_a, in_b]} {asked}"


def _move(model: Model, report: Numbers, after: Numbers) -> str:
    before, now = float(model.score(report)), float(model.score(after))
    if before == now:
        return ngettext(
            "Model {model} looks at none of that and stays at {points} point.",
            "Model {model} looks at none of that and stays at {points} points.",
            _count(before),
        ).format(model=model.name, points=number(before))
    goes = ngettext(
        "Model {model} goes from {before} to {points} point.",
        "Model {model} goes from {before} to {points} points.",
        _count(now),
    ).format(model=model.name, before=number(before), points=number(now))
    was, visit = bool(model.visits(report)), bool(model.visits(after))
    return f"{goes} {_result(was, visit)}"


def _result(was: bool, visit: bool) -> str:
    if was == visit:
        return _("It still says “visit”.") if visit else _("It still says “no visit”.")
    return _("It now says “visit”.") if visit else _("It now says “no visit”.")


def with_more(times: int, words: int) -> str:
    """Return what to say of everybody who had reported more often or at greater length.

    Parameters
    ----------
    times, words : int
        How many more; one of them is above 0.

    Returns
    -------
    str
        Still to be filled in with ``times``, ``words`` and ``gains``.
    """
    if not times:
        return _(
            "With {words} more words it would say yes to {gains} of them, and nothing about those "
            "homes is different."
        )
    if not words:
        return ngettext(
            "With {times} more report it would say yes to {gains} of them, and nothing about those "
            "homes is different.",
            "With {times} more reports it would say yes to {gains} of them, and nothing about "
            "those homes is different.",
            times,
        )
    return ngettext(
        "With {times} more report and {words} more words it would say yes to {gains} of them, and "
        "nothing about those homes is different.",
        "With {times} more reports and {words} more words it would say yes to {gains} of them, and "
        "nothing about those homes is different.",
        times,
    )


def _count(points: float) -> int:
    """Return how many points a reader sees, above or below zero: what decides on the plural."""
    return abs(int(number(points).replace(",", "").replace("−", "-")))
