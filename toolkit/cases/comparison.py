"""Two or three cases side by side: the same questions put to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.timeline import years
from toolkit.language import N_, _
from toolkit.vocabulary import Vocabulary

__all__ = ["Row", "compare", "results_in_words"]

NOT_KNOWN = N_("Not known")
_ORIGIN = {True: N_("Added by a council to its own copy"), False: N_("Came with the toolkit")}
_MADE_UP = N_("Made up, to show the form")


@dataclass(frozen=True)
class Row:
    """One question, and what each case answers.

    Parameters
    ----------
    name : str
        What is compared.
    cells : tuple of tuple of str
        For each case one or more lines.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]

    @property
    def same(self) -> bool:
        """True where every case says the same."""
        return len(set(self.cells)) == 1


def compare(cases: Sequence[CaseStudy], vocabulary: Vocabulary) -> tuple[Row, ...]:
    """Return cases side by side.

    Parameters
    ----------
    cases : sequence of CaseStudy
        In the order to show them.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    tuple of Row
        What is not known is said to be, never left empty.
    """
    answers = [_answers(case, vocabulary) for case in cases]
    return tuple(
        Row(_(name), tuple(answer[name] or (_(NOT_KNOWN),) for answer in answers))
        for name in answers[0]
    )


def _answers(case: CaseStudy, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    def label(group: str, *words: str) -> tuple[str, ...]:
        return tuple(vocabulary[group].label_of(word) for word in words)

    return {
        N_("Who"): (case.organisation,),
        N_("Where it comes from"): (
            _(_ORIGIN[case.added]),
            *([_(_MADE_UP)] if case.fictional else []),
        ),
        N_("Where"): (f"{case.place}, {vocabulary['country'].label_of(case.country)}",),
        N_("When"): tuple(filter(None, [years(case)])),
        N_("Where it stands"): label("status", case.status),
        N_("What it shows"): label("teaches", *case.teaches),
        N_("Strength of evidence"): label("evidence_strength", case.evidence_strength),
        N_("What it is for"): label("use_case", case.use_case),
        N_("Service"): label("service_area", case.service_area),
        N_("Technology"): label("technology", case.technology),
        N_("Supplier"): tuple(filter(None, [case.vendor])),
        N_("What it was to put right"): (case.problem,),
        N_("What they did"): (case.approach,),
        N_("What people check"): (case.human_in_loop,),
        N_("Results, and who stands behind each"): results_in_words(case, vocabulary),
        N_("Who could be harmed, and how"): case.risks_or_harms,
        N_("What was done about it"): case.mitigations,
        N_("What others can learn"): tuple(lesson.text for lesson in case.lessons),
        N_("What a councillor could ask"): case.questions,
        N_("What nobody has checked"): case.not_verified,
    }


def results_in_words(case: CaseStudy, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return each result of a case with its figure and who stands behind it.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    tuple of str
        For example ``Cups saved: 12 cups. The club said so. (Said by those who run or sell it)``.
    """
    label = vocabulary["evidence_kind"].label_of
    return tuple(
        f"{outcome.measure}: {f'{outcome.figure}. ' if outcome.figure else ''}{outcome.text} "
        f"({label(outcome.kind)})"
        for outcome in case.outcomes
    )
