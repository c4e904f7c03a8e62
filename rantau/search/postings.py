"""Postings: which pages hold a key, how often in which field; packed in memory, and as the text of a shard.

In memory a posting is a number of 64 bits: the page's number, then the counts in body, heads and title. As text, numbers
are written in printable characters that JSON leaves as they are.
"""

import json
from array import array
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from rantau.search import shards

FIELDS = ("title", "heads", "body")
BOOSTS = (10, 3, 1)
K1, B = 1.2, 0.75
FIRST_TIER = 2000
NUMBER_BITS = 40
# Every character that JSON writes as it is, from "#" on, but the backslash.
_SYMBOLS = [chr(c) for c in range(35, 127) if c != 92]
_BASE = 45
_MOST = (1 << 12) - 1
_SHIFTS, _MASKS = (0, 12, 24), (_MOST, _MOST, 0xFFFF)


def pack(number: int, title: int, heads: int, body: int) -> int:
    """A posting of a page; counts beyond the room of a field are cut."""
    if not title and not heads and body <= 0xFFFF:
        return number << NUMBER_BITS | body << 24
    return number << NUMBER_BITS | min(body, 0xFFFF) << 24 | min(heads, _MOST) << 12 | min(title, _MOST)


class Lengths:
    """How many keys each field of each page has."""

    def __init__(self) -> None:
        self.fields: tuple[array[int], ...] = tuple(array("L") for _ in FIELDS)

    def add(self, sizes: Sequence[int]) -> None:
        """The lengths of the next page."""
        for lengths, size in zip(self.fields, sizes, strict=True):
            lengths.append(size)

    def averages(self) -> list[float]:
        """The mean of each field, as lunr's weights need it."""
        return [round(sum(lengths) / max(1, len(lengths)), 4) for lengths in self.fields]

    def rough(self) -> list[float]:
        """The means to one digit, which one more page hardly ever changes: tiers are sorted by them."""
        return [max(1.0, float(f"{sum(lengths) / max(1, len(lengths)):.1g}")) for lengths in self.fields]


# A key's text and the files that belong to it alone.
Line = tuple[str, list[tuple[str, str]]]


def line(key: str, packed: "array[int]", forms: str, lengths: Lengths, signs: Sequence[Sequence[str]]) -> Line:
    """[holders, forms, later tiers, steps, counts, lengths] of a key, and the files of its later tiers; [steps] of a facet.

    `signs` are the lengths as `symbol` writes them.
    """
    if key[0] == "@":
        return f"[{_steps(packed)}]", []
    tiers = _tiers(packed, lengths) if len(packed) > FIRST_TIER else [(0.0, packed)]
    holders = sum((p & _MOST > 0) + (p >> 12 & _MOST > 0) + (p >> 24 & 0xFFFF > 0) for p in packed)
    later: list[list[object]] = []
    files: list[tuple[str, str]] = []
    for place, (bound, tier) in enumerate(tiers[1:], 1):
        text = f"[{_columns(tier, signs)}]"
        name = f"tiers/{shards.file_name(f'{key}~{place}', shards.digest(text.encode()))}"
        # A twentieth more than the heaviest weighs: the means that it was weighed with are rough.
        later.append([name, len(tier), ceil(bound * 10.5) / 10])
        files.append((name, text))
    # Words and blanks stand in JSON as they are.
    head = f'{holders},"{forms}",{json.dumps(later, separators=(",", ":")) if later else "[]"}'
    return f"[{head},{_columns(tiers[0][1], signs)}]", files


def _tiers(packed: "array[int]", lengths: Lengths) -> list[tuple[float, "array[int]"]]:
    """Tiers of the heaviest postings, each with the weight of its heaviest: FIRST_TIER of them, then twice as many each."""
    averages = lengths.rough()
    weighed = sorted((-_weight(p, lengths, averages), p) for p in packed)
    found: list[tuple[float, array[int]]] = []
    start, size = 0, FIRST_TIER
    while start < len(weighed):
        part = weighed[start : start + size]
        found.append((-part[0][0], array("Q", sorted(p for _, p in part))))
        start, size = start + size, 2 * FIRST_TIER
    return found


def _weight(packed: int, lengths: Lengths, averages: Sequence[float]) -> float:
    """lunr's weight of a posting without idf, summed over the fields."""
    number, total = packed >> NUMBER_BITS, 0.0
    for place, average in enumerate(averages):
        times = packed >> _SHIFTS[place] & _MASKS[place]
        if times:
            size = lengths.fields[place][number]
            total += BOOSTS[place] * (K1 + 1) * times / (K1 * (1 - B + B * size / average) + times)
    return total


def _steps(packed: "array[int]") -> str:
    numbers = [-1, *(p >> NUMBER_BITS for p in packed)]
    return '"' + "".join(symbol(b - a - 1) for a, b in pairwise(numbers)) + '"'


def _columns(packed: "array[int]", signs: Sequence[Sequence[str]]) -> str:
    """The postings as JSON strings: steps between numbers, counts, lengths."""
    counts: list[str] = []
    sizes: list[str] = []
    titles, heads, bodies = signs
    for posting in packed:
        number = posting >> NUMBER_BITS
        body = posting >> 24 & 0xFFFF
        if posting & 0xFFFFFF == 0 and body <= 40:
            counts.append(_SYMBOLS[body - 1])
            sizes.append(bodies[number])
            continue
        title, head = posting & _MOST, posting >> 12 & _MOST
        counts.append(_SYMBOLS[40 + (title > 0) + (head > 0) * 2 + (body > 0) * 4])
        for times, size in ((title, titles), (head, heads), (body, bodies)):
            if times:
                counts.append(symbol(times))
                sizes.append(size[number])
    return f'{_steps(packed)},"{"".join(counts)}","{"".join(sizes)}"'


def symbol(number: int) -> str:
    """A whole number from 0 as characters: the last in the lower 45 symbols, those before it in the upper ones."""
    if number < _BASE:
        return _SYMBOLS[number]
    text = _SYMBOLS[number % _BASE]
    number = number // _BASE - 1
    while True:
        text = _SYMBOLS[_BASE + number % _BASE] + text
        number = number // _BASE - 1
        if number < 0:
            return text
