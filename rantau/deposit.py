"""The directory that drafts are laid down in: legal names, no file twice, none over another, each whole or not at all."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from rantau import edits, files
from rantau.text.slugs import slugify

# Room for a number or a mark behind a name.
_STEM = 80


class Stopped(Exception):
    """The import cannot go on; the message says why, in Indonesian."""


@dataclass(slots=True)
class Deposit:
    """Everything below `into`; with `rehearse` nothing is written. `taken` are the paths that this import has given away."""

    into: Path
    rehearse: bool = False
    taken: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def path(self, wanted: PurePosixPath) -> PurePosixPath | None:
        """The path for a draft, legal on every system and numbered where another draft of this import has it.

        Two imports of the same files number them alike. None for a path that leads elsewhere or names no Markdown file.
        """
        path = _legal(wanted) if wanted.suffix == ".md" else None
        if path is None:
            return None
        number, free = 1, path
        while free.as_posix() in self.taken:
            number += 1
            free = path.with_name(f"{path.stem[:_STEM]}-{number}.md")
        self.taken.add(free.as_posix())
        return free

    def picture(self, wanted: PurePosixPath, data: bytes) -> PurePosixPath | None:
        """The path below images/ for a picture; where another picture has the name, a mark of its bytes stands behind it."""
        path = _legal(wanted) if wanted.suffix.lower() in files.IMAGE_ENDINGS else None
        if path is None:
            return None
        digest = hashlib.sha256(data).digest()
        there = self.pictures.get(path.as_posix())
        target = self.into / "images" / path
        if there is None and target.is_file():
            there = hashlib.sha256(target.read_bytes()).digest()
        if there is not None and there != digest:
            path = path.with_name(f"{path.stem[:_STEM]}-{digest.hex()[:8]}{path.suffix}")
        self.pictures[path.as_posix()] = digest
        return path

    def put(self, path: PurePosixPath, data: bytes) -> str:
        """Writes a file that is not there yet: "new", or "planned" in a rehearsal; "same" or "kept" when one is there.

        Raises: OSError, and nothing of the file is left; Stopped, when a link leads out of the directory.
        """
        target = self.into / path
        if os.path.lexists(target):
            return "same" if target.is_file() and not target.is_symlink() and target.read_bytes() == data else "kept"
        if self.rehearse:
            return "planned"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(self.into.resolve()):
            raise Stopped(f'"{target.parent}" adalah pintasan ke luar {self.into}; tidak ada yang ditulis ke sana')
        edits.replace(target, data)
        return "new"

    def replace_pages(self, name: str, pages: Iterable[bytes], mark: bytes) -> tuple[str, str]:
        """Writes the pages "name.md", "name-2.md", ...; the first one's name, and that of the first page that stood there.

        Earlier pages, which start with the mark, are kept as "name-lama-1.md", "name-lama-1-2.md", ..., unless the new ones
        say the same. A file of that name without the mark is somebody's own and stays.
        """
        self.into.mkdir(parents=True, exist_ok=True)
        old, new = self._pages(name, mark), list(pages)
        if old and [path.read_bytes() for path in old] == new:
            return old[0].as_posix(), ""
        kept = self._set_aside(name, old)
        first, number = "", 0
        for page in new:
            number += 1
            while os.path.lexists(target := self.into / (f"{name}-{number}.md" if number > 1 else f"{name}.md")):
                number += 1
            edits.replace(target, page)
            first = first or target.as_posix()
        return first, kept

    def _pages(self, name: str, mark: bytes) -> list[Path]:
        """The pages of that name which start with the mark, in their order."""
        found: list[tuple[int, Path]] = []
        for path in self.into.glob(f"{name}*.md"):
            number = path.stem.removeprefix(name).removeprefix("-")
            if path.stem in (name, f"{name}-{number}") and (number.isdecimal() or not number) and not path.is_symlink():
                with path.open("rb") as file:
                    if file.read(len(mark)) == mark:
                        found.append((int(number or 1), path))
        return [path for _, path in sorted(found)]

    def _set_aside(self, name: str, pages: Iterable[Path]) -> str:
        """Gives pages a name of earlier ones; the first one's new name, "" without any."""
        times = 1
        while os.path.lexists(self.into / f"{name}-lama-{times}.md") or list(self.into.glob(f"{name}-lama-{times}-*.md")):
            times += 1
        first = ""
        for number, page in enumerate(pages, 1):
            target = self.into / (f"{name}-lama-{times}-{number}.md" if number > 1 else f"{name}-lama-{times}.md")
            page.rename(target)
            first = first or target.as_posix()
        return first


def _legal(path: PurePosixPath) -> PurePosixPath | None:
    """The path with names that every system takes; None for one that leads elsewhere."""
    if path.is_absolute() or ".." in path.parts or not path.name:
        return None
    folders = [slugify(part)[:60].strip("-") for part in path.parts[:-1]]
    stem = slugify(path.stem)[: _STEM + 10].strip("-")
    if not stem or not all(folders):
        return None
    name = f"{stem}{path.suffix.lower()}"
    return PurePosixPath(*folders, f"berkas-{name}" if files.reserved(stem) else name)
