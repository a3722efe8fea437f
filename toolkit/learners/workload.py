"""What checking a tool's flags takes, and what happens to the flags that nobody checks.

Exact arithmetic with no chance in it: how common something is (the base rate), how often the tool
is right in each direction, and how many hours people have.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Workload"]


@dataclass(frozen=True)
class Workload:
    """Cases that a tool flags and people check. All made up, and all of it can be changed.

    Parameters
    ----------
    cases : int
        How many people the tool looks at in a year.
    need : float
        Share of them who truly need action, 0 to 1: the base rate.
    finds : float
        Share of those in need whom the tool flags, 0 to 1: its sensitivity.
    false_alarms : float
        Share of the others, who need nothing, whom it flags, 0 to 1: one less its specificity.
    minutes : float
        How long it takes a person to check one flag.
    hours : float
        How many hours people have for checking in that year.
    waved_through : float
        Share of wrong flags that a person checks and lets stand, 0 to 1: automation bias.

    Raises
    ------
    ValueError
        For a share outside 0 to 1, and for time or people below zero.
    """

    cases: int = 20_000
    need: float = 0.02
    finds: float = 0.90
    false_alarms: float = 0.05
    minutes: float = 20.0
    hours: float = 150.0
    waved_through: float = 0.20

    def __post_init__(self) -> None:
        for share in (self.need, self.finds, self.false_alarms, self.waved_through):
            if not 0 <= share <= 1:
                raise ValueError(f"a share is between 0 and 1, not {share}")
        if min(self.cases, self.minutes, self.hours) < 0:
            raise ValueError("cases, minutes and hours are not below zero")

    @property
    def in_need(self) -> float:
        """How many people truly need action."""
        return self.cases * self.need

    @property
    def found(self) -> float:
        """How many people in need are flagged."""
        return self.in_need * self.finds

    @property
    def missed(self) -> float:
        """How many people in need are not flagged."""
        return self.in_need - self.found

    @property
    def wrongly_flagged(self) -> float:
        """How many people are flagged who need no action."""
        return (self.cases - self.in_need) * self.false_alarms

    @property
    def flagged(self) -> float:
        """How many people are flagged."""
        return self.found + self.wrongly_flagged

    @property
    def right_when_flagged(self) -> float:
        """Share of flags that are right, 0 to 1; 0 where nobody is flagged."""
        return self.found / self.flagged if self.flagged else 0.0

    @property
    def hours_needed(self) -> float:
        """How many hours it takes to check every flag."""
        return self.flagged * self.minutes / 60

    @property
    def checked(self) -> float:
        """Share of flags that people have time to check, 0 to 1; 1 where nobody is flagged."""
        return min(1.0, self.hours / self.hours_needed) if self.hours_needed else 1.0

    @property
    def wrongly_affected(self) -> float:
        """How many people are flagged wrongly and not put right.

        Flags are checked in no particular order, so wrong ones are checked as often as others.
        """
        return self.wrongly_flagged * (1 - self.checked * (1 - self.waved_through))

    @property
    def put_right(self) -> float:
        """How many people are flagged wrongly and cleared by a person."""
        return self.wrongly_flagged - self.wrongly_affected
