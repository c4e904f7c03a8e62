"""Load, check, index, render: the only module that knows all rooms."""

import datetime
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import ModuleType

from rantau import indexing, indices, library, outputs, pages, registry, reporters, rules, scene, workers
from rantau.files import Entry, scan
from rantau.indexing import Index
from rantau.model import (
    LANGUAGES,
    Asset,
    Defect,
    Diagnostic,
    Document,
    Edition,
    Finding,
    Library,
    Published,
    Registry,
    Severity,
    Taxonomy,
    Term,
)
from rantau.pages import Page
from rantau.reading import SECONDS, Reader, lost, unread
from rantau.scene import Scene, Settings
from rantau.text.mentions import Gazetteer, gazetteer
from rantau.workers import Lost


def discover(package: ModuleType) -> dict[str, ModuleType]:
    """The modules of a room by the name of what they are ("unknown-country"), in the order of the names."""
    found = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))
    return {name.replace("_", "-"): importlib.import_module(f"{package.__name__}.{name}") for name in found}


@lru_cache(maxsize=1)
def taxonomies() -> tuple[Taxonomy, ...]:
    """Every taxonomy of rantau/indices."""
    return tuple(module.TAXONOMY for module in discover(indices).values())


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library and its indices."""

    library: Library
    indices: tuple[Index, ...]


def load(content: Path, date: datetime.date) -> Loaded:
    """Everything below a content directory, read once, and its indices.

    Raises: NotADirectoryError when there is no such directory. Whatever is wrong with the files is in the
    library as defects.
    """
    if not content.is_dir():
        raise NotADirectoryError(str(content))
    entries = scan(content)
    registries_read = [_read_registry(content, e) for e in entries if _is_registry(e)]
    files = {asset.path.stem: terms for terms, asset in registries_read if asset.path.suffix == ".yml"}
    books = _books(files)
    readable = [e for e in entries if not _is_registry(e) and e.readable and e.path.suffix in _READ]
    results = workers.each(Reader(content, books), readable, seconds=SECONDS)
    read = [lost(r) if isinstance(r, Lost) else r for r in results]
    read += [unread(e) for e in entries if not _is_registry(e) and not (e.readable and e.path.suffix in _READ)]
    documents = [d for d in read if isinstance(d, Document)]
    assets = {a.path: a for a in read if isinstance(a, Asset)} | {a.path: a for _, a in registries_read}
    registries = registry.assemble(files, documents)
    for path, defect in registry.check_members(registries):
        assets[path] = replace(assets[path], defects=(*assets[path].defects, defect))
    whole = library.assemble(documents, dict(sorted(assets.items())), registries, date)
    found = indexing.build(whole, taxonomies())
    generated = tuple(indexing.claims(whole, found, pages.fixed_addresses(whole)))
    return Loaded(library.connect(whole, generated), found)


_READ = frozenset({".md", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"})


def _is_registry(entry: Entry) -> bool:
    return entry.path.parts[0] == registry.FOLDER.name


def _read_registry(content: Path, entry: Entry) -> tuple[tuple[Term, ...], Asset]:
    if not entry.readable or entry.path.suffix != ".yml":
        return (), Asset(entry.path, entry.size, defects=entry.defects)
    terms, asset = registry.read(entry.path, (content / entry.path).read_bytes())
    return terms, replace(asset, defects=(*entry.defects, *asset.defects))


def _books(files: dict[str, tuple[Term, ...]]) -> dict[str, Gazetteer]:
    named = [Registry(n, {t.key: t for t in files.get(n, ())}) for n in ("countries", "regions")]
    return {language: gazetteer(named, language) for language in LANGUAGES}


def check(content: Path, date: datetime.date) -> tuple[Diagnostic, ...]:
    """Every finding of every file, ordered by path, line, column and rule."""
    return examine(load(content, date).library)


def examine(loaded: Library) -> tuple[Diagnostic, ...]:
    """What all rules find in a loaded library."""
    defects = _defects(loaded)
    found = [
        _diagnostic(name, rule.SEVERITY, finding, loaded)
        for name, rule in discover(rules).items()
        for finding in _findings(name, rule, loaded, defects)
    ]
    unique = {(d.path, d.span, d.rule, d.message): d for d in found}
    return tuple(sorted(unique.values(), key=lambda d: (d.path.as_posix(), d.span, d.rule, d.message.id)))


def _defects(loaded: Library) -> dict[str, list[tuple[PurePosixPath, Defect]]]:
    found: dict[str, list[tuple[PurePosixPath, Defect]]] = {}
    items: tuple[Document | Asset, ...] = (*loaded.documents, *loaded.assets.values())
    for item in items:
        for defect in item.defects:
            found.setdefault(defect.rule, []).append((item.path, defect))
    unknown = set(found) - set(discover(rules))
    if unknown:
        raise LookupError(f"no rule describes these defects: {', '.join(sorted(unknown))}")
    return found


def _findings(
    name: str, rule: ModuleType, loaded: Library, defects: dict[str, list[tuple[PurePosixPath, Defect]]]
) -> Iterator[Finding]:
    for path, defect in defects.get(name, ()):
        message, help_ = rule.describe(defect)
        yield Finding(path, defect.span, message, help_, defect.fix)
    if hasattr(rule, "check"):
        for document in loaded.documents:
            yield from rule.check(document, loaded)
    if hasattr(rule, "check_library"):
        yield from rule.check_library(loaded)


def _diagnostic(name: str, severity: Severity, finding: Finding, loaded: Library) -> Diagnostic:
    document = loaded.by_path.get(finding.path)
    if document is not None and document.draft:
        severity = Severity.WARNING
    text = document.text if document is not None else loaded.assets[finding.path].text if finding.path in loaded.assets else ""
    return Diagnostic(
        finding.path, finding.span, name, severity, finding.message, finding.help, finding.fix, _line(text, finding.span.line)
    )


def _line(text: str, number: int) -> str:
    lines = _lines(text)
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    # One file after the other; a broken one may have thousands of findings.
    return tuple(text.split("\n"))


def report(found: Iterable[Diagnostic], format_: str, language: str, root: str) -> Iterator[str]:
    """The lines of a report in one of the formats of rantau/reporters; `root` stands before every path."""
    lines: Iterator[str] = discover(reporters)[format_].render(found, language, root)
    return lines


def stage(loaded: Loaded, settings: Settings) -> Scene:
    """The scene of a library without errors, from which pages and outputs are made."""
    return scene.stage(loaded.library, loaded.indices, settings)


def publish(
    made: Scene, all_pages: Iterable[Page], content: Path, kept: Path | None = None
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of every output, one after the other; `kept` is the directory for what a later build may use, or None."""
    published = tuple(
        Published(p.address, p.language, p.title, _changed(p.document), p.document, p.searchable)
        for p in all_pages
        if p.template != "search.html"
    )
    name, url = made.settings.name, made.settings.url
    edition = Edition(made.library, published, name, url, lambda path: (content / path).read_bytes(), kept)
    for output in discover(outputs).values():
        yield from output.publish(edition)


def _changed(document: Document | None) -> datetime.date | None:
    fields = document.fields if document is not None else None
    return (fields.updated or fields.date) if fields is not None else None
