"""A simple tag holds a blank where none may be: "< b>" or "</ b>".

The tag is then no tag: readers see its signs, and everything behind it stays bold.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kami <b>tidak pernah</ b> memungut biaya.
    at: 5:21
    also: raw-html

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kami < b>tidak pernah< /b> memungut biaya.
    at: 5:6
    at: 5:22

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kami <b>tidak pernah</b> memungut biaya, dan <br /> juga boleh.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kalau a < b > c, maka a belum tentu lebih besar dari c.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis `<b>tebal</ b>` tanpa spasi.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text.commands import FIX
from rantau.text.positions import Positions, body_start

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Tanda seperti <b> dan </b> ditulis tanpa spasi di dalamnya. Dengan spasi, tandanya terbaca sebagai tulisan biasa. "
        f"Perintah {FIX} menghapus spasinya. Lebih mudah lagi: tulis **tebal** atau *miring*."
    ),
    en=(
        f"Marks such as <b> and </b> are written without blanks inside. With one they read as plain text. The command {FIX} "
        "deletes it. Easier still: write **bold** or *italic*."
    ),
)
_TAG = re.compile(r"<(?P<first>[ \t]*)(?P<close>/?)(?P<second>[ \t]*)(?P<name>[A-Za-z]{1,6})[ \t]*(?P<empty>/?)[ \t]*>")
_NAMES = frozenset("b br cite del em i ins kbd mark q s small strong sub sup u".split())
_EMPTY = "br"


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Tags with a blank behind their "<" or "/", whose partner stands in the same paragraph."""
    if document.body is None or "<" not in document.prose:
        return
    positions, offset = Positions(document.prose), body_start(document)
    for paragraph in re.split(r"(\n[ \t\r]*\n)", document.prose[offset:]):
        tags = [match for match in _TAG.finditer(paragraph) if match["name"].lower() in _NAMES]
        ways = Counter((match["name"].lower(), match["close"]) for match in tags)
        for match in tags:
            name = match["name"].lower()
            paired = name == _EMPTY or ways[name, ""] == ways[name, "/"]
            if not (match["first"] or match["second"]) or not paired:
                continue
            span = positions.span(offset + match.start(), offset + match.end())
            right = f"<{match['close']}{match['name']}{match['empty']}>"
            yield Finding(
                document.path,
                span,
                Localized(f'ada spasi di dalam tanda "{match[0]}"', f'there is a blank in the mark "{match[0]}"'),
                Localized(f"tulis {right}", f"write {right}"),
                (Edit(span, right),),
            )
        offset += len(paragraph)
