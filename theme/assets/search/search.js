// The search without a page: an index's folder and a text to the numbers of the pages found.
import { open } from "./store.js";
import { understand } from "./query.js";
import { rank } from "./rank.js";

// `options`: `facets` {name: [values]}, `newest`, `exact` (no corrections), `want` (10), `language`, `completions`, `engine`.
// `ids` are page numbers; `corrections`, `offers` and `begun` as `understand` gives them; `note`: "" or "some" (pages after the first `whole` lack a word), "common" (nothing but stop words).
// Needs the global `lunr`, or `engine`, a promise of it. Throws a Failure when the manifest does not come; single words that failed stand in `failed`.
export async function search(folder, text, options = {}) {
  const store = open(folder), given = { language: folder.split("/").filter(Boolean).pop(), ...options };
  const found = await attempt(store, text, given);
  // The site was published anew since its manifest was read.
  return found.failures.some(({ kind }) => kind == "missing") && await store.renew() ? attempt(store, text, given) : found;
}

async function attempt(store, text, options) {
  const asked = await understand(store, text, options);
  if (asked.partial) await options.pause?.();
  const found = await rank(store, asked, options);
  return {
    ...found,
    note: found.mixed ? "some" : asked.common.length && !asked.groups.length && !found.count ? "common" : "",
    corrections: asked.corrections,
    offers: asked.offers,
    begun: asked.begun,
    unknown: asked.groups.filter(({ keys }) => !keys.size).map(({ typed }) => typed),
    failed: [...new Set([...asked.failed, ...found.failed])],
    failures: [...asked.failures, ...found.failures],
  };
}
