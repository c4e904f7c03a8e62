"""Reads a search index as the browser does: from the manifest on, by the names that docs/decisions/0007-search.md describes."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Counts = tuple[int, int, int]
# The characters in which numbers are written, in the order of their values.
SIGNS = [chr(c) for c in range(35, 127) if chr(c) != "\\"]


@dataclass(frozen=True)
class Tier:
    """Some postings of a key: page -> counts and lengths of its three fields (0 where the key does not stand)."""

    counts: Mapping[int, Counts]
    lengths: Mapping[int, Counts]


@dataclass(frozen=True)
class Posting:
    """All that the index says of a key; `bounds` are the heaviest weights of the tiers after the first."""

    holders: int
    forms: tuple[str, ...]
    tiers: tuple[Tier, ...]
    sizes: tuple[int, ...]
    bounds: tuple[float, ...]

    @property
    def counts(self) -> dict[int, Counts]:
        return {page: counts for tier in self.tiers for page, counts in tier.counts.items()}


class Reader:
    """The index in some files, by their paths below the language's folder."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.manifest: dict[str, Any] = json.loads(files["manifest.json"])
        self.used = {"manifest.json"}

    def keys(self, word: str) -> tuple[str, ...] | None:
        """The keys of a word, None for one that the index does not know."""
        return self.words("words", word).get(word, (0, None))[1]

    def often(self, word: str) -> int:
        """The logarithm of how often a word stands, 0 for never."""
        return self.words("words", word)[word][0]

    def absent(self, word: str) -> bool:
        """Whether a word is known, and that no page has it."""
        return self.words("words", word).get(word) == (0, None)

    def words(self, kind: str, name: str) -> dict[str, tuple[int, tuple[str, ...] | None]]:
        """What the shard of a word holds: how often and keys of each of its words; no keys for one that no page has."""
        found: dict[str, tuple[int, tuple[str, ...] | None]] = {}
        for line in filter(None, (self._shard(kind, name) or "").split("\n")):
            at = next((at for at, c in enumerate(line) if "A" <= c <= "Z"), len(line))
            word, keys = line[:at], line[at + 1 :]
            assert word not in found
            if at == len(line):
                found[word] = 0, None
                continue
            found[word] = ord(line[at]) - 65, () if keys == "-" else tuple(keys.split("+")) if keys else (word,)
        return found

    def posting(self, key: str) -> Posting | None:
        """What the index says of a key that is no facet's."""
        line = (self._shard("posts", key) or {}).get(key)
        if line is None:
            return None
        holders, forms, later, *first = line
        tiers = [_tier(first), *(_tier(self._read(path)) for path, _, _ in later)]
        return Posting(holders, tuple(forms.split()), tuple(tiers), tuple(n for _, n, _ in later), tuple(b for _, _, b in later))

    def pages(self, value: str) -> list[int]:
        """The pages that have a facet's value, which is given by its key."""
        line = (self._shard("posts", value) or {}).get(value)
        return _pages(line[0]) if line else []

    def record(self, number: int) -> dict[str, Any]:
        """The record of a page."""
        found: dict[str, Any] = self._read(f"r/{number}.json")
        return found

    def all_keys(self) -> set[str]:
        """Every key that any shard of postings holds."""
        return {key for path in self.files if path.startswith("posts/") and "/parts/" not in path for key in json.loads(self.files[path])}

    def scores(self, keys: Sequence[str]) -> dict[int, float]:
        """The pages that hold every key, with lunr's scores of them (BM25 of each field, by the length of the query)."""
        postings = [self.posting(key) for key in keys]
        held = [set(p.counts) if p else set() for p in postings]
        both = set.intersection(*held)
        return {page: sum(self._weight(p, page) for p in postings if p) / math.sqrt(len(keys)) for page in both}

    def boost(self, page: int) -> float:
        """What a page's age makes of its weights: the newest year a tenth more than those five years before it."""
        years = self.manifest["years"]
        newest, year = max(y for y, _ in years), next(y for y, first in reversed(years) if first <= page)
        return 1 + 0.1 * max(0.0, 1 - (newest - year if year else 2) / 5)

    def _weight(self, posting: Posting, page: int) -> float:
        m, total = self.manifest, 0.0
        rare = math.log(1 + abs((m["count"] - posting.holders + 0.5) / (posting.holders + 0.5)))
        tier = next(t for t in posting.tiers if page in t.counts)
        for field, (times, size) in enumerate(zip(tier.counts[page], tier.lengths[page], strict=True)):
            if times:
                length = 1 - m["b"] + m["b"] * size / m["average"][field]
                weight = rare * (m["k1"] + 1) * times / (m["k1"] * length + times)
                total += round(weight * m["boosts"][field] * self.boost(page), 3)
        return total

    def _shard(self, kind: str, name: str) -> Any:
        """The shard in which a name would stand: the one with the longest beginning that fits."""
        versions = self.manifest.get(kind)
        if versions is None:
            versions = {}
            parts = self.manifest[f"{kind}_parts"]
            for beginning in _fitting(parts, name):
                part = self._read(f"{kind}/parts/{_file(beginning, parts[beginning])}")
                if _fitting(part, name):
                    versions = part
                    break
        beginnings = _fitting(versions, name)
        return self._read(f"{kind}/{_file(beginnings[0], versions[beginnings[0]])}") if beginnings else None

    def _read(self, path: str) -> Any:
        self.used.add(path)
        return json.loads(self.files[path])


def _fitting(versions: Mapping[str, str], name: str) -> list[str]:
    return sorted((beginning for beginning in versions if name.startswith(beginning)), key=len, reverse=True)


def _file(beginning: str, version: str) -> str:
    plain = (c if c in "0123456789abcdefghijklmnopqrstuvwxyz" else f"_{ord(c):x}." for c in beginning)
    return f"{''.join(plain)}-{version}.json"


def numbers(text: str) -> Iterator[int]:
    """The numbers in a text: digits of base 45, the last of each in the lower 45 signs, the others counted from 1."""
    number = 0
    for sign in text:
        value = SIGNS.index(sign)
        if value < 45:
            yield number * 45 + value
            number = 0
        else:
            number = number * 45 + value - 45 + 1
    assert number == 0, "a number goes on behind the end"


def _pages(steps: str) -> list[int]:
    pages: list[int] = []
    for step in numbers(steps):
        pages.append((pages[-1] if pages else -1) + step + 1)
    return pages


def _tier(columns: Sequence[str]) -> Tier:
    steps, signs, sizes = columns
    pages, size = _pages(steps), numbers(sizes)
    counts: dict[int, Counts] = {}
    lengths: dict[int, Counts] = {}
    rest = iter(signs)
    for page in pages:
        first = SIGNS.index(next(rest))
        times = [0, 0, 0]
        if first < 40:
            times[2] = first + 1
        else:
            for field in range(3):
                if first - 40 >> field & 1:
                    times[field] = _next(rest)
        own = [next(size) if n else 0 for n in times]
        counts[page] = times[0], times[1], times[2]
        lengths[page] = own[0], own[1], own[2]
    assert not list(rest) and not list(size)
    return Tier(counts, lengths)


def _next(signs: Iterator[str]) -> int:
    text = next(signs)
    while SIGNS.index(text[-1]) >= 45:
        text += next(signs)
    return next(numbers(text))
