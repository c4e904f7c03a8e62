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
from rantau.text import spoken
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
    wide = f"{spoken.brief(text[head.start : head.start + len(head.text)].rstrip('| '), 60)} | ... |"
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
