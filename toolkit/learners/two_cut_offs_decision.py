"""What a learner can decide about two cut-offs, and the record of a decision with its reason."""

from __future__ import annotations

from toolkit.finding import number, percent
from toolkit.language import N_, _
from toolkit.learners.two_cut_offs import RULES, Rule, best_pair
from toolkit.lesson_parts import Choice

__all__ = ["PLACES", "RULE_CHOICES", "decision"]

PLACES = 1600  # how many people the council can support
RULE_CHOICES = (
    Choice("same", N_("The cut-off"), N_("One number for everybody.")),
    Choice("found", N_("How many of those in need are found")),
    Choice("wrongly", N_("How many of the others are wrongly flagged")),
    Choice("right", N_("How often a flag is right")),
    Choice("all", N_("All three shares at once, as near as can be")),
)
_KEPT: dict[Rule, str] = {
    "same": N_("We chose to make this alike in both wards: the cut-off."),
    "found": N_("We chose to make this alike in both wards: how many of those in need are found."),
    "wrongly": N_(
        "We chose to make this alike in both wards: how many of the others are wrongly flagged."
    ),
    "right": N_("We chose to make this alike in both wards: how often a flag is right."),
    "all": N_(
        "We chose to make this alike in both wards: all three shares at once, as near as can be."
    ),
}


def decision(seed: int, *, decided: str, reason: str) -> str:
    """Return a decision and its reason, as a record to keep.

    Parameters
    ----------
    seed : int
        The sample.
    decided : str
        One of `RULES`, empty where none is chosen.
    reason : str
        What the learner wrote.

    Returns
    -------
    str
        Empty until there is a choice and a reason.
    """
    rule = next((name for name in RULES if name == decided), None)
    pair = best_pair(seed, rule, PLACES) if rule else None
    if not (rule and pair and reason.strip()):
        return ""
    outcome = _(
        "With {places} places the cut-offs are {cut_off_a} and {cut_off_b}, and {found} of people "
        "in need are found (made-up data, sample {sample})."
    ).format(
        places=number(PLACES),
        cut_off_a=pair.cut_offs[0],
        cut_off_b=pair.cut_offs[1],
        found=percent(pair.found),
        sample=seed,
    )
    why = _("Our reason: {reason}").format(reason=reason.strip())
    return f"{_(_KEPT[rule])} {outcome} {why}"
