"""Addresses: paths of the site that start and end with a slash, or name a file."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

LONGEST_PART = 200
LONGEST = 1000
_PAGES = frozenset({".html", ".htm"})
# The site's own files end so; a folder of such a name would stand in the way of one of them.
_TAKEN = frozenset(".css .js .json .xml .txt .conf .svg .png .jpg .jpeg .webp .gif .ico .woff2".split())


def file_of(address: str) -> PurePosixPath:
    """The file that answers an address: "/visa/" -> "visa/index.html", "/lama.html" -> "lama.html"."""
    path = PurePosixPath(address.lstrip("/"))
    return path / "index.html" if address.endswith("/") else path


def old_address(written: str) -> str:
    """The address an old path meant: "berita/visa.html" -> "/berita/visa.html", "/lama" -> "/lama/"; "" for no usable one."""
    try:
        path = urlsplit(written.strip()).path if "://" in written else written.strip().split("#")[0].split("?")[0]
    except ValueError:  # "http://[": a bracket that is never closed
        return ""
    parts = [part for part in unquote(path).split("/") if part]
    if parts and parts[-1].lower() in ("index.html", "index.htm"):
        parts.pop()
    if not parts or not all(_usable(part) for part in parts) or [p.lower() for p in parts] == ["404.html"]:
        return ""
    joined = "/" + "/".join(parts)
    if len(joined.encode()) > LONGEST or any(PurePosixPath(p).suffix.lower() in _PAGES for p in parts[:-1]):
        return ""
    return joined if PurePosixPath(joined).suffix.lower() in _PAGES else joined + "/"


def _usable(part: str) -> bool:
    """Whether a part of an old address may become a folder or a page; no name that a server obeys or the site itself writes."""
    if part.startswith((".", "_")) or PurePosixPath(part).suffix.lower() in _TAKEN or len(part.encode()) > LONGEST_PART:
        return False
    return all(c.isalnum() or c in "-_.~ " for c in part)


def search_folder(language: str) -> PurePosixPath:
    """The folder of a language's search index."""
    return PurePosixPath("search") / language
