"""One file of the content directory, read whole: what the worker processes do.

The result depends on the file, the names to look for and this code alone, so it can be kept by content.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from rantau import body, files, pictures, schema, source
from rantau.files import Entry
from rantau.mistakes import conflicts
from rantau.model import FILE_START, Asset, Defect, Document, Fields, Kind, Mention, Span
from rantau.source import Source
from rantau.text.mentions import Gazetteer, mentions
from rantau.workers import Lost

# Of processor time, which does not depend on what else the machine does: an honest article of 64 KB takes a third of
# it. The wall time is for what sleeps, and for Windows, where it is the only limit.
ARTICLE_SECONDS = 1.5
IMAGE_SECONDS = 10.0
_OF_FRONT_MATTER = frozenset(("front-matter-syntax", "no-front-matter"))
SECONDS = 10.0 if sys.platform == "win32" else 60.0


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files below `root`; `books` maps a language to the names its texts may mention. Callable, picklable."""

    root: Path
    books: Mapping[str, Gazetteer]

    def __call__(self, entry: Entry) -> Document | Asset:
        """The document or image in the file. Raises: nothing; what cannot be foreseen becomes a defect."""
        try:
            data = (self.root / entry.path).read_bytes()
            if entry.path.suffix == ".md":
                return self._document(entry, data)
            asset = pictures.inspect(entry.path, data)
        except Exception as error:  # the one boundary where a failure on a content file becomes its diagnostic
            return unread(entry, Defect("unforeseen-failure", FILE_START, {"detail": f"{type(error).__name__}: {error}"[:200]}))
        return replace(asset, defects=(*entry.defects, *asset.defects))

    def prepare(self) -> None:
        """Makes the renderers, for the processes that are forked afterwards."""
        for language in self.books:
            body.prepare(language)

    def cpu_seconds(self, entry: Entry) -> float:
        """How many seconds of processor time the file may take."""
        return ARTICLE_SECONDS if entry.path.suffix == ".md" else IMAGE_SECONDS

    def _document(self, entry: Entry, data: bytes) -> Document:
        kind, language, address = files.classify(entry.path)
        read = source.read(data)
        prose = body.mask(read.text, read.body_line)
        fields, typing = schema.type_fields(kind, read.front) if read.front is not None else (None, ())
        defects = (*entry.defects, *_told(read, prose), *typing)
        if kind is Kind.HOME and fields is None and {d.rule for d in defects} <= {"no-front-matter"}:
            fields, defects = Fields(), ()
        rendered, rendering = body.render(read.body, read.body_line, prose, language) if read.text else (None, ())
        found = self._mentions(fields, rendered.text if rendered else "", prose, language)
        return Document(
            entry.path, kind, language, address, read.text, prose, read.body_line, fields, rendered, found, (*defects, *rendering)
        )

    def _mentions(self, fields: Fields | None, text: str, prose: str, language: str) -> tuple[Mention, ...]:
        if fields is None:
            return ()
        texts = {"title": fields.title or "", "description": fields.description or "", "body": text}
        places: dict[str, Span] = {name: fields.spans[name] for name in ("title", "description") if name in fields.spans}
        return mentions(texts, places, prose, self.books[language])


def _told(read: Source, prose: str) -> tuple[Defect, ...]:
    """What is wrong with a text as it was read; that two versions of its front matter cannot be read goes without saying."""
    front = read.text.split("\n")[: read.body_line - 1]
    found = conflicts("\n".join((*front, *prose.split("\n")[len(front) :])))
    caused = read.front is None and any(not front or d.span.line <= len(front) for d in found)
    return (*(d for d in read.defects if not (caused and d.rule in _OF_FRONT_MATTER)), *found)


def unread(entry: Entry, *defects: Defect) -> Document | Asset:
    """What stands for a file that was not or could not be read."""
    found = (*entry.defects, *defects)
    if entry.path.suffix != ".md":
        return Asset(entry.path, entry.size, defects=found)
    return Document(entry.path, *files.classify(entry.path), defects=found)


def lost(failure: Lost[Entry]) -> Document | Asset:
    """What stands for a file whose worker had to be killed, or died."""
    if failure.task.path.suffix == ".md":
        return unread(failure.task, Defect("too-complex", FILE_START, {"limit": failure.reason}))
    return unread(failure.task, Defect("undecodable-image", FILE_START, {"problem": "broken", "detail": failure.reason}))


def image_path(document: PurePosixPath, src: str, existing: Mapping[PurePosixPath, object]) -> PurePosixPath | None:
    """The file a picture's name means: beside the article first, then in images/; None for one outside the content.

    A name that exists nowhere means the one in images/.
    """
    if "\\" in src or "//" in src or not src.strip():
        return None
    name = src.strip().removeprefix("./")
    if name.startswith("/"):
        candidates = [PurePosixPath(name.lstrip("/"))]
    else:
        candidates = [document.parent / name, PurePosixPath("images") / name, PurePosixPath(name)]
    safe = [c for candidate in candidates if (c := normal(candidate)) is not None]
    in_images = safe[1] if len(safe) > 1 else None
    return next((c for c in safe if c in existing), in_images or (safe[0] if safe else None))


def normal(path: PurePosixPath) -> PurePosixPath | None:
    """The path without "." and "..", or None when it leads out of the tree."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in (".", "/"):
            parts.append(part)
    return PurePosixPath(*parts)
