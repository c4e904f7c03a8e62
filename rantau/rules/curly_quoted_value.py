"""A whole value of the front matter stands in curly quotes, which are not quotes there.

Word and phones bend the quotes that were meant to hold the value, and readers see them as a part of the title.

Bad:
    path: tentang.md
    ---
    title: “Tentang kami”
    #      ^^^^^^^^^^^^^^
    ---
    at: 2:8

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: “2025-03-01”
    ---
    at: 4:7
    also: impossible-date

Bad:
    path: _data/sectors.yml
    - key: kesehatan
      name: “Kesehatan”
    - key: manufaktur
    at: 2:9

Good:
    path: _data/sectors.yml
    - key: kesehatan
      name: Kesehatan
      aliases: ['“perawat”']
    - key: manufaktur

Good:
    path: tentang.md
    ---
    title: "Tentang kami"
    ---

Good:
    path: tentang.md
    ---
    title: Apa itu “calo”
    description: “Resmi” berarti tercatat, dan kata “sponsor” di iklan lowongan hampir selalu berarti “calo”
    ---

Good:
    path: tentang.md
    ---
    title: '“Saya ingin pulang”'
    ---
"""

from collections.abc import Iterator

from rantau.model import Defect, Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.commands import FIX
from rantau.text.quotations import straight

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        f"Tanda kutip lengkung (“ ”) bukan pengapit nilai, jadi ikut tampil di halaman. Pakai tanda kutip lurus. Perintah {FIX} "
        "menggantinya. Kalau kutipnya memang bagian judul, apit lagi dengan kutip tunggal: '“Judul”'."
    ),
    en=(
        f"Curly quotes (“ ”) hold no value, so they show on the page. Use straight ones. The command {FIX} "
        "replaces them. If they belong to the title, put single quotes round them: '“Title”'."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor about a value of a list, and what to do next."""
    return _words(defect.values["written"], defect.values["right"])


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Values of front matter on one line that start and end with curly quotes and hold no others."""
    lines = document.text.split("\n")
    for span in sorted(set(document.fields.spans.values()) if document.fields is not None else ()):
        written = lines[span.line - 1][span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
        if right := straight(written):
            yield Finding(document.path, span, *_words(written, right), (Edit(span, right),))


def _words(written: str, right: str) -> tuple[Localized, Localized]:
    written, right = spoken.brief(written), spoken.brief(right)
    return (
        Localized(f"nilai ini diapit tanda kutip lengkung: {written}", f"this value is in curly quotes: {written}"),
        Localized(f"tulis dengan tanda kutip lurus: {right}", f"use straight quotes: {right}"),
    )
