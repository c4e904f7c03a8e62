"""Two published texts have the same description.

It was left over when a file was copied, and tells readers nothing about the second text.

Bad:
    ---
    title: Paspor untuk anak
    description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
    date: 2025-03-01
    ---
    path: artikel/2025/paspor.md
    ---
    title: Cara membuat paspor
    description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    date: 2025-01-15
    ---
    at: 3:14

Good:
    ---
    title: Paspor untuk anak
    description: Surat yang perlu disiapkan orang tua sebelum membuat paspor anak di kantor imigrasi.
    date: 2025-03-01
    ---

Good:
    ---
    title: Paspor untuk anak
    description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
    date: 2025-03-01
    status: archived
    ---

Good:
    path: en/artikel/2025/paspor.md
    ---
    title: Passports
    description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Finding, Kind, Library, Localized, Severity
from rantau.text.repetition import repeated

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Dua tulisan terbit dengan ringkasan (description) yang sama dalam satu bahasa. Biasanya ringkasan itu tertinggal "
        "ketika berkas lain disalin, sehingga tidak menjelaskan tulisan ini. Konsep dan arsip tidak dihitung."
    ),
    en=(
        "Two published texts of one language have the same summary (description). Mostly it was left over when another "
        "file was copied, and says nothing about this text. Drafts and archived texts do not count."
    ),
)


def check_library(library: Library) -> Iterator[Finding]:
    """Texts whose description an earlier file of the same language has."""
    for document, first in repeated(library, "description", tuple(Kind)):
        yield Finding(
            document.path,
            document.span("description"),
            Localized(
                id=f'ringkasan ini sama dengan ringkasan "content/{first.path}"',
                en=f'this summary is the one of "content/{first.path}"',
            ),
            Localized(
                id="tulis satu atau dua kalimat tentang isi tulisan ini sendiri",
                en="write one or two sentences about what this text itself says",
            ),
        )
