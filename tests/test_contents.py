"""What the landing page lists, from the front matter of notebooks."""

from pathlib import Path

import pytest
from tiny_site import make_site, write_page

from toolkit.contents import Entry, read_contents, read_entry
from toolkit.errors import ContentError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def titles(site: Path) -> dict[str, list[str]]:
    return {group.name: [entry.title for entry in group.entries] for group in read_contents(site)}


def problem_of(site: Path, name: str) -> str:
    entries = [entry for group in read_contents(site) for entry in group.entries]
    return next(entry.problem for entry in entries if name in entry.path)


def test_an_entry_says_what_the_front_matter_says(site: Path) -> None:
    path = write_page(site, "try", minutes=12, order=3, audience="councillors", group="assess")
    assert read_entry(path, site) == Entry(
        path="notebooks/try.ipynb",
        title="A page",
        summary="About it.",
        kind="app",
        group="assess",
        minutes=12,
        audience="councillors",
        order=3,
    )


def test_groups_come_in_the_order_of_the_three_jobs(site: Path) -> None:
    write_page(site, "a", group="assess")
    write_page(site, "b", group="explore")
    write_page(site, "lessons/c", group="learn", kind="lesson")
    (site / "notebooks" / "in-depth").mkdir()
    write_page(site, "in-depth/d", group="depth", kind="in-depth")
    assert list(titles(site)) == ["learn", "explore", "assess", "depth"]


def test_entries_come_by_order_then_by_name(site: Path) -> None:
    write_page(site, "lessons/02-b", title="Two", order=2)
    write_page(site, "lessons/01-a", title="One", order=1)
    write_page(site, "lessons/03-c", title="Also one", order=1)
    assert titles(site) == {"explore": ["One", "Also one", "Two"]}


@pytest.mark.parametrize("name", ["lessons/_template", ".hidden"])
def test_templates_and_hidden_files_are_not_listed(site: Path, name: str) -> None:
    write_page(site, name)
    assert read_contents(site) == ()


def test_a_damaged_lesson_is_listed_with_its_problem_among_the_lessons(site: Path) -> None:
    (site / "notebooks/lessons/04-data-gaps.ipynb").write_text("{", "utf-8")
    assert titles(site) == {"learn": ["Data gaps"]}
    assert problem_of(site, "04").startswith("notebooks/lessons/04-data-gaps.ipynb, file: is not")


def test_a_damaged_app_stands_apart_and_leaves_the_others_alone(site: Path) -> None:
    (site / "notebooks/self-assessment.ipynb").write_text("", "utf-8")
    write_page(site, "fine", title="Fine")
    assert titles(site) == {"explore": ["Fine"], "other": ["Self assessment"]}


def test_a_wrong_group_gets_the_nearest_one_suggested(site: Path) -> None:
    write_page(site, "a", group="asess")
    assert problem_of(site, "a.ipynb") == (
        "notebooks/a.ipynb, group: 'asess' is not one of the words used here; "
        "did you mean 'assess'?"
    )


def test_the_place_for_damaged_notebooks_cannot_be_asked_for(site: Path) -> None:
    write_page(site, "a", group="other")
    assert "use one of: assess, depth, explore, host, learn" in problem_of(site, "a.ipynb")


def test_every_problem_of_a_notebook_is_told_at_once(site: Path) -> None:
    path = write_page(site, "a", title="", summary=3, kind="leson", minutes="ten", order=True)
    with pytest.raises(ContentError) as caught:
        read_entry(path, site)
    places = [problem.where for problem in caught.value.problems]
    assert places == ["title", "summary", "kind", "minutes", "order"]


def test_minutes_and_order_may_be_left_out(site: Path) -> None:
    entry = read_entry(write_page(site, "a"), site)
    assert (entry.minutes, entry.order, entry.audience) == (0, 0, "")
