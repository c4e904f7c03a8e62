"""The day until which a page holds is over.

A closed registration or an old fee that still looks valid costs readers money.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    expires: 2026-11-21
    #        ^^^^^^^^^^
    ---
    at: 5:10

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    expires: 2026-11-22
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    expires: 2027-01-31
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    expires:
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isian "expires" adalah hari terakhir isi halaman berlaku. Hari itu sudah lewat, jadi halaman ini diberi '
        "tanda bahwa isinya sudah tidak berlaku. Perbarui isinya lalu ganti tanggalnya, atau tulis status: archived "
        "supaya halaman ini tidak muncul lagi di daftar."
    ),
    en=(
        'The entry "expires" is the last day on which a page holds. That day is over, so the page says that it is out '
        "of date. Bring it up to date and change the day, or write status: archived, so that it leaves the lists."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Pages whose last day was before the day of the build."""
    last = document.fields.expires if document.fields is not None else None
    if last is None or last >= library.date:
        return
    day = spoken.day(last)
    yield Finding(
        document.path,
        document.span("expires"),
        Localized(id=f'isi halaman ini hanya berlaku sampai "{day.id}"', en=f'this page held only until "{day.en}"'),
        Localized(
            id='perbarui isinya lalu ganti tanggal "expires", atau tulis "status: archived"',
            en='bring it up to date and change "expires", or write "status: archived"',
        ),
    )
