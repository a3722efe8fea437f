"""What the inbox shows, told as findings: right answers, poor reasons, and other examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from toolkit.finding import Finding, Series, WordTable, percent, reaches
from toolkit.learners.inbox import TEAMS, Sorted, draw, sort_inbox, sort_office
from toolkit.learners.keyword_rule import parse_lines
from toolkit.learners.naive_bayes import Example
from toolkit.learners.words import quoted
from toolkit.lesson_parts import Choice

__all__ = ["ADDED", "OTHER_SAMPLES", "facts", "find_with_examples", "find_with_threshold"]

OTHER_SAMPLES = 20
ADDED = (
    Choice("office", "8 more messages in the office’s words"),
    Choice("residents", "8 messages in residents’ own words"),
)
_RANGE = f"lowest and highest in {OTHER_SAMPLES} other samples"
_KINDS = ("Right", "Wrong", "Sent to a person")
_Extra = tuple[Example, ...]


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
    others = [_counts(sort_inbox(one), threshold) for one in _others(seed)]
    right, wrong, people = counts
    return Finding(
        title="Where the messages go",
        sentence=f"A person gets {people} of {len(done)} messages. The sorter sends {right} to the "
        f"right team and {wrong} to the wrong one.",
        rows_are="Outcome",
        rows=_KINDS,
        series=(_with_range("Messages", counts, others),),
        unit="messages",
        seed=seed,
        range_is=_RANGE,
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
    before, after = sort_inbox(seed), sort_inbox(seed, (*_extra(seed, added), *mine))
    many = len(draw(seed).first)
    more = len(_extra(seed, added)) + len(mine)
    others = [sort_inbox(one, (*_extra(one, added), *mine)) for one in _others(seed)]
    series = [_with_range(f"{many} examples", _split(before), _elsewhere(seed))]
    if more:
        now = f"{many + more} examples"
        series.append(_with_range(now, _split(after), [_split(one) for one in others]))
    return Finding(
        title="What more examples change",
        sentence=_changed(before, after, many, more),
        rows_are="Outcome",
        rows=("Right", "Right, knowing only little words", "Wrong"),
        series=tuple(series),
        unit="messages",
        seed=seed,
        range_is=_RANGE,
        tables=_moved(before, after) if more else (),
        notes=(*problems, *(_how_often(seed) if added else ())),
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
    done, office = sort_inbox(seed), sort_office(seed)
    better, level, worse = _against_office(seed)
    owe = next(one for one in done if "owe" in one.text)
    return {
        "messages": str(len(done)),
        "right": str(sum(one.is_right for one in done)),
        "lucky": str(sum(one.is_lucky for one in done)),
        "office": str(len(office)),
        "office_first_right": str(sum(one.is_right for one in office)),
        "office_lucky": str(sum(one.is_lucky for one in office)),
        "owe_words": quoted(owe.known),
        "residents_right": str(_right(seed, "residents")),
        "office_right": str(_right(seed, "office")),
        "residents_better": str(better),
        "residents_worse": str(worse),
        "samples": str(better + level + worse),
    }


def _others(seed: int) -> range:
    return range(seed + 1, seed + OTHER_SAMPLES + 1)


@lru_cache(maxsize=256)
def _elsewhere(seed: int) -> tuple[tuple[int, ...], ...]:
    return tuple(_split(sort_inbox(one)) for one in _others(seed))


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
    return WordTable("Each message", ("Message", "Goes to (how sure)", "Words known"), rows)


def _where(one: Sorted, threshold: int) -> str:
    if not reaches(one.sure, threshold):
        return f"A person ({percent(one.sure)})"
    verdict = "right" if one.is_right else f"wrong, it is for {TEAMS[one.team]}"
    return f"{TEAMS[one.chosen]} ({percent(one.sure)}): {verdict}"


def _why(seed: int, done: Sequence[Sorted]) -> tuple[str, ...]:
    office = sort_office(seed)
    (right, lucky), (other, other_lucky) = (
        (sum(one.is_right for one in some), sum(one.is_lucky for one in some))
        for some in (done, office)
    )
    return (
        f"With no message sent to a person, {right} of {len(done)} are right. In {lucky} of those "
        "it knew no word, or only little words such as “i”, “and” or “the”.",
        f"It also sorts {len(office)} messages in the office’s own words that it had not seen: "
        f"{other} are right, and little words or none stand behind {other_lucky} of those.",
    )


def _changed(before: Sequence[Sorted], after: Sequence[Sorted], many: int, more: int) -> str:
    right, now = (sum(one.is_right for one in done) for done in (before, after))
    if not more:
        return f"With {many} examples, {right} of {len(before)} messages go to the right team."
    examples = "example" if more == 1 else "examples"
    first = f"With {more} more {examples}, {now} of {len(after)} messages go to the right team"
    return f"{first}. With the first {many} it was {right}."


def _moved(before: Sequence[Sorted], after: Sequence[Sorted]) -> tuple[WordTable, ...]:
    rows = tuple(
        (new.text, f"{TEAMS[old.chosen]} ({'right' if old.is_right else 'wrong'})",
         f"{TEAMS[new.chosen]} ({'right' if new.is_right else 'wrong'})")
        for old, new in zip(before, after, strict=True) if old.chosen != new.chosen
    )  # fmt: skip
    return (
        WordTable("Messages that now go elsewhere", ("Message", "Before", "Now"), rows),
    ) * bool(rows)


def _extra(seed: int, added: Sequence[str]) -> _Extra:
    drawn = draw(seed)
    office = drawn.office if "office" in added else ()
    return (*office, *(drawn.residents if "residents" in added else ()))


@lru_cache(maxsize=1024)
def _right(seed: int, added: str) -> int:
    return sum(one.is_right for one in sort_inbox(seed, _extra(seed, (added,))))


def _against_office(seed: int) -> tuple[int, int, int]:
    steps = [_right(one, "residents") - _right(one, "office") for one in (seed, *_others(seed))]
    better, worse = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return better, len(steps) - better - worse, worse


def _how_often(seed: int) -> tuple[str, ...]:
    better, level, worse = _against_office(seed)
    return (
        f"How much is luck? In {better} of {better + level + worse} samples, 8 messages in "
        f"residents’ words did better than 8 in the office’s. In {level} they did as well, and in "
        f"{worse} worse.",
    )
