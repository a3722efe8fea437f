"""What a learner can decide about two cut-offs, and the record of a decision with its reason."""

from __future__ import annotations

from toolkit.finding import number, percent
from toolkit.learners.two_cut_offs import RULES, best_pair
from toolkit.lesson_parts import Choice

__all__ = ["PLACES", "RULE_CHOICES", "decision"]

PLACES = 1600  # how many people the council can support
RULE_CHOICES = (
    Choice("same", "The cut-off", "One number for everybody."),
    Choice("found", "How many of those in need are found"),
    Choice("wrongly", "How many of the others are wrongly flagged"),
    Choice("right", "How often a flag is right"),
    Choice("all", "All three shares at once, as near as can be"),
)


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
    texts = {name: choice.text for name, choice in zip(RULES, RULE_CHOICES, strict=True)}
    rule = next((name for name in RULES if name == decided), None)
    pair = best_pair(seed, rule, PLACES) if rule else None
    if not (rule and pair and reason.strip()):
        return ""
    cut_offs = " and ".join(map(str, pair.cut_offs))
    return (
        f"We keep this alike in both wards: {texts[rule].lower()}. With {number(PLACES)} places "
        f"the cut-offs are {cut_offs}, and {percent(pair.found)} of people in need are found "
        f"(made-up data, sample {seed}). Our reason: {reason.strip()}"
    )
