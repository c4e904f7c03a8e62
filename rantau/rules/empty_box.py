"""A box is empty: the text that was meant for it is not indented by four blanks, and stands outside.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! warning "Awas calo"
    Jangan serahkan paspor kepada siapa pun.
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ??? question "Berapa lama?"

      Tiga hari kerja.
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! note

    Simpan salinannya di rumah.
    at: 5:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! warning "Awas calo"

        Jangan serahkan paspor kepada siapa pun.

    Di luar kotak.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    - Butir

        !!! note
            Di dalam butir.

    !!! note
        ```
        kode saja
        ```

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ```
    !!! note
    Contoh yang salah.
    ```

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! Awas penipuan !!!

    Hati-hati!!!
    Banyak lowongan palsu.
"""

import re
from collections.abc import Iterator, Sequence

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.commands import FIX

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isi kotak "!!! note" atau "??? note" ditulis di bawahnya dan menjorok empat spasi, setiap barisnya. Tanpa itu kotaknya '
        f"kosong dan isinya tampil di luar. Perintah {FIX} menggeser isi yang langsung di bawah baris "
        "kotaknya. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'The content of a box, "!!! note" or "??? note", is written below it, each line indented by four blanks. Otherwise the box '
        f"is empty and its content is shown outside. The command {FIX} moves what stands right below the "
        "box's line. This is only a warning; the text can be published."
    ),
)

_EMPTY = re.compile(
    r'<div class="admonition[^>]*>\s*(?:<p class="admonition-title">.*?</p>\s*)?</div>|<summary>.*?</summary>\s*</details>'
)
_BOX = re.compile(r'(?P<before>[ \t]*)(?:!!!|\?\?\?\+?)(?: ?[\w-]+(?: +[\w-]+)*(?: +"[^\n]*")?| ?"[^\n]*")[ \t\r]*')
_APART = re.compile(r"[ \t]*(?:#{1,6}[ \t]|!!!|\?\?\?)")
_INSIDE = 4


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Boxes without content."""
    if document.body is None or _EMPTY.search(document.body.html) is None:
        return
    first = document.body_line - 1
    prose, lines = document.prose.split("\n"), document.text.split("\n")
    for number in range(first, len(prose)):
        match = _BOX.fullmatch(prose[number])
        if match is None:
            continue
        own = _width(match["before"])
        below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), -1)
        if below >= 0 and _width(lines[below]) >= own + _INSIDE:
            continue
        yield _finding(document, lines, number, below, own)


def _finding(document: Document, lines: Sequence[str], number: int, below: int, own: int) -> Finding:
    written = lines[number].rstrip()
    start = len(written) - len(written.lstrip())
    span = Span(number + 1, start + 1, number + 1, len(written) + 1)
    box = spoken.brief(written.strip(), 60)
    if below < 0 or _APART.match(lines[below]):
        return Finding(
            document.path,
            span,
            Localized(id=f"kotak ini tidak berisi apa-apa: {box}", en=f"there is nothing in this box: {box}"),
            Localized(
                id="tulis isinya di baris di bawahnya, menjorok empat spasi, atau hapus baris kotaknya",
                en="write its content on the lines below, indented by four blanks, or delete the box's line",
            ),
        )
    mended = " " * (own + _INSIDE) + spoken.brief(lines[below].strip(), 60)
    edits = _indented(lines, number, below, own)
    return Finding(
        document.path,
        span,
        Localized(
            id=f"kotak ini kosong, karena isinya di bawah tidak menjorok empat spasi: {box}",
            en=f"this box is empty, because its content below is not indented by four blanks: {box}",
        ),
        Localized(
            id=f'geser isinya ke kanan menjadi empat spasi: "{mended}"', en=f'indent its content by four blanks: "{mended}"'
        ),
        edits,
    )


def _indented(lines: Sequence[str], number: int, below: int, own: int) -> tuple[Edit, ...]:
    """The blanks that the lines of a box lack, where it is certain which lines are its own."""
    width = _width(lines[below])
    if width <= own and below > number + 1:
        return ()
    last = below
    for n in range(below, len(lines)):
        # What is indented at all belongs to the box, and so does what goes on the paragraph right below it.
        if lines[n].strip() and (_APART.match(lines[n]) or (width > own and _width(lines[n]) < width)):
            break
        if not lines[n].strip() and width <= own:
            break
        last = n
    missing = " " * (own + _INSIDE - width)
    places = [n for n in range(below, last + 1) if lines[n].strip()]
    return tuple(Edit(Span(n + 1, 1, n + 1, 1), missing) for n in places)


def _width(line: str) -> int:
    spread = line.expandtabs(4)
    return len(spread) - len(spread.lstrip())
