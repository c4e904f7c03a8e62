"""A word stands there twice by mistake.

Nobody sees their own; screen readers read both.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Surat yang yang dibawa harus asli, dan the the tidak berarti apa-apa.
    at: 5:7
    at: 5:40

Bad:
    ---
    title: Surat untuk untuk visa kerja
    #            ^^^^^^^^^^^
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Surat itu dibawa ke
    ke kantor imigrasi.
    at: 2:14
    at: 8:18

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Negara-negara tujuan, kupu-kupu, kupu kupu, dan hati hati bukan kata yang terketik dua kali.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Ia datang dari sana. Sana jauh. Lagu Duran Duran diputar di Wagga Wagga, jam 10 10 menit.

    Ia berkata, "Saya akan akan pulang."

    Kata `yang` yang ini, lalu yang-yang itu.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar ini untuk

    untuk semua:

    - yang
    - yang lain

    ## Dari
    dari mana saja
"""

import re
from collections.abc import Iterator
from itertools import compress

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.commands import FIX
from rantau.text.positions import Positions, body_start, field_range
from rantau.text.quotations import Quotations

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Satu kata terketik dua kali, misalnya "yang yang". Kata ulang yang memang dimaksud ditulis dengan tanda hubung: '
        f'"negara-negara". Perintah {FIX} menghapus yang kedua.'
    ),
    en=(
        'A word was typed twice, such as "the the". Indonesian words that are doubled on purpose have a hyphen: '
        f'"negara-negara". The command {FIX} deletes the second one.'
    ),
)

# Words that never stand twice in a row, whatever is said; a sentence may end with "in" or "that" and go on with it.
_NEVER = frozenset(
    "yang di ke dari dan untuk pada dengan adalah atau oleh akan bahwa karena agar dalam para sebagai tidak dapat harus telah "
    "juga seperti sehingga kemudian sedangkan tersebut terhadap secara melalui tanpa namun tetapi sebelum setelah sesudah selama "
    "menjadi memiliki merupakan belum masih kepada antara tentang ketika supaya serta bagi hingga yaitu yakni ialah maupun "
    "the a an of and for with from are as be was were".split()
)
# Such words are doubled only with a change ("menari-nari"); nouns are doubled whole, and many writers forget the hyphen.
_VERB = re.compile(
    r"me(?:ng|m|ny|n|l|r)?[^\W\d_]{3,30}kan|di[^\W\d_]{4,30}kan|(?:meng|meny|mem)[^\W\d_]{4,30}|ber(?:angkat|dasarkan|laku|asal|bagai|ada)"
)
# In English any longer word but these is a mistake.
_EMPHATIC = frozenset(
    "that very really much many long this bye blah chop knock never well good more what were here there been".split()
)
# "Sama dengan dengan dua angka" is clumsy, and right.
_EQUAL = re.compile(r"\b(?:sama|setara|sebanding)\s{1,3}$", re.IGNORECASE)
_TWICE = re.compile(
    r"(?<![\w'’./@#$&+-])(?P<word>[^\W\d_]++)"
    r"(?P<again>(?:(?:[ \t]{1,8}|[ \t]{0,8}\r?\n[ \t]{0,8})(?P=word)(?![\w'’-]))+)(?![./@]\w)",
    re.IGNORECASE,
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Doubled words of title, description and body, but for names, quotations and what grammar doubles."""
    fields = document.fields
    if document.body is None or fields is None:
        return
    start = body_start(document)
    found = [m for m in _TWICE.finditer(document.prose, start) if _wrong(document, m)] if _repeats(document.prose[start:]) else []
    named = [name for name in ("title", "description") if _repeats(str(getattr(fields, name) or ""))]
    if not found and not named:
        return
    positions = Positions(document.text)
    for name in named:
        first, last = field_range(document, name, positions)
        for match in _TWICE.finditer(document.text, first, last):
            if _wrong(document, match) and "\n" not in match[0]:
                yield _finding(document, positions, match)
    quotations = Quotations(document.prose) if found else None
    for match in found:
        if quotations is not None and not quotations.cover(match.start()):
            yield _finding(document, positions, match)


def _repeats(text: str) -> bool:
    """Whether a word may stand there twice in a row: a quick look that spares most texts the slow one."""
    words = text.lower().split()
    following = words[1:]
    close = compress(zip(words, following, strict=False), map(str.startswith, following, words))
    if any(not second[len(first) :][:1].isalnum() for first, second in close):
        return True
    close = compress(zip(words, following, strict=False), map(str.endswith, words, following))
    return any(not first[: -len(second)][-1:].isalnum() for first, second in close)


def _wrong(document: Document, match: re.Match[str]) -> bool:
    word, again = match["word"], match["again"]
    if again.strip() != again.strip().lower() or word[1:] != word[1:].lower():
        return False
    # In `prose` code is blank, so that words far apart may seem to be neighbours.
    if document.text[match.start() : match.end()] != match[0]:
        return False
    folded = word.lower()
    english = document.language == "en" and len(word) > 3 and word == folded and folded not in _EMPHATIC
    if folded == "dengan" and _EQUAL.search(document.text, max(0, match.start() - 12), match.start()):
        return False
    if not (folded in _NEVER or (word == folded and len(word) > 3 and _VERB.fullmatch(folded)) or english):
        return False
    if "\n" not in again:
        return True
    text = document.prose
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    # A heading or a table's row ends with its line; two blanks or a backslash end a line of a poem.
    return not line.lstrip().startswith(("#", "|")) and not re.search(r"[ \t]{2}\r?\n", again)


def _finding(document: Document, positions: Positions, match: re.Match[str]) -> Finding:
    shown = spoken.brief(" ".join(match[0].split()))
    word = spoken.brief(match["word"])
    return Finding(
        document.path,
        positions.span(match.start(), match.end()),
        Localized(id=f'kata terketik dua kali: "{shown}"', en=f'a word was typed twice: "{shown}"'),
        Localized(id=f'tulis sekali saja: "{word}"', en=f'write it once: "{word}"'),
        (Edit(positions.span(match.end("word"), match.end()), ""),),
    )
