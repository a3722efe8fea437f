"""Every content file held to its rules."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from tiny_case import body, facts, notebook_text

from toolkit.checking import FileReport, check_content

TODAY = date(2026, 6, 1)


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """A content folder with one sound case."""
    for name in ("casestudies", "data", "notebooks"):
        (tmp_path / name).mkdir()
    for name in ("identity.yaml", "vocabulary.yaml"):
        shutil.copy(root / "data" / name, tmp_path / "data")
    write(tmp_path, "tea")
    return tmp_path


def write(folder: Path, name: str, cells: list[str] | None = None, **changes: object) -> Path:
    path = folder / "casestudies" / f"{name}.ipynb"
    path.write_text(notebook_text(facts(**changes), cells or body()), encoding="utf-8")
    return path


def reports(folder: Path, under: Path | None = None) -> dict[str, FileReport]:
    return {report.file: report for report in check_content(folder, today=TODAY, under=under)}


def test_every_file_is_reported_also_where_all_is_well(folder: Path) -> None:
    found = reports(folder)
    assert list(found) == ["data/identity.yaml", "data/vocabulary.yaml", "casestudies/tea.ipynb"]
    assert not any(report.errors for report in found.values())


def test_an_identity_that_nobody_has_filled_in_is_advice_and_no_error(folder: Path) -> None:
    report = reports(folder)["data/identity.yaml"]
    assert [problem.where for problem in report.warnings] == [
        "contact, email",
        "corrections, email",
        "repository",
    ]


def test_code_that_cannot_run_is_found_without_running_it(folder: Path) -> None:
    path = write(folder, "tea")
    notebook = json.loads(path.read_text("utf-8"))
    code = {"cell_type": "code", "source": "show_case_study(", "metadata": {}, "outputs": []}
    notebook["cells"].append(code)
    path.write_text(json.dumps(notebook), "utf-8")
    [problem] = reports(folder)["casestudies/tea.ipynb"].errors
    assert problem.where == f"cell {len(notebook['cells'])}"


def test_errors_are_kept_apart_from_advice(folder: Path) -> None:
    write(folder, "tea", body(Evidence="They said so [4]."), review_due="2026-05-01")
    report = reports(folder)["casestudies/tea.ipynb"]
    assert [problem.where for problem in report.errors] == ["[4] in the text"]
    assert [problem.where for problem in report.warnings] == ["review_due"]


def test_one_broken_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "casestudies" / "broken.ipynb").write_text("{", encoding="utf-8")
    found = reports(folder)
    assert found["casestudies/broken.ipynb"].errors
    assert not found["casestudies/tea.ipynb"].problems


def test_a_broken_vocabulary_is_named_as_what_to_put_right_first(folder: Path) -> None:
    (folder / "data" / "vocabulary.yaml").write_text("title: x", encoding="utf-8")
    found = reports(folder)
    assert found["data/vocabulary.yaml"].errors
    [problem] = found["casestudies/tea.ipynb"].errors
    assert "cannot be checked until" in problem.what


def test_a_file_name_has_to_fit_an_address(folder: Path) -> None:
    write(folder, "Our Tea")
    [problem] = reports(folder)["casestudies/Our Tea.ipynb"].errors
    assert problem.where == "file name"


def test_an_app_that_says_too_little_of_itself_is_reported(folder: Path) -> None:
    text = notebook_text({"kind": "app", "title": "An app"}, ["# An app"])
    (folder / "notebooks" / "app.ipynb").write_text(text, encoding="utf-8")
    assert reports(folder)["notebooks/app.ipynb"].errors


def test_one_folder_or_one_file_can_be_checked_alone(folder: Path) -> None:
    assert list(reports(folder, folder / "casestudies")) == ["casestudies/tea.ipynb"]
    assert list(reports(folder, folder / "data" / "identity.yaml")) == ["data/identity.yaml"]


@pytest.mark.parametrize("name", ["nowhere", "notebooks"])
def test_a_place_without_content_is_told(folder: Path, name: str) -> None:
    with pytest.raises(LookupError, match=name):
        check_content(folder, today=TODAY, under=folder / name)


def test_a_case_is_checked_wherever_it_lies(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = write(folder, "tea", body(Evidence="They said so [4].")).rename(elsewhere / "tea.ipynb")
    for under in (path, elsewhere):
        [report] = reports(folder, under).values()
        assert report.file == path.as_posix()
        assert [problem.where for problem in report.errors] == ["[4] in the text"]


def test_a_broken_notebook_elsewhere_is_reported_and_one_of_another_kind_is_not_taken_for_a_case(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.ipynb").write_text("{", "utf-8")
    assert reports(folder, tmp_path / "broken.ipynb")[f"{tmp_path.as_posix()}/broken.ipynb"].errors
    text = notebook_text({"kind": "app", "title": "An app"}, ["# An app"])
    (tmp_path / "app.ipynb").write_text(text, "utf-8")
    with pytest.raises(LookupError, match="holds no content to check"):
        reports(folder, tmp_path / "app.ipynb")


def test_a_lesson_that_leads_to_a_part_that_is_not_there_is_reported(folder: Path) -> None:
    root = Path(__file__).parents[1]
    (folder / "notebooks" / "lessons").mkdir()
    text = (root / "notebooks" / "lessons" / "04-data-gaps.ipynb").read_text("utf-8")
    path = folder / "notebooks" / "lessons" / "04-data-gaps.ipynb"
    path.write_text(text.replace("section: C", "section: Q"), encoding="utf-8")
    (folder / "data" / "instruments").mkdir()
    shutil.copy(root / "data" / "instruments" / "readiness.yaml", folder / "data" / "instruments")
    [problem] = reports(folder)["notebooks/lessons/04-data-gaps.ipynb"].errors
    assert str(problem).startswith("assess: 'readiness' has no part 'Q'")


def test_a_question_cannot_name_a_framework_that_is_not_there(folder: Path, root: Path) -> None:
    instruments = folder / "data" / "instruments"
    instruments.mkdir()
    text = (root / "data" / "instruments" / "readiness.yaml").read_text("utf-8")
    assert "uk-ai-playbook" in text
    path = instruments / "readiness.yaml"
    path.write_text(text.replace("uk-ai-playbook", "uk-ai-playbok", 1), "utf-8")
    [problem] = reports(folder)["data/instruments/readiness.yaml"].errors
    assert problem.remedy == "did you mean 'uk-ai-playbook'?"


def test_a_damaged_framework_is_reported(folder: Path) -> None:
    place = folder / "data" / "frameworks"
    place.mkdir()
    (place / "tea-act.yaml").write_text("id: tea-act\n", "utf-8")
    assert reports(folder)["data/frameworks/tea-act.yaml"].errors


def test_a_worked_example_that_no_longer_fits_its_questions_is_found(folder: Path) -> None:
    (folder / "data" / "examples").mkdir()
    (folder / "data" / "examples" / "tea.json").write_text("{}", encoding="utf-8")
    [problem] = reports(folder)["data/examples/tea.json"].errors
    assert problem.what == "is not a file saved from this toolkit"
