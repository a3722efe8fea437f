// The host's own window: marks the step that the shared screen shows, brings it into view, and puts
// the hands that were counted beside the belief that each answer may stand for.

document.addEventListener("DOMContentLoaded", () => {
  const lesson = document.querySelector("[data-toolkit-notes]").dataset.toolkitNotes;
  const channel = new BroadcastChannel(`toolkit-notes ${lesson}`);
  let shown;
  const status = document.getElementById("toolkit-notes-status");
  channel.onmessage = ({ data }) => {
    if (!("title" in data)) return;
    for (const place of document.querySelectorAll("[data-hands]"))
      place.textContent = data.hands[place.dataset.hands] || "–";
    if (data.step === shown) return; // a count was typed in: nothing moves under the host's eyes
    shown = data.step;
    for (const step of document.querySelectorAll(".toolkit-notes__step")) {
      const now = step.dataset.step === data.step;
      now ? step.setAttribute("aria-current", "step") : step.removeAttribute("aria-current");
      if (now) step.scrollIntoView({ block: "start" });
    }
    status.textContent = toolkitSays("shared_screen", { title: data.title });
  };
  channel.postMessage("where");
});
