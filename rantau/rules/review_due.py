"""A page must soon be checked against its sources again, or should have been.

Fees, hotlines and rules change; the page promises its readers when somebody last looked.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    review_by: 2026-12-06
    #          ^^^^^^^^^^
    ---
    at: 5:12

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    review_by: 2026-01-31
    ---
    at: 3:12

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    review_by: 2026-12-07
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    verified_on: 2026-11-01
    review_by: 2027-05-01
    ---
"""

import datetime
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isian "review_by" adalah tanggal sebelum isi halaman harus dicocokkan lagi dengan sumbernya. Peringatan ini '
        "muncul 14 hari sebelumnya dan sesudahnya. Buka sumber-sumbernya, perbaiki yang berubah, lalu tulis tanggal "
        "hari ini pada verified_on dan tanggal berikutnya pada review_by."
    ),
    en=(
        'The entry "review_by" is the day by which a page must be checked against its sources again. The warning '
        "appears 14 days ahead and from then on. Open the sources, correct what has changed, then write today's date "
        "in verified_on and the next one in review_by."
    ),
)

_AHEAD = datetime.timedelta(days=14)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Pages whose review is past or less than two weeks away."""
    due = document.fields.review_by if document.fields is not None else None
    if due is None or due > library.date + _AHEAD:
        return
    day, away = spoken.day(due), spoken.days(abs((due - library.date).days))
    if due < library.date:
        message = Localized(
            id=f'halaman ini seharusnya diperiksa lagi sebelum "{day.id}", {away.id} yang lalu',
            en=f'this page should have been checked again by "{day.en}", {away.en} ago',
        )
    elif due == library.date:
        message = Localized(id="halaman ini harus diperiksa lagi hari ini", en="this page must be checked again today")
    else:
        message = Localized(
            id=f'halaman ini harus diperiksa lagi sebelum "{day.id}", {away.id} lagi',
            en=f'this page must be checked again by "{day.en}", in {away.en}',
        )
    yield Finding(
        document.path,
        document.span("review_by"),
        message,
        Localized(
            id='cocokkan isinya dengan sumbernya, lalu ganti tanggal "verified_on" dan "review_by"',
            en='check it against its sources, then change the dates "verified_on" and "review_by"',
        ),
    )
