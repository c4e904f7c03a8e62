"""What `scripts/new.py` does: what it proposes and asks, what answers mean, and the file that comes of them. Prints nothing."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from rantau import pipeline, source
from rantau.clock import today
from rantau.desk import no_content, unreadable
from rantau.fields import LISTS, REFERENCES
from rantau.files import INTRODUCED, reserved
from rantau.forms.template import Values, skeleton
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Kind, Library, Registry, Term
from rantau.text import dates
from rantau.text.commands import CHECK, NEW
from rantau.text.failures import reason
from rantau.text.mentions import find, gazetteer
from rantau.text.names import fold, lookup, nearest
from rantau.text.slugs import slugify
from rantau.text.terms import likely

Answer = tuple[int, tuple[str, ...]]

KINDS: Mapping[str, Kind] = {"artikel": Kind.ARTICLE, "program": Kind.SHEET, "pengantar": Kind.INTRODUCTION}
# A longer list of choices is not shown: nobody reads it on a terminal.
LONGEST_LIST = 40
LONGEST_SLUG = 90
# "Jepun" is offered "Jepang": they start with the same letters, and this much of them is alike.
_SAME, _ALIKE = 3, 0.7
# What the text says and whom it is for, then who wrote it and when, then what computers need.
_ASKED: Mapping[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: ("description", "countries", "tags", "programs", "stage", "authors", "date", "img", "alt", "slug"),
    Kind.SHEET: ("name", "description", "countries", "tags", "sectors", "official", "img", "alt", "slug"),
    Kind.INTRODUCTION: ("description",),
}
_KEPT = frozenset({"slug", "date"})
# What is asked for each field; the options of new.py are explained with the same words.
SAID: Mapping[str, str] = {
    "slug": "Nama halaman di alamat web",
    "name": "Nama pendek program, misalnya SSW",
    "description": "Ringkasan: satu atau dua kalimat, 50 sampai 300 huruf",
    "date": "Tanggal terbit",
    "tags": "Topik",
    "countries": "Negara yang dibahas",
    "programs": "Program yang dibahas",
    "stage": "Tahap pembaca",
    "sectors": "Bidang kerja",
    "authors": "Penulis",
    "official": "Alamat web resmi, mulai dengan https://",
    "img": "Nama berkas gambar di content/images",
    "alt": "Apa yang terlihat pada gambar itu",
}
NO_TITLE = f'judul belum ditulis; tulis satu kalimat pendek yang mengatakan isinya, misalnya {NEW} "Dokumen sebelum berangkat"'
GREETING = "Enter: lewati, atau pakai usulan di dalam kurung. Ctrl+C: batal, tidak ada yang ditulis."


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its field, its words, what Enter takes ("" for nothing), and the choices as (key, label)."""

    field: str
    words: str
    proposed: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Start:
    """A new file in the making. `values` holds what is known so far: a text, or the keys of terms."""

    content: Path
    library: Library
    kind: Kind
    title: str
    folder: str = "artikel"
    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The part of the address that the file is named after."""
        return str(self.values.get("slug", ""))

    @property
    def path(self) -> Path:
        """Where the file will be."""
        year = str(self.values["date"])[:4] if self.kind is Kind.ARTICLE else ""
        return self.content / self.folder / year / f"{self.slug}.md"


def begin(content: Path, kind: str, title: str, date: datetime.date | None) -> Start | Answer:
    """A new file of a kind ("artikel", "program", "pengantar") with what its title proposes, or why there can be none."""
    title = " ".join(title.split())
    if not title:
        return 1, (NO_TITLE,)
    if problem := no_content(content):
        return 2, (problem,)
    day = date or today()
    try:
        library = pipeline.load(content, day).library
    except OSError as error:
        return 2, (unreadable(error),)
    start = Start(content, library, KINDS[kind], title)
    if start.kind is Kind.INTRODUCTION:
        return _introduction(start)
    slug = slugify(title)[:LONGEST_SLUG].strip("-")
    slug = f"{slug}-artikel" if reserved(slug) else slug
    if not slug:
        advice = "beri judul berhuruf Latin dulu, lalu ganti isian title di berkasnya"
        return 1, (f'judul "{title}" tidak memuat huruf Latin atau angka, jadi tidak dapat menjadi alamat; {advice}',)
    start.values = {"title": title, "slug": slug, "date": day.isoformat(), "status": "draft", **_proposed(library, title)}
    start.folder = "program" if start.kind is Kind.SHEET else "artikel"
    return start


def _introduction(start: Start) -> Start | Answer:
    """The introduction of the term that the title names."""
    folders = {folder: registry for folder, registry in INTRODUCED.items() if registry != "programs"}
    for folder, registry in folders.items():
        term = lookup(start.library.registries[registry], start.title)
        if term is not None:
            start.folder, start.title = folder, term.name.id
            start.kind = Kind.STAGE if folder == "tahap" else start.kind
            start.values = {"title": term.name.id, "slug": term.slug, "status": "draft"}
            return start
    known = [start.library.registries[registry] for registry in folders.values()]
    term = next((term for registry in known if (term := _meant(registry, start.title)) is not None), None)
    close = term.name.id if term else nearest(start.title, {t.name.id for registry in known for t in registry.terms.values()})
    advice = (
        f"maksud Anda {close}?" if close else "tulis nama negara, kawasan, topik, tahap, sektor, atau penulis dari content/_data"
    )
    return 1, (f'"{start.title}" tidak ada di daftar mana pun; {advice}',)


def _proposed(library: Library, title: str) -> dict[str, tuple[str, ...]]:
    """The countries, topics and programs that a title names."""
    known = library.registries
    book = gazetteer([known["countries"]], DEFAULT_LANGUAGE)
    found = {"countries": tuple(dict.fromkeys(key for _, key, _ in find(title, book)))}
    words = f" {fold(title)} "
    for name in ("tags", "programs"):
        terms = known[name].terms.values()
        found[name] = tuple(
            sorted(t.key for t in terms if any(f" {fold(s)} " in words for s in (t.key, t.name.id, *t.aliases) if s))
        )
    return {name: keys for name, keys in found.items() if keys}


def questions(start: Start, given: frozenset[str]) -> Iterator[Question]:
    """What is still to ask, one after the other: the next question looks at the answers so far. Given fields are not asked."""
    names = [name for name in _ASKED[start.kind] if name not in given]
    if "slug" in names and _bad_slug(start, start.slug):
        # Whoever must choose another one shall not have answered all the rest for nothing.
        names = ["slug", *(name for name in names if name != "slug")]
    for name in names:
        if name != "alt" or start.values.get("img"):
            yield _question(start, name)


def _question(start: Start, name: str) -> Question:
    value = start.values.get(name, "")
    proposed = value if isinstance(value, str) else ", ".join(value)
    if name not in REFERENCES:
        return Question(name, SAID[name], proposed)
    terms = _listed(start.library.registries[REFERENCES[name]])
    choices = tuple((t.key, t.name.id) for t in terms) if len(terms) <= LONGEST_LIST else ()
    return Question(name, SAID[name], proposed, choices)


def lines(question: Question) -> Iterator[str]:
    """The question as a terminal shows it; the last line is the one that the answer stands on."""
    if question.choices:
        width = len(str(len(question.choices)))
        yield f"{question.words}:"
        yield from (f"  {number:>{width}}. {label}" for number, (_, label) in enumerate(question.choices, start=1))
        several = ", beberapa dipisah koma" if question.field in LISTS else ""
        asked = f"Nomor atau nama{several}"
    else:
        asked = question.words
    empty = "" if question.field in _KEPT else "; -: kosongkan"
    yield f"{asked} [{f'Enter: {question.proposed}{empty}' if question.proposed else 'Enter: lewati'}]: "


def answer(start: Start, question: Question, text: str) -> str:
    """Takes an answer in, or says why it means nothing; Enter takes what is proposed, "-" nothing."""
    text = " ".join(text.split())
    if not text:
        return _bad_slug(start, start.slug) if question.field == "slug" else ""
    if text == "-":
        if question.field in _KEPT:
            return "isian ini tidak boleh kosong"
        start.values.pop(question.field, None)
        return ""
    numbers = {str(number): key for number, (key, _) in enumerate(question.choices, start=1)}
    if question.field in REFERENCES:
        text = ", ".join(numbers.get(part.strip(" ."), part.strip()) for part in text.split(","))
    return take(start, question.field, text)


def take(start: Start, name: str, text: str) -> str:
    """Takes in the value of a field as somebody wrote it, or says why it cannot be."""
    if name in REFERENCES:
        return _take_terms(start, name, [part.strip() for part in text.split(",") if part.strip()])
    if name == "date":
        day = dates.meant(text)
        if isinstance(day, str):
            return day
        text = day.isoformat()
    problem = {"slug": _bad_slug, "description": _bad_description, "img": _bad_image, "official": _bad_address}
    if said := problem.get(name, _fine)(start, text):
        return said
    start.values[name] = Path(text).name if name == "img" else text
    return ""


def _fine(start: Start, text: str) -> str:
    return ""


def _bad_slug(start: Start, text: str) -> str:
    right = slugify(text)
    if text != right or len(text) > LONGEST_SLUG:
        return f"pakai huruf kecil, angka, dan tanda hubung: {right[:LONGEST_SLUG]}"
    if reserved(text):
        return f'nama "{text}" dipakai sistem komputer; tulis misalnya {text}-artikel'
    there = replace(start, values={**start.values, "slug": text}).path
    return (
        f"sudah ada tulisan di alamat ini: {there}; tulis alamat lain, atau Ctrl-C lalu buka berkas itu" if there.exists() else ""
    )


def _bad_description(start: Start, text: str) -> str:
    return (
        ""
        if 50 <= len(text) <= 300
        else f"panjangnya {len(text)} huruf; tulis 50 sampai 300 huruf, atau tekan Enter untuk mengisinya nanti"
    )


def _bad_address(start: Start, text: str) -> str:
    return (
        ""
        if text.startswith(("https://", "http://")) and "." in text and " " not in text
        else "tulis alamat lengkap, mulai dengan https://"
    )


def _bad_image(start: Start, text: str) -> str:
    there = {path.name for path in start.library.assets if path.parts[0] == "images"}
    if Path(text).name in there:
        return ""
    close = nearest(Path(text).name, there)
    return f'"{text}" tidak ada di content/images; ' + (f"maksud Anda {close}?" if close else "simpan gambarnya di sana dulu")


def _take_terms(start: Start, name: str, written: list[str]) -> str:
    known = start.library.registries[REFERENCES[name]]
    if name not in LISTS and len(written) > 1:
        return "pilih satu saja"
    keys: list[str] = []
    for word in written:
        term = lookup(known, word)
        if term is None:
            return _unknown(known, word)
        keys.append(term.key)
    start.values[name] = tuple(dict.fromkeys(keys)) if name in LISTS else keys[0]
    return ""


def _unknown(known: Registry, word: str) -> str:
    close = _meant(known, word)
    otherwise = (
        f"pilihannya: {', '.join(term.name.id for term in _listed(known))}"
        if known.name == "stages"
        else "periksa tulisannya, atau tambahkan di sana"
    )
    where = "content/program" if known.name == "programs" else f"content/_data/{known.name}.yml"
    return f'"{word}" tidak ada di {where}; ' + (f"maksud Anda {close.name.id}?" if close else otherwise)


def _meant(known: Registry, word: str) -> Term | None:
    """The term that a word may mean; less must be alike than in a check, because whoever is asked sees a wrong offer at once."""
    if term := likely(known, word):
        return term
    start = fold(word)[:_SAME]
    name = nearest(word, (n for n in known.names if n[:_SAME] == start), _ALIKE) if len(start) == _SAME else ""
    return known.terms[known.names[name]] if name else None


def _listed(known: Registry) -> tuple[Term, ...]:
    if known.name == "stages":
        # The registry holds them in the order of the journey.
        return tuple(known.terms.values())
    return tuple(sorted(known.terms.values(), key=lambda t: (fold(t.name.id), t.key)))


def finish(start: Start) -> Answer:
    """Writes the file, and never over something that is there."""
    values: Values = {name: value for name, value in start.values.items() if name != "slug"}
    return _write(start.path, skeleton(start.kind, values))


def translate(content: Path, path: Path, language: str) -> Answer:
    """Writes the frame of a translation: the fields of the original to be translated, and its headings."""
    if problem := no_content(content):
        return 2, (problem,)
    inner = _inside(content, path)
    if inner is None or not (content / inner).is_file():
        return 1, (f'"{path}" tidak ada di {content}; tulis berkas aslinya, misalnya content/artikel/2026/judul.md',)
    if inner.parts[0] in LANGUAGES:
        return 1, (f'"{path}" sendiri sebuah terjemahan; tulis berkas aslinya di luar content/{inner.parts[0]}',)
    data = (content / inner).read_bytes()
    read = source.read(data)
    if read.front is None:
        return 1, (f'bagian atas "{path}" tidak dapat dibaca; periksa dulu dengan {CHECK}',)
    # Old addresses belong to the original alone; the status is this file's own.
    dropped = {
        number for key, node in read.front.entries if key.text in ("status", "redirect_from") for number in _rows(key, node)
    }
    whole = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    ends = [number for number, line in enumerate(whole, start=1) if line.rstrip() == "---"][:2]
    front = [line for number, line in enumerate(whole, start=1) if ends[0] < number < ends[1] and number not in dropped]
    headings = [line for line in whole[ends[1] :] if line.startswith("##")]
    body = "".join(f"{line}\n\n" for line in headings)
    text = "\n".join(("---", *front, "status: draft", "---", "", body))
    code, said = _write(content / language / inner, text)
    advice = ("terjemahkan title, description, dan alt; tambahkan translation: machine bila memakai mesin",) if code == 0 else ()
    return code, (*said, *advice)


def _rows(key: source.Scalar, node: source.Node) -> range:
    last = node.span.end_line if node.span.end_column > 1 or node.span.end_line == key.span.line else node.span.end_line - 1
    return range(key.span.line, last + 1)


def _inside(content: Path, path: Path) -> PurePosixPath | None:
    """The path below the content directory that somebody named from the project's directory, from there, or whole."""
    tried: tuple[Callable[[], Path], ...] = (
        lambda: path.resolve().relative_to(content.resolve()),
        lambda: (content / path).resolve().relative_to(content.resolve()),
        lambda: (content / Path(*path.parts[1:])).resolve().relative_to(content.resolve()),
    )
    for attempt in tried:
        try:
            inner = attempt()
        except ValueError:
            continue
        if (content / inner).is_file():
            return PurePosixPath(inner.as_posix())
    return None


def _write(path: Path, text: str) -> Answer:
    if path.exists():
        return 1, (f"{path} sudah ada; pilih judul lain",)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        return 2, (f'"{path}" tidak dapat ditulis: {reason(error)}',)
    steps = f"isi bagian atasnya, tulis isinya, periksa dengan {CHECK}, lalu hapus baris status untuk menerbitkan"
    return 0, (f"{path} dibuat sebagai draf; {steps}",)
