// Fetches the files of an index, each once, and reads them. The format: docs/decisions/0007-search.md.

// Why a file is not there: "offline" (no answer came), "missing" (the site was published anew in between) or "server".
export class Failure extends Error {
  constructor(kind, file) {
    super(`${kind}: ${file}`);
    this.kind = kind;
  }
}

const stores = new Map();
const DEEPER = 3;

// The store of the index in a folder; all who ask for the same folder share one.
export function open(folder) {
  const base = new URL(folder, document.baseURI).href;
  if (!stores.has(base)) stores.set(base, make(base));
  return stores.get(base);
}

function make(base) {
  const files = new Map();
  let current, visit = 0;

  async function load(path, cache) {
    let answer;
    try {
      answer = await fetch(base + path, { cache, signal: AbortSignal.timeout?.(30000) });
      if (answer.ok) return await answer.json();
    } catch (error) {
      // A host may answer a missing file with its error page.
      throw new Failure(error.name == "SyntaxError" ? "missing" : "offline", path);
    }
    throw new Failure(answer.status == 404 || answer.status == 410 ? "missing" : "server", path);
  }

  // A file and what `read` makes of it; a failure is forgotten, so that it can be tried again.
  function get(path, read = (data) => data, cache = "default", key = path) {
    if (!files.has(key)) {
      const file = load(path, cache).then(read);
      file.catch(() => files.delete(key));
      files.set(key, file);
    }
    return files.get(key);
  }

  function manifest() {
    current ??= get("manifest.json", undefined, "no-cache", `manifest ${visit}`).catch((error) => { current = undefined; throw error; });
    return current;
  }

  // The versions among which the name's shard is.
  async function versions(kind, name) {
    const whole = await manifest();
    if (whole[kind]) return whole[kind];
    const parts = whole[`${kind}_parts`] ?? {};
    for (const beginning of fitting(parts, name)) {
      const part = await get(`${kind}/parts/${file(beginning, parts[beginning])}`);
      if (fitting(part, name).length) return part;
    }
    return {};
  }

  const shard = (kind, beginning, version) => get(`${kind}/${file(beginning, version)}`, READ[kind]);

  return {
    manifest,
    // The shard in which a name would stand.
    async at(kind, name) {
      const all = await versions(kind, name), [beginning] = fitting(all, name);
      return beginning === undefined ? new Map() : shard(kind, beginning, all[beginning]);
    },
    // The shards in which names with this beginning stand: not all of them where they are many.
    async below(kind, name) {
      const all = await versions(kind, name);
      const deeper = Object.keys(all).filter((b) => b.length > name.length && b.startsWith(name)).sort((a, b) => a.length - b.length);
      return Promise.all([...fitting(all, name).slice(0, 1), ...deeper.slice(0, DEEPER)].map((b) => shard(kind, b, all[b])));
    },
    // Whether one shard holds all names with this beginning, so that it may be fetched while the word is being typed.
    async settled(kind, name) {
      return !Object.keys(await versions(kind, name)).some((b) => b.length > name.length && b.startsWith(name));
    },
    tier: (path) => get(path, columns),
    record: (number) => get(`r/${number}.json`, undefined, "no-cache", `r ${visit} ${number}`),
    // Looks for a newer manifest; what is loaded stays, and only what has changed will be fetched again.
    async renew() {
      const before = await manifest();
      visit++;
      current = undefined;
      return JSON.stringify(await manifest()) != JSON.stringify(before);
    },
  };
}

// The beginnings of a name that are keys, the longest first.
function fitting(versions, name) {
  return Object.keys(versions).filter((beginning) => name.startsWith(beginning)).sort((a, b) => b.length - a.length);
}

function file(beginning, version) {
  const plain = [...beginning].map((c) => /[a-z0-9]/i.test(c) && c < "\x7f" ? c : `_${c.codePointAt(0).toString(16)}.`);
  return `${plain.join("")}-${version}.json`;
}

// The words shard's lines: a word, a capital letter for how often it stands, its keys; a known word that no page has stands alone.
function lines(text) {
  const words = new Map();
  for (const line of text.split("\n")) {
    const [, word, often, target] = /^([^A-Z]+)([A-Z]?)(.*)$/.exec(line) ?? [];
    if (word && !often) words.set(word, { word, often: 0, keys: [], absent: true });
    else if (word) words.set(word, { word, often: often.charCodeAt(0), keys: target == "-" ? [] : target ? target.split("+") : [word] });
  }
  return words;
}

const READ = {
  words: lines,
  ends: lines,
  posts: (data) => new Map(Object.entries(data).map(([key, line]) => [key, posting(line)])),
};

function posting(line) {
  let made;
  // Read when it is asked for: a shard holds the postings of many keys.
  return () => made ??= line.length == 1 ? { tiers: [columns(line)], later: [] }
    : { holders: line[0], forms: line[1], later: line[2], tiers: [columns(line.slice(3))] };
}

// Pages, and of each page three counts and three lengths: those of its title, of its heads and of its body.
function columns([steps, counts, lengths]) {
  const pages = numbers(steps);
  for (let at = 0, before = -1; at < pages.length; at++) before = pages[at] += before + 1;
  if (counts === undefined) return { pages };
  const times = new Uint16Array(pages.length * 3), sizes = new Uint32Array(pages.length * 3);
  const all = numbers(lengths), sign = reader(counts);
  for (let at = 0, size = 0; at < times.length; at += 3) {
    const first = digit(counts, sign.at++);
    if (first < 40) {
      times[at + 2] = first + 1;
      sizes[at + 2] = all[size++];
    } else for (let field = 0; field < 3; field++) {
      if (first - 40 >> field & 1) {
        times[at + field] = sign.next();
        sizes[at + field] = all[size++];
      }
    }
  }
  return { pages, times, sizes };
}

const digit = (text, at) => text.charCodeAt(at) - (text.charCodeAt(at) > 92 ? 36 : 35);

function reader(text) {
  return {
    at: 0,
    next() {
      for (let number = -1; ;) {
        const value = digit(text, this.at++);
        number = (number + 1) * 45 + value % 45;
        if (!(value >= 45)) return number;
      }
    },
  };
}

function numbers(text) {
  const found = [], sign = reader(text);
  while (sign.at < text.length) found.push(sign.next());
  return found;
}
