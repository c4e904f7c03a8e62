"""An image that the front matter names is not there.

The card or the article would show a hole.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: vias.jpg
    #    ^^^^^^^^
    alt: Paspor di atas meja
    ---
    at: 5:6

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Siti Aminah
      img: siti.svg
    ---
    at: 7:8

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: Paspor di atas meja
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    imgContentBerita: /images/visa.jpg
    alt: Paspor di atas meja
    img2:
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images:
      - src: visa.jpg
        alt: Paspor di atas meja
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken, spots

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Isian img, imgContentBerita, img2, dan images memuat nama berkas gambar yang disimpan di content/images atau "
        "di folder artikelnya. Laporan ini muncul kalau berkasnya tidak ada, misalnya karena salah ketik atau belum "
        "ikut disimpan. Huruf besar dan kecil dibedakan: Visa.jpg bukan visa.jpg."
    ),
    en=(
        "The entries img, imgContentBerita, img2 and images hold names of image files kept in content/images or "
        "beside the article. This is reported when there is no such file, because of a typing mistake or because it "
        "was never saved. Capitals count: Visa.jpg is not visa.jpg."
    ),
)

_OTHERWISE = Localized("; atau kosongkan isian ini", "; or leave this entry empty")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Images of the front matter without a file."""
    for name, image in spots.named_images(document):
        if image.src and not spots.elsewhere(image.src) and (image.file is None or image.file not in library.assets):
            message = Localized(
                id=f'gambar "{spoken.brief(image.src)}" tidak ada di content/images atau di folder artikel ini',
                en=f'the image "{spoken.brief(image.src)}" is neither in content/images nor beside this article',
            )
            near = spots.nearest_file(image.src, _beside(document, library))
            fix = (Edit(document.span(name), near),) if near.casefold() == image.src.casefold() else ()
            yield Finding(document.path, document.span(name), message, spots.keep(image.src, near, _OTHERWISE), fix)


def _beside(document: Document, library: Library) -> frozenset[str]:
    """The names of the images that this document's front matter can name."""
    places = (PurePosixPath("images"), document.path.parent)
    return frozenset(path.name for path, asset in library.assets.items() if asset.format and path.parent in places)
