"""A box in the body has a kind that the site does not know.

It would be shown without its colour and mark, and mostly it is a typing mistake.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! penting "Ingat"
        Jangan serahkan paspor kepada calo.
    at: 5:5

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!!warning"Awas"
        Jangan serahkan paspor kepada calo.
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! warning Awas
        Jangan serahkan paspor kepada calo.
    at: 5:5

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! warning "Ingat"
        Jangan serahkan paspor kepada calo.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! note
        Pembuatan paspor memakan waktu beberapa hari.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Hati-hati!!! Banyak lowongan palsu.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! Awas penipuan !!!

    ??? Sudah tahu ???

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!!warning "Ingat"
        Jangan serahkan paspor kepada calo.

    !! Awas

    ?? Apa itu "calo"

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ??? question "Berapa lama?"
        Beberapa hari.
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken
from rantau.text.names import nearest

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Kotak ditulis dengan "!!! jenis" lalu judul dalam tanda kutip, dan isinya menjorok empat spasi di bawahnya. '
        "Jenisnya antara lain note (catatan), tip (saran), warning (peringatan), danger (bahaya), dan question (tanya "
        "jawab). Judul boleh dalam bahasa Indonesia, jenisnya tidak."
    ),
    en=(
        'A box is written "!!! kind" and a title in quotes, with its content indented by four blanks below. Kinds are '
        "note, tip, warning, danger, question and some more. The title may be in any language, the kind may not."
    ),
)

_KINDS = (
    "note",
    "tip",
    "info",
    "warning",
    "danger",
    "success",
    "question",
    "quote",
    "example",
    "abstract",
    "failure",
    "bug",
)
_MEANT = {
    "catatan": "note",
    "saran": "tip",
    "tips": "tip",
    "peringatan": "warning",
    "penting": "warning",
    "perhatian": "warning",
    "awas": "danger",
    "bahaya": "danger",
    "tanya": "question",
    "pertanyaan": "question",
    "kutipan": "quote",
    "contoh": "example",
    "ringkasan": "abstract",
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    kind, whole = defect.values.get("kind", "").strip(), defect.values.get("right", "")
    if "line" in defect.values:
        shown = spoken.brief(defect.values["line"], 60)
        return Localized(
            id=f"baris ini tidak menjadi kotak, tetapi tampil apa adanya: {shown}",
            en=f"this line does not become a box, and shows as it is: {shown}",
        ), Localized(
            id=f"tulis {whole}"
            if whole
            else 'tulis tiga tanda, jenisnya, lalu judulnya di antara dua tanda kutip lurus: !!! tip "Judul"',
            en=f"write {whole}" if whole else 'write three signs, the kind and the title in straight quotes: !!! tip "Title"',
        )
    first, _, rest = kind.partition(" ")
    title = rest.strip(" “”„'‘’\"")
    if not kind:
        return Localized(id="kotak ini belum punya jenis", en="this box has no kind yet"), Localized(
            id='tulis jenisnya sebelum judul, misalnya !!! note "Judul kotak"',
            en='write the kind before the title, such as !!! note "Title of the box"',
        )
    meant = _kind(first)
    if title and meant:
        message = Localized(
            id=f'judul kotak "{spoken.brief(title, 40)}" belum diapit tanda kutip lurus',
            en=f'the title of the box, "{spoken.brief(title, 40)}", is not in straight quotes',
        )
        right = whole or f'!!! {meant} "{spoken.brief(title, 40)}"'
        return message, Localized(
            id=f"apit judul kotak dengan tanda kutip lurus: {right}", en=f"put the title in straight quotes: {right}"
        )
    shown = spoken.brief(kind, 40)
    message = Localized(id=f'"{shown}" bukan jenis kotak yang dikenal', en=f'"{shown}" is not a kind of box that is known')
    if meant:
        return message, Localized(id=f'maksud Anda "!!! {meant}"?', en=f'did you mean "!!! {meant}"?')
    kinds = ", ".join(_KINDS)
    return message, Localized(id=f"tulis salah satu dari: {kinds}", en=f"write one of: {kinds}")


def _kind(word: str) -> str:
    """The kind that a word means, or ""."""
    bare = word.strip(":“”„'‘’\"").casefold()
    return _MEANT.get(bare) or nearest(bare, _KINDS)
