"""Every finding that a shipped in-depth notebook shows."""

import ast
import importlib

import pytest
from source import ROOT, code_of

from toolkit.comparisons.published_number import load_numbers
from toolkit.comparisons.study import FOLDER, load_studies
from toolkit.finding import Finding
from toolkit.prose import long_sentences

ENDS = {"if_so_many": ("people", 20, 2000), "if_so_many_are_wrong": ("wrong", 1, 60)}


def findings(slug: str) -> list[Finding]:
    """Return what the code of a notebook shows, at both ends of its controls."""
    numbers = load_numbers(slug)
    found: list[Finding] = []
    for code in code_of(ROOT / FOLDER / f"{slug}.ipynb"):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                if node.value.id == "in_depth":
                    continue
                module = importlib.import_module(f"toolkit.comparisons.{node.value.id}")
                find = getattr(module, node.attr)
                name, *ends = ENDS.get(node.attr, ("", None))
                found += [find(numbers, **({name: end} if name else {})) for end in ends]
    return found


@pytest.mark.parametrize("slug", [study.slug for study in load_studies()])
def test_every_sentence_is_short_enough(slug: str) -> None:
    shown = findings(slug)
    assert len(shown) >= 2
    texts = [text for one in shown for text in (one.sentence, *one.notes)]
    assert [str(problem) for text in texts for problem in long_sentences(slug, text)] == []


@pytest.mark.parametrize("slug", [study.slug for study in load_studies()])
def test_a_number_stands_within_its_range(slug: str) -> None:
    for one in findings(slug):
        for series in one.series:
            for value, low, high in zip(series.values, series.low, series.high, strict=False):
                assert low <= value <= high


@pytest.mark.parametrize("slug", [study.slug for study in load_studies()])
def test_no_finding_promises_what_numbers_cannot(slug: str) -> None:
    words = {"proves", "proven", "unbiased", "guarantee", "fair"}
    told = " ".join(one.sentence + " ".join(one.notes) for one in findings(slug)).lower()
    assert not words & set(told.replace(".", " ").replace(",", " ").split())
