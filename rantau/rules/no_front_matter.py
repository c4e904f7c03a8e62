"""A file does not begin with front matter.

Without the lines between two "---" at its top a file has no title, so no page can be made of it.

Bad:
    path: tentang.md
    Rantau memuat informasi untuk pekerja migran.
    at: 1:1

Bad:
    path: tentang.md
    Catatan: sudah dibaca redaksi

    ---
    title: Tentang Rantau
    ---
    at: 1:1

Bad:
    path: tentang.md
    —
    title: Tentang Rantau
    —
    at: 1:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Rantau memuat informasi untuk pekerja migran.

Good:
    path: tentang.md

    ---
    title: Tentang Rantau
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Bagian pertama.

    ---

    Bagian kedua.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau — untuk siapa?
    ---

    —
"""

from rantau.model import Defect, Localized, Severity
from rantau.text.commands import NEW

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Setiap berkas dimulai dengan bagian atas: baris "---", lalu isian seperti "title: ..." satu per baris, '
        'lalu baris "---" lagi. Dari bagian itu situs mengambil judul, ringkasan, tanggal, dan negara. Tulisannya '
        f'menyusul di bawah baris --- kedua. Cara termudah memulai berkas baru: {NEW} "Judul '
        'tulisan".'
    ),
    en=(
        'Every file begins with its particulars: a line "---", then entries such as "title: ..." one a line, then '
        '"---" again. The site takes the title, summary, date and countries from there. The text follows below the '
        f'second line. The easiest start for a new file: {NEW} "Title".'
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return (
        Localized(
            id='berkas ini tidak dimulai dengan bagian atas di antara dua baris "---"',
            en='this file does not begin with particulars between two lines "---"',
        ),
        Localized(
            id='baris pertama harus tepat tiga tanda hubung: --- (Word sering mengubahnya menjadi —); di bawahnya "title: judul '
            'tulisan", lalu "description: ringkasannya", lalu --- lagi',
            en='the first line must be exactly three hyphens: --- (Word often turns them into —); below it "title: ...", then '
            '"description: ...", then --- again',
        ),
    )
