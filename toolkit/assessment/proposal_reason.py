"""Say in plain English why a proposal comes out as it does, naming the answers behind it."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.assessment.condition import comparisons
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed, named, signed
from toolkit.assessment.tier import cell_of, firing
from toolkit.assessment.weighing import Weighing, rules_of, stage_allows
from toolkit.language import _

__all__ = ["outcome_reasons", "tier_reasons", "tier_words"]

MOST_NAMED = 4


def tier_words(number: int, could_be: int) -> str:
    """Return a tier with how far it is known.

    Parameters
    ----------
    number, could_be : int
        The tier that counts, and the tier with what is not known at its best.

    Returns
    -------
    str
        A few words.

    Examples
    --------
    >>> tier_words(4, 2), tier_words(2, 2)
    ('Tier 2, could be 4', 'Tier 2')
    """
    return (
        _("Tier {number}").format(number=number)
        if number == could_be
        else _("Tier {could_be}, could be {number}").format(could_be=could_be, number=number)
    )


def tier_reasons(instrument: Instrument, now: Weighing) -> tuple[str, ...]:
    """Return why the tier is what it is.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    now : Weighing
        Its numbers.

    Returns
    -------
    tuple of str
        A few short sentences.
    """
    rules = rules_of(instrument)
    if now.not_needed:
        return ()
    (role, severity), from_table = cell_of(rules, now.claims, worst=True)
    label = instrument.by_id[rules.role].by_choice[role].label.rstrip(".")
    harm = [n for n in rules.severity if n in now.claims and now.claims[n].high == severity]
    told_role = (
        _("The role in decisions is ‘{label}’ ({role}).")
        if now.claims[rules.role].known
        else _("The role in decisions is not known, so it counts as ‘{label}’ ({role}).")
    )
    told_harm = (
        _("With harm at {severity} of 4 for {questions}, the table gives tier {tier}.")
        if severity
        else _("With harm at {severity} of 4, the table gives tier {tier}.")
    )
    sentences = [
        told_role.format(label=label, role=rules.role),
        told_harm.format(severity=severity, questions=_some(instrument, harm), tier=from_table),
    ]
    lifting = [t for t in firing(rules, now.claims) if t.tier > from_table]
    sentences += [
        _("It is at least tier {tier}: {name} ({question}).").format(
            tier=trigger.tier, name=trigger.name, question=trigger.part.question
        )
        for trigger in sorted(lifting, key=lambda trigger: -trigger.tier)
    ]
    if now.tier != now.best_tier:
        looked_at = (rules.role, *rules.severity, *(t.part.question for t in rules.triggers))
        words = tier_words(now.tier, now.best_tier)
        unknown = _some(instrument, _unknown(instrument, now, looked_at))
        sentences.insert(
            0, _("{words}: you do not know {unknown}.").format(words=words, unknown=unknown)
        )
    return tuple(sentences)


def outcome_reasons(instrument: Instrument, now: Weighing, stage: str | None) -> tuple[str, ...]:
    """Return why the outcome is what it is.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    now : Weighing
        Its numbers.
    stage : str or None
        The id of the council's stage of readiness.

    Returns
    -------
    tuple of str
        A few short sentences.
    """
    rules = rules_of(instrument)
    if now.not_needed:
        return (_("There is no AI in it, and it takes no part in decisions."),)
    if not any(claim.known for claim in now.claims.values()):
        return (_("No answer is known yet, so everything counts at its worst."),)
    sentences = _lines(instrument, now)
    allowed = stage_allows(rules, stage)
    if allowed is not None and now.tier > allowed:
        told = (
            _("Your council's readiness allows nothing above tier {most}, and this is tier {tier}.")
            if allowed
            else _(
                "Your council's readiness allows no AI in services yet, and this is tier {tier}."
            )
        )
        sentences.append(told.format(most=allowed, tier=now.tier))
    sentences += _fit(instrument, now)
    if now.missing:
        sentences.append(
            _("Tier {tier} asks for safeguards that are not shown to be in use: {some}.").format(
                tier=now.tier, some=_some(instrument, now.missing)
            )
        )
    elif not sentences:
        sentences.append(
            _("Every safeguard that tier {tier} asks for is shown to be in use.").format(
                tier=now.tier
            )
        )
    if now.best_outcome != now.outcome:
        title = rules.outcomes[now.best_outcome].title
        sentences.append(
            _("If all that is not known turned out well: ‘{title}’.").format(title=title)
        )
    return tuple(sentences)


def _fit(instrument: Instrument, now: Weighing) -> list[str]:
    rules, sentences = rules_of(instrument), []
    against = [
        name
        for name in rules.fit
        if name in now.claims
        and now.claims[name].known
        and now.claims[name].high == instrument.by_id[name].points[0]
    ]
    if against:
        words = _some(instrument, against)
        sentences.append(
            _("It works against {words}, and no other answer makes up for that.").format(
                words=words
            )
        )
    if now.fit is not None and now.fit.low < rules.rethink_below - 1e-9:
        unknown = [name for name in rules.fit if name in now.claims and not now.claims[name].known]
        sentences.append(
            _(
                "Its fit with co-operative principles is too low while you do not know {some}."
            ).format(some=_some(instrument, unknown))
            if unknown
            else _(
                "Its fit with co-operative principles comes to {low}, below {rethink_below}."
            ).format(low=signed(now.fit.low), rethink_below=signed(rules.rethink_below))
        )
    return sentences


def _lines(instrument: Instrument, now: Weighing) -> list[str]:
    """Name the open red lines, and the questions that leave others open."""
    rules, sentences, doubtful, unknown = rules_of(instrument), [], 0, list[str]()
    for line in rules.red_lines:
        names = [part.question for part in line.open_when]
        if line.id in now.sure_lines:
            name = f"{line.name[0].lower()}{line.name[1:]}"
            sentences.append(
                _("A red line is open: {name} ({list}).").format(name=name, list=listed(names))
            )
        elif line.id in now.open_lines:
            doubtful += 1
            unknown += _unknown(instrument, now, names)
    if doubtful:
        lines = (
            _("A red line counts")
            if doubtful == 1
            else _("{doubtful} red lines count").format(doubtful=doubtful)
        )
        words = _some(instrument, dict.fromkeys(unknown))
        sentences.append(
            _("{lines} as open because you do not know {words}.").format(lines=lines, words=words)
        )
    return sentences


def _unknown(instrument: Instrument, now: Weighing, names: Iterable[str]) -> list[str]:
    """Return what is not known of some questions, or of whether they are asked at all."""
    found = [name for name in dict.fromkeys(names) if name in now.claims]
    conditions = [instrument.by_id[name].show_if for name in found if name in now.doubtful]
    found += [test.question for one in conditions if one for test in comparisons(one)]
    claims = [(name, now.claims.get(name)) for name in dict.fromkeys(found)]
    return [name for name, claim in claims if claim is not None and not claim.known]


def _some(instrument: Instrument, names: Iterable[str]) -> str:
    questions = [instrument.by_id[name] for name in names]
    words = [named(question) for question in questions[:MOST_NAMED]]
    more = len(questions) - len(words)
    return listed([*words, _("{more} more").format(more=more)] if more else words)
