"""The numbers that the words of the lesson on fluent text speak of."""

from __future__ import annotations

from functools import lru_cache

from toolkit.finding import percent
from toolkit.learners.bot_findings import false_of_fluent
from toolkit.learners.council_pages import answered, load_site
from toolkit.learners.network_findings import ROUNDS, network_verdicts
from toolkit.learners.notices import publish

__all__ = ["LOOK_BACK", "LOWEST", "facts"]

LOOK_BACK = 5  # words: where the lesson starts
LOWEST = 25  # lowest match, in per cent: where the lesson starts


@lru_cache(maxsize=256)
def facts(seed: int) -> dict[str, str]:
    """Return the numbers that the lesson's quiz and take-away speak of, as text.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    shown, secret = (network_verdicts(seed, ROUNDS, 0, hidden) for hidden in (False, True))
    questions = load_site().questions
    return {
        "look_back": str(LOOK_BACK),
        "notices": str(len(publish(seed).sentences)),
        "false": percent(false_of_fluent(seed, LOOK_BACK)),
        "shown_true": percent(shown["true"]),
        "secret_false": percent(secret["wrong"]),
        "secret_true": percent(secret["true"]),
        "rounds": str(ROUNDS),
        "neighbour_wrong": str(answered((), LOWEST)["neighbour"].wrong),
        "neighbour": str(sum(kind == "neighbour" for kind, _, _ in questions)),
    }
