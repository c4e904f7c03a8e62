"""The files below a content directory, checked before anything reads them; nothing here follows a link."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rantau.model import DEFAULT_LANGUAGE, FILE_START, LANGUAGES, Defect, Kind
from rantau.text.commands import FIX
from rantau.text.slugs import slugify

ARTICLE_LIMIT = 64 * 1024
IMAGE_LIMIT = 5 * 1024 * 1024
# A photo up to this size can be shrunk by command; more is no photo of a phone.
SHRINK_LIMIT = 60 * 1024 * 1024
REGISTRY_LIMIT = 1024 * 1024
NAME_LIMIT = 100
IMAGE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"})
INTRODUCED = {
    "negara": "countries",
    "kawasan": "regions",
    "topik": "tags",
    "program": "programs",
    "tahap": "stages",
    "sektor": "sectors",
    "penulis": "authors",
}

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*\.[a-z0-9]+")
_FOLDER = re.compile(r"[a-z0-9_][a-z0-9_-]*")
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})
# Names that Windows gives to devices; a checkout there would fail.
_BARE = re.compile(r"[\w./-]+", re.ASCII)
# What sh, PowerShell or cmd give a meaning to between double quotes.
_SPECIAL = frozenset('"$`\\!%“”„')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as the directory lists it. `readable` unless its defects forbid opening it."""

    path: PurePosixPath
    size: int
    defects: tuple[Defect, ...] = ()
    readable: bool = True


def scan(root: Path) -> tuple[Entry, ...]:
    """All files below the directory in the order of their paths, hidden ones and other systems' leftovers left out.

    Defects: symlink, file-name, file-too-large.
    """
    return tuple(sorted(_walk(root, PurePosixPath()), key=lambda e: e.path))


def _walk(root: Path, below: PurePosixPath) -> Iterator[Entry]:
    with os.scandir(root / below) as listing:
        found = sorted(listing, key=lambda e: e.name)
    for item in found:
        if item.name.startswith(".") or item.name.casefold() in _LEFT_BEHIND:
            continue
        # A name that is no UTF-8 must still be printable in its diagnostic.
        name = os.fsencode(item.name).decode("utf-8", "replace")
        path = below / name
        info = item.stat(follow_symlinks=False)
        if stat.S_ISLNK(info.st_mode) or not (stat.S_ISREG(info.st_mode) or stat.S_ISDIR(info.st_mode)):
            yield Entry(path, 0, (Defect("symlink", FILE_START, {"name": name}),), readable=False)
        elif name != item.name:
            yield Entry(path, 0, (_misnamed(path, "character", ""),), readable=False)
        elif stat.S_ISDIR(info.st_mode):
            yield from _walk(root, path)
        else:
            defects = tuple(_inspect(path, info.st_size))
            yield Entry(path, info.st_size, defects, not any(d.rule == "file-too-large" for d in defects))


def _inspect(path: PurePosixPath, size: int) -> Iterator[Defect]:
    problem = _name_problem(path)
    if problem:
        yield _misnamed(path, problem, suggest(path))
    limit = _limit(path)
    # What has no place here at all need not be smaller.
    if size > limit and problem != "ending":
        image = path.suffix.lower() in IMAGE_ENDINGS
        shrinkable = image and path.suffix.lower() != ".svg" and size <= SHRINK_LIMIT
        values = {"size": str(size), "limit": str(limit), "command": command(path) if shrinkable or not image else ""}
        yield Defect("file-too-large", FILE_START, values)


def _limit(path: PurePosixPath) -> int:
    if path.suffix.lower() in IMAGE_ENDINGS:
        return IMAGE_LIMIT
    return REGISTRY_LIMIT if path.parts[0] == "_data" else ARTICLE_LIMIT


def _misnamed(path: PurePosixPath, problem: str, suggestion: str) -> Defect:
    values = {"problem": problem, "suggestion": suggestion, "name": path.name, "command": command(path)}
    return Defect("file-name", FILE_START, values)


def command(path: PurePosixPath) -> str:
    """The command that repairs the file, to be typed in the project's directory.

    Without the file's name (so that it repairs all files) where that would be more than a name to some shell, or
    would not look like what it is.
    """
    shown = f"content/{path}"
    if _BARE.fullmatch(shown):
        return f"{FIX} {shown}"
    return FIX if _SPECIAL & set(shown) or not shown.isprintable() or "\ufffd" in shown else f'{FIX} "{shown}"'


def renamed(path: PurePosixPath) -> PurePosixPath | None:
    """The one right path of a file whose name alone is wrong; None for every other file."""
    if _name_problem(path) not in ("uppercase", "space", "character", "length"):
        return None
    right = suggest(path)
    return path.with_name(right) if right and right != path.name else None


def reserved(stem: str) -> bool:
    """Whether Windows keeps a file's name, without its ending, for something else ("con")."""
    return _RESERVED.fullmatch(stem.casefold()) is not None


def _name_problem(path: PurePosixPath) -> str:
    """What is wrong with the file's name or place, "" for nothing."""
    name, suffix = path.name, path.suffix.lower()
    if len(name) > NAME_LIMIT:
        return "length"
    if reserved(path.stem):
        return "reserved"
    if suffix not in IMAGE_ENDINGS and suffix not in (".md", ".yml"):
        return "ending"
    if not _well_placed(path, suffix):
        return "folder"
    if any(c.isspace() for c in name):
        return "space"
    if name != name.lower() and _NAME.fullmatch(name.lower()):
        return "uppercase"
    if not _NAME.fullmatch(name) or not all(_FOLDER.fullmatch(part) for part in path.parts[:-1]):
        return "character"
    return ""


def _well_placed(path: PurePosixPath, suffix: str) -> bool:
    inner = path.parts[1:] if path.parts[0] in LANGUAGES else path.parts
    if not inner:
        return False
    folder = inner[0] if len(inner) > 1 else ""
    if suffix == ".yml":
        return path.parts[0] == "_data" and len(path.parts) == 2
    if suffix in IMAGE_ENDINGS:
        return folder in ("images", "artikel")
    if folder == "artikel":
        return path.stem != "index"
    return len(inner) == 1 or (len(inner) == 2 and folder in INTRODUCED)


def suggest(path: PurePosixPath) -> str:
    """A name that would be right in the place of the file's own; "" when none can be made."""
    stem = slugify(path.stem)[: NAME_LIMIT - 8].strip("-")
    return f"{stem}{path.suffix.lower()}" if stem else ""


def classify(path: PurePosixPath) -> tuple[Kind, str, str]:
    """Kind, language and address of a Markdown file, from its place in the tree."""
    language, inner = DEFAULT_LANGUAGE, path
    if path.parts[0] in LANGUAGES and path.parts[0] != DEFAULT_LANGUAGE and len(path.parts) > 1:
        language, inner = path.parts[0], PurePosixPath(*path.parts[1:])
    prefix = "/" if language == DEFAULT_LANGUAGE else f"/{language}/"
    if inner == PurePosixPath("index.md"):
        return Kind.HOME, language, prefix
    folder = inner.parts[0] if len(inner.parts) > 1 else ""
    kind = {"artikel": Kind.ARTICLE, "program": Kind.SHEET, "tahap": Kind.STAGE}.get(folder)
    if kind is None:
        kind = Kind.INTRODUCTION if folder in INTRODUCED else Kind.PAGE
    return kind, language, f"{prefix}{inner.with_suffix('').as_posix()}/"
