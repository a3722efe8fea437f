"""The toolkit's own server, run as people run it and asked over HTTP."""

import http.client
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asking
import pytest
from asking import Answer
from tiny_site import ROOT, Running, make_site, running, write_identity, write_page

PAGE = "/voila/render/notebooks/page.ipynb"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    site = make_site(tmp_path_factory.mktemp("served") / "site")
    write_page(site, "page", "# A page", "1 / 0", "## After\n\nStill readable.", "2")
    write_page(site, "slow", "# Slow", "import time\ntime.sleep(2)", "2")
    write_page(site, "_template", "# Template")
    (site / "notebooks" / "damaged.ipynb").write_text("{", "utf-8")
    shutil.copy(site / "notebooks" / "page.ipynb", site / "casestudies" / "a-case.ipynb")
    shutil.copy(site / "notebooks" / "page.ipynb", site / "elsewhere.ipynb")
    shutil.copytree(ROOT / "data" / "published-figures", site / "data" / "figures")
    with running(site, 8930) as started:
        yield started


@pytest.fixture(scope="module")
def page(server: Running) -> Answer:
    """A notebook page, asked for once, by a browser that takes packed answers."""
    return ask(server, PAGE, Accept_Encoding="gzip")


def ask(server: Running, path: str, method: str = "GET", **headers: str) -> Answer:
    return asking.ask(server.url, path, method, **headers)


def asset(server: Running, name: str) -> str:
    folder = re.search(r'name="toolkit-assets" content="([^"]+)"', ask(server, "/").text)
    assert folder
    return folder[1] + name


def test_it_says_in_one_line_where_it_is_and_how_to_stop_it(server: Running) -> None:
    assert re.fullmatch(
        r"The toolkit is running at http://localhost:\d+/ \(stop it with Ctrl\+C\)", server.said
    )


def test_a_taken_port_is_no_obstacle(server: Running, tmp_path: Path) -> None:
    taken = urlsplit(server.url).port
    assert taken is not None
    with running(make_site(tmp_path / "other"), taken) as other:
        assert urlsplit(other.url).port != taken
        assert ask(other, "/").status == 200


def test_it_can_be_started_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    with running(make_site(tmp_path / "site"), 8960, cwd=tmp_path / "here") as other:
        assert "Tiny toolkit" in ask(other, "/").text


def test_an_identity_that_cannot_be_used_stops_it_before_it_starts(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write_identity(site, "name: A\nrepository: a/b\ncolours: {header: '#ffffff'}\n")
    with running(site, 8970) as other:
        assert other.said == ""
        assert other.process.wait(20) == 1


@pytest.mark.parametrize("path", ["/", "/accessibility", "/privacy"])
def test_a_page_that_needs_no_kernel_starts_none(server: Running, path: str) -> None:
    before = set(server.kernels())
    answer = ask(server, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=UTF-8")
    assert set(server.kernels()) <= before


def test_no_page_sets_a_cookie(server: Running, page: Answer) -> None:
    assert ask(server, "/").headers.get_all("Set-Cookie") is None
    assert page.headers.get_all("Set-Cookie") is None


@pytest.mark.parametrize("name", ["style.css", "page.js", "plotly-basic.min.js"])
def test_assets_are_compressed_and_kept_for_a_year(server: Running, name: str) -> None:
    answer = ask(server, asset(server, name), Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_an_asset_without_a_stamp_is_asked_for_again_each_time(server: Running) -> None:
    answer = ask(server, "/voila/templates/toolkit/static/style.css")
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-cache")


def test_voilas_scripts_are_kept_too_because_their_address_names_their_version(
    server: Running, page: Answer
) -> None:
    # Named for the pages that our own front end hands to them.
    (folder,) = re.findall(r'"fullStaticUrl": "(/voila/static/[^"]*)"', page.text)
    answer = ask(server, f"{folder}/voila.js", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]


def test_our_front_end_is_compressed_and_kept(server: Running) -> None:
    answer = ask(server, asset(server, "front-end/main.js"), Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Type"].startswith(("text/javascript", "application/javascript"))


def test_a_page_holds_no_script_of_its_own(page: Answer) -> None:
    # So a browser may be told to run none but those from this server.
    tags = re.findall(r"<script[^>]*>", page.text)
    assert tags
    assert [tag for tag in tags if " src=" not in tag and "json" not in tag] == []


def test_a_notebook_page_is_compressed(page: Answer) -> None:
    assert page.headers["Content-Encoding"] == "gzip"


def test_plotlys_page_extension_is_not_loaded(page: Answer) -> None:
    assert "anywidget" in page.text
    assert "jupyterlab-plotly" not in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/nothing-here",
        "/voila/render/notebooks/nothing-here.ipynb",
        "/voila/render/notebooks/_template.ipynb",
        "/voila/render/elsewhere.ipynb",
        "/voila/render/notebooks/../elsewhere.ipynb",
        "/voila/render/notebooks/%5ftemplate.ipynb",
        "/voila/render/notebooks/%2e%2e/elsewhere.ipynb",
        "/voila/tree",
        "/logout",
        "/voila/api/contents/",
        "/voila/templates/toolkit/static/nothing.css",
        "/voila/templates/lab/static/index.css",
        "/voila/static/%00",
        "/voila/labextensions/nothing/remote.js",
        "/voila/labextensions/%00",
    ],
)
def test_an_unknown_address_gets_a_friendly_page(server: Running, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == 404
    assert "<h1>Page not found</h1>" in answer.text


@pytest.mark.parametrize(
    "path",
    ["voila.json", "data/identity.yaml", "data/schemas/identity.schema.json", "elsewhere.ipynb",
     "notebooks/_template.ipynb", "../../etc/passwd", "data/../voila.json"],
)  # fmt: skip
def test_only_what_is_meant_for_visitors_can_be_downloaded(server: Running, path: str) -> None:
    assert ask(server, f"/voila/files/{path}").status in (403, 404)


@pytest.mark.parametrize("path", ["casestudies/a-case.ipynb", "data/figures/figures.csv"])
def test_a_case_and_its_data_can_be_downloaded(server: Running, path: str) -> None:
    answer = ask(server, f"/voila/files/{path}")
    assert (answer.status, answer.headers["Content-Disposition"]) == (200, "attachment")


def test_a_damaged_notebook_gets_a_plain_page_and_no_traceback(server: Running) -> None:
    answer = ask(server, "/voila/render/notebooks/damaged.ipynb")
    assert answer.status >= 400
    assert "This page cannot be shown" in answer.text
    assert "Traceback" not in answer.text


def test_template_and_theme_cannot_be_changed_from_the_address(server: Running) -> None:
    answer = ask(server, f"{PAGE}?template=lab&theme=dark")
    assert "toolkit-page" in answer.text


def test_a_failed_cell_is_told_in_plain_words_and_the_text_after_it_stays(page: Answer) -> None:
    text = page.text
    assert "This part of the page could not be shown" in text
    assert "Still readable." in text
    for word in ("Traceback", "ZeroDivisionError", "show_tracebacks", "ExecutionError"):
        assert word not in text


def test_the_text_is_sent_before_the_cells_have_run(server: Running) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    connection.request("GET", "/voila/render/notebooks/slow.ipynb")
    response = connection.getresponse()
    first = b""
    while b"</footer>" not in first:
        first += response.read1()
    rest = response.read()
    connection.close()
    assert b"<h1>Slow</h1>" in first
    assert b"data-toolkit-placed" not in first
    assert b"data-toolkit-placed" in rest


def test_leaving_a_page_ends_its_kernel_without_a_token(server: Running) -> None:
    before = set(server.kernels())
    kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', ask(server, PAGE).text)
    assert kernel
    (started,) = set(server.kernels()) - before
    assert ask(server, f"/voila/api/shutdown/{kernel[1]}", method="POST").status == 204
    # The answer is sent once the kernel has ended; its process may take a moment to be cleared.
    for _ in range(50):
        if started not in server.kernels():
            return
        time.sleep(0.1)
    pytest.fail("the kernel is still running")


def test_a_kernel_nobody_knows_cannot_be_ended(server: Running) -> None:
    path = "/voila/api/shutdown/00000000-0000-0000-0000-000000000000"
    assert ask(server, path, method="POST").status == 404
