"""The desk of imports: foreign files become drafts below a directory.

Returns exit codes and lines; prints nothing, fetches nothing. The importers are found by their names in rantau/importers.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from rantau import accounts, drafting, files, guesses, importers, registry, schema, source
from rantau.accounts import Account, Entry
from rantau.deposit import Deposit, Stopped
from rantau.drafts import Draft, Dropped, Place, Problem, Result, Sources
from rantau.files import classify
from rantau.model import Document, Localized, Registry
from rantau.pipeline import discover
from rantau.text.failures import reason

Answer = tuple[int, tuple[str, ...]]

FILE_LIMIT = 50 * 1024 * 1024
COUNT_LIMIT = 100_000
# From this sureness on the files are one known site, and what the importer leaves of them belongs to it too.
_A_SITE = 80
_OFFICE = {
    ".doc": "Word",
    ".docx": "Word",
    ".odt": "LibreOffice",
    ".rtf": "RTF",
    ".pdf": "PDF",
    ".epub": "EPUB",
    ".pages": "Pages",
}
# What an importer may make of a file that is named alone.
_TEXTS = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xml"})
_UNKNOWN_FIELD = Localized("isian ini tidak dikenal di sini", "this field is not known here")


@dataclass(slots=True)
class _Desk:
    """One import while it runs."""

    deposit: Deposit
    registries: Mapping[str, Registry]
    account: Account
    # The drafts so far by what they hold: where each was laid down, and what it was made of.
    laid: dict[str, Entry] = field(default_factory=dict)

    def shown(self, path: PurePosixPath) -> str:
        """A file of the deposit as messages name it: relative when it is below the directory where the command runs."""
        relative = os.path.relpath(self.deposit.into / path)
        return ((self.deposit.into / path) if relative.startswith("..") else Path(relative)).as_posix()

    def report(self, path: PurePosixPath, message: str, help_: str) -> None:
        self.account.problems.append(Problem(Localized(message), Localized(help_), Place(path)))


def labels() -> dict[str, Localized]:
    """The names of the importers, and what each reads."""
    return {name: module.LABEL for name, module in discover(importers).items()}


def run(
    arguments: Sequence[Path],
    into: Path,
    content: Path,
    *,
    format_: str = "",
    images: Path | None = None,
    rehearse: bool = False,
) -> Answer:
    """Drafts of everything below the arguments, written below `into`; the lines of the account.

    `content` is the directory whose registries are known, `format_` forces one importer, `images` is a further folder of
    pictures. With `rehearse` nothing is written. Exit code: 0 drafts made, 1 some files gave none, 2 it could not be done.
    """
    if images is not None and not images.is_dir():
        return 2, (f'folder gambar "{images}" tidak ada; periksa tulisan sesudah --images',)
    if os.path.lexists(into) and not into.is_dir():
        return 2, (f'"{into}" bukan folder; pilih tempat lain dengan --into',)
    known = _registries(content)
    desk = _Desk(Deposit(into, rehearse), known, Account(known))
    report = ""
    try:
        for argument in arguments:
            _take(desk, _sources(desk, argument, images), format_, argument)
        if not rehearse and (desk.account.entries or into.is_dir()):
            report, desk.account.earlier = desk.deposit.replace_pages(accounts.NAME, desk.account.pages(), accounts.MARK)
    except Stopped as stop:
        return 2, (*desk.account.lines(""), str(stop))
    except OSError as error:
        return 2, (*desk.account.lines(""), _unwritable(error))
    code = 1 if desk.account.failed() or not desk.account.entries else 0
    return code, tuple(desk.account.lines(report))


def _unwritable(error: OSError) -> str:
    why = reason(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        why = "disk penuh; kosongkan ruang, lalu jalankan lagi"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        why = f'"{error.filename}" tidak boleh ditulisi; minta izin menulis, atau pilih tempat lain dengan --into'
    return f"impor berhenti: {why}; draf yang sudah disebut di atas utuh, dan perintah ini boleh dijalankan lagi"


# --- what is there -----------------------------------------------------------------------------


def _registries(content: Path) -> Mapping[str, Registry]:
    """The registries of a content directory and the programs of its sheets; empty ones where it has none."""
    found = {}
    for path in sorted(content.glob("_data/*.yml")):
        found[path.stem] = registry.read(PurePosixPath("_data", path.name), path.read_bytes())[0]
    sheets = []
    for path in sorted(content.glob("program/*.md")):
        place = PurePosixPath("program", path.name)
        kind, language, address = classify(place)
        front = source.read(path.read_bytes()).front
        if front is not None:
            sheets.append(Document(place, kind, language, address, fields=schema.type_fields(kind, front)[0]))
    return registry.assemble(found, sheets)


def _sources(desk: _Desk, argument: Path, images: Path | None) -> Sources:
    """The files that an argument means. Raises: Stopped, when there is nothing or too much."""
    if not argument.exists():
        raise Stopped(f'"{argument}" tidak ada; periksa tulisannya')
    root = argument.resolve()
    listed: Iterable[tuple[PurePosixPath, os.stat_result]] = _walk(root, desk)
    if root.is_file():
        listed = [(PurePosixPath(root.name), root.stat())]
        root = root.parent
    found: dict[PurePosixPath, int] = {}
    for path, info in listed:
        if info.st_size > FILE_LIMIT:
            size = f"{-(-info.st_size // (1024 * 1024))} MB"
            most = f"{FILE_LIMIT // (1024 * 1024)} MB"
            desk.report(path, f"terlalu besar: {size}, paling besar {most}", "bagi menjadi beberapa berkas")
        else:
            found[path] = info.st_size
        if len(found) > COUNT_LIMIT:
            advice = "impor sebagian-sebagian, satu folder setiap kali"
            raise Stopped(f'"{argument}" berisi lebih dari {COUNT_LIMIT} berkas; {advice}')

    def read(path: PurePosixPath) -> bytes:
        with (root / path).open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
        if len(data) > FILE_LIMIT:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return data

    return Sources(root, found, read, images.resolve() if images is not None else None, desk.registries)


def _walk(root: Path, desk: _Desk) -> Iterator[tuple[PurePosixPath, os.stat_result]]:
    """The files below a folder, without hidden ones and without following links; always in the same order."""
    waiting = [PurePosixPath()]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as listing:
                entries = sorted(listing, key=lambda e: e.name)
        except OSError as error:
            desk.report(folder, f"folder tidak dapat dibuka: {reason(error)}", "periksa izinnya")
            continue
        for entry in entries:
            path = folder / entry.name
            info = entry.stat(follow_symlinks=False)
            if entry.name.startswith(".") or entry.name in ("node_modules", "__MACOSX"):
                continue
            if os.fsencode(entry.name).decode("utf-8", "replace") != entry.name:
                shown = PurePosixPath(os.fsencode(path).decode("utf-8", "replace"))
                desk.report(shown, "nama berkas ini rusak", "ganti namanya dengan huruf biasa, lalu impor lagi")
            elif stat.S_ISLNK(info.st_mode):
                desk.report(path, "ini pintasan (symlink), jadi tidak dibaca", "impor berkas aslinya")
            elif stat.S_ISDIR(info.st_mode):
                waiting.append(path)
            elif stat.S_ISREG(info.st_mode):
                yield path, info


# --- reading -----------------------------------------------------------------------------------


def _take(desk: _Desk, sources: Sources, format_: str, argument: Path) -> None:
    """Writes every draft of the sources, and accounts for every file that gave none; `argument` names their folder."""
    left = dict(sources.files)
    reported = {p.place.path for p in desk.account.problems}
    read: set[PurePosixPath] = set()
    while left:
        part = replace(sources, files=left)
        name, sureness = (format_, 100) if format_ else _choose(part)
        if not name:
            break
        suffixes = set()
        for result in _results(desk, name, part):
            place = result.origin if isinstance(result, Draft) else result.place
            read.add(place.path)
            suffixes.add(place.path.suffix.lower())
            if isinstance(result, Draft):
                _write(desk, sources, result)
            else:
                desk.account.problems.append(result)
        left = {path: size for path, size in left.items() if path.suffix.lower() not in suffixes}
        if format_ or sureness >= _A_SITE or not suffixes:
            break
    for path in sorted(set(sources.files) - read - reported):
        program = _OFFICE.get(path.suffix.lower())
        if program is not None:
            advice = "buka dengan programnya, lalu simpan sebagai .txt atau .html"
            desk.report(path, f"berkas {program} tidak dapat dibaca di sini", advice)
            reported.add(path)
        elif path.suffix.lower() not in files.IMAGE_ENDINGS:
            desk.account.others.append(accounts.shown(Place(path)))
            if path.suffix.lower() in _TEXTS:
                desk.account.texts.append(accounts.shown(Place(PurePosixPath((argument / path).as_posix()))))
    if not read and not reported:
        known = ", ".join(labels())
        named = next(iter(sources.files)) if len(sources.files) == 1 else PurePosixPath(sources.root.name)
        desk.report(named, "tidak ada yang dikenali di sini", f"sebut bentuknya dengan --format: {known}")


def _choose(sources: Sources) -> tuple[str, int]:
    """The importer that is surest of the files, and how sure; "" when none knows them."""
    sure = {name: module.recognise(sources) for name, module in discover(importers).items()}
    best = min(sure, key=lambda name: (-sure[name], name), default="")
    return (best, sure[best]) if best and sure[best] > 0 else ("", 0)


def _results(desk: _Desk, name: str, sources: Sources) -> Iterator[Result]:
    """What an importer makes of the files; if it breaks off, its drafts so far stay and the account says so."""
    results: Iterator[Result] = discover(importers)[name].read(sources)
    while True:
        try:
            result = next(results)
        except StopIteration:
            return
        except Exception as error:  # the one boundary where a failure on foreign files becomes their report
            why = f"{type(error).__name__}: {error}"[:200]
            advice = "ini kesalahan program; laporkan dengan berkasnya"
            desk.report(PurePosixPath(sources.root.name), f"pembaca {name} gagal: {why}", advice)
            return
        # What goes wrong while it is written is no fault of the files.
        yield result


# --- writing -----------------------------------------------------------------------------------


def _write(desk: _Desk, sources: Sources, draft: Draft) -> None:
    """Writes one draft with its pictures, unless its path leads out of the directory, or it was written already."""
    held = repr((draft.path, sorted(draft.fields.items()), draft.body, sorted(draft.images.items())))
    twin = desk.laid.get(held)
    if twin is not None:
        told = {(d.text, d.why) for d in twin.dropped}
        other = tuple(d for d in draft.dropped if (d.text, d.why) not in told)
        desk.account.entries.append(Entry(twin.shown, "twin", draft.origin, twin.fields, dropped=other, twin=twin.origin))
        return
    path = desk.deposit.path(draft.path)
    if path is None:
        named = accounts.shown(Place(draft.path))
        desk.report(draft.origin.path, f'alamat draf "{named}" tidak boleh dipakai', "ganti nama berkas asalnya")
        return
    notes: list[str] = []
    draft = _with_pictures(desk, sources, replace(draft, path=path), notes)
    found, more = guesses.guess(draft, desk.registries, classify(path)[1])
    fields, strange = drafting.known({**found, **{k: v for k, v in draft.fields.items() if v}, "status": "draft"})
    dropped = draft.dropped + tuple(Dropped(f"{k}: {v}", _UNKNOWN_FIELD, draft.origin) for k, v in strange.items())
    body_line = drafting.front_matter(fields).count("\n") + 2
    placed = tuple(guesses.moved(g, 2 if "title" in fields else 1, body_line) for g in more)
    data = drafting.document(fields, draft.body)
    if len(data) > files.ARTICLE_LIMIT:
        most = files.ARTICLE_LIMIT // 1024
        notes.append(f"lebih dari {most} KB, jadi tidak akan diterima sebagai artikel; bagi menjadi beberapa tulisan")
    state = desk.deposit.put(path, data)
    shown = desk.shown(path)
    entry = Entry(shown, state, draft.origin, fields, (*draft.guesses, *placed), dropped, tuple(notes))
    desk.account.entries.append(entry)
    desk.laid[held] = entry


def _with_pictures(desk: _Desk, sources: Sources, draft: Draft, notes: list[str]) -> Draft:
    """The draft with its pictures copied, under names that every system takes, and named so in it."""
    renamed: dict[str, str] = {}
    for name, origin in sorted(draft.images.items()):
        data = _picture(sources, origin, notes)
        if data is None:
            continue
        path = desk.deposit.picture(name, data)
        if path is None:
            notes.append(f'gambar "{accounts.shown(Place(name))}" tidak disalin: namanya tidak dapat dipakai')
            continue
        state = desk.deposit.put(PurePosixPath("images") / path, data)
        notes.append(f"gambar {accounts.STATES[state]}: {desk.shown(PurePosixPath('images') / path)}")
        if path != name:
            renamed[name.as_posix()] = path.as_posix()
    if not renamed:
        return draft
    body = draft.body
    for old, new in renamed.items():
        for before in ("](", "](/images/", "](images/", "](<"):
            body = body.replace(f"{before}{old}", f"{before}{new}")
    return replace(draft, body=body, fields={k: _renamed(v, renamed) for k, v in draft.fields.items()})


def _renamed(value: object, names_: Mapping[str, str]) -> object:
    if isinstance(value, Mapping):
        return {k: _renamed(v, names_) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_renamed(v, names_) for v in value]
    return names_.get(value, value) if isinstance(value, str) else value


def _picture(sources: Sources, origin: Path, notes: list[str]) -> bytes | None:
    """The bytes of a picture of the source; None, with a note, for what lies elsewhere or cannot be read."""
    allowed = [folder for folder in (sources.root, sources.images) if folder is not None]
    try:
        inside = any(origin.resolve().is_relative_to(folder) for folder in allowed)
        if not inside or not origin.is_file() or origin.stat().st_size > FILE_LIMIT:
            notes.append(f'gambar "{origin.name}" tidak disalin: tidak ada di folder asal, atau terlalu besar')
            return None
        return origin.read_bytes()
    except OSError as error:
        notes.append(f'gambar "{origin.name}" tidak dapat dibaca: {reason(error)}')
        return None
