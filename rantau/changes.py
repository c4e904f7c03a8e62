"""What has happened to the pages, as their own dates tell it, and how the list of it is cut into pages."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from rantau.model import LANGUAGES, Change, Document, Fields, Kind, Library, Localized
from rantau.text.addresses import changes_address

TITLE = Localized("Yang berubah", "What has changed", "更新情報")
# The pages behind the first are always full, the first one holds up to twice as much less one: 99 at most.
PAGE_SIZE = 50
_TOLD = frozenset({Kind.ARTICLE, Kind.SHEET, Kind.INTRODUCTION, Kind.STAGE, Kind.PAGE})
_NEW = Localized("Baru", "New", "新着")
_UPDATED = Localized("Diperbarui", "Updated", "更新")
_VERIFIED = Localized("Dicocokkan lagi dengan sumber", "Checked against the sources again", "出典と再確認")
_EXPIRED = Localized("Kedaluwarsa", "Expired", "期限切れ")


def last(fields: Fields) -> datetime.date | None:
    """The day on which a page's words last changed; None where it does not say."""
    days = [day for day in (fields.date, fields.updated) if day is not None]
    return max(days, default=None)


def collect(library: Library) -> Mapping[str, tuple[Change, ...]]:
    """All that has happened up to the library's day, newest first, by languages; a language where nothing has is left out."""
    found: dict[str, list[Change]] = {}
    for document in library.published():
        fields = document.fields
        if fields is not None and document.kind in _TOLD and fields.status != "archived":
            happened = [change for change in _of(document, fields, library.date) if change.day <= library.date]
            if happened:
                found.setdefault(document.language, []).extend(happened)
    return {
        language: tuple(sorted(found[language], key=lambda c: (-c.day.toordinal(), c.document.address)))
        for language in LANGUAGES
        if language in found
    }


def _of(document: Document, fields: Fields, today: datetime.date) -> Iterator[Change]:
    """What happened to one page; of two things on one day the one that says more."""
    if fields.date is not None:
        yield Change(fields.date, "new", _NEW, document)
    changed = last(fields)
    if changed is not None and changed != fields.date:
        yield Change(changed, "updated", _UPDATED, document)
    # What was checked before it was published is no news.
    if fields.verified_on is not None and changed is not None and fields.verified_on > changed:
        yield Change(fields.verified_on, "verified", _VERIFIED, document)
    if fields.expires is not None and fields.expires < today:
        yield Change(fields.expires, "expired", _EXPIRED, document)


def pages(total: int) -> int:
    """How many pages a list of so many changes has."""
    return 1 + max(0, total // PAGE_SIZE - 1)


def address(language: str, number: int) -> str:
    """The address of a page of the list; 0 is the first, the others are numbered from the oldest."""
    return f"{changes_address(language)}hal/{number}/" if number else changes_address(language)


def cut(happened: Sequence[Change], number: int) -> Sequence[Change]:
    """The changes that stand on a page of the list."""
    behind = pages(len(happened)) - 1
    first = len(happened) - behind * PAGE_SIZE
    start = first + (behind - number) * PAGE_SIZE
    return happened[start : start + PAGE_SIZE] if number else happened[:first]
