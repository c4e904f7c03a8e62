"""The one declaration of every front-matter field, and the step from values as written to typed values.

Validation reads `FIELDS`; whatever else must agree with it (a JSON Schema, a form, the editors' reference) is
to be derived from it as well.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rantau.model import (
    Defect,
    Edit,
    Fields,
    Figure,
    Image,
    InlineAuthor,
    Kind,
    Localized,
    Point,
    Source,
    Span,
)
from rantau.source import Group, Listing, Node, Scalar
from rantau.text import dates
from rantau.text.names import nearest

EVERYWHERE = frozenset(Kind)
ARTICLES = frozenset({Kind.ARTICLE})
SHEETS = frozenset({Kind.SHEET})
LISTED = ARTICLES | SHEETS
URL_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of plain text, `min` to `max` characters long where that is asked."""

    min: int = 0
    max: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """A date in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The name of an image, in content/images/ or beside the article."""


@dataclass(frozen=True, slots=True)
class Url:
    """An absolute web address."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A key, a name or an alias of a registry."""

    registry: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; one bare item is a list of one."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Record:
    """Named values."""

    fields: tuple["Field", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """A record, or else a bare value."""

    record: Record
    bare: "Shape"


Shape = Text | Day | Choice | File | Url | Reference | ListOf | Record | Either


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its shape, the kinds of file it belongs to, and what an editor is told about it."""

    name: str
    shape: Shape
    label: Localized
    help: Localized
    kinds: frozenset[Kind] = EVERYWHERE
    required: frozenset[Kind] = frozenset()
    legacy: bool = False


def _field(name: str, shape: Shape, label: str, english: str, help_id: str, help_en: str, **more: object) -> Field:
    return Field(name, shape, Localized(label, english), Localized(help_id, help_en), **more)  # type: ignore[arg-type]


_IMAGE = Record(
    (
        _field(
            "src",
            File(),
            "Berkas gambar",
            "Image file",
            "Nama berkas gambar, misalnya jepang.jpg.",
            "File name, such as jepang.jpg.",
        ),
        _field("alt", Text(), "Teks alternatif", "Alternative text", "Apa yang terlihat pada gambar.", "What the image shows."),
        _field("caption", Text(), "Keterangan", "Caption", "Kalimat di bawah gambar.", "The sentence below the image."),
        _field("credit", Text(), "Kredit", "Credit", "Siapa yang membuat gambar.", "Who made the image."),
        _field("license", Text(), "Lisensi", "Licence", "Izin pemakaian gambar.", "The terms of its use."),
    )
)
_SOURCE = Record(
    (
        _field("title", Text(), "Judul", "Title", "Judul halaman atau dokumen sumber.", "Title of the page or document."),
        _field("publisher", Text(), "Penerbit", "Publisher", "Lembaga atau media yang menerbitkan.", "Who published it."),
        _field(
            "url",
            Url(),
            "Alamat web",
            "Web address",
            "Alamat lengkap, mulai dengan https://.",
            "The whole address, from https://.",
        ),
        _field("date", Day(), "Tanggal", "Date", "Tanggal terbit sumber.", "When it was published."),
    )
)
_FIGURE = Record(
    (
        _field("label", Text(), "Nama angka", "Label", "Apa yang dihitung.", "What is counted."),
        _field("value", Text(), "Nilai", "Value", "Angkanya, persis seperti sumber.", "The number, exactly as in the source."),
        _field("unit", Text(), "Satuan", "Unit", "Orang, rupiah, persen, dan sebagainya.", "People, rupiah, per cent and so on."),
        _field("date", Day(), "Tanggal", "Date", "Tanggal berlakunya angka.", "The day the number holds for."),
        _field("source", Text(), "Sumber", "Source", "Penerbit angka.", "Who published it."),
    )
)
_AUTHOR = Record(
    (
        _field("name", Text(), "Nama", "Name", "Nama penulis.", "The author's name."),
        _field("img", File(), "Foto", "Picture", "Berkas foto penulis.", "The author's picture."),
    )
)
_POINT = Record(
    (
        _field("label", Text(), "Hal", "Label", "Misalnya: Biaya dan siapa yang membayar.", "Such as: costs and who pays."),
        _field("value", Text(), "Isi", "Value", "Yang diketahui, dalam satu kalimat.", "What is known, in a sentence."),
        _field("source", Text(), "Sumber", "Source", "Penerbit dan tanggal.", "Publisher and date."),
        _field("verified_on", Day(), "Diperiksa", "Verified", "Kosongkan bila belum diverifikasi.", "Leave out when unverified."),
    )
)

FIELDS: tuple[Field, ...] = (
    _field(
        "title",
        Text(),
        "Judul",
        "Title",
        "Satu kalimat yang mengatakan isi artikel.",
        "One sentence that says what the article is about.",
        required=LISTED | {Kind.PAGE},
    ),
    _field(
        "description",
        Text(50, 300),
        "Ringkasan",
        "Description",
        "Satu atau dua kalimat, 50 sampai 300 huruf; tampil di kartu dan hasil pencarian.",
        "One or two sentences of 50 to 300 characters, for cards and search results.",
        required=LISTED,
    ),
    _field("images", ListOf(_IMAGE), "Gambar", "Images", "Gambar utama lebih dulu.", "The main image first."),
    _field("img", File(), "Gambar kartu", "Card image", "Gambar di kartu.", "The image of the card.", legacy=True),
    _field(
        "imgContentBerita",
        File(),
        "Gambar utama",
        "Hero image",
        "Gambar besar di atas artikel.",
        "The image above the article.",
        legacy=True,
    ),
    _field(
        "img2",
        File(),
        "Gambar kedua",
        "Second image",
        "Gambar setelah sepertiga artikel.",
        "The image after the first third.",
        legacy=True,
    ),
    _field(
        "alt",
        Text(),
        "Teks gambar",
        "Alternative text",
        "Apa yang terlihat pada gambar utama.",
        "What the main image shows.",
        legacy=True,
    ),
    _field(
        "alt2",
        Text(),
        "Teks gambar kedua",
        "Second alternative text",
        "Apa yang terlihat pada gambar kedua.",
        "What the second image shows.",
        legacy=True,
    ),
    _field(
        "author",
        Either(_AUTHOR, Reference("authors")),
        "Penulis",
        "Author",
        "Nama dan foto penulis.",
        "The author's name and picture.",
        legacy=True,
    ),
    _field(
        "authors",
        ListOf(Reference("authors")),
        "Penulis",
        "Authors",
        "Kunci penulis dari _data/authors.yml.",
        "Keys of _data/authors.yml.",
    ),
    _field(
        "tags",
        ListOf(Reference("tags")),
        "Topik",
        "Tags",
        "Topik dari _data/tags.yml.",
        "Topics of _data/tags.yml.",
        kinds=LISTED,
    ),
    _field(
        "countries",
        ListOf(Reference("countries")),
        "Negara",
        "Countries",
        "Negara yang dibahas: kode dua huruf (JP) atau nama.",
        "The countries it is about: two-letter codes (JP) or names.",
        kinds=LISTED,
    ),
    _field(
        "programs",
        ListOf(Reference("programs")),
        "Program",
        "Programs",
        "Program yang dibahas.",
        "The programs it is about.",
        kinds=ARTICLES,
    ),
    _field(
        "stage",
        Reference("stages"),
        "Tahap",
        "Stage",
        "Tahap pembaca: persiapan, pra-penempatan, penempatan, purna-penempatan.",
        "Where the reader stands.",
        kinds=LISTED,
    ),
    _field(
        "sectors",
        ListOf(Reference("sectors")),
        "Sektor",
        "Sectors",
        "Bidang kerja dari _data/sectors.yml.",
        "Lines of work of _data/sectors.yml.",
        kinds=LISTED,
    ),
    _field("date", Day(), "Tanggal", "Date", "Tanggal terbit, misalnya 2026-11-22.", "Day of publication, such as 2026-11-22."),
    _field("updated", Day(), "Diperbarui", "Updated", "Tanggal perubahan isi terakhir.", "Day of the last change of content."),
    _field("sources", ListOf(_SOURCE), "Sumber", "Sources", "Dari mana faktanya.", "Where the facts come from."),
    _field(
        "figures",
        ListOf(_FIGURE),
        "Angka",
        "Figures",
        "Angka penting dengan sumber dan tanggal.",
        "Numbers with source and date.",
        kinds=LISTED,
    ),
    _field(
        "verified_on",
        Day(),
        "Diperiksa pada",
        "Verified on",
        "Kapan isinya terakhir dicocokkan dengan sumber.",
        "When it was last checked against its sources.",
    ),
    _field(
        "review_by",
        Day(),
        "Periksa lagi sebelum",
        "Review by",
        "Kapan isinya harus diperiksa lagi.",
        "When it must be checked again.",
    ),
    _field(
        "expires",
        Day(),
        "Berlaku sampai",
        "Expires",
        "Setelah tanggal ini halaman diberi tanda kedaluwarsa.",
        "After this day the page says that it is out of date.",
    ),
    _field(
        "rights",
        Choice(("own", "quoted", "third-party")),
        "Hak cipta",
        "Rights",
        "own: tulisan sendiri; quoted: dengan kutipan; third-party: tulisan orang lain, tidak boleh terbit.",
        "Third-party full text can never be published.",
    ),
    _field(
        "status",
        Choice(("draft", "published", "archived")),
        "Status",
        "Status",
        "draft: belum terbit; published: terbit; archived: arsip.",
        "Draft, published or archived.",
    ),
    _field(
        "redirect_from",
        ListOf(Text()),
        "Alamat lama",
        "Old addresses",
        "Alamat lama yang harus tetap membuka halaman ini.",
        "Old addresses that must keep leading here.",
    ),
    _field(
        "translation",
        Choice(("human", "machine")),
        "Terjemahan",
        "Translation",
        "machine: diterjemahkan mesin; pembaca diberi tahu.",
        "Machine translations are labelled.",
    ),
    _field(
        "name",
        Text(),
        "Nama program",
        "Program name",
        "Nama pendek program, misalnya SSW.",
        "The program's short name.",
        kinds=SHEETS,
    ),
    _field(
        "aliases", ListOf(Text()), "Nama lain", "Other names", "Nama lain program.", "Other names of the program.", kinds=SHEETS
    ),
    _field(
        "official",
        Url(),
        "Jalur resmi",
        "Official channel",
        "Alamat web resmi program.",
        "The program's official web address.",
        kinds=SHEETS,
    ),
    _field(
        "overview",
        ListOf(_POINT),
        "Ringkasan program",
        "Overview",
        "Baris-baris tabel di atas lembar program.",
        "The rows of the table on top.",
        kinds=SHEETS,
    ),
)

# The likeness from which on a mistyped name is repaired by a machine.
_SURE = 0.8
NAMES: Mapping[str, Field] = {f.name: f for f in FIELDS}


@dataclass(slots=True)
class _Reading:
    """What typing one file gathers on its way."""

    kind: Kind
    spans: dict[str, Span] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)

    def report(self, rule: str, span: Span, values: Mapping[str, str], fix: tuple[Edit, ...] = ()) -> None:
        self.defects.append(Defect(rule, span, values, fix))


def type_fields(kind: Kind, front: Group) -> tuple[Fields, tuple[Defect, ...]]:
    """The typed fields of a file's front matter, and every value that could not be typed.

    Defects: unknown-field, field-shape, missing-<field>, description-length, impossible-date, unknown-choice,
    unsafe-link. A value with a defect is absent from the result.
    """
    reading = _Reading(kind)
    legal = tuple(f for f in FIELDS if kind in f.kinds)
    values = _record(Record(legal), front, "", reading)
    for declared in legal:
        if kind in declared.required and declared.name not in values and not _reported(reading, declared.name):
            reading.report(f"missing-{declared.name}", reading.spans.get(declared.name, Span(1, 1, 1, 1)), {})
    return _assemble(values, reading.spans), tuple(reading.defects)


def _reported(reading: _Reading, name: str) -> bool:
    return any(d.values.get("field") == name and d.rule in ("field-shape", "duplicate-field") for d in reading.defects)


def _record(shape: Record, group: Group, prefix: str, reading: _Reading) -> dict[str, object]:
    """The typed values of a group, without its empty ones."""
    declared = {f.name: f for f in shape.fields}
    values: dict[str, object] = {}
    for key, node in group.entries:
        path = prefix + key.text
        known = declared.get(key.text)
        if known is None:
            # A field that belongs to another kind of file is no slip of the pen.
            close = "" if key.text in NAMES else nearest(key.text, declared)
            sure = close and nearest(key.text, declared, _SURE) and close not in {k.text for k, _ in group.entries}
            fix = (Edit(key.span, close),) if sure else ()
            reading.report("unknown-field", key.span, {"field": key.text, "nearest": close}, fix)
            continue
        reading.spans[path] = node.span if _span_is_real(node) else key.span
        if isinstance(node, Scalar) and _empty(node):
            continue
        value = _TYPERS[type(known.shape)](known.shape, node, path, reading)
        if value is not None and value != ():
            values[key.text] = value
    return values


def _empty(node: Scalar) -> bool:
    return not node.text.strip() or (node.plain and node.text in ("~", "null"))


def _span_is_real(node: Node) -> bool:
    return (node.span.line, node.span.column) != (node.span.end_line, node.span.end_column)


def _scalar(node: Node, path: str, reading: _Reading) -> str | None:
    """The text of a scalar on one line, or None after reporting that it is none."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    got = "list" if isinstance(node, Listing) else "group"
    reading.report("field-shape", node.span, {"field": path, "expected": "text", "got": got})
    return None


def _type_text(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    assert isinstance(shape, Text)
    text = _scalar(node, path, reading)
    if text is not None and shape.max and not shape.min <= len(text) <= shape.max:
        values = {"length": str(len(text)), "min": str(shape.min), "max": str(shape.max)}
        reading.report(f"{path}-length", node.span, values)
    return text


def _type_day(shape: Shape, node: Node, path: str, reading: _Reading) -> datetime.date | None:
    text = _scalar(node, path, reading)
    if text is None:
        return None
    day = dates.iso(text)
    if day is None:
        guess = dates.guess(text)
        suggestion = guess.isoformat() if guess else ""
        fix = (Edit(node.span, suggestion),) if suggestion else ()
        reading.report("impossible-date", node.span, {"field": path, "value": text, "suggestion": suggestion}, fix)
    return day


def _type_choice(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    assert isinstance(shape, Choice)
    text = _scalar(node, path, reading)
    if text is None or text in shape.options:
        return text
    close = nearest(text, shape.options)
    values = {"field": path, "value": text, "choices": ", ".join(shape.options), "nearest": close}
    reading.report("unknown-choice", node.span, values)
    return None


def _type_url(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    text = _scalar(node, path, reading)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in URL_SCHEMES and bool(parts.hostname) and " " not in text
    except ValueError:
        good = False
    if good:
        return text
    scheme = text.split(":", 1)[0].strip().lower() if ":" in text else ""
    reading.report("unsafe-link", node.span, {"destination": text, "scheme": scheme})
    return None


def _type_bare(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    return _scalar(node, path, reading)


def _type_file(shape: Shape, node: Node, path: str, reading: _Reading) -> Image | None:
    text = _scalar(node, path, reading)
    return Image(text) if text is not None else None


def _type_list(shape: Shape, node: Node, path: str, reading: _Reading) -> tuple[object, ...]:
    assert isinstance(shape, ListOf)
    items = node.items if isinstance(node, Listing) else (node,)
    values: list[object] = []
    for number, item in enumerate(items):
        at = f"{path}.{number}"
        reading.spans[at] = item.span
        if isinstance(item, Scalar) and _empty(item):
            values.append(None)
            continue
        values.append(_TYPERS[type(shape.item)](shape.item, item, at, reading))
    # A place in the list is a place in `spans`, so a gap may only be closed at the end.
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _type_record(shape: Shape, node: Node, path: str, reading: _Reading) -> dict[str, object] | None:
    assert isinstance(shape, Record)
    if isinstance(node, Group):
        return _record(shape, node, f"{path}.", reading) or None
    got = "list" if isinstance(node, Listing) else "text"
    reading.report("field-shape", node.span, {"field": path, "expected": "group", "got": got})
    return None


def _type_either(shape: Shape, node: Node, path: str, reading: _Reading) -> object:
    assert isinstance(shape, Either)
    inner = shape.record if isinstance(node, Group) else shape.bare
    return _TYPERS[type(inner)](inner, node, path, reading)


_TYPERS: dict[type, Callable[[Shape, Node, str, _Reading], object]] = {
    Text: _type_text,
    Day: _type_day,
    Choice: _type_choice,
    File: _type_file,
    Url: _type_url,
    Reference: _type_bare,
    ListOf: _type_list,
    Record: _type_record,
    Either: _type_either,
}


def _assemble(values: dict[str, object], spans: dict[str, Span]) -> Fields:
    """The fields, with the five old image fields brought into the form of `images`."""
    given: dict[str, object] = {
        name: values[name]
        for name in values
        if name not in ("img", "imgContentBerita", "img2", "alt", "alt2", "author", "images")
    }
    for name, maker in (("sources", _source), ("figures", _figure), ("overview", _point)):
        given[name] = tuple(maker(entry) for entry in _entries(values, name))
    for name in ("tags", "countries", "programs", "sectors", "authors", "redirect_from", "aliases"):
        given[name] = tuple(str(v) if v is not None else "" for v in _listed(values, name))
    images = tuple(_image(entry) for entry in _entries(values, "images"))
    given.update(_roles(values, images))
    author = values.get("author")
    if isinstance(author, dict):
        if author.get("name"):
            given["author"] = InlineAuthor(str(author["name"]), _picture(author.get("img")))
    elif author:
        listed = tuple(str(a) for a in _listed(values, "authors") if a is not None)
        given["authors"] = (*listed, str(author))
        spans[f"authors.{len(listed)}"] = spans["author"]
    return Fields(**given, spans=spans)  # type: ignore[arg-type]


def _roles(values: dict[str, object], images: tuple[Image, ...]) -> dict[str, object]:
    """Which image stands where: on the card, above the article, after its first third."""
    alt, alt2 = str(values.get("alt", "")), str(values.get("alt2", ""))
    card, hero, second = (_picture(values.get(n)) for n in ("img", "imgContentBerita", "img2"))
    main = hero or card
    if main is not None:
        hero = Image(main.src, alt=alt)
        card = Image(card.src, alt=alt) if card is not None else hero
    elif images:
        hero = card = images[0]
    if second is not None:
        second = Image(second.src, alt=alt2)
    elif len(images) > 1 and main is None:
        second = images[1]
    return {"card": card, "hero": hero, "second": second, "images": images}


def _entries(values: dict[str, object], name: str) -> list[dict[str, object]]:
    return [entry if isinstance(entry, dict) else {} for entry in _listed(values, name)]


def _listed(values: dict[str, object], name: str) -> tuple[object, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else ()


def _picture(value: object) -> Image | None:
    return value if isinstance(value, Image) else None


def _words(entry: dict[str, object], name: str) -> str:
    return str(entry.get(name, ""))


def _date(entry: dict[str, object], name: str) -> datetime.date | None:
    value = entry.get(name)
    return value if isinstance(value, datetime.date) else None


def _image(entry: dict[str, object]) -> Image:
    picture = _picture(entry.get("src"))
    alt, caption, credit, license_ = (_words(entry, name) for name in ("alt", "caption", "credit", "license"))
    return Image(picture.src if picture else "", None, alt, caption, credit, license_)


def _source(entry: dict[str, object]) -> Source:
    return Source(_words(entry, "title"), _words(entry, "publisher"), _words(entry, "url"), _date(entry, "date"))


def _figure(entry: dict[str, object]) -> Figure:
    label, value, unit = (_words(entry, name) for name in ("label", "value", "unit"))
    return Figure(label, value, unit, _date(entry, "date"), _words(entry, "source"))


def _point(entry: dict[str, object]) -> Point:
    return Point(_words(entry, "label"), _words(entry, "value"), _words(entry, "source"), _date(entry, "verified_on"))
