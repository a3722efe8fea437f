"""Which results of an activity are worked out beforehand: all of them, or an even share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import prod

from toolkit.yamlfile import Json

__all__ = ["MOST", "Dial", "settings", "subsets", "thin"]

MOST = 60  # results of one activity; more would make a page slow to open on a phone
FEWEST = 3  # positions of a slider, of which two are its ends


@dataclass(frozen=True)
class Dial:
    """One control of an activity, and the positions it is worked out for.

    Parameters
    ----------
    name : str
        The control's name.
    positions : tuple
        The values, as the bridge would send them.
    start : int
        Which of them it stands at first.
    press : tuple of str
        The action and value of the button that uses it; empty where it acts at once.
    slides : bool
        Whether its positions are numbers of which some may be left out.
    all : int
        How many positions the live activity has.
    """

    name: str
    positions: tuple[Json, ...]
    start: int = 0
    press: tuple[str, str] | tuple[()] = ()
    slides: bool = False
    all: int = 0


def thin(dials: Sequence[Dial], most: int = MOST) -> tuple[Dial, ...]:
    """Return dials with so few positions that all settings together are not too many.

    Parameters
    ----------
    dials : sequence of Dial
        Each with all its positions.
    most : int
        How many settings there may be.

    Returns
    -------
    tuple of Dial
        Sliders keep their ends and their start. None is cut below three positions, so where
        there are many sliders `settings` moves one at a time.

    Examples
    --------
    >>> slider = Dial("share", tuple(map(str, range(0, 101, 5))), start=5, slides=True)
    >>> thin([slider, slider], 9)[0].positions
    ('0', '25', '100')
    """
    sliding = [dial for dial in dials if dial.slides]
    others = prod(len(dial.positions) for dial in dials if not dial.slides)
    room = most // others if others else most
    each = FEWEST
    while sliding and prod(min(each + 1, len(dial.positions)) for dial in sliding) <= room:
        if each >= max(len(dial.positions) for dial in sliding):
            break
        each += 1
    if sliding and FEWEST ** len(sliding) > room:  # one at a time, so each may have more
        each = max(FEWEST, most // sum(1 for _ in sliding))
    return tuple(_thin_one(dial, each) if dial.slides else dial for dial in dials)


def _thin_one(dial: Dial, wanted: int) -> Dial:
    last = len(dial.positions) - 1
    if last < wanted:
        return dial
    kept = [round(step * last / (wanted - 1)) for step in range(wanted)]
    nearest = min(kept[1:-1], key=lambda at: abs(at - dial.start), default=dial.start)
    if dial.start not in kept:
        kept[kept.index(nearest)] = dial.start
    positions = tuple(dial.positions[at] for at in kept)
    return replace(dial, positions=positions, start=kept.index(dial.start))


def settings(dials: Sequence[Dial], most: int = MOST) -> tuple[tuple[int, ...], ...]:
    """Return the settings to work out, each as the position of every dial.

    Parameters
    ----------
    dials : sequence of Dial
        As `thin` returns them.
    most : int
        How many there may be.

    Returns
    -------
    tuple of tuple of int
        Every combination; or where those are too many, each dial moved by itself.

    Examples
    --------
    >>> settings([Dial("a", ("0", "1")), Dial("b", ("0", "1"))], most=3)
    ((0, 0), (0, 1), (1, 0))
    """
    if prod(len(dial.positions) for dial in dials) <= most:
        return tuple(product(*(range(len(dial.positions)) for dial in dials)))
    start = tuple(dial.start for dial in dials)
    moved = {
        (*start[:place], at, *start[place + 1 :])
        for place, dial in enumerate(dials)
        for at in range(len(dial.positions))
    }
    return tuple(sorted(moved))


def subsets(names: Sequence[str]) -> tuple[Json, ...]:
    """Return what can be ticked of some boxes: everything, or where they are many a part of it.

    Parameters
    ----------
    names : sequence of str
        The boxes.

    Returns
    -------
    tuple
        Lists of names, nothing first. Of more than five boxes: none, each, every pair, and all.

    Examples
    --------
    >>> subsets(["a", "b"])
    ([], ['a'], ['b'], ['a', 'b'])
    """
    sizes = range(len(names) + 1) if len(names) <= 5 else (0, 1, 2, len(names))
    return tuple(list(some) for size in sizes for some in combinations(names, size))
