"""An old or undated text says "this year".

Readers come years later, from a search, and take it for the year in which they read.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Kuota visa kerja naik tahun ini.
    at: 7:23

Bad:
    ---
    title: Aturan baru visa kerja mulai tahun depan
    #                                   ^^^^^^^^^^^
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    ---
    at: 2:37
    also: missing-date

Bad:
    path: en/artikel/2025/contoh.md
    ---
    title: Papers for a work visa
    description: The papers to get ready before applying for a work visa, and the order in which to do it.
    date: 2025-03-01
    ---

    The quota has been raised this year.
    at: 7:27

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2026-09-01
    ---

    Kuota visa kerja naik tahun ini.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Menteri berkata, "Tahun ini kuota naik," lalu pergi.

    > Bulan lalu saya berangkat.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Tahun ini, 2025, kuota naik. Sepuluh tahun lalu belum ada kuota. Hubungi kami hari ini juga.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2024-03-01
    updated: 2026-06-01
    ---

    Bulan lalu kuota naik.

Good:
    ---
    title: Kuota visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Jakarta, 1 Maret 2025. Kuota diumumkan menteri.

    Bulan lalu kuota naik.

Good:
    ---
    title: Kata waktu dalam bahasa Jepang
    description: Kata-kata tentang waktu yang perlu dihafal pekerja migran sebelum berangkat ke Jepang.
    date: 2025-03-01
    countries: [JP]
    ---

    | Kata | Arti |
    |---|---|
    | 先月 | bulan lalu |

    Kalau gaji bulan lalu belum dibayar, tanyakan kepada majikan.
"""

import datetime
import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Kind, Library, Localized, Severity
from rantau.text import dates, spoken
from rantau.text.positions import Positions, body_start, field_range
from rantau.text.quotations import Quotations
from rantau.text.sentences import REACH, around

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        '"Tahun ini", "bulan lalu", atau "kemarin" hanya benar pada hari tulisan terbit. Pembaca sering datang bertahun-tahun '
        "kemudian dari mesin pencari. Tulis tahun atau tanggalnya. Laporan ini muncul pada tulisan tanpa tanggal dan pada "
        "tulisan yang lebih dari setahun tidak diperbarui; kutipan tidak diperiksa."
    ),
    en=(
        '"This year", "last month" or "yesterday" is right only on the day a text is published. Readers often come years '
        "later from a search. Write the year or the date. This is reported for texts without a date and for those that "
        "have not been updated for more than a year; quotations are not looked at."
    ),
)

_RELATIVE = {
    "id": re.compile(
        r"(?<![\w-])(?:(?P<unit>tahun|bulan|pekan|minggu)\s(?P<which>ini|depan|lalu)|hari\sini|kemarin)(?![\w-])",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?<![\w-])(?:(?P<which>this|next|last)\s(?P<unit>year|month|week)|yesterday)(?![\w'’-])", re.IGNORECASE),
    "ja": re.compile(r"(?P<year>今年|来年|昨年|去年)|先月|今月|来月|先週|今週|来週|昨日"),
}
_SIGNS = {
    "id": (
        *(f"{unit} {which}" for unit in ("tahun", "bulan", "pekan", "minggu") for which in ("ini", "depan", "lalu")),
        "hari ini",
        "kemarin",
    ),
    "en": (*(f"{which} {unit}" for unit in ("year", "month", "week") for which in ("this", "next", "last")), "yesterday"),
    "ja": ("年", "月", "週", "昨日"),
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"\(\d{1,2}/\d{1,2}")
# "Tiga tahun lalu", "setiap tahun ini itu", "minggu ini atau minggu depan": counted, or any year at all.
_COUNTED = re.compile(
    r"(?:\d|\b(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh|ratus|beberapa|berapa|berabad|tahun|bulan|"
    r"bertahun|berbulan|setiap|tiap|per|every|each|of))[ \t-]{1,4}$",
    re.IGNORECASE,
)
# "Hari ini ramai, besok sepi" speaks of any day.
_OTHER_DAYS = re.compile(r"\b(?:besok|lusa|esok|suatu hari|tomorrow)\b|明日", re.IGNORECASE)
_FROM_TODAY = re.compile(r"\b(?:mulai|sejak|pada|per|hingga|sampai)\s{1,4}$", re.IGNORECASE)
_TODAY_AT_ONCE = re.compile(r"[ \t]{1,4}(?:juga|sekalipun)\b", re.IGNORECASE)
# Who sets a condition or gives an example means no certain day, unless he gives the amounts of news.
_ANY_DAY = re.compile(
    r"\b(?:jika|kalau|bila|apabila|seandainya|misalnya|biasanya|if|whenever|usually|suppose)\b|もし|例えば", re.IGNORECASE
)
_AMOUNT = re.compile(r"\d{3}|\d[.,]\d|\d ?%|\b(?:persen|ribu|juta|miliar|percent|thousand|million|billion)\b", re.IGNORECASE)
# Words of another script beside it, or a sign that says so, make it the meaning of a foreign word.
_FOREIGN = re.compile(
    "[àáèéìíòóùú\u0100-\u017f\u01cd-\u01dc\u0600-\u06ff\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_MEANS = re.compile(r"(?:=|→|\bartinya|\bberarti|\bmeans)[ \t]{0,4}[\"“*_']{0,3}$", re.IGNORECASE)
_BESIDE = 60
_MONTHS = "|".join(dates.MONTH_NUMBERS)
# A day that the text itself names holds so far behind it, and stands so near the start where the text has no date.
_HOLDS, _DATELINE, _HOLDS_YEAR = 1500, 300, 400
_SHIFT = {"ini": 0, "depan": 1, "lalu": -1, "this": 0, "next": 1, "last": -1, "今年": 0, "来年": 1, "昨年": -1, "去年": -1}
_YEARS = frozenset(("tahun", "year"))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Words of articles and sheets that mean the day of writing, when that is over a year ago or unknown."""
    fields, pattern = document.fields, _RELATIVE.get(document.language)
    if document.body is None or fields is None or pattern is None or document.kind not in (Kind.ARTICLE, Kind.SHEET):
        return
    days = [day for day in (fields.date, fields.updated, fields.verified_on) if day is not None]
    if days and (library.date - max(days)).days <= 365:
        return
    text = document.prose
    # Looking for plain words first spares most texts the slow pattern.
    folded = f"{fields.title}\n{fields.description}\n{text}".lower().replace("\n", " ")
    if not any(words in folded for words in _SIGNS[document.language]):
        return
    written = document.text
    positions = Positions(written)
    for name in ("title", "description"):
        start, end = field_range(document, name, positions)
        # The quotation marks around a value are those of the file's form.
        for match in pattern.finditer(written, start, end):
            if not _harmless(written[start:end], match.start() - start, match.end() - start):
                yield _finding(document, positions, match)
    quotations, first = Quotations(text), body_start(document)
    for match in pattern.finditer(text, first):
        if (
            not quotations.cover(match.start())
            and not _harmless(text, match.start(), match.end())
            and not (document.language != "ja" and _meaning(text, match.start(), match.end()))
            and not _dated(text, first, match, fields.date, fields.title or "")
        ):
            yield _finding(document, positions, match)


def _harmless(text: str, start: int, end: int) -> bool:
    """Whether the words around say which day or year is meant, or that it is any."""
    if _COUNTED.search(text, max(0, start - 20), start) or _TODAY_AT_ONCE.match(text, end):
        return True
    # "Today" in the middle of a sentence is mostly any day: "daftar hari ini berbeda dengan daftar esok".
    if text[start:end].startswith(("hari", "Hari I", "HARI")) and not _FROM_TODAY.search(text, max(0, start - 20), start):
        return True
    near = text[max(0, start - REACH) : end + REACH]
    patterns = [pattern for pattern in (_YEAR, _DAY, _OTHER_DAYS, _ANY_DAY) if pattern.search(near)]
    if not patterns:
        return False
    sentence = around(text, start, end)
    return any(p.search(sentence) and (p is not _ANY_DAY or _AMOUNT.search(sentence) is None) for p in patterns)


def _meaning(text: str, start: int, end: int) -> bool:
    """Whether the words explain a word of another language, as vocabularies do."""
    line = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) % (len(text) + 1)
    beside = text[max(line, start - _BESIDE) : min(last, end + _BESIDE)]
    return _FOREIGN.search(beside) is not None or _MEANS.search(text, max(line, start - 20), start) is not None


def _dated(text: str, first: int, match: re.Match[str], day: datetime.date | None, title: str) -> bool:
    """Whether the title, or the body before the words, says when it was written: the day or month, or for "this year" the year."""
    start = match.start()
    year = f"{day.year}" if day is not None else r"(?:19|20)\d\d"
    written = re.compile(rf"\b(?:{_MONTHS})\s{year}\b|\d[/.-]\d{{1,2}}[/.-]{year}\b|{year}年\d", re.IGNORECASE)
    since = max(first, start - _HOLDS)
    if written.search(title) or written.search(text, since, start if day is not None else min(start, first + _DATELINE)):
        return True
    groups = match.groupdict()
    if day is None or not (groups.get("year") or (groups.get("unit") or "").lower() in _YEARS):
        return False
    return re.search(rf"(?<!\d){year}(?!\d)", f"{title} {text[max(first, start - _HOLDS_YEAR) : start]}") is not None


def _finding(document: Document, positions: Positions, match: re.Match[str]) -> Finding:
    shown = spoken.brief(" ".join(match[0].split()))
    day = document.fields.date if document.fields is not None else None
    groups = match.groupdict()
    which = groups.get("year") or (groups.get("which") or "").lower()
    years = groups.get("year") or (groups.get("unit") or "").lower() in _YEARS
    if day is None:
        action = Localized(
            id="tulis tahun atau tanggalnya, dan isi tanggal tulisan ini",
            en="write the year or the date, and give this text a date",
        )
    elif years and which in _SHIFT:
        year = day.year + _SHIFT[which]
        action = Localized(
            id=f'tulis tahunnya, misalnya "tahun {year}" kalau itu yang dimaksud pada {spoken.day(day).id}',
            en=f'write the year, such as "{year}" if that was meant on {spoken.day(day).en}',
        )
    else:
        action = Localized(
            id=f"tulis tanggal atau bulannya; tulisan ini bertanggal {spoken.day(day).id}",
            en=f"write the date or the month; this text is dated {spoken.day(day).en}",
        )
    age = (
        Localized("tulisan ini tidak bertanggal", "this text has no date")
        if day is None
        else Localized("tulisan ini sudah lebih dari setahun", "this text is more than a year old")
    )
    return Finding(
        document.path,
        positions.span(match.start(), match.end()),
        Localized(id=f'"{shown}" tidak jelas lagi: {age.id}', en=f'"{shown}" is no longer clear: {age.en}'),
        action,
    )
