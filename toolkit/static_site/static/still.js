// The browser's half of an activity whose results were worked out beforehand.
//
// Every screen shown here was drawn by the toolkit when this copy was made. This file finds the
// one for where the controls stand, patches it in without losing focus, draws its charts and says
// its sentence. It works out nothing. Its data is a script beside the page, because a page that is
// opened from a folder may load scripts, but no other files.

const PAUSE = 250; // ms after the last move of a slider before its sentence is said

const spoken = document.createElement("div");
spoken.className = "govuk-visually-hidden";
spoken.setAttribute("role", "status");
document.body.append(spoken);
let speaking;

function announce(text) {
  clearTimeout(speaking);
  spoken.textContent = "";
  speaking = setTimeout(() => (spoken.textContent = text), PAUSE);
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// On a shared screen the words of a chart are as large as those around it.
const presented = /[?&]present\b/.test(location.search);

function enlarge(layout) {
  layout.font = { ...layout.font, size: 24 };
  layout.height = (layout.height ?? 400) * 1.5;
}

class Activity {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.key = data.start;
    this.at = data.dials.map((dial) => dial.start);
    root.addEventListener("input", ({ target }) => this.moved(target));
    root.addEventListener("change", ({ target }) => this.moved(target));
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("submit", (event) => event.preventDefault());
    if (data.screens.folded) this.show("folded");
    else this.charts();
  }
  begin() {
    this.at = this.data.dials.map((dial) => dial.start);
    this.show(this.data.screens.folded ? "folded" : this.data.start);
    spoken.textContent = "";
  }

  // -- what is shown
  show(key, focus = "") {
    const screen = this.data.screens[key];
    if (!screen) return false;
    this.key = key;
    const html = screen[0].map((line) => this.data.lines[line]).join("\n");
    Idiomorph.morph(this.root, html, {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old, fresh) =>
          !(old.dataset?.figure && old.dataset.figure === fresh.dataset?.figure && old.dataset.drawn),
        beforeAttributeUpdated: (name, element) =>
          !(name === "open" && element.localName === "details") &&
          !(name === "value" && element === document.activeElement && element.type === "number"),
      },
    });
    this.charts();
    if (focus) this.focus(focus);
    if (screen[2]) announce(screen[2]);
    return true;
  }
  charts() {
    const names = this.data.screens[this.key][1];
    for (const place of this.root.querySelectorAll("[data-figure]")) {
      const { data, layout } = structuredClone(this.data.charts[names[place.dataset.figure]]);
      place.dataset.drawn = "yes";
      if (presented) enlarge(layout);
      place.style.height = layout.height ? `${layout.height}px` : "";
      Plotly.react(place, data, layout, { displayModeBar: false, responsive: true, showTips: false });
    }
  }
  focus(target) {
    if (!target.matches("a[href], button, input, select, textarea")) target.tabIndex = -1;
    target.focus();
  }

  // -- what a visitor does
  moved(control) {
    const place = this.data.dials.findIndex((dial) => dial.name === control.name);
    const dial = this.data.dials[place];
    if (!dial || dial.press.length) return;
    if (control.value === "" || control.readOnly) return;
    this.turn(place, this.nearest(dial, this.valueOf(control)));
  }
  valueOf(control) {
    const alike = [...this.root.querySelectorAll(`[name="${CSS.escape(control.name)}"]`)];
    if (control.type === "checkbox") return alike.filter((one) => one.checked).map((one) => one.value);
    if (control.type === "radio") return alike.find((one) => one.checked)?.value ?? null;
    return control.value;
  }
  nearest(dial, value) {
    const exact = dial.positions.findIndex((one) => same(one, value));
    if (exact >= 0 || Array.isArray(value) || value === null || isNaN(value)) return exact;
    const apart = dial.positions.map((one) => Math.abs(Number(one) - Number(value)));
    return apart.indexOf(Math.min(...apart));
  }
  turn(place, to) {
    if (to < 0) return;
    const at = this.at.map((now, other) => (other === place ? to : now));
    const alone = this.data.dials.map((dial, other) => (other === place ? to : dial.start));
    for (const one of [at, alone])
      if (this.data.screens[one.join()]) {
        this.at = one;
        if (this.key !== one.join()) this.show(one.join());
        return;
      }
  }
  clicked(event) {
    const button = event.target.closest("[data-action], [data-step], [data-browser=print]");
    if (!button || !this.root.contains(button)) return;
    event.preventDefault();
    if (button.dataset.browser) print();
    else if (button.dataset.step) this.step(button.dataset.for, Number(button.dataset.step));
    else this.act(button.dataset.action, button.dataset.value ?? "", button);
  }
  step(name, by) {
    const place = this.data.dials.findIndex((dial) => dial.name === name);
    const { positions } = this.data.dials[place];
    this.turn(place, Math.max(0, Math.min(this.at[place] + Math.sign(by), positions.length - 1)));
  }
  act(action, value, button) {
    const pressed = this.data.dials.findIndex(({ press }) => same(press, [action, value]));
    if (pressed >= 0) this.press(pressed);
    else if (action === "use-example") {
      const place = this.data.dials.findIndex((dial) => dial.name === value.split("=")[0]);
      this.turn(place, this.data.dials[place].positions.indexOf(button.textContent));
    } else if (action in this.data.jumps) this.show(this.data.jumps[action]);
    else if (["put-back", "clear-tried", "predict-again"].includes(action)) this.restart();
    if (["predict", "skip-prediction"].includes(action)) this.unfold(action, pressed);
  }
  press(place) {
    const dial = this.data.dials[place];
    const control = this.root.querySelector(`[name="${CSS.escape(dial.name)}"]`);
    const to = this.nearest(dial, this.valueOf(control));
    if (to === dial.start) {
      announce(this.root.dataset.choose);
      return this.focus(control);
    }
    this.turn(place, to);
    const again = this.root.querySelector(`[name="${CSS.escape(dial.name)}"]`);
    const reason = again?.closest(".toolkit-question")?.querySelector(".toolkit-feedback");
    if (reason) announce(reason.textContent.trim().replace(/\s+/g, " "));
  }
  restart() {
    this.at = this.data.dials.map((dial) => dial.start);
    this.show(this.data.start, this.root.querySelector("input, h3"));
  }

  // -- a prediction opens what is folded until then
  unfold(action, pressed) {
    if (pressed >= 0 && this.at[pressed] === this.data.dials[pressed].start) return;
    const folded = activities.filter((one) => one.key === "folded");
    for (const one of folded) one.show(one.data.start);
    const asking = activities.find((one) => "skip-prediction" in one.data.jumps);
    if (asking !== this && asking?.key === asking?.data.start) asking.show("skip-prediction");
    const next = folded.includes(this) ? this : folded[0];
    if (next) this.focus(next.root.querySelector("h3"));
  }
}

// A host who presents starts again for the next group.
addEventListener("toolkit-start-again", () => activities.forEach((one) => one.begin()));

const activities = [];
for (const root of document.querySelectorAll("[data-activity]")) {
  const data = globalThis.toolkitActivities?.[root.dataset.activity];
  if (data) activities.push(new Activity(root, data));
}
