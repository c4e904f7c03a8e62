"""A paragraph that starts with four blanks or a tab is shown as code.

It stands in letters of one width, in one long line that must be pushed aside, and links and bold words in it are none.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pembuka halaman ini.

        Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.

    Penutup halaman ini.
    at: 7:5

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Contoh pesan yang dapat dikirim:

        Selamat pagi, saya ingin bertanya tentang lowongan yang dipasang di halaman ini.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    - Butir pertama

        Paragraf kedua dari butir itu menjorok dan bukan kode untuk siapa pun.

    1. Langkah

        Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Perintahnya begini.

        git commit -m "Kami menulis untuk pekerja migran dan keluarganya."

    ```
        Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.
    ```
"""

import re
from collections.abc import Iterator, Sequence

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken, tongue
from rantau.text.commands import FIX

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Paragraf dimulai di tepi kiri. Empat spasi atau Tab di awal baris berarti kode: hurufnya berbeda, barisnya tidak "
        f"terpotong di layar ponsel, dan tautan serta huruf tebal di dalamnya tidak jadi. Perintah {FIX} "
        'menggesernya ke kiri. Contoh pesan atau surat sebaiknya ditulis sebagai kutipan, dengan "> " di depan barisnya.'
    ),
    en=(
        "A paragraph starts at the left edge. Four blanks or a tab at the start of a line mean code: the letters are others, the "
        f"line is not broken on a phone's screen, and links and bold words in it are none. The command {FIX} "
        'moves it to the left. A sample letter is better written as a quotation, with "> " before its lines.'
    ),
)

_CODE = "<pre><code>"
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_CONTAINER = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|\[\^|>)")
_SIGNS = re.compile(r"[{}<>=;$\\|]|^[#\-*+\d>]|\t|  |\.\w+\(|\S_\S|--")
_SAMPLE = re.compile(r"contoh|templat|format|pesan|surat|kutipan|puisi|lirik|example|sample|letter|message|poem|例", re.I)
_ENDS = re.compile(r"[.!?…。][\"”’')*_]{0,4}$")
_WORDS = 7
_VERSE = 50


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Paragraphs of prose, not announced by the line above, that are indented so far that they are code."""
    if document.body is None or _CODE not in document.body.html:
        return
    prose, lines = document.prose.split("\n"), document.text.split("\n")
    fence, held, above = "", False, ""
    number = document.body_line - 1
    while number < len(lines):
        line = lines[number]
        match = _FENCE.match(line)
        if fence or match is not None:
            if match is not None and (not fence or match[1].startswith(fence)):
                fence = "" if fence else match[1]
            above = line.strip()
        elif line.strip():
            if not _deep(line):
                held = _CONTAINER.match(line) is not None or (held and line[0].isspace())
                above = line.strip()
            elif not held and not prose[number].strip():
                last = _end(lines, number)
                if _meant_as_text(lines[number:last], lines[last] if last < len(lines) else "", above):
                    yield _finding(document, lines[number:last], number)
                number = last
                continue
        number += 1


def _deep(line: str) -> bool:
    spread = line[: len(line) - len(line.lstrip())].expandtabs(4)
    return len(spread) >= len(" " * 4)


def _end(lines: Sequence[str], first: int) -> int:
    """The number of the line behind a paragraph of indented lines."""
    return next((n for n in range(first, len(lines)) if not lines[n].strip() or not _deep(lines[n])), len(lines))


def _meant_as_text(lines: Sequence[str], following: str, above: str) -> bool:
    words = [line.strip() for line in lines]
    whole = " ".join(words)
    if above.endswith((":", "：")) or (above.startswith("#") and _SAMPLE.search(above)) or len(whole.split()) < _WORDS:
        return False
    if any(_SIGNS.search(line) for line in words) or not (whole[0].isupper() or whole[0] in "\"“'*["):
        return False
    if len(words) > 1 and sum(map(len, words)) < _VERSE * len(words):
        return False
    return (bool(following.strip()) or _ENDS.search(whole) is not None) and bool(tongue.guess(whole))


def _finding(document: Document, lines: Sequence[str], number: int) -> Finding:
    written = lines[0].rstrip()
    start = len(written) - len(written.lstrip())
    shown = spoken.brief(written.strip(), 60)
    edits = []
    for place, line in enumerate(lines, start=number + 1):
        edits.append(Edit(Span(place, 1, place, len(line) - len(line.lstrip()) + 1), ""))
    return Finding(
        document.path,
        Span(number + 1, start + 1, number + 1, len(written) + 1),
        Localized(
            id="paragraf ini menjorok empat spasi atau lebih, sehingga tampil sebagai kode",
            en="this paragraph is indented by four blanks or more, so it is shown as code",
        ),
        Localized(id=f'mulai di tepi kiri: "{shown}"', en=f'start it at the left edge: "{shown}"'),
        tuple(edits),
    )
