"""The search index: one file a language, fetched by the search page when a reader types."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

from rantau.model import LANGUAGES, Document, Edition, Library, Published
from rantau.text.addresses import search_index


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """{"docs": [{"location", "title", "keywords", "text"}]}: locations below the site's root, texts escaped as HTML is."""
    for language in LANGUAGES:
        records = [_record(page, edition.library) for page in edition.pages if page.searchable and page.language == language]
        # The search page of every language asks for its index, also for an empty one.
        if any(page.language == language for page in edition.pages):
            data = json.dumps({"docs": records}, ensure_ascii=False, separators=(",", ":"))
            yield search_index(language), data.encode()


def _record(page: Published, library: Library) -> dict[str, str]:
    document = page.document
    description = document.fields.description if document is not None and document.fields is not None else ""
    text = document.body.text if document is not None and document.body is not None else ""
    words = " ".join(f"{description or ''} {text}".split())
    return {
        "location": page.address.lstrip("/"),
        "title": escape(page.title),
        "keywords": escape(" ".join(_names(document, library)) if document is not None else ""),
        "text": escape(words, quote=False),
    }


def _names(document: Document, library: Library) -> Iterator[str]:
    """The names and aliases of the terms that the document is about, so that "Korsel" finds what is tagged KR."""
    about = library.placements[document.path].about
    for registry in ("countries", "programs", "tags", "sectors"):
        for key in about.get(registry, ()):
            term = library.registries[registry].terms[key]
            yield from (term.name.id, term.name.en, term.name.ja, *term.aliases)
