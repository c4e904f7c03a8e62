// A country's pages, fetched on purpose: how much that is, what is missing or has changed, and how it goes again.
// The worker (sw.js) reads what this writes; both know the names of the caches and of the headers.
const box = document.querySelector("[data-paket]"), part = (name) => box.querySelector(name);
const said = part("[data-said]"), bar = part("progress"), save = part("[data-save]"), remove = part("[data-remove]");
const words = JSON.parse(part("[data-words]").content.textContent), language = document.documentElement.lang;
const base = new URL("../../", import.meta.url).href, here = location.href.split(/[?#]/)[0];
const name = `rantau ${new URL(base).pathname} 1 paket ${here.slice(base.length)}`, list = here + "paket.json";
const KEPT = "x-rantau-kept", BYTES = "x-rantau-bytes", TITLE = "x-rantau-title", DIGEST = "x-rantau-digest";
const CODE = /(?:src|href)="([^"]*assets\/(?:stylesheets|scripts)\/[^"]+)"/g;
const ATONCE = 3;
class Changed extends Error {}

const size = (bytes) => bytes < 1e6 ? `${Math.ceil(bytes / 1000).toLocaleString(language)} kB` : `${(bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })} MB`;
const fill = (text, ...values) => values.reduce((whole, value) => whole.replace("%s", value), text);
const total = (entries) => entries.reduce((bytes, entry) => bytes + entry[2], 0);

function show(text, offer = "", removable = false) {
  said.textContent = text;
  if (offer) save.textContent = offer;
  save.hidden = !offer;
  remove.hidden = !removable;
  bar.hidden = true;
}

// The list as it is now, and which of it the phone has; without a network, the list that was saved.
async function look() {
  const stored = await caches.has(name) ? await caches.open(name) : null, done = stored && await stored.match(list);
  let offered;
  try {
    const answer = await fetch(list, { cache: "no-cache" });
    offered = answer.ok ? await answer.json() : null;
  } catch { /* no network */ }
  const pack = offered || (done && await done.clone().json()), all = pack ? [...pack.files, ...pack.pages] : [];
  const digests = new Map();
  if (stored) for (const { url } of await stored.keys()) digests.set(url, (await stored.match(url, { ignoreVary: true })).headers.get(DIGEST));
  const missing = all.filter(([path, digest]) => digests.get(base + path) != digest);
  return { pack, offered, all, missing, begun: digests.size > 0, done };
}

async function state() {
  const { pack, offered, all, missing, begun, done } = await look();
  if (!pack) return show(words.unknown, "", begun);
  const whole = fill(words.count, pack.pages.length, size(total(all))), more = size(total(missing));
  if (done && (!missing.length || !offered)) {
    const day = new Date(+done.headers.get(KEPT)).toLocaleDateString(language, { dateStyle: "long" });
    show(`${fill(words.saved, day)} ${whole}`, "", true);
  } else if (done) show(fill(words.changed, more), fill(words.update, more), true);
  else if (begun) show(fill(words.partly, more), fill(words.resume, more), true);
  else show(whole, fill(words.save, size(total(all))));
}

async function fetched(cache, pack, [path, digest]) {
  const url = base + path, answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Changed();
  const body = await answer.blob(), headers = new Headers(answer.headers);
  const more = { [KEPT]: Date.now(), [BYTES]: body.size, [DIGEST]: digest };
  if (pack.pages.some((page) => page[0] == path)) {
    const html = await body.text(), known = new Set(pack.files.map((file) => base + file[0]));
    // The site was published anew since the list came: this page asks for code that the list does not have.
    for (const [, used] of html.matchAll(CODE)) if (!known.has(new URL(used, url).href)) throw new Changed();
    more[TITLE] = encodeURIComponent((/<title>([^<]*)/.exec(html) || ["", path])[1].replace(/ · [^·]*$/, ""));
  }
  for (const header of ["content-encoding", "content-length"]) headers.delete(header);
  for (const [header, value] of Object.entries(more)) headers.set(header, value);
  await cache.put(url, new Response(body, { headers }));
}

async function download(again = true) {
  const { offered, all, missing } = await look();
  if (!offered) throw new TypeError();
  const cache = await caches.open(name), pages = new Set(offered.pages.map(([path]) => path));
  Object.assign(bar, { hidden: false, max: total(missing) || 1, value: 0 });
  let left = [];
  const work = async () => {
    for (let entry; (entry = left.shift());) {
      await fetched(cache, offered, entry);
      bar.value += entry[2];
    }
  };
  try {
    // A page comes when its code and pictures are there.
    for (const last of [false, true]) {
      left = missing.filter(([path]) => pages.has(path) == last);
      await Promise.all(Array.from({ length: ATONCE }, work));
    }
  } catch (error) {
    left.length = 0;
    if (error instanceof Changed && again) return download(false);
    throw error;
  }
  const wanted = new Set(all.map(([path]) => base + path));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  const headers = { "content-type": "application/json", [KEPT]: Date.now() };
  await cache.put(list, new Response(JSON.stringify(offered), { headers }));
}

save.addEventListener("click", async () => {
  save.disabled = true;
  said.textContent = words.working;
  // What was saved on purpose should outlast a phone that tidies up.
  navigator.storage?.persist?.().catch(() => {});
  let problem = "";
  try {
    await download();
  } catch (error) {
    problem = error.name == "QuotaExceededError" ? words.full : words.broken;
  }
  save.disabled = false;
  await state();
  if (problem) said.textContent = `${problem} ${said.textContent}`;
  else remove.focus();
});

remove.addEventListener("click", async () => {
  await caches.delete(name);
  await state();
  (save.hidden ? box.querySelector("a") : save).focus();
});

navigator.serviceWorker?.ready.then(() => {
  box.hidden = false;
  // The size is looked up when a reader comes near it.
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    state();
  });
  near.observe(box);
});
