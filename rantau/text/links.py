"""Destinations of links, read the way a browser reads them and not the way they look."""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote

from rantau.model import Document, Edit, Link

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
_NO_COLON = re.compile(r"(https?)[;,. ]{0,3}/{1,4}(?=[^/])", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.)+[^\W\d_]{2,63}(?:\?\S*)?")
_PHONE = re.compile(r"(?:\+|0|62)[\d ().\-]{6,20}")
_LONGEST_HOST = 253
_HOST_END = re.compile(r"[:/?#]")
_AT_HOME = (".local", ".localhost", ".lan")


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
    host, named = _ascii(host).removeprefix("www."), _ascii(named).removeprefix("www.")
    return host == named or host.endswith("." + named)


def whole(destination: str) -> str:
    """The address that somebody meant by one without a scheme: "kp2mi.go.id/x" -> "https://kp2mi.go.id/x", mail
    addresses with "mailto:", telephone numbers with "tel:"; "" for what looks like a file of this site.
    """
    text = unicodedata.normalize("NFKC", destination.strip())
    if match := _NO_COLON.match(text):
        return f"{match[1].lower()}://{text[match.end() :]}"
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _PHONE.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        national = text.startswith("0")
        # A number that starts with 0 can be dialled only in its country; 08 are the mobile phones of Indonesia.
        return f"tel:+62{digits[1:]}" if digits.startswith("08") else f"tel:{'' if national else '+'}{digits}"
    host = _HOST_END.split(text, maxsplit=1)[0]
    return f"https://{text}" if named_hosts(host) == (_fold(host),) else ""


def at_home(destination: str) -> bool:
    """Whether a web address opens only on the writer's own computer or network: localhost, 127.0.0.1, "laptop.local"."""
    if scheme_of(destination) not in ("http", "https"):
        return False
    host = host_of(destination).strip("[]")
    if not host:
        return False
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_AT_HOME)
    return address.is_loopback or address.is_private or address.is_unspecified or address.is_link_local


def rewritten(document: Document, link: Link, text: str) -> tuple[Edit, ...]:
    """The edit that gives a link of the body another destination; () where the place of the written one is not certain."""
    span, lines = link.span, document.text.split("\n")
    if not text or span.line != span.end_line or span.line > len(lines):
        return ()
    written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return (Edit(span, text),) if written == link.destination else ()


def _clean(destination: str) -> str:
    return _DROPPED.sub("", destination.strip(_EDGES))


def _ascii(host: str) -> str:
    """The host as it is asked for on the wire: "日本語.jp" -> "xn--wgv71a119e.jp"; as it stands where it has no such form."""
    if host.isascii() or len(host) > _LONGEST_HOST:
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _fold(host: str) -> str:
    return unicodedata.normalize("NFKC", unquote(host)).replace("。", ".").casefold().strip(".")
