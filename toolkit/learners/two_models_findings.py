"""Lesson 6 in words: why two models score one report as they do, and what would change it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.learners.logistic import Numbers
from toolkit.learners.two_models import FACTS, MODELS, REPORTS, Model, Study, study
from toolkit.learners.two_models_changed import changed, moved, smallest_change
from toolkit.lesson_parts import Choice

__all__ = ["RESIDENTS", "facts", "find_with_changes", "find_with_resident", "pick"]

RESIDENTS = tuple(Choice(str(place), f"Resident {place}") for place in range(1, 9))
# Who is picked, again and again: what Model A and Model B say of them.
_KINDS = ((True, False), (False, False), (False, True), (True, True))
_SAYS = {True: "“visit”", False: "“no visit”"}


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
    serious = "serious" if found.reports.serious[place] else "not serious"
    return Finding(
        title=f"What adds to the score of Resident {resident}, and what takes off",
        sentence=" ".join(
            [_disagreement(found), *(_explained(model, report) for model in found.models)]
        ),
        rows_are="Fact",
        rows=tuple(f"{fact.label}: {number(value)}"
                   for fact, value in zip(FACTS, report, strict=True)),
        series=tuple(
            Series(f"Model {model.name}", tuple(map(float, model.contributions(report))))
            for model in found.models
        ),
        unit="points",
        seed=seed,
        notes=(
            f"Somebody went and looked: the problem is {serious}.",
            _how_often(found),
            f"An average report has {_two_starts(found)} points with Model A and B. The bars are "
            "added to that. From 0 points up there is a visit. All points are rounded.",
        ),
    )  # fmt: skip


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
        title=f"If Resident {other} had reported it in another way",
        sentence=_moves(found, report, after),
        rows_are="Score",
        rows=("Model A", "Model B"),
        series=(Series("As it was reported", tuple(before)), Series("Changed", tuple(now))),
        unit="points",
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
    return f"The models disagree on {number(found.differ.sum())} of {number(REPORTS)} reports."


def _explained(model: Model, report: Numbers) -> str:
    score, adds = float(model.score(report)), model.contributions(report)
    visit = bool(model.visits(report))
    most = int(np.argmax(adds if visit else -adds))
    stands_out = adds[most] > 0 if visit else adds[most] < 0
    why = (
        f"What counts most is {FACTS[most].label.lower()} ({number(adds[most])})."
        if stands_out
        else "No fact counts against it; none adds enough."
    )
    return f"Model {model.name} gives {_points(score)} and says {_SAYS[visit]}. {why}"


def _how_often(found: Study) -> str:
    differ = found.differ
    a, b = (int(((said == found.reports.serious) & differ).sum()) for said in found.visits)
    return (
        f"Model A is right about {percent(found.accuracy[0])} of {number(REPORTS)} reports, "
        f"Model B about {percent(found.accuracy[1])}. Where they disagree, A is right about "
        f"{number(a)} and B about {number(b)}."
    )


def _two_starts(found: Study) -> str:
    return " and ".join(number(model.start) for model in found.models)


def _moves(found: Study, report: Numbers, after: Numbers) -> str:
    if (report == after).all():
        said = [f"Model {m.name} says {_SAYS[bool(m.visits(report))]}" for m in found.models]
        return f"As it was reported, {' and '.join(said)}. Now change how it was reported."
    return " ".join(_move(model, report, after) for model in found.models)


def _move(model: Model, report: Numbers, after: Numbers) -> str:
    before, now = float(model.score(report)), float(model.score(after))
    if before == now:
        return f"Model {model.name} looks at none of that and stays at {_points(before)}."
    was, is_now = _SAYS[bool(model.visits(report))], _SAYS[bool(model.visits(after))]
    result = f"It still says {was}." if was == is_now else f"It now says {is_now}."
    return f"Model {model.name} goes from {number(before)} to {_points(now)}. {result}"


def _levers(found: Study, report: Numbers) -> WordTable:
    rows = []
    for place, fact in enumerate(FACTS):
        cells = []
        for model in found.models:
            value = smallest_change(model, report, fact.id)
            looks = fact.id in MODELS[model.name]
            cells.append(
                str(value) if value is not None else "No value would" if looks else "Not looked at"
            )
        rows.append((fact.label, number(report[place]), *cells, fact.by))
    return WordTable(
        "What would change the result, with all else as it is",
        ("Fact", "Now", "Changes Model A at", "Changes Model B at", "Who could change it"),
        tuple(rows),
    )


def _many(found: Study, times: int, words: int) -> str:
    asked = (times, words) if times or words else (1, 0)
    model_b = found.models[1]
    refused = int((~found.visits[1]).sum())
    gains = int(moved(found, model_b, times=asked[0], words=asked[1]).sum())
    how = [f"{asked[0]} more report{'s' * (asked[0] > 1)}"] * bool(asked[0])
    how += [f"{asked[1]} more words"] * bool(asked[1])
    return (
        f"Model B says no to {number(refused)} of {number(REPORTS)} reports. With "
        f"{' and '.join(how)} it would say yes to {number(gains)} of them, and nothing about "
        "those homes is different."
    )


def _points(points: float) -> str:
    text = number(points)
    return f"{text} point{'' if text in ('1', '−1') else 's'}"
