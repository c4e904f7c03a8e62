"""The figures that pages report: collected, read as numbers, put together where they may be compared, and cut into pages."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

from rantau.model import LANGUAGES, Document, Fields, Kind, Library, Reported
from rantau.text import amounts
from rantau.text.names import fold
from rantau.text.slugs import slugify

# A series shows its newest ones; a reader on a phone compares no more.
LONGEST_SERIES = 12
# A page behind the first holds so many figures or a few more, the first one up to twice as many: 50 at most, with a long series.
PAGE_SIZE = 20
_SCALES = {
    **{"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12},
    **{"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    **{"千": 3, "万": 4, "億": 8, "兆": 12},
}
_SCALED = re.compile(rf"(?P<number>[0-9.,]+) ?(?P<scale>{'|'.join(_SCALES)})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SWAPPED = {ord(","): ".", ord("."): ","}

Block = tuple[Reported, ...]


def number(value: str, language: str) -> Decimal | None:
    """The number that a value says in a language: "297.434", "1,5 miliar", "28.5"; None for a range and for any other text."""
    match = _SCALED.fullmatch(value.strip())
    written, scale = (match["number"], _SCALES[match["scale"].casefold()]) if match is not None else (value, 0)
    found = amounts.parse(written if language == "id" else written.translate(_SWAPPED))
    return found.scaleb(scale) if found is not None else None


def collect(library: Library) -> Mapping[str, tuple[Reported, ...]]:
    """All figures of published pages that are no archive, newest first, by languages; a language without any is left out."""
    found: dict[str, list[Reported]] = {}
    for document in library.published():
        fields = document.fields
        if fields is not None and fields.figures and document.kind in (Kind.ARTICLE, Kind.SHEET) and fields.status != "archived":
            found.setdefault(document.language, []).extend(_of(document, fields))
    return {language: tuple(sorted(found[language], key=_newest_first)) for language in LANGUAGES if found.get(language)}


def _of(document: Document, fields: Fields) -> Iterator[Reported]:
    alone = fields.sources[0] if len(fields.sources) == 1 else None
    named = (alone.publisher or alone.title) if alone is not None else ""
    taken: set[str] = set()
    for figure in fields.figures:
        if not (figure.label and figure.value):
            continue
        key = slugify(figure.label)
        again = 1
        while key in taken:
            again += 1
            key = f"{slugify(figure.label)}-{again}"
        taken.add(key)
        digest = sha256(f"{document.path.as_posix()}\0{key}".encode()).hexdigest()[:12]
        yield Reported(f"f{digest}", figure, document, number(figure.value, document.language), figure.source or named)


def _newest_first(reported: Reported) -> tuple[bool, int, str]:
    """By the page's own day, so that a new article never comes between old ones; figures of one page stay in its order."""
    day = reported.document.fields.date if reported.document.fields is not None else None
    return day is None, -(day or datetime.date.min).toordinal(), reported.document.path.as_posix()


def blocks(reported: Sequence[Reported]) -> tuple[Block, ...]:
    """The figures, newest first: those of one series and one unit together, where the newest of them stands; others alone."""
    together: dict[tuple[str, ...], list[Reported]] = {}
    for one in reported:
        series = fold(one.figure.series)
        key = (series, fold(one.figure.unit)) if series else ("", "", one.id)
        together.setdefault(key, []).append(one)
    return tuple(tuple(found[:LONGEST_SERIES]) for found in together.values())


def pages(reported: Sequence[Reported]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each page; the first page comes first, the others are numbered from the oldest."""
    listed = blocks(reported)
    left = sum(len(block) for block in listed)
    behind: list[tuple[Block, ...]] = []
    held: list[Block] = []
    for block in reversed(listed):
        held.insert(0, block)
        left -= len(block)
        if left >= PAGE_SIZE and sum(len(b) for b in held) >= PAGE_SIZE:
            behind.append(tuple(held))
            held = []
    return (tuple(held), *behind)


def in_order(block: Block) -> Block:
    """The figures of a series as they follow each other: by their days or the years in their labels, or else by their labels."""
    days = {one.id: day for one in block if (day := _when(one)) is not None}
    first = datetime.date.min
    return tuple(sorted(block, key=lambda one: (days[one.id] if len(days) == len(block) else first, one.figure.label, one.id)))


def _when(reported: Reported) -> datetime.date | None:
    years = _YEAR.findall(reported.figure.label)
    return reported.figure.date or (datetime.date(int(years[-1]), 12, 31) if years else None)
