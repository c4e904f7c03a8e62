"""Pictures of a foreign site: where the file lies that a text names, and the legal name it gets here."""

import os
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from rantau.drafts import Sources
from rantau.model import Localized
from rantau.text.slugs import slugify

_ENDINGS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"))
_FOLDERS = (
    "",
    "public",
    "static",
    "assets",
    "content",
    "src",
    "docs",
    "app/assets",
    "src/assets",
    "source",
    "images",
    "static/images",
    "public/images",
)
_LIMIT = 100_000
_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)|-scaled(?=\.\w+$)|@\d+x(?=\.\w+$)")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")

REMOTE = Localized(
    "gambar ada di server lain dan tidak diambil; simpan sendiri bila boleh dipakai",
    "the picture lies on another server and is not fetched; save it yourself if it may be used",
)
MISSING = Localized(
    "berkas gambarnya tidak ditemukan di sumber ini; tunjukkan foldernya dengan --images",
    "the file of the picture is not in this source; name its folder with --images",
)
WRONG = Localized(
    "jenis gambar ini tidak dapat terbit; simpan sebagai JPG atau PNG",
    "this kind of picture cannot be published; save it as JPG or PNG",
)
BROKEN = Localized("berkas ini bukan gambar yang dapat dibaca", "this file is no picture that can be read")


class Pictures:
    """All pictures of the source, by place and by name. Every file keeps one name for the whole import."""

    def __init__(self, sources: Sources) -> None:
        self.files: dict[str, Path] = {}
        self.sources = sources
        for path in sources.files:
            if path.suffix.lower() in _ENDINGS:
                self.files[path.as_posix().lower()] = sources.root / path
        self.further: dict[str, Path] = dict(_below(sources.images)) if sources.images is not None else {}
        self.by_name: dict[str, list[str]] = {}
        for place in (*self.further, *self.files):
            self.by_name.setdefault(place.rsplit("/", 1)[-1], []).append(place)
        self.names: dict[Path, str] = {}
        self.taken: set[str] = set()

    def find(self, written: str, base: PurePosixPath) -> tuple[str, Path] | Localized:
        """The name that a picture gets and its file, or why there is none. `base` is the folder of the text that names it."""
        reference = written.strip()
        try:
            parts = urlsplit(reference)
        except ValueError:
            return MISSING
        remote = parts.scheme in ("http", "https") or reference.startswith("//")
        if parts.scheme and not remote and len(parts.scheme) > 1:
            return MISSING
        plain = unquote(parts.path).replace("\\", "/").lower()
        plain = re.sub(r"^(?:~|@|\$[a-z]+|\.)?/+(?=[^/])|^~|^@/", "", plain)
        suffix = PurePosixPath(plain).suffix
        if suffix and suffix not in _ENDINGS and re.fullmatch(r"\.(?:avif|bmp|tiff?|heic|ico|jfif)", suffix):
            return WRONG
        path = next(
            (found for name in dict.fromkeys((plain, _SIZE.sub("", plain))) if (found := self._place(name, base, remote=remote))),
            None,
        )
        if path is None:
            return REMOTE if remote else MISSING
        if not _is_picture(path):
            return BROKEN
        return self._name(path), path

    def _place(self, name: str, base: PurePosixPath, *, remote: bool) -> Path | None:
        tail = name.rsplit("/", 1)[-1]
        if not tail:
            return None
        if not remote:
            for folder in (base.as_posix().lower(), *_FOLDERS):
                normal = os.path.normpath(f"{folder}/{name}").replace("\\", "/").removeprefix("./").lstrip("/")
                if found := self.files.get(normal) or self.further.get(normal):
                    return found
        same = self.by_name.get(tail, [])
        inner = name.split("uploads/", 1)[-1] if "uploads/" in name else name
        longest = [place for place in same if f"/{place}".endswith("/" + re.sub(r"^(?:\.\./)+", "", inner))]
        # A bare name on another server may be anybody's picture.
        candidates = longest or (same if len(same) == 1 and not remote else [])
        return (self.further.get(candidates[0]) or self.files[candidates[0]]) if candidates else None

    def _name(self, path: Path) -> str:
        if path in self.names:
            return self.names[path]
        stem = slugify(path.stem)[:80].strip("-") or "gambar"
        suffix = path.suffix.lower()
        stem = f"gambar-{stem}" if _RESERVED.fullmatch(stem) else stem
        options = [stem, f"{slugify(path.parent.name)[:40]}-{stem}".strip("-"), *(f"{stem}-{n}" for n in range(2, 10_000))]
        name = next(f"{option}{suffix}" for option in options if f"{option}{suffix}" not in self.taken)
        self.taken.add(name)
        self.names[path] = name
        return name


def _below(root: Path) -> list[tuple[str, Path]]:
    """The pictures below a folder by their places in it; no link is followed."""
    found: list[tuple[str, Path]] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix.lower() in _ENDINGS and not path.is_symlink():
                found.append((path.relative_to(root).as_posix().lower(), path))
        if len(found) > _LIMIT:
            break
    return found


def _is_picture(path: Path) -> bool:
    try:
        with open(path, "rb") as file:
            start = file.read(1024)
    except OSError:
        return False
    return start.startswith(_STARTS) or (path.suffix.lower() == ".svg" and b"<" in start)
