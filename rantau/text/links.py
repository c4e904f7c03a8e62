"""Destinations of links, read the way a browser reads them and not the way they look."""

import re
import unicodedata
from urllib.parse import unquote

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
# A browser drops these wherever they stand in a URL (WHATWG URL, "basic URL parser", steps 1 to 3).
_DROPPED = re.compile(r"[\t\n\r]+")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_EDGES = "".join(map(chr, range(0x21)))
_AUTHORITY = re.compile(r"(?:https?:)?[/\\]*([^/\\?#]*)", re.IGNORECASE)
# Every repetition is bounded or starts only where a word starts: a label may be as long as an article. What follows a
# host up to the next blank is its path, which names nothing.
_NAMED_HOST = re.compile(
    r"(?<![\w.@+\-])(?:(?P<scheme>https?://)|(?:[\w.+\-]{1,64}@)?)"
    r"(?P<host>(?:[^\W_](?:[\w\-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63})(?!\w)(?(scheme)|(?!@))(?:(?::\d{1,5})?[/?#]\S*)?",
    re.IGNORECASE,
)
# Without "https://" or "www." a word with a dot is a host only below one of these; the rest is taken for a file
# name ("visa.md"), an abbreviation or a forgotten blank ("selesai.Lalu").
_KNOWN_ENDINGS = """
com net org info biz gov edu int mil asia io app dev me co cc tv xyz online site shop store top click link live club
vip work jobs agency life world today news blog web cloud icu pro example test
id jp kr tw hk cn my sg bn th ph vn kh mm tl in sa ae qa kw bh om jo tr uk de fr nl es pt it at be ch pl cz hu ro se dk
fi ie gr eu us ca au nz ru
"""
_ENDINGS = frozenset(_KNOWN_ENDINGS.split())
_SHORT_HOSTS = frozenset(("com", "me", "co"))


def scheme_of(destination: str) -> str:
    """The scheme in lower case ("https"), "//" for an address without one on another server, "" for an internal one."""
    # Stricter than a browser: no blank or control character may hide a scheme, wherever it stands.
    cleaned = _UNSEEN.sub("", destination)
    match = _SCHEME.match(cleaned)
    if match is not None:
        return match[1].lower()
    return "//" if cleaned[:2].replace("\\", "/") == "//" else ""


def host_of(destination: str) -> str:
    """The host that a browser would ask, or that a mail would go to, in lower case; "" for none."""
    cleaned = _clean(destination)
    scheme = scheme_of(cleaned)
    if scheme == "mailto":
        return _fold(cleaned.partition(":")[2].partition("?")[0].rpartition("@")[2])
    if scheme not in ("http", "https", "//"):
        return ""
    match = _AUTHORITY.match(cleaned)
    authority = match[1] if match is not None else ""
    return _fold(re.sub(r":\d*$", "", authority.rpartition("@")[2]))


def named_hosts(label: str) -> tuple[str, ...]:
    """The hosts that the words of a link name, in lower case and in order: "lihat kp2mi.go.id" -> ("kp2mi.go.id",)."""
    found = []
    for match in _NAMED_HOST.finditer(unicodedata.normalize("NFKC", label).replace("。", ".")):
        host = _fold(match["host"])
        first, _, _ = host.partition(".")
        ending = host.rpartition(".")[2]
        certain = match["scheme"] or host.startswith("www.")
        short = host.count(".") == 1 and len(first) < 2 and ending not in _SHORT_HOSTS
        if certain or (ending in _ENDINGS and not short):
            found.append(host)
    return tuple(found)


def belongs(host: str, named: str) -> bool:
    """Whether a host is the named one or lies below it; "www." makes no difference."""
    host, named = host.removeprefix("www."), named.removeprefix("www.")
    return host == named or host.endswith("." + named)


def _clean(destination: str) -> str:
    return _DROPPED.sub("", destination.strip(_EDGES))


def _fold(host: str) -> str:
    return unicodedata.normalize("NFKC", unquote(host)).replace("。", ".").casefold().strip(".")
