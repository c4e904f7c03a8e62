"""The address of a link is broken by the end of a line or by a blank.

It happens when a long address is copied from a chat or a PDF; other readers of Markdown show the brackets instead of a link,
and a browser guesses.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [aturannya](https://peraturan.example/uu-
    18-2017) sebelum berangkat.
    at: 5:19

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [aturannya](https://peraturan.example/ uu-18-2017).
    at: 5:19

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Undang-Undang
        url: https://peraturan.example/uu-
          18-2017
    ---
    at: 7:10

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Undang-Undang
        url: https://peraturan.example/uu-18-2017
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [aturannya
    di sini](https://peraturan.example/uu-18-2017) sebelum berangkat.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [aturannya](https://peraturan.example/uu-18-2017
    "Undang-Undang 18 Tahun 2017") dan [daftarnya]( https://peraturan.example/daftar ).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Unduh [formulirnya](<https://peraturan.example/berkas saya.pdf>).
"""

import re
from collections.abc import Iterator

from rantau.model import Defect, Document, Edit, Finding, Library, Link, Localized, Severity
from rantau.text import spoken
from rantau.text.links import scheme_of
from rantau.text.positions import Positions

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Alamat tautan ditulis utuh di satu baris, tanpa spasi. Alamat panjang yang disalin dari obrolan atau PDF sering "
        "terpotong oleh pindah baris; pembaca lalu sampai di halaman yang salah. Alamat yang memang memuat spasi ditulis di "
        "antara tanda < dan >, atau spasinya diganti %20."
    ),
    en=(
        "The address of a link is written on one line, without blanks. Long addresses copied from a chat or a PDF are often "
        "broken by the end of a line, and readers come to a wrong page. An address that really has a blank stands between < "
        "and >, or has %20 in its place."
    ),
)

_BREAK = re.compile(r"[ \t\r]*\n[ \t]*")
_BLANK = re.compile(r"\s")


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor of an address in the front matter, and what to do next."""
    return _words(defect.values.get("destination", ""), at_end=False)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Web addresses of links that hold a line's end, or a blank without the brackets that allow one."""
    broken = [link for link in (document.body.links if document.body is not None else ()) if _broken(link)]
    positions = Positions(document.text)
    for link in broken:
        at = positions.offset(link.span.line, link.span.column)
        exact = document.text.startswith(link.destination, at)
        at_end = "\n" in link.destination
        if exact and not at_end and document.text[at - 1 : at] == "<":
            continue
        joined = _BREAK.sub("", link.destination)
        fix = (Edit(link.span, joined),) if exact and at_end and _BLANK.search(joined) is None else ()
        yield Finding(document.path, link.span, *_words(link.destination, at_end=at_end), fix)


def _broken(link: Link) -> bool:
    return not link.image and scheme_of(link.destination) in ("http", "https") and _BLANK.search(link.destination) is not None


def _words(destination: str, *, at_end: bool) -> tuple[Localized, Localized]:
    shown = spoken.brief(" ".join(destination.split()))
    if at_end:
        return (
            Localized(
                id=f'alamat "{shown}" terpotong oleh pindah baris', en=f'the address "{shown}" is broken by the end of a line'
            ),
            Localized(id="tulis alamatnya utuh di satu baris", en="write the whole address on one line"),
        )
    return (
        Localized(id=f'alamat "{shown}" memuat spasi', en=f'the address "{shown}" holds a blank'),
        Localized(
            id="hapus spasinya; kalau spasi itu memang bagian alamat, tulis %20 di tempatnya",
            en="delete the blank; if it is part of the address, write %20 in its place",
        ),
    )
