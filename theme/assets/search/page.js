// The search page: what is asked stands in the address, what is found in a list. All text is set as text.
import { search } from "./search.js";
import { Failure, open } from "./store.js";
import { fold, split } from "./words.js";

const box = document.getElementById("hasil"), sieve = document.getElementById("saring");
const form = document.querySelector("main form[role=search]"), field = form.elements.q;
const { index, root, language } = box.dataset, words = JSON.parse(box.dataset.words);
const [status, notes, chips, list, tools] = box.children, [retry, more, clear] = tools.children;
const store = open(index);
const FACETS = ["negara", "topik", "program", "tahap", "tahun"];
const STEP = 10, VISIBLE = 8, LONGEST = 200;
const TYPING = 150, PARTIAL = 450, WHILE_TYPING = 4;

function node(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(text);
  return made;
}
const say = (sentence, value = "") => sentence.split(/%[sd]/).join(typeof value == "number" ? value.toLocaleString(language) : value);
const clip = (text) => [...text].slice(0, LONGEST).join("");

// --- what is asked

let asked = read(), want = history.state?.want ?? STEP, labels = new Map(), named = false;

function read() {
  const given = new URLSearchParams(location.search);
  return {
    q: given.get("q") ?? "",
    facets: Object.fromEntries(FACETS.map((name) => [name, [...new Set(given.getAll(name))].slice(0, 20)])),
    newest: given.get("urut") == "terbaru",
    exact: given.get("persis") == "1",
  };
}

function address({ q, facets, newest, exact }) {
  const given = new URLSearchParams();
  if (q.trim()) given.set("q", q.trim());
  for (const [name, values] of Object.entries(facets)) for (const value of values) given.append(name, value);
  if (newest) given.set("urut", "terbaru");
  if (exact) given.set("persis", "1");
  return location.pathname + (String(given) && `?${given}`);
}

// `kept`: the entry of the history is replaced, as while a word is being typed.
function ask(change, kept = false) {
  asked = { ...asked, ...change };
  want = STEP;
  const target = address(asked), same = target == location.pathname + location.search;
  history[kept || same ? "replaceState" : "pushState"](null, "", target);
  return run(kept);
}

// --- what is found

async function engine() {
  if (!window.lunr && document.readyState != "complete") {
    const tag = document.querySelector("script[data-engine]");
    await new Promise((done) => { tag.onload = tag.onerror = done; addEventListener("load", done); });
  }
  if (!window.lunr) throw new Failure("engine", "lunr");
}

let turn = 0;
async function run(typing = false) {
  const mine = ++turn, { q, facets, newest, exact } = asked, text = clip(q.trim());
  const chosen = Object.values(facets).flat().length;
  show(chips, ...removable());
  plain();
  if (!split(text).length && !chosen) return finish({ said: text ? say(words.none, text) : words.idle });
  box.setAttribute("aria-busy", true);
  if (!list.children.length) status.textContent = words.loading;
  const late = () => new Promise((go, stop) => setTimeout(() => mine == turn ? go() : stop(new Failure("late", q)), PARTIAL));
  const loaded = engine();
  let found;
  try {
    [, found] = await Promise.all([
      loaded,
      search(index, text, { facets, newest, exact, want, language, engine: loaded, ...typing && { completions: WHILE_TYPING, pause: late } }),
    ]);
  } catch (error) {
    if (mine == turn) finish({ said: trouble(error), again: true });
    return undefined;
  }
  if (mine != turn) return undefined;
  if (found.failed.length && !found.ids.length) return finish({ said: trouble(found.failures[0]), again: true });
  return finish({ found, text, chosen });
}

const trouble = ({ kind }) => kind == "offline" && !navigator.onLine ? words.offline : words.failed;

function finish({ said, found = { ids: [] }, text = "", chosen = 0, again = false }) {
  const { ids, count, whole, note, begun, corrections = [], offers = [], failed = [], unknown = [], beyond = 0, around = 0 } = found;
  const lines = [], sieved = chosen && !whole && (beyond || !count && around);
  if (begun) lines.push(say(words.begun, begun));
  if (note == "some") {
    lines.push(whole ? say(words.few, whole) : unknown.length ? say(words.unknown, unknown.map((word) => typed(text, word)).join("”, “"))
      : sieved ? say(words.sieved_some, beyond) : words.any);
  }
  for (const word of failed) lines.push(say(words.word_failed, labels.get(word) ?? word));
  show(notes, ...corrected(text, corrections), ...lines.map((line) => node("p", line)), ...offered(text, offers), ...elsewhere(text, found));
  said ??= note == "common" ? words.common : !count && sieved ? `${say(words.sieved, text)} ${say(words.beyond, beyond || around)}`
    : !count ? text ? say(words.none, text) : words.nothing : found.open ? say(words.over, count) : count == 1 ? words.one : say(words.many, count);
  if (found.unsure) said += ` ${words.unsure}`;
  status.textContent = said;
  list.replaceChildren(...ids.map((number) => entry(number, found.marks)));
  retry.hidden = !again && !failed.length;
  more.hidden = !ids.length || ids.length >= count;
  clear.hidden = !sieved && Boolean(ids.length) || !chosen;
  tools.hidden = retry.hidden && more.hidden && clear.hidden;
  box.removeAttribute("aria-busy");
  return complete(turn);
}

// Says what is still lacking once every result has come or failed.
async function complete(mine) {
  await Promise.all([...list.children].map((item) => filled.get(item)));
  if (mine != turn || !list.querySelector("[data-lost]")) return;
  if (!navigator.onLine) show(notes, ...notes.children, node("p", words.offline));
  retry.hidden = tools.hidden = false;
}

function show(parent, ...children) {
  parent.replaceChildren(...children);
  parent.hidden = !children.length;
}

// A word of the query as it was typed: "Rp1,5 juta" for 1500000.
function typed(text, word) {
  const pieces = text.split(/\s+/).map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  for (let size = 1; size < 4; size++) {
    for (let at = 0; at + size <= pieces.length; at++) {
      const some = pieces.slice(at, at + size).join(" ");
      if (split(some).includes(word)) return some;
    }
  }
  return word;
}

// The query with other words in the place of some of its own.
function replaced(text, pairs) {
  const others = new Map(pairs), other = (own) => own.map((word) => others.get(word) ?? word).join(" ");
  return text.split(/(\s+)/).map((piece) => split(piece).some((word) => others.has(word)) ? other(split(piece)) : piece).join("");
}

function asking(text, change) {
  const link = node("a", text, { href: address({ ...asked, ...change }) });
  link.onclick = (event) => { event.preventDefault(); ask(change); reflect(); field.focus(); };
  return link;
}

function corrected(text, corrections) {
  if (!corrections.length) return [];
  const [before, after] = words.used.split("%s"), line = node("p");
  line.append(before, node("b", replaced(text, corrections)), `${after} `, asking(say(words.exact, text), { exact: true }));
  return [line];
}

function offered(text, offers) {
  return offers.length ? [line(words.maybe, asking(replaced(text, offers), { q: replaced(text, offers) }))] : [];
}

// Where the same question may have an answer: most pages are in Indonesian.
function elsewhere(text, { ids, count }) {
  if (language == "id" || !text || count !== 0 || ids.length) return [];
  return [node("p", node("a", say(words.elsewhere, text), { href: `${root}cari/?${new URLSearchParams({ q: text })}`, hreflang: "id" }))];
}

function line(sentence, link) {
  const [before, after] = sentence.split("%s"), made = node("p", before);
  made.append(link, after);
  return made;
}

// A place in the list, filled when the page's record has come.
const filled = new WeakMap();
function entry(number, marks) {
  const item = node("li", "", { "aria-busy": true });
  filled.set(item, store.record(number).then((record) => fill(item, record, marks), () => {
    item.append(node("p", words.record_failed));
    item.dataset.lost = "";
  })
    .then(() => item.removeAttribute("aria-busy")));
  return item;
}

function fill(item, { a, t, d, y, p }, marks) {
  const link = node("a", "", { href: root + a });
  const heading = node("h2");
  heading.append(link);
  item.append(heading);
  marked(link, t, marks);
  // What the page says where most of the words stand; its description when no part says more.
  const [anchor, head, text] = [["", "", d], ...p].map((piece) => [piece, hits(`${piece[1]} ${piece[2]}`, marks)])
    .reduce((best, next) => next[1] > best[1] ? next : best)[0];
  if (anchor) {
    const line = node("p", "", { class: "results__section" }), deep = node("a", "", { href: `${root}${a}#${encodeURIComponent(anchor)}` });
    marked(deep, head, marks);
    line.append(deep);
    item.append(line);
  }
  const excerpt = node("p");
  marked(excerpt, text || d, marks);
  item.append(excerpt);
  const day = y && new Date(`${y}T00:00Z`);
  if (day && !isNaN(day)) {
    item.append(node("time", day.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" }), { datetime: y }));
  }
}

// --- the words in what is found

const RUN = /[0-9]+(?:[.,][0-9]{1,2})? ?(?:juta|jt|ribu|rb)(?![\p{L}\p{N}])|(?:\+62[- ]?|0)[0-9]{2,4}([- ])[0-9]{3,4}(?:\1?[0-9]{3,5})?(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}]|['’ʼ`](?=[\p{L}\p{N}])|[.,](?=\d{3}(?!\d)))*/giu;
const PART = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/g;

// Where marked words stand in a text: [start, end, word].
function* places(text, marks) {
  for (const run of text.matchAll(RUN)) {
    for (const part of run[0].matchAll(PART)) {
      const start = run.index + part.index, whole = part[0];
      const word = split(whole).find((piece) => marks.has(piece));
      if (!word) continue;
      if (word.length > 2 || whole.length < 3 || !/^[\u3040-\u9fff\uf900-\ufaff]/.test(whole)) yield [start, start + whole.length, word];
      else for (let at = 0; at < whole.length - 1; at++) {
        const pair = fold(whole.slice(at, at + 2));
        if (marks.has(pair)) yield [start + at, start + at + 2, pair];
      }
    }
  }
}

const hits = (text, marks) => new Set([...places(text, marks)].map(([, , word]) => word)).size;

function marked(parent, text, marks) {
  let done = 0, last;
  for (const [start, end] of places(text, marks)) {
    if (last && start <= done) last.append(text.slice(done, end));
    else {
      parent.append(text.slice(done, start));
      last = parent.appendChild(node("mark", text.slice(start, end)));
    }
    done = end;
  }
  parent.append(text.slice(done));
}

// --- the facets

async function facets() {
  const { facets: all } = await store.manifest(), body = node("div", "", { class: "sieve__body" });
  for (const { name, title, values } of all) {
    const group = node("fieldset");
    group.append(node("legend", title));
    const made = values.map(([value, label, count]) => {
      labels.set(value, label);
      const chip = node("label", "", { class: "chip" });
      chip.append(node("input", "", { type: "checkbox", name, value }), node("span", label), node("b", count.toLocaleString(language)));
      return chip;
    });
    group.append(...made.slice(0, VISIBLE));
    if (made.length > VISIBLE) {
      const rest = node("details");
      rest.append(node("summary", say(words.others, made.length - VISIBLE)), ...made.slice(VISIBLE));
      group.append(rest);
    }
    body.append(group);
  }
  const order = node("fieldset");
  order.append(node("legend", words.order), ...[["", words.best], ["terbaru", words.newest]].map(([value, label]) => {
    const chip = node("label", "", { class: "chip" });
    chip.append(node("input", "", { type: "radio", name: "urut", value }), node("span", label));
    return chip;
  }));
  body.append(order);
  sieve.append(body);
  sieve.hidden = false;
  plain();
  const meant = recognised(all);
  if (address({ ...asked, facets: meant }) != address(asked)) {
    asked = { ...asked, facets: meant };
    history.replaceState(history.state, "", address(asked));
    run();
  }
  named = true;
  body.addEventListener("change", ({ target: { type, name, value, checked } }) => {
    if (type == "radio") return ask({ newest: Boolean(value) });
    const others = asked.facets[name].filter((one) => one != value);
    return ask({ facets: { ...asked.facets, [name]: checked ? [...others, value] : others } });
  });
  // The box is the reader's, who may have typed on since the manifest was asked for.
  reflectSieve();
  show(chips, ...removable());
}

// The numbers of pages are those of the whole portal: beside what is asked they would promise too much.
function plain() {
  const narrowed = split(asked.q).length || Object.values(asked.facets).flat().length;
  for (const number of sieve.querySelectorAll(".chip b")) number.hidden = Boolean(narrowed);
}

// The values as the index writes them: a reader may have written a name or a country's code (JP).
function recognised(all) {
  const value = (name, written) => {
    const { values } = all.find((facet) => facet.name == name) ?? { values: [] }, names = [fold(written)];
    try {
      names.push(fold(new Intl.DisplayNames(language, { type: "region" }).of(written.toUpperCase())));
    } catch { /* No code of a region, or an old browser. */ }
    return (values.find(([slug]) => slug == written) ?? values.find(([slug, label]) => names.includes(slug) || names.includes(fold(label))) ?? [written])[0];
  };
  return Object.fromEntries(Object.entries(asked.facets).map(([name, values]) => [name, [...new Set(values.map((one) => value(name, one)))]]));
}

// The form as it is asked.
function reflect() {
  field.value = field.defaultValue = asked.q;
  reflectSieve();
}

function reflectSieve() {
  for (const input of sieve.querySelectorAll("input")) {
    input.checked = input.type == "radio" ? Boolean(input.value) == asked.newest : asked.facets[input.name].includes(input.value);
    if (input.checked && input.closest("details") != sieve) input.closest("details").open = true;
  }
}

function removable() {
  const values = Object.entries(asked.facets).flatMap(([name, all]) => all.map((value) => {
    const label = labels.get(value) ?? (named ? say(words.unknown_filter, clip(value)) : clip(value));
    return chip(label, { facets: { ...asked.facets, [name]: all.filter((one) => one != value) } });
  }));
  return asked.newest ? [...values, chip(words.newest, { newest: false })] : values;
}

// What takes one of the narrowings away.
function chip(label, change) {
  const button = node("button", label, { class: "chip", type: "button", "aria-label": say(words.remove, label) }), item = node("li");
  button.append(node("i", "", { class: "i i-close" }));
  button.onclick = () => {
    ask(change);
    reflect();
    (chips.querySelector("button") ?? sieve.querySelector("summary") ?? field).focus();
  };
  item.append(button);
  return item;
}

// --- the page

let wait;
field.addEventListener("input", () => {
  clearTimeout(wait);
  // The words that begin so travel while the reader is still typing.
  const last = split(field.value).pop() ?? "";
  if (last.length > 1 && last.length < 4) store.settled("words", last).then((so) => so && store.at("words", last)).catch(() => {});
  wait = setTimeout(() => ask({ q: field.value, exact: false }, true), TYPING);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  ask({ q: field.value, exact: asked.exact && field.value == asked.q });
});
const again = () => window.lunr ? run() : location.reload();
retry.addEventListener("click", again);
addEventListener("online", () => retry.hidden || again());
clear.addEventListener("click", () => { ask({ facets: Object.fromEntries(FACETS.map((name) => [name, []])) }); reflect(); field.focus(); });
more.addEventListener("click", async () => {
  const shown = list.children.length;
  want += STEP;
  history.replaceState({ want }, "", location.href);
  await run();
  const item = list.children[shown];
  await filled.get(item);
  item?.querySelector("a")?.focus();
});
addEventListener("popstate", () => {
  asked = read();
  want = history.state?.want ?? STEP;
  reflect();
  run();
});
// Letters typed while this module was on its way are the question; the address waits until there are no more.
if (field == document.activeElement && field.value != asked.q && field.value.trim()) field.dispatchEvent(new Event("input"));
else reflect();
facets().catch(() => {});
run();
if (!asked.q && matchMedia("(pointer: fine)").matches) field.focus();
