"""Self-assessments as forms to print and fill in by hand. Nothing is worked out here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.assessment.condition import comparisons
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import OUTCOMES, Part, ProposalRules
from toolkit.assessment.question import Question
from toolkit.assessment.shelf import load_instruments
from toolkit.static_site.catalogue import Listed
from toolkit.static_site.site import StaticSite
from toolkit.views.case_links import link_reader

__all__ = ["FORMS", "form_pages"]

FORMS = "/voila/render/notebooks/self-assessment.ipynb"


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


def form_pages(site: StaticSite) -> Iterator[Listed]:
    """Return the list of self-assessments, and each as a form.

    Parameters
    ----------
    site : StaticSite
        What they belong to.

    Yields
    ------
    Listed
        A page.
    """
    instruments = [
        one for one in load_instruments(site.root).values() if one.survey is None
    ]  # a questionnaire of pages decides as it goes what to ask: paper cannot
    yield Listed("forms/index.html", FORMS, site.page("static-forms.html", forms=instruments))
    links = link_reader(site.root)
    for one in instruments:
        html = site.page(
            "static-form.html",
            form=one,
            links=links,
            forms=FORMS,
            asked_if=lambda question, form=one: _asked_if(form, question),
            rules=_proposal(one, one.proposal) if one.proposal else _readiness(one),
        )
        yield Listed(f"forms/{one.id}.html", FORMS, html)


def _asked_if(form: Instrument, question: Question) -> str:
    """Say on what the question depends, by the questions to look back at."""
    if question.show_if is None:
        return ""
    asked = dict.fromkeys(test.question for test in comparisons(question.show_if))
    names = " and ".join(f"{one} ({form.by_id[one].name.lower()})" for one in asked)
    return f"This question is asked only after some answers to {names}."


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
    """Return how answers about a proposal become an outcome."""
    found = [
        Rule(
            "The tier of risk",
            f"Find the role ({rules.role}) in the table and the worst of "
            f"{', '.join(rules.severity)}, from 0 to 4.",
        )
    ]
    roles = form.by_id[rules.role].by_choice
    for role, tiers in rules.matrix.items():
        found.append(Rule(roles[role].label, f"Tiers {', '.join(map(str, tiers))}."))
    for trigger in rules.triggers:
        text = f"At least tier {trigger.tier}, where {_holds(form, trigger.part)}."
        found.append(Rule(trigger.name, text))
    for number, tier in enumerate(rules.tiers, start=1):
        needed = ", ".join(sorted(rules.required[number - 1])) or "none"
        text = f"Decided by: {tier.approval}. Safeguards it needs: {needed}. {tier.duties}"
        found.append(Rule(f"Tier {number}: {tier.title}", text))
    for line in rules.red_lines:
        open_when = " and ".join(_holds(form, part) for part in line.open_when)
        text = f"Nothing makes up for it. It is open where {open_when}. {line.advice}"
        found.append(Rule(f"Red line: {line.name}", text))
    found += [
        Rule(rules.outcomes[one].title, rules.outcomes[one].meaning)
        for one in OUTCOMES
        if one in rules.outcomes
    ]
    return tuple(found)


def _holds(form: Instrument, part: Part) -> str:
    choices = form.by_id[part.question].choices
    texts = [f"“{one.label}”" for one in choices if one.id in part.choices]
    return f"{part.question} is {' or '.join(texts)}"
