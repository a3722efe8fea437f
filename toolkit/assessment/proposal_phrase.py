"""Turn the parts of a proposal's result into words: steps, switches, how firm it is."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed, named, signed
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import FitResult, ProposalResult, SafeguardResult
from toolkit.assessment.proposal_steps import ProposalStep
from toolkit.assessment.question import Question
from toolkit.assessment.stability import Stability, Switch
from toolkit.assessment.weighing import rules_of

__all__ = [
    "draws_sentence",
    "fit_words",
    "live_words",
    "proposal_step_effect",
    "risk_sentences",
    "safeguard_words",
    "some_named",
    "switch_sentence",
]

MOST_NAMED = 4


def live_words(result: ProposalResult) -> str:
    """Return how a proposal stands now, short enough to be read out at each answer.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Returns
    -------
    str
        Two or three short sentences.
    """
    sentences = [f"{result.outcome.title}."]
    if result.outcome.id != "not-needed":
        sentences.append(f"{tier_words(result.tier.number, result.tier.could_be)}.")
        sentences.append(f"Open red lines: {len(result.open_lines)}.")
    return " ".join(sentences)


def risk_sentences(result: ProposalResult) -> tuple[str, ...]:
    """Return risk, cover and what is left, in words.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Returns
    -------
    tuple of str
        Three sentences.
    """
    all_ = len(result.safeguards)
    shown = sum(s.shown for s in result.safeguards)
    spare = sum(not s.asked for s in result.safeguards)
    claimed = sum(s.claimed for s in result.safeguards)
    heaviest = some_named(result.heaviest)
    missing = some_named([s.question for s in result.safeguards if s.asked and not s.shown])
    return (
        f"Risk before safeguards: {result.inherent.high:.0f} of 100"
        f"{_from(result.inherent.low, result.inherent.high)}."
        + (f" Heaviest: {heaviest}." if heaviest else ""),
        f"Of {all_} safeguards, {shown} are shown to be in use ({claimed} are claimed), and "
        f"{spare} are not called for here." + (f" Not shown: {missing}." if missing else ""),
        f"Risk that is left: {result.residual.high:.0f} of 100"
        f"{_from(result.residual.low, result.residual.high)}. It orders proposals within a tier; "
        "it does not change the outcome.",
    )


def some_named(questions: Sequence[Question]) -> str:
    """Return the names of the first few questions, and how many more there are.

    Parameters
    ----------
    questions : sequence of Question
        Any number.

    Returns
    -------
    str
        Empty for none.
    """
    words = [named(question) for question in questions[:MOST_NAMED]]
    more = len(questions) - len(words)
    return listed([*words, f"{more} more"] if more else words)


def _from(low: float, high: float) -> str:
    return f", or as low as {low:.0f} once you know more" if round(low) != round(high) else ""


def fit_words(fit: FitResult) -> str:
    """Return how a proposal goes with a principle.

    Parameters
    ----------
    fit : FitResult
        The finding.

    Returns
    -------
    str
        The answer, with its number where it is known.
    """
    low, high = signed(fit.score.low), signed(fit.score.high)
    return f"{fit.label} ({low})" if low == high else f"{fit.label} (could be {low} to {high})"


def safeguard_words(safeguard: SafeguardResult) -> str:
    """Return how a safeguard stands.

    Parameters
    ----------
    safeguard : SafeguardResult
        The finding.

    Returns
    -------
    str
        A few words.
    """
    if not safeguard.asked:
        return "Not called for"
    if safeguard.shown:
        return "In use"
    if safeguard.claimed:
        return "Claimed, not shown"
    return "Not in use" if safeguard.known else "Not known"


def switch_sentence(switch: Switch, instrument: Instrument) -> str:
    """Return what one answer would change.

    Parameters
    ----------
    switch : Switch
        An answer that would change the outcome.
    instrument : Instrument
        The instrument.

    Returns
    -------
    str
        One sentence.
    """
    rule = switch.question.evidence
    above = rule is not None and (switch.to.points or 0.0) > rule.above
    shown = ", shown with evidence" if above else ""
    title = rules_of(instrument).outcomes[switch.outcome].title
    label = switch.to.label.rstrip(".")
    return f"If {named(switch.question)} were ‘{label}’{shown}: ‘{title}’."


def draws_sentence(found: Stability, instrument: Instrument) -> str:
    """Return how often the outcome stays when our judgements are moved.

    Parameters
    ----------
    found : Stability
        How firm the outcome is.
    instrument : Instrument
        The instrument.

    Returns
    -------
    str
        One or two sentences.
    """
    draws = rules_of(instrument).spread.draws
    kept = round(found.share * draws)
    sentence = f"We moved our own judgements {draws:,} times; the outcome stayed in {kept:,}."
    return f"This is a close call. {sentence}" if found.close_call else sentence


def proposal_step_effect(step: ProposalStep, instrument: Instrument) -> str:
    """Return what a step would change if it were done and shown, and nothing else changed.

    Parameters
    ----------
    step : ProposalStep
        The step.
    instrument : Instrument
        The instrument.

    Returns
    -------
    str
        One sentence.
    """
    if step.kind == "find out":
        return "Once you know, the result is more certain."
    rules, effects = rules_of(instrument), []
    if step.better:
        effects.append(f"leads to ‘{rules.outcomes[step.outcome].title}’")
    if step.lines:
        closes = "a red line" if len(step.lines) == 1 else f"{len(step.lines)} red lines"
        effects.append(f"closes {closes}")
    if step.conditions > 0:
        effects.append("meets a condition" if step.conditions == 1
                       else f"takes {step.conditions} conditions off the list")  # fmt: skip
    if step.tier > 0:
        effects.append("lowers the tier")
    if not effects and step.residual > 0:
        effects.append(f"lowers the risk that is left by {max(step.residual, 0.1):.1f} points")
    if not effects and step.fit > 0:
        effects.append("improves the fit with co-operative principles")
    return f"If done and shown, it {listed(effects)}." if effects else "It keeps what you have."
