"""Atom feeds of the countries, topics and programs: the newest articles about each, in each language."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Edition
from rantau.outputs import _atom
from rantau.text.addresses import FED, FEED, file_of


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """negara/jepang/feed.xml and the like, beside the page that it is about; only when the site's address is known."""
    for page in edition.pages if edition.url else ():
        if page.term is None or page.taxonomy is None or page.taxonomy.segment not in FED:
            continue
        items = _atom.articles(page.about)
        if items:
            path = file_of(page.address).with_name(FEED)
            title = f"{page.term.name.speak(page.language)} · {edition.name}"
            yield path, _atom.feed(edition, page.language, path, title, page.address, items)
