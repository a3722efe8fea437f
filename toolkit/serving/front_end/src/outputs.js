// What the cells of a page show. The server sends each output as data in a script element, which
// stays in its place until the output is shown, so that Voilà's own front end finds it there too.

import { NotHeld, hasMath } from "./modules.js";

const SCRIPT = 'script[type="application/vnd.voila.cell-output+json"]';
const WIDGET = "application/vnd.jupyter.widget-view+json";
const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"];
// Of the forms in which an output comes, the first of these is shown.
const FORMS = { [WIDGET]: null, "text/html": html, "image/svg+xml": drawing, "text/plain": text };
for (const type of PICTURES) FORMS[type] = (value, options) => picture(`data:${type};base64,${value}`, options);
const ORDER = [WIDGET, "text/html", "image/svg+xml", ...PICTURES, "text/plain"];

/** Show what needs no widget, and throw `NotHeld` for what cannot be shown here. */
export function showPlain(within) {
  for (const script of within.querySelectorAll(SCRIPT)) {
    const { form, value, options } = read(script);
    if (form === WIDGET) continue;
    const shown = FORMS[form](value, options);
    shown.classList.add("jp-OutputArea-output");
    script.replaceWith(shown);
  }
}

/** Return the places where widgets go: each a script element, and the id of the widget's model. */
export const widgetPlaces = () =>
  [...document.querySelectorAll(SCRIPT)]
    .map((script) => ({ script, ...read(script) }))
    .filter(({ form }) => form === WIDGET)
    .map(({ script, value }) => ({ script, model_id: value.model_id }));

/** Put an element in the place of a script. */
export function replace(script) {
  const place = document.createElement("div");
  place.className = "jp-OutputArea-output";
  script.after(place);
  return { place, done: () => script.remove() };
}

function read(script) {
  const { data = {}, metadata = {} } = JSON.parse(script.textContent);
  const forms = Object.keys(data);
  const form = ORDER.find((one) => forms.includes(one));
  const unknown = forms.find((one) => !(one in FORMS));
  if (form !== WIDGET && unknown) throw new NotHeld(`output of the kind ${unknown}`);
  if (!form) throw new NotHeld("an output without a form");
  const joined = Array.isArray(data[form]) ? data[form].join("") : data[form];
  return { form, value: joined, options: { ...metadata[form], alt: data["text/plain"] } };
}

function html(value) {
  if (/<script/i.test(value)) throw new NotHeld("output with a script in it");
  if (hasMath(value)) throw new NotHeld("a formula");
  const shown = document.createElement("div");
  shown.className = "jp-RenderedHTMLCommon jp-RenderedHTML";
  shown.innerHTML = value;
  return shown;
}

function text(value) {
  if (value.includes("\u001b")) throw new NotHeld("text in a terminal's colours");
  const shown = document.createElement("pre");
  shown.className = "toolkit-stream";
  shown.textContent = value;
  return shown;
}

function drawing(value, options) {
  return picture(`data:image/svg+xml,${encodeURIComponent(value)}`, options);
}

function picture(address, { width, height, alt }) {
  const shown = document.createElement("img");
  shown.src = address;
  shown.alt = [].concat(alt ?? "").join("");
  if (width) shown.width = width;
  if (height) shown.height = height;
  return shown;
}
