// The widgets of a page: their models as the kernel has them, and their views.

import { put_buffers } from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { Comm } from "./kernel.js";
import { addHeard } from "./heard.js";
import { NotHeld, check, loadClass } from "./modules.js";

const CONTROL = { target: "jupyter.widget.control", version: "1.0.0" };
const PATIENCE = 2000; // ms before the kernel is asked again; doubled each time
const LONGEST_PATIENCE = 16_000; // ms

export class Widgets extends ManagerBase {
  #shown = [];

  /** `cannot` is called with an error of the class `NotHeld` that comes after all is shown. */
  constructor(kernel, cannot) {
    super();
    this.kernel = kernel;
    this.cannot = cannot;
    addEventListener("resize", () => this.#resized());
  }

  /**
   * Make every model the kernel has; throw `NotHeld` where one cannot be made.
   *
   * Nothing is made before the kernel has told all its models at once: a model whose `comm_open`
   * was heard, but not that of the layout it names, becomes a model of an error after two
   * seconds, and stays one (seen with forked kernels: the line opened between the two, and the
   * page never came to life). What the kernel says before it answers is kept and added to the
   * answer, since a cell may have left a thread behind that makes widgets meanwhile. Such a
   * thread may also have said a model before the line was there, and not yet have it on the
   * kernel's list; `get_model` asks for that one when it is named.
   *
   * A kernel that split off from a parent with ipywidgets in it has to register the channel
   * itself (see serving/kernels/child.py). One that has none closes it, and the page is handed
   * to Voilà's own front end, which can ask model by model.
   */
  load() {
    const heard = [];
    this.kernel.unclaimed = (message) => heard.push(message);
    return this.#ask(async (states) => {
      this.kernel.unclaimed = null;
      addHeard(states, heard, this.comm_target_name);
      await Promise.all(Object.values(states).map(({ state }) => check(state)));
      this.kernel.opened = (comm, message) => this.#opened(comm, message);
      // Each is registered before the first one waits for anything, so any may name any other.
      await Promise.all(Object.entries(states).map(([id, told]) => this.#make(id, told)));
    });
  }

  /**
   * Ask the kernel for the states of all its models, and await `use` of them before anything that
   * the kernel says later is taken from it. An answer may be lost where the line has only just
   * opened (the server lets messages through before its subscription to them is in place if the
   * kernel is busy), so the question is asked again. An urgent answer is taken at once, and not
   * after the messages before it.
   */
  #ask(use, urgent = false) {
    const take = async ({ states, buffer_paths }, buffers) => {
      put_buffers(states, buffer_paths, buffers);
      await use(states);
    };
    return new Promise((done, failed) => {
      const asked = [];
      let answered = false;
      let timer;
      const ask = (patience) => {
        if (this.kernel.left) return;
        const control = Object.assign(new Comm(this.kernel, CONTROL.target), { urgent });
        asked.push(control);
        control.on_msg(async ({ content: { data }, buffers }) => {
          if (answered || data.method !== "update_states") return;
          answered = true;
          clearTimeout(timer);
          for (const one of asked) one.close();
          await take(data, buffers).then(done, failed);
        });
        control.on_close(() => failed(new NotHeld("widgets of a kernel without a control channel")));
        control.open({}, undefined, { version: CONTROL.version });
        control.send({ method: "request_states" });
        timer = setTimeout(() => ask(Math.min(patience * 2, LONGEST_PATIENCE)), patience);
      };
      ask(PATIENCE);
    });
  }

  #make(model_id, { model_name, model_module, model_module_version, state }) {
    const comm = new Comm(this.kernel, this.comm_target_name, model_id);
    return this.new_model({ model_id, model_name, model_module, model_module_version, comm }, state);
  }

  /** Return a model; where it is named but not here, after asking the kernel for it. */
  async get_model(model_id) {
    if (!this.has_model(model_id))
      await this.#ask(async (states) => {
        const told = states[model_id];
        if (told && (await this.#held(told.state)) && !this.has_model(model_id)) this.#make(model_id, told);
      }, true);
    return super.get_model(model_id);
  }

  async #opened(comm, message) {
    if (comm.target_name !== this.comm_target_name) {
      comm.close();
      return;
    }
    if (await this.#held(message.content.data.state)) await this.handle_comm_open(comm, message);
  }

  // Whether a model that comes after all was shown can be made here; if not, that is told.
  async #held(state) {
    try {
      await check(state);
      return true;
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error;
      this.cannot(error);
      return false;
    }
  }

  /** Show the view of a model in an element. */
  async show(model_id, place) {
    const view = await this.create_view(await this.get_model(model_id));
    Widget.attach(view.luminoWidget, place);
    this.#shown.push(view.luminoWidget);
  }

  #resized() {
    for (const widget of this.#shown) MessageLoop.postMessage(widget, Widget.ResizeMessage.UnknownSize);
  }

  // -- what `ManagerBase` asks for
  loadClass(name, module, version) {
    return loadClass(name, module, version);
  }
  async _create_comm(target, id, data, metadata, buffers) {
    const comm = new Comm(this.kernel, target, id);
    if (data || metadata) comm.open(data, undefined, metadata, buffers);
    return comm;
  }
  async _get_comm_info() {
    return {}; // asked only about pages that were saved with their widgets
  }
}
