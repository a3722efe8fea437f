"""Lesson 6 in words: why two models score one report as they do, and what would change it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.language import N_, _, pgettext
from toolkit.learners.logistic import Numbers
from toolkit.learners.two_models import FACTS, MODELS, REPORTS, Fact, Model, Study, study
from toolkit.learners.two_models_changed import changed, moved, smallest_change
from toolkit.learners.two_models_said import explain, name_of, say_move, with_more
from toolkit.lesson_parts import Choice

__all__ = ["RESIDENTS", "facts", "find_with_changes", "find_with_resident", "pick"]

RESIDENTS = (
    Choice("1", N_("Resident 1")), Choice("2", N_("Resident 2")), Choice("3", N_("Resident 3")),
    Choice("4", N_("Resident 4")), Choice("5", N_("Resident 5")), Choice("6", N_("Resident 6")),
    Choice("7", N_("Resident 7")), Choice("8", N_("Resident 8")),
)  # fmt: skip
# Who is picked, again and again: what Model A and Model B say of them.
_KINDS = ((True, False), (False, False), (False, True), (True, True))


def find_with_resident(seed: int, *, resident: str) -> Finding:
    """Return what each fact adds to both models' scores of one report.

    Parameters
    ----------
    seed : int
        The sample.
    resident : str
        One of `RESIDENTS`, by its id.

    Returns
    -------
    Finding
        Exact contributions, in points.
    """
    found, place = study(seed), pick(seed)[int(resident) - 1]
    report = found.reports.facts[place]
    return Finding(
        title=_("What adds to the score of Resident {resident}, and what takes off").format(
            resident=resident
        ),
        sentence=" ".join(
            [_disagreement(found), *(explain(model, report) for model in found.models)]
        ),
        rows_are=pgettext("what is known about a report", "Fact"),
        rows=tuple(
            _("{fact}: {value}").format(fact=_(fact.label), value=number(value))
            for fact, value in zip(FACTS, report, strict=True)
        ),
        series=tuple(
            Series(name_of(model), tuple(map(float, model.contributions(report))))
            for model in found.models
        ),
        unit=_("points"),
        seed=seed,
        notes=(_looked(bool(found.reports.serious[place])), _how_often(found), _starts(found)),
    )


def find_with_changes(seed: int, *, other: str, more_times: int, more_words: int) -> Finding:
    """Return what both models would say if a report had been made in another way.

    Parameters
    ----------
    seed : int
        The sample.
    other : str
        One of `RESIDENTS`, by its id.
    more_times, more_words : int
        How much more often it was reported, and with how many more words.

    Returns
    -------
    Finding
        Both scores before and after, and the smallest change of each fact alone.
    """
    found = study(seed)
    report = found.reports.facts[pick(seed)[int(other) - 1]]
    after = changed(report, times=more_times, words=more_words)
    before, now = ([float(model.score(one)) for model in found.models] for one in (report, after))
    return Finding(
        title=_("If Resident {resident} had reported it in another way").format(resident=other),
        sentence=say_move(found, report, after),
        rows_are=_("Score"),
        rows=tuple(map(name_of, found.models)),
        series=(
            Series(_("As it was reported"), tuple(before)),
            Series(_("Changed"), tuple(now)),
        ),
        unit=_("points"),
        seed=seed,
        tables=(_levers(found, report),),
        notes=(_many(found, more_times, more_words),),
    )


@lru_cache(maxsize=256)
def facts(seed: int) -> dict[str, str]:
    """Return the numbers that the lesson's words speak of, as text.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    found = study(seed)
    model_b = found.models[1]
    visits_a, visits_b = found.visits
    return {
        "accuracy_a": percent(found.accuracy[0]),
        "accuracy_b": percent(found.accuracy[1]),
        "reports": number(REPORTS),
        "differ": number(found.differ.sum()),
        "visits_a": number(visits_a.sum()),
        "wrong_a": number((visits_a & ~found.reports.serious).sum()),
        "refused_b": number((~visits_b).sum()),
        "moved_b": number(moved(found, model_b, times=1).sum()),
    }


def pick(seed: int) -> tuple[int, ...]:
    """Return which reports a reader can choose from.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    tuple of int
        One for each of `RESIDENTS`. The models disagree on every other one.
    """
    a, b = study(seed).visits
    of_kind = [np.flatnonzero((a == in_a) & (b == in_b)) for in_a, in_b in _KINDS]
    return tuple(int(of_kind[n % len(_KINDS)][n // len(_KINDS)]) for n in range(len(RESIDENTS)))


def _disagreement(found: Study) -> str:
    return _("The models disagree on {count} of {all} reports.").format(
        count=number(found.differ.sum()), all=number(REPORTS)
    )


def _looked(serious: bool) -> str:
    if serious:
        return _("Somebody went and looked: the problem is serious.")
    return _("Somebody went and looked: the problem is not serious.")


def _how_often(found: Study) -> str:
    differ = found.differ
    a, b = (int(((said == found.reports.serious) & differ).sum()) for said in found.visits)
    return _(
        "Model A is right about {right_a} of {all} reports, Model B about {right_b}. Where they "
        "disagree, A is right about {only_a} and B about {only_b}."
    ).format(
        right_a=percent(found.accuracy[0]),
        right_b=percent(found.accuracy[1]),
        all=number(REPORTS),
        only_a=number(a),
        only_b=number(b),
    )


def _starts(found: Study) -> str:
    start_a, start_b = (number(model.start) for model in found.models)
    return _(
        "For an average report, the score is {start_a} with Model A and {start_b} with Model B. "
        "Each bar adds to that or takes off. From 0 points up there is a visit. All points are "
        "rounded."
    ).format(start_a=start_a, start_b=start_b)


def _levers(found: Study, report: Numbers) -> WordTable:
    rows = tuple(
        (
            _(fact.label),
            number(report[place]),
            *(_lever(model, report, fact) for model in found.models),
            _(fact.by),
        )
        for place, fact in enumerate(FACTS)
    )
    return WordTable(
        _("What would change the result, with all else as it is"),
        (
            pgettext("what is known about a report", "Fact"),
            pgettext("the value as it is", "Now"),
            _("Changes Model A at"),
            _("Changes Model B at"),
            _("Who could change it"),
        ),
        rows,
    )


def _lever(model: Model, report: Numbers, fact: Fact) -> str:
    if fact.id not in MODELS[model.name]:
        return _("Not looked at")
    value = smallest_change(model, report, fact.id)
    return _("No value would") if value is None else str(value)


def _many(found: Study, times: int, words: int) -> str:
    asked = (times, words) if times or words else (1, 0)
    model_b = found.models[1]
    refused = _("Model B says no to {refused} of {all} reports.").format(
        refused=number((~found.visits[1]).sum()), all=number(REPORTS)
    )
    gains = number(moved(found, model_b, times=asked[0], words=asked[1]).sum())
    told = with_more(*asked).format(times=asked[0], words=asked[1], gains=gains)
    return f"{refused} {told}"
