"""How a self-assessment's answers become its result, in words for somebody with a pencil."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import OutcomeId, Part, ProposalRules

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
            "Each part",
            "Its score is the mean of the numbers of your answers. Leave out what does not apply.",
        )
    ]
    if any(question.weight != 1 for question in form.questions):
        heavy = ", ".join(q.id for q in form.questions if q.weight != 1)
        rules.append(Rule("Some count more", f"Questions with another weight: {heavy}."))
    for rule in dict.fromkeys(q.evidence for q in form.questions if q.evidence):
        grade = form.grades[rule.grade].label
        text = f"An answer above {rule.above:g} counts as {rule.above:g} until “{grade}”."
        rules.append(Rule("Evidence", text))
    if form.stages:
        parts = ", ".join(form.stages.weakest_of)
        rules.append(Rule("The stage", f"The weakest of the parts {parts} sets it."))
        for stage in form.stages.steps:
            every = f", and every part {stage.every_area:g}" if stage.every_area else ""
            rules.append(
                Rule(stage.title, f"From {stage.from_score:g} there{every}. {stage.meaning}")
            )
        rules += [_gate(form, place) for place in range(len(form.gates))]
    return tuple(rules)


def _gate(form: Instrument, place: int) -> Rule:
    gate = form.gates[place]
    stages = form.stages
    caps = stages.steps[stages.place(gate.caps_at)].title if stages else gate.caps_at
    text = f"Without {gate.at_least:g} at {gate.question}, the stage is at most “{caps}”."
    return Rule(f"Must have: {gate.name}", text)


def _proposal(form: Instrument, rules: ProposalRules) -> tuple[Rule, ...]:
    return (
        *_tier(form, rules),
        *(_safeguards(form, rules, number) for number in range(1, len(rules.tiers) + 1)),
        *_red_lines(form, rules),
        *_outcome(rules),
    )


def _tier(form: Instrument, rules: ProposalRules) -> list[Rule]:
    worst = ", ".join(rules.severity)
    what = f"Find your answer to {rules.role} below, then the worst answer to {worst}."
    roles = form.by_id[rules.role].by_choice
    steps = [
        Rule(
            _plain(roles[role].label),
            ", ".join(f"tier {tier} at {step}" for step, tier in enumerate(tiers)) + ".",
        )
        for role, tiers in rules.matrix.items()
    ]
    lifts = [
        Rule(
            trigger.name[:1].upper() + trigger.name[1:],
            f"At least tier {trigger.tier}, where {_holds(form, trigger.part)}.",
        )
        for trigger in rules.triggers
    ]
    return [Rule("The tier of risk", what), *steps, *lifts]


def _safeguards(form: Instrument, rules: ProposalRules, number: int) -> Rule:
    tier, needed = rules.tiers[number - 1], rules.required[number - 1]
    names = ", ".join(one.id for one in form.questions if one.id in needed) or "none"
    text = f"{tier.approval} Safeguards it needs, each at {rules.in_use:g} or more: {names}."
    return Rule(f"Tier {number}: {tier.title}", f"{text} {tier.duties}")


def _red_lines(form: Instrument, rules: ProposalRules) -> list[Rule]:
    return [
        Rule(
            f"Red line: {line.name}",
            f"It is open where {' and '.join(_holds(form, part) for part in line.open_when)}. "
            f"{line.advice}",
        )
        for line in rules.red_lines
    ]


def _outcome(rules: ProposalRules) -> list[Rule]:
    """Return the outcomes in the order in which the first that fits is the one."""
    fit = f"the mean of {', '.join(rules.fit)} is below {rules.rethink_below:g}"
    when: dict[OutcomeId, str] = {
        "not-needed": "Look at this first.",
        "do-not-proceed": "Then at this.",
        "rethink": f"No red line is open. But {fit}, or a safeguard is missing at a tier above "
        f"{rules.pilot_up_to}, or your council's readiness does not allow the tier.",
        "pilot": f"A safeguard is missing, at tier {rules.pilot_up_to} or below.",
        "proceed": "None of the above is so.",
    }
    return [
        Rule(f"Outcome: {rules.outcomes[one].title}", f"{text} {rules.outcomes[one].meaning}")
        for one, text in when.items()
    ]


def _holds(form: Instrument, part: Part) -> str:
    choices = form.by_id[part.question].choices
    texts = [f"“{_plain(one.label)}”" for one in choices if one.id in part.choices]
    return f"{part.question} is {' or '.join(texts)}"


def _plain(label: str) -> str:
    return label.removesuffix(".")
