// The widgets that this front end can show. A page that needs any other is handed to Voilà's own.

import * as base from "@jupyter-widgets/base";
import anywidget from "anywidget";

const anywidgets = anywidget(base);
const HELD = {
  "@jupyter-widgets/base": { version: base.JUPYTER_WIDGETS_VERSION, load: async () => base },
  "@jupyter-widgets/controls": { version: "2.0.0", load: loadControls },
  anywidget: { version: anywidgets.AnyModel.model_module_version, load: async () => anywidgets },
};
// A formula needs MathJax, which only Voilà's own front end has.
const MATH = /\$\$|\\\(|\\\[|\\begin\{|\$[^$\n]*\\[^$\n]*\$/;

let controls;

/** Fetch ipywidgets' own controls and their look. */
function loadControls() {
  controls ??= Promise.all([import("./controls.js"), addStyle("controls.css")]).then(([module]) => module);
  return controls;
}

function addStyle(name) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  link.href = new URL(name, import.meta.url).href;
  return new Promise((done, failed) => {
    Object.assign(link, { onload: done, onerror: failed });
    document.head.append(link);
  });
}

/** What has to be shown is not held here; the message says what. */
export class NotHeld extends Error {}

/** Return a class of a widget module, or throw `NotHeld`. */
export async function loadClass(name, module, version) {
  const held = HELD[module];
  if (!held) throw new NotHeld(`widget module ${module}`);
  if (!fits(version, held.version)) throw new NotHeld(`version ${version} of widget module ${module}`);
  const found = (await held.load())[name];
  if (!found) throw new NotHeld(`widget ${module}:${name}`);
  return found;
}

/** Return whether a version is one that somebody asks for: "2.0.0", "^2.0.0", "~0.11.*" or "*". */
export function fits(asked, have) {
  const [major, minor] = String(asked).match(/\d+/g) ?? [];
  const [ours, oursMinor] = have.split(".");
  if (major === undefined) return true;
  return major === ours && (major !== "0" || minor === undefined || minor === oursMinor);
}

/** Throw `NotHeld` if a widget's state asks for what is not held here. */
export async function check({ _model_name, _model_module, _model_module_version, ...state }) {
  await loadClass(_model_name, _model_module, _model_module_version);
  const { _view_name, _view_module, _view_module_version } = state;
  if (_view_name) await loadClass(_view_name, _view_module, _view_module_version);
  if (_model_module !== "@jupyter-widgets/controls") return;
  if (_model_name === "HTMLMathModel" || hasMath(state.description)) throw new NotHeld("a formula");
  if (_model_name === "LabelModel" && hasMath(state.value)) throw new NotHeld("a formula");
}

/** Return whether a text holds a formula. A lone dollar sign is money. */
export const hasMath = (text) => typeof text === "string" && MATH.test(text);
