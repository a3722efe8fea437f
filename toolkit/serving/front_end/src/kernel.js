// The line to a page's kernel: it opens again by itself, keeps messages until they can be sent,
// and hands on what comes in the order it came.

import { PROTOCOL, pack, unpack } from "./wire.js";

const FIRST_WAIT = 500; // ms before the first try to open a lost line again
const LONGEST_WAIT = 10_000; // ms between two tries
// ms: the server ends a kernel that nobody has been connected to for five minutes (voila.json)
const KERNEL_LASTS = 330_000;
const VERSION = "5.3"; // of the messaging protocol

// Unlike crypto.randomUUID this also works on pages that came over plain HTTP.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Kernel {
  #session = newId();
  #unsent = [];
  #asked = new Map(); // what to call for messages that answer one of ours, by its id
  #work = Promise.resolve();
  #tries = 0;
  #wait;

  /**
   * `changed` is told "open", "lost" (and will be tried again), "ended" (the kernel is gone),
   * "refused" (the line never opened) or "foreign" (the server speaks another protocol).
   */
  constructor({ address, changed }) {
    this.comms = new Map();
    this.opened = null; // called with a comm that the kernel has opened, and its message
    this.unclaimed = null; // called with messages of comms that nobody here has yet
    this.changed = changed;
    this.address = new URL(`${address}/channels`, location.href);
    this.address.protocol = this.address.protocol.replace("http", "ws");
    this.address.searchParams.set("session_id", this.#session);
    for (const sign of ["online", "focus"]) addEventListener(sign, () => this.#hurry());
  }

  connect() {
    clearTimeout(this.#wait);
    this.#wait = null;
    const socket = (this.socket = new WebSocket(this.address, [PROTOCOL]));
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#connected(socket);
    socket.onmessage = ({ data }) => this.#received(unpack(data));
    socket.onclose = () => this.#lost();
  }

  /** Send a message, at once or when the line is there; return its id. */
  send(type, content, { callbacks, metadata, buffers } = {}) {
    const id = newId();
    const date = new Date().toISOString();
    const header = { msg_id: id, msg_type: type, username: "", session: this.#session, date, version: VERSION };
    if (callbacks) this.#asked.set(id, callbacks);
    this.#unsent.push(pack({ channel: "shell", header, metadata, content, buffers }));
    this.#sendAll();
    return id;
  }

  /** Close the line for good. */
  leave() {
    this.left = true;
    clearTimeout(this.#wait);
    this.socket?.close();
  }

  #connected(socket) {
    if (socket.protocol !== PROTOCOL) {
      this.leave();
      this.changed("foreign");
      return;
    }
    this.#tries = 0;
    this.lostAt = null;
    this.everOpen = true;
    this.changed("open");
    this.#sendAll();
  }

  #sendAll() {
    while (this.socket?.readyState === WebSocket.OPEN && this.#unsent.length)
      this.socket.send(this.#unsent.shift());
  }

  #lost() {
    if (this.left) return;
    this.lostAt ??= Date.now();
    if (Date.now() - this.lostAt > KERNEL_LASTS) {
      this.leave();
      this.changed("ended");
      return;
    }
    this.changed(this.everOpen ? "lost" : "refused");
    const wait = Math.min(FIRST_WAIT * 2 ** this.#tries++, LONGEST_WAIT);
    this.#wait = setTimeout(() => this.connect(), wait);
  }

  #hurry() {
    if (this.#wait && !this.left) this.connect();
  }

  // One after the other: a comm's message must find what the message before it has made. Only
  // what a message waits for itself cannot wait for that.
  #received(message) {
    const handle = () => this.#handle(message).catch((error) => console.error(error));
    if (this.comms.get(message.content.comm_id)?.urgent) handle();
    else this.#work = this.#work.then(handle);
  }

  async #handle(message) {
    const { msg_type } = message.header;
    if (msg_type === "status") this.#told(message);
    else if (msg_type.startsWith("comm_")) await this.#converse(msg_type, message);
  }

  #told(message) {
    const { content, parent_header } = message;
    this.#asked.get(parent_header.msg_id)?.iopub?.status?.(message);
    if (content.execution_state === "idle") this.#asked.delete(parent_header.msg_id);
    if (["dead", "restarting"].includes(content.execution_state)) this.changed("ended");
  }

  async #converse(type, message) {
    const { comm_id, target_name } = message.content;
    const comm = this.comms.get(comm_id);
    if (!comm && type === "comm_open" && this.opened)
      await this.opened(new Comm(this, target_name, comm_id), message);
    else if (!comm) this.unclaimed?.(message);
    else if (type === "comm_msg") await comm.received?.(message);
    else if (type === "comm_close") {
      this.comms.delete(comm_id);
      await comm.closed?.(message);
    }
  }
}

/** One conversation with the kernel, as `@jupyter-widgets/base` wants it (its `IClassicComm`). */
export class Comm {
  constructor(kernel, target_name, comm_id = newId()) {
    Object.assign(this, { kernel, target_name, comm_id });
    kernel.comms.set(comm_id, this);
  }
  open(data = {}, callbacks, metadata, buffers) {
    return this.#say("comm_open", { target_name: this.target_name, data }, { callbacks, metadata, buffers });
  }
  send(data, callbacks, metadata, buffers) {
    return this.#say("comm_msg", { data }, { callbacks, metadata, buffers });
  }
  close(data = {}, callbacks, metadata, buffers) {
    this.kernel.comms.delete(this.comm_id);
    return this.#say("comm_close", { data }, { callbacks, metadata, buffers });
  }
  on_msg(received) {
    this.received = received;
  }
  on_close(closed) {
    this.closed = closed;
  }
  #say(type, content, options) {
    return this.kernel.send(type, { comm_id: this.comm_id, ...content }, options);
  }
}
