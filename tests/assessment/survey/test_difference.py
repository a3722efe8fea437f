"""Two versions of a questionnaire: everything that changed, and answers that would be lost."""

import pytest

from toolkit.assessment.difference import compare_versions, unsettled
from toolkit.assessment.difference_text import difference_text
from toolkit.assessment.instrument import parse_instrument
from toolkit.assessment.survey.answers import carry_over_survey, parse_survey_answers
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress
from toolkit.serving.cli import main

TEXT = """
id: cake
version: 1
title: Is there cake?
summary: About cake.
minutes: 2
use: Fill it in.
status: A draft.
languages:
  - {code: en, name: English}
  - {code: cy, name: Cymraeg}
pages:
  - id: kitchen
    title: The kitchen
    parts:
      - {kind: note, text: Wash your hands.}
      - id: oven
        kind: choice
        text: {en: "Is it hot?", cy: "Ydy hi'n boeth?"}
        choices: [{id: yes-3, text: "Yes."}, {id: no-0, text: "No."}]
      - {id: why-RS, kind: list, text: Why?, show_if: oven is yes-3,
         choices: [{id: gas-1, text: Gas.}, {id: sun-2, text: Sun.}]}
      - {id: cook, kind: text, text: Who cooks?}
  - id: table
    title: The table
    parts:
      - {id: seats, kind: number, text: How many seats?}
      - {id: cloth, kind: comment, text: Which cloth?}
scoring:
  profile: aia
  risk: -RS
  mitigation: -MS
  neither: -NS
  phases: 1
  reduction: {from: 0.8, keep: 0.85}
  levels:
    - {name: I, up_to: 0.5}
    - {name: II}
"""


def cake(*replaced):
    text = TEXT
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return parse_instrument(text, "cake.yaml")


def found(*replaced):
    return [(d.kind, d.place, d.what) for d in compare_versions(cake(), cake(*replaced))]


def problems(*replaced):
    return [str(problem) for problem in unsettled(cake(), cake(*replaced))]


RENAMED = ("id: seats", "id: chairs")
SECOND = ("version: 1", "version: 2")
MOVED = ("scoring:", "retired: [seats]\nmigrations: [{to: 2, renamed: {seats: chairs}}]\nscoring:")
DROPPED = ("scoring:", "retired: [seats]\nmigrations: [{to: 2, dropped: {seats: Gone.}}]\nscoring:")


def test_a_questionnaire_is_equal_to_itself():
    assert compare_versions(cake(), cake()) == ()
    assert unsettled(cake(), cake()) == ()


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("Is it hot?", "Is it warm?", ("reworded", "oven", "question (en)")),
        ("Ydy hi'n boeth?", "Poeth?", ("reworded", "oven", "question (cy)")),
        ("text: Sun.", "text: Sunshine.", ("reworded", "why-RS", "answer ‘sun-2’")),
        ("Wash your hands.", "Wash.", ("reworded", "kitchen", "texts between the questions")),
        ("title: The table", "title: A table", ("reworded", "table", "title")),
        ("show_if: oven is yes-3", "show_if: oven is no-0", ("asked", "why-RS", "condition")),
        ("  - id: table\n", "  - id: table\n    show_if: oven is no-0\n",
         ("asked", "table", "condition of the page")),
        ("kind: text, ", "kind: text, required: true, ",
         ("asked", "cook", "whether it has to be answered")),
        ("gas-1", "gas-2", ("scored", "why-RS", "choices")),
        ("risk: -RS", "risk: -XS", ("scored", "why-RS", "what it counts as")),
        ("kind: comment", "kind: text", ("scored", "cloth", "kind of question")),
        ("up_to: 0.5", "up_to: 0.6", ("rules", "scoring", "changed")),
        ("name: Cymraeg", "name: Welsh", ("rules", "languages", "changed")),
        ("id: kitchen", "id: room", ("pages", "room", "page added")),
        ("id: kitchen", "id: room", ("pages", "kitchen", "page removed")),
        ("id: seats", "id: chairs", ("added", "chairs", "question")),
        ("id: seats", "id: chairs", ("removed", "seats", "question")),
        ("minutes: 2", "minutes: 3",
         ("rules", "title, summary or other words on the start page", "changed")),
        ("scoring:", "retired: [old]\nscoring:",
         ("rules", "file", "changed in a part that is not listed here")),
    ],
)  # fmt: skip
def test_a_change_is_named_with_its_place_and_kind(old, new, difference):
    assert difference in found((old, new))


def test_the_order_of_pages_and_questions_is_told():
    seats = "      - {id: seats, kind: number, text: How many seats?}\n"
    cloth = "      - {id: cloth, kind: comment, text: Which cloth?}\n"
    changed = [("pages", "table", "order of its questions")]
    assert found((seats + cloth, cloth + seats)) == changed
    two = "[{id: gas-1, text: Gas.}, {id: sun-2, text: Sun.}]"
    turned = "[{id: sun-2, text: Sun.}, {id: gas-1, text: Gas.}]"
    assert found((two, turned)) == [("pages", "why-RS", "order of its choices")]


def test_a_new_version_alone_changes_nothing():
    assert found(SECOND) == []


def test_a_question_that_is_gone_would_lose_its_answers():
    lost = problems(RENAMED, SECOND)
    assert "seats: is gone, and nothing says what becomes of its saved answers" in lost[0]
    assert "seats: is gone and could be used again" in lost[1]


@pytest.mark.parametrize("settled", [MOVED, DROPPED])
def test_a_question_that_the_file_accounts_for_loses_nothing(settled):
    assert problems(RENAMED, SECOND, settled) == []


def test_an_answer_that_is_gone_and_a_kind_that_does_not_fit_are_told():
    assert "no longer has the answer gas-1" in problems(SECOND, ("gas-1", "gas-2"))[0]
    lost = problems(SECOND, ("kind: number", "kind: text"))
    assert lost[0].startswith("seats: was of the kind 'number' and is 'text'")
    assert problems(SECOND, ("kind: comment", "kind: text")) == []


def test_more_than_words_asks_for_a_new_version():
    [told] = problems(("up_to: 0.5", "up_to: 0.6"))
    assert "write: version: 2" in told
    assert problems(("Is it hot?", "Is it warm?")) == []


def test_answers_move_to_the_new_name_and_those_that_do_not_count_are_told():
    values = {"seats": 4, "cook": "Ann"}
    moved = cake(RENAMED, SECOND, MOVED)
    assert carry_over_survey(moved, 1, values) == ({"chairs": 4, "cook": "Ann"}, ())
    assert carry_over_survey(moved, 2, values) == (values, ())
    kept, lost = carry_over_survey(cake(RENAMED, SECOND, DROPPED), 1, values)
    assert kept == {"cook": "Ann"}
    assert [str(problem) for problem in lost] == ["seats: Gone."]


def test_a_file_saved_for_an_older_version_is_carried_over():
    text = write_progress(ProgressFile("cake", 1, {"seats": 4}, "2026-11-22"))
    assert parse_survey_answers(text, cake(RENAMED, SECOND, MOVED)) == ({"chairs": 4}, ())
    answers, lost = parse_survey_answers(text, cake(RENAMED, SECOND, DROPPED))
    assert (answers, [problem.where for problem in lost]) == ({}, ["seats"])


def test_a_past_that_cannot_be_is_refused():
    with pytest.raises(ContentError, match="there is no question 'stools'"):
        cake(SECOND, ("scoring:", MOVED[1].replace("chairs", "stools")))


def test_the_command_says_what_changed_and_fails_where_answers_would_be_lost(tmp_path, capsys):
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(TEXT, encoding="utf-8")
    new.write_text(TEXT.replace("id: seats", "id: chairs"), encoding="utf-8")
    assert main(["diff", str(old), str(new)]) == 1
    shown = capsys.readouterr().out
    assert "Questions removed (1)\n  seats: question\n    was: How many seats?" in shown
    assert "Nothing changed" not in shown


def test_the_text_has_a_heading_for_pages():
    old, new = cake(), cake(("id: kitchen", "id: room"))
    text = difference_text(old, new, compare_versions(old, new), ())
    assert "Pages and the order of things (" in text
