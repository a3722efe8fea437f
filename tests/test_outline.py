"""Where the sections of a document begin, and what their ids are."""

import pytest

from toolkit.outline import Piece, plain_text, section_id, split_by_heading


def test_a_text_is_parted_before_each_second_level_heading() -> None:
    pieces = list(split_by_heading("# Title\n\nLead.\n\n## One\n\nText.\n\n## Two"))
    assert pieces == [
        Piece("# Title\n\nLead.\n"),
        Piece("## One\n\nText.\n", "One"),
        Piece("## Two", "Two"),
    ]


def test_a_text_that_starts_with_a_heading_has_nothing_before_it() -> None:
    assert [piece.heading for piece in split_by_heading("\n## One\ntext")] == ["One"]


def test_smaller_headings_do_not_open_a_section() -> None:
    assert [piece.heading for piece in split_by_heading("### Small\n\n#Not one")] == [""]


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_what_looks_like_a_heading_in_code_is_code(fence: str) -> None:
    text = f"{fence}\n## A comment\n{fence}\n\n## Real"
    assert [piece.heading for piece in split_by_heading(text)] == ["", "Real"]


def test_a_blank_text_has_no_pieces() -> None:
    assert list(split_by_heading(" \n\n")) == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Try to fix it", "try-to-fix-it"),
        ("Who's missing, and why?", "who-s-missing-and-why"),
        ("Café – über", "cafe-uber"),
        ("数据", "section"),
    ],
)
def test_an_id_has_only_small_letters_figures_and_hyphens(heading: str, expected: str) -> None:
    assert section_id(heading) == expected


def test_the_same_heading_twice_gets_two_ids() -> None:
    taken: set[str] = set()
    ids = [section_id("Check", taken) for _ in range(3)]
    assert ids == ["check", "check-2", "check-3"]


def test_plain_text_keeps_words_and_drops_marks() -> None:
    assert plain_text("**Data** in `a.csv`, see [here](x.html)") == "Data in a.csv, see here"
