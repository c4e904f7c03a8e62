"""The account of an import: what each draft left out and guessed, as a page that editors read and our own check accepts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rantau.drafts import Dropped, Guess, Place, Problem
from rantau.guesses import same

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
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft as it was written: where, in which state of STATES, and what else there is to say."""

    shown: str
    state: str
    origin: Place
    fields: dict[str, object]
    guesses: tuple[Guess, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """Everything an import did."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def lines(self, report: str) -> Iterator[str]:
        """What the terminal shows: a line a draft, the problems, a sum; `report` names the file of the whole account, or ""."""
        for entry in self.entries:
            yield f"{STATES[entry.state]}: {entry.shown} (dari {shown(entry.origin)}{_counts(entry)})"
            yield from (f"   {note}" for note in entry.notes)
        for problem in self.problems:
            yield f"{shown(problem.place)}: {problem.message.id}"
            yield f"   bantuan: {problem.help.id}"
        if self.others:
            some = ", ".join(self.others[:5]) + (", ..." if len(self.others) > 5 else "")
            yield f"tidak dibaca: {len(self.others)} berkas lain ({some})"
        number = {state: sum(e.state == state for e in self.entries) for state in STATES}
        sums = [
            f"{number['new']} draf dibuat" if not number["planned"] else f"{number['planned']} draf akan dibuat",
            f"{number['same']} sudah ada dan sama" if number["same"] else "",
            f"{number['kept']} dipertahankan" if number["kept"] else "",
            f"{len(self.failed())} berkas tanpa draf" if self.failed() else "",
        ]
        yield ", ".join(s for s in sums if s) + (f"; rinciannya di {report}" if report else "")

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

    def _blocks(self) -> Iterator[str]:
        yield "Laporan ini ditulis ulang setiap kali impor dijalankan. Hapus bila sudah tidak diperlukan."
        if self.problems:
            yield "## Yang perlu dilihat"
            yield "\n".join(
                f"- {_code(shown(p.place))}: {_words(p.message.id)}. Bantuan: {_words(p.help.id)}" for p in self.problems
            )
        for entry in self.entries:
            yield f"## {_words(entry.shown)}"
            facts = [
                f"- {STATES[entry.state]}",
                f"- asal: {_code(shown(entry.origin))}",
                *(f"- {_words(note)}" for note in entry.notes),
            ]
            yield "\n".join(facts)
            filled = [g for g in entry.guesses if _is_written(g, entry.fields)]
            offered = [g for g in entry.guesses if g not in filled]
            for heading, guesses in (("Isian yang diisi mesin, periksa lagi", filled), ("Usul yang tidak diisikan", offered)):
                if guesses:
                    yield f"### {heading}"
                    yield "\n".join(
                        f"- {_code(g.field)}: {_code(g.value)}, dari {_code(g.found_in)} ({_words(shown(g.place))})"
                        for g in guesses
                    )
            if entry.dropped:
                yield "### Yang ditinggalkan"
            for dropped in entry.dropped:
                yield f"{_words(dropped.why.id)} ({_words(shown(dropped.place))}):"
                yield from (_fenced(piece) for piece in _pieces(dropped.text))


def shown(place: Place) -> str:
    """A place as reports name it; characters that are not seen in a file's name are shown as a box."""
    name = "".join(c if c.isprintable() else "\ufffd" for c in place.path.as_posix())
    return f"{name}, baris {place.line}" if place.line else name


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


def _guessed(guess: Guess) -> str:
    return f"- {_code(guess.field)}: {_code(guess.value)}, dari {_code(guess.found_in)} ({_words(shown(guess.place))})"


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
