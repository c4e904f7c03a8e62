"""Two published texts have the same title.

In lists and search results readers cannot tell them apart.

Bad:
    ---
    title: Cara membuat paspor
    description: Surat yang perlu disiapkan pekerja migran sebelum membuat paspor di kantor imigrasi.
    date: 2025-03-01
    ---
    path: artikel/2025/paspor.md
    ---
    title: Cara membuat paspor
    #      ^^^^^^^^^^^^^^^^^^^
    description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
    date: 2025-01-15
    ---
    at: 2:8

Good:
    ---
    title: Cara membuat paspor anak
    description: Surat yang perlu disiapkan pekerja migran sebelum membuat paspor di kantor imigrasi.
    date: 2025-03-01
    ---

Good:
    ---
    title: Cara membuat paspor
    description: Surat yang perlu disiapkan pekerja migran sebelum membuat paspor di kantor imigrasi.
    date: 2025-03-01
    status: draft
    ---

Good:
    path: en/artikel/2025/paspor.md
    ---
    title: Cara membuat paspor
    description: Surat yang perlu disiapkan pekerja migran sebelum membuat paspor di kantor imigrasi.
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Finding, Kind, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.repetition import repeated

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Dua tulisan terbit dengan judul yang sama dalam satu bahasa. Di daftar dan di hasil pencarian pembaca tidak dapat "
        "membedakannya, dan sering kali yang satu adalah salinan lama dari yang lain. Konsep dan arsip tidak dihitung."
    ),
    en=(
        "Two published texts of one language have the same title. In lists and in search results readers cannot tell them "
        "apart, and often the one is an old copy of the other. Drafts and archived texts do not count."
    ),
)


def check_library(library: Library) -> Iterator[Finding]:
    """Articles, sheets and pages whose title an earlier file of the same language has."""
    for document, first in repeated(library, "title", (Kind.ARTICLE, Kind.SHEET, Kind.PAGE)):
        title = document.fields.title if document.fields is not None and document.fields.title else ""
        shown = spoken.brief(" ".join(title.split()))
        yield Finding(
            document.path,
            document.span("title"),
            Localized(
                id=f'judul "{shown}" sudah dipakai "content/{first.path}"',
                en=f'the title "{shown}" is taken by "content/{first.path}"',
            ),
            Localized(
                id="tulis apa bedanya di judul ini, atau gabungkan kedua tulisan itu",
                en="say in this title what is different, or join the two texts",
            ),
        )
