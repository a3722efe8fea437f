"""How long a lesson takes, from its words and what there is to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_lesson import front_matter, lesson

from toolkit.errors import ContentError
from toolkit.frontmatter import Cell, Notebook
from toolkit.lesson_time import lesson_time, section_seconds


def notebook(*cells: Cell, **changes: object) -> Notebook:
    return Notebook(Path("x.ipynb"), front_matter(**changes), cells)


def text(words: int) -> str:
    return " ".join(["word"] * words)


def test_words_are_read_at_175_a_minute_and_addresses_are_not_read() -> None:
    cell = Cell("markdown", f"## Read\n\n{text(173)} [one](../a-long/address.ipynb)")
    assert section_seconds(notebook(cell)) == {"Read": 60}  # the heading is a word as well


def test_what_is_above_the_first_heading_counts_to_it_and_notes_for_hosts_do_not() -> None:
    cells = (
        Cell("markdown", f"# {text(174)}\n\n## Read"),
        Cell("markdown", text(900), ("author-note",)),
    )
    assert section_seconds(notebook(*cells)) == {"Read": 60}


def test_each_control_adds_to_the_time_of_what_it_sets() -> None:
    cells = (
        Cell("markdown", "## Try"),
        Cell("code", 'share = Slider("share")\nwords = Lines("words")'),
        Cell("code", "lesson.show_explorable(sitting, share, words, find=find)"),
    )
    assert section_seconds(notebook(*cells)) == {"Try": 120}  # 60 + 20 + 40, and one word


def test_a_quiz_is_as_long_as_its_questions_answers_and_one_reason_each() -> None:
    # "Is it one?", two answers and one reason of two words each: 9 words; "Was it {rise}?" too.
    cells = (Cell("markdown", "## Check"), Cell("code", "lesson.show_quiz(sitting)"))
    assert section_seconds(notebook(*cells)) == {"Check": 47}  # 2 x 20 + 19 words x 60 / 175


def test_code_that_cannot_be_read_adds_nothing() -> None:
    cells = (Cell("markdown", "## Try"), Cell("code", "lesson.show_quiz("))
    assert section_seconds(notebook(*cells)) == {"Try": 0}


def test_parts_that_go_further_are_told_apart() -> None:
    cells = (
        Cell("markdown", f"## A\n\n{text(174)}"),
        Cell("markdown", f"## B\n\n{text(349)}"),
        Cell("markdown", "**For hosts: 4 minutes.** Ask.", ("author-note",)),
        Cell("markdown", "**For hosts: 1 minute.** Ask.", ("author-note",)),
    )
    time = lesson_time(notebook(*cells, further=["B"]))
    assert (time.core_seconds, time.further_minutes, time.group_minutes) == (60, 2, 5)
    assert time.further_with_a_group == 5


def test_with_a_group_only_the_notes_of_parts_that_go_further_count_to_them() -> None:
    cells = (
        Cell("markdown", "**For hosts: before you start.** Allow 9 minutes.", ("author-note",)),
        Cell("markdown", "## A"),
        Cell("markdown", "**For hosts: 4 minutes.** Ask.", ("author-note",)),
        Cell("markdown", "## B"),
        Cell("markdown", "**For hosts: 3 minutes.** Ask.", ("author-note",)),
        Cell("markdown", "## C"),
        Cell("markdown", "**For hosts: 2 minutes.** Ask.", ("author-note",)),
    )
    time = lesson_time(notebook(*cells, further=["B"]))
    assert (time.group_minutes, time.further_with_a_group) == (9, 3)


@pytest.mark.parametrize("name", ["Check", "Try itt"])
def test_only_a_part_of_its_own_can_be_left_out(name: str) -> None:
    with pytest.raises(ContentError, match=f"'{name}' is not a part that can be left out"):
        lesson(further=[name])
