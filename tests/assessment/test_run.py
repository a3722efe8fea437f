import pytest
from tiny import tiny

from toolkit.assessment.run import example_notice, read_run
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress


def run(values, version=2, **more):
    saved = ProgressFile("tiny", version, values, "2026-05-01", **more)
    return read_run(write_progress(saved), tiny(), "may.json")


def test_a_run_has_the_answers_and_the_result_of_a_file():
    found = run({"B1": "3", "B1.evidence": "2", "B2": "2", "E1": "1"})
    assert (found.name, found.saved, found.notices, found.example) == (
        "may.json",
        "2026-05-01",
        "",
        "",
    )
    assert found.result.stage.stage.id == "middle"


def test_a_run_of_an_older_version_is_carried_over_and_says_so():
    found = run({"B9": "2", "B8": "1"}, version=1)
    assert found.answers["B2"].choice == "2"
    assert found.notices.startswith(
        "It was saved for version 1 of the questions and is shown here by the rules of version 2. "
    )
    assert "B8: It was asked twice." in found.notices


def test_what_cannot_be_used_is_said_and_the_rest_is_kept():
    found = run({"B1": "3", "Q7": "1"})
    assert list(found.answers) == ["B1"]
    assert found.notices == "Not used: Q7: there is no such question."


def test_a_worked_example_stays_one():
    assert run({"B1": "3"}, example="Fenmoor Council").example == "Fenmoor Council"
    assert example_notice("Fenmoor Council").startswith(
        "This is a worked example. Fenmoor Council is made up"
    )
    assert example_notice("") == ""


def test_a_file_of_another_assessment_is_refused():
    text = write_progress(ProgressFile("other", 1, {}))
    with pytest.raises(ContentError, match="belongs to ‘other’"):
        read_run(text, tiny(), "other.json")
