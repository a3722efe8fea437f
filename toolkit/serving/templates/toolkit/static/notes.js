// The host's own window: marks the step that the shared screen shows, and brings it into view.

document.addEventListener("DOMContentLoaded", () => {
  const lesson = document.querySelector("[data-toolkit-notes]").dataset.toolkitNotes;
  const channel = new BroadcastChannel(`toolkit-notes ${lesson}`);
  const status = document.getElementById("toolkit-notes-status");
  channel.onmessage = ({ data }) => {
    if (!("title" in data)) return;
    for (const step of document.querySelectorAll(".toolkit-notes__step")) {
      const now = step.dataset.step === data.step;
      now ? step.setAttribute("aria-current", "step") : step.removeAttribute("aria-current");
      if (now) step.scrollIntoView({ block: "start" });
    }
    status.textContent = toolkitSays("shared_screen", { title: data.title });
  };
  channel.postMessage("where");
});
