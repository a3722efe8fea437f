"""The copy that runs in the browser: its package, its notebooks, its settings."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from toolkit.serving.cli import main
from toolkit.static_site.browser_wheel import NEEDS, wheel_name, write_wheel
from toolkit.static_site.lite import KERNEL, prepared
from toolkit.static_site.packages import BESIDE, fetch_packages

ROOT = Path(__file__).parents[2]
BUILT = date(2026, 11, 22)
# What a package is imported as, where that is another name.
IMPORTED = {"pyyaml": "yaml", "govuk-frontend-jinja": "govuk_frontend_jinja",
            "python-docx": "docx"}  # fmt: skip
# Asked for only when it is used, and done without where it is not there.
DONE_WITHOUT = {"babel", "jsonschema_rs"}
WITH_EVERY_KERNEL = {"IPython"}

SCORE = """
import json
from toolkit.assessment.answer import read_answers
from toolkit.assessment.example import load_example
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.scoring import score

instrument = load_instrument("readiness")
answers, problems = read_answers(instrument, load_example(instrument).values)
found = score(instrument, answers)
result = json.dumps([len(problems), repr(found.stage), [repr(area) for area in found.areas]])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wheel(ROOT, tmp_path_factory.mktemp("wheel"), BUILT)


def test_the_package_holds_code_and_content_and_nothing_that_serves(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.name == wheel_name()
    for wanted in ("toolkit/place.py", "toolkit/views/templates/card.html",
                   "toolkit/content/data/vocabulary.yaml",
                   "toolkit/content/notebooks/lessons/04-data-gaps.ipynb"):  # fmt: skip
        assert wanted in names
    assert [name for name in names if "/serving/" in name or "static_site" in name] == []
    assert [name for name in names if "__pycache__" in name or "node_modules" in name] == []


def test_the_package_is_the_same_each_time(wheel: Path, tmp_path: Path) -> None:
    assert write_wheel(ROOT, tmp_path, BUILT).read_bytes() == wheel.read_bytes()


def test_the_package_asks_for_all_that_its_code_imports(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    imported = set()
    for name in packed.namelist():
        if name.endswith(".py"):
            for node in ast.walk(ast.parse(packed.read(name))):
                if isinstance(node, ast.Import):
                    imported |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    imported.add(node.module.split(".")[0])
    others = imported - set(sys.stdlib_module_names) - {"toolkit", "__future__"}
    others -= DONE_WITHOUT | WITH_EVERY_KERNEL
    assert others <= {IMPORTED.get(name, name) for name in NEEDS}


def test_installed_alone_the_package_finds_its_content(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    away = tmp_path / "away"
    away.mkdir()
    paths = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    paths.pop("TOOLKIT_ROOT", None)
    code = "from toolkit.place import content_root; print(content_root())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=away, env=paths, capture_output=True, text=True
    )
    assert Path(done.stdout.strip()) == tmp_path / "site" / "toolkit" / "content"


def test_a_notebook_fetches_the_package_before_its_own_code() -> None:
    path = ROOT / "notebooks" / "lessons" / "04-data-gaps.ipynb"
    before = json.loads(path.read_text("utf-8"))
    after = prepared(before)
    code = ["".join(one["source"]) for one in after["cells"] if one["cell_type"] == "code"]
    assert code[0] == 'import piplite\n\nawait piplite.install("council-ai-toolkit")'
    assert len(code) == 1 + sum(one["cell_type"] == "code" for one in before["cells"])
    tags = {tag for one in after["cells"] for tag in one["metadata"].get("tags", [])}
    assert not tags & {"front-matter", "author-note"}
    assert after["metadata"]["kernelspec"]["name"] == "python"


def test_a_package_that_cannot_be_had_is_said(tmp_path: Path) -> None:
    pytest.importorskip("pip")
    folder = tmp_path / "pypi"
    folder.mkdir()
    with pytest.raises(LookupError, match="A package could not be had"):
        fetch_packages(folder, ROOT / "requirements.lock", wheels=tmp_path)


def test_every_package_beside_ours_is_locked() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert [name for name in BESIDE if f"\n{name}==" not in lock] == []


@pytest.mark.skipif(
    "TOOLKIT_PYODIDE" not in os.environ or not shutil.which("node"),
    reason="needs Node and a folder with Pyodide's core, named in TOOLKIT_PYODIDE",
)
def test_an_assessment_comes_to_the_same_in_the_browser_as_here(
    wheel: Path, tmp_path: Path
) -> None:
    script, packages = tmp_path / "score.py", tmp_path / "packages"
    script.write_text(SCORE, "utf-8")
    pure_packages(packages)
    command = ["node", str(ROOT / "tests" / "in_pyodide.mjs"), os.environ["TOOLKIT_PYODIDE"]]
    done = subprocess.run(
        [*command, str(wheel), str(packages), str(script)], capture_output=True, text=True
    )
    here: dict[str, str] = {}
    exec(SCORE, here)
    assert done.stderr[-2000:] == ""
    assert json.loads(done.stdout) == json.loads(here["result"])


def pure_packages(folder: Path) -> None:
    """Copy the packages that scoring needs, without what is compiled for this machine."""
    import jsonschema

    site = Path(jsonschema.__file__).parents[1]
    for name in ("yaml", "markupsafe", "jinja2", "jsonschema", "referencing", "attr", "attrs",
                 "jsonschema_specifications", "mistune", "govuk_frontend_jinja"):  # fmt: skip
        ignored = shutil.ignore_patterns("*.so", "__pycache__")
        shutil.copytree(site / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "tests" / "plain_rpds.py", folder / "rpds.py")


def test_a_folder_with_something_else_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["lite", str(tmp_path)]) == 2
    assert main(["site", str(tmp_path)]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("jupyterlite_core")
    if not os.environ.get("TOOLKIT_WHEELS"):
        pytest.skip("needs a folder with packages, named in TOOLKIT_WHEELS")
    folder = tmp_path_factory.mktemp("lite") / "copy"
    wheels = ["--wheels", os.environ["TOOLKIT_WHEELS"]]
    assert main(["lite", str(folder), "--on", "2026-11-22", *wheels]) == 0
    return folder


def test_the_copy_offers_every_lesson_and_the_self_assessment(built: Path) -> None:
    page = html.document_fromstring((built / "index.html").read_text("utf-8"))
    links = page.xpath("//main//a/@href")
    names = [link.removeprefix("notebooks/index.html?path=") for link in links]
    assert len(names) == 9
    assert [name for name in names if not (built / "files" / name).is_file()] == []


def test_the_page_in_front_holds_what_jupyterlites_pages_look_for_in_it(built: Path) -> None:
    page = html.document_fromstring((built / "index.html").read_text("utf-8"))
    [script] = page.xpath("//script[@id='jupyter-config-data']")
    assert json.loads(script.text) == {}
    assert script.get("data-jupyter-lite-root") == "."


def test_the_copy_has_every_package_and_asks_no_registry(built: Path) -> None:
    settings = json.loads((built / "jupyter-lite.json").read_text("utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"][KERNEL]
    assert kernel["disablePyPIFallback"] is True
    index = json.loads((built / "pypi" / "all.json").read_text("utf-8"))
    assert set(index) == {*BESIDE, "council-ai-toolkit"}
