"""Who may import whom, and how large a piece may grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from source import (
    MODULES,
    NOTEBOOKS,
    ROOT,
    code_of,
    comes_from,
    imports_of,
    name_of,
    public_names,
    tree_of,
)

LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
DRAWING = ("ipywidgets", "plotly", "IPython", "anywidget", "toolkit.views")
SERVING = ("tornado", "voila", "nbclient", "nbconvert", "jupyter_server", "toolkit.serving",
           "toolkit.static_site")  # fmt: skip
NETWORK = ("socket", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib")
HEAVY = ("sklearn", "fairlearn", "scipy", "matplotlib")  # each would cost every page a second
# The outermost place of every event on a page: whatever fails below, the page goes on.
CATCHES_ALL = {"toolkit/views/page.py"}
SAY_NOTHING = {"utils", "helpers", "common", "manager", "misc", "tools", "lib", "base", "core"}

in_ = {name: ROOT / "toolkit" / name for name in ("views", "serving", "static_site")}
VIEWS = [path for path in MODULES if in_["views"] in path.parents]
SERVERS = [
    path for path in MODULES if {in_["serving"], in_["static_site"]}.intersection(path.parents)
]
STATIC = [path for path in MODULES if in_["static_site"] in path.parents]
# What the static site may take of what serves: the pages and how a notebook is laid out.
SHARED_PAGES = {"toolkit.serving." + name for name in ("site", "arrange", "markdown")}
PAGES = [path for path in MODULES if path not in SERVERS and path.name != "__main__.py"]
COMPUTING = [path for path in PAGES if path not in VIEWS]
each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def wrong_imports(path: Path, unwanted: tuple[str, ...]) -> list[str]:
    """Return what a module imports from any of the unwanted packages."""
    imported = imports_of(tree_of(path))
    return [name for name in imported if any(comes_from(name, package) for package in unwanted)]


@pytest.mark.parametrize("path", COMPUTING, ids=name_of)
def test_what_computes_neither_draws_nor_serves(path: Path) -> None:
    assert wrong_imports(path, DRAWING + SERVING) == []


@pytest.mark.parametrize("path", VIEWS, ids=name_of)
def test_what_draws_does_not_serve(path: Path) -> None:
    assert wrong_imports(path, SERVING) == []


@pytest.mark.parametrize("path", STATIC, ids=name_of)
def test_a_site_without_a_server_takes_only_pages_from_what_serves(path: Path) -> None:
    taken = wrong_imports(path, ("toolkit.serving", "tornado", "voila"))
    assert {name.rpartition(".")[0] for name in taken} <= SHARED_PAGES


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_needs_no_network_and_nothing_slow_to_import(path: Path) -> None:
    assert wrong_imports(path, NETWORK + HEAVY) == []


@each_module
def test_no_import_is_relative(path: Path) -> None:
    nodes = ast.walk(tree_of(path))
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


@each_module
def test_a_module_stays_short_enough_to_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_function_stays_short(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = {node.name: body_lines(node) for node in functions}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function's body has, its docstring left out."""
    statements = node.body[1:] if ast.get_docstring(node) else node.body
    if not statements:
        return 0
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1


@each_module
def test_a_module_says_what_it_is_for_and_spells_out_what_it_offers(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree)
    assert path.name in ("__init__.py", "__main__.py") or public_names(tree) is not None


@each_module
def test_what_a_module_offers_is_there(path: Path) -> None:
    tree = tree_of(path)
    assert set(public_names(tree) or ()) <= set(defined_names(tree))


def defined_names(tree: ast.Module) -> list[str]:
    """Return every name a module has at its top level."""
    names: list[str] = []
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.append(name)
            case ast.ClassDef(name=name):
                names.append(name)
            case ast.Assign() | ast.AnnAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names += [part.id for item in targets for part in ast.walk(item)
                          if isinstance(part, ast.Name)]  # fmt: skip
            case ast.Import() | ast.ImportFrom():
                names += [alias.asname or alias.name for alias in node.names]
    return names


@each_module
def test_a_module_is_named_for_what_it_holds(path: Path) -> None:
    assert not set(path.stem.split("_")) & SAY_NOTHING


@each_module
def test_no_error_is_caught_without_saying_which(path: Path) -> None:
    if name_of(path) in CATCHES_ALL:
        return
    handlers = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ExceptHandler)]
    caught = [ast.unparse(handler.type) if handler.type else "anything" for handler in handlers]
    assert not {"anything", "Exception", "BaseException"} & set(caught)


@each_module
def test_only_tests_and_notebooks_assert(path: Path) -> None:
    assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Assert)]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_nothing_but_the_command_line_prints_or_displays(path: Path) -> None:
    calls = (n.func for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call))
    loud = {"print", "display", "input"} - ({"display"} if path.name == "several.py" else set())
    assert not {ast.unparse(call) for call in calls} & loud


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_nothing_is_ever_run_that_content_holds(path: Path) -> None:
    calls = (n.func for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call))
    assert not {ast.unparse(call) for call in calls} & {"eval", "exec", "compile", "__import__"}


def test_the_two_front_doors_stay_narrow() -> None:
    assert len(public_names(tree_of(ROOT / "toolkit" / "__init__.py")) or ()) <= 12
    assert len(public_names(tree_of(ROOT / "toolkit" / "views" / "__init__.py")) or ()) <= 8


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_imports_the_toolkit_and_at_most_pandas(path: Path) -> None:
    imported = [name for code in code_of(path) for name in imports_of(ast.parse(code))]
    allowed = [name for name in imported if comes_from(name, "toolkit") or name == "pandas"]
    assert [name for name in imported if name not in allowed] == []
    assert [name for name in imported if comes_from(name, "toolkit.serving")] == []
