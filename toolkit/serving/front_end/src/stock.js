// The way back to Voilà's own front end, for pages with something that this one does not hold. It
// takes over the same page and the same kernel; whoever visits it sees a longer wait, no more.

const REMEMBERED = `toolkit-full-front-end ${location.pathname}`;

/** Have Voilà's own front end show this page. */
export function startStock({ fullStaticUrl }, why) {
  console.info(`Voilà's own front end shows this page, because of: ${why}`);
  document.documentElement.dataset.toolkitFrontEnd = "stock";
  callLateListeners();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  link.href = `${fullStaticUrl}/labvariables.css`;
  const script = Object.assign(document.createElement("script"), { src: `${fullStaticUrl}/voila.js` });
  document.head.append(link, script);
}

// It begins when the page has loaded, which may be long past.
function callLateListeners() {
  const { addEventListener } = window;
  window.addEventListener = function (type, listener, options) {
    if (type === "load" && document.readyState === "complete") setTimeout(listener, 0, new Event("load"));
    else addEventListener.call(this, type, listener, options);
  };
}

/** Load the page again, to be shown by Voilà's own front end from the start. */
export function reloadForStock(why) {
  try {
    sessionStorage.setItem(REMEMBERED, why);
  } catch {
    console.error(`This page cannot show: ${why}`); // and it would only come back to here
    return;
  }
  location.reload();
}

/** Return why this page has been loaded again for Voilà's own front end, or null. */
export function remembered() {
  try {
    return sessionStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
