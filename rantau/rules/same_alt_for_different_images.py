"""Two different images of an article have the same alternative text.

Who cannot see them is told twice of one picture and never of the other; mostly the text was copied with the line.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: Gambar belajar
    img2: foto-2.jpg
    alt2: Gambar belajar
    #     ^^^^^^^^^^^^^^
    ---
    made: a photo in a folder of images
    at: 8:7

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor di atas meja](/images/visa.jpg)

    ![Paspor di atas meja.](/images/foto-2.jpg)
    at: 7:3
    made: a photo in a folder of images

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: Paspor di atas meja
    img2: visa.jpg
    alt2: Paspor di atas meja
    ---

Good:
    made: a photo in a folder of images
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    imgContentBerita: foto-2.jpg
    alt: Paspor di atas meja
    ---

Good:
    path: tentang.md
    made: a photo in a folder of images
    ---
    title: Tentang Rantau
    ---

    ![Paspor di atas meja](/images/visa.jpg)

    ![Paspor di dalam tas](/images/foto-2.jpg)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken, spots
from rantau.text.names import fold

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Penjelasan gambar dibacakan kepada pembaca yang tidak bisa melihat. Kalau dua gambar yang berbeda memakai "
        "penjelasan yang sama, mereka tidak tahu apa yang terlihat pada gambar kedua. Tulis untuk setiap gambar apa yang "
        "terlihat di dalamnya. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "The words about an image are read out to readers who cannot see. When two different images have the same words, "
        "these readers do not learn what the second one shows. Say of each image what can be seen in it. This is only a "
        "warning; the text can be published."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Alternative texts that an earlier image of another name has already."""
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for source, alt, place in spots.pictures(document):
        name, key = PurePosixPath(source).name.casefold(), fold(alt).rstrip(".!")
        before = first.setdefault(key, source)
        if not key or PurePosixPath(before).name.casefold() == name or (key, name) in told:
            continue
        told.add((key, name))
        one, other, shown = spoken.brief(before, 40), spoken.brief(source, 40), spoken.brief(alt)
        yield Finding(
            document.path,
            place,
            Localized(
                id=f'penjelasan "{shown}" dipakai untuk dua gambar yang berbeda, "{one}" dan "{other}"',
                en=f'the words "{shown}" stand for two different images, "{one}" and "{other}"',
            ),
            Localized(
                id=f'tulis apa yang terlihat pada gambar "{other}", misalnya Siswa belajar di kelas',
                en=f'say what can be seen in the image "{other}", such as Students in a classroom',
            ),
        )
