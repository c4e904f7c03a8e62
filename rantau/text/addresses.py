"""Addresses: paths of the site that start and end with a slash, or name a file."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit


def file_of(address: str) -> PurePosixPath:
    """The file that answers an address: "/visa/" -> "visa/index.html", "/lama.html" -> "lama.html"."""
    path = PurePosixPath(address.lstrip("/"))
    return path / "index.html" if address.endswith("/") else path


def old_address(written: str) -> str:
    """The address an old path meant: "berita/visa.html" -> "/berita/visa.html", "/lama" -> "/lama/"; "" for no usable one."""
    path = urlsplit(written.strip()).path if "://" in written else written.strip().split("#")[0].split("?")[0]
    parts = [part for part in unquote(path).split("/") if part]
    if not parts or any(part in (".", "..") or not all(c.isalnum() or c in "-_.~ " for c in part) for part in parts):
        return ""
    joined = "/" + "/".join(parts)
    return joined if "." in parts[-1] else joined + "/"


def search_folder(language: str) -> PurePosixPath:
    """The folder of a language's search index."""
    return PurePosixPath("search") / language
