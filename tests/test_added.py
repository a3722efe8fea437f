"""Content that a council adds from a folder of its own."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tiny_case import body, facts, notebook_text

from toolkit.added import added_folder, content_files, find_file, is_added, refused_files
from toolkit.assessment.instrument import load_instrument
from toolkit.cases.catalogue import load_case_study, load_catalogue
from toolkit.cases.link import read_case_links
from toolkit.checking import check_content
from toolkit.contents import read_contents
from toolkit.course import load_course
from toolkit.lesson import load_lesson
from toolkit.unread import unread_places
from toolkit.views.assessment.desk import show_assessments
from toolkit.views.explorer import show_explorer

OWN = "our-own-tea"
SHIPPED = "telford-ask-tom"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council's own folder with one sound case, which the variable names."""
    write(tmp_path, OWN)
    monkeypatch.setenv("TOOLKIT_CONTENT", str(tmp_path))
    return tmp_path


def write(folder: Path, slug: str) -> Path:
    path = folder / "casestudies" / f"{slug}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(notebook_text(facts(), body()), encoding="utf-8")
    return path


def add_copy(root: Path, folder: Path, file: str, name: str, **changes: str) -> Path:
    """Add a copy of one of the toolkit's files under another name, with some texts changed."""
    path = folder / Path(file).parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (root / file).read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def test_nothing_is_added_where_no_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOOLKIT_CONTENT", " ")
    assert added_folder() is None
    assert not any(file.added for file in content_files("casestudies"))


def test_an_added_case_is_in_the_catalogue_and_marked(folder: Path) -> None:
    catalogue = load_catalogue()
    assert [case.slug for case in catalogue.cases if case.added] == [OWN]
    assert catalogue.errors == ()
    assert load_case_study(OWN).added
    assert not load_case_study(SHIPPED).added
    assert [link.slug for link in read_case_links([OWN, SHIPPED])] == [OWN, SHIPPED]


def test_an_added_case_says_so_on_its_card(folder: Path) -> None:
    html = show_explorer().screen["html"]
    assert html.count("Added by your council") == 0  # not among the first shown
    bridge = show_explorer()
    bridge._receive({"kind": "place", "value": f"case={OWN}"})
    assert "Added by your council" in bridge.screen["html"]


def test_another_content_folder_gets_nothing_added(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "casestudies", other / "casestudies")
    assert [file.added for file in content_files("casestudies", other)] == [False]


def test_a_name_that_is_taken_is_refused_in_words_and_the_rest_works(folder: Path) -> None:
    path = write(folder, SHIPPED)
    catalogue = load_catalogue()
    assert not catalogue.get(SHIPPED).added
    [error] = catalogue.errors
    assert error.file == path.as_posix()
    assert "is the name of a file that comes with the toolkit; give your file another name" in str(
        error
    )


def test_a_broken_file_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "casestudies" / "broken.ipynb").write_text("{", encoding="utf-8")
    catalogue = load_catalogue()
    assert [Path(error.file).name for error in catalogue.errors] == ["broken.ipynb"]
    assert catalogue.get(OWN)


def test_an_added_lesson_is_listed_in_the_course_and_marked(folder: Path, root: Path) -> None:
    changes = {"id: data-gaps": "id: our-gaps", "number: 4": "number: 44"}
    add_copy(root, folder, "notebooks/lessons/04-data-gaps.ipynb", "44-our-gaps.ipynb", **changes)
    entries = [entry for group in read_contents(root) for entry in group.entries if entry.added]
    assert [entry.path for entry in entries] == ["notebooks/lessons/44-our-gaps.ipynb"]
    assert "44-our-gaps" in [lesson.slug for lesson in load_course()[0]]
    assert load_lesson("44-our-gaps").number == 44


def test_an_added_lesson_with_a_taken_name_is_shown_as_refused(folder: Path, root: Path) -> None:
    name = "notebooks/lessons/04-data-gaps.ipynb"
    add_copy(root, folder, name, "04-data-gaps.ipynb")
    [entry] = [entry for group in read_contents(root) for entry in group.entries if entry.added]
    assert "comes with the toolkit" in entry.problem
    assert len(load_course()[1]) == 1


def test_an_added_self_assessment_says_so_wherever_it_says_how_far_to_trust_it(
    folder: Path, root: Path
) -> None:
    name = "data/instruments/readiness.yaml"
    add_copy(root, folder, name, "our-readiness.yaml", **{"id: readiness": "id: our-readiness"})
    assert load_instrument("our-readiness").status.startswith("Added by your council.")
    assert not load_instrument("readiness").status.startswith("Added")
    html = "".join(page.screen["html"] for page in show_assessments().children)
    assert html.count("Added by your council</strong>") == 1


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_cannot_be_used_is_told_and_stops_no_page(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("TOOLKIT_CONTENT", str(tmp_path / name))
    words = "there is no such folder" if name == "nowhere" else "that is a file"
    with pytest.raises(LookupError, match=words):
        added_folder()
    catalogue = load_catalogue()
    assert catalogue.cases
    assert [error.file for error in catalogue.errors] == ["TOOLKIT_CONTENT"]


def test_the_toolkits_own_folder_is_not_added_to_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (root, root.parent, root / "casestudies"):
        monkeypatch.setenv("TOOLKIT_CONTENT", str(folder))
        with pytest.raises(LookupError, match="where the toolkit's own content is"):
            added_folder()


def test_templates_and_hidden_files_are_no_content(folder: Path) -> None:
    write(folder, "_template")
    write(folder, ".hidden")
    assert [file.path.stem for file in content_files("casestudies") if file.added] == [OWN]
    template = find_file("casestudies", "_template")
    assert template is not None
    assert not is_added(template.path)


def test_added_content_is_checked_by_the_words_of_the_toolkit(folder: Path, root: Path) -> None:
    write(folder, SHIPPED)
    reports = check_content(folder, today=date(2026, 6, 1), added_to=root)
    assert [(report.file, len(report.errors)) for report in reports] == [
        (f"casestudies/{OWN}.ipynb", 0),
        (f"casestudies/{SHIPPED}.ipynb", 1),
    ]
    assert refused_files("casestudies")


def test_a_name_that_cannot_be_part_of_an_address_is_refused_by_the_catalogue_too(
    folder: Path,
) -> None:
    write(folder, "Our Case")
    catalogue = load_catalogue()
    assert [case.slug for case in catalogue.cases if case.added] == [OWN]
    [error] = catalogue.errors
    assert "'Our Case' cannot be part of an address" in str(error)
    assert find_file("casestudies", "Our Case") is None


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", "utf-8")


def test_what_lies_where_nothing_is_read_is_told_once_for_each_place(folder: Path) -> None:
    touch(
        folder, "casestudies/drafts/tea.ipynb", "casestudies/drafts/old/tea.ipynb",
        "notebooks/in-depth/tea.ipynb", "notebooks/tea.ipynb", "data/frameworks/tea.yaml",
        "data/instruments/tea.yml", "more/a/b/tea.ipynb", "tea.ipynb",
    )  # fmt: skip
    assert [path.relative_to(folder).as_posix() for path in unread_places(folder)] == [
        "casestudies/drafts", "data/frameworks", "data/instruments/tea.yml", "more",
        "notebooks/in-depth", "notebooks/tea.ipynb", "tea.ipynb",
    ]  # fmt: skip


def test_what_is_read_or_no_content_is_not_told(folder: Path) -> None:
    touch(
        folder, "README.md", ".git/x.json", "casestudies/.ipynb_checkpoints/tea.ipynb",
        "casestudies/_template.ipynb", "notebooks/lessons/20-tea.ipynb",
        "data/instruments/tea.yaml", "casestudies/tea.png",
    )  # fmt: skip
    assert unread_places(folder) == ()


def test_a_place_that_is_not_read_is_advice_of_the_check(folder: Path, root: Path) -> None:
    touch(folder, "casestudies/drafts/tea.ipynb")
    found = check_content(folder, today=date(2026, 6, 1), added_to=root)
    [report] = [one for one in found if one.file == "casestudies/drafts"]
    assert report.errors == ()
    assert [problem.what for problem in report.warnings] == ["nothing here is read"]
