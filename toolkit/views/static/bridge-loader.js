// Fetches the browser's half of a page (bridge.js): from the server the page came from, once for
// all activities and kept between visits; or from Python, where there is no such server, as in
// JupyterLab. So what travels with each activity is only this file.

const assets = document.querySelector('meta[name="toolkit-assets"]')?.content;

function fromServer() {
  const at = (name) => new URL(assets + name, location.href).href;
  const script = Object.assign(document.createElement("script"), { src: at("idiomorph.min.js") });
  const patcher = new Promise((done, failed) => Object.assign(script, { onload: done, onerror: failed }));
  document.head.append(script);
  return Promise.all([import(at("bridge.js")), patcher]).then(([module]) => module);
}

function fromPython(model) {
  return new Promise((done) => {
    const receive = (message) => {
      if (message.kind !== "asset" || message.name !== "bridge.js") return;
      model.off("msg:custom", receive);
      done(import(URL.createObjectURL(new Blob([message.text], { type: "text/javascript" }))));
    };
    model.on("msg:custom", receive);
    model.send({ kind: "asset", name: "bridge.js" });
  });
}

// Called once for each bridge.
export default () => {
  let widget;
  return {
    // Nothing is awaited here: no message reaches a widget before this has returned.
    initialize(given) {
      const module = assets ? (globalThis.toolkitBridge ??= fromServer()) : fromPython(given.model);
      widget = module.then(({ default: make }) => {
        const made = make();
        made.initialize(given);
        return made;
      });
    },
    async render(given) {
      return (await widget).render(given);
    },
  };
};
