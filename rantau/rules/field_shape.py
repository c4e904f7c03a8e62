"""A field's value has another shape than the field needs: a list for a text, a text for a group.

Guessing would publish "['a', 'b']" as somebody's title.

Bad:
    path: tentang.md
    ---
    title: [Tentang, Rantau]
    ---
    at: 2:8

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources: https://kp2mi.go.id/panduan
    ---
    at: 5:10

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images: [visa.jpg]
    ---
    at: 5:10

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
    tags:
      - visa
      - GOES JAPAN
    sources:
      - title: Panduan visa
        url: https://kp2mi.go.id/panduan
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Siti Aminah
    ---

Good:
    ---
    title: "[Pembaruan] Surat untuk visa kerja"
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: visa
    sources:
      title: Panduan visa
      url: https://kp2mi.go.id/panduan
    ---
"""

import re

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Beberapa isian berisi satu teks (title), beberapa berisi daftar (tags), dan beberapa berisi beberapa baris, "
        'misalnya sources dengan title dan url. Laporan ini muncul kalau bentuknya tertukar. Tulis daftar dengan "- " di '
        "depan tiap butir, dan baris-baris milik satu butir menjorok dua spasi di bawahnya."
    ),
    en=(
        "Some entries hold one text (title), some a list (tags), and some several lines, such as sources with title and "
        'url. This is reported when the shape is another one. Write a list with "- " before each item, and the lines of '
        "one item indented by two blanks below it."
    ),
)

# field -> its first and second line as they should be (id, en)
_LINES = {
    "sources": (("- title: Judul halaman", "url: https://..."), ("- title: Title of the page", "url: https://...")),
    "figures": (("- label: Upah minimum", "value: 30.000"), ("- label: Minimum wage", "value: 30.000")),
    "images": (("- src: paspor.jpg", "alt: Apa yang terlihat"), ("- src: passport.jpg", "alt: What it shows")),
    "overview": (("- label: Biaya", "value: Gratis"), ("- label: Fee", "value: None")),
    "costs": (("- item: Visa", "amount: 330.000"), ("- item: Visa", "amount: 330.000")),
    "what_ifs": (("- question: Pertanyaan?", "answer: Jawaban."), ("- question: A question?", "answer: An answer.")),
} | dict.fromkeys(
    ("audience", "duration", "languages", "tests", "steps", "documents", "risks", "actions"),
    (("- text: Satu kalimat", "source: nama-sumber"), ("- text: One sentence", "source: key-of-a-source")),
)
_DATES = ("date", "updated", "verified_on", "review_by", "expires")
# field -> an example of its text (id, en)
_TEXTS = {
    "title": ("title: Judul tulisan", "title: A title"),
    "description": ("description: Satu atau dua kalimat", "description: One or two sentences"),
    "stage": ("stage: persiapan", "stage: persiapan"),
    "status": ("status: draft", "status: draft"),
    "img": ("img: paspor.jpg", "img: passport.jpg"),
    "alt": ("alt: Apa yang terlihat", "alt: What it shows"),
    "author": ("author: redaksi", "author: redaksi"),
} | {name: (f"{name}: 2025-10-31", f"{name}: 2025-10-31") for name in _DATES}
_LIST = Localized(
    id='tulis satu butir tiap baris dengan "- " di depannya, atau semuanya dalam kurung siku: [visa, paspor]',
    en='write one item a line with "- " before it, or all in brackets: [visa, passport]',
)
_ITEM = Localized(
    id='setiap butir cukup satu teks, misalnya "- visa"; kalau teksnya memuat titik dua, apit dengan tanda kutip',
    en='each item is just one text, such as "- visa"; put it in quotes when it holds a colon',
)


_MARKED = re.compile(r"""^[\[{&*!|>@`%"'#-]|: |:$| #""")


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    name = defect.values.get("field", "")
    field, expected = spoken.field(name), spoken.shape(defect.values.get("expected", "text"))
    got = spoken.shape(defect.values.get("got", "text"))
    message = Localized(
        id=f"isian {field.id} seharusnya {expected.id}, tetapi di sini {got.id}",
        en=f"the entry {field.en} should be {expected.en}, but here it is {got.en}",
    )
    value = spoken.brief(defect.values.get("value", ""))
    return message, _help(name, defect.values.get("expected", "text"), defect.values.get("got", "text"), value)


def _help(name: str, expected: str, got: str, value: str) -> Localized:
    first, *_, last = name.split(".") if "." in name else (name, name)
    if expected == "list":
        return _LIST
    if expected == "group":
        (id_1, id_2), (en_1, en_2) = _LINES.get(
            first, (("- nama: isinya", "nama lain: isinya"), ("- name: value", "name: value"))
        )
        if value and got == "text":
            # What the editor wrote is kept: an address goes where the addresses of a source stand, the rest comes first.
            address = value.startswith(("http://", "https://", "www.")) and first == "sources"
            id_2, en_2 = (f"url: {value}", f"url: {value}") if address else (id_2, en_2)
            kept = id_1.partition(": ")[0] + f": {_plain(value)}"
            id_1, en_1 = (id_1, en_1) if address else (kept, kept)
        return Localized(
            id=f'tulis "{id_1}" di baris sendiri di bawah "{first}:", dan di bawahnya "{id_2}" menjorok',
            en=f'write "{en_1}" on a line of its own below "{first}:", and "{en_2}" indented below it',
        )
    if last.isdigit():
        if not value:
            return _ITEM
        item = f'- "{value}"' if '"' not in value else f"- '{value}'"
        return Localized(
            id=f"setiap butir cukup satu teks, diapit tanda kutip kalau memuat titik dua: {item}",
            en=f"each item is just one text, in quotes when it holds a colon: {item}",
        )
    if value and last not in _DATES:
        right = f"{last}: {_plain(value)}"
        return Localized(
            id=f"tulis satu teks saja di baris yang sama: {right}", en=f"write just one text on the same line: {right}"
        )
    such_id, such_en = _TEXTS.get(last, (f"{last}: isinya", f"{last}: its text"))
    quotes_id, quotes_en = (
        ("; kalau diawali tanda kurung siku, apit dengan tanda kutip", "; put it in quotes when it starts with a bracket")
        if got == "list"
        else ("", "")
    )
    return Localized(
        id=f"tulis satu teks saja di baris yang sama, misalnya {such_id}{quotes_id}",
        en=f"write just one text on the same line, such as {such_en}{quotes_en}",
    )


def _plain(value: str) -> str:
    """A text as it is written behind a field's name: in quotes where it would be read otherwise without."""
    if _MARKED.search(value) is None:
        return value
    return f'"{value}"' if '"' not in value else f"'{value}'"
