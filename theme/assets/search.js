// The search page's client: fetches the index when the reader first types, ranks with lunr, shows text as text.
const box = document.getElementById("hasil");
const form = document.querySelector("form[role=search]");
const field = form.elements.q;
const [status, note, list] = box.children;
const retry = box.querySelector("[data-retry]"), more = box.querySelector("[data-more]");
const language = document.documentElement.lang;
const others = ["ja/", "en/"];
const step = 20;
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

// Words of letters and digits; Japanese and Chinese, written without spaces, as pairs of letters.
function split(text) {
  const words = [];
  for (const run of text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || []) {
    for (const part of run.match(/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/g)) {
      if (!cjk.test(part) || part.length < 3) words.push(part);
      else for (let i = 0; i < part.length - 1; i++) words.push(part.slice(i, i + 2));
    }
  }
  return words;
}

// The index holds HTML: tags are dropped and entities read here, and what is left is only ever set as text.
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
function plain(html) {
  return html.replace(/<[^>]*>/g, " ").replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name) => {
    if (name[0] != "#") return entities[name] ?? whole;
    const code = name[1] == "x" || name[1] == "X" ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  }).replace(/\s+/g, " ").trim();
}

function engine() {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = box.dataset.engine;
    script.onload = done;
    script.onerror = () => { script.remove(); fail(new Error("engine")); };
    document.head.append(script);
  });
}

// The index holds a record for each section; words are looked for in the whole page, so they may stand in two sections.
function gather(records) {
  const pages = new Map();
  for (const { location, title, keywords, text } of records) {
    const mine = others.find((other) => location.startsWith(other)) ?? "";
    if (mine != (others.includes(`${language}/`) ? `${language}/` : "")) continue;
    const place = location.split("#")[0];
    if (!pages.has(place)) pages.set(place, { title: plain(title), keywords: plain(keywords || ""), parts: [] });
    pages.get(place).parts.push({ location, title: plain(title), text: plain(text || "") });
  }
  return [...pages.values()];
}

async function prepare() {
  const [answer] = await Promise.all([fetch(box.dataset.index), window.lunr || engine()]);
  if (!answer.ok) throw new Error(answer.status);
  const pages = gather((await answer.json()).docs);
  const index = lunr(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref("number");
    this.field("title", { boost: 10 });
    this.field("keywords", { boost: 5 });
    this.field("headings", { boost: 3 });
    this.field("text");
    // An array of tokens is taken as it is: no stemmer, no stop words, no splitting at hyphens.
    pages.forEach(({ title, keywords, parts }, number) => this.add({
      number,
      title: split(title),
      keywords: split(keywords),
      headings: parts.slice(1).flatMap((part) => split(part.title)),
      text: parts.flatMap((part) => split(part.text)),
    }));
  });
  return { pages, index };
}

let ready;
function load() {
  ready ??= prepare().catch((error) => { ready = undefined; throw error; });
  return ready;
}

// Words go into clauses, never into lunr's query language, so its operators mean nothing here.
function ask(index, words, presence) {
  return index.query((query) => words.forEach((word, place) => {
    const last = place == words.length - 1 && word.length > 2 && !cjk.test(word);
    query.term(word, { presence, wildcard: last ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE });
    if (last) query.term(word, { boost: 3 });
  }));
}

// The part of a page that holds most of the words; the page's beginning when parts are equal.
function best({ parts }, words) {
  const held = (part) => {
    const text = `${part.title} ${part.text}`.toLowerCase();
    return words.filter((word) => text.includes(word)).length;
  };
  return parts.reduce((most, part) => held(part) > held(most) ? part : most);
}

function marked(parent, text, words) {
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, "\\$&")).join("|")})`, "giu");
  text.split(pattern).forEach((piece, place) => {
    if (!piece) return;
    const node = place % 2 ? document.createElement("mark") : document.createTextNode(piece);
    if (place % 2) node.textContent = piece;
    parent.append(node);
  });
}

function excerpt(text, words) {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), text.length);
  let from = first == text.length ? 0 : Math.max(0, first - 60);
  if (from) from = text.indexOf(" ", from) + 1 || from;
  const end = from + 180 < text.length ? text.lastIndexOf(" ", from + 180) : text.length;
  return (from ? "… " : "") + text.slice(from, end > from ? end : from + 180) + (end < text.length ? " …" : "");
}

function entry(page, words) {
  const part = best(page, words);
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("h2")).appendChild(document.createElement("a"));
  link.href = box.dataset.root + part.location;
  marked(link, page.title, words);
  if (part != page.parts[0]) {
    const section = item.appendChild(document.createElement("p"));
    section.className = "results__section";
    marked(section, part.title, words);
  }
  marked(item.appendChild(document.createElement("p")), excerpt(part.text, words), words);
  return item;
}

function say(words, query = "") {
  status.textContent = words.replace(/%[sd]/, () => query);
}

let turn = 0;
async function search() {
  const mine = ++turn;
  const typed = field.value.trim();
  const words = split(typed).slice(0, 12);
  const address = new URL(location);
  typed ? address.searchParams.set("q", typed) : address.searchParams.delete("q");
  history.replaceState(null, "", address);
  note.hidden = more.hidden = retry.hidden = true;
  if (!words.length) { list.replaceChildren(); say(typed ? box.dataset.none : box.dataset.idle, typed); return; }
  if (!list.children.length) say(box.dataset.loading);
  let known;
  try { known = await load(); } catch {
    if (mine != turn) return;
    list.replaceChildren();
    say(box.dataset.failed);
    retry.hidden = false;
    return;
  }
  if (mine != turn) return;
  let found = ask(known.index, words, lunr.Query.presence.REQUIRED);
  if (!found.length && words.length > 1) {
    found = ask(known.index, words, lunr.Query.presence.OPTIONAL);
    note.textContent = box.dataset.any;
    note.hidden = !found.length;
  }
  say(found.length > 1 ? box.dataset.many : found.length ? box.dataset.one : box.dataset.none, found.length || typed);
  let shown = 0;
  const show = () => {
    const items = found.slice(shown, shown + step).map(({ ref }) => entry(known.pages[ref], words));
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
    return items[0];
  };
  list.replaceChildren();
  show();
  more.onclick = () => show()?.querySelector("a").focus();
}

let wait;
field.addEventListener("input", () => { load().catch(() => {}); clearTimeout(wait); wait = setTimeout(search, 150); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); search(); });
retry.addEventListener("click", search);
field.value = new URLSearchParams(location.search).get("q") || "";
field.value ? search() : say(box.dataset.idle);
