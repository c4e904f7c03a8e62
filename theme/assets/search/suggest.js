// Suggestions below a search box: the combobox with a list of the WAI-ARIA Authoring Practices.
import { open } from "./store.js";
import { beginning } from "./query.js";
import { fold, split } from "./words.js";

const WORDS = 4, NAMES = 2, PAUSE = 120;
let number = 0;

export function attach(input) {
  const { form } = input, { index, label } = form.dataset;
  if (!index || input.hasAttribute("aria-controls")) return;
  const store = open(index), list = document.createElement("ul");
  list.id = `saran-${++number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  list.hidden = true;
  form.closest("header, main").append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", false]]) {
    input.setAttribute(name, value);
  }
  let typed = input.value, active = -1, turn = 0, wait;

  function close() {
    turn++;
    clearTimeout(wait);
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", false);
    input.removeAttribute("aria-activedescendant");
  }

  function place() {
    const { left, bottom, width } = form.getBoundingClientRect(), frame = (list.offsetParent ?? document.body).getBoundingClientRect();
    Object.assign(list.style, { left: `${left - frame.left}px`, top: `${bottom - frame.top + 4}px`, width: `${width}px` });
  }

  function move(to) {
    const { children } = list;
    children[active]?.setAttribute("aria-selected", false);
    // Behind the last suggestion and before the first is the box itself.
    active = to >= children.length ? -1 : to < -1 ? children.length - 1 : to;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    children[active].setAttribute("aria-selected", true);
    children[active].scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", children[active].id);
  }

  function choose({ dataset: { href, text } }) {
    close();
    if (href) location.href = href;
    else {
      typed = input.value = text;
      form.requestSubmit();
    }
  }

  async function suggest() {
    // What is shown and perhaps chosen from stays while it fits.
    if (input.value == typed && !list.hidden) return;
    const mine = ++turn;
    typed = input.value;
    const found = await offers(store, form, typed).catch(() => []);
    if (mine != turn || document.activeElement != input) return;
    active = -1;
    list.replaceChildren(...found.map(({ text, kind = "", href = "" }, at) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${at}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", false);
      Object.assign(item.dataset, { text, href });
      item.append(text);
      if (kind) item.appendChild(document.createElement("small")).append(kind);
      return item;
    }));
    if (!found.length) return close();
    list.hidden = false;
    place();
    input.removeAttribute("aria-activedescendant");
    return input.setAttribute("aria-expanded", true);
  }

  function soon() {
    clearTimeout(wait);
    wait = setTimeout(suggest, PAUSE);
  }

  input.addEventListener("input", soon);
  input.addEventListener("keydown", (event) => {
    const { key, isComposing } = event;
    if (isComposing) return;
    if (key == "ArrowDown" || key == "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else if (!event.altKey) move(active + (key == "ArrowDown" ? 1 : -1));
      else close();
    } else if (key == "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (key == "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (key == "Home" || key == "End") move(-1);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  addEventListener("resize", close);
  // The box keeps the focus when a suggestion is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const item = target.closest("li");
    if (item) choose(item);
  });
  // Letters typed while this module was on its way.
  if (typed != input.defaultValue) soon();
}

// What a reader may be about to type: the query with its last word completed, and names of countries, topics ...
async function offers(store, form, typed) {
  const [raw] = typed.match(/[\p{L}\p{N}\p{M}]+$/u) ?? [""], [last = ""] = split(raw).slice(-1);
  if (!last || fold(typed).trim().length < 2) return [];
  const { facets } = await store.manifest(), letters = fold(typed).trim();
  const names = facets.flatMap(({ name, title, values }) => values.filter(([, label]) => ` ${fold(label)}`.includes(` ${letters}`))
    .map(([value, label]) => ({ text: label, kind: title, href: new URL(`../${name}/${value}/`, form.action).href })));
  let words = [];
  if (last.length > 2 || last.length > 1 && await store.settled("words", last)) {
    words = (await beginning(store, last)).filter(({ word, keys }) => word != last && keys.length).slice(0, WORDS);
  }
  // Words before it are completed only by what stands on a page with them.
  const before = typed.slice(0, typed.length - raw.length);
  if (split(before).length) {
    const { search } = await import("./search.js"), given = { newest: true, want: 1, exact: true, completions: 0 };
    const together = ({ word }) => search(form.dataset.index, before + word, given).then(({ whole, open }) => whole || open, () => false);
    const found = await Promise.all(words.map(together));
    words = words.filter((_, at) => found[at]);
  }
  return [...words.map(({ word }) => ({ text: before + word })), ...names.slice(0, NAMES)];
}
