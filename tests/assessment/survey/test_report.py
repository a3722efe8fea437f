"""What a questionnaire hands out: the report in words, and JSON that loads again."""

import json
from datetime import date

import pytest
import survey_oracle

from toolkit.assessment.assess import assess
from toolkit.assessment.instrument import parse_instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.assessment.survey.answers import parse_survey_answers
from toolkit.assessment.survey.report import survey_report
from toolkit.errors import ContentError
from toolkit.serving.cli import main

SURVEY = survey_oracle.TEA
TEA = read_own_instrument("tea.json", SURVEY.read_text(encoding="utf-8"))[0]
ON = date(2026, 11, 22)
ANSWERS = {
    "stage": "plan",
    "scald": "a-0",
    "spills": ["tea-2", "gone-1"],
    "spillNote": "1. *Oh*\n<b>no</b>",
    "rota-MS": 7,
    "planSafe": ["cosy-3"],
}


def report(answers, form="markdown"):
    return survey_report(json.dumps(answers), TEA, on=ON, form=form, file="mine.json")


def test_the_report_says_the_level_why_and_what_changes_when_it_is_handed_in():
    text = report(ANSWERS)
    for words in (
        "Report of 22 November 2026.",
        "**Level I.** Little to no impact.",
        "Risk: 0 of 8 points.",
        "Mitigation: 10 of 11.5 points. That is at least 80% of them (9.2 points), "
        "so 85% of the risk counts.",
        "it stands at 3 points, level II",
        "| Handed in | 0 | 10 | 0 | I |",
        "| While typing | 3 | 10 | 3 | II |",
        "spills: ‘gone-1’ is not one of its choices.",
    ):
        assert words in text


def test_the_report_holds_what_was_answered_and_what_was_not():
    text = report(ANSWERS)
    assert "**Which stage?**\n\n- Planning" in text
    assert "No longer asked, or no longer offered, so it does not count." in text
    assert "## Not answered" in text
    assert "- How many cups?" in text


def test_what_a_person_typed_does_nothing_in_the_report():
    assert "> 1\\. \\*Oh\\*  \n> &lt;b&gt;no&lt;/b&gt;" in report(ANSWERS)


def test_the_json_report_has_the_result_and_loads_again():
    content = report(ANSWERS, "json")
    found = json.loads(content)
    assert found["live"]["raw"] == 3
    assert found["completed"]["level"] == "I"
    assert found["result"]["completed"] == found["completed"]
    assert found["completed"]["visible"] == [
        "stage", "cups", "scald", "mood-NS", "rota-MS", "strength", "planSafe",
    ]  # fmt: skip
    assert parse_survey_answers(content, TEA) == (ANSWERS, ())


def test_a_file_full_of_choices_that_are_not_offered_is_told_in_a_few_lines():
    text = report({"spills": [f"gone{number}" for number in range(1000)]})
    assert text.count("is not one of its choices") == 20
    assert "And 980 more." in text


def test_whole_numbers_have_no_point():
    assert '"raw": 3,' in report(ANSWERS, "json")


def test_the_report_can_be_a_page_to_print_or_a_word_file():
    assert "<h2>Result</h2>" in report(ANSWERS, "html")
    assert report(ANSWERS, "word").startswith(b"PK")


def test_it_is_not_scored_by_the_rules_of_another_kind():
    with pytest.raises(ValueError, match="use score_survey"):
        assess(TEA, {})


# -- the command line ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_survey_is_brought_in_checked_and_scored_from_the_command_line(folder, capsys):
    made = main(["import-surveyjs", str(SURVEY), "-o", "My tea.yaml", "--scoring", "aia"])
    assert made == 0
    assert "12 questions" in capsys.readouterr().out
    (folder / "answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert main(["assess", "My tea.yaml", "answers.json", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    expected = survey_oracle.expected(json.loads(SURVEY.read_text(encoding="utf-8")), ANSWERS)
    assert found["live"] == expected["live"]
    assert found["completed"] == expected["completed"]


def test_the_file_that_is_written_passes_the_check(folder, capsys):
    main(["import-surveyjs", str(SURVEY), "-o", "tea.yaml", "--title", "Our tea"])
    assert parse_instrument((folder / "tea.yaml").read_text("utf-8"), "tea.yaml").title == "Our tea"
    assert main(["check", "tea.yaml"]) == 0


def test_the_report_is_written_to_a_file(folder):
    main(["import-surveyjs", str(SURVEY), "-o", "tea.yaml"])
    (folder / "answers.json").write_text("{}", encoding="utf-8")
    assert main(["assess", "tea.yaml", "answers.json", "--report", "out.md"]) == 0
    assert (folder / "out.md").read_text("utf-8").startswith("# Tea club check\n")


def test_what_cannot_be_brought_in_is_told_and_nothing_is_written(folder, capsys):
    (folder / "bad.json").write_text('{"pages": [{"elements": [{"type": "matrix"}]}]}', "utf-8")
    assert main(["import-surveyjs", "bad.json", "-o", "bad.yaml"]) == 1
    assert "bad.json has 2 problems" in capsys.readouterr().err
    assert not (folder / "bad.yaml").exists()


def test_an_id_that_cannot_be_one_is_refused(folder, capsys):
    assert main(["import-surveyjs", str(SURVEY), "-o", "a.yaml", "--id", "No Way"]) == 1
    assert "id: 'No Way' is not written as expected" in capsys.readouterr().err


def test_a_file_without_answers_is_refused():
    with pytest.raises(ContentError, match="holds no answers"):
        survey_report("[]", TEA, on=ON)


def test_a_file_that_is_there_is_written_over_only_when_asked(folder, capsys):
    (folder / "tea.yaml").write_text("precious", encoding="utf-8")
    assert main(["import-surveyjs", str(SURVEY), "-o", "tea.yaml"]) == 2
    assert "There is a file 'tea.yaml' already." in capsys.readouterr().err
    assert (folder / "tea.yaml").read_text("utf-8") == "precious"
    assert main(["import-surveyjs", str(SURVEY), "-o", "tea.yaml", "--replace"]) == 0
    assert "Tea club check" in (folder / "tea.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["compare", "a.json", "a.json", "--instrument", "tea.yaml"], "cannot be compared"),
        (["group", "tea.yaml", "people"], "no scale to count on"),
    ],
)
def test_what_needs_a_scale_refuses_a_questionnaire(folder, capsys, typed, told):
    main(["import-surveyjs", str(SURVEY), "-o", "tea.yaml"])
    (folder / "people").mkdir()
    for name in ("a.json", "people/a.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    assert main(typed) == 2
    refused = capsys.readouterr().err
    assert "‘Tea club check’ is a questionnaire." in refused
    assert told in refused
