"""Bad answers files and bad instruments: told in words, nothing executed, the rest kept."""

import copy
import json
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source import ROOT
from tiny import TEXT, tiny

from toolkit.assessment.answer import Answer, keep_answers, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.instrument import load_instrument, parse_instrument
from toolkit.assessment.instrument_check import check_instrument
from toolkit.assessment.run import read_run
from toolkit.document.markdown import as_markdown
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress
from toolkit.report.kind import saved_json
from toolkit.report.material import Material
from toolkit.report.summary import summary
from toolkit.yamlfile import read_yaml

DAY = date(2026, 11, 2)
MARKUP = "<script>alert(1)</script> **bold** [x](javascript:alert(1)) =1+1 {{ 7*7 }} ${x}"
LONG = (MARKUP + "\n") * 120 + "x" * 1000


def saved(values, **changed):
    content = json.loads(write_progress(ProgressFile("tiny", 2, values))) | changed
    return json.dumps({name: part for name, part in content.items() if part is not ...})


def refusal(text):
    with pytest.raises(ContentError) as refused:
        read_run(text, tiny(), "mine.json")
    [problem] = refused.value.problems
    return str(problem)


# -- files of answers -------------------------------------------------------------------------


def test_unknown_ids_are_told_and_the_other_answers_are_kept():
    run = read_run(saved({"B1": "3", "Z9": "1", "B2.evidence": "9"}), tiny(), "mine.json")
    assert run.answers == {"B1": Answer("answered", "3")}
    assert run.notices == (
        "Not used: Z9: there is no such question. B2.evidence: '9' is not a grade of evidence."
    )


def test_of_very_many_unknown_ids_the_first_few_are_told():
    values = {f"Z{number}": "1" for number in range(50_000)} | {"B1": "3"}
    answers, problems = read_answers(tiny(), values)
    assert answers == {"B1": Answer("answered", "3")}
    assert len(problems) == 11
    assert str(problems[-1]) == "file: 49,990 more of its values belong to no question"


@pytest.mark.parametrize("name", ["B1", "B1.evidence", "x" * 9000])
def test_a_message_about_a_very_long_value_stays_short(name):
    [problem] = read_answers(tiny(), {name: "y" * 100_000})[1]
    assert len(str(problem)) < 200


@pytest.mark.parametrize("version", [0, -1, 1.5, "2", None, True, [2], ...])
def test_a_wrong_version_is_told(version):
    assert refusal(saved({"B1": "3"}, version=version)).startswith("file: is damaged")


def test_a_newer_version_is_told():
    newer = write_progress(ProgressFile("tiny", 3, {"B1": "3"}))
    assert refusal(newer).startswith("file: was saved by a newer version of this page")


@given(st.integers(min_value=0, max_value=400))
def test_a_file_cut_short_anywhere_is_told(length):
    whole = saved({"B1": "3", "B1.note": "Ann"})
    if length < len(whole):
        assert refusal(whole[:length])


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@given(JUNK, st.sampled_from(["B1", "B1.evidence", "B1.note", "B1.reason", "B1.x", "Q"]))
def test_whatever_stands_in_a_value_the_other_answers_are_kept(junk, name):
    answers, _ = read_answers(tiny(), {name: junk, "B2": "2", "B2.note": "Ann"})
    assert answers["B2"] == Answer("answered", "2", note="Ann")
    assess(tiny(), answers)


def test_a_note_of_ten_thousand_characters_comes_back_and_is_only_shown():
    assert len(LONG) > 10_000
    values = {"B1": "3", "B1.note": LONG, "D1": "na", "D1.reason": LONG}
    run = read_run(saved(values), tiny(), "mine.json")
    assert keep_answers(run.answers) == values
    text = as_markdown(summary(Material(run.result, run.answers, DAY)))
    assert "<script>" not in text
    assert r"\[x\](javascript:" in text
    assert " [x](" not in text
    again = saved_json(Material(run.result, run.answers, DAY))
    assert json.loads(again)["values"] == values


# -- instruments ------------------------------------------------------------------------------


def numbers(value, path=()):
    """Yield the place of every number in a file."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in entries:
        if isinstance(part, dict | list):
            yield from numbers(part, (*path, key))
        elif isinstance(part, int | float) and not isinstance(part, bool):
            yield (*path, key)


@pytest.mark.parametrize("slug", ["proposal", "readiness"])
@pytest.mark.parametrize("junk", [math.nan, math.inf, -math.inf])
def test_no_number_of_an_instrument_may_be_without_a_value(slug, junk):
    sound = read_yaml(ROOT / "data" / "instruments" / f"{slug}.yaml")
    places = list(numbers(sound))
    assert len(places) > 20
    seen = set()
    for place in places:
        kind = tuple("*" if isinstance(step, int) else step for step in place)
        if kind in seen:
            continue
        seen.add(kind)
        content = part = copy.deepcopy(sound)
        for step in place[:-1]:
            part = part[step]
        part[place[-1]] = junk
        assert check_instrument(content, slug), place


def test_a_weight_that_is_no_number_is_told_with_its_place():
    with pytest.raises(ContentError) as refused:
        parse_instrument(TEXT.replace("weight: 3", "weight: .nan"), "tiny.yaml")
    assert "line 43: '.nan' is not a plain number" in str(refused.value)


def test_questions_that_ask_after_each_other_are_told_with_the_way_round():
    circle = TEXT.replace("why: Somebody has to.", "why: It has.\n    show_if: E2 is 1").replace(
        "show_if: E1 at least 2", "show_if: B1 is 2"
    )
    with pytest.raises(ContentError, match="goes round in a circle: B1 → E2 → B1"):
        parse_instrument(circle, "tiny.yaml")


def test_a_shipped_instrument_is_not_harmed_by_what_was_tried():
    assert load_instrument("proposal").by_id["T1"].text == "What would the tool do?"
