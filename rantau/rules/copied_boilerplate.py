"""A line is left over from the page that a text was copied from: a teaser, an advertisement's place, a counter, an imprint.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Siapkan surat dari desa.

    Baca Juga: Guru Mengundurkan Diri, Ada Apa?

    SCROLL TO CONTINUE WITH CONTENT

    Bawa surat itu ke kantor. (dek/wnv)

    0 Komentar
    at: 7:1
    at: 9:1
    at: 11:27
    at: 13:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Siapkan surat dari desa.

    Simak juga Video 'Cara Membuat Paspor':

    **Pilihan Redaksi**

    Editor: Budi Santoso

    Copyright © Contoh 2025

    Read Entire Article
    at: 7:1
    at: 9:1
    at: 11:1
    at: 13:1
    at: 15:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Baca juga: pasal dua belas dan tiga belas kontrak Anda.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Baca juga: [cara membuat paspor](artikel/2025/paspor.md).

    Baca juga peraturannya sebelum berangkat.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Hapus baris seperti "Baca juga: ..." dan "SCROLL TO CONTINUE WITH CONTENT" sebelum menyimpan.

    - `Read Entire Article`

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Klik di sini untuk mengunduh [formulirnya](https://kp2mi.go.id/formulir.pdf) (suami/istri wajib mengisi).

    Editor: orang yang memeriksa tulisan sebelum terbit.

    Bawa surat nikah (asli/fotokopi). Isi nama (ibu/ayah)
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import debris, spoken
from rantau.text.links import scheme_of

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Baris seperti "Baca juga: ...", "SCROLL TO CONTINUE WITH CONTENT", "0 Komentar", atau "(abc/def)" terbawa saat '
        "menyalin dari situs berita. Bagi pembaca baris itu tidak ada gunanya, dan menunjukkan bahwa tulisan disalin: tulis "
        "ulang dengan kalimat sendiri. Baris Baca juga dengan tautan ke halaman situs ini tetap boleh. Ini hanya peringatan; "
        "tulisan tetap bisa terbit."
    ),
    en=(
        'Lines such as "Baca juga: ...", "SCROLL TO CONTINUE WITH CONTENT", "0 Komentar" or "(abc/def)" come along when a text '
        "is copied from a news site. They are of no use to readers and show that the text was copied: write it in your own "
        "sentences. A line Baca juga with a link to a page of this site is fine. This is only a warning; the text can be "
        "published."
    ),
)

# Who goes on in small letters names no headline: "Baca juga: pasal 12 kontrak Anda."
_OWN_WORDS = re.compile(r"[*_ \t]{0,6}(?:[Bb]aca|BACA|[Ll]ihat|[Ss]imak)[^:：]{0,30}[:：][ \t*_]{1,5}[a-z]")
_INSIDE = re.compile(r"\]\(\s*<?([^\s)>]{1,300})")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Lines of the body that are debris; one that stands alone and is certain is taken out by command."""
    numbers, end = debris.lines(document.prose), len(document.prose.rstrip())
    last = document.prose[document.prose.rfind("\n", 0, end) + 1 : end]
    signed = document.prose.count("\n", 0, end) if debris.byline(last) else -1
    if not numbers and signed < 0:
        return
    lines = document.prose.split("\n")
    written = document.text.split("\n")
    for number in sorted({*numbers, *([signed] if signed >= 0 else [])}):
        found = (0, len(last), False) if number == signed else debris.find(lines[number])
        if found is None:
            continue
        start, end, certain = found
        # A line that leads to pages of this site is the writer's own, and so is one before a list of such links.
        following = next((line for line in lines[number + 1 : number + 3] if line.strip()), "")
        own = lines[number] if ":" in lines[number] or "](" in lines[number] else following
        if not certain and _OWN_WORDS.match(lines[number], start):
            continue
        if not certain and any(not scheme_of(match[1]) for match in _INSIDE.finditer(own)):
            continue
        line = number + 1
        alone = all(not lines[near].strip() for near in (number - 1, number + 1) if 0 <= near < len(lines))
        fix = (
            (_removal(written, number),)
            if certain and alone and start == len(lines[number]) - len(lines[number].lstrip())
            else ()
        )
        shown = spoken.brief(lines[number][start:end], 60)
        yield Finding(
            document.path,
            Span(line, start + 1, line, end + 1),
            Localized(id=f'"{shown}" sisa dari situs lain', en=f'"{shown}" is left over from another site'),
            Localized(
                id="hapus baris ini, lalu pastikan tulisannya memakai kalimat sendiri",
                en="delete this line, and make sure that the text is in your own sentences",
            ),
            fix,
        )


def _removal(lines: list[str], number: int) -> Edit:
    """Takes the whole line out, with its end; the last line of a file may have none."""
    if number + 1 < len(lines):
        return Edit(Span(number + 1, 1, number + 2, 1), "")
    return Edit(Span(number + 1, 1, number + 1, len(lines[number]) + 1), "")
