from pathlib import Path

import pytest

from toolkit.code_cells import code_problems
from toolkit.frontmatter import Cell, Notebook


def problems(*sources: str) -> list[str]:
    cells = tuple(Cell("code", source) for source in sources)
    return [str(problem) for problem in code_problems(Notebook(Path("tea.ipynb"), {}, cells))]


def test_sound_code_has_no_problems() -> None:
    assert problems("from a import b", 'show_case_study("tea")') == []


def test_code_that_python_cannot_read_is_named_by_cell_and_line() -> None:
    [problem] = problems("import a", "x = 1\nshow_case_study(")
    assert problem.startswith("cell 3: line 2 of the code cannot be read: ")


def test_a_copy_that_still_shows_the_case_it_was_copied_from_is_found() -> None:
    assert problems('show_case_study("coffee")') == [
        "cell 2: shows the facts of 'coffee', not of this case; write 'tea' in the brackets"
    ]


@pytest.mark.parametrize("source", ['show_lesson("coffee")', "show_case_study(slug)", ""])
def test_other_code_is_left_alone(source: str) -> None:
    assert problems(source) == []


def test_only_code_is_read_as_code() -> None:
    notebook = Notebook(Path("tea.ipynb"), {}, (Cell("markdown", "show_case_study("),))
    assert list(code_problems(notebook)) == []
