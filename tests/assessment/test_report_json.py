import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import ANSWERS, answers, tiny

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.report_json import report_json
from toolkit.assessment.scoring import score
from toolkit.progress import parse_progress

ON = date(2026, 11, 2)


def report(found):
    return report_json(score(tiny(), found), found, on=ON)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["D1", "E1"]), ANSWERS))
def test_a_report_loads_again_with_exactly_the_same_answers(found):
    found = {name: answer for name, answer in found.items() if answer != Answer()}
    saved = parse_progress(report(found), "tiny", 2)
    assert read_answers(tiny(), saved.values) == (found, ())
    assert saved.saved == "2026-11-02"


def test_the_result_stands_beside_the_answers():
    content = json.loads(report(answers(B1="3", B2="2")))
    assert content["result"]["stage"]["id"] == "start"
    assert content["result"]["areas"][0]["evidenced"] == {"low": 2.0, "high": 2.0}
    assert content["result"]["areas"][0]["claimed"] == {"low": 2.25, "high": 2.25}
    assert content["result"]["gates"] == [
        {
            "question": "B1",
            "name": "a named owner",
            "met": False,
            "claimed": True,
            "possible": False,
        }
    ]
    assert content["result"]["next_steps"][0]["kind"] == "show"
    assert content["instrument"]["fingerprint"] == tiny().fingerprint
    assert "anything a supplier told you in confidence" in content["notes_warning"]


def test_an_instrument_without_stages_has_none_in_its_result():
    from dataclasses import replace

    instrument = replace(tiny(), stages=None, gates=())
    content = json.loads(report_json(score(instrument, {}), {}, on=ON))
    assert content["result"]["stage"] is None
