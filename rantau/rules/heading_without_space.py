r"""A heading has no blank after its number signs.

Some programs show such a line as a heading, others as text; the old site's articles have both.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ##Siapa kami
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pembuka.

    #KaburAjaDulu ramai dibicarakan.
    at: 7:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    - #KaburAjaDulu
    - tagar lain
    at: 5:3

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Siapa kami

    ### Redaksi ###

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tagar \#KaburAjaDulu dan tagar #KaburAjaDulu di tengah kalimat.

    \#KaburAjaDulu di awal baris.

    - \#KaburAjaDulu
    - tagar #KaburAjaDulu

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ```
    #!/bin/sh
    ##komentar
    ```

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    #catatan redaksi
    ---
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.commands import FIX

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Subjudul ditulis dengan "## " di awal baris: dua tanda pagar, satu spasi, lalu judulnya. Tanpa spasi, '
        f"sebagian program menampilkannya sebagai teks biasa. Perintah {FIX} menambahkan "
        "spasinya. Satu tanda pagar biasanya tagar media sosial; tulis \\#Tagar supaya tidak dianggap judul."
    ),
    en=(
        'A heading is written with "## " at the start of the line: two number signs, a blank, then the words. Without '
        f"the blank some programs show it as text. The command {FIX} adds it. A single sign "
        "is mostly a hashtag; write \\#Tag so that it is not taken for a heading."
    ),
)

# A list item begins anew, so that its first word can be a heading as well.
_HEADING = re.compile(r"^(?:[ \t>]|(?:[-*+]|\d{1,9}\.)(?=[ \t]))*(?P<signs>#{1,6})(?P<word>[^\s#]\S*)")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Lines and list items of the body that start with number signs and go on without a blank."""
    # The words are shown as written: in `prose` code spans are blank.
    lines = document.text.split("\n")
    for number, line in enumerate(document.prose.split("\n"), start=1):
        match = _HEADING.match(line) if number >= document.body_line else None
        if match is None:
            continue
        signs, start = match["signs"], match.start("signs") + 1
        word = signs + match["word"]
        written = spoken.brief(lines[number - 1][start - 1 :].strip())
        heading = written.removeprefix(signs)
        span = Span(number, start, number, start + len(word))
        if len(signs) > 1:
            after = Span(number, start + len(signs), number, start + len(signs))
            yield Finding(
                document.path,
                span,
                Localized(
                    id=f'belum ada spasi sesudah tanda pagar: "{written}"',
                    en=f'there is no blank after the number signs: "{written}"',
                ),
                Localized(id=f'tulis "{signs} {heading}"', en=f'write "{signs} {heading}"'),
                (Edit(after, " "),),
            )
            continue
        yield Finding(
            document.path,
            span,
            Localized(
                id=f'"{spoken.brief(word)}" di awal baris bisa terbaca sebagai judul',
                en=f'"{spoken.brief(word)}" at the start of a line may read as a heading',
            ),
            Localized(
                id=f'kalau ini judul, tulis "## {heading}"; kalau tagar, tulis "\\{spoken.brief(word)}"',
                en=f'for a heading write "## {heading}"; for a hashtag write "\\{spoken.brief(word)}"',
            ),
        )
