"""A notebook arranged as a page, before any of its code is run."""

import re
from typing import Any

import nbformat
import pytest
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbformat import NotebookNode
from tiny_site import cell

from toolkit.serving.arrange import Arrange, arrange, expects_output
from toolkit.serving.markdown import Markdown


def cells(*made: dict[str, Any]) -> list[NotebookNode]:
    return [nbformat.from_dict(one) for one in made]


def arranged(*made: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
    for number, one in enumerate(made):
        one["id"] = f"cell-{number}"
    notebook = nbformat.v4.new_notebook(cells=cells(*made))
    return Arrange().preprocess(notebook, {"base_url": "/", "home": "/"})


def test_only_what_a_visitor_should_see_is_left() -> None:
    left, _ = arrange(
        cells(
            cell("raw", "---\ntitle: A\n---", "front-matter"),
            cell("markdown", "# A"),
            cell("markdown", "For adapters.", "author-note"),
            cell("code", "secret()", "author-note"),
            cell("raw", "latex"),
            cell("code", "show()"),
        )
    )
    assert [one.source for one in left] == ["# A", "show()"]


def test_markdown_and_the_code_after_it_belong_to_one_section() -> None:
    left, sections = arrange(
        cells(
            cell("markdown", "# A\n\nLead."),
            cell("markdown", "## One\n\nText.\n\n## Two"),
            cell("code", "show()"),
            cell("markdown", "More."),
        )
    )
    assert [one.metadata.get("opens", "") for one in left] == ["", "one", "two", "", ""]
    assert sections == [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}]


def test_headings_alike_get_ids_of_their_own_across_cells() -> None:
    _, sections = arrange(cells(cell("markdown", "## Check"), cell("markdown", "## Check")))
    assert [section["id"] for section in sections] == ["check", "check-2"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import pandas\nfrom toolkit import place", False),
        ("page = show()", False),
        ("page = show()\npage", True),
        ("show()", True),
        ("%matplotlib inline", True),
        ("", False),
    ],
)
def test_only_a_cell_that_ends_in_an_expression_is_waited_for(source: str, expected: bool) -> None:
    assert expects_output(source) is expected


def test_the_page_has_the_title_kind_and_time_of_the_front_matter() -> None:
    front = "---\ntitle: Data gaps\nkind: lesson\nminutes: 20\n---"
    _, resources = arranged(cell("raw", front, "front-matter"), cell("markdown", "# Other"))
    page = resources["page"]
    assert (page["title"], page["kind"], page["minutes"]) == ("Data gaps", "lesson", 20)


@pytest.mark.parametrize("front", ["---\ntitle: [\n---", "no yaml"])
def test_a_notebook_with_broken_front_matter_takes_its_heading_for_a_title(front: str) -> None:
    _, resources = arranged(
        cell("raw", front, "front-matter"), cell("markdown", "# *My* heading\n\nText")
    )
    assert resources["page"]["title"] == "My heading"


def test_a_notebook_without_any_title_still_has_one() -> None:
    assert arranged(cell("code", "1"))[1]["page"]["title"] == "Notebook"


def test_without_our_server_home_is_where_jupyters_own_puts_it() -> None:
    notebook = nbformat.v4.new_notebook()
    _, resources = Arrange().preprocess(notebook, {"base_url": "/user/x/"})
    assert resources["site"]["home"] == "/user/x/voila/"
    assert resources["site"]["front_end"] == "/user/x/voila/static"


def test_the_heads_of_a_table_say_what_they_head() -> None:
    renderer = Markdown(contents_manager=None)
    assert renderer.table_cell("Group", head=True) == '<th scope="col">Group</th>\n'
    assert renderer.table_cell("3", align="right") == '<td style="text-align:right">3</td>\n'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "A <img src=x onerror=alert(1)> picture",
        "[press](javascript:alert(1))",
    ],
)
def test_what_a_notebook_says_can_run_nothing(text: str) -> None:
    html = MarkdownWithMath(renderer=Markdown(contents_manager=None, escape=False)).render(text)
    assert not re.search(r"<script|<img|javascript:", html)


def test_headings_carry_no_links_to_themselves() -> None:
    assert Markdown(contents_manager=None).heading("A <em>b</em>", 2) == "<h2>A <em>b</em></h2>\n"


def test_terms_of_the_glossary_are_linked_in_lessons_only() -> None:
    for kind, words in (("lesson", "[model](/glossary#model)"), ("app", "A model.")):
        front = cell("raw", f"---\nkind: {kind}\ntitle: A\n---", "front-matter")
        notebook, _ = arranged(front, cell("markdown", "# A model\n\nA model."))
        assert words in notebook.cells[0].source
        assert notebook.cells[0].source.startswith("# A model\n")


def lesson_cells() -> list[dict[str, Any]]:
    said = (
        "---\nkind: lesson\ntitle: A\nsummary: S\nminutes: 5\ngroup: learn\norder: 1\n"
        "quiz:\n  - id: threshold\n    text: Is it a chatbot?\n    options:\n"
        "      - {id: a, text: 'Yes', reason: The model has a threshold.}\n---"
    )
    return [
        cell("raw", said, "front-matter"),
        cell("markdown", "# A\n\nA model.\n\n## Try it"),
        cell("code", "bar = Slider('training', label='How much training data?')"),
        cell("markdown", "## Check"),
        cell("code", "lesson.show_quiz(sitting)"),
    ]


def test_a_term_that_an_activity_is_the_first_to_use_is_linked_in_a_line_above_it() -> None:
    notebook, _ = arranged(*lesson_cells())
    shown = [(one.cell_type, one.source) for one in notebook.cells]
    assert "A [model](/glossary#model)." in shown[0][1]
    line = "Words that are used here: [training](/glossary#training)."
    assert shown[2] == ("markdown", line)
    assert shown[3][1].startswith("bar = Slider")
    line = (
        "Words that are used here: [chatbot](/glossary#chatbot), [threshold](/glossary#threshold)."
    )
    assert shown[5:] == [("markdown", line), ("code", "lesson.show_quiz(sitting)")]
    assert len({one.id for one in notebook.cells}) == len(notebook.cells)


def test_an_app_has_no_line_of_terms() -> None:
    app = [one | {"source": one["source"].replace("kind: lesson", "kind: app")}
           for one in lesson_cells()]  # fmt: skip
    notebook, _ = arranged(*app)
    assert not [one for one in notebook.cells if "Words that are used" in one.source]
