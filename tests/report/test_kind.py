import json
from dataclasses import dataclass, replace

from reported import ON
from tiny import answers, tiny

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.result import Counts
from toolkit.document.markdown import as_markdown
from toolkit.report.committee import committee_report
from toolkit.report.committee_part import load_parts
from toolkit.report.kind import findings, saved_json
from toolkit.report.material import Material
from toolkit.report.summary import summary


@dataclass(frozen=True)
class Strange:
    """A kind of result that no report knows."""

    instrument: Instrument
    asked: tuple[str, ...] = ("B1", "B2")
    set_aside: tuple[str, ...] = ()
    counts: Counts = Counts(2, 1, 0, 1, 0)


STRANGE = Material(Strange(tiny()), answers(B1="3/2"), ON)


def test_a_result_of_an_unknown_kind_still_has_a_report_of_its_answers():
    assert findings(STRANGE) == ()
    text = as_markdown(summary(STRANGE))
    assert "- Answer: In use: The name is used." in text
    assert "**Not answered:** Tea rules (B2)." in text
    assert "It is not legal advice." in text


def test_a_committee_is_only_asked_to_note_it():
    text = as_markdown(committee_report(STRANGE, load_parts()))
    assert "1. Note the answers to the self-assessment.\n\n" in text


def test_its_answers_are_saved_without_a_result():
    content = json.loads(saved_json(replace(STRANGE)))
    assert content["values"] == {"B1": "3", "B1.evidence": "2"}
    assert "result" not in content
