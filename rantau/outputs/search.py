"""The search index: for each language a manifest, shards of words and of postings, and a record for each page and each term.

The browser fetches the few of them that a query needs. The format is described in docs/decisions/0007-search.md.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from rantau.model import LANGUAGES, Document, Edition, Library, Localized, Published, Word
from rantau.outputs._sections import sections
from rantau.search.index import Index
from rantau.search.records import Entry
from rantau.search.vocabulary import analyzer
from rantau.text.addresses import glossary_address, search_folder

# Registry -> the facet's name in keys and addresses, and its title.
_FACETS = {
    "countries": ("negara", Localized("Negara", "Country", "国・地域")),
    "tags": ("topik", Localized("Topik", "Topic", "トピック")),
    "programs": ("program", Localized("Program", "Program", "プログラム")),
    "stages": ("tahap", Localized("Tahap", "Stage", "段階")),
}
_YEAR = ("tahun", Localized("Tahun", "Year", "年"))


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """search/<language>/: manifest.json, words/, ends/, posts/ and r/<number>.json; pages follow the terms, oldest first."""
    for language in LANGUAGES:
        # The search page of every language asks for its index, also for an empty one.
        if not any(page.language == language for page in edition.pages):
            continue
        folder = search_folder(language)
        store = edition.kept / f"search-{language}.sqlite" if edition.kept is not None else None
        index = Index(analyzer(language, edition.library.registries), store)
        pages = sorted((p for p in edition.pages if p.searchable and p.language == language), key=_oldest_first)
        counts: dict[str, Counter[str]] = {name: Counter() for name in _FACETS}
        years: Counter[str] = Counter()
        explained = [_explanation(word, language) for word in edition.library.glossary]
        for number, entry in enumerate(explained):
            yield folder / "r" / f"{number}.json", index.add(entry)
        for number, page in enumerate(pages, start=len(explained)):
            keys = _keys(page.document, edition.library)
            for registry, found in keys.items():
                counts[registry].update(found)
            entry = _entry(page, keys, edition.library)
            years.update((entry.day[:4],) if entry.day else ())
            yield folder / "r" / f"{number}.json", index.add(entry)
        for name, data in index.files(_facets(counts, years, edition.library, language)):
            yield folder / name, data


def _oldest_first(page: Published) -> tuple[datetime.date, str]:
    return _day(page) or datetime.date.min, page.address


def _day(page: Published) -> datetime.date | None:
    fields = page.document.fields if page.document is not None else None
    return fields.date if fields is not None else None


def _keys(document: Document | None, library: Library) -> Mapping[str, tuple[str, ...]]:
    about = library.placements[document.path].about if document is not None else {}
    return {registry: about.get(registry, ()) for registry in _FACETS}


def _entry(page: Published, keys: Mapping[str, Sequence[str]], library: Library) -> Entry:
    document = page.document
    fields = document.fields if document is not None else None
    day = _day(page)
    slugs = {_FACETS[r][0]: tuple(library.registries[r].terms[key].slug for key in found) for r, found in keys.items()}
    return Entry(
        page.address.lstrip("/"),
        page.title,
        (fields.description if fields is not None else None) or "",
        tuple(sections(document)) if document is not None else (),
        tuple(dict.fromkeys(_names(document, library))) if document is not None else (),
        day.isoformat() if day is not None else "",
        slugs,
    )


def _explanation(word: Word, language: str) -> Entry:
    """A term of the glossary: whoever asks what it means finds its meaning before the pages that use it."""
    address = f"{glossary_address(language).lstrip('/')}#{word.key}"
    said = (word.expansion.speak(language), word.meaning.speak(language))
    return Entry(address, word.name.speak(language), ". ".join(text.rstrip(".") for text in said if text), (), word.spellings)


def _names(document: Document, library: Library) -> Iterator[str]:
    """The names and aliases of what the document is about, so that "Korsel" finds what is tagged KR."""
    about = library.placements[document.path].about
    for registry in (*_FACETS, "sectors"):
        for key in about.get(registry, ()):
            term = library.registries[registry].terms[key]
            yield from (name for name in (term.name.id, term.name.en, term.name.ja, *term.aliases) if name)


def _facets(
    counts: Mapping[str, Counter[str]], years: Counter[str], library: Library, language: str
) -> list[Mapping[str, object]]:
    """What a reader may narrow a search by: each facet's values with how many pages have them, the most frequent first."""
    found: list[Mapping[str, object]] = []
    for registry, (name, title) in _FACETS.items():
        terms = library.registries[registry].terms
        ordered = sorted(counts[registry].items(), key=lambda item: (-item[1], item[0]))
        values = [[terms[key].slug, terms[key].name.speak(language), count] for key, count in ordered]
        found.append({"name": name, "title": title.speak(language), "values": values})
    by_year = [[year, year, count] for year, count in sorted(years.items(), reverse=True)]
    found.append({"name": _YEAR[0], "title": _YEAR[1].speak(language), "values": by_year})
    return [facet for facet in found if facet["values"]]
