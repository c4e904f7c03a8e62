"""The one declaration of every front-matter field: its shape, where it belongs, and what an editor is told about it.

Validation reads `FIELDS` (schema.py); whatever else must agree with it, such as a JSON Schema, a form or the
editors' reference, is derived from it as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rantau.model import Kind, Localized

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

NAMES: Mapping[str, Field] = {f.name: f for f in FIELDS}

# What editors write who think in Indonesian.
SYNONYMS: Mapping[str, str] = {
    "judul": "title",
    "deskripsi": "description",
    "ringkasan": "description",
    "keterangan": "description",
    "tanggal": "date",
    "penulis": "authors",
    "topik": "tags",
    "kategori": "tags",
    "label": "tags",
    "tag": "tags",
    "negara": "countries",
    "gambar": "img",
    "foto": "img",
    "tahap": "stage",
    "sumber": "sources",
    "sektor": "sectors",
    "angka": "figures",
    "program": "programs",
}
