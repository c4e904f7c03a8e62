"""A date does not exist or cannot be read.

Order, years and freshness are computed from dates, so a guess would sort an article wrongly.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-02-30
    #     ^^^^^^^^^^
    ---
    at: 4:7

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    updated: kemarin
    ---
    at: 5:10

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2024-02-29
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: "2025-03-01"
    updated:
    ---
"""

import datetime

from rantau.model import Defect, Localized, Severity
from rantau.text import dates, spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tanggal ditulis dengan urutan tahun-bulan-tanggal, misalnya 2025-10-31 untuk 31 Oktober 2025. Urutan ini "
        "dipakai supaya 03-04 tidak terbaca sebagai 3 April atau 4 Maret. Tanggal yang tidak ada di kalender, seperti "
        "30 Februari, juga dilaporkan."
    ),
    en=(
        "Dates are written year-month-day, such as 2025-10-31 for 31 October 2025. In this order 03-04 cannot be read "
        "as 3 April or as March 4. Days that no calendar has, such as 30 February, are reported too."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    field, value = spoken.field(defect.values.get("field", "date")), defect.values.get("value", "")
    message = Localized(
        id=f'"{spoken.brief(value)}" pada isian {field.id} bukan tanggal yang bisa dibaca',
        en=f'"{spoken.brief(value)}" in the entry {field.en} is not a date that can be read',
    )
    if (last := dates.short_month(value)) is not None:
        month_id, month_en = dates.month(last, "id"), dates.month(last, "en")
        return Localized(
            id=f'"{spoken.brief(value)}" pada isian {field.id} tidak ada di kalender: {month_id} punya {last.day} hari',
            en=f'"{spoken.brief(value)}" in the entry {field.en} is in no calendar: {month_en} has {last.day} days',
        ), Localized(
            id=f"cocokkan tanggalnya dengan sumbernya; hari terakhir bulan itu ditulis {last}",
            en=f"look the date up in its source; the last day of that month is written {last}",
        )
    suggestion = defect.values.get("suggestion", "")
    other = dates.swapped(value)
    if suggestion and other is not None:
        first, second = spoken.day(datetime.date.fromisoformat(suggestion)), spoken.day(other)
        return message, Localized(
            id=f"tulis {suggestion} kalau maksud Anda {first.id}, atau {other} kalau {second.id}",
            en=f"write {suggestion} if you mean {first.en}, or {other} if you mean {second.en}",
        )
    if suggestion:
        words = spoken.day(datetime.date.fromisoformat(suggestion))
        return message, Localized(id=f"maksud Anda {suggestion} ({words.id})?", en=f"did you mean {suggestion} ({words.en})?")
    return message, Localized(
        id="tulis tahun-bulan-tanggal dengan angka, misalnya 2025-10-31 untuk 31 Oktober 2025",
        en="write year-month-day in digits, such as 2025-10-31 for 31 October 2025",
    )
