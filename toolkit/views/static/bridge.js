// The browser's half of a page that Python draws.
//
// Python sends one screen at a time (HTML, title, charts); this file patches it in without losing
// focus or caret, sends back what the visitor did, keeps what they typed in their own browser,
// reads and writes the address fragment, and says so when the connection is gone. It knows nothing
// of councils, lessons or scores, and no words: every text shown here comes from Python.
//
// `Idiomorph` is loaded beside this file (see bridge-loader.js and bridge.py).

const LIVE_DELAY = 250; // ms after the last key before a data-live control is sent
const PING_EVERY = 4000; // ms; with ANSWER_WITHIN, a lost connection is told after 12 s at most
const ANSWER_WITHIN = 8000; // ms

// One of each per page, however many bridges the page holds.
const page = (globalThis.toolkitPage ??= {
  owned: document.body.hasAttribute("data-toolkit"), // our own page; false inside JupyterLab
  assets: document.querySelector('meta[name="toolkit-assets"]')?.content,
  // Presented, on a handout, or in a tab that saves nothing (see page.js), what the browser keeps
  // is neither read nor changed: a room sees the numbers that the handout has.
  fresh:
    /[?&](fresh|handout|present)\b/.test(location.search) ||
    document.documentElement.hasAttribute("data-toolkit-unsaved"),
  loads: new Map(),
  memories: new Map(), // by document
});

// ---- What the visitor hears -------------------------------------------------------------------

function announce(text) {
  page.live ??= document.body.appendChild(
    Object.assign(document.createElement("div"), { className: "govuk-visually-hidden toolkit-live" }),
  );
  page.live.setAttribute("role", "status");
  page.live.setAttribute("aria-live", "polite");
  page.live.textContent = "";
  // A change made at once is often not read out: let the emptied region be seen first.
  setTimeout(() => (page.live.textContent = text), 60);
}

// ---- What the visitor's own browser keeps ------------------------------------------------------

// One entry per document and version: {name: value}. Each write reads first and changes one name,
// so that two tabs on the same document do not undo each other's answers.
class Memory {
  // All parts of our own page share one, so that no part whose screen was drawn earlier writes over
  // what was typed into another. JupyterLab may show two notebooks about the same document.
  static of(document, version, onTrouble) {
    const memory = page.memories.get(document) ?? new Memory(document, version, onTrouble);
    if (page.owned) page.memories.set(document, memory);
    return memory;
  }
  constructor(document, version, onTrouble) {
    this.prefix = `toolkit/${document}/`;
    this.version = version;
    this.key = this.prefix + version;
    this.onTrouble = onTrouble;
    this.held = {}; // what this page last read there or wrote
    this.drafts = new Map(); // names typed into and not answered yet: the bridge that sent them
  }
  attempt(work, trouble) {
    if (page.fresh) return null; // a page that keeps nothing
    try {
      return work();
    } catch {
      page.unkept = true; // whichever bridge it was, the banner must not promise safety
      if (!this.told) this.onTrouble(trouble);
      this.told = true;
      return null;
    }
  }
  load(key) {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return found && typeof found === "object" && !Array.isArray(found) ? found : null;
    } catch {
      return null;
    }
  }
  read() {
    return this.attempt(() => {
      const raw = localStorage.getItem(this.key); // throws where storage is blocked
      if (raw !== null && this.load(this.key) === null) {
        localStorage.setItem(this.prefix + "damaged", raw); // put aside, never overwritten unseen
        localStorage.removeItem(this.key);
        this.onTrouble("damaged");
      }
      const versions = Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => Number(key.slice(this.prefix.length)))
        .filter((version) => Number.isInteger(version))
        .sort((a, b) => b - a);
      const version = versions.includes(this.version) ? this.version : versions[0];
      const values = version === undefined ? null : this.load(this.prefix + version);
      this.held = version === this.version ? { ...values } : {};
      return values && { version, values };
    }, "blocked");
  }
  write(changes) {
    this.attempt(() => {
      const values = { ...this.load(this.key), ...changes };
      for (const name in changes) if (changes[name] === null) delete values[name];
      localStorage.setItem(this.key, JSON.stringify(values));
      Object.assign(this.held, changes);
    }, "full");
  }
  // What Python wants kept, save what was typed since.
  keep(wanted) {
    const changes = {};
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(this.held)])) {
      const value = wanted[name] ?? null;
      const same = JSON.stringify(value) === JSON.stringify(this.held[name] ?? null);
      if (!same && !this.drafts.has(name)) changes[name] = value;
    }
    if (Object.keys(changes).length) this.write(changes);
  }
  // Kept at once, before Python hears of it: a lost connection loses nothing that was typed.
  draft(name, value) {
    this.write({ [name]: value });
    this.drafts.set(name, null);
  }
  sent(name, bridge) {
    this.drafts.set(name, bridge);
  }
  answered(bridge) {
    for (const [name, sender] of this.drafts) if (sender === bridge) this.drafts.delete(name);
  }
  works() {
    const key = this.prefix + "try";
    return !!this.attempt(() => {
      localStorage.setItem(key, "1");
      localStorage.removeItem(key);
      return true;
    }, "blocked");
  }
  forget(everything) {
    this.held = {}; // or the next screen would write down that it is gone
    this.drafts.clear();
    this.attempt(() => {
      const start = everything ? "toolkit/" : this.prefix;
      for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
    }, "blocked");
  }
}

// ---- The connection ----------------------------------------------------------------------------

// One bridge of the page asks "are you there?"; a question left unanswered shows the banner.
const line = (page.line ??= {
  answered: true,
  sentAt: 0,
  start(bridge) {
    line.bridge = bridge;
    line.seenAt = Date.now();
    line.timer = setInterval(line.watch, 1000);
  },
  watch() {
    const now = Date.now();
    const slept = now - line.seenAt > 3 * PING_EVERY; // the tab or the machine was asleep
    line.seenAt = now;
    const due = (line.answered || line.lost) && now - line.sentAt >= PING_EVERY;
    if (slept || due) line.ping(now);
    else if (!line.answered && now - line.sentAt > ANSWER_WITHIN) line.show(true);
  },
  ping(now) {
    line.sentAt = now;
    line.answered = false;
    line.bridge.send({ kind: "ping" });
  },
  pong() {
    line.answered = true;
    line.show(false);
  },
  show(lost) {
    if (lost === !!line.lost) return;
    line.lost = lost;
    const { words } = line.bridge;
    line.banner ??= document.body.insertAdjacentElement("afterbegin", document.createElement("div"));
    line.banner.className = "toolkit-lost";
    line.banner.setAttribute("role", "alert");
    line.banner.innerHTML = lost ? (page.unkept || page.fresh ? words.lost_unkept : words.lost) : "";
    line.banner.hidden = !lost;
    line.banner.querySelector("button")?.addEventListener("click", () => location.reload());
    if (!lost) announce(words.back);
  },
});

// ---- Files that are loaded once ----------------------------------------------------------------

function load(name, bridge) {
  if (!page.loads.has(name)) page.loads.set(name, page.assets ? addAsset(name, page.assets + name) : bridge.fetch(name));
  return page.loads.get(name);
}

function addAsset(name, address) {
  const style = name.endsWith(".css");
  const element = document.createElement(style ? "link" : "script");
  if (style) element.rel = "stylesheet";
  element[style ? "href" : "src"] = address;
  return new Promise((done, failed) => {
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });
}

// ---- Controls ----------------------------------------------------------------------------------

function valueOf(control, root) {
  const alike = [...root.querySelectorAll(`[name="${CSS.escape(control.name)}"]`)];
  if (control.type === "checkbox") return alike.filter((one) => one.checked).map((one) => one.value);
  if (control.type === "radio") return alike.find((one) => one.checked)?.value ?? null;
  return control.value;
}

// A slider and its number box share a name, so what one says the other shows.
function mirror(control, root) {
  if (["checkbox", "radio"].includes(control.type)) return;
  for (const other of root.querySelectorAll(`[name="${CSS.escape(control.name)}"]`))
    if (other !== control && other.value !== control.value) other.value = control.value;
}

// What two tabs wrote into one text at the same time: neither is lost.
function both(theirs, ours) {
  if (!theirs || ours.includes(theirs)) return ours;
  return theirs.includes(ours) ? theirs : `${theirs}\n${ours}`;
}

const placeNow = () => (location.hash.includes("=") ? location.hash.slice(1) : "");

// On a shared screen the words of a chart are as large as those around it.
function enlarge(layout) {
  layout.font = { ...layout.font, size: 24 };
  layout.height = (layout.height ?? 400) * 1.3; // a name takes one line of this type
}

// ---- One bridge --------------------------------------------------------------------------------

class Bridge {
  constructor(model) {
    this.model = model;
    this.words = model.get("words");
    this.roots = new Set();
    this.sent = 0;
    this.waiting = new Map();
    this.memory = Memory.of(model.get("document"), model.get("version"), (trouble) =>
      this.send({ kind: "trouble", value: trouble }),
    );
    this.theirs = new Map(); // what another tab kept meanwhile, by the name that is typed into here
    model.on("change:screen", () => this.draw());
    model.on("msg:custom", (message) => this.receive(message));
  }
  begin() {
    if (this.begun) return;
    this.begun = true;
    const place = page.owned ? placeNow() : "";
    this.event({ kind: "hello", saved: this.memory.read(), place, host: location.hostname });
    page.place ??= placeNow();
    addEventListener("hashchange", () => {
      page.place = placeNow();
      const heading = location.hash && !location.hash.includes("="); // a jump within the page
      if (page.owned && !heading) this.moved(placeNow());
    });
    addEventListener("toolkit-start-again", () => {
      this.event({ kind: "action", name: "start-again", value: null });
      if (page.owned) this.event({ kind: "place", value: placeNow() }); // its sample holds for all
    });
    addEventListener("storage", (change) => {
      if (page.fresh) return;
      if (change.key !== this.memory.key) return;
      const saved = this.memory.read();
      const { localName, name } = document.activeElement;
      if (localName === "textarea" && name) this.theirs.set(name, saved?.values[name]);
      this.event({ kind: "elsewhere", saved });
    });
    if (!line.bridge) line.start(this);
  }

  // -- to Python
  send(message) {
    try {
      this.model.send(message);
    } catch {
      // The line is down; the banner says so, and what was typed is already kept.
    }
  }
  event(message) {
    this.send({ ...message, number: ++this.sent });
  }
  moved(value) {
    this.event({ kind: "place", value });
    this.movedAt = this.sent;
  }
  fetch(name) {
    this.send({ kind: "asset", name });
    return new Promise((done) => this.waiting.set(name, done));
  }

  // -- from Python
  receive(message) {
    const does = {
      pong: () => {
        line.pong();
        this.measured?.();
      },
      announce: () => announce(message.text),
      focus: () => this.focus(message.id),
      place: () => this.setPlace(message),
      forget: () => this.memory.forget(message.everything),
      download: () => this.download(message),
      asset: () => {
        const type = message.name.endsWith(".css") ? "text/css" : "text/javascript";
        const address = URL.createObjectURL(new Blob([message.text], { type }));
        addAsset(message.name, address).then(this.waiting.get(message.name));
      },
    };
    does[message.kind]?.();
  }
  draw() {
    const screen = this.model.get("screen");
    if (!this.begun || screen.answers < this.sent) return; // a later screen is on its way
    if (page.owned && screen.title) document.title = screen.title;
    for (const root of this.roots) {
      this.patch(root, screen);
      root.dataset.ready = ""; // from here on: what was kept, and the place asked for, are shown
    }
    this.restored = true;
    this.memory.answered(this);
    this.memory.keep(screen.kept);
  }
  patch(root, screen) {
    Idiomorph.morph(root, screen.html, {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old, fresh) =>
          !(old.dataset?.figure && old.dataset.figure === fresh.dataset?.figure && old.dataset.drawn),
        beforeAttributeUpdated: (name, element) =>
          !(name === "open" && element.localName === "details") && // opened by the visitor: stays open
          !(name === "value" && element === document.activeElement), // being typed into right now
      },
    });
    for (const place of root.querySelectorAll("[data-figure]")) this.chart(place, screen.figures[place.dataset.figure]);
  }
  async chart(place, figure) {
    const text = JSON.stringify(figure ?? null);
    if (!figure || place.dataset.drawn === text) return;
    place.dataset.drawn = text;
    await load("plotly-basic.min.js", this);
    if (place.dataset.drawn !== text || !place.isConnected) return;
    const { data, layout } = JSON.parse(text);
    if (document.documentElement.classList.contains("toolkit-presenting")) enlarge(layout);
    place.style.height = layout.height ? `${layout.height}px` : ""; // Plotly lets it collapse on resizing
    await Plotly.react(place, data, layout, { displayModeBar: false, responsive: true, showTips: false });
  }
  focus(id) {
    const target = document.getElementById(id);
    if (!target) return;
    if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
    target.focus();
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "start", behavior: reduced ? "auto" : "smooth" });
  }
  setPlace({ text, replace, answers }) {
    if (!page.owned || placeNow() === text) return;
    if (answers < this.movedAt) return; // the visitor has since gone somewhere else
    if (placeNow() !== page.place) return; // or just has, and the browser is about to say so
    const address = location.pathname + location.search + (text ? "#" + text : "");
    history[replace ? "replaceState" : "pushState"](null, "", address);
    page.place = placeNow();
  }
  download({ name, base64, type }) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  // -- what the visitor does
  attach(root) {
    root.addEventListener("input", (event) => this.typed(event.target, root));
    root.addEventListener("change", (event) => {
      this.join(event.target);
      this.changed(event.target, root);
    });
    root.addEventListener("click", (event) => this.clicked(event, root));
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("focusout", (event) => this.theirs.delete(event.target.name)); // after "change"
  }
  typed(control, root) {
    if (!control.name || control.type === "file") return;
    mirror(control, root);
    if (!control.dataset.keep) this.memory.draft(control.name, valueOf(control, root));
    if (!control.hasAttribute("data-live")) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed(control, root), LIVE_DELAY);
  }
  // Only once somebody has left a text: nothing moves under the hands of those who write.
  join(control) {
    if (!this.theirs.has(control.name)) return;
    control.value = both(this.theirs.get(control.name), control.value);
    this.memory.draft(control.name, control.value);
  }
  changed(control, root) {
    clearTimeout(this.timer);
    if (control.dataset.upload) return this.upload(control);
    if (!control.name) return;
    const keep = !control.dataset.keep;
    if (keep) this.memory.sent(control.name, this);
    this.event({ kind: "change", name: control.name, value: valueOf(control, root), keep });
  }
  clicked(event, root) {
    const target = event.target.closest("[data-action], [data-step], [data-browser], a[href^='#']");
    if (!target || !root.contains(target)) return;
    const { action, value, step, browser } = target.dataset;
    if (action) {
      event.preventDefault();
      this.event({ kind: "action", name: action, value: value ?? null });
    } else if (step) {
      this.step(root.querySelector(`[name="${CSS.escape(target.dataset.for)}"]`), Number(step), root);
    } else if (browser === "print") {
      print();
    } else if (browser === "measure") {
      this.measure();
    } else if (target.getAttribute("href")?.includes("=") && !page.owned) {
      event.preventDefault(); // inside JupyterLab the address is not ours
      this.moved(target.getAttribute("href").slice(1));
    }
  }
  step(control, by, root) {
    if (!control) return;
    const within = (value, limit, pick) => (limit === "" ? value : pick(value, Number(limit)));
    const value = within(within(Number(control.value) + by, control.max, Math.min), control.min, Math.max);
    control.value = String(value);
    this.typed(control, root);
    this.changed(control, root);
  }
  // How this browser and the line to Python do, for a host who is about to begin.
  measure() {
    const begun = performance.now();
    this.measured = () => {
      this.measured = null;
      const value = {
        milliseconds: performance.now() - begun,
        width: innerWidth,
        host: location.hostname,
        storage: this.memory.works(),
      };
      this.event({ kind: "change", name: "measured", value, keep: false });
    };
    this.send({ kind: "ping" });
  }
  async upload(control) {
    const limit = Number(control.dataset.limit || 1_000_000);
    let room = Number(control.dataset.total || limit); // bytes for all files together
    const files = [];
    for (const file of control.files) {
      const one = { filename: file.name, size: file.size, limit };
      if (file.size <= limit && file.size <= room) {
        one.text = await file.text();
        room -= file.size;
      }
      files.push(one);
    }
    if (!files.length) return;
    const value = control.multiple ? { files } : files[0];
    control.value = ""; // so that the same file can be chosen again
    this.event({ kind: "upload", name: control.dataset.upload, value });
  }
}

// Called once for each bridge.
export default () => {
  let bridge;
  return {
    initialize({ model }) {
      bridge = new Bridge(model);
    },
    render({ model, el }) {
      const root = Object.assign(document.createElement("div"), { className: "toolkit-app", lang: bridge.words.lang });
      el.append(root);
      bridge.roots.add(root);
      bridge.attach(root);
      if (!page.assets) load("style.css", bridge);
      bridge.patch(root, model.get("screen"));
      bridge.begin();
      if (bridge.restored) root.dataset.ready = "";
      return () => bridge.roots.delete(root);
    },
  };
};
