"""The pages of the key figures: every number that pages report, by country or topic, and charts of those that may be compared."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from rantau import registry
from rantau.indexing import prefix
from rantau.model import Document, Localized, Reported, Term
from rantau.page import Page
from rantau.scene import Outlook, Scene, fields_of
from rantau.text import dates
from rantau.text.addresses import FIGURES, figures_address
from rantau.text.figures import Block, in_order
from rantau.text.names import fold
from rantau.views import Anchor, Bar, Chart, FigureGroup, FigureRow, FiguresView

TITLE = Localized("Angka kunci", "Key figures", "主な数字")
# In units of the drawing, which is as wide as the text of a phone.
WIDTH, ROW = 320, 46
# So many letters have room in a line of it.
_LETTERS = 46
_DESCRIPTION = Localized(
    "Angka dalam tulisan kami menurut negara dan topik, masing-masing dengan sumber, tanggal, dan tulisannya.",
    "The figures of our texts by country and topic, each with its source, its day and its text.",
    "記事に出てくる数字を国とトピックごとに、出典・日付・記事とともに掲載しています。",
)
# Words of a label that make a figure of no single country's, in a folded text.
_EVERYWHERE = re.compile(r"\b(?:(?:semua|seluruh|berbagai) negara|all countries|worldwide)\b|全世界|(?:全て|すべて)の国")
_OTHERS = Localized("Angka lain", "Other figures", "その他の数字")


def every(scene: Scene) -> Iterator[Page]:
    """The pages in each language whose texts have figures."""
    for language, cut in scene.figures.items():
        yield from (_page(scene, language, number) for number in range(len(cut)))


@lru_cache(maxsize=512)
def naming(term: Term) -> re.Pattern[str] | None:
    """What finds a term by one of its names, but for its code, in a folded text."""
    names = sorted(registry.spellings(term) - {fold(term.key)})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None


def everywhere(label: str) -> bool:
    """Whether a figure says that it is about all countries, so that it is not that of its text's one country."""
    return _EVERYWHERE.search(fold(label)) is not None


def _page(scene: Scene, language: str, number: int) -> Page:
    address, title = figures_address(language, number), TITLE.speak(language)

    def listed() -> Iterator[Document]:
        return (one.document for block in scene.figures[language][number] for one in block)

    def view() -> FiguresView:
        return _view(Outlook(scene, address, language), number)

    return Page(address, "figures.html", language, title, view, indexable=number == 0, listed=listed)


def _view(look: Outlook, number: int) -> FiguresView:
    cut = look.scene.figures[look.language]
    order = (0, *range(len(cut) - 1, 0, -1))
    addresses = [look.href(figures_address(look.language, n)) for n in order]
    here = order.index(number)
    title, description = TITLE.speak(look.language), _DESCRIPTION.speak(look.language)
    data = look.href(f"{prefix(look.language)}{FIGURES}/data")
    return FiguresView(
        look.frame(title, description, (Anchor(title, ""),), indexable=number == 0),
        title,
        description,
        (*_series(look, cut[number]), *_groups(look, cut[number])),
        f"{data}.csv",
        f"{data}.json",
        here + 1,
        tuple(Anchor(str(i + 1), href, current=i == here) for i, href in enumerate(addresses)) if len(cut) > 1 else (),
        addresses[here - 1] if here else "",
        addresses[here + 1] if here + 1 < len(cut) else "",
    )


def _series(look: Outlook, blocks: Sequence[Block]) -> Iterator[FigureGroup]:
    """The series of a page, each with its chart."""
    for block in blocks:
        if len(block) > 1:
            ordered = in_order(block)
            link = Anchor(block[0].figure.series, "")
            yield FigureGroup(link, tuple(_row(look, one) for one in ordered), chart(ordered, look.language))


def _groups(look: Outlook, blocks: Sequence[Block]) -> Iterator[FigureGroup]:
    """The other figures of a page: by country, then by topic, then those of neither."""
    found: dict[tuple[str, str], list[Reported]] = {}
    for block in blocks:
        if len(block) == 1:
            found.setdefault(_subject(look, block[0]), []).append(block[0])
    named: list[tuple[int, str, Anchor, list[Reported]]] = []
    for (name, key), several in found.items():
        link = look.term(name, key) or Anchor(_OTHERS.speak(look.language), "")
        rank = ("countries", "tags", "").index(name)
        named.append((rank, link.label.casefold(), link, several))
    for _, _, link, several in sorted(named, key=lambda group: group[:2]):
        yield FigureGroup(link, tuple(_row(look, one) for one in several))


def _subject(look: Outlook, reported: Reported) -> tuple[str, str]:
    """Registry and key of what a figure is about: its page's one country, or the one that its label names; or else a topic."""
    about = look.scene.library.placements[reported.document.path].about
    countries = about.get("countries", ()) if not everywhere(reported.figure.label) else ()
    if len(countries) > 1:
        terms, label = look.scene.library.registries["countries"].terms, fold(reported.figure.label)
        countries = tuple(key for key in countries if (names := naming(terms[key])) is not None and names.search(label))
    if len(countries) == 1 and look.term("countries", countries[0]) is not None:
        return "countries", countries[0]
    topics = [key for key in about.get("tags", ()) if look.term("tags", key) is not None]
    return ("tags", topics[0]) if topics else ("", "")


def _row(look: Outlook, reported: Reported) -> FigureRow:
    fields = fields_of(reported.document)
    fact = look.figures((reported.figure,))[0]
    expired = fields.expires is not None and fields.expires < look.scene.library.date
    page = Anchor(fact.label, look.href(reported.document.address))
    return FigureRow(reported.id, page, fact.value, fact.unit, reported.source, fact.day, expired)


def chart(ordered: Block, language: str) -> Chart | None:
    """The bars of a series, one for each of its numbers, from zero; None where fewer than two can be compared."""
    readable: dict[tuple[str, object, Decimal], Reported] = {}
    for one in ordered:
        if one.number is not None:
            readable.setdefault((fold(one.figure.label), one.figure.date, one.number), one)
    bars = list(readable.values())
    most = max((one.number for one in bars if one.number is not None), default=Decimal(0))
    if len(bars) < 2 or not most:
        return None
    labels = _short([one.figure.label for one in bars])
    if len(set(labels)) == 1:
        labels = [dates.words(one.figure.date, language) if one.figure.date else one.figure.label for one in bars]
    unit = bars[0].figure.unit
    title = f"{bars[0].figure.series} ({unit})" if unit else bars[0].figure.series
    drawn = (
        Bar(_clipped(label, one.figure.value), one.figure.value, place * ROW, round(float((one.number or 0) / most) * WIDTH, 1))
        for place, (label, one) in enumerate(zip(labels, bars, strict=True))
    )
    return Chart(title, WIDTH, len(bars) * ROW, tuple(drawn))


def _short(labels: Sequence[str]) -> list[str]:
    """The labels without the words with which all of them begin and end; each keeps one at least."""
    words = [label.split() for label in labels]
    for end in (0, -1):
        while min(len(w) for w in words) > 1 and len({w[end] for w in words}) == 1:
            for w in words:
                del w[end]
    return [" ".join(w) for w in words]


def _clipped(label: str, value: str) -> str:
    """As much of a label as has room beside the value."""
    room = max(8, _LETTERS - len(value))
    return label if len(label) <= room else f"{label[: room - 1].rstrip()}…"
