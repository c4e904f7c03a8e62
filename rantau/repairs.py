"""Repairs of whole files: a name that has one right form is given it, and what refers to the file follows; a photo that
is too large is made smaller. Symlinks are left alone, and no file is ever overwritten by another one.
"""

import filecmp
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from rantau import edits, files, pictures, registry, workers
from rantau.files import Entry
from rantau.model import Document, Edit, Library, Span
from rantau.places import span_at
from rantau.reading import image_path, normal
from rantau.source import Group, Listing, Scalar, load_registry
from rantau.text import spoken
from rantau.text.failures import reason
from rantau.text.links import scheme_of
from rantau.workers import Lost

SECONDS = 60.0
# Results wait in memory until all of a group are there.
_GROUP = 16
_IMAGE_FIELD = re.compile(r"img|imgContentBerita|img2|images\.\d+(?:\.src)?|author\.img")
_NUMBERS = range(2, 100)
_LEFT = {
    **dict.fromkeys(("broken", "empty", "format", "unsafe"), "gambarnya tidak dapat dibuka"),
    "animation": "gambar bergerak tidak dapat dikecilkan; pakai satu gambar diam",
    "crash": "memori tidak cukup",
    "drawing": "gambar SVG tidak dapat dikecilkan",
    "memory": "memori tidak cukup",
    "pixels": f"pikselnya lebih dari {pictures.MAX_PIXELS // 1_000_000} juta; kecilkan di ponsel atau dengan Paint",
    "size": f"lebih dari {files.SHRINK_LIMIT // 1024 // 1024} MB; kecilkan di ponsel atau dengan Paint",
    "time": "terlalu lama",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A file named in another one: `kind` is "link", "image" (both of a body, anywhere in it), "field" or "registry"."""

    path: PurePosixPath
    kind: str
    written: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done to files and what could not be, in lines for the editor, and which paths are other ones now."""

    lines: tuple[str, ...]
    left: tuple[str, ...]
    moved: Mapping[PurePosixPath, PurePosixPath]


def repair(content: Path, library: Library, wanted: Callable[[PurePosixPath], bool], load: Callable[[], Library]) -> Repaired:
    """Renames and shrinks the wanted files, whose paths are relative to the content directory.

    `library` is what is there now; `load` reads it again, which is done after files were renamed. What refers to
    them is changed in all files. Raises: OSError when the directory cannot be read.
    """
    entries = files.scan(content)
    lines: list[str] = []
    left: list[str] = []
    moved: dict[PurePosixPath, PurePosixPath] = {}
    for old, new in _plan(content, entries, library, wanted, left):
        try:
            _move(content / old, content / new)
            moved[old] = new
        except OSError as error:
            left.append(_kept(old, reason(error)))
    if moved:
        counts = _follow(content, load(), moved)
        lines += (f"dinamai ulang: {old} -> {new} ({counts[old]} rujukan disesuaikan)" for old, new in moved.items())
        entries = files.scan(content)
    now = set(moved.values())
    for done, line in _shrink(content, [e for e in entries if wanted(e.path) or e.path in now]):
        (lines if done else left).append(line)
    return Repaired(tuple(lines), tuple(left), moved)


# --- names --------------------------------------------------------------------------------------


def _plan(
    content: Path, entries: Sequence[Entry], library: Library, wanted: Callable[[PurePosixPath], bool], left: list[str]
) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Old and new path of each file to rename, one to be renamed before the next is asked for; `left` gets those that stay."""
    given = dict.fromkeys(entry.path for entry in entries)
    taken = dict(given)
    odd = {entry.path for entry in entries if any(d.rule == "symlink" for d in entry.defects)}
    named = _by_name(library)
    for entry in entries:
        right = files.renamed(entry.path)
        if right is None or entry.path in odd or not wanted(entry.path):
            continue
        new = _free(content, entry.path, right, taken, odd)
        why = "nama lain yang mirip juga sudah ada" if new is None else ""
        for reference in named.get(right.name, ()) + named.get(right.stem, ()):
            before, after = _target(reference, given), _target(reference, {**given, right: None})
            if after == right and before not in (None, right, entry.path):
                why = f'"{reference.written}" di {reference.path} lalu berarti berkas ini, bukan {before}'
            elif right in taken and before is None and new != right:
                why = f'{right} sudah ada, dan "{reference.written}" di {reference.path} bisa berarti keduanya'
        if why or new is None:
            left.append(_kept(entry.path, why))
            continue
        taken[new] = taken.pop(entry.path)
        yield entry.path, new


def _by_name(library: Library) -> dict[str, tuple[Reference, ...]]:
    """References by the right form of the name that they write."""
    found: dict[str, tuple[Reference, ...]] = {}
    for reference in _references(library):
        last = PurePosixPath(unquote(re.split(r"[?#]", reference.written)[0]).rstrip("/")).name
        if last:
            name = files.suggest(PurePosixPath(last))
            found[name] = (*found.get(name, ()), reference)
    return found


def _free(
    content: Path, old: PurePosixPath, right: PurePosixPath, taken: Mapping[PurePosixPath, None], odd: set[PurePosixPath]
) -> PurePosixPath | None:
    """The right path, the same with a number when another file has it, or None."""
    if not _occupied(content, old, right, taken) or (
        right in taken and right not in odd and _equal(content / old, content / right)
    ):
        return right
    numbered = (right.with_name(f"{right.stem}-{number}{right.suffix}") for number in _NUMBERS)
    return next((path for path in numbered if not _occupied(content, old, path, taken)), None)


def _occupied(content: Path, old: PurePosixPath, new: PurePosixPath, taken: Mapping[PurePosixPath, None]) -> bool:
    # Where capitals do not count, a file is in the way of its own new name.
    return new in taken or (new.name != old.name.casefold() and os.path.lexists(content / new))


def _equal(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and filecmp.cmp(one, other, shallow=False)


def _move(source: Path, target: Path) -> None:
    """Renames a file; one of the same bytes that is there already is kept in its place. Raises: OSError, and nothing changed."""
    if source.name.casefold() == target.name:
        # Where capitals do not count, the two names are one; the way round makes no difference elsewhere.
        beside = source.with_name(f".rantau-{os.getpid()}-{target.name}")
        source.rename(beside)
        try:
            _put(beside, target)
        except OSError:
            beside.rename(source)
            raise
    else:
        _put(source, target)


def _put(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except FileExistsError:
        if target.is_symlink() or not _equal(source, target):
            raise
    except (OSError, NotImplementedError):
        if os.path.lexists(target):
            raise
        # This file system knows no second names; renaming would overwrite, hence the question above.
        source.rename(target)
        return
    source.unlink()


def _kept(path: PurePosixPath, why: str) -> str:
    return f"tidak dinamai ulang: {path}: {why}"


# --- references ---------------------------------------------------------------------------------


def _follow(content: Path, library: Library, moved: Mapping[PurePosixPath, PurePosixPath]) -> Counter[PurePosixPath]:
    """Changes everything that refers to the old paths; the number of places by old path."""
    # Some systems keep accents apart from their letters, and editors write them together.
    old_of = {PurePosixPath(unicodedata.normalize("NFC", str(old))): old for old in moved} | {old: old for old in moved}
    existing = dict.fromkeys((*library.by_path, *library.assets, *old_of))
    found: dict[PurePosixPath, set[tuple[Span, str, PurePosixPath]]] = {}
    for reference in _references(library):
        target = _target(reference, existing)
        old = old_of.get(target) if target is not None else None
        if target is not None and old is not None:
            text = _rewritten(reference, target.name, moved[old])
            spans = (reference.span,) if reference.span else _destinations(library.by_path[reference.path], reference.written)
            found.setdefault(reference.path, set()).update((span, text, old) for span in spans)
    for path, changes in sorted(found.items()):
        edits.rewrite(content / path, [Edit(span, text) for span, text, _ in changes])
    return Counter(old for changes in found.values() for _, _, old in changes)


def _references(library: Library) -> Iterator[Reference]:
    """Every internal destination of bodies, every image of front matters and registries, each once in a file."""
    for document in library.documents:
        links = document.body.links if document.body is not None else ()
        for written, image in dict.fromkeys((link.destination, link.image) for link in links):
            if written.strip() and not scheme_of(written):
                yield Reference(document.path, "image" if image else "link", written)
        for name, span in document.fields.spans.items() if document.fields is not None else ():
            if _IMAGE_FIELD.fullmatch(name) and (value := _quoted(document.text, span)):
                yield Reference(document.path, "field", *value)
    for path, asset in library.assets.items():
        if path.parent == registry.FOLDER and asset.text:
            node, _, _ = load_registry(asset.text.encode())
            yield from _registry_images(path, node.items if isinstance(node, Listing) else (), asset.text)


def _registry_images(path: PurePosixPath, items: Iterable[object], text: str) -> Iterator[Reference]:
    for item in items:
        for key, value in item.entries if isinstance(item, Group) else ():
            if key.text == "img" and isinstance(value, Scalar) and (found := _quoted(text, value.span)):
                yield Reference(path, "registry", *found)


def _destinations(document: Document, written: str) -> Iterator[Span]:
    """Where a destination of the body stands as one; the span of its link alone would miss all but one of equal ones."""
    place = re.compile(r"(?:\]\([ \t]*<?|\]:[ \t]*<?)(" + re.escape(written) + r")(?=[>)\s]|$)")
    for match in place.finditer(document.prose):
        if document.text[match.start(1) : match.end(1)] == written:
            yield span_at(document.prose, match.start(1), match.end(1))


def _quoted(text: str, span: Span) -> tuple[str, Span] | None:
    """A value on one line without its quotation marks, and the place of what is left."""
    lines = text.split("\n")
    if span.line != span.end_line or span.line > len(lines):
        return None
    raw = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    value = raw.strip().strip("\"'").strip()
    if not value:
        return None
    start = span.column + raw.index(value)
    return value, Span(span.line, start, span.line, start + len(value))


def _target(reference: Reference, existing: Mapping[PurePosixPath, None]) -> PurePosixPath | None:
    """The existing path that a reference means, or None; a page may be meant by its file or by its address."""
    if reference.kind == "registry":
        path: PurePosixPath | None = PurePosixPath("images", reference.written)
    elif reference.kind == "field":
        path = image_path(reference.path, reference.written, existing)
    else:
        # "#" is part of many a photo's name, and editors do not know that it must be escaped.
        path = next((p for w in _readings(reference.written) if (p := _linked(reference, w, existing)) in existing), None)
    return path if path in existing else None


def _readings(written: str) -> tuple[str, ...]:
    return written, unquote(written), unquote(re.split(r"[?#]", written)[0])


def _linked(reference: Reference, written: str, known: Mapping[PurePosixPath, None]) -> PurePosixPath | None:
    if not written:
        return None
    if reference.kind == "image":
        return image_path(reference.path, written, known)
    path = normal(PurePosixPath(written.lstrip("/")) if written.startswith("/") else reference.path.parent / written)
    if path is None or path in known:
        return path
    if path.suffix.lower() in files.IMAGE_ENDINGS:
        return image_path(reference.path, written, known)
    page = path.with_name(f"{path.name}.md") if path.name else path
    return page if page in known else path.with_name(f"{path.name}.MD") if path.name else page


def _rewritten(reference: Reference, old: str, new: PurePosixPath) -> str:
    """What a reference must say so that it means the new path; all but the file's name stays as it is written."""
    if reference.kind in ("link", "image"):
        for part in (reference.written, re.split(r"[?#]", reference.written)[0]):
            body = part.rstrip("/")
            last = body.rpartition("/")[2]
            for name, text in ((old, new.name), (PurePosixPath(old).stem, new.stem)):
                if name in (last, unquote(last)):
                    return body[: len(body) - len(last)] + text + reference.written[len(body) :]
    head, slash, _ = reference.written.rpartition("/")
    return f"{head}{slash}{new.name}"


# --- sizes --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shrinker:
    """Makes a smaller file of an image below `root`: its bytes, or b"" and the problem. Callable, picklable."""

    root: Path

    def __call__(self, entry: Entry) -> tuple[bytes, str]:
        try:
            data = (self.root / entry.path).read_bytes()
        except OSError as error:
            return b"", f"tidak dapat dibaca: {reason(error)}"
        return pictures.shrink(entry.path, data, files.IMAGE_LIMIT)


def _shrink(content: Path, entries: Iterable[Entry]) -> Iterator[tuple[bool, str]]:
    """Replaces the images that are too large by smaller ones; whether it was done, and a line, for each."""
    large = [e for e in entries if e.path.suffix.lower() in files.IMAGE_ENDINGS and e.size > files.IMAGE_LIMIT]
    for entry in (e for e in large if e.size > files.SHRINK_LIMIT):
        yield False, f"tidak diperkecil: {entry.path}: {_LEFT['size']}"
    fitting = [e for e in large if e.size <= files.SHRINK_LIMIT]
    for start in range(0, len(fitting), _GROUP):
        group = fitting[start : start + _GROUP]
        for entry, made in zip(group, workers.each(_Shrinker(content), group, seconds=SECONDS), strict=True):
            data, problem = (b"", made.reason) if isinstance(made, Lost) else made
            if data:
                try:
                    edits.replace(content / entry.path, data)
                except OSError as error:
                    problem = f"tidak dapat ditulis: {reason(error)}"
            if problem:
                yield False, f"tidak diperkecil: {entry.path}: {_LEFT.get(problem, problem)}"
            else:
                yield True, f"diperkecil: {entry.path} {spoken.size(entry.size).id} -> {spoken.size(len(data)).id}"
