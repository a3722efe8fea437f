"""How strong the evidence is behind a set of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from toolkit.cases.case_study import CaseStudy, left_out, real_cases
from toolkit.cases.facet import STRENGTHS
from toolkit.finding import Finding, Series
from toolkit.language import _
from toolkit.vocabulary import Vocabulary

__all__ = ["evidence_finding"]


def evidence_finding(cases: Sequence[CaseStudy], vocabulary: Vocabulary) -> Finding:
    """Return how strong the evidence is behind good practice, and behind what went wrong.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    Finding
        One row for each of `toolkit.cases.facet.STRENGTHS`, one series for each word of the
        group ``teaches``, both in that order. A case that shows both counts in both; a made-up
        one in none.
    """
    counted = real_cases(cases)
    counts = Counter((case.evidence_strength, word) for case in counted for word in case.teaches)
    shows = vocabulary["teaches"]
    return Finding(
        title=_("Who checked the results"),
        sentence=" ".join(_checked(counted, word.id, word.label) for word in shows),
        rows_are=_("Strength of evidence"),
        rows=tuple(vocabulary["evidence_strength"].label_of(strength) for strength in STRENGTHS),
        series=tuple(
            Series(word.label, tuple(float(counts[strength, word.id]) for strength in STRENGTHS))
            for word in shows
        ),
        made_up=False,
        notes=(
            _(
                "A case that shows both counts in both. The strength of evidence says who checked, "
                "not who is right."
            ),
            *left_out(cases),
        ),
    )


def _checked(cases: Sequence[CaseStudy], word: str, label: str) -> str:
    shown = [case for case in cases if word in case.teaches]
    if not shown:
        return _("No case here is marked “{label}”.").format(label=label)
    checked = sum(case.evidence_strength == "outside-check" for case in shown)
    return _("Of {count} marked “{label}”, {checked} had a check from outside.").format(
        count=len(shown), label=label, checked=checked or "none"
    )
