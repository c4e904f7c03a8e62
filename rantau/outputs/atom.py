"""Atom feeds of the site: the newest articles of each language."""

import datetime
from collections.abc import Iterator
from heapq import nlargest
from pathlib import PurePosixPath

from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Document, Edition
from rantau.outputs import _atom
from rantau.text.addresses import FEED


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """feed.xml, ja/feed.xml, en/feed.xml; only when the site's address is known, because a feed holds whole addresses."""
    if not edition.url:
        return
    for language in LANGUAGES:
        spoken = (d for d in edition.library.articles() if d.language == language)
        items = _atom.articles(nlargest(_atom.LIMIT, spoken, key=_newest))
        if items:
            folder = PurePosixPath() if language == DEFAULT_LANGUAGE else PurePosixPath(language)
            page = "/" if language == DEFAULT_LANGUAGE else f"/{language}/"
            yield folder / FEED, _atom.feed(edition, language, folder / FEED, edition.name, page, items)


def _newest(document: Document) -> tuple[datetime.date, str]:
    day = document.fields.date if document.fields is not None else None
    return day or datetime.date.min, document.path.as_posix()
