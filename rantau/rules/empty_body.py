"""A published article or program sheet has no words below its front matter.

The card promises a text, and the reader who waited for the page finds none.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    at: 5:1

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    ---

    ---
    at: 5:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    | Surat | Dari |
    |---|---|
    | Izin keluarga | Desa |

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    ![Surat izin dari desa](/images/visa.jpg)

Good:
    ---
    title: Pesan penipu
    description: Pesan yang dikirim penipu kepada calon pekerja migran, apa adanya, supaya mudah dikenali.
    date: 2025-03-01
    ---

    ```
    Selamat, Anda diterima bekerja. Transfer hari ini.
    ```

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    status: draft
    ---

    ---

Good:
    path: negara/jepang.md
    ---
    title: Bekerja di Jepang
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Kind, Library, Localized, Severity, Span

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Isi artikel ditulis di bawah baris "---" yang kedua. Laporan ini muncul kalau di sana belum ada tulisan. Kalau '
        'artikelnya belum selesai, tulis "status: draft" di bagian atas berkas; artikel itu tidak terbit sampai baris itu '
        "dihapus."
    ),
    en=(
        'The text of an article stands below the second line "---". This is reported when there are no words yet. If the '
        'article is not finished, write "status: draft" at the top of the file; it stays unpublished until that line is '
        "deleted."
    ),
)

_KINDS = {
    Kind.ARTICLE: Localized("artikel ini belum berisi tulisan", "this article has no text yet"),
    Kind.SHEET: Localized("lembar program ini belum berisi tulisan", "this program sheet has no text yet"),
}


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Published articles and sheets without words; those of an image, which are read out, and code are words."""
    body = document.body
    if document.kind not in _KINDS or document.fields is None or body is None or document.draft:
        return
    # What is refused in a body, such as HTML, is reported by its own rule.
    if (
        body.words
        or "<pre>" in body.html
        or any(link.image and link.label for link in body.links)
        or any(d.span.line >= document.body_line for d in document.defects)
    ):
        return
    line = max(1, document.body_line - 1)
    yield Finding(
        document.path,
        Span(line, 1, line, 1),
        _KINDS[document.kind],
        Localized(
            id='tulis isinya di bawah baris "---" yang kedua; kalau belum selesai, tulis "status: draft" di bagian atas',
            en='write the text below the second line "---"; if it is not finished, write "status: draft" at the top',
        ),
    )
