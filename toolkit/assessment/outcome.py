"""From tier, red lines, safeguards, fit and stage to exactly one outcome."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.proposal_rules import OutcomeId

__all__ = ["Facts", "outcome_of"]


@dataclass(frozen=True)
class Facts:
    """All that an outcome depends on.

    Parameters
    ----------
    not_needed : bool
        There is no AI in it, and it takes no part in decisions.
    red_line : bool
        A red line is open.
    tier : int
        1 to 4.
    missing : bool
        A safeguard that the tier asks for is missing.
    fit_too_low : bool
        The co-operative fit is below its cut-off.
    allowed : int or None
        The highest tier that the council's stage allows; None where the stage is not given.
    """

    not_needed: bool
    red_line: bool
    tier: int
    missing: bool
    fit_too_low: bool
    allowed: int | None = None


def outcome_of(facts: Facts, pilot_up_to: int) -> OutcomeId:
    """Return the outcome: the first of these rules that applies.

    Parameters
    ----------
    facts : Facts
        What is known, at its worst.
    pilot_up_to : int
        The highest tier that may be a pilot with safeguards missing.

    Returns
    -------
    str
        The id of the outcome.

    Examples
    --------
    >>> outcome_of(Facts(False, False, 2, missing=True, fit_too_low=False), pilot_up_to=3)
    'pilot'
    >>> outcome_of(Facts(False, False, 4, missing=True, fit_too_low=False), pilot_up_to=3)
    'rethink'
    """
    if facts.not_needed:
        return "not-needed"
    if facts.red_line:
        return "do-not-proceed"
    if facts.fit_too_low or (facts.allowed is not None and facts.tier > facts.allowed):
        return "rethink"
    if facts.missing:
        return "pilot" if facts.tier <= pilot_up_to else "rethink"
    return "proceed"
