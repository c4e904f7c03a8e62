"""Atom feeds: the newest articles of each language."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Document, Edition

LIMIT = 30


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """feed.xml, ja/feed.xml, en/feed.xml; only when the site's address is known, because a feed holds whole addresses.

    Articles without a date are left out: a feed promises when something was published. Source: RFC 4287.
    """
    if not edition.url:
        return
    for language in LANGUAGES:
        dated = [d for d in edition.library.articles() if d.language == language and d.fields is not None and d.fields.date]
        newest = sorted(dated, key=lambda d: (d.fields.date, d.path.as_posix()) if d.fields else (), reverse=True)[:LIMIT]
        if newest:
            folder = PurePosixPath() if language == DEFAULT_LANGUAGE else PurePosixPath(language)
            yield folder / "feed.xml", _feed(edition, language, folder / "feed.xml", newest)


def _feed(edition: Edition, language: str, path: PurePosixPath, articles: list[Document]) -> bytes:
    base = edition.url.rstrip("/")
    days = [d.fields.updated or d.fields.date for d in articles if d.fields is not None]
    newest = max(day for day in days if day is not None)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<title>{escape(edition.name)}</title>",
        f"<id>{escape(base)}/{path}</id>",
        f'<link rel="self" href="{escape(base)}/{path}"/>',
        f'<link href="{escape(base)}/"/>',
        f"<updated>{newest.isoformat()}T00:00:00+07:00</updated>",
        f"<author><name>{escape(edition.name)}</name></author>",
    ]
    for document in articles:
        fields = document.fields
        assert fields is not None and fields.date is not None
        address = escape(base + quote(document.address))
        lines += [
            "<entry>",
            f"<title>{escape(fields.title or '')}</title>",
            f"<id>{address}</id>",
            f'<link href="{address}"/>',
            f"<published>{fields.date.isoformat()}T00:00:00+07:00</published>",
            f"<updated>{(fields.updated or fields.date).isoformat()}T00:00:00+07:00</updated>",
            f"<summary>{escape(fields.description or '')}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()
