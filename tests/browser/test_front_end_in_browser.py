"""The front end of served pages: what it shows itself, when it gives way, and the line it keeps."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from urllib.parse import urlsplit

import pytest
from line import Line
from playwright.sync_api import Page, expect
from served import (
    ROOT,
    Server,
    app_address,
    copy_content,
    free_port,
    open_app,
    start_server,
    stop_server,
    violations,
    wait_until_live,
    write_notebook,
)

LESSON = "notebooks/lessons/04-data-gaps.ipynb"
CASE = "casestudies/telford-ask-tom.ipynb"
WAIT = 30_000  # milliseconds; kernels are slow to start where many tests run at once
SLIDER = """from ipywidgets import IntSlider, Label, VBox
size, told = IntSlider(description="Size", value=3), Label("3")
size.observe(lambda change: setattr(told, "value", f"It is {change.new}"), "value")
VBox([size, told])"""
# 60 buttons that open one after another, from before the page connects until long after.
GROWING = """import threading, time
from ipywidgets import Button, VBox
box = VBox()
def grow():
    for number in range(60):
        box.children = [*box.children, Button(description=f"Button {number}")]
        time.sleep(0.02)
threading.Thread(target=grow).start()
box"""
# The same, but each is said to the page long before the kernel has it on its list.
HESITANT = """import time
from ipywidgets.widgets import widget as inside
plain = inside.comm.create_comm
def hesitant(**named):
    made = plain(**named)
    time.sleep(0.03)
    return made
inside.comm.create_comm = hesitant
"""
LATE = """from ipywidgets import Button, Output, VBox
button, box = Button(description="Show more"), VBox()
button.on_click(lambda _: setattr(box, "children", [Output()]))
VBox([button, box])"""
BUFFERS = """import anywidget, traitlets
class Bytes(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
      const sum = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
        .reduce((total, byte) => total + byte, 0);
      el.textContent = "state " + sum(model.get("data"));
      model.on("msg:custom", (message, [view]) => (el.textContent += ", message " + sum(view)));
      model.send({}, undefined, [new Uint8Array([4, 5]).buffer]);
    } }'''
    data = traitlets.Bytes(bytes([1, 2, 3])).tag(sync=True)
bytes_widget = Bytes()
bytes_widget.on_msg(lambda w, message, buffers: w.send({}, [bytes(buffers[0]) * 2]))
bytes_widget"""
PICTURE = """from IPython.display import SVG
SVG('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>')"""
# A widget library as others ship theirs: a script that JupyterLab's way to load extensions finds.
LIBRARY = """window._JUPYTERLAB = window._JUPYTERLAB || {};
window._JUPYTERLAB["tiny-widgets"] = {
  init(shared) { this.shared = shared; },
  async get() {
    // Two versions are offered, in either order: the newest counts, as for webpack's own libraries.
    const newest = (one, other) => one[0].localeCompare(other[0], undefined, { numeric: true });
    const [, offered] = Object.entries(this.shared["@jupyter-widgets/base"]).sort(newest).at(-1);
    const base = (await offered.get())();
    class TinyModel extends base.DOMWidgetModel {}
    class TinyView extends base.DOMWidgetView {
      render() {
        const button = document.createElement("button");
        button.onclick = () => { this.model.set("pressed", 7); this.touch(); };
        this.model.on("change:told", () => (button.textContent = this.model.get("told")));
        button.textContent = "A button of another library";
        this.el.append(button);
      }
    }
    const plugin = {
      id: "tiny-widgets:plugin", autoStart: true, requires: [base.IJupyterWidgetRegistry],
      activate: (app, registry) => registry.registerWidget(
        { name: "tiny-widgets", version: "1.0.0", exports: { TinyModel, TinyView } }),
    };
    return () => ({ __esModule: true, default: plugin });
  },
};"""
LIBRARY_USED = """import traitlets
from ipywidgets import DOMWidget
class Tiny(DOMWidget):
    _model_name = traitlets.Unicode("TinyModel").tag(sync=True)
    _model_module = traitlets.Unicode("tiny-widgets").tag(sync=True)
    _model_module_version = traitlets.Unicode("1.0.0").tag(sync=True)
    _view_name = traitlets.Unicode("TinyView").tag(sync=True)
    _view_module = traitlets.Unicode("tiny-widgets").tag(sync=True)
    _view_module_version = traitlets.Unicode("1.0.0").tag(sync=True)
    pressed = traitlets.Int().tag(sync=True)
    told = traitlets.Unicode().tag(sync=True)
tiny = Tiny()
tiny.observe(lambda change: setattr(tiny, "told", f"Python heard {change.new}"), "pressed")"""


@pytest.fixture(scope="module")
def notebooks(server: Server) -> None:
    """Put pages that are made of other things than the toolkit's beside the real ones."""
    pages = {
        "slider": [SLIDER],
        "growing": [GROWING],
        "hesitant": [HESITANT + GROWING],
        "late": [LATE],
        "buffers": [BUFFERS],
        "output": ["from ipywidgets import Output\nout = Output()\nwith out: print('inside')\nout"],
        "formula": ["from ipywidgets import HTMLMath\nHTMLMath('$x^2$')"],
        "picture": [PICTURE, "'plain <b>text</b>'"],
        "money": ["from ipywidgets import Label\nLabel('It costs $5, not $6')"],
    }  # fmt: skip
    for name, cells in pages.items():
        write_notebook(server.content / "notebooks" / f"{name}.ipynb", *cells, title=name)


def shown_by(page: Page, name: str) -> None:
    """Wait until one of the two front ends has taken the page."""
    expect(page.locator("html")).to_have_attribute("data-toolkit-front-end", name, timeout=WAIT)


def visit(page: Page, server: Server, name: str) -> None:
    """Open one of the pages of `notebooks`."""
    page.goto(app_address(server, f"notebooks/{name}.ipynb"))


def asked(page: Page) -> list[str]:
    """Return the names of the files that a page fetches, as it fetches them."""
    names: list[str] = []
    page.on("request", lambda request: names.append(urlsplit(request.url).path.rpartition("/")[2]))
    return names


def test_a_lesson_is_shown_without_voilas_own_front_end(page, server):
    names = asked(page)
    open_app(page, server, LESSON)
    shown_by(page, "ours")
    assert {"main.js", "shared.js"} <= set(names)
    assert [name for name in names if "voila" in name or name.startswith("controls")] == []


def test_plain_controls_speak_with_python_both_ways(page, server, notebooks):
    visit(page, server, "slider")
    shown_by(page, "ours")
    handle = page.get_by_role("slider")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("It is 4")).to_be_visible()


def test_bytes_travel_both_ways(page, server, notebooks):
    visit(page, server, "buffers")
    expect(page.get_by_text("state 6, message 18")).to_be_visible(timeout=WAIT)
    shown_by(page, "ours")


@pytest.mark.parametrize("name", ["growing", "hesitant"])
def test_widgets_that_open_while_the_page_connects_are_all_there(page, server, notebooks, name):
    # The rules this guards are in front_end/src/widgets.js, with why they are needed.
    for _ in range(3):
        visit(page, server, name)
        expect(page.get_by_role("button", name="Button 59")).to_be_visible(timeout=WAIT)
        expect(page.get_by_role("button", name=re.compile(r"^Button \d+$"))).to_have_count(60)
        assert page.locator(".jupyter-widgets-error-widget").count() == 0


def test_pictures_and_text_are_shown_as_such(page, server, notebooks):
    names = asked(page)
    visit(page, server, "picture")
    picture = page.locator("main img")
    expect(picture).to_be_visible(timeout=WAIT)
    assert picture.evaluate("one => one.naturalWidth") == 30
    expect(page.get_by_text("'plain <b>text</b>'")).to_be_visible()
    assert "voila.js" not in names


def test_a_sum_of_money_is_no_formula(page, server, notebooks):
    visit(page, server, "money")
    shown_by(page, "ours")
    expect(page.get_by_text("It costs $5, not $6")).to_be_visible()


@pytest.mark.parametrize(("name", "seen"), [("output", "inside"), ("formula", "")])
def test_what_is_not_held_here_is_shown_by_voilas_own_front_end(
    page, server, notebooks, name, seen
):
    visit(page, server, name)
    shown_by(page, "stock")
    if seen:
        expect(page.get_by_text(seen)).to_be_visible(timeout=WAIT)
    else:
        expect(page.locator("mjx-container")).to_be_visible(timeout=WAIT)
    assert page.url == app_address(server, f"notebooks/{name}.ipynb")


def test_a_widget_of_another_library_is_shown_in_the_same_page_by_the_same_kernel(
    browser, tmp_path, monkeypatch
):
    folder = tmp_path / "share" / "labextensions" / "tiny-widgets"
    (folder / "static").mkdir(parents=True)
    (folder / "static" / "remote.js").write_text(LIBRARY, "utf-8")
    (folder / "package.json").write_text(
        '{"name": "tiny-widgets", "version": "1.0.0", "jupyterlab": {"extension": true, "_build": '
        '{"load": "static/remote.js", "extension": "./extension"}}}',
        "utf-8",
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    own = tmp_path / "own"  # the folder that a council adds
    (own / "notebooks" / "lessons").mkdir(parents=True)
    write_notebook(own / "notebooks" / "lessons" / "ours.ipynb", LIBRARY_USED, "tiny", title="Ours")
    monkeypatch.setenv("TOOLKIT_CONTENT", str(own))
    running = start_server(copy_content(tmp_path / "content"), tmp_path / "log.txt")
    try:
        page = browser.new_page()
        page.goto(app_address(running, "notebooks/lessons/ours.ipynb"))
        shown_by(page, "stock")
        button = page.get_by_role("button", name="A button of another library")
        button.click(timeout=WAIT)
        expect(page.get_by_role("button", name="Python heard 7")).to_be_visible()
        assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
        assert page.url == app_address(running, "notebooks/lessons/ours.ipynb")
        page.close()
    finally:
        stop_server(running)


def test_a_widget_that_comes_late_and_is_not_held_has_the_page_loaded_again(
    page, server, notebooks
):
    visit(page, server, "late")
    shown_by(page, "ours")
    page.get_by_role("button", name="Show more").click()
    shown_by(page, "stock")
    page.get_by_role("button", name="Show more").click(timeout=WAIT)
    expect(page.locator(".jupyter-widgets.widget-output")).to_be_attached(timeout=WAIT)


def test_a_case_study_is_read_without_a_kernel(page, server):
    names = asked(page)
    before = set(server.kernels())
    page.goto(app_address(server, CASE))
    expect(page.get_by_role("heading", name="What a council should ask")).to_be_visible()
    assert page.evaluate("document.readyState") == "complete"
    assert set(server.kernels()) <= before
    assert {"main.js", "voila.js"}.isdisjoint(names)
    assert violations(page) == []


def test_a_case_study_has_a_short_address(page, server):
    page.goto(server.url + "/case")
    page.get_by_role("link", name="Telford's Ask Tom").click()
    expect(page).to_have_url(app_address(server, CASE))
    assert page.goto(server.url + "/case/nowhere").status == 404


# ---- The line to the kernel --------------------------------------------------------------------


@pytest.fixture
def line(server):
    """A line to the server that can be cut."""
    between = Line(urlsplit(server.url).port)
    yield between
    between.close()


@pytest.fixture
def visitor(context):
    """A page whose server is not the one that tests usually visit."""
    return context.new_page()


def test_a_lost_line_is_taken_up_again_by_itself(visitor, line, notebooks):
    visitor.goto(f"{line.url}/voila/render/notebooks/slider.ipynb")
    shown_by(visitor, "ours")
    line.cut()
    visitor.wait_for_timeout(1000)
    visitor.get_by_role("slider").focus()
    visitor.keyboard.press("ArrowRight")  # kept until it can be sent
    line.mend()
    expect(visitor.get_by_text("It is 4")).to_be_visible(timeout=WAIT)
    expect(visitor.get_by_role("alert")).to_have_count(0)


def test_a_lost_line_is_told_on_a_page_of_plain_controls_too(visitor, line, notebooks):
    visitor.goto(f"{line.url}/voila/render/notebooks/slider.ipynb")
    shown_by(visitor, "ours")
    line.cut()
    alert = visitor.get_by_role("alert")
    expect(alert).to_contain_text("The page has lost its connection", timeout=15_000)
    expect(alert.get_by_role("link", name="load the page again")).to_be_visible()
    line.mend()
    expect(alert).to_have_count(0, timeout=15_000)


def test_a_lesson_goes_on_after_its_line_was_lost(visitor, line):
    visitor.goto(f"{line.url}/voila/render/{LESSON}")
    wait_until_live(visitor)
    line.cut()
    expect(visitor.locator(".toolkit-lost")).to_be_visible(timeout=15_000)
    line.mend()
    expect(visitor.locator(".toolkit-lost")).to_be_hidden(timeout=20_000)
    visitor.get_by_role("radio", name="It goes up").check()
    visitor.get_by_role("button", name="Show me what happens").click()
    expect(visitor.get_by_role("button", name="Show me what happens")).to_have_count(0)


def test_a_server_that_was_killed_and_started_again_has_a_half_done_lesson_go_on(visitor, tmp_path):
    content, sentence = copy_content(tmp_path / "content"), "#data-gaps-try-it-chart-sentence"
    first = start_server(content, tmp_path / "first.log")
    running = [first]
    try:
        open_app(visitor, first, LESSON)
        visitor.get_by_role("radio", name="It goes down").check()
        visitor.get_by_role("button", name="Show me what happens").click()
        expect(visitor.locator(sentence)).to_contain_text("You said “It goes down”.")
        visitor.get_by_role("button", name="Show another sample").click()
        visitor.wait_for_url("**#seed=6")
        shown = visitor.locator(sentence).inner_text()
        visitor.get_by_label("It got worse for offline tenants", exact=True).check()
        first.process.kill()
        first.process.wait()
        banner = visitor.get_by_role("alert").filter(has_text="lost its connection")
        expect(banner).to_be_visible(timeout=15_000)
        expect(banner).to_contain_text("safe in this browser")
        port = urlsplit(first.url).port
        running.append(start_server(content, tmp_path / "second.log", port=port))
        assert running[-1].url == first.url
        banner.get_by_role("button", name="Load the page again").click()
        visitor.wait_for_function("performance.getEntriesByType('navigation')[0].type == 'reload'")
        wait_until_live(visitor)
        expect(banner).to_have_count(0)
        expect(visitor.locator(sentence)).to_have_text(shown)
        answered = visitor.get_by_label("It got worse for offline tenants", exact=True)
        expect(answered).to_be_checked()
        visitor.get_by_role("button", name="Check my answer").first.click()
        expect(visitor.locator(".toolkit-feedback")).to_have_count(1)
    finally:
        stop_server(running[-1])


def test_a_proxy_that_lets_no_websocket_by_is_told_of_plainly(visitor, server, notebooks):
    between = Line(urlsplit(server.url).port, websockets=False)
    visitor.goto(f"{between.url}/voila/render/{LESSON}")
    alert = visitor.get_by_role("alert")
    expect(alert).to_contain_text("The activities on this page cannot start", timeout=WAIT)
    expect(alert).to_contain_text("websocket connections are blocked")
    expect(visitor.get_by_role("heading", name="The situation")).to_be_visible()
    assert violations(visitor) == []
    between.close()


def test_coming_back_to_a_page_finds_it_alive_with_the_same_answers(page, server):
    open_app(page, server, LESSON)
    page.get_by_role("radio", name="It goes down").check()
    page.goto(server.url + "/glossary")
    page.go_back()
    wait_until_live(page)
    expect(page.get_by_role("radio", name="It goes down")).to_be_checked()


# ---- Inside an ordinary Jupyter server ---------------------------------------------------------


@pytest.fixture
def jupyter(tmp_path):
    """A Jupyter server under a path of its own that asks for a token, as JupyterHub's do."""
    content, port = copy_content(tmp_path / "content"), free_port()
    options = [
        f"--port={port}",
        "--ServerApp.base_url=/user/me/",
        "--ServerApp.jpserver_extensions={'toolkit.serving.extension': True}",
        "--IdentityProvider.token=secret",
        "--allow-root",
        "--no-browser",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options],
        cwd=content,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TOOLKIT_ROOT": str(content)},
        stderr=subprocess.DEVNULL,
    )
    running = Server(f"http://127.0.0.1:{port}/user/me", content, process)
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{running.url}/api", timeout=5).read()
            break
        except OSError:
            time.sleep(0.25)
    yield running
    stop_server(running)


def test_it_works_under_a_path_and_behind_a_token_and_ends_its_kernel(visitor, jupyter):
    assert visitor.goto(app_address(jupyter, LESSON)).url.startswith(f"{jupyter.url}/login")
    visitor.goto(f"{app_address(jupyter, LESSON)}?token=secret")
    wait_until_live(visitor)
    shown_by(visitor, "ours")
    visitor.get_by_role("radio", name="It goes up").check()
    visitor.get_by_role("button", name="Show me what happens").click()
    expect(visitor.get_by_role("button", name="Show me what happens")).to_have_count(0)
    assert len(jupyter.kernels()) == 1
    visitor.goto(f"{jupyter.url}/voila/glossary")
    for _ in range(100):
        if not jupyter.kernels():
            return
        visitor.wait_for_timeout(100)
    pytest.fail("the kernel of a page that was left is still running")
