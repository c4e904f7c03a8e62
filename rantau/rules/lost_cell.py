"""A row of a table has more cells than the table's head.

The page shows as many cells as the head has, so the words of the last ones are lost.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 | sekali saja |
    at: 7:24

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Dokumen | Biaya
    --- | ---
    | Paspor | Rp350.000 |
    at: 7:12

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 | sekali saja | di kantor imigrasi |
    at: 7:24

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 |
    | SKCK |
    | Visa | gratis | |

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Biaya | | |
    |---|---|---|---|
    | Paspor | Rp350.000 | sekali saja | di kantor imigrasi | | |

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Jam | Kegiatan
    --- | ---
    08.00 | Kelas `a | b`
    10.00 | Paspor \\| visa

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ```
    | Dokumen | Biaya |
    |---|---|
    | Paspor | Rp350.000 | sekali saja |
    ```
"""

from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken, terms
from rantau.text.positions import Positions, body_start
from rantau.text.tables import Row, blocks, is_table

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Baris tabel tidak boleh punya lebih banyak sel daripada kepala tabelnya: yang lebih tidak tampil di halaman. Tambahkan "
        'kolom di kepala tabel dan di baris "|---|" di bawahnya, atau gabungkan selnya. Kalau garis tegak memang bagian tulisan, '
        "tulis \\| di tempatnya."
    ),
    en=(
        "A row of a table cannot have more cells than its head: the page does not show the rest. Add a column to the head and to "
        'the row "|---|" below it, or join the cells. Where the upright line is a part of the words, write \\| instead.'
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Rows with cells behind the last column that hold anything."""
    if document.body is None or "<table>" not in document.body.html:
        return
    positions = Positions(document.text)
    for block in blocks(document.prose, body_start(document)):
        if not is_table(block):
            continue
        head = block[0]
        frame = any(head.framed)
        columns = len(head.cells(frame))
        for row in block[2:]:
            cells = row.cells(frame)
            lost = [(a, b) for a, b in cells[columns:] if document.text[a:b].strip()]
            if lost:
                yield _finding(document, positions, head, row, columns, lost)


def _finding(document: Document, positions: Positions, head: Row, row: Row, columns: int, lost: list[tuple[int, int]]) -> Finding:
    text = document.text
    start = lost[0][0] + len(text[lost[0][0] : lost[0][1]]) - len(text[lost[0][0] : lost[0][1]].lstrip())
    end = lost[-1][0] + len(text[lost[-1][0] : lost[-1][1]].rstrip())
    span = positions.span(start, end)
    shown, last = spoken.brief(text[start:end]), spoken.brief(text[slice(*row.cells(any(head.framed))[columns - 1])].strip(), 30)
    many = len(row.cells(any(head.framed)))
    if not any(head.framed) and any(row.framed):
        # The frame itself is taken for two cells.
        bare = text[row.start : row.start + len(row.text)].strip("| \t")
        message = Localized(
            id=f'"{shown}" tidak tampil: baris ini diapit garis tegak, kepala tabelnya tidak',
            en=f'"{shown}" is not shown: this row has upright lines at its edges, and the head has none',
        )
        help_ = Localized(id=f"tulis {spoken.brief(bare)}", en=f"write {spoken.brief(bare)}")
        fits = len(row.cells()) <= columns
        fix = (Edit(positions.span(row.start, row.start + len(row.text)), bare),) if fits and all(row.framed) else ()
        return Finding(document.path, span, message, help_, fix)
    wide = f"{spoken.brief(text[head.start : head.start + len(head.text)].rstrip('| '), 60)}{' | ...' * (many - columns)} |"
    if many - columns > 1:
        return Finding(document.path, span, *_several([text[a:b].strip() for a, b in lost], many, columns, wide, last))
    message = Localized(
        id=f'"{shown}" tidak tampil: baris ini punya {many} sel, kepala tabelnya {columns}',
        en=f'"{shown}" is not shown: this row has {many} cells, and the head of the table {columns}',
    )
    return Finding(
        document.path,
        span,
        message,
        Localized(
            id=f'tambahkan kolom di kepala tabel: {wide}; kalau garis tegaknya bagian tulisan, tulis "{last} \\| {shown}"',
            en=f'add a column to the head: {wide}; where the upright line is a part of the words, write "{last} \\| {shown}"',
        ),
    )


def _several(lost: list[str], many: int, columns: int, wide: str, last: str) -> tuple[Localized, Localized]:
    """The words for a row that is at least two cells too long: how many, and which of them hold something."""
    named, joined = terms.listed([spoken.brief(cell, 40) for cell in lost], 6), spoken.brief(" \\| ".join(lost), 60)
    return Localized(
        id=f"{len(lost)} sel tidak tampil: {named}; baris ini punya {many} sel, kepala tabelnya {columns}",
        en=f"{len(lost)} {'cells are' if len(lost) > 1 else 'cell is'} not shown: {named}; this row has {many} cells, and the head {columns}",
    ), Localized(
        id=f"tambahkan {many - columns} kolom di kepala tabel dan di baris di bawahnya: {wide}; kalau garis tegaknya bagian tulisan, "
        f'tulis "{last} \\| {joined}"',
        en=f"add {many - columns} columns to the head and to the row below it: {wide}; where the upright lines are a part of the words, "
        f'write "{last} \\| {joined}"',
    )
