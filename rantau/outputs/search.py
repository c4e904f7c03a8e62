"""The search index: one file a language, fetched by the search page when a reader types."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

from rantau.model import LANGUAGES, Edition, Published
from rantau.text.addresses import search_index


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """{"docs": [{"location", "title", "text"}]}: locations below the site's root, texts escaped as HTML is."""
    for language in LANGUAGES:
        records = [_record(page) for page in edition.pages if page.searchable and page.language == language]
        if records:
            data = json.dumps({"docs": records}, ensure_ascii=False, separators=(",", ":"))
            yield search_index(language), data.encode()


def _record(page: Published) -> dict[str, str]:
    document = page.document
    description = document.fields.description if document is not None and document.fields is not None else ""
    text = document.body.text if document is not None and document.body is not None else ""
    words = " ".join(f"{description or ''} {text}".split())
    return {"location": page.address.lstrip("/"), "title": escape(page.title), "text": escape(words, quote=False)}
