"""What a build made and a later one may take as it is: files under the digest of everything that they depend on.

They hold nothing that the content does not say. A missing, foreign or damaged one is made anew, and one that cannot be
written is no failure: the site is the same byte for byte, only later.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from PIL import features

_SEAL = 32
# What Pillow draws and encodes with; its package may be built with others.
_PARTS = ("jpg", "libjpeg_turbo", "zlib", "webp", "freetype2")


@dataclass(slots=True)
class Shelf:
    """A folder of kept bytes; without a folder everything is made each time."""

    folder: Path | None
    asked: set[str] = field(default_factory=set)

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What was kept under a key that `key` has made, or else what `make` gives, which is kept from now on."""
        if self.folder is None:
            return make()
        self.asked.add(key)
        path = self.folder / key[:2] / key
        with suppress(OSError):
            whole = path.read_bytes()
            if len(whole) >= _SEAL and whole[:_SEAL] == _seal(key, whole[_SEAL:]):
                return whole[_SEAL:]
        data = make()
        # Builds of one site wait for each other, so that nobody else writes beside; and what a power cut spoils, the seal shows.
        beside = path.with_name("." + path.name)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_seal(key, data) + data)
            beside.replace(path)
        return data

    def prune(self) -> None:
        """Removes what nobody has asked for."""
        if self.folder is None:
            return
        with suppress(OSError):
            for path in sorted(p for p in self.folder.glob("*/*") if p.name not in self.asked):
                path.unlink()


@contextmanager
def shelf(kept: Path | None, name: str) -> Iterator[Shelf]:
    """The shelf of a name below a directory, None for no keeping; what a whole build did not ask for is then removed."""
    found = Shelf(kept / name if kept is not None else None)
    yield found
    # Not after a failure, and not when only some of the files were wanted.
    found.prune()


def key(*parts: str | bytes | int) -> str:
    """The key of what depends on these parts, in their order."""
    whole = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def maker(*files: Path) -> str:
    """The digest of what makes pictures: the files of code, fonts and the like that are named, and Pillow with its parts."""
    parts = [f"{name} {features.version(name)}" for name in _PARTS]
    return key(version("pillow"), *parts, *(path.read_bytes() for path in files))


def _seal(key_: str, data: bytes) -> bytes:
    return hashlib.sha256(key_.encode() + data).digest()
