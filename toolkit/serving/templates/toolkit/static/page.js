// What every page does by itself: puts the outputs of cells in their places, says how long a wait
// will be and when it is over, and prints everything. It knows nothing of what is shown.

const LATE = 30_000; // ms after which a way out is offered

document.documentElement.classList.add("js-enabled");

// Whoever waited for a place came with a ticket in the address. Once they are in, it is of no use.
if (document.currentScript.dataset.page === "notebook") {
  const address = new URL(location);
  address.searchParams.delete("waiting");
  address.searchParams.delete("left");
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  document.addEventListener("DOMContentLoaded", noteKernel);
  addEventListener("pagehide", noteKernel); // also where the page is not complete
}

// Have this tab remember whose place it has, for the next page it shows: see back.js.
function noteKernel() {
  const config = document.getElementById("jupyter-config-data");
  if (!config) return;
  try {
    sessionStorage.setItem("toolkit-left", JSON.parse(config.textContent).kernelId);
  } catch {
    // This browser keeps nothing.
  }
}

// Whoever asks for it works in a tab that saves nothing, whichever page they go on to.
const UNSAVED = "toolkit-unsaved";
function savesNothing() {
  const asked = new URLSearchParams(location.search).has("fresh");
  try {
    if (asked) sessionStorage.setItem(UNSAVED, "yes");
    return asked || sessionStorage.getItem(UNSAVED) !== null;
  } catch {
    return asked; // storage is blocked, so that no page can save
  }
}
document.documentElement.toggleAttribute("data-toolkit-unsaved", savesNothing());

// A browser gives a tab that is opened beside this one a memory of its own, so the address says it.
function takeAlong(event) {
  const link = event.target.closest?.("a[href]");
  const beside = event.type !== "click" || event.ctrlKey || event.metaKey || event.shiftKey || link?.target;
  if (!link || !beside || link.origin !== location.origin || !savesNothing()) return;
  const address = new URL(link.href);
  address.searchParams.set("fresh", "1");
  link.href = address;
}
for (const way of ["click", "auxclick", "contextmenu"]) addEventListener(way, takeAlong, true);

function saveAgain() {
  sessionStorage.removeItem(UNSAVED);
  const address = new URL(location);
  address.searchParams.delete("fresh");
  if (address.href === location.href) location.reload();
  else location.replace(address);
}

// What scripts say, in the language of the page; {names} in it are filled in.
globalThis.toolkitSays = (name, parts = {}) => {
  const words = JSON.parse(document.getElementById("toolkit-words").textContent)[name];
  return words.replace(/\{(\w+)\}/g, (_, part) => parts[part]);
};

// ---- Waiting -----------------------------------------------------------------------------------

const waits = () => [...document.querySelectorAll("[data-toolkit-wait]")];

function say(text) {
  let region = document.getElementById("toolkit-status");
  if (!region) {
    region = document.createElement("p");
    region.id = "toolkit-status";
    region.className = "govuk-visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  // A region is read out when it changes, not when it appears.
  setTimeout(() => (region.textContent = text), 100);
}

// What a place shows counts as live once it holds more than Voilà's notes to itself.
function live(place) {
  if (place.querySelector('script[type="application/vnd.voila.cell-output+json"]')) return false;
  const apps = [...place.querySelectorAll(".toolkit-app")];
  if (apps.length) return apps.every((app) => "ready" in app.dataset);
  return !!place.querySelector(".jupyter-widgets") || !/^\s*Loading widget/.test(place.textContent);
}

function sayReady() {
  const failed = document.querySelector("[data-toolkit-failure]");
  say(toolkitSays(failed ? "partly_ready" : "ready"));
}

function watch(place) {
  const check = () => {
    const made = place.querySelector(".toolkit-output__made");
    if (!made || !live(made)) return;
    observer.disconnect();
    place.querySelector("[data-toolkit-wait]")?.remove();
    if (!waits().length) sayReady();
  };
  const observer = new MutationObserver(check);
  observer.observe(place, { childList: true, subtree: true, attributes: true });
  check();
}

// What a cell has made goes to the cell's place.
function place(number) {
  const made = document.querySelector(`[data-toolkit-made="${number}"]`);
  const cell = document.querySelector(`[data-toolkit-cell="${number}"]`);
  if (!made.childElementCount) {
    made.remove();
    cell.querySelector("[data-toolkit-wait]")?.remove();
    return;
  }
  made.removeAttribute("hidden");
  made.className = "toolkit-output__made";
  cell.append(made);
  cell.dataset.arrived = "";
  made.dispatchEvent(new Event("toolkit-arrived", { bubbles: true }));
  watch(cell);
}

// No more cells will arrive: what is still awaited never comes.
function finish() {
  for (const wait of waits()) {
    if ("arrived" in wait.parentElement.dataset) continue;
    wait.removeAttribute("data-toolkit-wait");
    const text = Object.assign(document.createElement("p"), { className: "toolkit-wait__text" });
    text.textContent = toolkitSays("needs_earlier");
    wait.replaceChildren(text);
  }
  if (!waits().length) sayReady();
}

// The page has a mark after what each cell has made, and one after the last. They are marks and
// not calls, so that a page needs no script of its own.
new MutationObserver((changes, observer) => {
  for (const mark of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (mark.localName !== "template") continue;
    if ("toolkitPlaced" in mark.dataset) place(mark.dataset.toolkitPlaced);
    if (!("toolkitFinished" in mark.dataset)) continue;
    observer.disconnect();
    finish();
  }
}).observe(document, { childList: true, subtree: true });

function offerWayOut() {
  const late = waits();
  for (const wait of late) wait.querySelector(".toolkit-wait__late").hidden = false;
  if (late.length) say(late[0].querySelector(".toolkit-wait__late").textContent);
}

// ---- Back at the same line ---------------------------------------------------------------------

// A browser returns to where somebody was before the activities are there, while the page is short.
function returnToTheLine() {
  if (!document.querySelector("[data-toolkit-cell]") || /[?&]present\b/.test(location.search)) return;
  const key = `toolkit-line ${location.pathname}`;
  const again = ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type);
  let line = 0;
  try {
    line = again ? Number(sessionStorage.getItem(key)) : 0;
    addEventListener("pagehide", () => sessionStorage.setItem(key, String(Math.round(scrollY))));
  } catch {
    return; // this browser keeps nothing
  }
  if (!line) return;
  const grown = new ResizeObserver(() => scrollTo({ top: line, behavior: "instant" }));
  const leave = () => grown.disconnect();
  const ways = ["wheel", "touchmove", "keydown", "pointerdown", "click"]; // to go on from there
  for (const way of ways) addEventListener(way, leave, { once: true, capture: true });
  setTimeout(leave, LATE);
  grown.observe(document.body);
}
document.addEventListener("DOMContentLoaded", returnToTheLine);

// ---- Printing ----------------------------------------------------------------------------------

// A chart is drawn to the width of the window; with a view box it can shrink to that of the paper.
function fitCharts(print) {
  for (const chart of document.querySelectorAll(".toolkit-chart .svg-container")) {
    const { offsetWidth: width, offsetHeight: height } = chart;
    chart.style.aspectRatio = print ? `${width} / ${height}` : "";
    for (const drawing of chart.querySelectorAll(".main-svg"))
      print ? drawing.setAttribute("viewBox", `0 0 ${width} ${height}`) : drawing.removeAttribute("viewBox");
  }
}

const unfolded = new Set(); // kept here, since a redraw would wipe a mark on the element

addEventListener("beforeprint", () => {
  fitCharts(true);
  for (const closed of document.querySelectorAll("details:not([open])")) {
    closed.open = true;
    unfolded.add(closed);
  }
  const line = document.querySelector("[data-toolkit-printed]");
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const address = location.origin + location.pathname;
  if (line) line.textContent = toolkitSays("printed", { day, address });
});

addEventListener("afterprint", () => {
  fitCharts(false);
  for (const opened of unfolded) opened.open = false;
  unfolded.clear();
});

// ---- Getting about -----------------------------------------------------------------------------

// The address fragment holds the visitor's place, so none of these may replace it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-toolkit-skip], [data-toolkit-reload], [data-toolkit-save]");
  if (!link) return;
  event.preventDefault();
  if ("toolkitReload" in link.dataset) location.reload();
  else if ("toolkitSave" in link.dataset) saveAgain();
  else document.getElementById("main-content").focus();
});

// A table in the text that is too wide scrolls in its own frame; only then is that a Tab stop.
function frames() {
  for (const frame of document.querySelectorAll(".toolkit-prose .toolkit-scroll")) {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    const wanted = { tabindex: "0", role: "region", "aria-label": toolkitSays("scrolls") };
    for (const [name, value] of Object.entries(wanted))
      scrolls ? frame.setAttribute(name, value) : frame.removeAttribute(name);
  }
}
addEventListener("resize", frames);

document.addEventListener("DOMContentLoaded", frames);
// The page itself is complete only when the last cell has run, so do not wait for that.
const seen = setInterval(() => {
  if (!waits().length && document.readyState === "loading") return;
  clearInterval(seen);
  if (!waits().length) return;
  say(waits()[0].querySelector(".toolkit-wait__text").textContent);
  setTimeout(offerWayOut, LATE);
}, 50);
