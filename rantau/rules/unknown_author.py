"""An author's key, or the introduction of an author's page, is not a known author.

The byline leads to a page about the author; without an entry there is nobody to show there.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    authors: [redaksi, sitti]
    ---
    at: 5:20

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author: Pak Budi
    ---
    at: 5:9

Bad:
    path: penulis/redaktur.md
    ---
    title: Redaksi
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    authors: [redaksi]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author: redaksi
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Siti Aminah
    ---

Good:
    path: penulis/redaksi.md
    ---
    title: Redaksi
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.terms import did_you_mean, registry, stray_introduction, unknown_entries

SEVERITY = Severity.ERROR
LISTS = ("authors",)
EXPLANATION = Localized(
    id=(
        'Isian "authors" memuat nama pendek (key) penulis yang tercantum di content/_data/authors.yml. Penulis yang '
        'hanya menulis sekali tidak perlu didaftarkan: tulis "author:" lalu "name: Nama Lengkap" menjorok di '
        "bawahnya."
    ),
    en=(
        'The entry "authors" holds short names (keys) of content/_data/authors.yml. Somebody who writes only once '
        'need not be listed: write "author:" and below it, indented, "name: Full Name".'
    ),
)
_KIND = Localized("penulis", "author")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `authors` that the registry does not know; an introduction of no such page."""
    known = registry(library, "authors")
    yield from stray_introduction(document, known, "penulis", "author")
    yield from unknown_entries(
        document, library, "authors", known, _KIND, lambda value: did_you_mean(known, value, _otherwise(value))
    )


def _otherwise(value: str) -> Localized:
    name = spoken.brief(value, 40)
    return Localized(
        id=f'tambahkan di content/_data/authors.yml, atau tulis dua baris sebagai gantinya: "author:", lalu di bawahnya '
        f'"name: {name}" yang menjorok dua spasi',
        en=f'add it to content/_data/authors.yml, or write two lines instead: "author:", and below it "name: {name}" '
        "indented by two blanks",
    )
