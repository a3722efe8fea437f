"""Which questions bear on which framework."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tiny_frameworks import GUIDE, TEA, write_framework

from toolkit.assessment.instrument import instrument_paths, read_instrument
from toolkit.frameworks.catalogue import framework_ids, load_frameworks, read_framework
from toolkit.frameworks.mapping import questions_of, unknown_frameworks


def question(name: str, *laws: str, names: tuple[str, ...] = ()) -> Any:
    found = tuple(SimpleNamespace(name=f"Law {url[-1]}", url=url) for url in laws)
    return SimpleNamespace(id=name, area="A", text=f"{name}?", frameworks=names, laws=found)


def instrument(*questions: Any) -> Any:
    return SimpleNamespace(id="tiny", questions=questions)


ACT = "https://www.legislation.gov.uk/ukpga/2001/7"


def test_a_question_that_names_a_framework_is_found(tmp_path: Path) -> None:
    guide = read_framework(write_framework(tmp_path, GUIDE))
    tiny = instrument(question("A1", names=("biscuit-guide",)), question("A2", names=("tea-act",)))
    [found] = questions_of(guide, [tiny])
    assert (found.instrument, found.area, found.id, found.text) == ("tiny", "A", "A1", "A1?")


@pytest.mark.parametrize(
    ("address", "bears"),
    [
        (ACT, True),
        (f"{ACT}/section/2", True),
        (f"{ACT}0", False),  # the Act numbered 70
        ("https://www.legislation.gov.uk/ukpga/2001/8", False),
        ("", False),
    ],
)
def test_a_question_that_names_a_part_of_a_law_bears_on_that_law(
    tmp_path: Path, address: str, bears: bool
) -> None:
    tea = read_framework(write_framework(tmp_path, TEA))
    law = SimpleNamespace(name="section 2", url=address)
    asked = question("A1")
    asked.laws = (law,)
    found = questions_of(tea, [instrument(asked)])
    assert [one.laws for one in found] == ([("section 2",)] if bears else [])


def test_a_framework_that_is_not_there_is_told_with_the_nearest_one() -> None:
    tiny = instrument(question("A1", names=("uk-atrs", "uk-atr")))
    [problem] = unknown_frameworks(tiny, ["uk-atrs", "eu-ai-act"])
    assert str(problem) == (
        "question A1, maps_to, framework: there is no framework 'uk-atr'; did you mean 'uk-atrs'?"
    )


@pytest.mark.parametrize("path", instrument_paths(), ids=lambda path: path.stem)
def test_every_framework_and_every_law_of_a_shipped_question_is_in_the_catalogue(
    path: Path,
) -> None:
    shipped = read_instrument(path)
    assert list(unknown_frameworks(shipped, framework_ids())) == []
    covered = [address for one in load_frameworks() for address in one.legislation]
    named = [law.url for asked in shipped.questions for law in asked.laws if law.url]
    assert [url for url in named if not f"{url}/".startswith(tuple(f"{a}/" for a in covered))] == []
