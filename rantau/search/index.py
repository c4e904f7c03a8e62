"""The index of one language, written in one pass over its pages and one over its terms.

The weights are lunr's (BM25 as in lunr.js 2.3.9, `lunr.Builder.createFieldVectors`), but the browser computes them: a shard
holds raw counts, so that a new article changes the shards of its own terms and no other.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rantau.search import memory, shards
from rantau.search.alike import mistakable
from rantau.search.analysis import Analyzer
from rantau.search.memory import Memory
from rantau.search.postings import BOOSTS, FIELDS, FIRST_TIER, K1, NUMBER_BITS, B, Lengths, line, pack, symbol
from rantau.search.records import Entry, fields, record
from rantau.search.words import is_cjk

FORMS = 12
WORDS_LIMIT, POSTS_LIMIT = 8000, 7000
# So many versions stand in the manifest itself; more go into parts of about PARTS_LIMIT bytes.
INLINE, PARTS_LIMIT = 600, 1200
# What JSON writes besides: `"":,` and a line's end about a key, `\\n` behind a word, `"":"abcd",` about a beginning.
_AROUND_POST, _AROUND_WORD, _AROUND_VERSION = 5, 2, 10


class Index:
    """Takes the pages of one language, oldest first, and gives the files of their index.

    With a `store`, the path of a file, the index remembers its last state there and works on what has changed alone.
    """

    def __init__(self, analyzer: Analyzer, store: Path | None = None) -> None:
        self.analyzer = analyzer
        self._store, self._version = store, f"{memory.code()} {analyzer.version}"
        self._before = memory.load(store, self._version) if store is not None else Memory()
        self._now = Memory(posts=self._before.posts, words=analyzer.seen, keys=analyzer.keys)
        analyzer.seen.update(self._before.words)
        analyzer.keys.update(self._before.keys)
        self._lengths = Lengths()
        self._years: list[tuple[int, int]] = []
        self._touched: set[str] = set()

    def add(self, entry: Entry) -> bytes:
        """Indexes a page under the next number; its record is returned and not kept."""
        number, texts = len(self._lengths.fields[0]), fields(entry)
        year = int(entry.day[:4] or 0)
        given = {**entry.facets, "tahun": (entry.day[:4],) if year else ()}
        facets = [f"@{facet}:{value}" for facet, values in given.items() for value in values]
        if self._store is not None:
            self._remember(number, texts, facets)
        else:
            self._lengths.add(self._insert(number, texts, facets))
        if not self._years or self._years[-1][0] != year:
            self._years.append((year, number))
        return _json(record(entry))

    def _remember(self, number: int, texts: Sequence[str], facets: Sequence[str]) -> None:
        before = self._before.pages.get(number)
        data = memory.written(texts, facets)
        if before is not None and before.stamp == memory.stamp(data):
            self._now.pages[number] = before
        else:
            if before is not None:
                self._remove(number, before)
            self._now.pages[number] = memory.page(texts, facets, self._insert(number, texts, facets))
        self._lengths.add(self._now.pages[number].sizes)

    def _insert(self, number: int, texts: Sequence[str], facets: Sequence[str]) -> tuple[int, ...]:
        """Puts a page among the postings; returns its lengths."""
        title, heads, body = (self.analyzer.count(text) for text in texts)
        postings, touched = self._now.posts, self._touched
        above = title.keys() | heads.keys()
        for key, times in body.items():
            # Most keys stand in the body alone.
            posting = pack(number, title.get(key, 0), heads.get(key, 0), times) if key in above else pack(number, 0, 0, times)
            found = postings.get(key)
            if found is None:
                found = postings[key] = array("Q")
            if found and found[-1] > posting:
                found.insert(bisect_left(found, posting), posting)
            else:
                found.append(posting)
        others = above - body.keys()
        rest = {key: pack(number, title.get(key, 0), heads.get(key, 0), 0) for key in others}
        rest |= dict.fromkeys(facets, pack(number, 0, 0, 1))
        for key, posting in rest.items():
            found = postings.setdefault(key, array("Q"))
            found.insert(bisect_left(found, posting), posting)
        if self._store is not None:
            touched.update(body, rest)
        return tuple(sum(counts.values()) for counts in (title, heads, body))

    def _remove(self, number: int, page: memory.Page) -> None:
        """Takes a page out of the postings."""
        texts, facets = page.unpacked()
        keys = {key for text in texts for key in self.analyzer.count(text, -1)} | set(facets)
        for key in keys:
            found = self._now.posts[key]
            del found[bisect_left(found, number << NUMBER_BITS)]
            if not found:
                del self._now.posts[key]
        self._touched |= keys

    def files(self, facets: Sequence[Mapping[str, object]] = ()) -> Iterator[tuple[str, bytes]]:
        """Every file of the index but the records, by its path below the language's folder; the manifest comes last.

        `facets` is passed on in the manifest as it is.
        """
        for number in self._before.pages.keys() - self._now.pages.keys():
            self._remove(number, self._before.pages[number])
        lexicon, vocabulary, posts = self.analyzer.lexicon(), self.analyzer.vocabulary, self._now.posts
        # A reader may write a root, or a form of it, that stands in no text: "ditipu", where all texts say penipuan.
        lexicon |= {key: (key,) for key in posts if key not in lexicon and key[0] not in "=@" and not is_cjk(key)}
        empty = {word for word, keys in lexicon.items() if keys and posts.keys().isdisjoint(keys)}
        present = [word for word, keys in lexicon.items() if keys and word not in empty]
        empty.update(mistakable(vocabulary.roots - lexicon.keys(), present))
        # A concept or its neighbours may stand nowhere.
        near = {key for found in vocabulary.related.values() for key in found}
        held = {key for key in {*vocabulary.concepts.values(), *vocabulary.related, *near} if key in posts}
        held |= {key for key, found in vocabulary.related.items() if held & set(found)}
        manifest: dict[str, object] = {
            "count": len(self._lengths.fields[0]),
            "fields": FIELDS,
            "boosts": BOOSTS,
            "k1": K1,
            "b": B,
            "average": self._lengths.averages(),
            "years": self._years,
            "phrases": [[" ".join(f), key] for f, key in sorted(vocabulary.concepts.items()) if key in held],
            "related": {key: list(near) for key, near in sorted(vocabulary.related.items()) if held & {key, *near}},
            "facets": list(facets),
        }
        seen = self.analyzer.seen
        yield from _sharded("words", _words(lexicon, seen) | {word: word for word in empty}, WORDS_LIMIT, manifest)
        yield from _sharded("ends", _ends(lexicon, seen), WORDS_LIMIT, manifest)
        yield from self._posts(lexicon, manifest)
        yield "manifest.json", _json(manifest)

    def _posts(self, lexicon: Mapping[str, tuple[str, ...]], manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
        before, now = self._before, self._now
        now.rough = self._lengths.rough()
        words = self.analyzer.touched
        # The keys of every word whose number has changed are among them.
        touched = self._touched
        if now.rough != before.rough:
            touched |= {key for key, packed in now.posts.items() if len(packed) > FIRST_TIER}
        forms = _forms(lexicon, self.analyzer.seen)
        signs = tuple([symbol(n) for n in lengths] for lengths in self._lengths.fields)
        for key in sorted(now.posts):
            known = before.lines.get(key) if key not in touched else None
            made = known or line(key, now.posts[key], forms.get(key, ""), self._lengths, signs)
            now.lines[key] = made
            if self._store is None:
                del now.posts[key]
            yield from ((name, text.encode()) for name, text in made[1])
        if self._store is not None:
            changed = touched if before.pages else now.posts.keys()
            memory.save(self._store, self._version, now, before, changed, words if before.pages else now.words.keys())
        yield from _sharded("posts", {key: text for key, (text, _) in now.lines.items()}, POSTS_LIMIT, manifest)


def _words(lexicon: Mapping[str, tuple[str, ...]], seen: Mapping[str, int]) -> dict[str, str]:
    """The word, a capital letter for how often it stands, and its keys unless that is the word itself."""
    return {w: f"{w}{_often(seen.get(w, 0))}{'' if keys == (w,) else '+'.join(keys) or '-'}" for w, keys in lexicon.items()}


def _ends(lexicon: Mapping[str, tuple[str, ...]], seen: Mapping[str, int]) -> dict[str, str]:
    """The words again, backwards, for those who slip at a word's beginning; stop words are nobody's aim."""
    aims = (word for word, keys in lexicon.items() if keys and word in seen and len(word) > 2 and not word.isdigit())
    return {word[::-1]: f"{word[::-1]}{_often(seen[word])}" for word in aims}


def _often(times: int) -> str:
    return chr(65 + min(25, times.bit_length()))


def _forms(lexicon: Mapping[str, tuple[str, ...]], seen: Mapping[str, int]) -> dict[str, str]:
    """The most frequent words of each key, which the page marks in its excerpts; none for a key that is its only word."""
    found: dict[str, list[str]] = {}
    for word, keys in lexicon.items():
        for key in keys:
            if word in seen and key != word:
                found.setdefault(key, []).append(word)
    return {key: " ".join(sorted(sorted(words, key=lambda w: (-seen[w], w))[:FORMS])) for key, words in found.items()}


def _sharded(name: str, lines: dict[str, str], limit: int, manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """The shards of one kind; their versions go into the manifest, or into shards of their own when they are many."""
    write, around = (_object, _AROUND_POST) if name == "posts" else (_list, _AROUND_WORD)
    versions: dict[str, str] = {}
    sizes = [(key, _bytes(lines[key]) + (_bytes(key) if name == "posts" else 0) + around) for key in sorted(lines)]
    for beginning, keys in shards.cut(sizes, limit):
        data = write(keys, lines)
        versions[beginning] = shards.digest(data)
        yield f"{name}/{shards.file_name(beginning, versions[beginning])}", data
    if len(versions) <= INLINE:
        manifest[name] = versions
        return
    parts: dict[str, str] = {}
    for beginning, keys in shards.cut([(key, _bytes(key) + _AROUND_VERSION) for key in sorted(versions)], PARTS_LIMIT):
        data = _json({key: versions[key] for key in keys})
        parts[beginning] = shards.digest(data)
        yield f"{name}/parts/{shards.file_name(beginning, parts[beginning])}", data
    manifest[f"{name}_parts"] = parts


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _object(keys: Iterable[str], lines: Mapping[str, str]) -> bytes:
    return ("{" + ",\n".join(f"{json.dumps(key, ensure_ascii=False)}:{lines[key]}" for key in keys) + "}").encode()


def _list(keys: Iterable[str], lines: Mapping[str, str]) -> bytes:
    return _json("\n".join(lines[key] for key in keys))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
