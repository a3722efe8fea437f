import pytest
from tiny import TEXT, tiny

from toolkit.assessment.difference import compare_versions, unsettled
from toolkit.assessment.difference_text import difference_text
from toolkit.assessment.instrument import parse_instrument


def changed(*replaced, version=3):
    """Return the tiny instrument with texts replaced, and its version raised."""
    text = TEXT.replace("version: 2", f"version: {version}")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return parse_instrument(text, "tiny.yaml")


def found(*replaced, version=3):
    return [(d.kind, d.place, d.what) for d in compare_versions(tiny(), changed(*replaced))]


def problems(*replaced, version=3):
    return [str(p) for p in unsettled(tiny(), changed(*replaced, version=version))]


NEW_QUESTION = """  - id: E3
    area: E
    name: Cake
    text: Is there cake?
    why: Tea wants cake.
    anchors: [No., Talk., Written., Done., Checked.]
    evidence_prompt: The cake.
    actions: [{id: bake, text: Bake., effort: 1, roles: [Chair], reaches: 3}]
    source: our judgement
gates:
"""
GONE = ("  - id: E2\n", "  - id: E3\n")


def test_two_equal_versions_have_no_difference():
    assert compare_versions(tiny(), tiny()) == ()
    assert unsettled(tiny(), tiny()) == ()


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("Who owns the kettle?", "Who has the kettle?", ("reworded", "B1", "question")),
        ("why: Somebody has to.", "why: It matters.", ("reworded", "B1", "reason for asking")),
        ("[Nobody., Somebody.", "[No one., Somebody.", ("reworded", "B1", "answer ‘0’")),
        ("weight: 3", "weight: 2", ("scored", "B2", "weight")),
        ("show_if: E1 at least 2", "show_if: E1 at least 3", ("asked", "E2", "condition")),
        ("text: Name an owner.", "text: Pick an owner.", ("linked", "B1", "actions")),
        ("caps_at: start", "caps_at: middle", ("rules", "gates", "changed")),
        ("id: middle, title: Middle, from: 1", "id: middle, title: Middle, from: 2",
         ("rules", "stages", "changed")),
    ],
)  # fmt: skip
def test_a_change_is_named_with_its_place_and_kind(old, new, difference):
    assert found((old, new)) == [difference]


def test_a_changed_scale_changes_how_every_question_on_it_counts():
    rows = found(("evidence: {above: 2, grade: 2}", "evidence: {above: 2, grade: 3}"))
    assert rows == [("scored", name, "evidence needed") for name in ("B1", "B2", "D1", "E1", "E2")]


def test_what_it_was_and_what_it_is_stand_beside_the_change():
    [row] = compare_versions(tiny(), changed(("show_if: E1 at least 2", "show_if: not D1 is 0")))
    assert (row.before, row.after) == ("E1 at least 2", "not D1 is 0")


def test_a_question_that_is_added_needs_nothing_more_than_a_new_version():
    assert found(("gates:\n", NEW_QUESTION)) == [("added", "E3", "Cake")]
    assert problems(("gates:\n", NEW_QUESTION)) == []
    assert problems(("gates:\n", NEW_QUESTION), version=2) == [
        "version: is 2 in both, and more than words changed; write: version: 3"
    ]


def test_new_words_alone_need_no_new_version():
    assert problems(("Who owns the kettle?", "Who has the kettle?"), version=2) == []


def test_a_question_that_is_gone_without_a_word_is_a_problem():
    assert [row[0] for row in found(GONE)] == ["added", "removed"]
    assert problems(GONE) == [
        "E2: is gone, and nothing says what becomes of its saved answers; "
        "add it to 'migrations', under 'renamed' or 'dropped'",
        "E2: is gone and could be used again; add it to 'retired'",
    ]


@pytest.mark.parametrize(
    ("step", "kinds"),
    [("renamed: {E2: E3}", ["renamed"]), ("dropped: {E2: No more.}", ["added", "removed"])],
)
def test_a_question_that_is_gone_with_its_answers_looked_after_is_none(step, kinds):
    settled = (
        GONE,
        ("retired: [B9]", "retired: [B9, E2]"),
        ("migrations:\n", f"migrations:\n  - {{to: 3, {step}}}\n"),
    )
    assert problems(*settled) == []
    assert [row[0] for row in found(*settled)] == kinds


def test_a_word_on_an_older_version_says_nothing_about_this_one():
    older = ("dropped: {B8: It was asked twice.}", "dropped: {B8: Twice., E2: No more.}")
    assert problems(GONE, older)[0].startswith("E2: is gone, and nothing says what becomes")


def test_an_id_that_was_retired_is_never_used_again():
    again = (
        ("  - id: E2\n", "  - id: B9\n"),
        ("retired: [B9]", "retired: [E2]"),
        ("renamed: {B9: B2}, ", ""),
        ("migrations:\n", "migrations:\n  - {to: 3, dropped: {E2: No more.}}\n"),
    )
    assert problems(*again) == [
        "B9: was retired, and is used again: old answers would count for it; "
        "give it an id that was never used"
    ]


def test_a_retired_id_stays_on_the_list():
    assert problems(("retired: [B9]", "retired: []"), ("renamed: {B9: B2}, ", "")) == [
        "retired: no longer names 'B9'; add 'B9' again"
    ]


def test_an_answer_that_is_gone_is_a_problem_until_it_is_said_why():
    fewer = (
        ("      - {value: 4, label: Checked, meaning: Checks.}\n", ""),
        (", The name is checked.]", "]"),
        (", Checked.]", "]"),
    )
    assert [told.split(";")[0] for told in problems(*fewer)] == [
        f"{name}: no longer has the answer 4, which may have been saved"
        for name in ("B1", "B2", "D1", "E1", "E2")
    ]
    reasons = ", ".join(f"{name}: Four steps now." for name in ("B1", "B2", "D1", "E1", "E2"))
    said = ("migrations:\n", f"migrations:\n  - {{to: 3, dropped: {{{reasons}}}}}\n")
    assert problems(*fewer, said) == []


def test_not_applicable_that_is_taken_back_is_a_problem():
    taken = (
        "    why: Cups run out.\n    not_applicable: true\n",
        "    why: Cups run out.\n",
    )
    assert found(taken) == [("scored", "D1", "whether it may not apply")]
    assert problems(taken)[0].startswith("D1: may no longer be 'not applicable'")


def test_files_in_the_wrong_order_and_of_another_instrument_are_told():
    assert "goes back from 3 to 2" in str(unsettled(changed(), tiny())[0])
    other = parse_instrument(TEXT.replace("id: tiny", "id: other"), "other.yaml")
    assert str(unsettled(tiny(), other)[0]).startswith("id: was 'tiny' and is 'other'")


def test_the_text_says_what_changed_and_what_is_to_be_settled():
    new = changed(("weight: 3", "weight: 2"), GONE)
    text = difference_text(tiny(), new, compare_versions(tiny(), new), unsettled(tiny(), new))
    assert text.startswith("tiny: version 2 and version 3\n\nQuestions added (1)\n  E3: ")
    assert "Counted in another way (1)\n  B2: weight\n    was: 3\n    now: 2\n" in text
    assert "To be settled (2)\n  E2: is gone" in text


def test_the_text_says_when_nothing_changed_and_when_all_is_looked_after():
    assert difference_text(tiny(), tiny(), (), ()).endswith("Nothing changed.\n")
    new = changed(("weight: 3", "weight: 2"))
    text = difference_text(tiny(), new, compare_versions(tiny(), new), ())
    assert text.endswith("Saved answers are looked after.\n")
