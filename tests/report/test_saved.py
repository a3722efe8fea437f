import json
from datetime import date

import pytest
from tiny import tiny

from toolkit.assessment.report import report_file
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress

ON = date(2026, 11, 2)
INSTRUMENTS = {"tiny": tiny()}


def report(values, form="markdown", version=2, document="tiny"):
    text = write_progress(ProgressFile(document, version, values))
    return report_file(text, INSTRUMENTS, on=ON, form=form, file="mine.json")


def test_a_saved_file_becomes_a_report_in_words():
    assert "**Stage: Middle.**" in report({"B1": "3", "B1.evidence": "2", "B2": "2", "E1": "1"})


def test_a_report_is_itself_a_file_to_report_on():
    once = report({"B1": "3", "B1.note": "Ann"}, form="json")
    assert report_file(once, INSTRUMENTS, on=ON, form="json") == once


def test_an_older_file_is_carried_over_and_what_was_lost_is_said():
    content = json.loads(report({"B9": "3", "B8": "1"}, form="json", version=1))
    assert content["values"] == {"B2": "3"}
    assert "B8: It was asked twice." in content["notices"]


def test_what_could_not_be_used_is_said_and_the_rest_is_reported():
    text = report({"B7": "3", "B1": "9", "B2": "2"})
    assert "Not used: B7: there is no such question. B1: '9' is not one of its answers." in text
    assert "- Answer: Written down: Written." in text


def test_a_file_of_an_assessment_that_is_not_here_is_refused():
    with pytest.raises(ContentError) as refused:
        report({}, document="tinny")
    assert str(refused.value.problems[0]) == (
        "file: belongs to ‘tinny’, and there is no such self-assessment here; did you mean 'tiny'?"
    )
