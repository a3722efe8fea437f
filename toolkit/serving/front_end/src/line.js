// What is said of the line to the kernel on pages that do not say it themselves, as those made of
// plain ipywidgets. The words stand in the page, in <template> elements.

const SOON = 6000; // ms; a line that is back within this was not worth a word

let awaited; // the state that will be told unless it changes
let timer;
let banner;

/** Say how the line is, once it is known to stay that way. */
export function tell(state) {
  if (state === awaited) return; // one more try has failed
  awaited = state;
  clearTimeout(timer);
  if (state === "open") show(null);
  else if (state === "ended") show("lost");
  else timer = setTimeout(show, SOON, state);
}

function show(state) {
  const words = document.querySelector(`template[data-toolkit-line="${state}"]`);
  // A page with an activity of ours asks its kernel for signs of life, and knows better.
  const own = state === "lost" && document.querySelector(".toolkit-app");
  if (!words || own) {
    banner?.remove();
    banner = null;
    return;
  }
  banner ??= document.createElement("div");
  banner.className = "toolkit-lost";
  banner.setAttribute("role", "alert");
  document.body.prepend(banner);
  banner.replaceChildren(words.content.cloneNode(true));
}
