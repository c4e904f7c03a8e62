"""What a machine puts in order without a finding: readers see no difference, so no editor is bothered with it.

Each of TIDYINGS gives the edits for one kind of disorder in a document, which leave nothing of it. None of them changes
what the front matter says, but for the spelling of a term, of a choice and of a date.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rantau import edits, source
from rantau.fields import CHOICES, DAYS, LISTS, NAMES, REFERENCES
from rantau.model import Document, Edit, Library, Localized, Span, Term
from rantau.remedies import quoted
from rantau.text import dates
from rantau.text.names import fold, lookup

# Regions stand where countries do.
_REGISTRIES = {name: (known, "regions") if known == "countries" else (known,) for name, known in REFERENCES.items()}
_PLACE = re.compile(r"(\w+)\.(\d+)")
_EMPTY_ITEM = re.compile(r"[ \t]*-[ \t]*\r?")
_BLANK_COLON = re.compile(r"([A-Za-z_]\w*)([ \t]+):(?=[ \t\r]|$)")
_TRAILING = re.compile(r"([ \t]+)(?=\r?$)")
# What needs no quotation marks, neither in brackets nor on a line of its own.
_PLAIN = re.compile(r"[^\W\d_](?:[\w '().-]*[\w)])?")
_OTHERS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_UNSOUND = frozenset({"front-matter-syntax", "duplicate-field", "unknown-field", "field-shape", "wrong-folder"})

Edits = Callable[[Document, Library], Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class Tidying:
    """How one kind of disorder is found and mended; what an editor calls it, and is told about it."""

    find: Edits
    label: Localized
    told: Localized


def line_ending(text: str) -> str:
    """How most lines of a text end."""
    windows = text.count("\r\n")
    return "\r\n" if windows > text.count("\n") - windows else "\n"


def other_names(document: Document, library: Library) -> Sequence[Edit]:
    """Terms by an alias get their key, as the form would write it; one spelt almost like its name gets that spelling."""
    found = []
    for name, span in document.fields.spans.items() if document.fields is not None else ():
        match = _PLACE.fullmatch(name)
        field = match[1] if match is not None else name
        written = _raw(document, span)
        if (match is not None) != (field in LISTS) or field not in _REGISTRIES or not written:
            continue
        value = _unquoted(written)
        known = (library.registries[r] for r in _REGISTRIES[field] if r in library.registries)
        term = next((t for registry in known if (t := lookup(registry, value)) is not None), None)
        right = _spelling(term, value, document.language) if term is not None else value
        if right != value:
            found.append(Edit(span, _like(written, right)))
    return found


def choices(document: Document, library: Library) -> Sequence[Edit]:
    """Choices in capitals ("Draft") become those that the site offers."""
    found = []
    for name in CHOICES if document.fields is not None else ():
        span = document.span(name)
        written = _raw(document, span)
        value = getattr(document.fields, name)
        if written and _unquoted(written) != value and _unquoted(written).casefold() == value:
            found.append(Edit(span, _like(written, value)))
    return found


def moments(document: Document, library: Library) -> Sequence[Edit]:
    """Dates with a time become the day that it was in Jakarta."""
    found = []
    for name, span in document.fields.spans.items() if document.fields is not None else ():
        day = dates.in_jakarta(_unquoted(_raw(document, span))) if name.rpartition(".")[2] in DAYS else None
        if day is not None:
            found.append(Edit(span, day.isoformat()))
    return found


def empty_items(document: Document, library: Library) -> Sequence[Edit]:
    """Items of lists that say nothing go, with their line."""
    lines = document.text.split("\n")
    found = []
    for name, span in document.fields.spans.items() if document.fields is not None else ():
        empty = _PLACE.fullmatch(name) and (span.line, span.column) == (span.end_line, span.end_column)
        if empty and _EMPTY_ITEM.fullmatch(lines[span.line - 1]):
            found.append(Edit(Span(span.line, 1, span.line + 1, 1), ""))
    return found


def line_endings(document: Document, library: Library) -> Sequence[Edit]:
    """All lines end as most of them do."""
    text = document.text
    if not _sound(document) or text.count("\r\n") in (0, text.count("\n")):
        return ()
    right = line_ending(text).removesuffix("\n")
    found = []
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        if line.endswith("\r") != bool(right):
            found.append(Edit(Span(number, len(line.removesuffix("\r")) + 1, number, len(line) + 1), right))
    return found


def blanks_before_colons(document: Document, library: Library) -> Sequence[Edit]:
    """The colon follows the name of its field at once."""
    found = []
    for number, line in enumerate(_front(document), start=1):
        match = _BLANK_COLON.match(line)
        if match is not None and match[1] in NAMES:
            found.append(Edit(Span(number, match.start(2) + 1, number, match.end(2) + 1), ""))
    return _meaning(document, found)


def trailing_blanks(document: Document, library: Library) -> Sequence[Edit]:
    """Blanks behind lines go, unless they break a line of the page or stand in code."""
    if not _sound(document):
        return ()
    front = _meaning(document, [edit for n, line in enumerate(_front(document), start=1) if (edit := _stripped(n, line))])
    lines = document.text.split("\n")
    shown = document.prose.split("\n")
    body = []
    for number in range(document.body_line, _last(lines) + 1):
        line = lines[number - 1]
        bare = line.strip(" \t\r")
        code = bare and not shown[number - 1].strip(" \t\r")
        # The renderer makes blanks of tabs, and two of them break the line.
        blanks = line.rstrip("\r").expandtabs(4)
        if not code and (not bare or len(blanks) - len(blanks.rstrip(" ")) == 1) and (edit := _stripped(number, line)):
            body.append(edit)
    return (*front, *body)


def file_end(document: Document, library: Library) -> Sequence[Edit]:
    """A file ends with its last line, which has an end, and with no empty ones below it."""
    text = document.text
    if not _sound(document) or not text.strip():
        return ()
    lines = text.split("\n")
    last = _last(lines)
    line, ending = lines[last - 1], line_ending(text)
    start = len(line.removesuffix("\r")) + 1
    span = Span(last, start, len(lines), len(lines[-1]) + 1)
    tail = "\n".join(lines[last - 1 :])[start - 1 :]
    return () if tail in ("\n", "\r\n") else (Edit(span, ending),)


def tidied_list(text: str) -> Iterator[tuple[str, Edit]]:
    """What puts a list of _data in order without changing what it says, each edit with the name of its tidying."""
    lines = text.split("\n")
    if text.count("\r") != text.count("\r\n") or not text.strip():
        return
    found = [("trailing-blanks", edit) for n, line in enumerate(lines, start=1) if (edit := _stripped(n, line)) is not None]
    last = _last(lines)
    start = len(lines[last - 1].rstrip(" \t\r")) + 1
    if "\n".join(lines[last - 1 :])[len(lines[last - 1].removesuffix("\r")) :] not in ("\n", "\r\n"):
        found = [(name, edit) for name, edit in found if edit.span.line < last]
        found.append(("file-end", Edit(Span(last, start, len(lines), len(lines[-1]) + 1), line_ending(text))))
    before, after = (source.load_registry(t.encode())[0] for t in (text, edits.apply(text, [edit for _, edit in found])))
    if before is not None and after is not None and source.said(before) == source.said(after):
        yield from found


def field_order(document: Document, library: Library) -> Sequence[Edit]:
    """Fields stand in the order of their declaration, each with the comments above it, in front matter that is sound."""
    if document.fields is None or any(d.rule in _UNSOUND for d in document.defects):
        return ()
    front = source.read(document.text.encode("utf-8", "surrogatepass")).front
    if front is None or any(key.span.column != 1 for key, _ in front.entries):
        return ()
    rank = {name: number for number, name in enumerate(NAMES)}
    places = [(rank.get(key.text, -1), key.span.line) for key, _ in front.entries]
    if places == sorted(places, key=lambda place: place[0]) or any(place < 0 for place, _ in places):
        return ()
    lines = document.text.split("\n")
    opening = next(number for number, line in enumerate(lines, start=1) if line.strip())
    last = document.body_line - 2
    while not lines[last - 1].strip() or lines[last - 1].startswith("#"):
        last -= 1
    starts = [_lead(lines, at, places[n - 1][1] if n else opening, first=not n) for n, (_, at) in enumerate(places)]
    parts = [lines[start - 1 : end - 1] for start, end in zip(starts, (*starts[1:], last + 1), strict=True)]
    ordered = [part for _, part in sorted(zip(places, parts, strict=True), key=lambda pair: pair[0][0])]
    text = "".join(f"{line}\n" for part in ordered for line in part)
    return _meaning(document, [Edit(Span(starts[0], 1, last + 1, 1), text)], ordered=False)


# Order last: it moves the lines in which the others want to change something.
TIDYINGS: Mapping[str, Tidying] = {
    "other-names": Tidying(
        other_names,
        Localized("nama dari daftar", "names as listed"),
        Localized(
            "Topik, negara, program, tahap, sektor, dan penulis ditulis seperti di daftarnya. Sebutan lain (aliases) "
            "diganti kuncinya, "
            "misalnya Negeri Sakura menjadi JP; beda huruf besar atau spasi mengikuti namanya, misalnya goes  japan "
            "menjadi GOES JAPAN.",
            "Topics, countries, programs, stages, sectors and authors are written as their list has them. Another "
            "name becomes the key "
            "(Negeri Sakura becomes JP); other capitals or blanks follow the name (goes  japan becomes GOES JAPAN).",
        ),
    ),
    "choices": Tidying(
        choices,
        Localized("pilihan berhuruf kecil", "choices in small letters"),
        Localized(
            'Isian yang hanya mengenal beberapa pilihan ditulis dengan huruf kecil: "status: Draft" menjadi "status: draft".',
            'A field of a few choices has them in small letters: "status: Draft" becomes "status: draft".',
        ),
    ),
    "moments": Tidying(
        moments,
        Localized("tanggal tanpa jam", "dates without a time"),
        Localized(
            "Tanggal dengan jam menjadi tanggal saja, yaitu tanggalnya di Jakarta: 2026-11-21T23:30:00Z menjadi 2026-11-22.",
            "A date with a time becomes the day that it was in Jakarta: 2026-11-21T23:30:00Z becomes 2026-11-22.",
        ),
    ),
    "empty-items": Tidying(
        empty_items,
        Localized("butir daftar yang kosong", "empty items"),
        Localized(
            "Butir daftar yang hanya berisi tanda hubung dihapus beserta barisnya.",
            "An item of a list that is nothing but its hyphen goes, with its line.",
        ),
    ),
    "line-endings": Tidying(
        line_endings,
        Localized("akhir baris", "line ends"),
        Localized(
            "Windows dan Linux mengakhiri baris dengan cara yang berbeda. Kalau keduanya ada di satu berkas, semua "
            "baris mengikuti yang "
            "terbanyak. Tulisannya tidak berubah.",
            "Windows and Linux end lines in different ways. Where a file has both, all lines follow the more frequent "
            "one. The words stay.",
        ),
    ),
    "blanks-before-colons": Tidying(
        blanks_before_colons,
        Localized("spasi sebelum titik dua", "blanks before colons"),
        Localized(
            'Titik dua menempel pada nama isiannya: "title : Judul" menjadi "title: Judul".',
            'The colon follows the name of its field at once: "title : Judul" becomes "title: Judul".',
        ),
    ),
    "trailing-blanks": Tidying(
        trailing_blanks,
        Localized("spasi di akhir baris", "blanks at line ends"),
        Localized(
            "Spasi di akhir baris yang tidak tampak di halaman dihapus. Dua spasi, yang memutus baris di halaman, dan "
            "spasi di dalam "
            "kode dibiarkan.",
            "Blanks at the end of a line that show nowhere go. Two of them, which break a line of the page, and those "
            "in code stay.",
        ),
    ),
    "file-end": Tidying(
        file_end,
        Localized("akhir berkas", "end of the file"),
        Localized(
            "Berkas berakhir dengan satu akhir baris, tanpa baris kosong di bawahnya.",
            "A file ends with one line end, and with no empty lines below its last line.",
        ),
    ),
    "field-order": Tidying(
        field_order,
        Localized("urutan isian", "order of fields"),
        Localized(
            "Isian di bagian atas diurutkan seperti tabel di CONTRIBUTING.md, masing-masing beserta catatan di "
            "atasnya. Ini hanya "
            "dilakukan kalau bagian atas itu memang sedang diperbaiki.",
            "Fields come into the order of the table in CONTRIBUTING.md, each with the comments above it, and only in "
            "front matter "
            "that is being repaired anyway.",
        ),
    ),
}


def _lead(lines: Sequence[str], at: int, above: int, *, first: bool) -> int:
    """The line where what belongs to the field on line `at` starts; `above` is the line of the field before it."""
    start = at
    while start - 1 > above and (lines[start - 2].startswith("#") or not lines[start - 2].strip()):
        start -= 1
    if first:
        # A note at the top with an empty line below it is about the whole file.
        start = next((n + 1 for n in range(at - 1, start - 1, -1) if not lines[n - 1].strip()), start)
    return start


def _spelling(term: Term, value: str, language: str) -> str:
    name: Localized = term.name
    names = [n for n in (name.speak(language), name.id, name.en, name.ja) if n]
    if value in (term.key, *names):
        return value
    return next((n for n in names if fold(n) == fold(value)), term.key)


def _raw(document: Document, span: Span) -> str:
    """A value as it is written on its line, "" when it has more than one or none."""
    if span.line != span.end_line:
        return ""
    return document.text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def _unquoted(written: str) -> str:
    whole = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    return written[1:-1] if whole else written


def _like(written: str, right: str) -> str:
    """A value in the quotation marks of the one that it replaces, where it can stand in them."""
    if written[:1] in ("'", '"') and not set(right) & set("'\"\\"):
        return f"{written[0]}{right}{written[0]}"
    return right if _PLAIN.fullmatch(right) and right.casefold() not in _OTHERS else quoted(right)


def _sound(document: Document) -> bool:
    """Whether it is certain what the lines of a file are: its front matter is read, and no carriage return stands alone."""
    return document.fields is not None and document.text.count("\r") == document.text.count("\r\n")


def _front(document: Document) -> Sequence[str]:
    """The lines up to the end of the front matter, its boundaries included."""
    return document.text.split("\n")[: document.body_line - 1] if document.fields is not None else ()


def _last(lines: Sequence[str]) -> int:
    """The number of the last line that holds something."""
    return next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip(" \t\r")), 0)


def _stripped(number: int, line: str) -> Edit | None:
    match = _TRAILING.search(line)
    return Edit(Span(number, match.start(1) + 1, number, match.end(1) + 1), "") if match is not None else None


def _meaning(document: Document, found: Sequence[Edit], *, ordered: bool = True) -> Sequence[Edit]:
    """The edits, or none when the front matter would say anything else with them."""
    if not found:
        return ()
    before, after = (_said(text, ordered=ordered) for text in (document.text, edits.apply(document.text, found)))
    return found if before == after else ()


def _said(text: str, *, ordered: bool) -> object:
    read = source.read(text.encode("utf-8", "surrogatepass"))
    if read.front is None:
        return None
    entries = list(_entries(read.front))
    return (entries if ordered else dict(entries)), read.body, [d.rule for d in read.defects]


def _entries(group: source.Group) -> Iterator[tuple[str, object]]:
    return ((key.text, source.said(value)) for key, value in group.entries)
