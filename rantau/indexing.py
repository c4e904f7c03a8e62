"""The engine of the index pages: which terms get a page in which language, and which articles stand on it."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from rantau.files import INTRODUCED
from rantau.model import (
    DEFAULT_LANGUAGE,
    FILE_START,
    LANGUAGES,
    Claim,
    Document,
    Kind,
    Library,
    Taxonomy,
    Term,
)
from rantau.text.addresses import FED

# What introduces a term, and has the address of its page.
_INTRODUCING = frozenset({Kind.INTRODUCTION, Kind.STAGE, Kind.SHEET})
# What stands for "the site itself" where a claim needs a file.
_SITE = PurePosixPath("_data")
PAGE_SIZE = 24
# The first page keeps at least this many, so that it is never nearly empty after a full page was split off.
FIRST_PAGE_MINIMUM = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One term in one language: its articles, newest first, and the document that introduces it."""

    taxonomy: Taxonomy
    term: Term
    language: str
    address: str
    about: tuple[Document, ...]
    mentioned: tuple[Document, ...]
    introduction: Document | None = None

    @property
    def total(self) -> int:
        """The number of articles about the term."""
        return len(self.about)


@dataclass(frozen=True, slots=True)
class Index:
    """One taxonomy in one language; its entries in the order of their slugs."""

    taxonomy: Taxonomy
    language: str
    address: str
    entries: tuple[Entry, ...]


def prefix(language: str) -> str:
    """The address under which a language's pages stand."""
    return "/" if language == DEFAULT_LANGUAGE else f"/{language}/"


def newest_first(document: Document) -> tuple[bool, int, str]:
    """The key that sorts documents newest first, undated ones last, then by path."""
    day = document.fields.date if document.fields is not None else None
    return day is None, -(day or datetime.date.min).toordinal(), document.path.as_posix()


def build(library: Library, taxonomies: Iterable[Taxonomy]) -> tuple[Index, ...]:
    """All indices of all languages that have an entry; a term without articles needs an introduction or a sheet."""
    articles = sorted(library.articles(), key=newest_first)
    ordered = sorted(taxonomies, key=lambda t: t.segment)
    return tuple(
        index
        for taxonomy in ordered
        for language in LANGUAGES
        if (index := _index(library, taxonomy, language, articles)).entries
    )


def _index(library: Library, taxonomy: Taxonomy, language: str, articles: Sequence[Document]) -> Index:
    about: dict[str, list[Document]] = {}
    mentioned: dict[str, list[Document]] = {}
    for document in articles:
        if document.language == language:
            for found, keys in zip((about, mentioned), taxonomy.place(document, library), strict=True):
                for key in keys:
                    found.setdefault(key, []).append(document)
    introductions = _introductions(library, taxonomy, language)
    address = f"{prefix(language)}{taxonomy.segment}/"
    entries = tuple(
        Entry(
            taxonomy,
            term,
            language,
            f"{address}{term.slug}/",
            tuple(about.get(term.key, ())),
            tuple(mentioned.get(term.key, ())),
            introductions.get(term.slug),
        )
        for term in sorted(taxonomy.terms(library), key=lambda t: t.slug)
        if term.key in about or term.key in mentioned or term.slug in introductions
    )
    return Index(taxonomy, language, address, entries)


def _introductions(library: Library, taxonomy: Taxonomy, language: str) -> dict[str, Document]:
    if taxonomy.segment not in INTRODUCED:
        return {}
    return {
        document.path.stem: document
        for document in library.published()
        if document.kind in _INTRODUCING and document.language == language and document.path.parent.name == taxonomy.segment
    }


def slices(total: int) -> list[tuple[int, int]]:
    """How `total` articles, newest first, are cut into pages: [first page, page n, ..., page 1] as (start, end).

    Pages behind the first are numbered from the oldest and always full, so a new article changes the first
    page and at most one other.
    """
    full = max(0, (total - FIRST_PAGE_MINIMUM) // PAGE_SIZE)
    first = total - full * PAGE_SIZE
    return [(0, first), *((first + n * PAGE_SIZE, first + (n + 1) * PAGE_SIZE) for n in range(full))]


def page_address(entry: Entry, number: int) -> str:
    """The address of page `number` of an entry; 0 is the first page."""
    return f"{entry.address}hal/{number}/" if number else entry.address


def pages(entry: Entry) -> int:
    """How many pages the entry has behind its first."""
    return max(len(slices(len(entry.about))), len(slices(len(entry.mentioned)))) - 1


def cut(documents: Sequence[Document], number: int) -> tuple[Document, ...]:
    """The documents that stand on page `number` of their list; 0 is the first page."""
    parts = slices(len(documents))
    if number >= len(parts):
        return ()
    start, end = parts[0] if number == 0 else parts[len(parts) - number]
    return tuple(documents[start:end])


def listed(entry: Entry, number: int) -> tuple[Document, ...]:
    """All documents that stand on page `number` of an entry."""
    return cut(entry.about, number) + cut(entry.mentioned, number)


def fed(entry: Entry) -> bool:
    """Whether the entry has a feed where the site has feeds: it is a term whose news somebody may follow, and has some."""
    newest = entry.about[0].fields if entry.about else None
    return entry.taxonomy.segment in FED and newest is not None and newest.date is not None


def claims(library: Library, indices: Iterable[Index], others: Iterable[str]) -> Iterator[Claim]:
    """The addresses of pages that no file has: taxonomies, terms without introduction, and the `others`."""
    owned = {d.address for d in library.documents if d.kind in _INTRODUCING}
    for address in others:
        yield Claim(address, _SITE, FILE_START)
    for index in indices:
        yield Claim(index.address, _SITE, FILE_START)
        for entry in index.entries:
            for number in range(pages(entry) + 1):
                address = page_address(entry, number)
                if address not in owned:
                    yield Claim(address, entry.term.path, entry.term.span)
