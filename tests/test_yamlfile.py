"""Strict YAML."""

from pathlib import Path

import pytest

from toolkit.errors import ContentError
from toolkit.yamlfile import parse_yaml, read_yaml


def problems(text: str) -> list[str]:
    """Return what is wrong with a text, one line a problem."""
    with pytest.raises(ContentError) as caught:
        parse_yaml(text, "a.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "12:30", "1.2.3", "2026-11-22"])
def test_a_word_that_looks_like_text_is_text(word: str) -> None:
    assert parse_yaml(f"a: {word}", "a.yaml") == {"a": word}


def test_true_false_and_empty_are_what_they_say() -> None:
    assert parse_yaml("a: true\nb: False\nc:\nd: null", "a.yaml") == {
        "a": True,
        "b": False,
        "c": None,
        "d": None,
    }


def test_plain_numbers_are_numbers() -> None:
    assert parse_yaml("a: 12\nb: -0.5\nc: 1e3", "a.yaml") == {
        "a": 12,
        "b": -0.5,
        "c": 1000.0,
    }


@pytest.mark.parametrize("number", ["010", "0x1F", "1_000", ".nan", ".inf", "1.0e400", "9" * 5000])
def test_a_number_that_could_be_read_in_two_ways_is_refused(number: str) -> None:
    advice = "put it in quotes if it is text; a number looks like 1200, 0.5 or -3"
    assert problems(f"a: {number}") == [
        f"line 1: '{number[:40]}' is not a plain number; {advice}",
    ]


def test_the_same_number_in_quotes_is_text() -> None:
    assert parse_yaml("a: '010'", "a.yaml") == {"a": "010"}


def test_names_are_text_as_they_were_written() -> None:
    assert parse_yaml("1: a\nyes: b\n2026-01-01: c", "a.yaml") == {
        "1": "a",
        "yes": "b",
        "2026-01-01": "c",
    }


def test_every_repeated_name_is_told_with_its_line() -> None:
    assert problems("a: 1\nb:\n  c: 1\n  c: 2\na: 3") == [
        "line 4: 'c' is written twice; keep one of them",
        "line 5: 'a' is written twice; keep one of them",
    ]


def test_names_that_differ_only_in_quotes_are_the_same_name() -> None:
    assert problems("1: a\n'1': b") == ["line 2: '1' is written twice; keep one of them"]


def test_a_date_that_does_not_exist_is_left_for_the_schema_to_refuse() -> None:
    assert parse_yaml("on: 2026-13-45", "a.yaml") == {"on": "2026-13-45"}


def test_references_that_would_fill_the_memory_are_refused() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert problems(bomb)[0] == "line 1: is used again elsewhere with '*'; write it out twice"


def test_a_reference_to_itself_is_refused() -> None:
    assert problems("a: &a [*a]") == [
        "line 1: is used again elsewhere with '*'; write it out twice"
    ]


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_nesting_without_end_is_refused(brackets: str) -> None:
    opening = brackets[0] * 5000 if brackets == "[]" else "{a: " * 5000
    assert len(problems(f"a: {opening}{brackets[1] * 5000}")) == 1


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("!!python/object/apply:os.system [ls]", "python/object/apply:os.system"),
        ("!!binary aGVsbG8=", "binary"),
        ("!!set {x, y}", "set"),
        ("!mine x", "!mine"),
    ],
)
def test_a_marked_value_is_refused_and_never_built(value: str, mark: str) -> None:
    assert problems(f"a: {value}") == [f"line 1: has the mark '{mark}'; take the mark out"]


def test_a_list_cannot_be_a_name() -> None:
    assert problems("? [a, b]\n: c") == ["line 1: has a list where a name should be; write a name"]


def test_half_of_a_character_is_refused() -> None:
    assert problems("a: 1\nb: \ud800") == [
        "line 2: holds half of a character; type that place again"
    ]


def test_half_of_a_character_written_as_a_code_is_refused() -> None:
    (problem,) = problems('a: "\\ud800"')
    assert problem.startswith("line 1: cannot be read as YAML: found invalid Unicode")


@pytest.mark.parametrize(
    ("text", "line"),
    [("title: AI: the story", 1), ("a: 1\n\tb: 2", 2), ("a: 1\nb: 'x", 2), ("a: 1\n---\nb: 2", 2)],
)
def test_broken_yaml_names_its_line(text: str, line: int) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"line {line}: cannot be read as YAML: ")


def test_a_control_character_is_told_in_one_line() -> None:
    (problem,) = problems("a: \x07b")
    assert problem.startswith("file: cannot be read as YAML: ")
    assert "\n" not in problem


@pytest.mark.parametrize("text", ["", "# nothing", "- a\n- b", "just words"])
def test_what_is_not_names_and_values_is_refused(text: str) -> None:
    assert problems(text) == ["file: is not a list of 'name: value' lines; start from a template"]


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Caf\xc3\xa9\r\n")
    assert read_yaml(path) == {"name": "Café"}


def test_a_file_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"name: Caf\xe9\n")
    with pytest.raises(ContentError, match="is not UTF-8 text; save as UTF-8"):
        read_yaml(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"none\.yaml has 1 problem:\n  - file: is not there"):
        read_yaml(tmp_path / "none.yaml")


def test_a_folder_in_place_of_a_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="file: cannot be read"):
        read_yaml(tmp_path)
