"""The picture at the top of an article has too few pixels: it is shown blurred.

Bad:
    made: a small photo
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: kecil.jpg
    #    ^^^^^^^^^
    alt: Paspor di atas meja
    ---
    at: 5:6

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: Paspor di atas meja
    ---

Good:
    path: images/bulat.svg
    <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: bulat.svg
    alt: Bulatan
    ---

Good:
    made: a small photo
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Siti Aminah
      img: kecil.jpg
    ---

    ![Cap kecil](kecil.jpg)
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken, spots
from rantau.text.commands import COVER
from rantau.text.pictures import CARD_WIDTH
from rantau.text.sharing import CARD_SIZE

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Gambar utama tampil lebar di atas artikel, di kartu daftar, dan di kiriman WhatsApp. Gambar yang terlalu kecil diperbesar "
        "lebih dari dua kali sehingga kabur. Pakai foto aslinya, bukan gambar kecil dari hasil pencarian. Sampul dapat juga "
        f"digambar: {COVER}. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "The main picture is shown wide above the article, on cards in lists and in WhatsApp. One that is too small is enlarged more "
        "than twice and looks blurred. Use the original photo, not a small one of a search's results. A cover can also be drawn: "
        f"{COVER}. This is only a warning; the text can be published."
    ),
)

# Twice as large is as far as a picture can be enlarged; the card beside the words is as high as the whole card.
_WIDTH, _HEIGHT = CARD_WIDTH // 2, CARD_SIZE[1] // 2
_MAIN = frozenset(("img", "imgContentBerita", "images.0.src"))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Main pictures with fewer pixels than cards need; drawings have no size."""
    for name, image in spots.named_images(document):
        asset = library.assets.get(image.file) if name in _MAIN and image.file is not None else None
        if asset is None or asset.format == "svg" or not asset.width or (asset.width >= _WIDTH and asset.height >= _HEIGHT):
            continue
        shown = spoken.brief(image.src)
        size = f"{asset.width} × {asset.height}"
        yield Finding(
            document.path,
            document.span(name),
            Localized(
                id=f'gambar "{shown}" hanya {size} piksel; kartunya memerlukan paling sedikit {_WIDTH} × {_HEIGHT}',
                en=f'the picture "{shown}" has only {size} pixels; its card needs at least {_WIDTH} × {_HEIGHT}',
            ),
            Localized(
                id=f"pakai foto aslinya, atau gambar sampul dengan {COVER}",
                en=f"use the original photo, or draw a cover with {COVER}",
            ),
        )
