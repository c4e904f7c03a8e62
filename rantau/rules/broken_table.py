"""A table is not shown as one: its head has no line of hyphens below it, it is glued to a sentence, or its cells are parted by tabs.

All of it runs together in one paragraph, upright lines included.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Biaya yang perlu disiapkan:
    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 |
    at: 6:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya |
    | Paspor | Rp350.000 |
    | SKCK | Rp30.000 |
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya | Lama |
    |---|---|
    | Paspor | Rp350.000 | 3 hari |
    at: 6:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Dokumen	Biaya	Lama
    Paspor	Rp350.000	3 hari
    SKCK	Rp30.000	1 hari
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 |
    Biaya ini dapat berubah.
    at: 8:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Biaya
    | Dokumen | Biaya |
    |:--|--:|
    | Paspor | Rp350.000 |

    Biaya ini dapat berubah.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Beranda | Berita | Kontak

    Nama	: ....................
    NIK	: ....................
    Umur	: ....................

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    a.	Paspor
    b.	Visa
    c.	Kontrak

    | sendiri |

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    - Butir dengan tabel

        Dokumen | Biaya
        --- | ---
        Paspor | Rp350.000

    ??? note "Biaya"
        | Dokumen | Biaya |
        |---|---|
        | Paspor | Rp350.000 |

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ```
    | Dokumen | Biaya |
    | Paspor | Rp350.000 |
    ```

    Jakarta | (021) 000
    Surabaya | (031) 000

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    > | Dokumen | Biaya |
    > |---|---|
    > | Paspor | Rp350.000 |
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.commands import FIX
from rantau.text.positions import Positions, body_start
from rantau.text.tables import Row, blocks, delimiter, is_table, written

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Tabel ditulis dengan garis tegak: "| Dokumen | Biaya |" sebagai kepala, lalu "|---|---|" dengan jumlah kolom yang sama, '
        "lalu baris isinya, dengan satu baris kosong di atas dan di bawah tabel. Tabel dari Word atau Excel yang ditempel "
        f"kehilangan garisnya. Perintah {FIX} menambahkan yang kurang kalau hanya ada satu jawaban. Ini "
        "hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'A table is written with upright lines: "| Paper | Fee |" as its head, then "|---|---|" with as many columns, then the '
        "rows, with an empty line above and below the table. What is pasted from Word or Excel loses its lines. The command "
        f"{FIX} adds what is missing where there is one answer only. This is only a warning; the text can "
        "be published."
    ),
)

_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_STARTS = re.compile(r"(?:<(?:p|li|td|th)[^>]*>|\n)\|")
_ITEM = re.compile(r"(?:[-*+•]|\w{1,3}[.)])(?:[ \t]|$)|[>|!?\[]")
_LEAST_WORDS = 3


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Blocks of lines that were meant as a table, or as a part of one, and are shown otherwise."""
    if document.body is None:
        return
    begin = body_start(document)
    piped = document.prose.find("|", begin) >= 0
    if not piped and document.prose.find("\t", begin) < 0:
        return
    shown = _CODE.sub("", document.body.html)
    positions = Positions(document.text)
    previous: list[Row] = []
    for block in blocks(document.prose, begin, tabs=True):
        if any(row.pipes for row in block):
            yield from _table(document, positions, shown, block, previous)
        elif any("\t" in row.text for row in block):
            yield from _tabs(document, positions, block)
        previous = block


def _table(document: Document, positions: Positions, shown: str, block: list[Row], previous: list[Row]) -> Iterator[Finding]:
    if is_table(block):
        if "<table>" in shown:
            yield from _below(document, positions, block)
        return
    place = next((n for n, row in enumerate(block) if row.delimits), -1)
    if place < 0:
        yield from _bare(document, positions, shown, block)
    elif block[place].text in shown:
        yield from _delimited(document, positions, block, place, previous)


def _delimited(document: Document, positions: Positions, block: list[Row], place: int, previous: list[Row]) -> Iterator[Finding]:
    """What keeps a block with a row that delimits from being a table."""
    line = block[place]
    if place == 0:
        head = previous[-1] if len(previous) == 1 and previous[0].pipes else None
        if head is None or len(head.cells()) != len(line.cells()) or _between(document, head, line).strip():
            return
        gap = positions.span(head.start + len(head.text), line.start - len(line.before))
        message = Localized(
            id="ada baris kosong di antara kepala tabel dan garisnya, sehingga tidak menjadi tabel",
            en="an empty line stands between the head of the table and the line below it, so no table is shown",
        )
        help_ = _one_below(_text(document, head), line.text)
        yield Finding(document.path, _place(positions, line), message, help_, (Edit(gap, "\n"),) if not line.before else ())
        return
    head = block[place - 1]
    if not head.pipes:
        return
    count, right = len(head.cells()), delimiter(head, line)
    if not line.sound or len(line.cells()) != count:
        message = (
            Localized(
                id=f'garis di bawah kepala tabel bukan tanda hubung biasa: "{spoken.brief(line.text, 40)}"',
                en=f'the line below the head of the table is not made of plain hyphens: "{spoken.brief(line.text, 40)}"',
            )
            if not line.sound
            else Localized(
                id=f"garis di bawah kepala tabel punya {len(line.cells())} kolom, kepalanya {count}",
                en=f"the line below the head of the table has {len(line.cells())} columns, and the head {count}",
            )
        )
        fix = (Edit(_place(positions, line), right),) if count > 1 else ()
        yield Finding(document.path, _place(positions, line), message, _write(right), fix)
    elif place > 1:
        yield _glued(document, positions, block[place - 2], head)


def _glued(document: Document, positions: Positions, above: Row, head: Row) -> Finding:
    if above.framed[0]:
        line = Localized(
            id="garis di bawah kepala tabel tidak berada di baris kedua", en="the line below the head is not the second one"
        )
        return Finding(
            document.path,
            _place(positions, head),
            line,
            Localized(
                id="pakai satu baris kepala saja, dengan garisnya tepat di bawahnya",
                en="write one line of heads only, with the line of hyphens right below it",
            ),
        )
    simple = not head.before and not above.before and _ITEM.match(above.text) is None
    start = positions.span(head.start, head.start)
    message = Localized(
        id="tabel ini menempel pada kalimat di atasnya, sehingga tidak menjadi tabel",
        en="this table is glued to the sentence above it, so no table is shown",
    )
    return Finding(
        document.path,
        _place(positions, head),
        message,
        Localized(
            id=f'sisipkan satu baris kosong di antara "{spoken.brief(_text(document, above), 40)}" dan '
            f'"{spoken.brief(_text(document, head), 40)}"',
            en=f'put an empty line between "{spoken.brief(_text(document, above), 40)}" and '
            f'"{spoken.brief(_text(document, head), 40)}"',
        ),
        (Edit(start, _line_end(document)),) if simple else (),
    )


def _bare(document: Document, positions: Positions, shown: str, block: list[Row]) -> Iterator[Finding]:
    """A block of rows in frames, as many cells in each, and no line below the first."""
    if _STARTS.search(shown) is None:
        return
    first = next((n for n, row in enumerate(block) if all(row.framed)), len(block))
    rows = block[first:]
    count = len(rows[0].cells()) if rows else 0
    if len(rows) < 2 or count < 2 or not all(all(row.framed) and len(row.cells()) == count for row in rows):
        return
    head, right = rows[0], delimiter(rows[0])
    end = positions.span(head.start + len(head.text), head.start + len(head.text))
    message = Localized(
        id="di bawah kepala tabel ini belum ada garis, sehingga tidak menjadi tabel",
        en="there is no line of hyphens below the head of this table, so no table is shown",
    )
    fix = (Edit(end, f"{_line_end(document)}{head.before}{right}"),) if not head.before.strip(" ") else ()
    yield Finding(document.path, _place(positions, head), message, _one_below(_text(document, head), right), fix)


def _below(document: Document, positions: Positions, block: list[Row]) -> Iterator[Finding]:
    """A sentence right below a table in a frame, which becomes a row of it."""
    if not all(all(row.framed) for row in block[:2]):
        return
    for number, row in enumerate(block[2:], start=2):
        if row.pipes or len(row.text.split()) < _LEAST_WORDS or not _text(document, row).strip():
            continue
        above = block[number - 1]
        yield Finding(
            document.path,
            _place(positions, row),
            Localized(
                id="kalimat ini menempel pada tabel di atasnya, sehingga tampil sebagai baris tabel",
                en="this sentence is glued to the table above it, so it is shown as a row of it",
            ),
            Localized(
                id=f'sisipkan satu baris kosong di atas "{spoken.brief(_text(document, row), 60)}"',
                en=f'put an empty line above "{spoken.brief(_text(document, row), 60)}"',
            ),
            (Edit(positions.span(row.start, row.start), _line_end(document)),) if not row.before and above.pipes else (),
        )
        return


def _tabs(document: Document, positions: Positions, block: list[Row]) -> Iterator[Finding]:
    """Lines with as many tabs in each: what a table of Word or Excel leaves behind when it is pasted."""
    rows = [re.split(r"[ ]*\t[ \t]*", row.text) for row in block]
    start = next((n for n, cells in enumerate(rows) if len(cells) > 1), 0)
    rows, lines = rows[start:], block[start:]
    count = len(rows[0])
    if len(rows) < (2 if count > 2 else 3) or any(len(cells) != count or not all(cells) for cells in rows):
        return
    text = document.text
    for row, cells in zip(lines, rows, strict=True):
        labelled = any(cell.startswith(":") for cell in cells) or cells[0].endswith(":") or not any(c.isalnum() for c in cells[0])
        broken = text[row.start : row.start + len(row.text) + 2].endswith("  ") or row.text.endswith(("\\", "<br>"))
        if labelled or broken or row.before.strip(" ") or len(row.before) > len(" " * 3) or _ITEM.match(row.text):
            return
    first, second = ([cell.strip() for cell in re.split(r"\t+", _text(document, row))] for row in lines[:2])
    yield Finding(
        document.path,
        _place(positions, lines[0]),
        Localized(
            id="kolom di sini dipisah dengan Tab, sehingga semua barisnya tampil menyambung",
            en="the columns are parted by tabs here, so all lines run together",
        ),
        Localized(
            id=f'tulis sebagai tabel: "{spoken.brief(written(first))}", di bawahnya "|{"---|" * count}", lalu '
            f'"{spoken.brief(written(second))}", dan seterusnya',
            en=f'write it as a table: "{spoken.brief(written(first))}", below it "|{"---|" * count}", then '
            f'"{spoken.brief(written(second))}", and so on',
        ),
    )


def _place(positions: Positions, row: Row) -> Span:
    return positions.span(row.start, row.start + len(row.text))


def _text(document: Document, row: Row) -> str:
    return document.text[row.start : row.start + len(row.text)]


def _between(document: Document, one: Row, other: Row) -> str:
    return document.text[one.start + len(one.text) : other.start]


def _line_end(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _write(line: str) -> Localized:
    return Localized(id=f"tulis {line}", en=f"write {line}")


def _one_below(head: str, line: str) -> Localized:
    above, below = spoken.brief(head, 60), spoken.brief(line, 60)
    return Localized(id=f'tulis "{below}" tepat di bawah "{above}"', en=f'write "{below}" right below "{above}"')
