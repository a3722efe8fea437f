"""Notebooks read without running them."""

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import ContentError
from toolkit.frontmatter import Cell, parse_notebook, read_notebook

PATH = Path("casestudies") / "a-case.ipynb"


def cell(kind: str, source: str | list[str], *tags: str) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {"tags": list(tags)}, "source": source}


def notebook(*cells: dict[str, Any]) -> str:
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5})


FRONT = cell("raw", "---\ntitle: A case\n---", "front-matter")


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_notebook(text, PATH)
    return [str(problem) for problem in caught.value.problems]


def test_front_matter_is_the_yaml_of_the_first_cell() -> None:
    assert parse_notebook(notebook(FRONT), PATH).front_matter == {"title": "A case"}


def test_the_slug_is_the_name_of_the_file() -> None:
    assert parse_notebook(notebook(FRONT), PATH).slug == "a-case"


def test_the_other_cells_keep_their_order_text_and_tags() -> None:
    text = notebook(FRONT, cell("markdown", ["# A case\n", "Words."]), cell("code", "1", "x"))
    assert parse_notebook(text, PATH).cells == (
        Cell("markdown", "# A case\nWords."),
        Cell("code", "1", ("x",)),
    )


def test_the_text_leaves_out_code_and_notes_to_authors() -> None:
    text = notebook(
        FRONT,
        cell("markdown", "# A case\n"),
        cell("code", "x = 1"),
        cell("markdown", "Replace this.", "author-note"),
        cell("markdown", "Words."),
    )
    assert parse_notebook(text, PATH).text == "# A case\n\nWords."


@pytest.mark.parametrize(
    "first",
    [
        cell("raw", "---\ntitle: A case\n---"),
        cell("markdown", "---\ntitle: A case\n---", "front-matter"),
        cell("code", "title = 1", "front-matter"),
    ],
)
def test_a_first_cell_that_is_not_front_matter_is_told(first: dict[str, Any]) -> None:
    assert problems(notebook(first)) == [
        "first cell: is not a raw cell with the tag 'front-matter'; "
        "copy the first cell of _template.ipynb and fill it in"
    ]


def test_a_notebook_without_cells_has_no_front_matter() -> None:
    assert problems(notebook())[0].startswith("first cell: is not a raw cell")


def test_broken_front_matter_names_the_line_of_the_cell() -> None:
    broken = cell("raw", "---\ntitle: A case\ntitle: B\n---", "front-matter")
    assert problems(notebook(broken)) == ["line 3: 'title' is written twice; keep one of them"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "null",
        '{"cells": null}',
        '{"cells": {"a": 1}}',
        '{"cells": [null]}',
        '{"cells": [{"cell_type": "raw"}]}',
        '{"cells": [{"cell_type": "raw", "metadata": null, "source": ""}]}',
        '{"cells": [{"cell_type": "raw", "metadata": {"tags": null}, "source": ""}]}',
        '{"cells": [{"cell_type": "raw", "metadata": {}, "source": null}]}',
        '{"cells": [{"cell_type": "raw", "metadata": {}, "source": [1]}]}',
        '{"cells": [{"cell_type": "raw", "metadata": {}, "source": "\\ud800"}]}',
        '{"cells": ' + "9" * 5000 + "}",
        '{"cells": ' + "[" * 200_000,
    ],
    ids=lambda text: text[:60],
)
def test_a_damaged_file_is_told_and_never_crashes(text: str) -> None:
    assert problems(text) == [
        "file: is not a notebook, or is damaged; open it in JupyterLab and save"
    ]


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_bytes(b"\xef\xbb\xbf" + notebook(FRONT).encode())
    assert read_notebook(path).front_matter == {"title": "A case"}


def test_a_file_that_is_not_text_is_not_a_notebook(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_bytes(b"\x89PNG\xff")
    with pytest.raises(ContentError, match="is not a notebook"):
        read_notebook(path)


def test_a_missing_notebook_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="file: is not there; check its name"):
        read_notebook(tmp_path / "none.ipynb")


def test_a_folder_in_place_of_a_notebook_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="file: cannot be read"):
        read_notebook(tmp_path)
