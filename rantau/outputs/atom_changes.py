"""Atom feeds of the changes: what is new, was updated, was checked again or has expired, in each language."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau.model import Change, Edition, Localized
from rantau.outputs import _atom
from rantau.text.addresses import FEED, changes_address, file_of

_TITLE = Localized("Yang berubah", "What has changed", "更新情報")


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """perubahan/feed.xml and its translations, beside the list of changes; only when the site's address is known."""
    for language, happened in edition.changes.items() if edition.url else ():
        page = changes_address(language)
        path = file_of(page).with_name(FEED)
        items = [_item(change, language) for change in happened[: _atom.LIMIT]]
        yield path, _atom.feed(edition, language, path, f"{_TITLE.speak(language)} · {edition.name}", page, items)


def _item(change: Change, language: str) -> _atom.Item:
    fields = change.document.fields
    title, summary = ("", "") if fields is None else (fields.title or "", fields.description or "")
    # One page may have changed several times; the anchor, which no page has, tells the entries from one another.
    address = f"{quote(change.document.address)}#{change.kind}-{change.day.isoformat()}"
    return _atom.Item(address, f"{change.words.speak(language)}: {title}", change.day, None, summary)
