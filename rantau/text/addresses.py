"""Addresses: paths of the site that start and end with a slash, or name a file."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from rantau.model import DEFAULT_LANGUAGE, LANGUAGES

# What stands beside a page's index.html, under these names: its feed, its Markdown, its data, what a phone keeps of it.
FEED = "feed.xml"
TWIN = "index.md"
DATA = "index.json"
PACK = "paket.json"
# The file of the page that shows every contact.
HELP = "bantuan.md"
# The file of the page that a reader is sent to before he pays anybody.
CHECKS = "cek-dulu.md"
# The taxonomies whose terms have feeds.
FED = frozenset({"negara", "topik", "program"})
SEARCH = "cari"
CHANGES = "perubahan"
FIGURES = "angka"
GLOSSARY = "glosarium"
OFFLINE = "luring"

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
    if part.lower() == TWIN:
        return False
    return all(c.isalnum() or c in "-_.~ " for c in part)


def search_folder(language: str) -> PurePosixPath:
    """The folder of a language's search index."""
    return PurePosixPath("search") / language


def search_address(language: str) -> str:
    """The address of a language's search page."""
    return _of(language, SEARCH)


def changes_address(language: str) -> str:
    """The address of a language's list of changes."""
    return _of(language, CHANGES)


def figures_address(language: str, number: int = 0) -> str:
    """The address of a page of a language's key figures; 0 is the first, the others are numbered from the oldest."""
    return f"{_of(language, FIGURES)}hal/{number}/" if number else _of(language, FIGURES)


def glossary_address(language: str) -> str:
    """The address of a language's glossary."""
    return _of(language, GLOSSARY)


def offline_address(language: str) -> str:
    """The address of a language's list of kept pages."""
    return _of(language, OFFLINE)


def _of(language: str, folder: str) -> str:
    return f"/{folder}/" if language == DEFAULT_LANGUAGE else f"/{language}/{folder}/"


def unspoken(address: str) -> str:
    """The address that the same page would have in the default language: "/ja/negara/jepang/" -> "/negara/jepang/"."""
    first, _, rest = address.lstrip("/").partition("/")
    return f"/{rest}" if first in LANGUAGES and first != DEFAULT_LANGUAGE else address


def host(url: str) -> str:
    """The host of a web address as the eye wants it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
