// The page comes anew when its words change, where the reader was; it says when the preview has stopped, and goes on with it.
const panel = document.querySelector("[data-pratinjau]");
const status = panel.querySelector("[data-status]"), box = panel.querySelector("[data-box]"), main = document.querySelector("main");
const digest = panel.dataset.digest, key = "rantau.preview " + location.pathname;
const kept = (() => { try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; } })();
const keep = (more) => { try { sessionStorage.setItem(key, JSON.stringify({ ...kept, ...more })); } catch { /* not kept */ } };
// A worker of a site that was once served here must not hide a change.
navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()), () => {});
let stream, retry, gone = false, fading;

function say(words, bad = false, passing = 0) {
  clearTimeout(fading);
  status.classList.toggle("pratinjau__status--bad", bad);
  status.textContent = words;
  if (passing) fading = setTimeout(() => { status.textContent = ""; }, passing);
}

if (box) {
  if (typeof kept.open == "boolean") box.open = kept.open;
  box.querySelector("summary").addEventListener("click", () => { kept.open = !box.open; keep({}); });
}
if (kept.reloaded) {
  const { reloaded } = kept;
  delete kept.reloaded;
  keep({});
  // The panel may have become higher or lower: the page's own words stay where they were.
  if (reloaded.y > 0) scrollBy({ top: main.getBoundingClientRect().top - reloaded.top, behavior: "instant" });
  // The browser restores its own place until the page is loaded; before that it may not take over again.
  addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }, 300));
  const counts = box ? " " + box.querySelector("summary").textContent.trim() : "";
  // A live region is read out when it changes, not when it comes with the page.
  setTimeout(() => say(panel.dataset.updated + counts, false, 4000), 150);
}

function renew() {
  keep({ reloaded: { y: scrollY, top: main.getBoundingClientRect().top } });
  history.scrollRestoration = "manual";
  location.reload();
}

function listen() {
  clearTimeout(retry);
  if (stream || document.hidden) return;
  stream = new EventSource(`${panel.dataset.pratinjau}?halaman=${encodeURIComponent(location.pathname)}&sidik=${digest}`);
  stream.addEventListener("open", () => { if (gone) say(""); gone = false; });
  stream.addEventListener("baru", renew);
  stream.addEventListener("sibuk", () => say(panel.dataset.busy));
  stream.addEventListener("tenang", () => { if (status.textContent == panel.dataset.busy) say(""); });
  stream.addEventListener("error", () => {
    leave();
    gone = true;
    say(panel.dataset.lost, true);
    retry = setTimeout(listen, 700);
  });
}
function leave() {
  stream?.close();
  stream = undefined;
}
// A browser opens few connections to one host; a tab that nobody looks at needs none.
document.addEventListener("visibilitychange", () => { clearTimeout(retry); document.hidden ? leave() : listen(); });
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && listen());
listen();
