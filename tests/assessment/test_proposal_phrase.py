from tiny import tiny

from toolkit.assessment.proposal_phrase import fit_words
from toolkit.assessment.proposal_result import FitResult
from toolkit.assessment.result import Range


def test_a_fit_that_is_not_known_is_shown_with_the_range_it_has():
    unknown = FitResult(tiny().by_id["B1"], Range(-1, 2), "Not answered", False)
    assert fit_words(unknown) == "Not answered (could be −1 to +2)"


def test_a_fit_that_is_known_is_shown_with_its_number():
    known = FitResult(tiny().by_id["B1"], Range(-2, -2), "Works against it", True)
    assert fit_words(known) == "Works against it (−2)"
