"""The one declaration of every front-matter field: its shape, where it belongs, and what an editor is told about it.

Validation reads `FIELDS` (schema.py); whatever else must agree with it, such as a JSON Schema, a form or the
editors' reference, is derived from it as well. One module and long, because it is one table: two would be two declarations.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rantau.model import Kind, Localized

EVERYWHERE = frozenset(Kind)
ARTICLES = frozenset({Kind.ARTICLE})
SHEETS = frozenset({Kind.SHEET})
STAGES = frozenset({Kind.STAGE})
LISTED = ARTICLES | SHEETS
URL_SCHEMES = ("http", "https")
# Who bears a cost. "diganti": the worker pays first and the employer gives it back; left empty: nobody verified who pays.
PAYERS = ("pekerja", "pemberi-kerja", "diganti", "pemerintah", "pihak-penerima", "p3mi")
_PAYERS_SAID = (
    *("Pekerja", "Pemberi kerja", "Pekerja dulu, lalu diganti pemberi kerja", "Pemerintah"),
    *("Pihak penerima di negara tujuan", "P3MI"),
)
# ISO 4217, in small letters as all choices.
CURRENCIES = (
    *("idr", "usd", "eur", "jpy", "krw", "twd", "cny", "hkd", "sgd", "myr", "bnd", "thb", "try"),
    *("sar", "aed", "kwd", "qar", "gbp", "aud", "nzd", "cad"),
)
_CURRENCIES_SAID = (
    *("Rupiah", "Dolar Amerika Serikat", "Euro", "Yen Jepang", "Won Korea Selatan", "Dolar Taiwan", "Yuan Tiongkok"),
    *("Dolar Hong Kong", "Dolar Singapura", "Ringgit Malaysia", "Dolar Brunei", "Baht Thailand", "Lira Turki"),
    *("Riyal Arab Saudi", "Dirham Uni Emirat Arab", "Dinar Kuwait", "Riyal Qatar", "Pound Inggris", "Dolar Australia"),
    *("Dolar Selandia Baru", "Dolar Kanada"),
)


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
    """One of a few words; `said` is what an editor who chooses reads in their place, in Indonesian."""

    options: tuple[str, ...]
    said: tuple[str, ...]


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
SOURCE = Record(
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
        _field(
            "key",
            Text(),
            "Nama singkat",
            "Short name",
            "Nama pendek untuk disebut pada isian source lembar program atau tahap, misalnya kp2mi-2025.",
            "A short name for the entries of a sheet or a stage to cite, such as kp2mi-2025.",
        ),
    )
)
FIGURE = Record(
    (
        _field("label", Text(), "Nama angka", "Label", "Apa yang dihitung.", "What is counted."),
        _field("value", Text(), "Nilai", "Value", "Angkanya, persis seperti sumber.", "The number, exactly as in the source."),
        _field("unit", Text(), "Satuan", "Unit", "Orang, rupiah, persen, dan sebagainya.", "People, rupiah, per cent and so on."),
        _field("date", Day(), "Tanggal", "Date", "Tanggal berlakunya angka.", "The day the number holds for."),
        _field("source", Text(), "Sumber", "Source", "Penerbit angka.", "Who published it."),
        _field(
            "series",
            Text(),
            "Deret",
            "Series",
            "Nama bersama untuk angka yang boleh dibandingkan (satuannya sama), misalnya Penempatan per tahun.",
            "A common name of figures that may be compared (with one unit), such as Placements by year.",
        ),
    )
)
_AUTHOR = Record(
    (
        _field("name", Text(), "Nama", "Name", "Nama penulis.", "The author's name."),
        _field("img", File(), "Foto", "Picture", "Berkas foto penulis.", "The author's picture."),
    )
)
POINT = Record(
    (
        _field("label", Text(), "Hal", "Label", "Misalnya: Biaya dan siapa yang membayar.", "Such as: costs and who pays."),
        _field("value", Text(), "Isi", "Value", "Yang diketahui, dalam satu kalimat.", "What is known, in a sentence."),
        _field("source", Text(), "Sumber", "Source", "Penerbit dan tanggal.", "Publisher and date."),
        _field("verified_on", Day(), "Diperiksa", "Verified", "Kosongkan bila belum diverifikasi.", "Leave out when unverified."),
    )
)

_CITED = _field(
    "source",
    Text(),
    "Sumber",
    "Source",
    "Nama singkat (key) atau judul dari sources di berkas ini.",
    "The key or the title of one of the file's sources.",
)
LINE = Record(
    (
        _field("text", Text(), "Isi", "Text", "Satu kalimat pendek.", "One short sentence."),
        _CITED,
    )
)
WHAT_IF = Record(
    (
        _field(
            "question",
            Text(),
            "Pertanyaan",
            "Question",
            "Misalnya: Kalau paspor saya hilang?",
            "Such as: what if I lose my passport?",
        ),
        _field("answer", Text(), "Jawaban", "Answer", "Satu atau dua kalimat pendek.", "One or two short sentences."),
        _CITED,
    )
)
COST = Record(
    (
        _field("item", Text(), "Untuk apa", "Item", "Misalnya: Visa.", "Such as: visa."),
        _field(
            "amount",
            Text(),
            "Jumlah",
            "Amount",
            "Angka saja, misalnya 330.000; kosongkan bila tidak ada di sumber.",
            "A number, such as 330.000; left out when no source has it.",
        ),
        _field(
            "currency",
            Choice(CURRENCIES, _CURRENCIES_SAID),
            "Mata uang",
            "Currency",
            "Kode tiga huruf.",
            "Its code of three letters.",
        ),
        _field(
            "payer",
            Choice(PAYERS, _PAYERS_SAID),
            "Siapa yang membayar",
            "Payer",
            "Kosongkan bila sumber tidak mengatakannya.",
            "Left out when the source does not say.",
        ),
        _CITED,
    )
)


def _lines(name: str, label: str, english: str, help_id: str, help_en: str, kinds: frozenset[Kind] = SHEETS) -> Field:
    return _field(name, ListOf(LINE), label, english, help_id, help_en, kinds=kinds)


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
    _field("sources", ListOf(SOURCE), "Sumber", "Sources", "Dari mana faktanya.", "Where the facts come from."),
    _field(
        "figures",
        ListOf(FIGURE),
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
        Choice(
            ("own", "quoted", "third-party"),
            ("Tulisan sendiri", "Tulisan sendiri dengan kutipan", "Tulisan orang lain: tidak boleh terbit"),
        ),
        "Hak cipta",
        "Rights",
        "own: tulisan sendiri; quoted: dengan kutipan; third-party: tulisan orang lain, tidak boleh terbit.",
        "Third-party full text can never be published.",
    ),
    _field(
        "status",
        Choice(("draft", "published", "archived"), ("Draf: belum terbit", "Terbit", "Arsip")),
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
        Choice(("human", "machine"), ("Oleh orang", "Oleh mesin: pembaca diberi tahu")),
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
        "Alamat web resmi program, mulai dengan https://.",
        "The program's official web address, from https://.",
        kinds=SHEETS,
    ),
    _field(
        "official_source",
        Text(),
        "Sumber jalur resmi",
        "Source of the official channel",
        "Sumber yang menyebut jalur resmi itu: nama singkat (key) atau judulnya.",
        "The source that names the official channel, by its key or title.",
        kinds=SHEETS,
    ),
    _lines("audience", "Untuk siapa", "For whom", "Siapa yang boleh ikut; yang terpenting lebih dulu.", "Who may take part."),
    _field(
        "costs",
        ListOf(COST),
        "Biaya",
        "Costs",
        "Satu butir satu biaya; harus ada verified_on.",
        "One item a cost; needs verified_on.",
        kinds=SHEETS,
    ),
    _lines("duration", "Lama", "Duration", "Berapa lama bekerja di sana.", "How long the work there lasts."),
    _lines("languages", "Bahasa", "Languages", "Bahasa dan tingkat yang diminta.", "The languages asked for, with their level."),
    _lines("tests", "Ujian", "Tests", "Ujian selain bahasa, atau nama ujian bahasanya.", "The tests that are taken."),
    _lines("steps", "Langkah", "Steps", "Langkah menurut urutannya.", "The steps in their order."),
    _lines("documents", "Dokumen", "Documents", "Dokumen yang diminta.", "The documents asked for.", SHEETS | STAGES),
    _lines("risks", "Risiko", "Risks", "Yang perlu diwaspadai.", "What to beware of."),
    _lines(
        "actions",
        "Yang dilakukan",
        "What to do",
        "Yang dilakukan di tahap ini, menurut urutannya.",
        "What to do in this stage.",
        STAGES,
    ),
    _field(
        "what_ifs",
        ListOf(WHAT_IF),
        "Dan kalau …?",
        "What if …?",
        "Pertanyaan yang sering muncul di tahap ini, dengan jawaban dari sumbernya.",
        "Questions of this stage, with what a source answers.",
        kinds=STAGES,
    ),
    _field(
        "overview",
        ListOf(POINT),
        "Ringkasan program",
        "Overview",
        "Hal lain yang tidak punya isian sendiri.",
        "Whatever has no field of its own.",
        kinds=SHEETS,
    ),
)

NAMES: Mapping[str, Field] = {f.name: f for f in FIELDS}


def shape_of(declared: Field) -> Shape:
    """The shape of a field's value, or of each of its values when it is a list."""
    return declared.shape.item if isinstance(declared.shape, ListOf) else declared.shape


def _every(fields: Iterable[Field]) -> Iterator[Field]:
    for declared in fields:
        yield declared
        shape = shape_of(declared)
        record = shape.record if isinstance(shape, Either) else shape
        yield from _every(record.fields) if isinstance(record, Record) else ()


LISTS = frozenset(f.name for f in FIELDS if isinstance(f.shape, ListOf))
# The fields that name terms, and the registry of each.
REFERENCES: Mapping[str, str] = {f.name: shape.registry for f in FIELDS if isinstance(shape := shape_of(f), Reference)}
CHOICES = tuple(f.name for f in FIELDS if isinstance(f.shape, Choice))
# Also those within other fields, by their own names.
DAYS = frozenset(f.name for f in _every(FIELDS) if isinstance(f.shape, Day))

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
    "untuk siapa": "audience",
    "biaya": "costs",
    "lama": "duration",
    "bahasa": "languages",
    "ujian": "tests",
    "langkah": "steps",
    "dokumen": "documents",
    "risiko": "risks",
    "tindakan": "actions",
    "kalau": "what_ifs",
    "pertanyaan": "question",
    "jawaban": "answer",
    "jumlah": "amount",
    "mata uang": "currency",
}
