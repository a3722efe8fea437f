// What a kernel said of its widgets before it told the states of all of them.

import { put_buffers } from "@jupyter-widgets/base";

/**
 * Add to the states of all models what was heard of them before, in the order it was said.
 *
 * The states may have been read before or after a change that was heard. Either way the change
 * that was heard last is the newest, as every change is said. Messages of other kinds than changes
 * are left out: they are for views, and there are none yet.
 *
 * `states` has model, class and state by the model's id, as ipywidgets' control channel gives
 * them; `heard` has messages of the kinds `comm_open`, `comm_msg` and `comm_close`.
 */
export function addHeard(states, heard, target) {
  for (const { header, content, buffers } of heard) {
    const { comm_id, data } = content;
    const { state, method, buffer_paths = [] } = data ?? {};
    if (header.msg_type === "comm_close") delete states[comm_id];
    else if (header.msg_type === "comm_open" && content.target_name === target)
      states[comm_id] ??= opened(withBuffers(state, buffer_paths, buffers));
    else if (method === "update" && states[comm_id])
      Object.assign(states[comm_id].state, withBuffers(state, buffer_paths, buffers));
  }
}

function withBuffers(state, paths, buffers) {
  put_buffers(state, paths, buffers ?? []);
  return state;
}

const opened = (state) => ({
  model_name: state._model_name,
  model_module: state._model_module,
  model_module_version: state._model_module_version,
  state,
});
