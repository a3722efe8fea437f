// The queue: says the visitor's number when it changes, and opens the page when it is their turn.
// Without this file the page loads itself again now and then, and does the same.

const PAUSE = 3000; // ms before asking again where the server did not answer

async function wait(page) {
  let known = Number(page.dataset.number);
  const region = page.querySelector("[data-toolkit-number]");
  for (;;) {
    try {
      // The server answers when there is something new, so that nobody is told late.
      const answer = await fetch(`${page.dataset.toolkitWaiting}?known=${known}`);
      if (answer.status === 401) return location.reload(); // signed out, as by a restart
      const { number } = await answer.json();
      if (!number) return location.reload(); // their turn, or a turn that was lost: join again
      if (number === known) continue;
      const words = region.dataset.toolkitNumber.replace("{number}", number);
      document.title = document.title.replace(/\d+/, number);
      region.textContent = words;
      known = number;
    } catch {
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

document.addEventListener("DOMContentLoaded", () => wait(document.querySelector("[data-toolkit-waiting]")));
