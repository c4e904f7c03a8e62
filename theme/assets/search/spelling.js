// What a reader may have meant by a word that no page holds.
const ROWS = [["qwertyuiop", 0], ["asdfghjkl", .5], ["zxcvbnm", 1.5]];
const KEYS = new Map(ROWS.flatMap(([row, shift], y) => [...row].map((letter, x) => [letter, [x + shift, y]])));

function near(a, b) {
  const [p, q] = [KEYS.get(a), KEYS.get(b)];
  return p && q && Math.abs(p[0] - q[0]) <= 1 && Math.abs(p[1] - q[1]) <= 1;
}

// How the typed word slipped from the meant one: 0 by two letters swapped, a letter doubled or halved, or the key beside;
// 1 by a letter left out, 2 by any other single letter; undefined where it takes more than one.
export function slip(typed, meant) {
  const longer = typed.length - meant.length;
  if (longer < -1 || longer > 1 || typed == meant) return undefined;
  let at = 0;
  while (at < typed.length && typed[at] == meant[at]) at++;
  if (longer == 1) return typed.slice(at + 1) != meant.slice(at) ? undefined : typed[at] == typed[at - 1] ? 0 : 2;
  if (longer == -1) return typed.slice(at) != meant.slice(at + 1) ? undefined : meant[at] == meant[at - 1] ? 0 : 1;
  if (typed.slice(at + 1) == meant.slice(at + 1)) return near(typed[at], meant[at]) ? 0 : 2;
  return typed[at] == meant[at + 1] && typed[at + 1] == meant[at] && typed.slice(at + 2) == meant.slice(at + 2) ? 0 : undefined;
}

const better = (a, b) => a.rank - b.rank || b.often - a.often || (a.word < b.word ? -1 : 1);
const mirrored = (word) => [...word].reverse().join("");

// Whether nobody would have meant the typed word itself: the shorter it is, the more words look like it.
const sure = (typed, { rank, word }) => typed.length > 5 || rank < 2 && (typed.length > 4 || typed[0] == word[0]);

// The entry of the word from which the typed one is one slip away, and whether that is `sure`, or undefined: among the words
// with the same beginning and those with the same end, then among those with the first two letters swapped.
export async function corrected(store, typed) {
  if (typed.length < 4 || /\p{N}/u.test(typed)) return undefined;
  const found = [];
  const consider = (word, often) => {
    const rank = slip(typed, word);
    if (rank !== undefined && word.length > 2) found.push({ word, often, rank });
  };
  const [heads, ends] = await Promise.all([store.at("words", typed), store.at("ends", mirrored(typed))]);
  for (const { word, often, keys } of heads.values()) if (keys.length) consider(word, often);
  for (const { word, often } of ends.values()) consider(mirrored(word), often);
  if (!found.length) {
    const swapped = (await store.at("words", typed[1] + typed[0])).get(typed[1] + typed[0] + typed.slice(2));
    if (swapped?.keys.length) return { ...swapped, sure: true };
  }
  const [best] = found.sort(better);
  return best && { ...(await store.at("words", best.word)).get(best.word), sure: sure(typed, best) };
}

const SUFFIXES = {
  id: ["nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i"],
  en: ["s", "es", "ed", "ing", "ly", "ment"],
};
// Prefix -> the letters that it may have swallowed.
const PREFIXES = {
  id: { di: "", ter: "", ber: "", be: "", ke: "", se: "", memper: "", diper: "", per: "", menge: "", penge: "", meng: "k", peng: "k",
    meny: "s", peny: "s", mem: "p", pem: "p", men: "t", pen: "t", me: "", pe: "" },
  en: {},
};
const SHARDS = 3;

// The entry of the longest word that is left when affixes are taken away, or undefined. One letter more is less than a page that
// has the word (mengurus: urus, kurus).
export async function stripped(store, typed, language) {
  const suffixes = SUFFIXES[language] ?? [], found = new Set();
  const ends = (word) => suffixes.filter((s) => word.endsWith(s)).map((s) => word.slice(0, -s.length));
  const heads = [typed, ...ends(typed)];
  for (const head of [...heads, ...heads.slice(1).flatMap(ends)]) {
    found.add(head);
    for (const [prefix, swallowed] of Object.entries(PREFIXES[language] ?? {})) {
      if (!head.startsWith(prefix)) continue;
      const rest = head.slice(prefix.length);
      found.add(rest);
      if (/^[aeiou]/.test(rest) && swallowed) found.add(swallowed + rest);
    }
  }
  found.delete(typed);
  const places = new Map();
  for (const word of [...found].filter((w) => w.length > 3).sort((a, b) => b.length - a.length)) {
    const first = word.slice(0, 2);
    places.set(first, [...places.get(first) ?? [], word]);
  }
  const entries = await Promise.all([...places.values()].slice(0, SHARDS).flat().map(async (w) => (await store.at("words", w)).get(w)));
  const known = entries.filter((entry) => entry?.keys.length || entry?.absent)
    .sort((a, b) => b.word.length + !b.absent - a.word.length - !a.absent || !b.absent - !a.absent || b.often - a.often);
  return known[0];
}
