"""Turn the parts of a proposal's result into words: steps, switches, how firm it is."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed, named, signed
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import FitResult, ProposalResult, SafeguardResult
from toolkit.assessment.proposal_steps import ProposalStep
from toolkit.assessment.question import Question
from toolkit.assessment.result import Range
from toolkit.assessment.stability import Stability, Switch
from toolkit.assessment.weighing import rules_of
from toolkit.language import N_, _, ngettext

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

BEFORE = N_("Risk before safeguards: {high:.0f} of 100.")
BEFORE_RANGE = N_(
    "Risk before safeguards: {high:.0f} of 100, or as low as {low:.0f} once you know more."
)
LEFT = N_("Risk that is left: {high:.0f} of 100.")
LEFT_RANGE = N_("Risk that is left: {high:.0f} of 100, or as low as {low:.0f} once you know more.")


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
        sentences.append(_("Open red lines: {count}.").format(count=len(result.open_lines)))
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
        _risk(_(BEFORE), _(BEFORE_RANGE), result.inherent)
        + (_(" Heaviest: {heaviest}.").format(heaviest=heaviest) if heaviest else ""),
        _(
            "Of {all} safeguards, {shown} are shown to be in use ({claimed} are claimed), "
            "and {spare} are not called for here."
        ).format(all=all_, shown=shown, claimed=claimed, spare=spare)
        + (_(" Not shown: {missing}.").format(missing=missing) if missing else ""),
        _risk(_(LEFT), _(LEFT_RANGE), result.residual)
        + " "
        + _("It orders proposals within a tier; it does not change the outcome."),
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
    return listed([*words, _("{more} more").format(more=more)] if more else words)


def _risk(one: str, many: str, risk: Range) -> str:
    known = round(risk.low) == round(risk.high)
    return (one if known else many).format(high=risk.high, low=risk.low)


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
    return (
        f"{fit.label} ({low})"
        if low == high
        else _("{label} (could be {low} to {high})").format(label=fit.label, low=low, high=high)
    )


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
        return _("Not called for")
    if safeguard.shown:
        return _("In use")
    if safeguard.claimed:
        return _("Claimed, not shown")
    return _("Not in use") if safeguard.known else _("Not known")


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
    told = (
        _("If {question} were ‘{label}’, shown with evidence: ‘{title}’.")
        if above
        else _("If {question} were ‘{label}’: ‘{title}’.")
    )
    title = rules_of(instrument).outcomes[switch.outcome].title
    label = switch.to.label.rstrip(".")
    return told.format(question=named(switch.question), label=label, title=title)


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
    sentence = _(
        "We moved our own judgements {draws:,} times; the outcome stayed in {kept:,}."
    ).format(draws=draws, kept=kept)
    return (
        _("This is a close call. {sentence}").format(sentence=sentence)
        if found.close_call
        else sentence
    )


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
        return _("Once you know, the result is more certain.")
    rules, effects = rules_of(instrument), []
    if step.better:
        effects.append(_("leads to ‘{title}’").format(title=rules.outcomes[step.outcome].title))
    if step.lines:
        told = ngettext("closes a red line", "closes {count} red lines", len(step.lines))
        effects.append(told.format(count=len(step.lines)))
    if step.conditions > 0:
        told = ngettext(
            "meets a condition", "takes {count} conditions off the list", step.conditions
        )
        effects.append(told.format(count=step.conditions))
    if step.tier > 0:
        effects.append(_("lowers the tier"))
    if not effects and step.residual > 0:
        told = _("lowers the risk that is left by {points:.1f} points")
        effects.append(told.format(points=max(step.residual, 0.1)))
    if not effects and step.fit > 0:
        effects.append(_("improves the fit with co-operative principles"))
    if not effects:
        return _("It keeps what you have.")
    return _("If done and shown, it {list}.").format(list=listed(effects))
