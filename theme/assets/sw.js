// The worker: keeps the pages that a reader opens, each with the code of its own build, and shows them when the network
// does not answer. RANTAU comes from rantau/outputs/worker.py. Described in docs/decisions/0022-offline.md.
const BASE = registration.scope;
// All sites of a host share one storage; theme/assets/paket.js knows these names too.
const OWN = `rantau ${new URL(BASE).pathname} `, LAYOUT = OWN + "1 ";
const PAGES = LAYOUT + "halaman", FILES = LAYOUT + "berkas", PACK = LAYOUT + "paket ";
const KEPT = "x-rantau-kept", BYTES = "x-rantau-bytes", TITLE = "x-rantau-title", USES = "x-rantau-uses";
// Milliseconds: how long the network may take where there is a copy, and how old a file must be before it can be in nobody's way.
const PATIENCE = 4000, YOUNG = 600000;
const MOST = 40, ROOM = 6000000;
const CODE = /^assets\/(?:stylesheets|scripts)\//, LIST = /^(?:(\w\w)\/)?luring\/$/, OTHER = /^(?:\w\w\/)?(?:cari|luring)\/$/;

const plain = (url) => url.split(/[?#]/)[0];
const number = (response, name) => +response.headers.get(name) || 0;
const spoken = (url) => { const language = url.slice(BASE.length, BASE.length + 2); return url[BASE.length + 2] == "/" && RANTAU.words[language] ? language : "id"; };

// --- what is kept

const names = async (start) => (await caches.keys()).filter((name) => name.startsWith(start));

// The newest copy of an address.
async function kept(url) {
  let best;
  for (const name of await names(LAYOUT)) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found && !(best && number(best, KEPT) >= number(found, KEPT))) best = found;
  }
  return best;
}

function stamped(body, response, more) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  for (const [name, value] of Object.entries({ [KEPT]: Date.now(), [BYTES]: body.size, ...more })) headers.set(name, value);
  return new Response(body, { headers });
}

async function put(name, url, response) {
  try {
    await (await caches.open(name)).put(url, response);
  } catch {
    // The phone is full: half of what was opened goes.
    await tidy(MOST / 2).catch(() => {});
  }
}

// Code never changes under its name, so a copy is as good as the network; those who ask at the same time get one answer.
const running = new Map();
function code(url, how) {
  const found = running.get(url) || fetched(url, how).finally(() => running.delete(url));
  running.set(url, found);
  return found.then((response) => response.clone());
}
async function fetched(url, how) {
  const old = await kept(url);
  if (old) return old;
  const answer = await fetch(url, how);
  if (answer.ok) await put(FILES, url, stamped(await answer.clone().blob(), answer));
  return answer;
}

async function picture(event, url) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.type == "basic") event.waitUntil(hold(url, answer.clone()));
    return answer;
  } catch {
    return await kept(url) || await otherWidth(url) || Response.error();
  }
}
async function hold(url, answer) {
  const old = await (await caches.open(FILES)).match(url, { ignoreVary: true });
  const same = (name) => answer.headers.get(name) && old.headers.get(name) == answer.headers.get(name);
  if (!old || !(same("etag") || same("last-modified"))) await put(FILES, url, stamped(await answer.blob(), answer));
}
async function otherWidth(url) {
  const path = url.slice(BASE.length).replace(/^gambar\/\d+\//, "");
  for (const width of RANTAU.widths) {
    const found = await kept(`${BASE}gambar/${width}/${path}`);
    if (found) return found;
  }
  return kept(BASE + path);
}

// Keeps a page whose code is kept as well; `how` it is asked for.
async function keep(url, answer, how) {
  if (answer.status == 404 || answer.status == 410) return (await caches.open(PAGES)).delete(url);
  if (!answer.ok || answer.type != "basic" || OTHER.test(url.slice(BASE.length))) return;
  const body = await answer.blob(), html = await body.text();
  // An address that has moved, or a page of somebody else.
  if (!html.includes(' id="isi"')) return;
  const asked = new Set();
  for (const [, list] of html.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g))
    for (const part of list.split(/,\s+/)) {
      const used = plain(new URL(part.split(" ")[0], url).href);
      if (used.startsWith(BASE) && /\.(?:css|js|svg|jpe?g|png|webp|gif)$/.test(used)) asked.add(used.slice(BASE.length));
    }
  for (const path of asked)
    if (CODE.test(path)) {
      if (!(await code(BASE + path, how)).ok) return;
    } else if (how) {
      const shown = await fetch(BASE + path, how).catch(() => null);
      if (shown && shown.ok) await hold(BASE + path, shown);
    }
  const title = (/<title>([^<]*)/.exec(html) || ["", url])[1].replace(RANTAU.end, "");
  await put(PAGES, url, stamped(body, answer, { [TITLE]: encodeURIComponent(title), [USES]: [...asked].join(" ") }));
  await tidy(MOST);
}

async function entries(name) {
  const cache = await caches.open(name), found = [];
  for (const { url } of await cache.keys()) {
    const response = await cache.match(url, { ignoreVary: true });
    if (response) found.push([url, response]);
  }
  return found.sort(([, a], [, b]) => number(b, KEPT) - number(a, KEPT));
}

// The oldest pages go, and then the files that no page uses.
async function tidy(most) {
  const pages = await caches.open(PAGES), files = await caches.open(FILES), listed = await entries(FILES);
  const sizes = new Map(listed.map(([url, response]) => [url.slice(BASE.length), number(response, BYTES)]));
  const used = new Set();
  let count = 0, bytes = 0;
  for (const [url, response] of await entries(PAGES)) {
    const uses = response.headers.get(USES).split(" ");
    bytes += number(response, BYTES) + uses.reduce((sum, path) => sum + (used.has(path) ? 0 : sizes.get(path) || 0), 0);
    count += 1;
    if (count > most || bytes > ROOM) await pages.delete(url);
    else uses.forEach((path) => used.add(path));
  }
  for (const [url, response] of listed)
    if (!used.has(url.slice(BASE.length)) && Date.now() - number(response, KEPT) > YOUNG) await files.delete(url);
}

// --- what a reader gets

const PAUSE = Symbol("pause");
const asked = async (event) => (await event.preloadResponse) || fetch(event.request);

async function page(event, url) {
  const network = asked(event);
  const answer = network.catch(() => null);
  const old = await kept(url);
  const first = await Promise.race([answer, ...(old ? [new Promise((done) => setTimeout(done, PATIENCE, PAUSE))] : [])]);
  if (first && first != PAUSE) {
    if (first.status >= 500 && old) return noted(url, old, "failing");
    event.waitUntil(keep(url, first.clone()).catch(() => {}));
    return first;
  }
  // What is on its way will be there the next time.
  if (first == PAUSE) event.waitUntil(answer.then((late) => late && keep(url, late)).catch(() => {}));
  return old ? noted(url, old, first == PAUSE ? "slow" : "offline") : list(url, false);
}

const day = (time, url) => new Date(time).toLocaleString(spoken(url), { dateStyle: "long", timeStyle: "short" });

async function noted(url, old, why) {
  const words = RANTAU.words[spoken(url)], saved = words.saved.replace("%s", day(number(old, KEPT), url));
  const note = `<div class="md-grid"><p class="notice notice--archived" role="note"><i class="i"></i><span><strong>${words[why]}</strong> ${saved} <a href="${listed(url)}">${words.all}</a></span></p></div>`;
  const html = (await old.text()).replace(/<main\b[^>]*>/, (main) => main + note);
  return new Response(html, { headers: old.headers });
}

const listed = (url) => BASE + (spoken(url) == "id" ? "" : spoken(url) + "/") + "luring/";
const size = (bytes, url) => bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toLocaleString(spoken(url), { maximumFractionDigits: 1 })} MB`;
const sum = (found) => found.reduce((bytes, [, response]) => bytes + number(response, BYTES), 0);
const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The list stands alone, because nobody knows of which build the stylesheet on the phone is.
const STYLE = `:root{color-scheme:light dark;--a:#0a5a50;--b:#d9e2e0}
@media(prefers-color-scheme:dark){:root{--a:#74d6c2;--b:#2a3936}}
body{max-width:40em;margin:auto;padding:0 16px 40px;font:17px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header{padding:8px 0;border-bottom:1px solid var(--b)}
h1{font-size:1.4em;line-height:1.25}
h2{margin:1.5em 0 0;font-size:1.1em}
a,summary{color:var(--a)}
p a,li a,header a{display:inline-block;padding:10px 0;font-weight:600}
ul{margin:0;padding:0;list-style:none}
li{padding:4px 0 10px;border-bottom:1px solid var(--b)}
small{display:block}
summary{margin-top:16px;padding:10px 0;cursor:pointer}
button{min-height:44px;margin-top:6px;padding:6px 16px;font:inherit;font-weight:700;color:var(--a);background:none;border:2px solid;border-radius:12px}`;

// What is kept, without a script: also the answer for a page that is not.
async function list(url, wanted) {
  const words = RANTAU.words[spoken(url)], pages = await entries(PAGES), packs = [];
  let bytes = sum(pages) + sum(await entries(FILES));
  for (const name of await names(PACK)) {
    const found = await entries(name), address = name.slice(PACK.length), whole = sum(found);
    const title = (found.find(([one]) => one == BASE + address) || [0, new Response()])[1].headers.get(TITLE);
    bytes += whole;
    packs.push(`<li><a href="${safe(BASE + address)}">${title ? decodeURIComponent(title) : safe(address)}</a> <small>${words.room.replace("%s", size(whole, url))}</small><button name="paket" value="${safe(address)}">${words.remove}</button></li>`);
  }
  const line = ([one, response]) => `<li><a href="${safe(one)}">${decodeURIComponent(response.headers.get(TITLE))}</a> <small>${day(number(response, KEPT), url)}</small></li>`;
  const again = wanted ? "" : `<p>${words.missing} <a href="${safe(url)}">${words.again}</a></p>`;
  const part = (heading, lines) => lines.length ? `<h2>${heading}</h2><ul>${lines.join("")}</ul>` : "";
  const all = pages.length + packs.length ? `<details><summary>${words.clear} (${size(bytes, url)})</summary><p>${words.sure}</p><button name="semua" value="1">${words.yes}</button></details>` : `<p>${words.nothing}</p>`;
  const nonce = [...crypto.getRandomValues(new Uint32Array(4))].join("");
  const title = wanted ? words.title : words.lost;
  return new Response(`<!doctype html><html lang="${spoken(url)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${RANTAU.site}</title><style nonce="${nonce}">${STYLE}</style></head><body><header><a href="${listed(url).replace(/luring\/$/, "")}">${RANTAU.site}</a></header><main id="luring"><h1>${title}</h1>${again}<form method="post" action="${listed(url)}">${part(words.packs, packs)}${part(words.pages, pages.map(line))}${all}</form><p><small>${words.version} ${RANTAU.version}</small></p></main></body></html>`, {
    status: wanted ? 200 : 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "strict-origin-when-cross-origin",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  });
}

async function removed(request) {
  // Another site's form must not empty a phone.
  if (request.referrer.startsWith(BASE)) {
    const form = await request.formData();
    for (const name of form.get("semua") ? await names(OWN) : [PACK + form.get("paket")]) await caches.delete(name);
  }
  return Response.redirect(plain(request.url), 303);
}

// --- events

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await names(OWN)) if (!name.startsWith(LAYOUT)) await caches.delete(name);
  if (registration.navigationPreload) await registration.navigationPreload.enable();
  await clients.claim();
  // The page that brought the worker was here before it; the browser still has it, and is asked for nothing else.
  for (const { url } of await clients.matchAll()) {
    const how = { cache: "only-if-cached", mode: "same-origin" };
    await fetch(plain(url), how).then((answer) => keep(plain(url), answer, how)).catch(() => {});
  }
})()));

addEventListener("fetch", (event) => {
  const { request } = event, url = plain(request.url), path = url.slice(BASE.length);
  if (!url.startsWith(BASE) || /^(?:admin|_pratinjau|gambar\/kode)\//.test(path)) return;
  if (request.mode == "navigate") {
    if (LIST.test(path)) {
      event.respondWith(request.method == "POST" ? removed(request) : list(url, true));
      event.waitUntil(Promise.resolve(event.preloadResponse).catch(() => {}));
    } else if (request.method == "GET" && /(?:^|\/|\.html)$/.test(path)) event.respondWith(page(event, url));
  } else if (request.method == "GET") {
    if (CODE.test(path)) event.respondWith(code(url));
    else if (request.destination == "image") event.respondWith(picture(event, url));
  }
});
