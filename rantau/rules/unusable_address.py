"""An old address in `redirect_from` cannot lead anywhere.

Readers who kept the old link would find nothing, and nobody would notice.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/../keluar/]
    #               ^^^^^^^^^^^
    ---
    at: 5:17

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from:
      - /berita/visa/
      - /foto.jpg
    ---
    at: 7:5

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/berita/visa-kerja/, berita/visa.html, "https://portal.example/visa?id=7"]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/lama.php, /Berita/Visa Kerja/]
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.addresses import old_address

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Isian redirect_from memuat alamat lama tulisan ini, supaya tautan yang sudah tersebar tetap sampai. Alamat lama "
        "adalah alamat halaman, misalnya /berita/visa-kerja/ atau /berita/visa.html: huruf, angka, dan tanda hubung. "
        'Alamat yang keluar dari situs (".."), alamat gambar atau berkas, dan nama yang dipakai situs sendiri tidak bisa dialihkan.'
    ),
    en=(
        "The entry redirect_from holds old addresses of this text, so that links that people kept still arrive. An old address "
        "is that of a page, such as /berita/visa-kerja/ or /berita/visa.html: letters, digits and hyphens. Addresses that lead "
        'out of the site (".."), those of pictures or files, and names that the site itself uses cannot be led on.'
    ),
)


def check(document: Document, _library: Library) -> Iterator[Finding]:
    """Old addresses that give no page."""
    for number, written in enumerate(document.fields.redirect_from if document.fields is not None else ()):
        if old_address(written):
            continue
        shown = spoken.brief(written)
        yield Finding(
            document.path,
            document.span(f"redirect_from.{number}"),
            Localized(
                id=f'alamat lama "{shown}" tidak bisa dialihkan ke tulisan ini',
                en=f'the old address "{shown}" cannot be led on to this text',
            ),
            Localized(
                id="tulis alamat halamannya saja, misalnya /berita/visa-kerja/, atau hapus baris ini",
                en="write the page's address alone, such as /berita/visa-kerja/, or delete this line",
            ),
        )
