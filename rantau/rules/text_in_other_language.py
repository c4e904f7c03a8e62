"""A paragraph or the title is in another language than the page.

The three languages of the site are three trees of files; a paragraph that was left in English stands on a page that
says it is Indonesian, to its readers, to screen readers and to search engines.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Siapkan surat dari desa.

    The worker has to bring the letter of the village to the office, where it is checked by the staff before it is sent
    on to the ministry in the capital, and this can take two weeks.
    at: 7:1

Bad:
    ---
    title: How to get a work visa for your job in Japan
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP]
    ---
    at: 2:8

Bad:
    path: en/artikel/2025/paspor.md
    ---
    title: How to get a passport
    description: Where a passport is made, what it costs, and how long it takes before you can collect it.
    date: 2025-03-01
    ---

    Surat dari desa harus dibawa ke kantor yang ada di kota, lalu diperiksa oleh petugas sebelum dikirim ke kementerian
    di ibu kota, dan ini bisa memakan waktu dua minggu atau lebih untuk setiap orang.
    at: 7:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Surat dari desa harus dibawa ke kantor yang ada di kota, lalu diperiksa oleh petugas sebelum dikirim ke kementerian
    di ibu kota, dan ini bisa memakan waktu dua minggu atau lebih untuk setiap orang.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    > The worker has to bring the letter of the village to the office, where it is checked by the staff before it is
    > sent on to the ministry in the capital, and this can take two weeks.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Aturannya: "The worker has to bring the letter of the village to the office, where it is checked by the staff before
    it is sent on to the ministry in the capital, and this can take two weeks."

Good:
    ---
    title: "Specified Skilled Worker: the Memorandum of Cooperation"
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Masa kerja (the period of employment that is written in the contract and that has to be kept by both of the parties
    until the end of it) tercantum di pasal ketiga perjanjian yang Anda tanda tangani.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Hafalkan kalimat ini sebelum ke kantor polisi:

    I want to go to the consulate of my country. My employer has not paid me for three months, and he has my passport and
    all of the papers that I had with me.

    **Abstract**

    This is a portal for the workers who want to go abroad and for their families, and it says what is known and by whom
    it was said, in the language of the people who read it.
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity, Span
from rantau.text import spoken, tongue
from rantau.text.passages import passages
from rantau.text.positions import Positions

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Setiap halaman punya satu bahasa: tulisan Indonesia di content/, Inggris di content/en/, Jepang di content/ja/. "
        "Paragraf dalam bahasa lain biasanya lupa diterjemahkan atau terbawa saat menyalin. Terjemahkan, atau pindahkan "
        "ke folder bahasanya; kutipan ditulis dengan tanda > di awal baris. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "Each page has one language: Indonesian texts in content/, English ones in content/en/, Japanese ones in "
        "content/ja/. A paragraph in another language was mostly left untranslated or came along with a copy. Translate it "
        "or move it to the folder of its language; quotations have > at the start of the line. This is only a warning; the "
        "text can be published."
    ),
)

_LANGUAGES = (
    "(?:(?:dalam |versi |teks )?(?:bahasa )?(?:inggris|indonesia|jepang)|english|indonesian|japanese|英語|日本語|インドネシア語)"
)
_LABEL = re.compile(
    rf"[#*_ \t]{{0,8}}(?:(?:abstract|abstrak|summary|ringkasan|{_LANGUAGES})(?: version)? ?){{1,2}}[:*_ \t#]{{0,8}}",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"[*_]{{0,3}}{_LANGUAGES}(?: version)?[*_]{{0,3}}[:：]", re.IGNORECASE)
# Two lines in a row that start with who speaks are a dialogue, as textbooks have it.
_SPEAKER = re.compile(r"[*_]{0,3}[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?[*_]{0,3}[:：]")
_FEWEST = 25
_FEWEST_OF_TITLE = 5


def check(document: Document, library: Library) -> Iterator[Finding]:
    """The title and the paragraphs that are certainly in one of the site's other languages."""
    title = document.fields.title if document.fields is not None else None
    if title and tongue.words(title) >= _FEWEST_OF_TITLE:
        found = tongue.guess_brief(tongue.unquoted(title), 3)
        if found and found != document.language:
            yield _finding(document, document.span("title"), title, found)
    if not tongue.hints(document.prose, document.language):
        return
    positions = Positions(document.prose)
    last = None
    for passage in passages(document.prose):
        before, last = last, passage
        text = document.prose[passage.start : passage.end]
        if passage.kind != "paragraph" or tongue.words(text) < _FEWEST:
            continue
        words = tongue.unquoted(text)
        found = tongue.guess(words) if tongue.words(words) >= _FEWEST else ""
        if not found or found == document.language:
            continue
        # What stands between may be code, which is blank in prose.
        near = before is not None and not document.text[before.end : passage.start].strip()
        if not _announced(document.prose[before.start : before.end] if before is not None and near else "", text, found):
            yield _finding(document, positions.span(passage.start, passage.end), text, found)


def _announced(above: str, text: str, found: str) -> bool:
    """Whether the passage above, or the first words of a text, says in the page's own language that another one follows."""
    if _LABELLED.match(text) or _LABEL.fullmatch(above) or (_SPEAKER.match(above) and _SPEAKER.match(text)):
        return True
    return above.rstrip("*_ ").endswith((":", "：")) and found not in (tongue.guess(above), tongue.guess_brief(above))


def _finding(document: Document, place: Span, words: str, found: str) -> Finding:
    page, other = tongue.named(document.language), tongue.named(found)
    shown = spoken.brief(" ".join(words.split()), 50)
    folder = "content/" if found == "id" else f"content/{found}/"
    return Finding(
        document.path,
        place,
        Localized(
            id=f'tulisan "{shown}" berbahasa {other.id}, halamannya berbahasa {page.id}',
            en=f'the text "{shown}" is {other.en}, the page is {page.en}',
        ),
        Localized(
            id=f"terjemahkan ke bahasa {page.id}, atau simpan di folder {folder}; kutipan ditulis dengan tanda > di awal baris",
            en=f"translate it into {page.en}, or keep it in the folder {folder}; quotations have > at the start of the line",
        ),
    )
