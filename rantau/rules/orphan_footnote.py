"""A footnote's mark has no footnote, or a footnote has no mark.

Marks like "[4]" come along when a text is copied from an encyclopedia; they lead nowhere.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-undang itu berlaku sejak 2017[^1], dan diubah kemudian[^2].

    [^1]: UU Nomor 18 Tahun 2017.
    [^3]: Lihat juga peraturan pelaksananya.
    at: 5:62
    at: 8:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-undang itu berlaku sejak tahun 2017[4] dan sudah diubah.[5][6]
    at: 5:43
    at: 5:64
    at: 5:67

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-undang itu berlaku sejak 2017[^1]. Sekali lagi[^1].

    [^1]: UU Nomor 18 Tahun 2017.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [undang-undang][1] dan naskah[2].

    [1]: https://peraturan.example/uu-18-2017
    [2]: https://peraturan.example/naskah

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tanda catatan ditulis `[^9]` atau \\[^9], dan nilai pertama `data[1]`.

    Undang-undang itu berlaku sejak 2017 [1].

    [1] UU Nomor 18 Tahun 2017

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-undang itu berlaku sejak tahun 2017.[1] Isi kolom[3] dan ayat[2] dibaca dulu.

    ## Referensi

    1. UU Nomor 18 Tahun 2017.
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.positions import Positions

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Catatan kaki terdiri dari dua bagian: tanda di kalimat, misalnya [^1], dan isinya di akhir tulisan, "[^1]: Isi '
        'catatan." Laporan ini muncul kalau salah satunya tidak ada, atau kalau tandanya hanya "[4]", yang biasanya '
        "terbawa dari Wikipedia. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'A footnote has two parts: the mark in a sentence, such as [^1], and its words at the end of the text, "[^1]: The '
        'words." This is reported when one of them is missing, or when the mark is just "[4]", which mostly came along '
        "from Wikipedia. This is only a warning; the text can be published."
    ),
)

_MARK = re.compile(r"\[\^(?P<name>[^\]\n]{1,200})\]")
_COPIED = re.compile(r"\[(?P<name>[1-9]\d{0,2})\](?![(:\w]|\.[^\W\d_]|->)")
_DEFINED = re.compile(
    r"^ {0,3}(?:(?:[-*+>]|\d{1,3}\.)[ \t]{1,4})?(?:\*\*)?\\?\[(?P<name>\d{1,3})\\?\](?:\*\*)?(?=[: \t])", re.MULTILINE
)
# Notes may be a numbered list at the end instead.
_REFERENCES = re.compile(
    r"^[#* \t_]{0,8}(?:daftar[ ]|catatan[ ])?(?:referensi|rujukan|pustaka|sumber|kaki|bacaan|references?|sources?|notes|footnotes|参考|出典|脚注)"
    r"(?:[ ][\w-]{1,15}){0,3}[:：*_# \t\r]{0,8}\n(?P<list>(?:[ \t\r]*(?:\d{1,3}[.)][ \t][^\n]*)?(?:\n|\Z))+)",
    re.IGNORECASE | re.MULTILINE,
)
_LISTED = re.compile(r"^[ \t]*(\d{1,3})[.)][ \t]", re.MULTILINE)
# A number in brackets behind these words names one of several.
_PARTS = frozenset(
    "ayat pasal kolom kotak butir nomor gambar tabel bagian lampiran langkah baris halaman tombol huruf bab formulir pilihan "
    "article section column row box item figure table step page line field option".split()
)
# "[^a-z]" is a character class; names of notes are words or numbers.
_NAME = re.compile(r"\d{1,4}|[^\W\d_][\w-]{2,40}")
_RANGE = re.compile(r"(?<!\w)\w-\w")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Marks without a note, notes without a mark, and numbers in brackets that were marks where they were copied from."""
    if document.body is None or "[" not in document.prose:
        return
    prose, text = document.prose, document.text
    marks: list[re.Match[str]] = []
    notes: list[re.Match[str]] = []
    for match in _MARK.finditer(prose):
        if text[match.start() - 1 : match.start()] == "\\":
            continue
        line = prose.rfind("\n", 0, match.start()) + 1
        opens = prose.startswith(":", match.end()) and match.start() - line <= 3 and not prose[line : match.start()].strip(" ")
        (notes if opens else marks).append(match)
    used, defined = {m["name"] for m in marks}, {m["name"] for m in notes}
    copied = [m for m in _COPIED.finditer(prose) if _word_before(text, m.start())]
    known = {m["name"] for m in _DEFINED.finditer(prose)} if copied else set()
    if copied and (references := list(_REFERENCES.finditer(prose))):
        known |= set(_LISTED.findall(references[-1]["list"]))
    copied = [m for m in copied if m["name"] not in known]
    if used == defined and not copied:
        return
    positions = Positions(text)
    for match in marks:
        if match["name"] not in defined and _NAME.fullmatch(match["name"]) and not _RANGE.search(match["name"]):
            yield Finding(document.path, positions.span(match.start(), match.end()), *_lost(match["name"]))
    for match in notes:
        if match["name"] not in used:
            yield Finding(document.path, positions.span(match.start(), match.end()), *_unused(match["name"]))
    for match in copied:
        yield Finding(document.path, positions.span(match.start(), match.end()), *_brought(match["name"]))


def _word_before(text: str, place: int) -> bool:
    """Whether a number in brackets stands behind a word or the end of a sentence, and not behind a variable or code."""
    before = text[max(0, place - 60) : place]
    while (open_ := before.rfind("[")) >= 0 and before.endswith("]") and before[open_ + 1 : -1].isdigit():
        before = before[:open_]
    word = before.split()[-1] if before.split() and not before[-1].isspace() else ""
    bare = word.rstrip(".,;:!?)\"'”’»%*_")
    # A bracket inside of a word is a call: "check(args[1], ...)".
    if "(" in word.lstrip("(") or (bare == word and bare.lstrip('("“*_').casefold() in _PARTS):
        return False
    return bool(bare) and bare[-1].isalnum() and (len(bare) > 3 or bare != word) and not set(word) & set("`=$<>{}\\/@")


def _lost(name: str) -> tuple[Localized, Localized]:
    shown = spoken.brief(name)
    return Localized(f'catatan kaki "[^{shown}]" tidak ada isinya', f'there is no footnote for the mark "[^{shown}]"'), Localized(
        f'tulis isinya di akhir tulisan, di baris sendiri: "[^{shown}]: isi catatan"; atau hapus tandanya',
        f'write it at the end of the text, on a line of its own: "[^{shown}]: the words"; or delete the mark',
    )


def _unused(name: str) -> tuple[Localized, Localized]:
    shown = spoken.brief(name)
    return Localized(
        f'tidak ada kalimat yang menunjuk catatan kaki "[^{shown}]"', f'no sentence refers to the footnote "[^{shown}]"'
    ), Localized(
        f"tulis [^{shown}] di belakang kalimat yang dijelaskannya, atau hapus catatan ini",
        f"write [^{shown}] behind the sentence that it explains, or delete this note",
    )


def _brought(name: str) -> tuple[Localized, Localized]:
    return Localized(
        f'"[{name}]" tampak seperti tanda catatan kaki yang ikut tersalin',
        f'"[{name}]" looks like a footnote mark that was copied along',
    ), Localized(
        f"hapus, atau jadikan catatan kaki: tulis [^{name}] di sini dan isinya di akhir tulisan",
        f"delete it, or make it a footnote: write [^{name}] here and its words at the end of the text",
    )
