"""An image comes from another server.

It tells strangers who reads the page, costs data that nobody here has made small, mostly belongs to somebody else, and is gone
one day.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Peta](https://gambar.example/peta.png)
    at: 5:9

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images:
      - src: https://gambar.example/visa.jpg
        alt: Paspor di atas meja
    ---
    at: 6:10

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: //gambar.example/visa.jpg
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^
    alt: Paspor di atas meja
    ---
    at: 5:6

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor](/images/visa.jpg)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Petanya ada di [situs kementerian](https://kp2mi.go.id/peta.png).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Jangan menulis `![Peta](https://gambar.example/peta.png)`.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images:
      - src: visa.jpg
        alt: Paspor di atas meja
        credit: https://gambar.example/visa.jpg
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity, Span
from rantau.text import spoken, spots

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Gambar disimpan di content/images, tidak diambil dari situs lain. Gambar dari situs lain bisa hilang atau diganti, "
        "boros kuota pembaca, biasanya milik orang lain, dan pemilik situs itu tahu siapa saja yang membaca halaman ini. "
        "Kalau gambar itu boleh dipakai, simpan berkasnya; kalau tidak, pakai gambar lain."
    ),
    en=(
        "Images are kept in content/images, not fetched from another site. An image of another site can vanish or be "
        "replaced, costs readers' data, mostly belongs to somebody else, and that site's owner learns who reads this page. "
        "If it may be used, save its file; if not, use another image."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Images of the body and of the front matter whose address leads to another server."""
    for link in document.body.links if document.body is not None else ():
        if link.image and spots.elsewhere(link.destination):
            action = Localized(
                id="kalau gambar itu boleh dipakai, simpan di content/images lalu tulis ![penjelasan](/images/nama.jpg)",
                en="if it may be used, save it in content/images and write ![what it shows](/images/name.jpg)",
            )
            yield _finding(document, link.span, link.destination, action)
    for name, image in spots.named_images(document):
        if spots.elsewhere(image.src):
            action = Localized(
                id="kalau gambar itu boleh dipakai, simpan di content/images lalu tulis nama berkasnya saja, misalnya paspor.jpg",
                en="if it may be used, save it in content/images and write just the file's name, such as passport.jpg",
            )
            yield _finding(document, document.span(name), image.src, action)


def _finding(document: Document, place: Span, source: str, action: Localized) -> Finding:
    shown = spoken.brief(" ".join(source.split()))
    message = Localized(id=f'gambar "{shown}" diambil dari situs lain', en=f'the image "{shown}" is fetched from another site')
    return Finding(document.path, place, message, action)
