"""The words about an image are in another language than the page.

A screen reader speaks them with the sounds of the page's language, and nobody understands them.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: A passport on the table
    #    ^^^^^^^^^^^^^^^^^^^^^^^
    ---
    at: 6:6

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Two workers standing in front of a factory](/images/visa.jpg)
    at: 5:3

Bad:
    path: en/artikel/2025/paspor.md
    ---
    title: How to get a passport
    description: Where a passport is made, what it costs, and how long it takes before you can collect it.
    date: 2025-03-01
    img: visa.jpg
    alt: Paspor di atas meja dan surat
    ---

    Bring your papers.
    at: 6:6

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: Paspor di atas meja
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Logo Specified Skilled Worker](/images/visa.jpg)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Poster "Know the law before you go" di dinding](/images/visa.jpg)

Good:
    path: en/artikel/2025/paspor.md
    ---
    title: How to get a passport
    description: Where a passport is made, what it costs, and how long it takes before you can collect it.
    date: 2025-03-01
    img: visa.jpg
    alt: A passport on the table
    ---

    Bring your papers.
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken, spots, tongue

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Penjelasan gambar dibacakan oleh ponsel kepada pembaca tunanetra, dengan lafal bahasa halaman itu. Penjelasan "
        "berbahasa Inggris di halaman Indonesia terdengar kacau. Tulis dalam bahasa halamannya. Ini hanya peringatan; "
        "tulisan tetap bisa terbit."
    ),
    en=(
        "The words about an image are read out by the phone to blind readers, with the sounds of the page's language. "
        "English words on an Indonesian page become noise. Write them in the page's own language. This is only a warning; "
        "the text can be published."
    ),
)

_FEWEST = 4


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Alternative texts of four words or more in one of the site's other languages."""
    for _, alt, place in spots.pictures(document):
        found = tongue.guess_brief(tongue.unquoted(alt)) if tongue.words(alt) >= _FEWEST else ""
        if found and found != document.language:
            page, other = tongue.named(document.language), tongue.named(found)
            yield Finding(
                document.path,
                place,
                Localized(
                    id=f'penjelasan gambar "{spoken.brief(alt)}" berbahasa {other.id}, halamannya berbahasa {page.id}',
                    en=f'the words "{spoken.brief(alt)}" about the image are {other.en}, the page is {page.en}',
                ),
                Localized(
                    id=f"tulis apa yang terlihat dalam bahasa {page.id}",
                    en=f"say what can be seen in {page.en}",
                ),
            )
