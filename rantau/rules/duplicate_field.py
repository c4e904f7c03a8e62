"""A field is written twice.

Only one of the two values could be shown, and nobody could tell which.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    title: Tentang kami
    ---
    at: 3:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: https://kp2mi.go.id/panduan
      - title: Syarat visa
        url: https://kp2mi.go.id/syarat
    ---
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Setiap isian hanya boleh ditulis satu kali, karena situs tidak tahu nilai mana yang berlaku. Hapus salah "
        "satu baris. Kalau Anda ingin menulis beberapa nilai, misalnya beberapa topik, tulis sebagai satu daftar: "
        "tags: [visa, paspor]."
    ),
    en=(
        "Each entry may be written only once, because the site cannot know which value counts. Delete one of the "
        "lines. To give several values, such as several topics, write one list: tags: [visa, passport]."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    field = spoken.field(defect.values.get("field", ""))
    first = defect.values.get("first_line", "")
    return (
        Localized(
            id=f"isian {field.id} sudah ditulis di baris {first}",
            en=f"the entry {field.en} is already written on line {first}",
        ),
        Localized(
            id="hapus salah satu baris, atau gabungkan kedua nilainya menjadi satu daftar",
            en="delete one of the two lines, or join both values in one list",
        ),
    )
