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
"""

from rantau.model import Defect, Localized, Severity
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
    kind = defect.values.get("kind", "")
    message = Localized(id=f'"{kind}" bukan jenis kotak yang dikenal', en=f'"{kind}" is not a kind of box that is known')
    meant = _MEANT.get(kind.casefold()) or nearest(kind, _KINDS)
    if meant:
        return message, Localized(id=f'maksud Anda "!!! {meant}"?', en=f'did you mean "!!! {meant}"?')
    kinds = ", ".join(_KINDS)
    return message, Localized(id=f"tulis salah satu dari: {kinds}", en=f"write one of: {kinds}")
