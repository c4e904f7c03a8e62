"""A heading's number signs, or the blank behind them, are full-width ones, as a Japanese keyboard types them.

They look right to the writer, and readers see two signs in front of the words, or a heading without its blank.

Bad:
    path: ja/tentang.md
    ---
    title: Rantauについて
    ---

    ＃＃　運営者
    at: 5:1

Bad:
    path: ja/tentang.md
    ---
    title: Rantauについて
    ---

    ##　運営者
    at: 5:1

Good:
    path: ja/tentang.md
    ---
    title: Rantauについて
    ---

    ## 運営者　連絡先

    ＃日本で働く は、よく使われるタグです。

Good:
    path: ja/tentang.md
    ---
    title: Rantauについて
    ---

    ```
    ＃＃　コメント
    ```

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Siapa kami

    Tulis `##　judul` dengan spasi biasa.
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.commands import FIX

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Papan ketik Jepang mengetik tanda pagar dan spasi yang lebar (＃ dan spasi selebar huruf). Tanda seperti itu bukan "
        f'subjudul: tulis "## " dengan tanda pagar dan spasi biasa. Perintah {FIX} menggantinya.'
    ),
    en=(
        "A Japanese keyboard types wide number signs and blanks (＃ and a blank as wide as a letter). Those make no heading: "
        f'write "## " with plain ones. The command {FIX} replaces them.'
    ),
)
_START = re.compile(r"^(?:[ \t>]|(?:[-*+]|\d{1,9}\.)(?=[ \t]))*(?P<signs>[#\uff03]{1,6})(?P<gap>[ \t\u3000]*)(?=[^\s#\uff03])")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Lines of the body that start with several full-width number signs, or with signs and a full-width blank."""
    for number, line in enumerate(document.prose.split("\n"), start=1):
        match = _START.match(line) if number >= document.body_line else None
        if match is None:
            continue
        signs, gap = match["signs"], match["gap"]
        # A single full-width sign is a tag of social media, as the Japanese write them.
        if not (("\uff03" in signs and len(signs) > 1) or ("\uff03" not in signs and "\u3000" in gap)):
            continue
        start, end = match.start("signs"), match.end("gap")
        right = "#" * len(signs) + " "
        words = spoken.brief(line[end:].strip())
        span = Span(number, start + 1, number, end + 1)
        yield Finding(
            document.path,
            span,
            Localized(
                "tanda subjudul ini memakai tanda pagar atau spasi lebar", "this heading has full-width number signs or blanks"
            ),
            Localized(f'tulis "{right}{words}"', f'write "{right}{words}"'),
            (Edit(span, right),),
        )
