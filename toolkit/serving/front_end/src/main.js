// The front end of a served notebook: connects the page to its kernel and shows its outputs.
//
// It holds what the toolkit's own pages need, anywidget and ipywidgets' controls. A page with
// anything else is handed to Voilà's own front end, which takes ten times as many bytes.

import { Kernel } from "./kernel.js";
import { endOnLeaving } from "./leaving.js";
import { tell } from "./line.js";
import { NotHeld } from "./modules.js";
import { replace, showPlain, widgetPlaces } from "./outputs.js";
import { reloadForStock, remembered, startStock } from "./stock.js";
import { Widgets } from "./widgets.js";

const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
const kernel = new Kernel({
  address: `${config.baseUrl}api/kernels/${encodeURIComponent(config.kernelId)}`,
  changed: (state) => (state === "foreign" ? handOver("the server's protocol") : tell(state)),
});

let handed = false;

function handOver(why) {
  if (handed) return;
  handed = true;
  kernel.leave();
  startStock(config, why);
}

// Do something; where it meets what is not held here, hand the page over. Any other trouble is a
// fault of ours, and no reason to leave a visitor waiting either.
async function orHandOver(work) {
  try {
    if (!handed) await work();
  } catch (error) {
    if (!(error instanceof NotHeld)) console.error(error);
    handOver(error.message);
  }
}

async function showWidgets() {
  const places = widgetPlaces();
  if (!places.length) return;
  const widgets = new Widgets(kernel, ({ message }) => reloadForStock(message));
  kernel.connect();
  await widgets.load();
  await Promise.all(
    places.map(async ({ script, model_id }) => {
      const { place, done } = replace(script);
      await widgets.show(model_id, place);
      done();
    }),
  );
  document.documentElement.dataset.toolkitFrontEnd = "ours";
}

const complete = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done, { once: true });
});

endOnLeaving(config, kernel);
if (remembered()) handOver(remembered());
orHandOver(() => showPlain(document));
document.addEventListener("toolkit-arrived", ({ target }) => orHandOver(() => showPlain(target)));
complete.then(() => orHandOver(showWidgets));
