// From what a reader typed to the groups of keys that a page must have: one key of every group.
import { isCjk, split } from "./words.js";
import { corrected, stripped } from "./spelling.js";

const CHARACTERS = 200, WORDS = 12, COMPLETIONS = 12, GROUPS = 24, PHRASE = 3;
const NEAR = .4;

// `groups`: `typed`, and `keys` with the weight of each; none for a word that no page holds. `corrections`: [typed, used], and
// `offers`: [typed, look-alike] of words that are left as they are. `common`: stop words. `partial`: whether the last word was
// taken for a beginning, `begun`: that word if it is one of its own. `failed`: words whose files did not come.
export async function understand(store, text, { exact = false, language = "id", completions = COMPLETIONS } = {}) {
  const { phrases, related } = await store.manifest(), concepts = new Map(phrases);
  const words = split([...text].slice(0, CHARACTERS).join("")).slice(0, WORDS);
  const asked = { words, groups: [], corrections: [], offers: [], failed: [], failures: [], common: [], partial: false, begun: "" };
  const find = async (word) => (await store.at("words", word)).get(word);

  // A page has the concept or every word itself: both where each group holds the concept and one of the words.
  async function phrase(piece) {
    const concept = concepts.get(piece.join(" ")), keys = [concept, ...related[concept] ?? []];
    const entries = piece.length > PHRASE ? [] : await Promise.all(piece.map(find));
    const groups = entries.flatMap((entry) => !entry || entry.absent ? [[]] : entry.keys.map((key) => [key]));
    return (groups.length ? groups : [[]]).map((own) => new Map([...[...keys, ...own].map((key) => [key, NEAR]), [concept, 1]]));
  }

  async function meant(piece, last) {
    const typed = piece.join(" "), single = (keys) => [new Map(keys.map((key) => [key, 1]))];
    if (concepts.has(typed)) return { keys: await phrase(piece) };
    if (isCjk(typed)) return { keys: single(typed.length > 1 ? [typed] : await pairs(store, typed)) };
    const entry = await find(typed), each = ({ keys }) => ({ keys: keys.map((key) => new Map([[key, 1]])), common: !keys.length });
    const all = async (found) => concepts.has(found.word) ? { keys: await phrase([found.word]) } : each(found);
    if (entry && !entry.absent) return each(entry);
    if (last && typed.length > 2) {
      const found = (await beginning(store, typed)).filter(({ keys }) => keys.length == 1).map(({ keys }) => keys[0]);
      const keys = [...new Set(found)].slice(0, completions);
      if (keys.length) return { keys: single(keys), partial: true, begun: entry?.word };
    }
    const root = entry ?? await stripped(store, typed, language);
    if (root && !root.absent) return all(root);
    const better = exact ? undefined : await corrected(store, typed);
    // What is a word of its own is never replaced.
    return better?.sure && !root ? { used: better.word, ...await all(better) } : { keys: single([]), offer: better?.word };
  }

  const seen = new Set();
  for (const { typed, error, keys, used, offer, common, partial, begun } of await Promise.all(cut(words, concepts).map(async (piece, at, all) => {
    const typed = piece.join(" ");
    return meant(piece, at == all.length - 1).then((found) => ({ typed, ...found }), (error) => ({ typed, error }));
  }))) {
    if (error) {
      asked.failed.push(typed);
      asked.failures.push(error);
      continue;
    }
    if (used) asked.corrections.push([typed, used]);
    if (offer) asked.offers.push([typed, offer]);
    if (common) asked.common.push(typed);
    asked.partial ||= Boolean(partial);
    asked.begun ||= begun ?? "";
    for (const group of keys) {
      const name = [...group.keys()].join(" ");
      if (!seen.has(name) && asked.groups.length < GROUPS) asked.groups.push({ typed, keys: group });
      if (name) seen.add(name);
    }
  }
  return asked;
}

// The words in pieces: the longest phrases that name a concept, and single words.
function cut(words, concepts) {
  const longest = Math.max(1, ...[...concepts.keys()].map((phrase) => phrase.split(" ").length)), pieces = [];
  for (let at = 0; at < words.length;) {
    let size = Math.min(longest, words.length - at);
    while (size > 1 && !concepts.has(words.slice(at, at + size).join(" "))) size--;
    pieces.push(words.slice(at, at += size));
  }
  return pieces;
}

// The words with a beginning, the most frequent first.
export async function beginning(store, letters) {
  const shards = await store.below("words", letters);
  return shards.flatMap((shard) => [...shard.values()].filter(({ word }) => word.startsWith(letters)))
    .sort((a, b) => b.often - a.often || (a.word < b.word ? -1 : 1)).slice(0, COMPLETIONS);
}

// The pairs of letters that begin with one letter.
async function pairs(store, letter) {
  const shards = await store.below("posts", letter);
  return shards.flatMap((shard) => [...shard.keys()].filter((key) => key.startsWith(letter))).sort().slice(0, COMPLETIONS);
}
