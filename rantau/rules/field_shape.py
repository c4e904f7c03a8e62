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
    sources: Panduan visa
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
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Beberapa isian berisi satu teks (title), beberapa berisi daftar (tags), dan beberapa berisi kelompok isian "
        '(author dengan name di bawahnya). Laporan ini muncul kalau bentuknya tertukar. Tulis daftar dengan "- " di '
        "depan tiap butir, dan kelompok dengan isian yang menjorok dua spasi."
    ),
    en=(
        "Some entries hold one text (title), some a list (tags), some a group of named values (author with name below "
        'it). This is reported when the shape is another one. Write a list with "- " before each item, a group with '
        "entries indented by two blanks."
    ),
)

_HELP = {
    "text": Localized(
        id="tulis satu teks saja di baris yang sama, misalnya title: Judul tulisan; kalau diawali tanda kurung, apit "
        "dengan tanda kutip",
        en="write just one text on the same line, such as title: A title; put it in quotes when it starts with a bracket",
    ),
    "list": Localized(
        id='tulis satu butir tiap baris dengan "- " di depannya, atau semuanya dalam kurung siku: [visa, paspor]',
        en='write one item a line with "- " before it, or all in brackets: [visa, passport]',
    ),
    "group": Localized(
        id="tulis isiannya di baris-baris di bawahnya, menjorok dua spasi, misalnya name: Siti Aminah",
        en="write its values on the lines below, indented by two blanks, such as name: Siti Aminah",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    field = spoken.field(defect.values.get("field", ""))
    expected_name = defect.values.get("expected", "text")
    expected, got = spoken.shape(expected_name), spoken.shape(defect.values.get("got", "text"))
    message = Localized(
        id=f"isian {field.id} seharusnya {expected.id}, tetapi di sini {got.id}",
        en=f"the entry {field.en} should be {expected.en}, but here it is {got.en}",
    )
    return message, _HELP.get(
        expected_name, Localized(id=f"tulis {expected.id} pada isian ini", en=f"write {expected.en} in this entry")
    )
