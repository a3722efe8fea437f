"""Whether the dates of a case study hold together, and with today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from toolkit.errors import Problem
from toolkit.language import _

__all__ = ["date_problems"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def date_problems(content: dict[str, Any], today: date) -> Iterator[Problem]:
    """Yield what is wrong with the dates of a case.

    Parameters
    ----------
    content : dict
        Its front matter.
    today : date
        The day to hold them against.

    Yields
    ------
    Problem
        Most are warnings.
    """
    yield from _order(content, today)
    yield from _future(content, today)


def _order(content: dict[str, Any], today: date) -> Iterator[Problem]:
    due, published = str(content.get("review_due", "")), str(content.get("published", ""))
    later = f"{today.year + 1}-{today:%m}-01"
    if due and published and due < published:
        yield Problem(
            "review_due",
            _("{due} is before the day it was published, {published}").format(
                due=due, published=published
            ),
            _("check the year, for example: {day}").format(day=later),
            warning=True,
            path=("review_due",),
        )
    elif due and due < today.isoformat():
        yield Problem(
            "review_due",
            _("{due} has passed").format(due=due),
            _("check the sources again and set a new date, for example: {day}").format(day=later),
            warning=True,
            path=("review_due",),
        )
    start, end = content.get("year_start"), content.get("year_end")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        yield Problem(
            "year_end",
            _("{end} is before the year it began, {start}").format(end=end, start=start),
            _("check both years"),
            path=("year_end",),
        )


def _future(content: dict[str, Any], today: date) -> Iterator[Problem]:
    reviewed = content.get("reviewed")
    on = reviewed.get("on") if isinstance(reviewed, dict) else None
    for path, day in ((("published",), content.get("published")), (("reviewed", "on"), on)):
        if _DAY.fullmatch(str(day)) and str(day) > today.isoformat():
            yield Problem(
                ", ".join(path),
                _("{day} is still to come").format(day=day),
                _("check the date; today is {today}").format(today=today.isoformat()),
                warning=True,
                path=path,
            )
