"""A case study or a lesson started from its template."""

import json
import shutil
from pathlib import Path

import pytest

from toolkit.errors import ContentError
from toolkit.frontmatter import read_notebook
from toolkit.new_notebook import new_case_study, new_lesson


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """A content folder with the two templates and one lesson."""
    for name in ("casestudies", "notebooks/lessons"):
        (tmp_path / name).mkdir(parents=True)
        shutil.copy(root / name / "_template.ipynb", tmp_path / name)
    lessons = tmp_path / "notebooks" / "lessons"
    shutil.copy(lessons / "_template.ipynb", lessons / "04-data-gaps.ipynb")
    return tmp_path


def code(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def test_a_new_case_is_the_template_under_its_own_name(folder: Path) -> None:
    path = new_case_study("leeds-phone-helper", folder)
    assert path == folder / "casestudies" / "leeds-phone-helper.ipynb"
    assert 'show_case_study("leeds-phone-helper")' in code(path)
    template = read_notebook(folder / "casestudies" / "_template.ipynb")
    assert read_notebook(path).front_matter == template.front_matter


@pytest.mark.parametrize("slug", ["Leeds", "leeds phone", "a/b", "../x", "", "-a", "a--b", "é"])
def test_a_name_that_cannot_be_part_of_an_address_is_refused(folder: Path, slug: str) -> None:
    with pytest.raises(ContentError, match="use small letters a to z, figures and dashes"):
        new_case_study(slug, folder)
    assert len(list(folder.rglob("*.ipynb"))) == 3


def test_a_case_that_is_there_is_not_written_over(folder: Path) -> None:
    path = new_case_study("tea", folder)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match="name: is taken"):
        new_case_study("tea", folder)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_missing_template_is_told(folder: Path) -> None:
    (folder / "casestudies" / "_template.ipynb").unlink()
    with pytest.raises(ContentError, match="copy it back from the toolkit"):
        new_case_study("tea", folder)


def test_a_new_lesson_takes_the_next_number(folder: Path) -> None:
    path = new_lesson("two-wards", folder)
    said = read_notebook(path).front_matter
    assert path.name == "05-two-wards.ipynb"
    assert (said["id"], said["number"], said["order"]) == ("two-wards", 5, 5)
    assert '"05-two-wards"' in code(path)


def test_a_lesson_of_that_name_is_not_written_twice(folder: Path) -> None:
    with pytest.raises(ContentError, match="name: is taken"):
        new_lesson("data-gaps", folder)
