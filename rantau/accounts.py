"""The account of an import: a letter to the editor, as a page that our own check accepts.

For each draft it says what became of the file, what is left to do, what was guessed, and, word for word, what was left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from rantau.drafts import Dropped, Guess, Place, Problem
from rantau.fields import NAMES, Choice, ListOf, Record
from rantau.guesses import same
from rantau.model import Registry
from rantau.text.commands import CHECK, called

NAME = "laporan-impor"
TITLE = "Laporan impor"
# An article may have 64 KB; a part of the account has room for the longest heading besides.
_PART = 56 * 1024
_PIECE = 40 * 1024
MARK = f"---\ntitle: {TITLE}\n".encode()
STATES = {
    "new": "dibuat",
    "same": "sudah ada, sama",
    "kept": "SUDAH ADA DAN BERBEDA: berkas lama dipertahankan, hasil baru tidak ditulis",
    "planned": "akan dibuat",
    "twin": "sama persis dengan draf lain, tidak dibuat dua kali",
}
_TOLD = {
    "new": "Drafnya sudah dibuat.",
    "same": "Drafnya sudah ada dari impor sebelumnya dan tetap sama.",
    "kept": "Di sana sudah ada berkas yang isinya lain. Berkas itu tidak disentuh dan hasil baru tidak ditulis; kalau ingin "
    "hasil baru, ganti dulu nama berkas lama, lalu impor lagi.",
    "planned": "Draf ini akan dibuat.",
}
_OPENING = (
    "Ini surat untuk Anda yang akan mengolah drafnya. Di bawah setiap judul tertulis apa yang terjadi, apa yang masih perlu "
    "dikerjakan, apa yang ditebak mesin, dan apa yang ditinggalkan. Impor berikutnya menulis surat baru dan menyimpan surat ini "
    f"dengan nama bernomor ({NAME}-lama-1.md); hapus bila sudah tidak diperlukan.",
    "Bila semua butir sebuah draf selesai: pindahkan berkasnya ke `content/artikel/` di folder tahunnya dan gambarnya ke "
    f"`content/images/`, jalankan `{CHECK}`, lalu hapus baris `status: draft`.",
)
# What is asked for when a field is empty, in the order of work.
_ASKED = (
    ("title", "Tulis judulnya."),
    ("description", "Tulis ringkasan dengan kalimat sendiri, 50 sampai 300 huruf."),
    ("date", "Isi tanggal terbitnya."),
    ("sources", "Isi sumbernya: judul halaman, penerbit, dan alamatnya."),
    ("countries", "Pilih negara yang dibahas, bila ada."),
    ("tags", "Pilih topiknya."),
    ("stage", "Pilih tahap pembacanya."),
)
_FOREIGN = (
    "Kalimat-kalimat ini bukan milik kita. Tulis ulang dengan kalimat sendiri dan pertahankan sumbernya; sesudah itu ganti "
    "isian `rights` dari `third-party` menjadi `own`."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft as it was written: where, in which state of STATES, and what else there is to say.

    A "twin" was not written: `shown` is the draft that was, and `twin` the file that one was made of.
    """

    shown: str
    state: str
    origin: Place
    fields: dict[str, object]
    guesses: tuple[Guess, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    twin: Place | None = None


@dataclass(slots=True)
class Account:
    """Everything an import did; `registries` give the names of what was guessed."""

    registries: Mapping[str, Registry] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    # Those of the others that may be a text, as the command line names them.
    texts: list[str] = field(default_factory=list)
    # Where the letter of an earlier import is kept.
    earlier: str = ""

    def lines(self, report: str) -> Iterator[str]:
        """What the terminal shows: a line a draft, the problems, a sum; `report` names the file of the whole account, or ""."""
        for entry in self.entries:
            yield f"{STATES[entry.state]}: {entry.shown} (dari {shown(entry.origin)}{_counts(entry)})"
            yield from (f"   {note}" for note in entry.notes)
        for problem in self.problems:
            yield f"{shown(problem.place)}: {problem.message.id}"
            yield f"   bantuan: {problem.help.id}"
        if self.others:
            yield self._unread()
        if self.texts:
            yield f"   bantuan: {self._named_alone()}"
        if self.earlier:
            yield f"surat impor sebelumnya disimpan: {self.earlier}"
        yield self._sums() + (f"; rinciannya di {report}" if report else "")

    def failed(self) -> frozenset[str]:
        """The files of which there is a problem and no draft."""
        served = {entry.origin.path for entry in self.entries}
        return frozenset(p.place.path.as_posix() for p in self.problems if p.place.path not in served)

    def pages(self) -> Iterator[bytes]:
        """The whole account as Markdown files, each small enough to be checked."""
        part: list[str] = []
        size = 0
        for block in self._blocks():
            length = len(block.encode("utf-8", "replace"))
            if part and size + length > _PART:
                yield _page(part)
                part, size = [], 0
            part.append(block)
            size += length + 2
        yield _page(part)

    def _unread(self) -> str:
        some = ", ".join(self.others[:5]) + (", ..." if len(self.others) > 5 else "")
        return f"tidak dibaca: {len(self.others)} berkas lain ({some})"

    def _named_alone(self) -> str:
        some = (f'"{name}"' if " " in name else name for name in self.texts[:5])
        return f"yang juga tulisan, impor dengan menyebut nama berkasnya: {called('import', *some)}"

    def _sums(self) -> str:
        number = {state: sum(e.state == state for e in self.entries) for state in STATES}
        sums = [
            f"{number['new']} draf dibuat" if not number["planned"] else f"{number['planned']} draf akan dibuat",
            f"{number['same']} sudah ada dan sama" if number["same"] else "",
            f"{number['kept']} dipertahankan" if number["kept"] else "",
            f"{number['twin']} kembar" if number["twin"] else "",
            f"{len(self.failed())} berkas tanpa draf" if self.failed() else "",
        ]
        return ", ".join(s for s in sums if s)

    # --- the letter

    def _blocks(self) -> Iterator[str]:
        yield _OPENING[0]
        yield f"Ringkasnya: {self._sums()}."
        yield _OPENING[1]
        if self.problems:
            yield "## Yang perlu dilihat lebih dulu"
            yield "\n".join(
                f"- {_code(shown(p.place))}: {_words(p.message.id)}. Bantuan: {_words(p.help.id)}." for p in self.problems
            )
        if self.others:
            yield _sentence(_words(self._unread()))
        if self.texts:
            yield _sentence(_words(self._named_alone()))
        for entry in self.entries:
            yield from self._letter(entry)

    def _letter(self, entry: Entry) -> Iterator[str]:
        title = str(entry.fields.get("title", "")) or entry.shown
        if entry.twin is not None:
            yield f"## {_words(title)} (kembar)"
            yield (
                f"Berkas {_code(shown(entry.origin))} menghasilkan draf yang sama persis dengan {_code(shown(entry.twin))}, jadi "
                f"drafnya dibuat sekali saja: {_code(entry.shown)}. Tidak ada yang perlu dikerjakan di sini."
            )
        else:
            yield f"## {_words(title)}"
            yield f"Berkas {_code(shown(entry.origin))} menjadi {_code(entry.shown)}. {_TOLD[entry.state]}"
            if entry.notes:
                yield "\n".join(f"- {_sentence(_words(note))}" for note in entry.notes)
            yield "### Yang perlu Anda kerjakan"
            yield "\n".join(f"- [ ] {words}" for words in self._tasks(entry))
            filled = [g for g in entry.guesses if _is_written(g, entry.fields)]
            offered = [g for g in entry.guesses if g not in filled and g.field not in ("author", "charset")]
            if filled:
                yield "### Yang sudah diisi mesin"
                yield "Setiap isian ini tebakan. Dasarnya ditulis di belakangnya; bila salah, ganti atau hapus di drafnya."
                yield "\n".join(self._guessed(filled, entry))
            if offered:
                yield "### Yang hanya diusulkan"
                yield "Ini belum ditulis di draf, karena hanya disebut sekali atau sambil lalu."
                yield "\n".join(self._guessed(offered, entry))
        if entry.dropped:
            yield "### Yang ditinggalkan"
            yield "Ini ada di berkas asal tetapi tidak di draf. Kalau ada kalimat tulisannya di sini, salin kembali."
        for (why, where), several in groupby(entry.dropped, lambda d: (d.why, _where(d.place, entry))):
            yield f"{_sentence(_words(why.id), '')} ({_words(where)}):"
            yield from (_fenced(piece) for dropped in several for piece in _pieces(dropped.text))

    def _tasks(self, entry: Entry) -> Iterator[str]:
        """What an editor has to do before the draft can be published."""
        fields = entry.fields
        if fields.get("rights") == "third-party":
            yield _FOREIGN
        writer, letters = (next((g.value for g in entry.guesses if g.field == name), "") for name in ("author", "charset"))
        if writer and not _is_written(Guess("author", writer, "", entry.origin), fields):
            yield f"Biarkan isian penulis: {_words(writer)} menulis untuk situs asal, bukan untuk kita."
        if letters:
            yield f"Berkas asal memakai cara lama menyimpan huruf ({_words(letters)}). Periksa tanda baca dan huruf yang aneh."
        for name, words in _ASKED:
            if not fields.get(name):
                usual = [self._named(g) for g in entry.guesses if g.field == name]
                yield words + (f" Mungkin: {_words(', '.join(dict.fromkeys(usual)))}." if usual else "")
        listed = fields.get("sources")
        first = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else None
        if first is not None and not first.get("publisher"):
            yield "Isi penerbit pada sumbernya."
        if first is not None and not first.get("url"):
            yield "Cari alamat halaman aslinya, lalu isi pada sumbernya."
        if any(_is_written(g, fields) for g in entry.guesses):
            yield "Periksa yang sudah diisi mesin, di bawah ini."
        if entry.dropped:
            yield "Lihat sekilas yang ditinggalkan, di bawah ini."
        yield "Baca drafnya sekali dari awal sampai akhir."

    def _guessed(self, guesses: Iterable[Guess], entry: Entry) -> Iterator[str]:
        for guess in guesses:
            where = _words(_where(guess.place, entry))
            yield f"- **{_label(guess.field)}**: {_words(self._named(guess))}. Dasarnya: {_code(guess.found_in)} ({where})."

    def _named(self, guess: Guess) -> str:
        """A guessed value as an editor calls it."""
        registry = self.registries.get("stages" if guess.field == "stage" else guess.field)
        term = registry.terms.get(guess.value) if registry is not None else None
        if term is not None:
            return term.name.id
        shape = NAMES[guess.field].shape if guess.field in NAMES else None
        return (
            dict(zip(shape.options, shape.said, strict=True)).get(guess.value, "") if isinstance(shape, Choice) else guess.value
        )


def shown(place: Place) -> str:
    """A place as reports name it; characters that are not seen in a file's name are shown as a box."""
    name = "".join(c if c.isprintable() else "\ufffd" for c in place.path.as_posix())
    return f"{name}, baris {place.line}" if place.line else name


def _where(place: Place, entry: Entry) -> str:
    """A place as the letter about a draft names it: in the file that it was made of, or in the draft."""
    if place.path == entry.origin.path:
        return f"berkas asal, baris {place.line}" if place.line else "berkas asal"
    return f"baris {place.line} di draf" if place.line else shown(place)


def _label(name: str) -> str:
    """A field, or one inside it ("sources.0.date"), in the words of the form."""
    first, *rest = name.split(".")
    declared = NAMES.get(first)
    if declared is None:
        return _words(name)
    shape = declared.shape.item if isinstance(declared.shape, ListOf) else declared.shape
    inner = {f.name: f.label.id for f in shape.fields} if isinstance(shape, Record) else {}
    within = next((inner[part] for part in rest if part in inner), "")
    return f"{declared.label.id}, {within.lower()}" if within else declared.label.id


def _counts(entry: Entry) -> str:
    words = [
        f"{len(entry.dropped)} bagian ditinggalkan" if entry.dropped else "",
        f"{len(entry.guesses)} tebakan" if entry.guesses else "",
    ]
    return "".join(f"; {w}" for w in words if w)


def _is_written(guess: Guess, fields: dict[str, object]) -> bool:
    """Whether the value stands in the draft: `sources.0.date` is the date of its first source."""
    value: object = fields
    for name in guess.field.split("."):
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return False
    return value is not None and same(value, guess.value)


def _page(blocks: Iterable[str]) -> bytes:
    words = "\n\n".join(blocks).encode("utf-8", "replace").decode("utf-8")
    return MARK + f"status: draft\n---\n\n{words}\n".encode()


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of which each has room in one part of the account."""
    for start in range(0, max(len(text), 1), _PIECE // 4):
        yield text[start : start + _PIECE // 4]


def _fenced(text: str) -> str:
    fence = "~~~"
    while fence in text:
        fence += "~"
    return f"{fence}\n{text}\n{fence}"


def _code(text: str) -> str:
    """Words shown as they stand, on one line."""
    plain = " ".join(text.split()).replace("`", "'")
    return f"`{plain}`" if plain else "(kosong)"


def _words(text: str) -> str:
    return (
        " ".join(text.split()).replace("<", "\\<").replace("`", "'").replace("*", "\\*").replace("_", "\\_").replace("[", "\\[")
    )


def _sentence(text: str, end: str = ".") -> str:
    """Words with a capital at their start and the end of a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else end)
