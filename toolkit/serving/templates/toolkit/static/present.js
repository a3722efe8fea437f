// A lesson on a shared screen (?present=1) or on paper (?handout=1). One step fills the screen; the
// host's notes are in a window of their own, told of each step over a channel of this browser.

const asked = new URLSearchParams(location.search);
const LINE = 80; // px that a result is moved by one press of a key

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
    this.begun = this.address();
    this.channel = new BroadcastChannel(`toolkit-notes ${this.bar.dataset.lesson}`);
    this.channel.onmessage = ({ data }) => data === "where" && this.tell();
    this.bar.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("click", (event) => this.chosen(event));
    document.addEventListener("input", ({ target }) => target.name?.startsWith("hands-") && this.tell());
    // A link to a heading shows the step that it is in.
    addEventListener("hashchange", () => this.follow());
    const [kept, part] = (sessionStorage.getItem(this.place) ?? "0").split(".").map(Number);
    this.show(kept || 0, false, part || 0); // a reload stays at its step
    this.follow();
    // What a step holds comes once its activity is ready, and what was counted goes with it.
    new MutationObserver(() => {
      this.fit();
      this.tell();
    }).observe(document.querySelector(".toolkit-body"), { childList: true, subtree: true });
  }
  fit() {
    if (this.parts(this.steps[this.at]).length !== this.count) this.show(this.at, false, this.wanted);
  }
  // The address this room began with: its sample is the one to go back to.
  address() {
    const key = `toolkit-began ${location.pathname}`;
    const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
    const began = (again ? sessionStorage.getItem(key) : null) ?? location.hash.match(/#seed=.*/)?.[0] ?? "";
    sessionStorage.setItem(key, began);
    return began;
  }
  get place() {
    return `toolkit-step ${location.pathname}`;
  }
  title(step) {
    return step.querySelector("h1, h2")?.textContent.trim() ?? "";
  }
  // A step with something to try, or with several questions, is shown in parts that fit a screen.
  parts(step) {
    const shown = [...step.children].filter((one) => !one.matches(".toolkit-output:empty"));
    const questions = step.querySelectorAll(".toolkit-question").length;
    if (questions) return Array.from({ length: questions }, (_, place) => ({ shown, question: place + 1 }));
    const parts = [];
    let trying = true;
    for (const child of shown) {
      const tries = !!child.querySelector(".toolkit-try");
      if (tries || trying) parts.push({ shown: [] });
      parts.at(-1).shown.push(child);
      trying = tries;
    }
    return parts;
  }
  show(number, focus = true, part = 0) {
    this.at = Math.max(0, Math.min(number, this.steps.length - 1));
    this.steps.forEach((step, place) => (step.hidden = place !== this.at));
    const step = this.steps[this.at];
    const parts = this.parts(step);
    this.count = parts.length;
    this.wanted = part;
    this.part = Math.min(part, parts.length - 1);
    const { shown, question } = parts[this.part];
    for (const child of step.children) child.hidden = !shown.includes(child);
    step.dataset.question = question ?? "";
    const where = { number: this.at + 1, all: this.steps.length, title: this.title(step) };
    const within = { ...where, part: this.part + 1, parts: parts.length };
    const words = toolkitSays(parts.length > 1 ? "step_in_parts" : "step", within);
    this.bar.querySelector(".toolkit-presenter__step").textContent = words;
    this.bar.querySelector("[data-present=back]").disabled = !this.at && !this.part;
    this.bar.querySelector("[data-present=next]").disabled =
      this.at === this.steps.length - 1 && this.part === parts.length - 1;
    sessionStorage.setItem(this.place, `${this.at}.${this.part}`);
    scrollTo(0, 0);
    if (focus) this.leave();
    dispatchEvent(new Event("resize")); // charts in a hidden step had no width to be drawn to
    this.tell();
  }
  move(by) {
    const part = this.part + by;
    if (part >= 0 && part < this.parts(this.steps[this.at]).length) this.show(this.at, true, part);
    else if (this.steps[this.at + by]) this.show(this.at + by, true, by < 0 ? Infinity : 0);
  }
  follow() {
    const target = location.hash && !location.hash.includes("=") && document.getElementById(location.hash.slice(1));
    const step = target ? this.steps.findIndex((one) => one.contains(target)) : -1;
    if (step < 0) return;
    const part = this.parts(this.steps[step]).findIndex(({ shown }) => shown.some((one) => one.contains(target)));
    this.show(step, true, Math.max(part, 0));
  }
  tell() {
    const counted = [...document.querySelectorAll('[name^="hands-"]')];
    const hands = Object.fromEntries(counted.map(({ name, value }) => [name, value]));
    this.channel.postMessage({ step: this.steps[this.at].id, title: this.title(this.steps[this.at]), hands });
  }
  pressed(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, target } = event;
    if (target.closest?.("dialog")) return;
    // In a field these keys have another meaning: they move the caret, or choose the next answer.
    const field = target.closest?.("input, select, textarea, [contenteditable]");
    if (field) {
      if (key === "Escape" || (key === "Enter" && field.type === "number")) this.leave();
      return;
    }
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (by) this.move(by);
    else if (!down || !this.scroll(down)) return;
    event.preventDefault();
  }
  // A long result scrolls beside what is set; the keys reach it from wherever they are pressed.
  scroll(down) {
    const seen = [...this.steps[this.at].querySelectorAll(".toolkit-try__seen")].find((one) => one.checkVisibility());
    if (!seen || seen.scrollHeight <= seen.clientHeight) return false;
    seen.scrollBy({ top: down * LINE });
    return true;
  }
  // Once an answer is chosen with the mouse, the keys and a clicker go on with the lesson again.
  chosen({ detail, target }) {
    if (!detail || !target.closest?.("label, [type=radio], [type=checkbox]")) return;
    setTimeout(() => document.activeElement.matches("[type=radio], [type=checkbox]") && this.leave());
  }
  // Take the focus out of a field, to the heading of what is shown.
  leave() {
    const headings = [...this.steps[this.at].querySelectorAll("h1, h2, h3")];
    const heading = headings.find((one) => one.checkVisibility());
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  // A tab would be in the window that is shared. Where none may be opened, the link opens a tab.
  notes(event) {
    const link = event.target.closest("a");
    if (open(link.href, link.target, "popup,width=700,height=900")) event.preventDefault();
  }
  clicked(event) {
    const button = event.target.closest("[data-present]");
    const dialog = this.bar.querySelector("dialog");
    const does = {
      back: () => this.move(-1),
      next: () => this.move(1),
      notes: () => this.notes(event),
      reset: () => dialog.showModal(),
      "reset-no": () => dialog.close(),
      "reset-yes": () => {
        dialog.close();
        if (location.hash !== this.begun) location.hash = this.begun;
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
  const changes = { childList: true, subtree: true, attributeFilter: ["data-ready"] };
  new MutationObserver(open).observe(document.body, changes);
  open();
}
