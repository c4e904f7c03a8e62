"""A file has no title.

Every page's heading, its entry in the lists and in the search come from the title.

Bad:
    path: tentang.md
    ---
    title:
    ---
    at: 2:1

Bad:
    path: tentang.md
    ---
    description: Siapa yang membuat situs ini, untuk siapa, dan bagaimana cara menghubungi kami.
    ---
    at: 1:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    path: index.md
    ---
    description: Informasi kerja ke luar negeri untuk pekerja migran Indonesia dan keluarganya.
    ---

Good:
    path: tentang.md
    ---
    title: 2025
    ---
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Judul ditulis pada isian "title" di bagian atas berkas. Tanpa judul, halaman tidak bisa muncul di daftar, di '
        "pencarian, dan di bagian atas halaman. Tulis judul yang menyebut isi tulisan dengan jelas."
    ),
    en=(
        'The title is the entry "title" at the top of the file. Without one, a page cannot appear in lists, in the '
        "search or above its own text. Write a title that says plainly what the text is about."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return (
        Localized(id="berkas ini belum punya judul", en="this file has no title yet"),
        Localized(
            id='tulis judulnya pada isian "title", misalnya title: Cara membuat paspor',
            en='write it in the entry "title", such as title: How to get a passport',
        ),
    )
