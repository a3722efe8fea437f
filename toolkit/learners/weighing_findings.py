"""Lesson 8 in words: an order of proposals, how firm it is, and what a group's average hides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.learners.weighing import MOST, PROPOSALS, VALUES, Weights, moves, order, ranks, totals
from toolkit.learners.weighing_all import weigh_all
from toolkit.learners.weighing_group import GROUPS, PEOPLE, Group, count_misled, parse_people

__all__ = ["STARTING_GROUP", "facts", "find_with_people", "find_with_weights"]

# Seven made-up people: three pairs who care about different things, and one more.
STARTING_GROUP = (
    "5 4 1 1 2 2",
    "5 5 2 1 1 1",
    "1 0 1 5 5 1",
    "0 1 1 5 4 2",
    "2 1 5 2 5 3",
    "1 1 5 1 5 4",
    "3 3 3 3 0 5",
)


def find_with_weights(
    sample: int,
    *,
    partners: int,
    openness: int,
    inclusion: int,
    staff: int,
    money: int,
    accountability: int,
) -> Finding:
    """Return the order that weights make, and how easily it changes.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    partners, openness, inclusion, staff, money, accountability : int
        The weight of each value, 0 to 5.

    Returns
    -------
    Finding
        Each proposal's share of the most that it could have.
    """
    weights = (partners, openness, inclusion, staff, money, accountability)
    title = "What your weights put first"
    table = _scores(weights)
    if not any(weights):
        return Finding(title, "All your weights are 0, so nothing comes first.", tables=(table,))
    most = MOST * sum(weights)
    return Finding(
        title=title,
        sentence=f"{_over_all()} {_in_order(weights)} {_firmness(weights)}",
        rows_are="Proposal",
        rows=tuple(one.label for one in order(weights)),
        series=(Series("Share of the most it could have", tuple(
            sorted((100 * total / most for total in totals(weights)), reverse=True)
        )),),
        unit="%",
        tables=(table,),
        notes=(_first_places(),),
    )  # fmt: skip


def find_with_people(sample: int, *, people: Sequence[str]) -> Finding | tuple[Finding, ...]:
    """Return what several people's weights put first, and how far they agree on each value.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    people : sequence of str
        One person on each line, as `parse_people` reads them.

    Returns
    -------
    Finding or tuple of Finding
        One that asks for weights where there are none.
    """
    group, problems = parse_people(people)
    if not group.people:
        asked = f"Write the weights of at least one person, {len(VALUES)} numbers on a line."
        return Finding("What each person puts first", asked, notes=problems)
    return _choices(group, problems), _agreement(group)


@lru_cache(maxsize=256)
def facts(sample: int) -> dict[str, str]:
    """Return the numbers that the lesson's words speak of, as text.

    Parameters
    ----------
    sample : int
        Which made-up groups are counted.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    every = weigh_all()
    return {
        "weightings": number(every.count),
        "no_ai_first": percent(every.first[-1]),
        "changed": percent(every.changed),
        "misled": str(count_misled(sample)),
        "groups": str(GROUPS),
        "people": str(PEOPLE),
    }


def _in_order(weights: Weights) -> str:
    found = dict(zip(PROPOSALS, ranks(weights), strict=True))
    named = [f"{found[one]} {one.label}" for one in order(weights)]
    return f"Your weights make this order: {', '.join(named)}."


def _firmness(weights: Weights) -> str:
    step = moves(weights)
    level = len(set(ranks(weights))) < len(PROPOSALS)
    return (
        f"There are {step.ways} ways to move one weight by 1. Of these, {step.order} change the "
        f"order and {step.first} change what comes first."
        f"{' Some are level now, and most steps part them.' if level else ''}"
    )


def _scores(weights: Weights) -> WordTable:
    return WordTable(
        f"How well each proposal serves each value, from 0 to {MOST}: our judgement, made up",
        ("Value", "Your weight", *(one.label for one in PROPOSALS)),
        tuple(
            (value.label, str(weight), *(str(one.scores[place]) for one in PROPOSALS))
            for place, (value, weight) in enumerate(zip(VALUES, weights, strict=True))
        ),
    )


def _over_all() -> str:
    return f"Over all weights, {percent(weigh_all().changed)} of single steps change the order."


def _first_places() -> str:
    every = weigh_all()
    named = zip(PROPOSALS, every.first, strict=True)
    firsts = [f"{one.label} in {percent(share)}" for one, share in named]
    return (
        f"There are {number(every.count)} ways to give weights. Alone in first place: "
        f"{', '.join(firsts)}. In {percent(every.fragile)} of all ways, at least one "
        "single step changes the order."
    )


def _choices(group: Group, problems: tuple[str, ...]) -> Finding:
    many = len(group.people)
    return Finding(
        title="What each person puts first",
        sentence=_average_against_people(group),
        rows_are="Proposal",
        rows=tuple(one.label for one in PROPOSALS),
        series=(
            Series(
                "People who put it first",
                tuple(float(group.who_put_first(one)) for one in PROPOSALS),
            ),
        ),
        unit="people",
        notes=(*problems, f"{many} {'person is' if many == 1 else 'people are'} counted. Whoever "
               "has two in first place is counted for both."),
    )  # fmt: skip


def _average_against_people(group: Group) -> str:
    first = group.first_by_average
    if not first:
        return "All weights are 0, so nothing comes first."
    many = len(group.people)
    said = [f"{group.who_put_first(one)} of {many}" for one in first]
    names = " and ".join(one.label for one in first)
    return (
        f"The average of all weights puts first: {names}. "
        f"People who put {'it' if len(first) == 1 else 'them'} first themselves: "
        f"{' and '.join(said)}."
    )


def _agreement(group: Group) -> Finding:
    spread, sides = group.spread, {"4 or 5": (4, 5), "0 or 1": (0, 1)}
    alike, apart = (VALUES[spread.index(end(spread))].label.lower() for end in (min, max))
    return Finding(
        title="How far people agree on each value",
        sentence=(
            f"Weights are most alike for {alike} and furthest apart for {apart}."
            if any(spread)
            else "Everybody gives the same weights."
        ),
        rows_are="Value",
        rows=tuple(value.label for value in VALUES),
        series=tuple(
            Series(f"Give it {side}", tuple(float(sum(w in both for w in weights))
                                            for weights in group.by_value))
            for side, both in sides.items()
        ),
        unit="people",
        tables=(_averages(group),),
    )  # fmt: skip


def _averages(group: Group) -> WordTable:
    rows = zip(VALUES, group.average, group.by_value, strict=True)
    return WordTable(
        "The average, and what it lies between",
        ("Value", "Average weight", "Lowest", "Highest"),
        tuple(
            (value.label, f"{average:.1f}", str(min(weights)), str(max(weights)))
            for value, average, weights in rows
        ),
    )
