"""A description says word for word what the title or the first sentences say.

Cards show title and description one below the other, and the page shows the description above the text: readers read
the same twice.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Pekerja migran perlu menyiapkan beberapa surat sebelum mengajukan visa kerja.
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    date: 2025-03-01
    ---

    Pekerja migran perlu menyiapkan beberapa **surat** sebelum mengajukan visa kerja. Ini daftarnya.
    at: 3:14

Bad:
    ---
    title: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
    at: 3:14

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Pekerja migran perlu menyiapkan beberapa surat sebelum mengajukan visa kerja.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat untuk visa kerja yang perlu disiapkan pekerja migran sebelum berangkat.
    date: 2025-03-01
    ---

    Surat untuk visa kerja ada empat.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    description: Tentang kami
    ---

    Tentang kami: beberapa orang yang menulis.
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text.repetition import letters

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Ringkasan pada isian "description" sebaiknya kalimat tersendiri. Kalau sama persis dengan judul atau dengan '
        "kalimat pertama tulisan, pembaca membaca hal yang sama dua kali dan tidak tahu apa lagi isinya. Ini hanya "
        "peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'The summary in the entry "description" should be a sentence of its own. If it is the title or the first sentence '
        "of the text word for word, readers read the same twice and do not learn what else is in it. This is only a "
        "warning; the text can be published."
    ),
)

# Fewer letters agree by chance, or because there is only one way to say it; a Japanese one stands for a syllable or more.
_LEAST = {"ja": 18}
_LEAST_OTHERS = 36


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Descriptions that are the title, or the start of the body below its headings."""
    fields, body = document.fields, document.body
    if fields is None or body is None or not fields.description:
        return
    said = letters(fields.description)
    if len(said) < _LEAST.get(document.language, _LEAST_OTHERS):
        return
    if said == letters(fields.title or ""):
        yield _finding(document, Localized("judul", "the title"))
    elif letters(_opening(document, 3 * len(fields.description) + 300)).startswith(said):
        yield _finding(document, Localized("kalimat pertama tulisan", "the first sentence of the text"))


def _opening(document: Document, size: int) -> str:
    """About `size` characters from the start of the body's words, without the headings they start with."""
    body = document.body
    if body is None:
        return ""
    lines = body.text[:size].split("\n")
    for heading in body.headings:
        if not lines or lines[0] != heading.text:
            break
        lines.pop(0)
    return "\n".join(lines)


def _finding(document: Document, same: Localized) -> Finding:
    return Finding(
        document.path,
        document.span("description"),
        Localized(id=f"ringkasan ini sama persis dengan {same.id}", en=f"this summary is {same.en} word for word"),
        Localized(
            id="tulis dengan kata lain: siapa yang perlu membaca ini, dan apa yang akan ia ketahui",
            en="say it in other words: who should read this, and what they will learn",
        ),
    )
