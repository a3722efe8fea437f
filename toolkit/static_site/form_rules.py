"""How a self-assessment's answers become its result, in words for somebody with a pencil."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import OutcomeId, Part, ProposalRules
from toolkit.assessment.stage import Stage
from toolkit.language import _

__all__ = ["Rule", "rules_of"]


@dataclass(frozen=True)
class Rule:
    """One thing that the answers are held against.

    Parameters
    ----------
    name : str
        What it is.
    text : str
        What holds, as a sentence.
    """

    name: str
    text: str


def rules_of(form: Instrument) -> tuple[Rule, ...]:
    """Return how answers become a result.

    Parameters
    ----------
    form : Instrument
        About a council or about a proposal.

    Returns
    -------
    tuple of Rule
        In the order to follow them.
    """
    return _proposal(form, form.proposal) if form.proposal else _readiness(form)


def _readiness(form: Instrument) -> tuple[Rule, ...]:
    """Return how answers become scores and a stage."""
    rules = [
        Rule(
            _("Each part"),
            _(
                "Its score is the mean of the numbers of your answers. "
                "Leave out what does not apply."
            ),
        )
    ]
    if any(question.weight != 1 for question in form.questions):
        heavy = ", ".join(q.id for q in form.questions if q.weight != 1)
        text = _("Questions with another weight: {questions}.").format(questions=heavy)
        rules.append(Rule(_("Some count more"), text))
    for rule in dict.fromkeys(q.evidence for q in form.questions if q.evidence):
        grade = form.grades[rule.grade].label
        text = _("An answer above {number} counts as {number} until “{grade}”.").format(
            number=f"{rule.above:g}", grade=grade
        )
        rules.append(Rule(_("Evidence"), text))
    if form.stages:
        parts = ", ".join(form.stages.weakest_of)
        text = _("The weakest of the parts {parts} sets it.").format(parts=parts)
        rules.append(Rule(_("The stage"), text))
        rules += [Rule(stage.title, _reached(stage)) for stage in form.stages.steps]
        rules += [_gate(form, place) for place in range(len(form.gates))]
    return tuple(rules)


def _reached(stage: Stage) -> str:
    every = stage.every_area
    text = _("From {score} there, and every part {every}.") if every else _("From {score} there.")
    return f"{text.format(score=f'{stage.from_score:g}', every=f'{every or 0:g}')} {stage.meaning}"


def _gate(form: Instrument, place: int) -> Rule:
    gate = form.gates[place]
    stages = form.stages
    caps = stages.steps[stages.place(gate.caps_at)].title if stages else gate.caps_at
    text = _("Without {number} at {question}, the stage is at most “{stage}”.").format(
        number=f"{gate.at_least:g}", question=gate.question, stage=caps
    )
    return Rule(_("Must have: {name}").format(name=gate.name), text)


def _proposal(form: Instrument, rules: ProposalRules) -> tuple[Rule, ...]:
    return (
        *_tier(form, rules),
        *(_safeguards(form, rules, number) for number in range(1, len(rules.tiers) + 1)),
        *_red_lines(form, rules),
        *_outcome(rules),
    )


def _tier(form: Instrument, rules: ProposalRules) -> list[Rule]:
    what = _("Find your answer to {role} below, then the worst answer to {worst}.").format(
        role=rules.role, worst=", ".join(rules.severity)
    )
    roles = form.by_id[rules.role].by_choice
    steps = [
        Rule(
            _plain(roles[role].label),
            ", ".join(
                _("tier {tier} at {step}").format(tier=tier, step=step)
                for step, tier in enumerate(tiers)
            )
            + ".",
        )
        for role, tiers in rules.matrix.items()
    ]
    lifts = [
        Rule(
            trigger.name[:1].upper() + trigger.name[1:],
            _("At least tier {tier}, where {holds}.").format(
                tier=trigger.tier, holds=_holds(form, trigger.part)
            ),
        )
        for trigger in rules.triggers
    ]
    return [Rule(_("The tier of risk"), what), *steps, *lifts]


def _safeguards(form: Instrument, rules: ProposalRules, number: int) -> Rule:
    tier, needed = rules.tiers[number - 1], rules.required[number - 1]
    names = ", ".join(one.id for one in form.questions if one.id in needed)
    needs = _("Safeguards it needs, each at {in_use} or more: {names}.").format(
        in_use=f"{rules.in_use:g}", names=names or _("none")
    )
    name = _("Tier {number}: {name}").format(number=number, name=tier.title)
    return Rule(name, f"{tier.approval} {needs} {tier.duties}")


def _red_lines(form: Instrument, rules: ProposalRules) -> list[Rule]:
    return [
        Rule(
            _("Red line: {name}").format(name=line.name),
            _("It is open where {holds}.").format(
                holds=_(" and ").join(_holds(form, part) for part in line.open_when)
            )
            + f" {line.advice}",
        )
        for line in rules.red_lines
    ]


def _outcome(rules: ProposalRules) -> list[Rule]:
    """Return the outcomes in the order in which the first that fits is the one."""
    when: dict[OutcomeId, str] = {
        "not-needed": _("Look at this first."),
        "do-not-proceed": _("Then at this."),
        "rethink": _(
            "No red line is open. But the mean of {fit} is below {number}, or a safeguard is "
            "missing at a tier above {tier}, or your council's readiness does not allow the tier."
        ).format(
            fit=", ".join(rules.fit), number=f"{rules.rethink_below:g}", tier=rules.pilot_up_to
        ),
        "pilot": _("A safeguard is missing, at tier {tier} or below.").format(
            tier=rules.pilot_up_to
        ),
        "proceed": _("None of the above is so."),
    }
    return [
        Rule(
            _("Outcome: {name}").format(name=rules.outcomes[one].title),
            f"{text} {rules.outcomes[one].meaning}",
        )
        for one, text in when.items()
    ]


def _holds(form: Instrument, part: Part) -> str:
    choices = form.by_id[part.question].choices
    texts = [f"“{_plain(one.label)}”" for one in choices if one.id in part.choices]
    return _("{question} is {answers}").format(
        question=part.question, answers=_(" or ").join(texts)
    )


def _plain(label: str) -> str:
    return label.removesuffix(".")
