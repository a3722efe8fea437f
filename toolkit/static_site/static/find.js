// Search and filters over the list of case studies. The index and the searching are Pagefind's;
// this file asks it, puts the cards that are on the page already in the order it gives, and says
// how many there are. Without it, or where a page may not load files, the whole list stays.

const PAUSE = 250; // ms after the last key

const found = document.querySelector("[data-find]");
const form = found.querySelector("form");
const list = found.querySelector("[data-cards]");
const heading = document.getElementById("found");
const said = found.querySelector("[data-said]");
const clear = found.querySelector("[data-clear]");
const all = [...list.children];
const counted = JSON.parse(found.dataset.counted); // how many there are, in words, by their number
const cards = new Map(all.map((card) => [card.dataset.case, card]));
let asked = 0;
let waiting;

const boxes = () => [...form.querySelectorAll("input[type=checkbox]")];
const words = () => form.elements.q.value.trim();

function chosen() {
  const filters = {};
  for (const box of boxes()) if (box.checked) (filters[box.name] ??= []).push(box.value);
  for (const name in filters) filters[name] = { any: filters[name] };
  return filters;
}

async function look(pagefind) {
  const number = ++asked;
  const filters = chosen();
  const narrowed = !!words() || Object.keys(filters).length > 0;
  const answer = await ask(pagefind, filters);
  const order = words() ? await ranked(answer) : all.filter((card) => answer.filters.case?.[card.dataset.case]);
  const counts = { ...answer.filters };
  // A second word of the same filter widens the choice, so its count leaves that filter out.
  for (const name in filters) counts[name] = (await ask(pagefind, { ...filters, [name]: undefined })).filters[name];
  if (number !== asked) return; // something else has been asked since
  list.replaceChildren(...order);
  const count = list.children.length;
  heading.textContent = counted[count];
  said.textContent = found.dataset.told.replace("{cases}", counted[count]);
  clear.hidden = !narrowed;
  tell(counts);
  keep(narrowed);
}

async function ask(pagefind, asked) {
  const filters = Object.fromEntries(Object.entries(asked).filter(([, any]) => any));
  // Pagefind counts only what it has loaded, so every word has to be asked for first.
  const everything = { filters: await pagefind.filters() };
  return words() || Object.keys(filters).length ? pagefind.search(words() || null, { filters }) : everything;
}

// Pagefind names a result by its page, whose address it fetches when asked.
async function ranked(answer) {
  const results = await Promise.all(answer.results.map((result) => result.data()));
  const slugs = results.map(({ url }) => url.split("/").pop().replace(/\.html$/, ""));
  return slugs.map((slug) => cards.get(slug)).filter(Boolean);
}

// How many of those found have each word, so that nobody chooses a dead end.
function tell(counts) {
  for (const box of boxes()) {
    const count = counts[box.name]?.[box.value] ?? 0;
    box.parentElement.querySelector("[data-count]").textContent = count;
    box.disabled = !count && !box.checked;
  }
}

// The address holds what was asked, so that it can be shared.
function keep(narrowed) {
  const place = new URLSearchParams(new FormData(form));
  if (!words()) place.delete("q");
  history.replaceState(null, "", location.pathname + (narrowed ? `#${place}` : ""));
}

function restore() {
  const place = new URLSearchParams(location.hash.slice(1));
  form.elements.q.value = place.get("q") ?? "";
  for (const box of boxes()) {
    // Links to the served explorer name several words of one filter with commas between.
    box.checked = place.getAll(box.name).join().split(",").includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
}

function begin(pagefind) {
  const again = () => look(pagefind);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", again);
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.name === "q") waiting = setTimeout(again, PAUSE);
  });
  clear.addEventListener("click", () => {
    form.reset();
    for (const box of boxes()) box.checked = false;
    again();
    heading.focus();
  });
  addEventListener("hashchange", () => {
    restore();
    again();
  });
  restore();
  if (location.hash.length > 1) again();
  found.dataset.ready = "";
}

import(new URL("../pagefind/pagefind.js", document.baseURI).href)
  .then(begin)
  .catch(() => (found.querySelector("[data-unable]").hidden = false));
