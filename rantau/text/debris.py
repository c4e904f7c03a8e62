"""Debris of a page that a text was copied from, line by line."""

import re
from bisect import bisect_right
from itertools import accumulate

_EDGES = " \t\r*_>#-–—|·•"
# A line that says nothing else is certain to be debris.
_WHOLE = frozenset(
    (
        "scroll to continue with content",
        "scroll to resume content",
        "advertisement scroll to continue with content",
        "advertisement - scroll to continue with content",
        "advertisement",
        "[advertisement]",
        "iklan",
        "read entire article",
        "lanjutkan membaca artikel di bawah",
        "gulir untuk lanjut membaca",
        "scroll untuk melanjutkan membaca",
        "a+a",
        "a+ a",
        "tinggalkan komentar",
        "leave a reply",
        "leave a comment",
        "loading...",
        "all rights reserved",
        "baca selengkapnya",
        "tag terkait",
    )
)
_COUNTER = re.compile(r"\d{1,6} (?:komentar|comments?|shares?|dibaca|dilihat)|\d{1,3} (?:hours?|minutes?|days?) ago(?: \d{1,4})?")
_TEASER = re.compile(
    r"baca(?: juga)? ?: ?\S|(?:lihat|simak|tonton|saksikan)(?: juga)? ?: ?[^\s,]+(?: [^\s,]+){3}"
    r"|(?:baca|lihat|simak|tonton) juga ?:? ?$|pilihan redaksi ?:?$"
)
_VIDEO = re.compile(r"(?:simak|saksikan|tonton|lihat)(?: juga)?(?: pula)? video\b[^.]{0,160}[:'’\"”)]?$|\[gambas:[^\]]{1,60}\]")
_FOLLOW = re.compile(
    r"follow us on\b|follow +(?:akun|kami)\b|follow [\w.@]{3,40}$|ikuti kami di\b|ikuti (?:saluran|channel) whatsapp\b"
    r"|jangan lupa ikuti update\b|klik di sini untuk [^.]{1,200}$"
    r"|(?:cek|simak|dapatkan|baca) (?:update )?berita[^.]{0,80}(?:google news|telegram|whatsapp|wa channel)"
)
_RIGHTS = re.compile(
    r"copyright ?(?:©|\(c\)|\d{4})|© ?(?:copyright |hak cipta )?\d{4}|hak cipta (?:©|\d{4}|dilindungi(?: undang-undang)?\.?$)"
    r"|artikel ini (?:telah |sudah )?(?:tayang|terbit|dimuat)(?: sebelumnya)? di\b"
)
# A name or two, each word with a capital.
_CREDIT = re.compile(
    r"(?:Editor|EDITOR|Reporter|Pewarta|Penulis|Redaktur|Uploader)(?: | ?/ ?\w{1,12})? ?: ?"
    r"(?:[A-Z][\w.'’-]{0,20}[ ,&/]{0,3}){1,6}$"
)
_DESK = re.compile(r"\(([a-z]{2,4})/([a-z]{2,4})\)[*_ \t\r]*$")
# Pairs of words that honest people put into brackets at a sentence's end.
_WORDS = frozenset(
    "dan atau ya no yes on off ibu ayah pria anak wni wna asli laki jam hari kg km cm ada via usd idr rp ke di".split()
)
_NETWORKS = frozenset(
    "facebook twitter x whatsapp telegram linkedin line email pinterest copy link bagikan share salin tautan".split()
)
# Without one of these a line holds nothing of what is looked for here.
_HINTS = tuple(
    "juga,baca:,baca :,lihat:,simak:,scroll,advertis,iklan,read entire,komentar,comment, ago,a+a-,a+ a-,follow,ikuti,video,"
    "klik di sini,gambas,pilihan redaksi,copyright,©,hak cipta,artikel ini,editor,reporter,pewarta,penulis,redaktur,uploader,"
    "facebook,whatsapp,loading,leave a,rights reserved,selengkapnya,terkait,google news,telegram,gulir,dibaca,dilihat,"
    "share".split(",")
)
_INITIALS = re.compile(r"\([a-z]{2,4}/[a-z]{2,4}\)")


_BLANKS = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " "})
# A name in brackets, which closes a report.
_BYLINE = re.compile(r"\((?:[A-Z][a-z'’]{1,20}\.? ?){2,4}\)")


def lines(text: str) -> list[int]:
    """The numbers, from 0, of the lines that may hold debris; every other one holds none."""
    low = text.translate(_BLANKS).lower()
    places = {match.start() for match in _INITIALS.finditer(low)}
    for hint in _HINTS:
        at = low.find(hint)
        while at >= 0:
            places.add(at)
            at = low.find(hint, at + 1)
    if not places:
        return []
    starts = list(accumulate((len(line) + 1 for line in low.split("\n")), initial=0))
    return sorted({bisect_right(starts, place) - 1 for place in places})


def find(line: str) -> tuple[int, int, bool] | None:
    """Start and end of the debris in a line, and whether it is certain that nobody wrote it for the text; None for none."""
    line = line.translate(_BLANKS)
    core = line.strip(_EDGES)
    if not core:
        return None
    start = line.find(core)
    low = core.lower()
    begin = len(line) - len(line.lstrip())
    whole = (begin, len(line.rstrip()))
    if low.rstrip(". ") in _WHOLE or low in _WHOLE or _COUNTER.fullmatch(low):
        return (*whole, True)
    desk = _DESK.search(line[-24:])
    if desk is not None and not {desk[1], desk[2]} & _WORDS:
        at = max(0, len(line) - 24) + desk.start()
        before = line[:at].rstrip()
        if not before.strip(_EDGES):
            return (*whole, True)
        if before[-1:] in '.!?"”':
            return at, at + len(desk[1]) + len(desk[2]) + 3, False
    if len(core) > 400:
        return None
    if _names_networks(low):
        return (*whole, False)
    if _RIGHTS.match(low) or _CREDIT.match(core) or (_FOLLOW.match(low) and "](" not in core):
        return (*whole, False)
    plain = low.replace("*", "").replace("_", "")
    if _TEASER.match(plain) or (_VIDEO.match(plain) and "](" not in core):
        return (min(start, begin), whole[1], False)
    return None


def byline(line: str) -> bool:
    """Whether a line is nothing but a name in brackets."""
    return _BYLINE.fullmatch(line.strip(_EDGES)) is not None


def _names_networks(low: str) -> bool:
    words = re.findall(r"[a-z]+", low)
    return len(words) >= 3 and len(low) < 120 and _NETWORKS.issuperset(words)
