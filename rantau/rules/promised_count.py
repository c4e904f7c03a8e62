"""A text promises a number of things and lists another number of them.

Readers count: with "ten documents" and eight of them below, two seem to be missing. Only what is clearly counted is
compared: numbered headings, headings all alike, or the one list that follows. The module is long because its examples are whole texts.

Bad:
    ---
    title: 5 dokumen untuk visa kerja
    #      ^^^^^^^^^
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ## 1. Paspor

    Masih berlaku.

    ## 2. Surat sehat

    Dari rumah sakit.

    ## 3. Kontrak

    Sudah ditandatangani.
    at: 2:8

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Sebelum ke kantor imigrasi, siapkan empat dokumen berikut:

    - paspor,
    - kontrak,
    - surat sehat.
    at: 7:37

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ## Lima langkah mudah

    Kerjakan dari atas ke bawah.

    1. Buat paspor.
    2. Periksa kesehatan.
    3. Minta kontrak.
    4. Ajukan visa.
    at: 7:4

Good:
    ---
    title: 3 dokumen untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ## 1. Paspor

    Masih berlaku.

    ## 2. Surat sehat

    Dari rumah sakit.

    ## 3. Kontrak

    Sudah ditandatangani.

    ## Penutup

    Simpan salinannya.

Good:
    ---
    title: Pekerja dari 10 negara dapat mengajukan visa
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    1. Buat paspor.
    2. Minta kontrak.
    3. Ajukan visa.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Dari tujuh dokumen, tiga dokumen di antaranya harus asli:

    - paspor,
    - kontrak.

    Ada lebih dari 10 syarat, misalnya:

    - sehat,
    - cukup umur.

Good:
    ---
    title: 7 hal tentang visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ## Yang perlu dibawa

    - paspor,
    - kontrak,
    - surat sehat.

    ## Yang tidak perlu

    - uang tunai,
    - surat jalan,
    - foto lama,
    - ijazah asli.

Good:
    path: artikel/2025/contoh.md
    ---
    title: Sepuluh jurus mengurus visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ## Siapkan paspor

    Masih berlaku.

    ## Periksa kesehatan

    Di rumah sakit.

    ## Minta kontrak

    Sudah ditandatangani.

    ## Ajukan visa

    Di kedutaan.

    ## Simpan salinan

    Di rumah.
    path: en/artikel/2025/contoh.md
    ---
    title: 10 tips for a work visa
    description: The papers to get ready before applying for a work visa, and the order in which to do it.
    date: 2025-03-01
    ---

    ## Get a passport

    Still valid.

    ## See a doctor

    In a hospital.

    ## Sign the contract

    Then keep it.

    ## Apply

    At the embassy.

    ## Keep copies

    At home.

Good:
    path: en/artikel/2025/contoh.md
    ---
    title: Four steps to a work visa
    description: The papers to get ready before applying for a work visa, and the order in which to do it.
    date: 2025-03-01
    ---

    1. Get a passport.
    2. See a doctor.
    3. Sign the contract.
    4. Apply.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from rantau.model import DEFAULT_LANGUAGE, Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.blocks import Line, lines
from rantau.text.numerals import Promise, numbers, promises
from rantau.text.positions import Positions, body_start, field_range

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Judul atau kalimat pembuka yang menyebut jumlah, misalnya "10 tips", ditepati isinya: pembaca menghitung. Yang '
        "dibandingkan hanya yang jelas berurutan, yaitu subjudul bernomor, subjudul yang setara, atau satu daftar. Ini "
        "hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'A title or a sentence that names a number, such as "10 tips", is kept by what follows: readers count. Only what '
        "is clearly enumerated is compared: numbered headings, headings of one rank, or one list. This is only a warning; "
        "the text can be published."
    ),
)

_NUMBERED = re.compile(
    r"(?:(?:langkah|tips?|cara|tahap|step|alasan|tanda|kesalahan)[ \t]+(?:ke-?)?#?)?(\d{1,2})(?:[.):]|$|[ \t]+[-–—])", re.I
)
# A list's first item, or a heading; the line before the one and the words of the other may announce a number.
_ANNOUNCED = re.compile(r"\n(?:(?P<heading>#{1,6}[ \t])|[ \t\r]{0,9}\n?(?P<list>(?:[-*+]|1\.)[ \t]))")
_LONGEST_LINE = 600
_SIGNS = re.compile(r"#{1,6}[ \t]*")
_OPENED = re.compile(r"#{1,6}[ \t]*(?:\d{1,2}[.)][ \t]*)?")
# Headings that are no item of an enumeration.
_AROUND = re.compile(
    r"pendahulu|pengantar|pembuka|penutup|kesimpulan|simpulan|ringkas|rangkum|catatan|sumber|referensi|rujukan|baca|lihat|tanya|faq|"
    r"bonus|tambahan|apa itu|conclu|intro|summary|note|source|reference|further|see|まとめ|はじめに|おわりに|参考",
    re.I,
)
# What these announce need not be complete, or is not what follows.
_VAGUE = re.compile(
    r"antara lain|di antaranya|diantaranya|misalnya|contohnya|termasuk|seperti|such as|including|for example|among|例えば|など",
    re.I,
)
_FOLLOWING = re.compile(r"berikut|yaitu|yakni|ialah|adalah|di bawah|following|below|次の|以下", re.I)
_MOST = 50
# Sentences before lists are compared with no more than this many of the lines after them.
_REACH = 120
# Of these a title may name a number without listing them.
_LOOSE_THINGS = frozenset(
    "negara bidang jenis macam kategori contoh pilihan hak faktor dampak types kinds options examples".split()
)


@dataclass(slots=True)
class _List:
    """One list of the outermost level: its items, and those of all levels."""

    ordered: bool
    start: int
    items: int = 0
    nested: int = 0
    last: int = 0


@dataclass(slots=True)
class _Shape:
    """What stretches of a body enumerate."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    rows: int = 0
    bold: int = 0


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Numbers of things in title, description, headings and sentences before lists that the text does not keep."""
    found = list(_broken(document))
    if found and not _repeats_original(document, library):
        yield from found


def _broken(document: Document) -> Iterator[Finding]:
    if document.body is None or document.fields is None:
        return
    positions, written = None, document.text
    for name, value in (("title", document.fields.title), ("description", document.fields.description)):
        if value is None or next(promises(value), None) is None:
            continue
        positions = positions or Positions(written)
        start, end = field_range(document, name, positions)
        promise = next((p for p in promises(written, start, end) if 3 <= p.count <= _MOST and p.thing not in _LOOSE_THINGS), None)
        found = list(lines(document.prose, body_start(document)))
        if promise is not None and (kept := _whole(_shape(found), promise.count)):
            yield _finding(document, positions, promise, name, *kept)
    if any(next(promises(document.prose, *place), None) is not None for place in _announcements(document.prose)):
        positions = positions or Positions(written)
        found = list(lines(document.prose, body_start(document)))
        for promise, count in _broken_leads(document.prose, found):
            yield _finding(document, positions, promise, "body", count, "list")


def _repeats_original(document: Document, library: Library) -> bool:
    """Whether a translation enumerates just what its original does: what is to be said about that is said there."""
    if document.language == DEFAULT_LANGUAGE:
        return False
    original = library.by_path.get(PurePosixPath(*document.path.parts[1:]))
    if original is None or original.body is None:
        return False
    ours, theirs = (
        {p.count for p in promises(d.fields.title or "")} if d.fields is not None else set() for d in (document, original)
    )
    if ours and theirs and ours != theirs:
        # The number was translated into another one.
        return False
    shapes = [_shape(list(lines(d.prose, body_start(d)))) for d in (document, original)]
    one, other = ([(level, _number(text)) for level, text in s.headings] for s in shapes)
    return bool(one) and one == other and [e.items for e in shapes[0].lists] == [e.items for e in shapes[1].lists]


def _number(heading: str) -> str:
    match = _NUMBERED.match(heading)
    return match[1] if match is not None else ""


def _announcements(prose: str) -> Iterator[tuple[int, int]]:
    """Start and end of the headings and of the lines before lists: only these are worth a closer look."""
    for match in _ANNOUNCED.finditer(prose):
        start = prose.rfind("\n", 0, match.start()) + 1 if match.lastgroup == "list" else match.end()
        end = match.start() if match.lastgroup == "list" else prose.find("\n", start) % (len(prose) + 1)
        if end - start < _LONGEST_LINE:
            yield start, end


def _shape(found: Sequence[Line]) -> _Shape:
    shape, current = _Shape(), None
    fresh = True
    for line in found:
        if line.kind in ("bullet", "number") and line.indent < 4:
            ordered = line.kind == "number"
            number = int(line.text.partition(".")[0]) if ordered else 0
            if current is None or current.ordered != ordered:
                before = shape.lists[-1] if shape.lists and ordered else None
                # A list whose numbers go on after a paragraph is still the same one.
                current = (
                    before if before is not None and before.ordered and number == before.last + 1 else _List(ordered, line.start)
                )
                if current is not before:
                    shape.lists.append(current)
            current.items, current.last = current.items + 1, number
        elif line.kind in ("bullet", "number") and current is not None:
            current.nested += 1
        elif line.kind == "heading" and line.indent == 0:
            shape.headings.append((len(line.text) - len(line.text.lstrip("#")), _SIGNS.sub("", line.text).strip("#* \t")))
            current = None
        elif line.kind and line.indent < 2 and fresh:
            current = None
        shape.rows += line.kind == "table"
        shape.bold += line.kind == "text" and fresh and line.text.startswith(("**", "__"))
        fresh = not line.kind
    return shape


def _counts(shape: _Shape) -> set[int]:
    """Every number of things that the stretch can be said to hold."""
    counts = {
        shape.rows,
        shape.rows - 2,
        shape.bold,
        sum(e.items for e in shape.lists),
        sum(e.items + e.nested for e in shape.lists),
    }
    counts |= {n for e in shape.lists for n in (e.items, e.last, e.items + e.nested)}
    for level in {level for level, _ in shape.headings}:
        texts = [text for rank, text in shape.headings if rank == level]
        plain = sum(1 for text in texts if not _AROUND.match(text))
        # An opening and a closing section may have any name.
        counts |= {len(texts), plain, plain - 1, plain - 2}
    numbered = [int(m[1]) for _, text in shape.headings if (m := _NUMBERED.match(text))]
    return counts | {len(numbered), *numbered[-1:]}


def _whole(shape: _Shape, promised: int) -> tuple[int, str] | None:
    """What the whole body clearly enumerates instead of the promised number: how many, and of what; or None."""
    numbered = [(level, int(m[1])) for level, text in shape.headings if (m := _NUMBERED.match(text))]
    counts = _counts(shape)
    if len(numbered) > 1:
        # Numbers are exact: no heading is an opening or a closing one.
        exact = {len(numbered), numbered[-1][1], *(e.items for e in shape.lists), shape.rows - 2}
        in_order = [n for _, n in numbered] == list(range(1, len(numbered) + 1)) and len({level for level, _ in numbered}) == 1
        return (len(numbered), "numbered") if in_order and promised not in exact else None
    if promised in counts:
        return None
    if (
        len(shape.headings) < 2
        and len(shape.lists) == 1
        and shape.lists[0].ordered
        and shape.lists[0].items > 2
        and not shape.rows
    ):
        return shape.lists[0].items, "list"
    plain = [text for _, text in shape.headings if not _AROUND.match(text)]
    alike = len({level for level, _ in shape.headings}) == 1 and not shape.lists and not shape.rows and not shape.bold
    if alike and 2 < len(plain) < promised <= 2 * len(plain):
        return len(plain), "headings"
    return None


def _broken_leads(prose: str, found: Sequence[Line]) -> Iterator[tuple[Promise, int]]:
    """Promises of headings and of the last sentences before lists, each with the number of items that the list has."""
    content = [n for n, line in enumerate(found) if line.kind]
    following = dict(pairwise(content))
    for number in content:
        line = found[number]
        after = following.get(number)
        if after is None or line.indent >= 4:
            continue
        end = line.start + len(line.text)
        if line.kind == "heading":
            opened = _OPENED.match(line.text)
            start = line.start + (opened.end() if opened else 0)
            promise = next(promises(prose, start, end), None)
            shape = _shape(_section(found, number + 1))
            if promise is None or promise.start != start or shape.headings or len(shape.lists) != 1 or shape.rows or shape.bold:
                continue
        elif line.kind == "text" and found[after].kind in ("bullet", "number") and found[after].indent < 4:
            # The last sentence of the line is what announces the list.
            start = line.start + max(0, *(line.text.rfind(mark, 0, len(line.text) - 1) + 2 for mark in (". ", "? ", "! ")))
            sentence = prose[start:end]
            promise = next(promises(prose, start, end), None)
            certain = sentence.endswith(":") or _FOLLOWING.search(sentence) is not None
            if promise is None or not certain or numbers(sentence) != 1 or _VAGUE.search(sentence) is not None:
                continue
            shape = _shape(_section(found, after))
        else:
            continue
        first = shape.lists[0]
        kept = {first.items, first.last, first.items + first.nested} | _counts(shape)
        if 2 <= promise.count <= _MOST and first.items > 1 and promise.count not in kept:
            yield promise, first.items


def _section(found: Sequence[Line], first: int) -> Sequence[Line]:
    """The lines from one on up to the next heading."""
    last = min(len(found), first + _REACH)
    end = next((n for n in range(first, last) if found[n].kind == "heading" and found[n].indent == 0), last)
    return found[first:end]


def _finding(document: Document, positions: Positions, promise: Promise, where: str, count: int, kind: str) -> Finding:
    shown = spoken.brief(" ".join(document.text[promise.start : promise.end].split()))
    place = {
        "title": Localized("judul", "the title"),
        "description": Localized("ringkasan", "the summary"),
        "body": Localized("kalimat ini", "this sentence"),
    }[where]
    what = {
        "numbered": Localized("subjudul bernomor", "numbered headings"),
        "headings": Localized("subjudul", "headings"),
        "list": Localized("butir", "items"),
    }[kind]
    return Finding(
        document.path,
        positions.span(promise.start, promise.end),
        Localized(
            id=f'{place.id} menjanjikan "{shown}", tetapi ada {count} {what.id}',
            en=f'{place.en} promises "{shown}", but there are {count} {what.en}',
        ),
        Localized(
            id=f"ganti angkanya menjadi {count}, atau {'tambahkan yang kurang' if promise.count > count else 'hapus yang lebih'}",
            en=f"change the number to {count}, or {'add what is missing' if promise.count > count else 'delete what is too many'}",
        ),
    )
