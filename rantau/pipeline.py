"""Load, check, index, render: the only module that knows all rooms."""

import dataclasses
import datetime
import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Protocol, TypeVar, cast

from rantau import (
    changes,
    contacts,
    explain,
    facts,
    glossary,
    indexing,
    indices,
    library,
    outputs,
    pages,
    registry,
    reporters,
    rules,
    scene,
    workers,
)
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
    Localized,
    Published,
    Registry,
    Report,
    Rule,
    Severity,
    Taxonomy,
    Term,
)
from rantau.pages import Page
from rantau.reading import SECONDS, Reader, lost, unread
from rantau.scene import Scene, Settings
from rantau.text import identities
from rantau.text.mentions import Gazetteer, gazetteer
from rantau.workers import Lost

_List = TypeVar("_List")


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


class Each(Protocol):
    """What gives the result of a work for every task, in the order of the tasks: `workers.each`, or another that is like it."""

    def __call__(self, work: Reader, tasks: Sequence[Entry], /, *, seconds: float) -> list[Document | Asset | Lost[Entry]]:
        """See workers.each."""


@dataclass(frozen=True, slots=True)
class Files:
    """Every file of a content directory as it was read, each by itself: what a later reading need not read again."""

    registries: Mapping[PurePosixPath, tuple[tuple[Term, ...], Asset]]
    others: Mapping[PurePosixPath, Document | Asset]
    names: tuple[tuple[Term, ...], ...]
    books: Mapping[str, Gazetteer]


def load(content: Path, date: datetime.date) -> Loaded:
    """Everything below a content directory, read once, and its indices.

    Raises: NotADirectoryError when there is no such directory. Whatever is wrong with the files is in the
    library as defects.
    """
    return join(read(content), date)


def read(content: Path, before: Files | None = None, changed: Collection[PurePosixPath] = (), each: Each = workers.each) -> Files:
    """Every file below a content directory; of those in `before` only the `changed` ones are read again.

    Raises: NotADirectoryError when there is no such directory; OSError when a registry cannot be read.
    """
    if not content.is_dir():
        raise NotADirectoryError(str(content))
    entries = scan(content)
    kept = before.registries if before is not None else {}
    registries = {
        e.path: kept[e.path] if e.path in kept and e.path not in changed else _read_registry(content, e)
        for e in entries
        if _is_registry(e)
    }
    terms = _terms(registries)
    names = tuple(terms.get(name, ()) for name in _NAMED)
    # Other names to look for concern every text; an image knows of none.
    same = before is not None and before.names == names
    books = before.books if before is not None and same else _books(terms)
    known = {p: r for p, r in before.others.items() if same or isinstance(r, Asset)} if before is not None else {}
    others = {e.path: e for e in entries if not _is_registry(e)}
    readable = {p for p, e in others.items() if e.readable and p.suffix in _READ}
    tasks = [others[p] for p in others if p in readable and (p in changed or p not in known)]
    results = each(Reader(content, books), tasks, seconds=SECONDS)
    fresh = {e.path: lost(r) if isinstance(r, Lost) else r for e, r in zip(tasks, results, strict=True)}
    held = {p: (fresh.get(p) or known[p]) if p in readable else unread(e) for p, e in others.items()}
    return Files(registries, held, names, books)


def join(found: Files, date: datetime.date, *, drafts: bool = False) -> Loaded:
    """The library of the files, and its indices; with `drafts`, as if every draft had been published."""
    documents = [_released(d) if drafts else d for d in found.others.values() if isinstance(d, Document)]
    assets = {a.path: a for a in found.others.values() if isinstance(a, Asset)}
    assets |= {a.path: a for _, a in found.registries.values()}
    registries = registry.assemble(_terms(found.registries), documents)
    lost = registry.unread(assets)
    for path, defect in registry.check_members(registries, lost):
        assets[path] = replace(assets[path], defects=(*assets[path].defects, defect))

    def listed(path: PurePosixPath, read: Callable[[bytes], tuple[_List, tuple[Defect, ...]]]) -> _List:
        """What a list in _data says; what is wrong with it is told at its file."""
        asset = assets.get(path)
        found, wrong = read(asset.text.encode() if asset is not None else b"")
        if asset is not None and wrong:
            assets[path] = replace(asset, defects=(*asset.defects, *wrong))
        return found

    countries = registries["countries"].terms if "countries" not in lost else None
    helpers = listed(contacts.PATH, partial(contacts.read, countries=countries, today=date))
    known = listed(facts.PATH, partial(facts.read, today=date))
    words = listed(glossary.PATH, glossary.read)
    told = (facts.fill(document, known, date) for document in documents)
    whole = library.assemble(told, dict(sorted(assets.items())), registries, date)
    whole = replace(whole, contacts=helpers, facts=known, glossary=words)
    index = indexing.build(whole, taxonomies())
    generated = tuple(indexing.claims(whole, index, pages.fixed_addresses(whole)))
    return Loaded(library.connect(whole, generated), index)


def _released(document: Document) -> Document:
    fields = document.fields
    return replace(document, fields=replace(fields, status="published")) if fields is not None and document.draft else document


_READ = frozenset({".md", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"})
# The registries whose names a text may mention.
_NAMED = ("countries", "regions")


def _is_registry(entry: Entry) -> bool:
    return entry.path.parts[0] == registry.FOLDER.name


def _read_registry(content: Path, entry: Entry) -> tuple[tuple[Term, ...], Asset]:
    if not entry.readable or entry.path.suffix != ".yml":
        return (), Asset(entry.path, entry.size, defects=entry.defects)
    terms, asset = registry.read(entry.path, (content / entry.path).read_bytes())
    return terms, replace(asset, defects=(*entry.defects, *asset.defects))


def _terms(read: Mapping[PurePosixPath, tuple[tuple[Term, ...], Asset]]) -> dict[str, tuple[Term, ...]]:
    return {path.stem: terms for path, (terms, _) in read.items() if path.suffix == ".yml"}


def _books(files: dict[str, tuple[Term, ...]]) -> dict[str, Gazetteer]:
    named = [Registry(n, {t.key: t for t in files.get(n, ())}) for n in _NAMED]
    return {language: gazetteer(named, language) for language in LANGUAGES}


def check(content: Path, date: datetime.date) -> tuple[Diagnostic, ...]:
    """Every finding of every file, ordered by path, line, column and rule."""
    return examine(load(content, date).library)


_Checked = dict[str, tuple[frozenset[str], tuple[Diagnostic, ...]]]


@dataclass(slots=True)
class Memory:
    """What the last examination found in each document, and what each rule had to know for it; the next one looks only where
    something is new."""

    library: Library | None = None
    checked: dict[PurePosixPath, tuple[Document, _Checked]] = field(default_factory=dict)


def examine(loaded: Library, memory: Memory | None = None) -> tuple[Diagnostic, ...]:
    """What all rules find in a loaded library; with a `memory`, which is changed, at the price of what is new since then."""
    defects = _defects(loaded)
    known, lost = discover(rules), registry.unread(loaded.assets)
    found = [_diagnostic(n, rule, finding, loaded) for n, rule in known.items() for finding in _described(n, rule, defects)]
    # What a list would declare that cannot be read is not found missing everywhere else.
    asked = {n: rule for n, rule in known.items() if hasattr(rule, "check") and lost.isdisjoint(getattr(rule, "LISTS", ()))}
    found += _checked(loaded, asked, memory or Memory())
    whole = {n: rule for n, rule in known.items() if hasattr(rule, "check_library")}
    found += [_diagnostic(n, rule, finding, loaded) for n, rule in whole.items() for finding in rule.check_library(loaded)]
    unique = {(d.path, d.span, d.rule, d.message): d for d in _discreet(found)}
    return tuple(sorted(unique.values(), key=lambda d: (d.path.as_posix(), d.span, d.rule, d.message.id)))


def _checked(loaded: Library, known: Mapping[str, ModuleType], memory: Memory) -> Iterator[Diagnostic]:
    """What the rules find that look at one document after the other."""
    last, before = memory.library, memory.checked
    parts = [f.name for f in dataclasses.fields(Library)]
    new = {p for p in parts if last is None or getattr(last, p) != getattr(loaded, p)}
    memory.library, memory.checked = loaded, {}
    for document in loaded.documents:
        old, results = before.get(document.path, (None, {}))
        results = {n: r for n, r in results.items() if n in known} if old == document else {}
        memory.checked[document.path] = document, results
        for name, rule in known.items():
            if name not in results or not new.isdisjoint(results[name][0]):
                asked = _Asked(loaded)
                findings = rule.check(document, cast(Library, asked))
                found = tuple(_diagnostic(name, rule, finding, loaded) for finding in findings)
                results[name] = frozenset(asked.parts), found
            yield from results[name][1]


class _Asked:
    """A library that notes which of its parts a rule asks for."""

    __slots__ = ("library", "parts")

    def __init__(self, library: Library) -> None:
        self.library = library
        self.parts: set[str] = set()

    def __getattr__(self, name: str) -> object:
        # What is no part is a method, and each of them goes through the documents.
        self.parts.add(name if name in Library.__slots__ else "documents")
        return getattr(self.library, name)


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


def _described(name: str, rule: ModuleType, defects: dict[str, list[tuple[PurePosixPath, Defect]]]) -> Iterator[Finding]:
    for path, defect in defects.get(name, ()):
        message, help_ = rule.describe(defect)
        yield Finding(path, defect.span, message, help_, defect.fix)


def _diagnostic(name: str, rule: ModuleType, finding: Finding, loaded: Library) -> Diagnostic:
    document = loaded.by_path.get(finding.path)
    severity = Severity.WARNING if document is not None and document.draft else rule.SEVERITY
    text = document.text if document is not None else loaded.assets[finding.path].text if finding.path in loaded.assets else ""
    line = _line(text, finding.span.line)
    return Diagnostic(
        finding.path, finding.span, name, severity, finding.message, finding.help, finding.fix, line, finding.private
    )


def _discreet(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics, whose lines and words show nothing of what is nobody's business."""
    listed = tuple(found)
    private: dict[tuple[PurePosixPath, int], list[tuple[int, int]]] = {}
    secrets: dict[PurePosixPath, list[str]] = {}
    for d in listed:
        if d.private:
            end = d.span.end_column - 1 if d.span.end_line == d.span.line else len(d.source)
            private.setdefault((d.path, d.span.line), []).append((d.span.column - 1, end))
            secrets.setdefault(d.path, []).append(d.source[d.span.column - 1 : end])
    for d in listed:
        line = d.source
        for start, end in private.get((d.path, d.span.line), ()):
            line = line[:start] + "·" * len(line[start:end]) + line[end:]
        hidden = dataclasses.replace(d, source=line) if line != d.source else d
        if known := secrets.get(d.path):
            message, help_ = (
                Localized(*(identities.discreet(text, known) for text in (words.id, words.en, words.ja)))
                for words in (d.message, d.help)
            )
            hidden = dataclasses.replace(d, source=identities.discreet(line, known), message=message, help=help_)
        yield hidden


def _line(text: str, number: int) -> str:
    lines = _lines(text)
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    # One file after the other; a broken one may have thousands of findings.
    return tuple(text.split("\n"))


@lru_cache(maxsize=1)
def manuals() -> Mapping[str, Rule]:
    """What every rule says about itself, by the rule's name."""
    return {name: explain.manual(name, module) for name, module in discover(rules).items()}


def report(
    found: Iterable[Diagnostic], format_: str, language: str, root: str, checked: Library | None = None, *, colour: bool = False
) -> Iterator[str]:
    """The lines of a report in one of the formats of rantau/reporters; `root` stands before every path.

    Without the library that was `checked` a report holds the findings alone.
    """
    shown = Report(tuple(found), manuals(), language, root, checked, colour)
    lines: Iterator[str] = discover(reporters)[format_].render(shown)
    return lines


def stage(loaded: Loaded, settings: Settings) -> Scene:
    """The scene of a library without errors, from which pages and outputs are made."""
    return scene.stage(loaded.library, loaded.indices, settings)


def publish(
    made: Scene,
    all_pages: Iterable[Page],
    content: Path,
    kept: Path | None = None,
    only: Collection[str] = (),
    staged: Path | None = None,
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of every output, one after the other; `kept` is the directory for what a later build may use, or None.

    With `only`, no more than the outputs of these names. With `staged`, the directory where everything lies that was written so
    far, the outputs that look at the finished site conclude.
    """
    published = tuple(_published(p) for p in all_pages)
    asked = made.settings
    edition = Edition(
        made.library,
        published,
        asked.name,
        asked.url,
        lambda path: (content / path).read_bytes(),
        kept,
        asked.backend,
        asked.report,
        made.changes,
    )
    found = [output for named, output in discover(outputs).items() if not only or named in only]
    for output in found:
        if hasattr(output, "publish"):
            yield from output.publish(edition)
    for output in found:
        if staged is not None and hasattr(output, "conclude"):
            yield from output.conclude(edition, lambda path: (staged / path).read_bytes())


def _published(page: Page) -> Published:
    # The words of a list change with what it lists.
    shown = chain((page.document,) if page.document is not None else (), page.listed())
    days = (changes.last(d.fields) for d in shown if d.fields is not None)
    newest = max((day for day in days if day is not None), default=None)
    found = Published(page.address, page.language, page.title, newest, page.document, page.searchable, page.indexable)
    entry = page.entry
    if entry is None:
        return found
    return replace(found, taxonomy=entry.taxonomy, term=entry.term, about=entry.about, mentioned=entry.mentioned)
