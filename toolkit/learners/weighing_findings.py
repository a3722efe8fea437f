"""Lesson 8 in words: an order of proposals, how firm it is, and what a group's average hides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.language import _, ngettext
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
    title = _("What your weights put first")
    table = _scores(weights)
    if not any(weights):
        nothing = _("All your weights are 0, so nothing comes first.")
        return Finding(title, nothing, tables=(table,))
    most = MOST * sum(weights)
    shares = sorted((100 * total / most for total in totals(weights)), reverse=True)
    return Finding(
        title=title,
        sentence=f"{_over_all()} {_in_order(weights)} {_firmness(weights)}",
        rows_are=_("Proposal"),
        rows=tuple(_(one.label) for one in order(weights)),
        series=(Series(_("Share of the most it could have"), tuple(shares)),),
        unit="%",
        tables=(table,),
        notes=(_first_places(),),
    )


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
        asked = _("Write the weights of at least one person, {count} numbers on a line.")
        title = _("What each person puts first")
        return Finding(title, asked.format(count=len(VALUES)), notes=problems)
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
    named = [f"{found[one]} {_(one.label)}" for one in order(weights)]
    return _("Your weights make this order: {list}.").format(list=", ".join(named))


def _firmness(weights: Weights) -> str:
    step = moves(weights)
    told = _(
        "There are {ways} ways to move one weight by 1. Of these, {order} change the order and "
        "{first} change what comes first."
    ).format(ways=step.ways, order=step.order, first=step.first)
    if len(set(ranks(weights))) == len(PROPOSALS):
        return told
    level = _("Some are level now, and most steps part them.")
    return f"{told} {level}"


def _scores(weights: Weights) -> WordTable:
    title = _("How well each proposal serves each value, from 0 to {most}: our judgement, made up")
    return WordTable(
        title.format(most=MOST),
        (_("Value"), _("Your weight"), *(_(one.label) for one in PROPOSALS)),
        tuple(
            (_(value.label), str(weight), *(str(one.scores[place]) for one in PROPOSALS))
            for place, (value, weight) in enumerate(zip(VALUES, weights, strict=True))
        ),
    )


def _over_all() -> str:
    return _("Over all weights, {share} of single steps change the order.").format(
        share=percent(weigh_all().changed)
    )


def _first_places() -> str:
    every = weigh_all()
    firsts = [
        # For translators: how often it comes first, for example "Damp list in 22%".
        _("{proposal} in {share}").format(proposal=_(one.label), share=percent(share))
        for one, share in zip(PROPOSALS, every.first, strict=True)
    ]
    return _(
        "There are {ways} ways to give weights. Alone in first place: {list}. In {fragile} of all "
        "ways, at least one single step changes the order."
    ).format(ways=number(every.count), list=", ".join(firsts), fragile=percent(every.fragile))


def _choices(group: Group, problems: tuple[str, ...]) -> Finding:
    counted = ngettext(
        "{n} person is counted. Whoever has two in first place is counted for both.",
        "{n} people are counted. Whoever has two in first place is counted for both.",
        len(group.people),
    ).format(n=len(group.people))
    first = tuple(float(group.who_put_first(one)) for one in PROPOSALS)
    return Finding(
        title=_("What each person puts first"),
        sentence=_average_against_people(group),
        rows_are=_("Proposal"),
        rows=tuple(_(one.label) for one in PROPOSALS),
        series=(Series(_("People who put it first"), first),),
        unit=_("people"),
        notes=(*problems, counted),
    )


def _average_against_people(group: Group) -> str:
    first = group.first_by_average
    if not first:
        return _("All weights are 0, so nothing comes first.")
    counts = [
        # For translators: so many of all people, for example "2 of 7".
        _("{some} of {all}").format(some=group.who_put_first(one), all=len(group.people))
        for one in first
    ]
    both = _(" and ")
    return ngettext(
        "The average of all weights puts first: {names}. People who put it first themselves: "
        "{counts}.",
        "The average of all weights puts first: {names}. People who put them first themselves: "
        "{counts}.",
        len(first),
    ).format(names=both.join(_(one.label) for one in first), counts=both.join(counts))


def _agreement(group: Group) -> Finding:
    sides = ((_("Give it 4 or 5"), (4, 5)), (_("Give it 0 or 1"), (0, 1)))
    return Finding(
        title=_("How far people agree on each value"),
        sentence=_alike_and_apart(group),
        rows_are=_("Value"),
        rows=tuple(_(value.label) for value in VALUES),
        series=tuple(
            Series(name, tuple(float(sum(w in both for w in weights))
                               for weights in group.by_value))
            for name, both in sides
        ),
        unit=_("people"),
        tables=(_averages(group),),
    )  # fmt: skip


def _alike_and_apart(group: Group) -> str:
    spread = group.spread
    if not any(spread):
        return _("Everybody gives the same weights.")
    alike, apart = (VALUES[spread.index(end(spread))] for end in (min, max))
    return _("Weights are most alike for {alike} and furthest apart for {apart}.").format(
        alike=_(alike.within), apart=_(apart.within)
    )


def _averages(group: Group) -> WordTable:
    rows = zip(VALUES, group.average, group.by_value, strict=True)
    return WordTable(
        _("The average, and what it lies between"),
        (_("Value"), _("Average weight"), _("Lowest"), _("Highest")),
        tuple(
            (_(value.label), f"{average:.1f}", str(min(weights)), str(max(weights)))
            for value, average, weights in rows
        ),
    )
