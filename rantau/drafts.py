"""What an importer makes of foreign files: drafts of articles, with an account of what was left out and what was guessed.

Only values. Importers (rantau/importers/) make them, `imports.py` writes them; neither knows the other.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from rantau.model import Localized, Registry


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file of the source, and the line in it from 1 (0: the file as a whole)."""

    path: PurePosixPath
    line: int = 0


@dataclass(frozen=True, slots=True)
class Dropped:
    """A text that stands in the source and not in the draft, whole, and why."""

    text: str
    why: Localized
    place: Place


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that the source does not declare as ours: the field, the value, and the words or file it was found by."""

    field: str
    value: str
    found_in: str
    place: Place


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file gave no draft, or a draft that lacks something, and what to do."""

    message: Localized
    help: Localized
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """One article to be: `path` below the content directory, `fields` as plain YAML values in the order to write them.

    `images` maps the file name that the draft uses, below content/images/, to the file of the source it comes from.
    """

    path: PurePosixPath
    fields: Mapping[str, object]
    body: str
    origin: Place
    images: Mapping[PurePosixPath, Path] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """What an importer is asked to read: files below `root`, by relative path, each with its size in bytes; and how to read one.

    `read` gives the bytes of one of `files`, and refuses, with an OSError, what has grown or vanished since it was
    listed. `images` is a further folder where pictures lie, or None; `registries` the known terms of the portal.
    """

    root: Path
    files: Mapping[PurePosixPath, int]
    read: Callable[[PurePosixPath], bytes]
    images: Path | None = None
    registries: Mapping[str, Registry] = field(default_factory=dict)


# An importer's `read(sources)` gives these, one after the other, so that 10,000 articles never sit in memory at once.
Result = Draft | Problem
Read = Callable[[Sources], Iterator[Result]]
