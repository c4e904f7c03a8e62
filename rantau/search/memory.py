"""What the last build knew of an index, so that one edited page costs what one page costs.

A SQLite file beside the site, and the digest of it. It holds nothing that the content does not say: a missing, foreign or
damaged one only makes the next build slower, and the index is the same byte for byte.
"""

import hashlib
import json
import sqlite3
import sys
import unicodedata
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rantau.search.postings import Line

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE page (number INTEGER PRIMARY KEY, stamp BLOB, sizes TEXT, texts BLOB);
CREATE TABLE post (key TEXT PRIMARY KEY, packed BLOB, line TEXT, files TEXT) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY, times INTEGER, keys TEXT) WITHOUT ROWID;
"""


@dataclass(slots=True)
class Page:
    """A page as it was indexed: a digest of all that was indexed of it, its lengths, and its texts and facets."""

    stamp: bytes
    sizes: tuple[int, ...]
    texts: bytes

    def unpacked(self) -> tuple[list[str], list[str]]:
        """The texts of its fields, and the keys of its facets."""
        texts, facets = json.loads(zlib.decompress(self.texts))
        return texts, facets


def page(texts: Iterable[str], facets: Iterable[str], sizes: tuple[int, ...]) -> Page:
    """The page of these texts and facets."""
    data = written(texts, facets)
    return Page(stamp(data), sizes, zlib.compress(data, 1))


def written(texts: Iterable[str], facets: Iterable[str]) -> bytes:
    """Everything of a page that an index holds."""
    return json.dumps([list(texts), list(facets)], ensure_ascii=False).encode("utf-8", "surrogatepass")


def stamp(data: bytes) -> bytes:
    """The digest of what `written` gives."""
    return hashlib.sha256(data).digest()


@dataclass(slots=True)
class Memory:
    """The state of an index: pages by number, postings and their texts by key, words with their counts and keys."""

    pages: dict[int, Page] = field(default_factory=dict)
    posts: dict[str, "array[int]"] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rough: list[float] = field(default_factory=list)


def load(path: Path, expected: str) -> Memory:
    """The state kept at `path` by a build of the same version; an empty one when there is none, or another's."""
    try:
        if _seal(path).read_text("utf-8") != f"{expected} {_digest(path)}":
            return Memory()
        with _opened(path) as database:
            meta = dict(database.execute("SELECT name, value FROM meta"))
            found = Memory(rough=json.loads(meta["rough"]))
            for number, stamp_, sizes, texts in database.execute("SELECT number, stamp, sizes, texts FROM page"):
                found.pages[number] = Page(stamp_, tuple(json.loads(sizes)), texts)
            for key, packed, line, files in database.execute("SELECT key, packed, line, files FROM post"):
                found.posts[key] = array("Q")
                found.posts[key].frombytes(packed)
                found.lines[key] = (line, [(name, text) for name, text in json.loads(files)] if files else [])
            for word, times, keys in database.execute("SELECT word, times, keys FROM word"):
                found.words[word] = times
                found.keys[word] = tuple(keys.split())
            return found
    except (sqlite3.Error, OSError, ValueError):
        return Memory()


def save(path: Path, expected: str, now: Memory, before: Memory, posts: Collection[str], words: Collection[str]) -> None:
    """Keeps the state `now`; `posts` and `words` are the keys and words that differ from `before`. A failure is no error.

    Without its seal, which comes last, the file counts for nothing: a build may be killed at any moment.
    """
    with suppress(sqlite3.Error, OSError):
        _seal(path).unlink(missing_ok=True)
        if not before.pages:
            for leftover in (path, path.with_name(path.name + "-journal")):
                leftover.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        with _opened(path) as database:
            # Half a transaction is never read, so that there is no need to undo one or to wait for the disk.
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            if not before.pages:
                database.executescript(_TABLES)
            database.execute("INSERT OR REPLACE INTO meta VALUES ('rough', ?)", (json.dumps(now.rough),))
            gone = ((number,) for number in before.pages.keys() - now.pages.keys())
            database.executemany("DELETE FROM page WHERE number = ?", gone)
            changed = ((n, p.stamp, json.dumps(p.sizes), p.texts) for n, p in now.pages.items() if before.pages.get(n) is not p)
            database.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)", changed)
            database.executemany("DELETE FROM post WHERE key = ?", ((k,) for k in posts if k not in now.posts))
            made = ((k, *_post(k, now)) for k in posts if k in now.posts)
            database.executemany("INSERT OR REPLACE INTO post VALUES (?, ?, ?, ?)", made)
            database.executemany("DELETE FROM word WHERE word = ?", ((w,) for w in words if w not in now.words))
            counted = ((w, now.words[w], " ".join(now.keys[w])) for w in words if w in now.words)
            database.executemany("INSERT OR REPLACE INTO word VALUES (?, ?, ?)", counted)
        _seal(path).write_text(f"{expected} {_digest(path)}", "utf-8")


def _seal(path: Path) -> Path:
    return path.with_name(path.name + ".sum")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


def _post(key: str, now: Memory) -> tuple[bytes, str, str]:
    line, files = now.lines[key]
    return now.posts[key].tobytes(), line, json.dumps(files, ensure_ascii=False) if files else ""


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(path)
    try:
        yield database
        database.commit()
    finally:
        database.close()


@cache
def code() -> str:
    """A digest of everything but the content that an index depends on: this room's code, its word list, Unicode's tables."""
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    found.update(repr([version("PySastrawi"), version("lunr"), unicodedata.unidata_version, sys.byteorder]).encode())
    return found.hexdigest()
