"""An article has no date.

Readers cannot tell whether it still holds; it comes last in every list and is left out of feeds.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    ---
    at: 1:1

Bad:
    ---
    title: Surat untuk visa kerja
    date: ""
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    ---
    at: 3:7

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Kind, Library, Localized, Severity

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isian "date" adalah tanggal terbit tulisan, ditulis tahun-bulan-tanggal, misalnya 2025-10-31. Tanpa tanggal, '
        "pembaca tidak tahu apakah isinya masih berlaku, dan artikel ini muncul paling akhir di setiap daftar. Ini "
        "hanya peringatan; artikel tetap bisa terbit."
    ),
    en=(
        'The entry "date" is the day of publication, written year-month-day, such as 2025-10-31. Without it readers '
        "cannot tell whether a text still holds, and it comes last in every list. This is only a warning; the article "
        "can be published."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Articles without a date, unless what they say instead of one is reported already."""
    if document.kind is not Kind.ARTICLE or document.fields is None or document.fields.date is not None:
        return
    if any(defect.values.get("field") == "date" for defect in document.defects):
        return
    yield Finding(
        document.path,
        document.span("date"),
        Localized(id="artikel ini belum punya tanggal", en="this article has no date yet"),
        Localized(
            id='tulis tanggal terbitnya pada isian "date", misalnya date: 2025-10-31',
            en='write the day of publication in the entry "date", such as date: 2025-10-31',
        ),
    )
