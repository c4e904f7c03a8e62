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

from rantau.model import Document, Finding, Image, Library, Localized, Severity
from rantau.text import spoken, spots
from rantau.text.names import nearest

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


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Images of the front matter without a file."""
    for name, image in spots.named_images(document):
        if image.src and not spots.elsewhere(image.src) and (image.file is None or image.file not in library.assets):
            message = Localized(
                id=f'gambar "{spoken.brief(image.src)}" tidak ada di content/images atau di folder artikel ini',
                en=f'the image "{spoken.brief(image.src)}" is neither in content/images nor beside this article',
            )
            yield Finding(document.path, document.span(name), message, _help(document, library, image))


def _help(document: Document, library: Library, image: Image) -> Localized:
    places = (PurePosixPath("images"), document.path.parent)
    # Endings are left out of the comparison: they make all names alike.
    names = {path.stem: path.name for path, asset in library.assets.items() if asset.format and path.parent in places}
    meant = names.get(nearest(PurePosixPath(image.src).stem, names))
    if meant:
        return Localized(id=f'maksud Anda "{meant}"?', en=f'did you mean "{meant}"?')
    return Localized(
        id="simpan gambarnya di content/images dengan nama ini, atau kosongkan isian ini",
        en="save the image in content/images under this name, or leave this entry empty",
    )
