"""Where content lives."""

from pathlib import Path

import pytest

from toolkit.place import content_root


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A content folder of a council's own."""
    (tmp_path / "mine" / "data").mkdir(parents=True)
    (tmp_path / "mine" / "data" / "vocabulary.yaml").write_text("groups: {}\n", encoding="utf-8")
    return (tmp_path / "mine").resolve()


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOOLKIT_ROOT", raising=False)


def test_the_folder_named_in_the_environment_comes_first(
    council: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOOLKIT_ROOT", str(council))
    assert content_root() == council


def test_a_named_folder_without_content_is_refused_rather_than_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOOLKIT_ROOT", str(tmp_path))
    with pytest.raises(LookupError, match=r"has no data/vocabulary\.yaml"):
        content_root()


def test_a_named_folder_may_be_relative(council: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(council.parent)
    monkeypatch.setenv("TOOLKIT_ROOT", "mine")
    assert content_root() == council


@pytest.mark.parametrize("inside", [".", "data", "notebooks/lessons"])
def test_the_content_around_the_working_folder_is_found(
    council: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    (council / inside).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(council / inside)
    assert content_root() == council


def test_elsewhere_the_content_of_the_checkout_is_found(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert content_root() == root.resolve()
