"""A title or a description is written in capitals, or shouts with exclamation marks.

Capitals are slow to read on a small screen, a screen reader may spell them letter by letter, and both are what a fake
advertisement looks like.

Bad:
    ---
    title: LOWONGAN KERJA JEPANG 2025
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP]
    ---
    at: 2:8

Bad:
    ---
    title: Surat untuk visa kerja sudah dibuka!!!
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja!!! Jangan lewatkan.
    date: 2025-03-01
    ---
    at: 2:8
    at: 3:14

Good:
    ---
    title: "GOES JAPAN, SSW, dan BP2MI: apa bedanya?"
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP]
    ---

Good:
    ---
    title: Awas, surat palsu!
    description: 'Pesan "SELAMAT!!! ANDA LULUS SELEKSI!!!" yang beredar lewat WhatsApp, dan lima tanda bahwa itu penipuan.'
    date: 2025-03-01
    ---

Good:
    ---
    title: SELAMAT!!! Gaji 45 juta!!!
    description: 'Pesan "SELAMAT!!! Gaji 45 juta!!!" yang beredar lewat WhatsApp, dan lima tanda bahwa itu penipuan.'
    date: 2025-03-01
    ---
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken, tongue

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Judul dan ringkasan ditulis dengan huruf biasa: huruf besar di awal kalimat dan pada nama. HURUF BESAR SEMUA sulit "
        "dibaca di layar kecil, dan bersama tanda seru beruntun (!!!) tampak seperti iklan palsu. Singkatan seperti BP2MI "
        "tetap ditulis dengan huruf besar. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "Titles and descriptions are written in ordinary letters: capitals at the start and in names. ALL CAPITALS are hard "
        "to read on a small screen, and with rows of exclamation marks (!!!) they look like a fake advertisement. "
        "Abbreviations such as BP2MI stay in capitals. This is only a warning; the text can be published."
    ),
)

_WORD = re.compile(r"[^\W\d_]{4,}(?![.]\w)")
_CRY = re.compile(r"\w!!!")
_VOWEL = re.compile("[AEIOU]")
_NAMES = (("title", "judul", "the title"), ("description", "ringkasan", "the description"))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """The title and the description, where they are in capitals or hold three exclamation marks in a row."""
    fields = document.fields
    if fields is None:
        return
    for name, indonesian, english in _NAMES:
        written = fields.title if name == "title" else fields.description
        # A title that repeats a message is no cry where the description shows it as somebody else's words.
        if not written or (name == "title" and _quotes(fields.description or "", written)):
            continue
        own = tongue.unquoted(written)
        shown = spoken.brief(written, 60)
        if _capitals(own):
            message = Localized(
                id=f'{indonesian} "{shown}" ditulis dengan huruf besar semua', en=f'{english} "{shown}" is written in capitals'
            )
            action = Localized(
                id="tulis dengan huruf biasa; huruf besar hanya di awal, pada nama, dan pada singkatan",
                en="write it in ordinary letters; capitals only at the start, in names and in abbreviations",
            )
        elif _CRY.search(own):
            message = Localized(
                id=f'{indonesian} "{shown}" memakai tanda seru beruntun', en=f'{english} "{shown}" has exclamation marks in a row'
            )
            action = Localized(
                id="hapus tanda serunya, atau tulis satu saja", en="delete the exclamation marks, or keep just one"
            )
        else:
            continue
        yield Finding(document.path, document.span(name), message, action)


def _capitals(text: str) -> bool:
    """Whether three words or more, and nearly all long ones, are in capitals; what has no vowel is an abbreviation."""
    long_ = _WORD.findall(text)
    loud = [word for word in long_ if word.isupper() and _VOWEL.search(word)]
    return len(loud) >= 3 and len(loud) * 5 >= len(long_) * 4


def _quotes(text: str, words: str) -> bool:
    core = words.strip(" ?!.")
    return any(mark + core in text for mark in '"“‘')
