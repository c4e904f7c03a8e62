"""The pages of the list of changes."""

from collections.abc import Iterator
from itertools import groupby

from rantau import changes
from rantau.model import Change, Document, Localized
from rantau.page import Page
from rantau.scene import Outlook, Scene, fields_of
from rantau.text import dates
from rantau.text.addresses import FEED
from rantau.views import Anchor, ChangesView, Day, News

_DESCRIPTION = Localized(
    "Tulisan yang baru, yang diperbarui, yang dicocokkan lagi dengan sumbernya, dan yang sudah kedaluwarsa.",
    "Pages that are new, were updated, were checked against their sources again, or have expired.",
    "新着、更新、出典との再確認、期限切れのページの一覧。",
)


def every(scene: Scene) -> Iterator[Page]:
    """The pages of the list in each language in which something has happened."""
    for language, happened in scene.changes.items():
        yield from (_page(scene, language, number) for number in range(changes.pages(len(happened))))


def _page(scene: Scene, language: str, number: int) -> Page:
    address, title = changes.address(language, number), changes.TITLE.speak(language)

    def view() -> ChangesView:
        return _view(Outlook(scene, address, language), number)

    def listed() -> tuple[Document, ...]:
        return tuple(change.document for change in changes.cut(scene.changes[language], number))

    return Page(address, "changes.html", language, title, view, indexable=number == 0, listed=listed)


def _view(look: Outlook, number: int) -> ChangesView:
    happened = look.scene.changes[look.language]
    behind = changes.pages(len(happened)) - 1
    order = (0, *range(behind, 0, -1))
    addresses = [look.href(changes.address(look.language, n)) for n in order]
    here = order.index(number)
    title, description = changes.TITLE.speak(look.language), _DESCRIPTION.speak(look.language)
    fed = look.feed() if number == 0 else ()
    by_month = groupby(changes.cut(happened, number), key=lambda c: dates.month(c.day, look.language))
    return ChangesView(
        look.frame(title, description, (Anchor(title, ""),), indexable=number == 0, forms=fed),
        title,
        description,
        tuple((month, tuple(_line(look, change) for change in part)) for month, part in by_month),
        here + 1,
        tuple(Anchor(str(i + 1), href, current=i == here) for i, href in enumerate(addresses)) if behind else (),
        addresses[here - 1] if here else "",
        addresses[here + 1] if here < behind else "",
        FEED if fed else "",
    )


def _line(look: Outlook, change: Change) -> News:
    fields = fields_of(change.document)
    day = Day(dates.words(change.day, look.language), change.day.isoformat())
    page = Anchor(fields.name or fields.title or "", look.href(change.document.address))
    return News(day, change.kind, change.words.speak(look.language), page)
