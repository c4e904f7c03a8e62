"""An article is dated later than today.

It would stand first in every list until that day, and mostly the year is mistyped.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2026-11-23
    #     ^^^^^^^^^^
    ---
    at: 4:7

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2206-03-01
    ---
    at: 4:7

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2026-11-22
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2026-11-01
    review_by: 2027-05-01
    expires: 2028-01-01
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2026-12-01
    status: draft
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isian "date" adalah tanggal terbit. Tanggal sesudah hari ini biasanya salah ketik, dan artikelnya akan selalu '
        "berada paling atas di daftar. Situs ini tidak menunda penerbitan: artikel yang belum waktunya terbit diberi "
        '"status: draft". Ini hanya peringatan; artikel tetap bisa terbit.'
    ),
    en=(
        'The entry "date" is the day of publication. A day after today is mostly a typing mistake, and the article would '
        "stay at the top of the lists. The site does not publish at a later time by itself: what is to wait gets "
        '"status: draft". This is only a warning; the article can be published.'
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Files that are to be published today with a later day; a draft may be planned ahead."""
    day = document.fields.date if document.fields is not None else None
    if day is None or day <= library.date or document.draft:
        return
    words, today = spoken.day(day), spoken.day(library.date)
    yield Finding(
        document.path,
        document.span("date"),
        Localized(
            id=f'tanggal "{words.id}" belum tiba; hari ini {today.id}',
            en=f'the day "{words.en}" is yet to come; today is {today.en}',
        ),
        Localized(
            id='perbaiki tanggalnya; kalau artikel ini memang untuk hari itu, tulis "status: draft" dulu',
            en='correct the date; if the article is meant for that day, write "status: draft" for now',
        ),
    )
