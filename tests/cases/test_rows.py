"""Rows that come, go and move, and the numbers in the text that follow them."""

from toolkit.cases.rows import add_row, move_row, remove_row

DRAFT = {
    "sources": ["1", "2", "3"],
    "sources.2.title": "Two",
    "sources.2.url": "https://example.org",
    "sources.20.title": "Not this one",
    "text.evidence": "One [1]. Two [2][3]. A [2](https://example.org) is a link. None [9].",
}


def test_a_new_row_never_has_the_key_of_one_that_is_there() -> None:
    assert add_row({"questions": ["2", "1"]}, "questions") == ("3", {"questions": ["2", "1", "3"]})
    assert add_row({}, "questions") == ("1", {"questions": ["1"]})


def test_removing_a_source_takes_its_parts_and_its_citations_and_renumbers_the_rest() -> None:
    assert remove_row(DRAFT, "sources", "2") == {
        "sources": ["1", "3"],
        "sources.2.title": None,
        "sources.2.url": None,
        "text.evidence": "One [1]. Two[2]. A [2](https://example.org) is a link. None [9].",
    }


def test_moving_a_source_takes_its_citations_along() -> None:
    assert move_row(DRAFT, "sources", "3", -1) == {
        "sources": ["1", "3", "2"],
        "text.evidence": "One [1]. Two [3][2]. A [2](https://example.org) is a link. None [9].",
    }


def test_a_row_at_the_end_does_not_move_beyond_it() -> None:
    assert move_row(DRAFT, "sources", "1", -1) == {}
    assert move_row(DRAFT, "sources", "3", 1) == {}


def test_other_rows_leave_the_citations_alone() -> None:
    draft = {**DRAFT, "lessons": ["1", "2"]}
    assert remove_row(draft, "lessons", "1") == {"lessons": ["2"]}


def test_a_text_that_is_one_of_several_goes_with_its_row() -> None:
    assert remove_row({"authors": ["1"], "authors.1": "Us"}, "authors", "1") == {
        "authors": [],
        "authors.1": None,
    }
