// Which pages a query finds, and in which order: by lunr, over the postings of the query's keys alone.
const RECENT = .1, YEARS = 5, UNDATED = 2;
const TIERS = 6, SPARE = 20, FEW = 3;

// `facets`: name -> values; a page has one value of each facet that has any. `want`: how many pages in all.
// Gives `ids` and `scores`, the best first; the first `whole` of them hold every word, and `mixed`
// says that others follow. `count` pages have been found, or more
// than that when `open`; `unsure`: a page that was not looked at might belong here; `marks`: the words to mark; `beyond`: how many
// pages hold every word, and `around`: how many hold some, whatever their facets, as far as they are loaded.
// `engine`: a promise of the global `lunr`, which may come after the index.
export async function rank(store, asked, { facets = {}, newest = false, want = 10, engine } = {}) {
  const manifest = await store.manifest(), boosts = recency(manifest);
  const failures = [], failed = new Set(), terms = new Map(), sieves = [];
  const load = async (key, typed) => {
    try {
      return (await store.at("posts", key)).get(key)?.();
    } catch (error) {
      failures.push(error);
      failed.add(typed);
      return undefined;
    }
  };
  // A term: its postings, its weight, and the groups it belongs to as bits.
  const keys = new Map();
  asked.groups.forEach(({ typed, keys: group }, at) => group.forEach((boost, key) => {
    const { mask = 0, boost: other = 0 } = keys.get(key) ?? {};
    keys.set(key, { key, typed, mask: mask | 1 << at, boost: Math.max(boost, other) });
  }));
  await Promise.all([
    ...[...keys.values()].map(async (term) => {
      const found = await load(term.key, term.typed);
      if (found) terms.set(term.key, { ...found, ...term });
    }),
    ...Object.entries(facets).filter(([, values]) => values.length).map(async ([name, values], at) => {
      sieves[at] = new Set();
      for (const value of values) for (const page of (await load(`@${name}:${value}`, value))?.tiers[0].pages ?? []) sieves[at].add(page);
    }),
  ]);
  const list = [...terms.values()].sort((a, b) => a.key < b.key ? -1 : 1);
  // A word that could not be looked up is left out, and the page says so.
  const all = asked.groups.reduce((mask, { typed }, at) => !failed.has(typed) || list.some((term) => term.mask >> at & 1) ? mask | 1 << at : mask, 0);
  const allowed = (page) => sieves.every((sieve) => sieve.has(page));
  const found = { failures, failed: [...failed], marks: marks(asked, list) };
  if (!asked.groups.length) {
    const pages = sieves.length ? [...sieves[0]].filter(allowed).sort((a, b) => b - a) : [];
    return { ...found, ids: pages.slice(0, want), scores: [], whole: pages.length, beyond: 0, around: 0, count: pages.length, mixed: false, open: false, unsure: false };
  }

  const state = { manifest, list, all, allowed, want, newest };
  const order = (a, b) => newest ? b - a : state.sums[b] - state.sums[a] || b - a;
  const gather = () => {
    const sums = state.sums = new Float64Array(manifest.count), masks = state.masks = new Int32Array(manifest.count);
    for (const { tiers, holders, boost, mask } of list) {
      for (const columns of tiers) {
        const weights = weigh(manifest, boosts, holders, columns);
        columns.pages.forEach((page, at) => {
          sums[page] += boost * (weights[at * 3] + weights[at * 3 + 1] + weights[at * 3 + 2]);
          masks[page] |= mask;
        });
      }
    }
    const holders = [...masks.keys()].filter((page) => masks[page]), touched = holders.filter(allowed);
    state.beyond = holders.filter((page) => (masks[page] & all) == all).length;
    state.around = holders.length;
    state.full = touched.filter((page) => (masks[page] & all) == all).sort(order);
    // Where too few pages have every word, the others follow.
    state.part = state.full.length < FEW && asked.groups.length > 1 ? touched.filter((page) => (masks[page] & all) != all).sort(order) : [];
  };
  gather();
  for (let left = TIERS, term; left > 0 && (term = doubtful(state)); left--) {
    try {
      term.tiers = [...term.tiers, await store.tier(term.later[term.tiers.length - 1][0])];
    } catch (error) {
      failures.push(error);
      break;
    }
    gather();
  }
  if (!newest) await engine;
  const { full, part } = state;
  const rest = list.flatMap(({ later, tiers }) => later.slice(tiers.length - 1)), lone = list.length == 1 && !sieves.length;
  const heads = [full, part].map((pages) => pages.slice(0, want + SPARE));
  const scores = newest ? new Map() : judge(manifest, boosts, list, new Set(heads.flat()));
  const score = (page) => Math.round((scores.get(page) ?? 0) * 1e6);
  const ids = heads.flatMap((pages) => newest ? pages : pages.sort((a, b) => score(b) - score(a) || b - a)).slice(0, want);
  return {
    ...found,
    ids,
    scores: ids.map((page) => scores.get(page) ?? 0),
    whole: full.length,
    beyond: state.beyond,
    around: asked.groups.length > 1 ? state.around : state.beyond,
    mixed: part.length > 0,
    // How many pages a single word has is known without loading them.
    count: full.length + part.length + (lone ? rest.reduce((sum, [, size]) => sum + size, 0) : 0),
    open: rest.length > 0 && !lone,
    unsure: Boolean(doubtful(state)),
  };
}

// lunr's boost of a document: by its year, the newest a tenth above those that are five years old.
const known = new WeakMap();
function recency(manifest) {
  if (!known.has(manifest)) {
    const { count, years } = manifest, boosts = new Float64Array(count), newest = Math.max(0, ...years.map(([year]) => year));
    years.forEach(([year, first], at) => {
      const age = year ? newest - year : UNDATED;
      boosts.fill(1 + RECENT * Math.max(0, 1 - age / YEARS), first, years[at + 1]?.[1]);
    });
    known.set(manifest, boosts);
  }
  return known.get(manifest);
}

const idf = ({ count }, holders) => Math.log(1 + Math.abs((count - holders + .5) / (holders + .5)));

// The weights of the postings as lunr.Builder computes them, three of each page.
function weigh(manifest, boosts, holders, columns) {
  if (columns.of != manifest) {
    const { pages, times, sizes } = columns, { k1, b, average } = manifest, rare = idf(manifest, holders);
    columns.of = manifest;
    columns.weights = Float64Array.from(times, (tf, at) => {
      if (!tf) return 0;
      const field = at % 3, score = rare * ((k1 + 1) * tf) / (k1 * (1 - b + b * (sizes[at] / average[field])) + tf);
      return Math.round(score * manifest.boosts[field] * boosts[pages[(at - field) / 3]] * 1000) / 1000;
    });
  }
  return columns.weights;
}

// The term whose next tier may hold a page that belongs among those wanted, or undefined.
function doubtful({ manifest, list, sums, masks, all, allowed, full, part, want, newest }) {
  const open = list.filter((term) => term.later.length >= term.tiers.length).map((term) => [term, bound(manifest, term)]);
  if (!open.length) return undefined;
  const [[most]] = [...open].sort((a, b) => b[1] - a[1]), loose = part.length > 0;
  const last = full[want - 1] ?? part[want - 1 - full.length], least = last === undefined ? -Infinity : newest ? last : sums[last];
  const reachable = open.reduce((mask, [term]) => mask | term.mask, 0), gains = new Map();
  // What the later tiers might add to a page that lacks these groups.
  const gain = (lacking) => open.reduce((sum, [term, weight]) => term.mask & lacking ? sum + weight : sum, 0);
  for (let page = -1; page < masks.length; page++) {
    // Before all pages, one that no loaded tier holds. Every page counts where some words are enough.
    const lacking = all & ~(masks[page] ?? 0);
    if (!(lacking & reachable) || lacking & ~reachable && !loose) continue;
    // A page with every word stands before all others, and with a few such pages no other is listed.
    if (loose && !(lacking & ~reachable) && (page < 0 || allowed(page))) return most;
    if (!gains.has(lacking)) gains.set(lacking, gain(lacking));
    const best = newest ? page < 0 ? Infinity : page : (sums[page] ?? 0) + gains.get(lacking);
    if (best > least && (page < 0 || allowed(page))) return most;
  }
  return undefined;
}

// What the heaviest page of a term's next tier may weigh. Tiers are sorted by rough averages, with a twentieth to spare.
function bound(manifest, { later, tiers, holders, boost }) {
  const rough = manifest.average.map((exact) => exact / Math.max(1, Number((exact - 1e-4).toPrecision(1))) / 1.05);
  return later[tiers.length - 1][2] * Math.max(1, ...rough) * idf(manifest, holders) * (1 + RECENT) * boost + .002;
}

// lunr's scores of some pages: an index of the query's keys and these pages ranks them as the whole one would.
function judge(manifest, boosts, list, pages) {
  const { fields } = manifest, { lunr } = globalThis, invertedIndex = Object.create(null), fieldVectors = Object.create(null);
  list.forEach(({ key, tiers, holders }, _index) => {
    const entry = invertedIndex[key] = { _index, ...Object.fromEntries(fields.map((name) => [name, {}])) };
    for (const columns of tiers) {
      const weights = weigh(manifest, boosts, holders, columns);
      columns.pages.forEach((page, at) => pages.has(page) && fields.forEach((name, field) => {
        if (!columns.times[at * 3 + field]) return;
        entry[name][page] = {};
        const vector = fieldVectors[`${name}/${page}`] ??= new lunr.Vector();
        vector.insert(_index, weights[at * 3 + field]);
      }));
    }
  });
  const tokenSet = lunr.TokenSet.fromArray(Object.keys(invertedIndex).sort());
  const index = new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields, pipeline: new lunr.Pipeline() });
  // Keys go into clauses, never into lunr's query language.
  const hits = index.query((query) => list.forEach(({ key, boost }) => query.term(key, { boost, usePipeline: false })));
  return new Map(hits.map(({ ref, score }) => [Number(ref), score]));
}

function marks({ words, common }, list) {
  return new Set([...words.filter((word) => !common.includes(word)), ...list.flatMap(({ key, forms }) => forms ? forms.split(" ") : key)]);
}
