"""A heading is written as a bold line.

A bold line looks like a heading and is none: no table of contents, no screen reader and no search finds it.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pembuka yang menjelaskan isi halaman ini.

    **Siapa kami**

    Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.
    at: 7:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    1. **Siapa kami**

    Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.

    2. **Dari mana isinya**

    Semua yang kami tulis ada sumbernya, dan sumbernya kami sebut di bawah.
    at: 5:1
    at: 9:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Siapa kami

    Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **Jangan membayar sebelum memeriksa.**

    Uang yang sudah dikirim ke rekening pribadi sulit sekali diminta kembali.

    **Yang perlu dibawa:**

    - paspor,
    - kontrak.

    **Catatan**

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    1. **Siapa kami.** Kami beberapa orang yang menulis untuk pekerja migran.

    2. **Dari mana isinya.** Semua yang kami tulis ada sumbernya.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Surat dikirim ke alamat ini:

    **Redaksi Rantau**
    Jalan Contoh 5
    Jakarta

    **Tabel 1 Biaya**

    | Biaya | Jumlah |
    |---|---|
    | Visa | Rp330.000 |

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **Catatan kecil tentang siapa kami dan mengapa kami menulis**

    Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya.

    ## Yang kami pegang

    Di dinding kantor kami tertulis:

    **Berangkat resmi, pulang selamat**

    Kalimat itu kami ingat setiap kali kami menulis tentang tawaran kerja.
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.positions import Positions, body_start

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Subjudul ditulis dengan "## " di awal baris, bukan ditebalkan dengan tanda bintang. Baris tebal hanya tampak '
        "seperti judul: ia tidak masuk daftar isi, tidak dikenali pembaca layar, dan tidak membantu pencarian. Ini hanya "
        "peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'A heading is written with "## " at the start of the line, not as bold words. A bold line only looks like one: '
        "the table of contents, screen readers and the search pass it over. This is only a warning; the text can be "
        "published."
    ),
)

_MARKED = re.compile(r"\n(?:\d{1,3}\.[ \t]{1,4})?(?:\*\*|__)")
_BOLD = re.compile(
    r"(?P<number>\d{1,3}\.[ \t]{1,4})?(?P<mark>\*\*\*|___|\*\*|__)(?P<words>[^\s*_](?:[^*_\n]{0,78}[^\s*_])?)(?P=mark)[ \t\r]{0,9}(?=\n|$)"
)
_HEADING = re.compile(r"^(?:#{1,6}|[=-]{3,}[ \t\r]*$)", re.MULTILINE)
_CAPTION = re.compile(
    r"(?:tabel|gambar|foto|grafik|bagan|peta|table|figure|photo|picture|chart|表|図|例[ \t]?\d+|(?:contoh|example|kode|listing)[ \t]+\d+)\b",
    re.IGNORECASE,
)
# Names, dates and places stand in bold lines as well, as do the ends of letters.
_LETTER = re.compile(
    r"(?:hormat|salam|wassalam|catatan|penting|perhatian|selesai|tamat|sumber|penulis|editor|redaksi|note|oleh|by|ps|p\.s)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b\d{1,2} [^\W\d_]{3,10} (?:19|20)\d\d\b")
_AGED = re.compile(r", ?\d{1,2}(?: tahun| years old)?$")
_ORDER = re.compile(r"(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]", re.IGNORECASE)
_WORDS = 9
_SHORTEST = 3
# So many words that are alone in their text are a line above the opening, or one that is stressed.
_LINE_WORDS = 6
_LEAST = 40


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Short bold lines of their own that stand before a paragraph or a list, outside of lists, boxes and quotations."""
    prose = document.prose
    if document.body is None or ("\n**" not in prose and "\n__" not in prose and ". **" not in prose and ". __" not in prose):
        return
    found = [m for m in _places(prose, max(0, body_start(document) - 1)) if _heading(prose, m)]
    items = [m for m in found if m["number"]]
    if len(items) < 2:
        found = [m for m in found if not m["number"]]
    if len(found) == 1 and not found[0]["number"] and _stressed(document, prose, found[0]):
        found = []
    if not found:
        return
    positions = Positions(document.text)
    # Without any heading there is one level only, unless the lines are counted in two ways ("A." and "1.").
    orders = {_ranked(m["words"]) for m in found if not m["number"]} - {""}
    sure = not document.body.headings and _HEADING.search(prose) is None and len(orders) < 2
    for match in found:
        words = " ".join(match["words"].split())
        shown = spoken.brief(f"{(match['number'] or '').strip()} {words}".strip())
        span = positions.span(match.start(), match.end())
        whole = prose[match.start() : match.end()]
        unchanged = document.text[match.start() : match.end()] == whole
        end = match.end("words") + len(match["mark"])
        fix = (Edit(positions.span(match.start(), end), f"## {words}"),) if sure and unchanged and not match["number"] else ()
        yield Finding(
            document.path,
            span,
            Localized(
                id=f'subjudul ditulis sebagai baris tebal: "{shown}"', en=f'a heading is written as a bold line: "{shown}"'
            ),
            Localized(
                id=f'tulis "## {shown}" di baris sendiri, tanpa tanda bintang',
                en=f'write "## {shown}" on a line of its own, without asterisks',
            ),
            fix,
        )


def _stressed(document: Document, prose: str, match: re.Match[str]) -> bool:
    """Whether the only bold line of a text is no heading for all its words: it opens the text, or reads like a sentence."""
    words = match["words"].split()
    if len(words) < _LINE_WORDS or _ORDER.match(words[0]) is not None:
        return False
    opens = not any(_is_text(line.strip()) and line.strip() for line in prose[body_start(document) : match.start()].split("\n"))
    long_ = [word for word in words[1:] if len(word) > 3]
    return opens or sum(word[0].isupper() for word in long_) * 2 < len(long_)


def _places(prose: str, start: int) -> Iterator[re.Match[str]]:
    for mark in _MARKED.finditer(prose, start):
        match = _BOLD.match(prose, mark.start() + 1)
        if match is not None:
            yield match


def _heading(prose: str, match: re.Match[str]) -> bool:
    """Whether a bold line is a heading: few words without an end of a sentence, with a paragraph or a list behind it."""
    words = match["words"]
    if (
        words[-1] in ".!:;,…。：、！"
        or ": " in words
        or len(words.split()) > _WORDS
        or _CAPTION.match(words)
        or _LETTER.match(words)
    ):
        return False
    if _DAY.search(words) or _AGED.search(words):
        return False
    first = _ORDER.sub("", words, count=1).strip()[:1]
    if not first.isalpha() or first.islower() or len(words) < _SHORTEST or "](" in words:
        return False
    before = prose[max(0, match.start() - 200) : match.start()].rstrip(" \t\r")
    if not match["number"] and _ORDER.match(words) is None and before.rstrip().endswith((":", "：")):
        # A line that the sentence before it announces is quoted.
        return False
    alone = before.endswith("\n\n") or not before.strip() or before.removesuffix("\n").rstrip(" \t\r").endswith("\n")
    if not alone:
        return False
    end = match.end() + 1
    joined = prose[end : prose.find("\n", end) % (len(prose) + 1)].strip()
    if joined:
        return _is_text(joined) and not match["number"] and len(joined) > _LEAST + 10 and joined[-1] != ","
    following = prose[end : end + 600].lstrip("\n \t\r")
    gap = prose[end : end + 600]
    indented = gap[: len(gap) - len(following)].rpartition("\n")[2]
    if not following or indented.strip("\r"):
        return False
    if following.startswith(("- ", "* ", "+ ", "1. ")):
        return not match["number"]
    line = following.partition("\n")[0].strip()
    return _is_text(line) and len(line) > _LEAST


def _is_text(line: str) -> bool:
    # A second bold line, a table, an image, a box or a quotation says nothing about what the first one is.
    return not line.startswith(("**", "__", "#", "|", "!", ">", "[^", "*[", "---", "===", "***", "-", "*", "<", ":"))


def _ranked(words: str) -> str:
    """In which way a line is counted: "1", "A" or not at all."""
    order = _ORDER.match(words)
    return ("" if order is None else "1" if words[0].isdigit() else "A") or "-"
