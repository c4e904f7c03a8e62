"""The content as the preview shows it: read once, kept in memory, and brought up to date file by file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from rantau import pages, pipeline
from rantau.clock import today
from rantau.model import Diagnostic, Document, Localized, Severity
from rantau.pages import Page
from rantau.pipeline import Each, Files, Loaded, Memory
from rantau.scene import Scene, Settings

# A file that could not be opened (another program has it) is tried so often again before its next change.
TRIES = 4

_NONE = Localized("")
_GONE = Localized(
    'folder isi "{}" tidak ada lagi; yang terlihat adalah keadaan terakhirnya', 'the folder "{}" is gone; this is its last state'
)
_CLOSED = Localized(
    '"{}" tidak dapat dibaca; yang terlihat adalah keadaan sebelumnya', '"{}" cannot be read; this is the state before'
)
_ODD = Localized(
    "pratinjau tidak dapat menyusun isi ({}); laporkan kepada pengembang. Yang terlihat adalah keadaan terakhir yang utuh",
    "the preview cannot put the content together ({}); report it to the developers. This is the last whole state",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The content at one moment. `number` grows with every change; `problem` says why this is older than the files.

    `pages` are by their addresses, drafts among them; `files` are by the addresses that they have or would have;
    `findings` are those that a check of the content finds, by file. `moved` leads from an address that has gone to where its
    file is now.
    """

    number: int
    scene: Scene
    pages: Mapping[str, Page]
    files: Mapping[str, Document]
    findings: Mapping[PurePosixPath, tuple[Diagnostic, ...]] = field(default_factory=dict)
    drafts: Mapping[str, Document] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    problem: Localized = _NONE

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are in all files."""
        return sum(d.severity is severity for found in self.findings.values() for d in found)


class Content:
    """Reads a content directory, and what has changed in it."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self._files: Files | None = None
        self._memory = Memory()
        self._missed: frozenset[PurePosixPath] = frozenset()
        self._tries: dict[PurePosixPath, int] = {}
        self._renames = Renames()

    def first(self) -> Shown:
        """The content as it is now. Raises: OSError, when it cannot be read."""
        self._files = pipeline.read(self.folder)
        return self._made(self._files, 1)

    def due(self) -> frozenset[PurePosixPath]:
        """The files that should be tried again, although nothing tells that they have changed."""
        return self._missed | {path for path, tries in self._tries.items() if tries < TRIES}

    def next(self, before: Shown, changed: Collection[PurePosixPath], each: Each) -> Shown:
        """The content after the files have changed; the state before, with a problem, when it cannot be read or shown."""
        wanted = self._missed | set(changed)
        try:
            files = pipeline.read(self.folder, self._files, wanted, each)
            self._missed = frozenset()
            self._note_failures(files, wanted)
            self._files = files
            return self._made(files, before.number + 1)
        except NotADirectoryError:
            said, detail = _GONE, str(self.folder)
        except OSError as error:
            said, detail = _CLOSED, str(error.filename or error)
        except Exception as error:  # the preview goes on, whatever the library does with half of a content
            said, detail = _ODD, f"{type(error).__name__}: {error}"[:300]
        self._missed = frozenset() if said is _ODD else wanted
        told = Localized(said.id.replace("{}", detail), said.en.replace("{}", detail))
        return before if told == before.problem else replace(before, number=before.number + 1, problem=told)

    def _note_failures(self, files: Files, wanted: Collection[PurePosixPath]) -> None:
        failed = {p for p, item in files.others.items() if any(d.rule == "unforeseen-failure" for d in item.defects)}
        self._tries = {path: self._tries.get(path, 0) + (path in wanted) for path in failed}

    def _made(self, files: Files, number: int) -> Shown:
        date = today()
        real = pipeline.join(files, date)
        found = pipeline.examine(real.library, self._memory)
        findings: dict[PurePosixPath, list[Diagnostic]] = {}
        for diagnostic in found:
            findings.setdefault(diagnostic.path, []).append(diagnostic)
        drafts = {d.address: d for d in real.library.documents if d.draft}
        shown = pipeline.join(files, date, drafts=True) if drafts else real
        scene = pipeline.stage(shown, self.settings)
        return Shown(
            number,
            scene,
            _by_address(scene, real),
            {d.address: d for d in reversed(real.library.documents)},
            {path: tuple(several) for path, several in findings.items()},
            drafts,
            self._renames.note(real.library.documents),
        )


class Renames:
    """Where files went: one whose words are those of a file that is gone is that file under another name."""

    def __init__(self) -> None:
        self._texts: Mapping[str, str] = {}
        self._gone: dict[str, str] = {}
        self._moved: dict[str, str] = {}

    def note(self, documents: Collection[Document]) -> Mapping[str, str]:
        """The addresses that have gone since the first call, each with the address of its file now."""
        texts = {d.address: d.text for d in documents}
        self._gone |= {address: text for address, text in self._texts.items() if address not in texts and text}
        self._texts = texts
        if self._gone:
            places = {d.text: d.address for d in documents}
            found = {address: places[text] for address, text in self._gone.items() if address not in texts and text in places}
            self._moved |= found
            # One that is there again, or was found, is looked for no more.
            self._gone = {a: text for a, text in self._gone.items() if a not in texts and a not in found}
        return {address: place for address in self._moved if address not in texts and (place := self._now(address)) in texts}

    def _now(self, address: str) -> str:
        """The address at the end of a row of renamings; one that ends where it began ends there."""
        seen = set[str]()
        while address not in self._texts and address in self._moved and address not in seen:
            seen.add(address)
            address = self._moved[address]
        return address


def _by_address(scene: Scene, real: Loaded) -> Mapping[str, Page]:
    """The pages; of two that claim an address the one that would be published today, and then the first."""
    drafts = {d.path for d in real.library.documents if d.draft}
    made: dict[str, Page] = {}
    for page in pages.every(scene):
        other = made.get(page.address)
        if other is None or (other.document is not None and other.document.path in drafts):
            made[page.address] = page
    return made
