"""What the inbox shows, told as findings: right answers, poor reasons, and other examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from toolkit.finding import Finding, Series, WordTable, percent, reaches
from toolkit.language import N_, _, ngettext
from toolkit.learners.inbox import TEAMS, Sorted, draw, sort_inbox, sort_office
from toolkit.learners.inbox_samples import (
    OTHER_SAMPLES,
    against_office,
    extra_examples,
    other_samples,
    right_with,
)
from toolkit.learners.keyword_rule import parse_lines
from toolkit.learners.words import quoted
from toolkit.lesson_parts import Choice

__all__ = ["ADDED", "facts", "find_with_examples", "find_with_threshold"]

ADDED = (
    Choice("office", N_("8 more messages in the office’s words")),
    Choice("residents", N_("8 messages in residents’ own words")),
)


def find_with_threshold(seed: int, *, threshold: int) -> Finding:
    """Return what happens when messages go to a person unless the sorter is sure enough.

    Parameters
    ----------
    seed : int
        The sample.
    threshold : int
        How sure it has to be, in per cent.

    Returns
    -------
    Finding
        How many messages go right, go wrong or go to a person, and each message by itself.
    """
    done = sort_inbox(seed)
    counts = _counts(done, threshold)
    others = [_counts(sort_inbox(one), threshold) for one in other_samples(seed)]
    right, wrong, people = counts
    return Finding(
        title=_("Where the messages go"),
        sentence=_(
            "A person gets {people} of {all} messages. The sorter sends {right} to the right team "
            "and {wrong} to the wrong one."
        ).format(people=people, all=len(done), right=right, wrong=wrong),
        rows_are=_("Outcome"),
        rows=(_("Right"), _("Wrong"), _("Sent to a person")),
        series=(_with_range(_("Messages"), counts, others),),
        unit=_("messages"),
        seed=seed,
        range_is=_range(),
        tables=(_each(done, threshold),),
        notes=_why(seed, done),
    )


def find_with_examples(seed: int, *, added: Sequence[str] = (), own: Sequence[str] = ()) -> Finding:
    """Return what more examples to learn from change.

    Parameters
    ----------
    seed : int
        The sample.
    added : sequence of str
        Which of `ADDED`.
    own : sequence of str
        The learner's own examples: a team, a colon and a message.

    Returns
    -------
    Finding
        How many messages go right before and after, with the range in other samples.
    """
    mine, problems = parse_lines(own, tuple(TEAMS))
    before, after = sort_inbox(seed), sort_inbox(seed, (*extra_examples(seed, added), *mine))
    many = len(draw(seed).first)
    more = len(extra_examples(seed, added)) + len(mine)
    others = [sort_inbox(one, (*extra_examples(one, added), *mine)) for one in other_samples(seed)]
    series = [_with_range(_examples(many), _split(before), _elsewhere(seed))]
    if more:
        now = _examples(many + more)
        series.append(_with_range(now, _split(after), [_split(one) for one in others]))
    return Finding(
        title=_("What more examples change"),
        sentence=_changed(before, after, many, more),
        rows_are=_("Outcome"),
        rows=(_("Right"), _("Right, knowing only little words"), _("Wrong")),
        series=tuple(series),
        unit=_("messages"),
        seed=seed,
        range_is=_range(),
        tables=_moved(before, after) if more else (),
        notes=(*problems, *(_how_often(seed) if added else ())),
    )


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
    owe = next(one for one in sort_inbox(seed) if "owe" in one.text)
    return {**_numbers(seed), "owe_words": quoted(owe.known)}


@lru_cache(maxsize=256)
def _numbers(seed: int) -> dict[str, str]:
    """Return the facts that are the same in every language, so that they can be kept."""
    done, office = sort_inbox(seed), sort_office(seed)
    better, level, worse = against_office(seed)
    return {
        "messages": str(len(done)),
        "right": str(sum(one.is_right for one in done)),
        "lucky": str(sum(one.is_lucky for one in done)),
        "office": str(len(office)),
        "office_first_right": str(sum(one.is_right for one in office)),
        "office_lucky": str(sum(one.is_lucky for one in office)),
        "residents_right": str(right_with(seed, "residents")),
        "office_right": str(right_with(seed, "office")),
        "residents_better": str(better),
        "residents_worse": str(worse),
        "samples": str(better + level + worse),
    }


def _range() -> str:
    return _("lowest and highest in {samples} other samples").format(samples=OTHER_SAMPLES)


def _examples(count: int) -> str:
    return ngettext("{count} example", "{count} examples", count).format(count=count)


@lru_cache(maxsize=256)
def _elsewhere(seed: int) -> tuple[tuple[int, ...], ...]:
    return tuple(_split(sort_inbox(one)) for one in other_samples(seed))


def _counts(done: Sequence[Sorted], threshold: int) -> tuple[int, int, int]:
    kept = [one for one in done if reaches(one.sure, threshold)]
    right = sum(one.is_right for one in kept)
    return right, len(kept) - right, len(done) - len(kept)


def _split(done: Sequence[Sorted]) -> tuple[int, int, int]:
    right = sum(one.is_right for one in done)
    return right, sum(one.is_lucky for one in done), len(done) - right


def _with_range(name: str, counts: Sequence[int], others: Sequence[Sequence[int]]) -> Series:
    columns = list(zip(*others, strict=True))
    return Series(name, tuple(counts), tuple(map(min, columns)), tuple(map(max, columns)))


def _each(done: Sequence[Sorted], threshold: int) -> WordTable:
    rows = tuple((one.text, _where(one, threshold), quoted(one.known)) for one in done)
    header = (_("Message"), _("Goes to (how sure)"), _("Words known"))
    return WordTable(_("Each message"), header, rows)


def _where(one: Sorted, threshold: int) -> str:
    if not reaches(one.sure, threshold):
        return _("A person ({sure})").format(sure=percent(one.sure))
    told = _("{team} ({sure}): wrong, it is for {other}")
    if one.is_right:
        told = _("{team} ({sure}): right")
    team, other = _(TEAMS[one.chosen]), _(TEAMS[one.team])
    return told.format(team=team, sure=percent(one.sure), other=other)


def _why(seed: int, done: Sequence[Sorted]) -> tuple[str, ...]:
    office = sort_office(seed)
    (right, lucky), (other, other_lucky) = (
        (sum(one.is_right for one in some), sum(one.is_lucky for one in some))
        for some in (done, office)
    )
    return (
        _(
            "With no message sent to a person, {right} of {all} are right. In {lucky} of those it "
            "knew no word, or only little words such as “i”, “and” or “the”."
        ).format(right=right, all=len(done), lucky=lucky),
        _(
            "It also sorts {all} messages in the office’s own words that it had not seen: {right} "
            "are right, and little words or none stand behind {lucky} of those."
        ).format(right=other, all=len(office), lucky=other_lucky),
    )


def _changed(before: Sequence[Sorted], after: Sequence[Sorted], many: int, more: int) -> str:
    right, now = (sum(one.is_right for one in done) for done in (before, after))
    if not more:
        told = ngettext(
            "With {count} example, {right} of {all} messages go to the right team.",
            "With {count} examples, {right} of {all} messages go to the right team.",
            many,
        )
        return told.format(count=many, right=right, all=len(before))
    before_that = _("With the first {count} it was {right}.").format(count=many, right=right)
    told = ngettext(
        "With {count} more example, {right} of {all} messages go to the right team.",
        "With {count} more examples, {right} of {all} messages go to the right team.",
        more,
    ).format(count=more, right=now, all=len(after))
    return f"{told} {before_that}"


def _moved(before: Sequence[Sorted], after: Sequence[Sorted]) -> tuple[WordTable, ...]:
    rows = tuple(
        (new.text, _judged(old), _judged(new))
        for old, new in zip(before, after, strict=True)
        if old.chosen != new.chosen
    )
    header = (_("Message"), _("Before"), _("Now"))
    return (WordTable(_("Messages that now go elsewhere"), header, rows),) if rows else ()


def _judged(one: Sorted) -> str:
    told = _("{team} (right)") if one.is_right else _("{team} (wrong)")
    return told.format(team=_(TEAMS[one.chosen]))


def _how_often(seed: int) -> tuple[str, ...]:
    better, level, worse = against_office(seed)
    return (
        _(
            "How much is luck? In {better} of {all} samples, 8 messages in residents’ words did "
            "better than 8 in the office’s. In {level} they did as well, and in {worse} worse."
        ).format(better=better, all=better + level + worse, level=level, worse=worse),
    )
