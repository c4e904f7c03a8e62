"""A field's name is not one that the site knows.

A mistyped name would be ignored in silence, and the date or the country would be missing from the page.

Bad:
    path: tentang.md
    ---
    titel: Tentang
    title: Tentang Rantau
    ---
    at: 2:1

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - judul: Panduan visa
    ---
    at: 6:5

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    Title: Tentang kami
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
    tags: [visa]
    stage: persiapan
    ---

Good:
    path: tentang.md
    ---
    title: Title
    description: "title: itu nama isian, dan di sini bagian dari kalimat yang diapit tanda kutip."
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    updated:
    alt:
    sources:
      - title: Panduan visa
        publisher: KP2MI
    ---
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Situs hanya mengenal nama isian tertentu, seperti title, description, date, tags, dan countries. Nama lain "
        "dilaporkan, karena biasanya salah ketik dan nilainya akan hilang tanpa tanda. Perbaiki namanya, atau hapus "
        "barisnya."
    ),
    en=(
        "The site knows certain entries, such as title, description, date, tags and countries. Other names are "
        "reported, because they are mostly typing mistakes and their value would be lost without a sign. Correct the "
        "name, or delete the line."
    ),
)

# What the entries of a list may have, one a line.
_ENTRIES = {
    "sources": "title, publisher, url, date, key",
    "figures": "label, value, unit, date, source",
    "images": "src, alt, caption, credit, license",
    "overview": "label, value, source, verified_on",
    "author": "name, img",
    "costs": "item, amount, currency, payer, source",
    "what_ifs": "question, answer, source",
} | dict.fromkeys(("audience", "duration", "languages", "tests", "steps", "documents", "risks", "actions"), "text, source")


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    field, nearest = spoken.field(defect.values.get("field", "")), defect.values.get("nearest", "")
    message = Localized(
        id=f"{field.id} bukan isian yang dikenal untuk berkas seperti ini",
        en=f"{field.en} is not an entry that a file like this can have",
    )
    if parent := defect.values.get("parent", ""):
        item = spoken.brief(defect.values["item"], 100)
        return Localized(
            id=f'{field.id} adalah isian dari "{parent}", tetapi tidak menjorok di bawahnya',
            en=f'{field.en} is an entry of "{parent}", but not indented below it',
        ), Localized(
            id=f'tulis "  {item}" di bawah "{parent}:" (dua spasi, tanda hubung, satu spasi)',
            en=f'write "  {item}" below "{parent}:" (two blanks, a hyphen, a blank)',
        )
    if nearest and "other_line" in defect.values:
        return _doubled(defect, field, message)
    if nearest:
        return message, Localized(id=f'maksud Anda "{nearest}"?', en=f'did you mean "{nearest}"?')
    parent = defect.values.get("field", "").partition(".")[0]
    if "." in defect.values.get("field", "") and parent in _ENTRIES:
        entries = _ENTRIES[parent]
        return message, Localized(id=f"yang boleh ditulis di sini: {entries}", en=f"what may stand here: {entries}")
    return message, Localized(
        id="hapus baris ini bila tidak perlu; isian yang ada tercantum di CONTRIBUTING.md",
        en="delete this line if it is not needed; the entries that exist are listed in CONTRIBUTING.md",
    )


def _doubled(defect: Defect, field: Localized, message: Localized) -> tuple[Localized, Localized]:
    """The words for a name that means what another line of the same group says already."""
    nearest, line, other, other_line = (defect.values[name] for name in ("nearest", "line", "other", "other_line"))
    first, second = sorted((line, other_line), key=int)
    left_id, left_en = (
        ("", "") if other == nearest else (f', lalu namai yang tersisa "{nearest}"', f', and name the other "{nearest}"')
    )
    if "same" not in defect.values:
        return message, Localized(
            id=f'kalau maksud Anda "{nearest}", isian itu sudah ada di baris {other_line}; kalau bukan, hapus baris ini',
            en=f'if you mean "{nearest}", that entry is already on line {other_line}; if not, delete this line',
        )
    return Localized(
        id=f'isian {field.id} sama dengan "{other}" di baris {other_line}',
        en=f'the entry {field.en} is the same as "{other}" on line {other_line}',
    ), Localized(
        id=f"hapus salah satu: baris {first} atau baris {second}{left_id}",
        en=f"delete one of them: line {first} or line {second}{left_en}",
    )
