// Display, menu, sharing, the table of contents, and reading without a network. Every page is whole without it.
const root = document.documentElement;
const find = (selector) => document.querySelector(selector);

// The scheme: as the device says, unless the reader chose one.
const key = "rantau.scheme";
const dark = matchMedia("(prefers-color-scheme:dark)");
const toggle = find("[data-scheme]");
let chosen = "auto";
try { chosen = localStorage.getItem(key) || chosen; } catch { /* storage may be closed */ }
if (chosen != "default" && chosen != "slate") chosen = "auto";
function paint() {
  root.dataset.mdColorScheme = chosen != "auto" ? chosen : dark.matches ? "slate" : "default";
  toggle.dataset.scheme = chosen;
  toggle.title = `${toggle.dataset.label} (${toggle.dataset[chosen]})`;
  toggle.setAttribute("aria-label", toggle.title);
}
paint();
dark.addEventListener?.("change", paint);
toggle.addEventListener("click", () => {
  // The first press always shows a change: away from what the device says.
  const order = dark.matches ? ["auto", "default", "slate"] : ["auto", "slate", "default"];
  chosen = order[(order.indexOf(chosen) + 1) % 3];
  try { chosen == "auto" ? localStorage.removeItem(key) : localStorage.setItem(key, chosen); } catch { /* not kept */ }
  paint();
});

// The drawer is a dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back.
const drawer = find("#drawer"), opener = find("[data-open]");
if (drawer.showModal) {
  opener.addEventListener("click", () => drawer.showModal());
  drawer.addEventListener("click", (event) => event.target == drawer && drawer.close());
} else opener.remove();

// What is folded is printed whole.
addEventListener("beforeprint", () => { for (const fold of document.querySelectorAll("main details")) fold.open = true; });

// The current section in view, where the row of sections scrolls.
const tab = find(".md-tabs [aria-current]");
if (tab) tab.closest("ul").scrollLeft = tab.offsetLeft - 80;

const copy = find("[data-copy]");
if (copy) {
  const link = copy.dataset.copy || location.href.split("#")[0], said = find(".share__said");
  copy.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(link); } catch { prompt(copy.innerText, link); return; }
    said.textContent = said.dataset.copied;
    setTimeout(() => { said.textContent = ""; }, 4000);
  });
  const native = find("[data-share]"), message = find("[data-here]");
  native.hidden = !navigator.share;
  native.addEventListener("click", () => navigator.share({ title: document.title, url: link }).catch(() => {}));
  if (message) message.href += encodeURIComponent("\n" + link);
}

// Only a table wider than the screen is a stop for the keyboard, and says that there is more of it.
const stops = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((box) => {
  const wide = box.scrollWidth > box.clientWidth;
  if (wide) box.tabIndex = 0; else box.removeAttribute("tabindex");
  box.toggleAttribute("data-wide", wide);
});
stops();
addEventListener("resize", stops);

// The entry of the heading last passed.
const entries = [...document.querySelectorAll(".toc a")];
if (entries.length && "IntersectionObserver" in window) {
  const passed = new Map();
  // The box reaches far above the screen, so a heading counts until the reader scrolls back over it.
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) passed.set(target.id, isIntersecting);
    const last = [...passed.keys()].filter((id) => passed.get(id)).pop();
    for (const entry of entries) entry.setAttribute("aria-current", decodeURIComponent(entry.hash.slice(1)) == last);
  }, { rootMargin: "99999px 0px -80% 0px" });
  for (const entry of entries) {
    const target = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
    if (target) { passed.set(target.id, false); observer.observe(target); }
  }
}

// Suggestions, where a search box is used.
for (const box of document.querySelectorAll("form[data-index] input")) {
  const go = () => import("../search/suggest.js").then((m) => m.attach(box), () => {});
  box == document.activeElement ? go() : box.addEventListener("focus", go, { once: true });
}

// The worker that keeps pages. It has the one policy that the site allows, and the policy this one address.
const worker = new URL("../../sw.js", document.currentScript.src).href;
addEventListener("load", async () => {
  // An editor's preview shows what is there now.
  if (find("[data-pratinjau]")) return;
  try {
    const policy = window.trustedTypes?.createPolicy("rantau", { createScriptURL: () => worker });
    await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : worker);
  } catch { /* an old browser, a closed storage, a site without TLS: nothing is kept */ }
});
