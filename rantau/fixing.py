"""Repairs of texts: what the findings propose and what a machine puts in order, until nothing is left to do.

All rounds happen beside the content. A file is written once, whole, and only if no error was added; one that somebody
changed in between, that is read-only or that never comes to rest stays as it is, and the editor is told.
"""

import datetime
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from rantau import edits, pipeline, registry, workers
from rantau.files import Entry
from rantau.model import Asset, Diagnostic, Document, Edit, Library, Severity
from rantau.reading import Reader
from rantau.text.failures import reason
from rantau.tidying import TIDYINGS, tidied_list
from rantau.workers import Lost

# An article needs two or three; a file whose every line is wrong in its own way needs one for each kind of mistake.
ROUNDS = 30
_ORDER = "field-order"

Paths = Callable[[PurePosixPath], bool]
# A repair, and the rule or the tidying that it belongs to.
_Named = tuple[str, tuple[Edit, ...]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """One text before and after; `places` is how many repairs were made, `names` what they were."""

    path: PurePosixPath
    before: str
    after: str
    places: int
    names: tuple[str, ...]


@dataclass(slots=True)
class _Text:
    """One text on its way; `tidied` says whether it is put in order though nothing is repaired in it.

    `reordered` says whether its fields are put in order, which is so when a repair has changed them.
    """

    first: str
    text: str
    tidied: bool
    places: int = 0
    names: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    reordered: bool = False


@dataclass(slots=True)
class _Elsewhere:
    """Gives files their contents from `root`, where only those lie that are to be read again; a `pipeline.Each`."""

    root: Path

    def __call__(self, work: Reader, tasks: Sequence[Entry], /, *, seconds: float) -> list[Document | Asset | Lost[Entry]]:
        """See workers.each."""
        return workers.each(replace(work, root=self.root), tasks, seconds=seconds) if tasks else []


def fix(content: Path, day: datetime.date, wanted: Paths, tidied: Paths) -> tuple[tuple[Fixed, ...], tuple[str, ...]]:
    """Writes the repairs of the wanted texts; what was written, and a line for each text that could not be.

    A text without anything to repair stays as it is, unless it is one of those to be tidied in any case.
    Raises: OSError when the content cannot be read.
    """
    found, left = plan(content, day, wanted, tidied)
    written = []
    for one in found:
        try:
            edits.exchange(content / one.path, one.before, one.after)
            written.append(one)
        except edits.Changed:
            left.append(_kept(one.path, "berkasnya berubah selagi diperbaiki; jalankan --fix sekali lagi"))
        except PermissionError:
            left.append(_kept(one.path, "berkasnya hanya dapat dibaca; izinkan dulu berkas itu ditulis"))
        except OSError as error:
            left.append(_kept(one.path, reason(error)))
    return tuple(written), tuple(left)


def plan(content: Path, day: datetime.date, wanted: Paths, tidied: Paths) -> tuple[list[Fixed], list[str]]:
    """What would be written, and a line for each text whose repairs lead nowhere. Raises: OSError."""
    files = pipeline.read(content)
    library = pipeline.join(files, day).library
    lists, left = _lists(files, library, day, wanted, tidied)
    if lists:
        # What the lists say is the ground on which articles are repaired.
        files = pipeline.read(content, _rewritten(files, {one.path: one.after for one in lists}))
        library = pipeline.join(files, day).library
    found = pipeline.examine(library)
    texts = {d.path: _Text(d.text, d.text, tidied(d.path)) for d in library.documents if d.text and wanted(d.path)}
    errors = _errors(found)
    # What cannot be read hides what else is wrong with it.
    hidden = {d.path for d in library.documents if d.fields is None}
    restless: set[PurePosixPath] = set()
    with tempfile.TemporaryDirectory(prefix="rantau-") as folder:
        twin = Path(folder)
        memory = pipeline.Memory()
        fresh: Collection[PurePosixPath] = texts
        while fresh:
            fresh = {path for path in fresh if path not in restless and _round(texts[path], path, library, found)}
            for path in fresh:
                text = texts[path]
                if text.text in text.seen or len(text.seen) >= ROUNDS:
                    restless.add(path)
                    text.text = text.first
                text.seen.add(text.text)
                target = twin / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.text.encode("utf-8"))
            if fresh:
                files = pipeline.read(content, files, fresh, _Elsewhere(twin))
                library = pipeline.join(files, day).library
                found = pipeline.examine(library, memory)
    now = _errors(found)
    left += [_kept(path, "perbaikannya saling membatalkan") for path in sorted(restless)]
    done = [*lists]
    for path, text in texts.items():
        if text.text == text.first:
            continue
        document = library.by_path.get(path)
        readable = document is not None and document.fields is not None
        if (path not in hidden and not readable) or (
            now.get(path, 0) > errors.get(path, 0) and not (path in hidden and readable)
        ):
            left.append(_kept(path, "perbaikannya menimbulkan kesalahan lain"))
        else:
            done.append(Fixed(path, text.first, text.text, text.places, tuple(sorted(text.names))))
    return sorted(done, key=lambda one: one.path), left


def _round(text: _Text, path: PurePosixPath, library: Library, found: Iterable[Diagnostic]) -> bool:
    """Whether another round of repairs changed the text."""
    document = library.by_path.get(path)
    if document is None or document.text != text.text:
        return False
    groups = list(_groups(document, library, (d for d in found if d.path == path and d.fixable), text))
    done = _made(text, groups)
    text.reordered |= any(_in_front(document, group) for name, group in done if name not in TIDYINGS)
    return bool(done)


def _made(text: _Text, groups: Iterable[_Named]) -> list[_Named]:
    """The repairs that are now made in the text; none when they leave it as it was."""
    after, done = _applied(text.text, groups)
    if after == text.text:
        return []
    text.seen.add(text.text)
    text.text = after
    text.places += len(done)
    text.names |= {name for name, _ in done}
    return done


def _in_front(document: Document, group: Iterable[Edit]) -> bool:
    """Whether a repair is one of front matter; where that cannot be read, its repair comes before all others."""
    return document.fields is None or any(edit.span.line < document.body_line for edit in group)


def _groups(document: Document, library: Library, found: Iterable[Diagnostic], text: _Text) -> Iterator[_Named]:
    """The repairs of a round by what they are. What needs none is not put in order either, unless it was asked for.

    The order of fields comes last, and only in front matter that was repaired: that which is sound is not rewritten.
    """
    proposed = [(d.rule, d.fix) for d in found]
    if not (proposed or text.tidied or text.text != text.first):
        return
    for name, tidying in TIDYINGS.items():
        if name != _ORDER:
            proposed += [(name, (edit,)) for edit in tidying.find(document, library)]
    if not proposed and text.reordered:
        changes = tuple(TIDYINGS[_ORDER].find(document, library))
        proposed += [(_ORDER, changes)] if changes else []
    yield from proposed


def _applied(text: str, groups: Iterable[_Named]) -> tuple[str, list[_Named]]:
    """The text after the repairs that can be made at once, and those."""
    chosen = edits.compatible([group for _, group in groups])
    return edits.apply(text, [edit for group in chosen for edit in group]), [named for named in groups if named[1] in chosen]


def _lists(
    files: pipeline.Files, first: Library, day: datetime.date, wanted: Paths, tidied: Paths
) -> tuple[list[Fixed], list[str]]:
    """The lists of _data with their repairs, before any article is looked at, and a line for each whose repairs lead nowhere."""
    library = first
    texts = {
        p: _Text(a.text, a.text, tidied(p)) for p, a in library.assets.items() if p in files.registries and a.text and wanted(p)
    }
    restless: set[PurePosixPath] = set()
    fresh: Collection[PurePosixPath] = texts
    while fresh:
        fresh = [path for path in fresh if path not in restless and _list_round(texts[path], library.assets[path])]
        for path in fresh:
            text = texts[path]
            if text.text in text.seen or len(text.seen) >= ROUNDS:
                restless.add(path)
                text.text = text.first
            text.seen.add(text.text)
        if fresh:
            files = _rewritten(files, {path: texts[path].text for path in fresh})
            library = pipeline.join(files, day).library
    left = [_kept(path, "perbaikannya saling membatalkan") for path in sorted(restless)]
    done = []
    for path, text in texts.items():
        before, after = first.assets[path], library.assets[path]
        worse = len(after.defects) > len(before.defects) and not (_unread(before) and not _unread(after))
        if text.text != text.first and worse:
            left.append(_kept(path, "perbaikannya menimbulkan kesalahan lain"))
        elif text.text != text.first:
            done.append(Fixed(path, text.first, text.text, text.places, tuple(sorted(text.names))))
    return done, left


def _list_round(text: _Text, asset: Asset) -> bool:
    """Whether another round of repairs changed a list."""
    groups = [(defect.rule, defect.fix) for defect in asset.defects if defect.fix]
    if not (groups or text.tidied or text.text != text.first):
        return False
    if not _unread(asset):
        groups += [(name, (edit,)) for name, edit in tidied_list(asset.text)]
    return bool(_made(text, groups))


def _rewritten(found: pipeline.Files, texts: Mapping[PurePosixPath, str]) -> pipeline.Files:
    """The files with other texts of some lists; what is wrong with their names and sizes stays."""
    registries = dict(found.registries)
    for path, text in texts.items():
        before = registries[path][1]
        said = registry.read(path, before.text.encode())[1].defects
        terms, asset = registry.read(path, text.encode())
        registries[path] = terms, replace(asset, defects=(*(d for d in before.defects if d not in said), *asset.defects))
    return replace(found, registries=registries)


def _unread(asset: Asset) -> bool:
    return any(defect.rule in registry.UNREADABLE for defect in asset.defects)


def _errors(found: Iterable[Diagnostic]) -> Mapping[PurePosixPath, int]:
    count: dict[PurePosixPath, int] = {}
    for diagnostic in found:
        if diagnostic.severity is Severity.ERROR:
            count[diagnostic.path] = count.get(diagnostic.path, 0) + 1
    return count


def _kept(path: PurePosixPath, why: str) -> str:
    return f"tidak diperbaiki: {path}: {why}"
