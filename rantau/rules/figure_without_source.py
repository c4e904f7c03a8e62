"""A figure of the front matter does not say where it comes from.

Figures stand in a box of their own, are quoted and passed on; one without a source cannot be checked by anybody.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources: [{title: Laporan tahunan}, {title: Siaran pers}]
    figures:
      - label: Penempatan pada 2024
        value: "297.434"
    #          ^^^^^^^^^
    ---
    at: 8:12

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    figures: [{label: Penempatan pada 2024, value: '297.434', source: ''}]
    at: 5:48
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    figures:
      - label: Penempatan pada 2024
        value: "297.434"
        source: Laporan tahunan 2024
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources: [{title: Laporan tahunan 2024}]
    figures: [{label: Penempatan pada 2024, value: '297.434'}]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    figures:
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Angka pada isian figures tampil di kotak sendiri dan sering diteruskan orang. Karena itu setiap angka perlu "
        "sumbernya: isian source di bawah value, misalnya source: Laporan tahunan BP2MI 2024. Kalau tulisan ini hanya punya "
        "satu sumber pada isian sources, angka dianggap dari sumber itu. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "Figures stand in a box of their own and are often passed on. So each one needs its source: an entry source below "
        "value, such as source: Annual report 2024. If the article has just one source in sources, its figures are taken to "
        "come from that one. This is only a warning; the text can be published."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Figures with neither a source of their own nor a single source of the article that could be theirs."""
    fields = document.fields
    if fields is None or len(fields.sources) == 1:
        return
    for number, figure in enumerate(fields.figures):
        if figure.source.strip() or not (figure.value or figure.label):
            continue
        at = next((n for n in ("value", "label") if f"figures.{number}.{n}" in fields.spans), "")
        shown = spoken.brief(f"{figure.value} {figure.unit}".strip() or figure.label, 40)
        yield Finding(
            document.path,
            document.span(f"figures.{number}.{at}" if at else "figures"),
            Localized(
                id=f'angka "{shown}" tidak menyebut sumber' + ("" if figure.date else " dan tanggalnya"),
                en=f'the figure "{shown}" names no source' + ("" if figure.date else " and no date"),
            ),
            Localized(
                id="tambahkan di bawahnya source: nama laporan dan tahunnya; kalau sumbernya tidak ada, hapus angka ini",
                en="add below it source: name and year of the report; if there is no source, delete this figure",
            ),
        )
