"""Which questions of the self-assessments bear on which framework."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Question
from toolkit.errors import Problem, did_you_mean
from toolkit.frameworks.framework import Framework

__all__ = ["Mapped", "questions_of", "unknown_frameworks"]


@dataclass(frozen=True)
class Mapped:
    """A question that bears on a framework.

    Parameters
    ----------
    instrument : str
        The id of its self-assessment.
    area, id : str
        Where to find it there.
    text : str
        The question.
    laws : tuple of str
        The parts of a law that it names, where the framework is a law.
    """

    instrument: str
    area: str
    id: str
    text: str
    laws: tuple[str, ...] = ()


def questions_of(framework: Framework, instruments: Iterable[Instrument]) -> tuple[Mapped, ...]:
    """Return the questions that name a framework, or a law that lies under its address.

    Parameters
    ----------
    framework : Framework
        The framework.
    instruments : iterable of Instrument
        The self-assessments.

    Returns
    -------
    tuple of Mapped
        In the order of the self-assessments.
    """
    return tuple(
        Mapped(instrument.id, question.area, question.id, question.text, laws)
        for instrument in instruments
        for question in instrument.questions
        for laws in [_laws(framework, question)]
        if laws or framework.id in question.frameworks
    )


def unknown_frameworks(instrument: Instrument, known: Collection[str]) -> Iterator[Problem]:
    """Yield each framework that a self-assessment names and that is not there.

    Parameters
    ----------
    instrument : Instrument
        The self-assessment.
    known : collection of str
        The ids of all frameworks.

    Yields
    ------
    Problem
        With the nearest id.
    """
    for question in instrument.questions:
        for name in question.frameworks:
            if name not in known:
                where = f"question {question.id}, maps_to, framework"
                yield Problem(where, f"there is no framework '{name}'", did_you_mean(name, known))


def _laws(framework: Framework, question: Question) -> tuple[str, ...]:
    return tuple(
        law.name
        for law in question.laws
        if any(f"{law.url}/".startswith(f"{address}/") for address in framework.legislation)
    )
