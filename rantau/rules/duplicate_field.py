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
        "satu baris. Hanya isian yang memang berisi daftar, misalnya tags dan countries, yang nilainya digabung menjadi "
        "satu daftar: tags: [visa, paspor]."
    ),
    en=(
        "Each entry may be written only once, because the site cannot know which value counts. Delete one of the "
        "lines. Only where an entry holds a list, as tags and countries do, the values become one list: "
        "tags: [visa, passport]."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    name, first = defect.values.get("field", ""), defect.values.get("first_line", "")
    field, joined = spoken.field(name), defect.values.get("joined", "")
    message = Localized(
        id=f"isian {field.id} sudah ditulis di baris {first}",
        en=f"the entry {field.en} is already written on line {first}",
    )
    line = defect.values.get("line", "")
    form = defect.values.get("form", "")
    if joined:
        right = f"{name}: [{spoken.brief(joined)}]"
        return message, Localized(
            id=f"tulis dalam satu baris, lalu hapus baris yang lain: {right}",
            en=f"write one line, then delete the other: {right}",
        )
    if form in ("names", "records"):
        return message, Localized(
            id=f"pindahkan butir-butirnya ke bawah baris {first}, lalu hapus baris {line}",
            en=f"move its items below line {first}, then delete line {line}",
        )
    if form == "item":
        return message, Localized(
            id=f"hapus salah satu: baris {first} atau baris {line}; kalau ini butir baru, tulis tanda hubung di depannya: "
            f'"- {name}: ..."',
            en=f"delete one of them: line {first} or line {line}; if this is a new item, write a hyphen before it: "
            f'"- {name}: ..."',
        )
    return message, Localized(
        id=f"pertahankan satu baris dan hapus yang lain: baris {first} atau baris {line}",
        en=f"keep one line and delete the other: line {first} or line {line}",
    )
