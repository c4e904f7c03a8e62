"""Sorted entries cut into files by the beginnings of their names, so that an entry that grows touches no other file.

A shard is named by a beginning; an entry lies in the shard with the longest beginning that fits. A beginning whose
entries are too many for one file gives its larger branches files of their own and keeps the rest.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence


def cut(entries: Sequence[tuple[str, int]], limit: int) -> Iterator[tuple[str, list[str]]]:
    """The shards of (name, size) pairs sorted by name: each shard's beginning and the names of its entries.

    Sizes are in bytes. A shard is larger than `limit` only when one entry is.
    """
    yield from _node("", list(entries), limit)


def _node(beginning: str, entries: list[tuple[str, int]], limit: int) -> Iterator[tuple[str, list[str]]]:
    if sum(size for _, size in entries) <= limit or len(entries) == 1:
        yield beginning, [name for name, _ in entries]
        return
    depth = len(beginning)
    branches: dict[str, list[tuple[str, int]]] = {}
    for name, size in entries:
        branches.setdefault(name[depth : depth + 1], []).append((name, size))
    sizes = {letter: sum(size for _, size in branch) for letter, branch in branches.items()}
    left = sum(sizes.values())
    apart: list[str] = []
    # The entry that is the beginning itself has no branch to go to.
    for letter in sorted((letter for letter in branches if letter), key=lambda letter: (-sizes[letter], letter)):
        if left <= limit and sizes[letter] < limit // 8:
            break
        apart.append(letter)
        left -= sizes[letter]
    rest = sorted(entry for letter, branch in branches.items() if letter not in apart for entry in branch)
    if rest:
        yield beginning, [name for name, _ in rest]
    for letter in sorted(apart):
        yield from _node(beginning + letter, branches[letter], limit)


def digest(data: bytes) -> str:
    """Four characters that change with the data: 20 bits, enough among the versions of one shard."""
    return base64.b32encode(hashlib.sha256(data).digest()).decode().lower()[:4]


def file_name(beginning: str, version: str) -> str:
    """The file of a shard: ASCII on every file system, whatever the beginning holds."""
    plain = "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}." for c in beginning)
    return f"{plain}-{version}.json"
