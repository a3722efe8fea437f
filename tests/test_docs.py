"""What the documents say is true of the repository: names, files, commands, words."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from numpydoc.validate import validate
from source import MODULES, ROOT, name_of, public_names, tree_of

from toolkit import __version__
from toolkit.prose import count_words, sentences
from toolkit.serving.cli import parser
from toolkit.yamlfile import read_yaml

DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "WORDS.md",
        "ACCESSIBILITY.md",
        "CHANGELOG.md",
        "HOSTING.md",
    )  # fmt: skip
]
PROMISES = r"\b(ensures?|guarantees?|debias\w*|unbiased|trustworthy|compliant|seamless\w*)\b"
# No docstring, no summary; a parameter left out, unknown or out of order; no "Returns".
SAID = {"GL08", "SS01"}
WHOLE = SAID | {"PR01", "PR02", "PR03", "RT01", "YD01"}

each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)


def public_things(path: Path) -> list[tuple[str, Any]]:
    """Return every public function and class of a module, with its full name."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    things = [(public, getattr(module, public)) for public in public_names(tree_of(path)) or ()]
    return [
        (f"{name}.{public}", thing)
        for public, thing in things
        if inspect.isfunction(thing) or inspect.isclass(thing)
    ]


def required(name: str, thing: Any) -> set[str]:
    """Return what a public thing's docstring must have.

    A class that a framework shapes, a function that sends its reader to a fuller one, and all
    of the server need only say what they are for.
    """
    glue = name.startswith("toolkit.serving.")
    shaped = inspect.isclass(thing) and not dataclasses.is_dataclass(thing)
    sends_on = re.search(r"; see `[\w.]+`", thing.__doc__ or "")
    if glue or shaped or sends_on:
        return SAID
    alone = inspect.isfunction(thing) and not inspect.signature(thing).parameters
    return WHOLE - {"RT01"} if alone else WHOLE  # "Return the words of ..." says it all


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # ipywidgets' own, when looked into
@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_is_documented(path: Path) -> None:
    missing = [
        f"{name}: {code} {text}"
        for name, thing in public_things(path)
        for code, text in validate(name)["errors"]
        if code in required(name, thing)
    ]
    assert missing == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_a_public_function_raises_is_documented(path: Path) -> None:
    public = public_names(tree_of(path)) or ()
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef) and node.name in public:
            raised = [inner for inner in ast.walk(node) if isinstance(inner, ast.Raise)]
            assert not raised or "Raises\n" in (ast.get_docstring(node) or ""), node.name


def code_in(path: Path) -> list[str]:
    """Return the lines of code blocks and the code spans of a document."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return [line for block in blocks for line in block.splitlines()] + spans


def targets() -> set[str]:
    """Return what the Makefile can make."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))


@each_document
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    named = {target for code in code_in(path) for target in re.findall(r"\bmake ([a-z]+)", code)}
    assert named - targets() == set()


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z]+):.*## \w", makefile, flags=re.MULTILINE))
    assert explained == targets()


@each_document
def test_every_command_that_is_named_is_understood(path: Path) -> None:
    for code in code_in(path):
        for command in re.findall(r"-m toolkit ([^#]+)", code):
            assert callable(parser().parse_args(command.split()).run)


@each_document
def test_every_file_that_is_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    spoken = [
        code
        for code in re.findall(r"`([^`\s]+)`", text)
        if re.fullmatch(r"[\w.-]+/[\w./-]*|[\w-]+\.(md|yaml|yml|lock|toml)", code)
    ]
    made = (".venv", ".wheels")
    named = [name for name in linked + spoken if not name.startswith(made)]
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_launch_links_use_the_one_setting() -> None:
    repository = read_yaml(ROOT / "data" / "identity.yaml")["repository"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"mybinder\.org/v2/gh/([^/]+/[^/]+)/", readme)) == {repository}


def test_the_launch_links_open_notebooks_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    opened = re.findall(r"urlpath=(?:voila/render|lab/tree)/([^)\s]+)", readme)
    assert len(opened) >= 2
    assert [name for name in opened if not (ROOT / name).exists()] == []


def test_one_version_everywhere() -> None:
    citation = read_yaml(ROOT / "CITATION.cff")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert str(citation["version"]) == __version__
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changes, flags=re.MULTILINE)


@each_document
def test_sentences_are_short(path: Path) -> None:
    long = [s for s in sentences(path.read_text(encoding="utf-8")) if count_words(s) > 30]
    assert long == []


@each_document
def test_nothing_is_promised(path: Path) -> None:
    if path.name == "WORDS.md":  # it names the words to leave out
        return
    found = re.findall(PROMISES, path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    assert found == []


def test_contributing_can_be_read_in_one_sitting() -> None:
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 90


def test_every_recipe_takes_ten_lines_at_most() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipes = re.findall(r"^\*\*(.+?)\*\*\n((?:(?:\d\.|   ).*\n?)+)", text, flags=re.MULTILINE)
    assert [name for name, _ in recipes] == [
        "Add a case study",
        "Keep content of your own apart",
        "Add a question",
        "Add a self-assessment",
        "Add a lesson",
        "Compare published numbers in depth",
        "Add a framework or a law",
        "Add a language",
        "Rebrand for one council",
    ]
    assert all(len(steps.splitlines()) <= 10 for _, steps in recipes)
