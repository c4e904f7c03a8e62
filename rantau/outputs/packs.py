"""Packs: what a phone fetches to have the pages about a country without a network, and how much that is (decision 22)."""

import gzip
import json
import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser

from rantau.model import Edition, Kind, Published
from rantau.text.addresses import CHECKS, HELP, PACK, file_of, glossary_address

# The newest articles of a country; more of them would be years old, and dear.
ARTICLES = 40
# What servers compress on the way; pictures are compressed already.
_TEXTS = frozenset({".html", ".css", ".js", ".svg"})
# For paper alone.
_UNSEEN = "gambar/kode/"


def conclude(edition: Edition, staged: Callable[[PurePosixPath], bytes]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """negara/jepang/paket.json and the like, where articles are about the country.

    `pages` are addresses and `files` paths below the site's root, each with the digest of its bytes and their number as they
    are transferred: pages and code compressed by gzip, pictures in the smallest of their widths.
    """
    by_path = {page.document.path: page for page in edition.pages if page.document is not None}
    # The countries of each program.
    sheets = [
        (page, edition.library.placements[path].about.get("countries", ()))
        for path, page in by_path.items()
        if page.document is not None and page.document.kind is Kind.SHEET
    ]
    # What the pages about a country lead to in danger and in doubt.
    helpers: dict[str, list[Published]] = {}
    for page in edition.pages:
        named = page.document is not None and page.document.path.name in (HELP, CHECKS)
        if named or page.address == glossary_address(page.language):
            helpers.setdefault(page.language, []).append(page)
    measure = _Measure(staged)
    for page in edition.pages:
        if page.term is None or page.taxonomy is None or page.taxonomy.registry != "countries" or not page.about:
            continue
        about = [by_path[d.path] for d in page.about[:ARTICLES] if d.path in by_path]
        leading = [p for p, keys in sheets if p.language == page.language and page.term.key in keys]
        pages = tuple(dict.fromkeys(p.address for p in (page, *leading, *helpers.get(page.language, ()), *about)))
        found = {
            "name": page.title,
            "pages": [[quote(address[1:]), *measure.of(file_of(address))] for address in pages],
            "files": [[quote(path), *measure.of(PurePosixPath(path))] for path in measure.files(pages)],
        }
        data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        yield file_of(page.address).with_name(PACK), f"{data}\n".encode()


@dataclass(slots=True)
class _Measure:
    """Looks at each staged file once."""

    staged: Callable[[PurePosixPath], bytes]
    _known: dict[PurePosixPath, tuple[str, int]] = field(default_factory=dict)
    _used: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, path: PurePosixPath) -> tuple[str, int]:
        """The digest of a file, and how many bytes are transferred for it."""
        if path not in self._known:
            data = self.staged(path)
            size = len(gzip.compress(data, 6, mtime=0)) if path.suffix in _TEXTS else len(data)
            self._known[path] = sha256(data).hexdigest()[:8], size
        return self._known[path]

    def files(self, addresses: Sequence[str]) -> list[str]:
        """The paths of what pages load, each once."""
        return sorted(frozenset().union(*(self._files(address) for address in addresses)))

    def _files(self, address: str) -> frozenset[str]:
        if address not in self._used:
            tree = LexborHTMLParser(self.staged(file_of(address)))
            # The picture itself stands behind its smaller forms, for browsers that do not know them.
            drawn = [n for n in tree.css("img[src]") if n.parent is None or n.parent.tag != "picture"]
            nodes = [*drawn, *tree.css("picture source[srcset], script[src], link[rel=stylesheet], link[rel=icon]")]
            written = [
                _smallest(n.attributes.get("srcset") or "") or n.attributes.get("src") or n.attributes.get("href") for n in nodes
            ]
            found = (posixpath.normpath(posixpath.join(address, unquote(w)))[1:] for w in written if w)
            self._used[address] = frozenset(path for path in found if not path.startswith(_UNSEEN))
        return self._used[address]


def _smallest(srcset: str) -> str:
    """The narrowest of the files among which a browser chooses; "" where there is one alone."""
    sizes = [part.split() for part in srcset.split(", ") if part.strip()]
    return min(sizes, key=lambda size: int(size[1].rstrip("w")))[0] if sizes else ""
