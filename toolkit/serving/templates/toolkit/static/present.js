// A lesson on a shared screen (?present=1) or on paper (?handout=1). One step fills the screen; the
// host's notes are in a window of their own, told of each step over a channel of this browser.

const asked = new URLSearchParams(location.search);

document.addEventListener("DOMContentLoaded", () => {
  if (asked.has("present")) new Presenter();
  else if (asked.has("handout")) handout();
});

// ---- One step at a time ------------------------------------------------------------------------

class Presenter {
  constructor() {
    document.documentElement.classList.add("toolkit-presenting");
    this.bar = document.querySelector(".toolkit-presenter");
    this.steps = [...document.querySelectorAll(".toolkit-section")];
    this.channel = new BroadcastChannel(`toolkit-notes ${this.bar.dataset.lesson}`);
    this.channel.onmessage = ({ data }) => data === "where" && this.tell();
    this.bar.addEventListener("click", (event) => this.clicked(event.target.closest("[data-present]")));
    document.addEventListener("keydown", (event) => this.pressed(event));
    // A link to a heading shows the step that it is in.
    addEventListener("hashchange", () => this.follow());
    const kept = Number(sessionStorage.getItem(this.place)) || 0; // a reload stays at its step
    this.show(Math.min(kept, this.steps.length - 1), false);
    this.follow();
  }
  get place() {
    return `toolkit-step ${location.pathname}`;
  }
  title(step) {
    return step.querySelector("h1, h2")?.textContent.trim() ?? "";
  }
  show(number, focus = true) {
    this.at = Math.max(0, Math.min(number, this.steps.length - 1));
    this.steps.forEach((step, place) => (step.hidden = place !== this.at));
    const step = this.steps[this.at];
    const parts = { number: this.at + 1, all: this.steps.length, title: this.title(step) };
    this.bar.querySelector(".toolkit-presenter__step").textContent = toolkitSays("step", parts);
    this.bar.querySelector("[data-present=back]").disabled = this.at === 0;
    this.bar.querySelector("[data-present=next]").disabled = this.at === this.steps.length - 1;
    sessionStorage.setItem(this.place, String(this.at));
    scrollTo(0, 0);
    const heading = step.querySelector("h1, h2");
    if (focus && heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    dispatchEvent(new Event("resize")); // charts in a hidden step had no width to be drawn to
    this.tell();
  }
  follow() {
    const target = location.hash && !location.hash.includes("=") && document.getElementById(location.hash.slice(1));
    const step = target ? this.steps.findIndex((one) => one.contains(target)) : -1;
    if (step >= 0) this.show(step);
  }
  tell() {
    this.channel.postMessage({ step: this.steps[this.at].id, title: this.title(this.steps[this.at]) });
  }
  pressed(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // In a field these keys have another meaning: they move the caret, or choose the next answer.
    if (event.target.closest?.("input, select, textarea, dialog, [contenteditable]")) return;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.show(this.at + by);
  }
  clicked(button) {
    const dialog = this.bar.querySelector("dialog");
    const does = {
      back: () => this.show(this.at - 1),
      next: () => this.show(this.at + 1),
      reset: () => dialog.showModal(),
      "reset-no": () => dialog.close(),
      "reset-yes": () => {
        dialog.close();
        dispatchEvent(new Event("toolkit-start-again")); // each bridge empties what it keeps
        this.show(0);
      },
    };
    does[button?.dataset.present]?.();
  }
}

// ---- On paper ----------------------------------------------------------------------------------

// Opens what a reader opens step by step, so that the page prints whole.
function handout() {
  document.documentElement.classList.add("toolkit-handout");
  let skipped = false;
  const open = () => {
    const skip = document.querySelector('.toolkit-app[data-ready] [data-action="skip-prediction"]');
    if (skip && !skipped) {
      skipped = true;
      skip.click();
    }
    for (const closed of document.querySelectorAll(".toolkit-section details:not([open])")) closed.open = true;
  };
  new MutationObserver(open).observe(document.body, { childList: true, subtree: true });
  open();
}
