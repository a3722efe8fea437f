"""How long a lesson's controls take to show what they do: ``python benchmarks/lesson_controls.py``.

Starts the toolkit and a real Chromium, opens every lesson and sets every control that leads to a
result, several times over its range. Measured in the browser, from the change until sentence,
table and chart are painted. Bar: 200 ms for 95 of 100 changes, on 2 cores with a warm kernel. Ends
with 1 where it is missed. Numbers of lessons may follow: ``lesson_controls.py 03 06``.
"""

from __future__ import annotations

import sys

from answer_on_screen import served
from bars import percentile, say, spread
from chromium import find_chromium
from playwright.sync_api import Page, sync_playwright
from served import FLAGS, ROOT, open_app

BAR = 200
LESSONS = sorted((ROOT / "notebooks" / "lessons").glob("[0-9]*.ipynb"))

# What to do with each control: its place among those of its section, and the values to give it.
FIND = """() => [...document.querySelectorAll(".toolkit-try [name]:not([type=number])")]
  .filter(one => one.closest(".toolkit-try").querySelector("figure"))
  .map((one, place) => {
    const ends = [Number(one.min), Number(one.max)];
    const values = {
      range: [0, 0.25, 0.5, 0.75, 1].map(part => Math.round(ends[0] + part * (ends[1] - ends[0]))),
      radio: [null],
      checkbox: [null, null],
      text: ["my bin was not collected", "i owe council tax and im scared", "zop"],
      textarea: ["bins: bin, tip", "repairs: leak, damp", "3 4 5 2 1 5"],
      "select-one": [...(one.options ?? [])].map(option => option.value),
    }[one.type] ?? [];
    return values.map(value => [place, value]);
  }).flat()"""

CHANGE = """async ([place, value]) => {
  const all = [...document.querySelectorAll(".toolkit-try [name]:not([type=number])")]
    .filter(one => one.closest(".toolkit-try").querySelector("figure"));
  const control = all[place];
  const told = new Promise(done => new MutationObserver((changes, watch) => {
    const live = changes.some(({ target, addedNodes }) => target.matches?.(".toolkit-live") ||
      [...addedNodes].some(node => node.matches?.(".toolkit-live")));
    if (live) { watch.disconnect(); done(); }
  }).observe(document.body, { childList: true, subtree: true }));
  const fix = control.name === "fixes";
  if (fix) { control.click(); await new Promise(done => setTimeout(done, 300)); }
  const begun = performance.now();
  if (fix) document.querySelector("[data-action=try-fixes]").click();
  else if (value === null) control.click();
  else {
    control.value = value;
    for (const kind of ["input", "change"])
      control.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  const late = new Promise(done => setTimeout(() => done("late"), 5000));
  if (await Promise.race([told, late]) === "late") return -1;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const took = performance.now() - begun;
  await new Promise(done => setTimeout(done, 150));
  return took;
}"""


def set_all(page: Page) -> list[float]:
    """Set every control of the lesson on the page; return how long each change took, in ms."""
    page.get_by_role("button", name="Go on without a prediction").first.click()
    page.wait_for_selector(".toolkit-chart .main-svg", state="attached")
    changes = page.evaluate(FIND)
    page.evaluate(CHANGE, changes[0])  # the kernel is warm after the first
    took = [page.evaluate(CHANGE, change) for change in changes]
    silent = [change for change, one in zip(changes, took, strict=True) if one < 0]
    if silent:
        print(f"     no answer to {silent}")
    return [one for one in took if one >= 0]


def main() -> int:
    """Print the figures; return 1 where the bar is missed."""
    held = []
    chosen = [path for path in LESSONS if not sys.argv[1:] or path.stem[:2] in sys.argv[1:]]
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for path in chosen:
            page = browser.new_page()
            open_app(page, server, f"notebooks/lessons/{path.name}")
            took = set_all(page)
            print(f"{path.stem}: {spread(took)}")
            held.append(say("95 of 100 changes", percentile(took, 0.95), BAR))
            page.close()
        browser.close()
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
