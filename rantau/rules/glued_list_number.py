"""A list is not shown as one, because a blank or an empty line is missing.

"1.Paspor", "1) Paspor" and "•Paspor" are plain text for Markdown, and a list directly below a sentence becomes a part of it.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    1.Siapkan paspor.
    2.Minta kontrak.
    at: 5:1
    at: 6:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Yang perlu dibawa:

    •Paspor
    • Kontrak
    at: 7:1
    at: 8:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Yang perlu dibawa:
    - paspor
    - kontrak
    at: 6:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Yang perlu dibawa:
    1) paspor
    2) kontrak
    at: 6:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    1) satu saja

    2) dan satu lagi

    Nomor (021)
    2) bukan butir.

    1) satu<br>
    2) dua

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Yang perlu dibawa:

    1. paspor
    2. kontrak

    - asli
    - salinan

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Biayanya naik dari 2.900 menjadi
    3.500 yen, atau
    1.5 kali lipat. Suhu di sana
    -5 °C. Akhiran
    -nya tidak berdiri sendiri.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-undang itu berlaku sejak tahun
    2017. Sejak itu tugasnya dibagi
    - begitu kata orang - antara pusat dan daerah.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Dokumen | Untuk |
    |---|---|
    | •paspor | visa |

    ```
    1.Paspor
    ```
"""

import re
from collections.abc import Iterator, Sequence

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.commands import FIX
from rantau.text.positions import Positions, body_start

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Butir daftar ditulis "- Paspor" atau "1. Paspor", dengan satu spasi sesudah tandanya, dan ada satu baris kosong '
        'antara daftar dan kalimat di atasnya. Tanpa itu semua butirnya tampil menyambung dalam satu paragraf. Tanda "1)" dan "•" '
        'dari Word atau WhatsApp tidak dikenal; pakai "1." atau tanda hubung. Perintah '
        f"{FIX} memperbaikinya."
    ),
    en=(
        'An item of a list is written "- Passport" or "1. Passport", with one blank after its sign, and there is an empty '
        "line between the list and the sentence above it. Otherwise all items run together in one paragraph. The signs "
        '"1)" and "•" of Word or WhatsApp are not known; use "1." or a hyphen. The command '
        f"{FIX} repairs it."
    ),
)

_DOTS = "•●▪◦‣⁃"
_GLUED = re.compile(
    rf"\n(?P<indent>[ \t]{{0,16}})(?P<sign>\d{{1,3}}[.)](?=(?:\*\*|\[)?[^\W\d_]{{3}})|-(?=[^\W\d_]{{2}})|[{_DOTS}][ \t\xa0]{{0,8}}(?=\S))(?P<word>\S{{1,60}})"
)
_BELOW = re.compile(r"\n(?P<sign>[-*+]|1\.)[ \t]{1,4}(?=[^\s-])")
_ROUND = re.compile(r"\n(?P<indent>[ ]{0,3})(?P<number>\d{1,3})\)[ \t]{1,4}(?=\S)")
_ITEM = re.compile(rf"[ \t]*(?:[-*+][ \t]|\d{{1,3}}[.)](?:[ \t]|\*\*|\[|[^\W\d_])|-[^\W\d_]|[{_DOTS}])")
_ADDRESS = re.compile(r"[^\W_]\.[^\W_]|@|://")
_SHOWN = re.compile(r"<pre>.*?</pre>", re.DOTALL)
# An empty line, or the end of one that is broken there by hand.
_APART = re.compile(r"\n[ \t\r]*\n|(?:<br ?/?>|  )\r?\n", re.IGNORECASE)
_LONGEST = 600
_PLAIN = "#>|:!?=<[`~"


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Items of lists whose sign is glued to their words or unknown, and lists that a sentence swallows."""
    if document.body is None:
        return
    prose, start = document.prose, max(0, body_start(document) - 1)
    glued = [m for m in _GLUED.finditer(prose, start) if m["word"] and document.text.startswith(m[0], m.start())]
    below = list(_BELOW.finditer(prose, start))
    rounds = list(_rounds(prose, start))
    if not glued and not below and not rounds:
        return
    positions, around = Positions(document.text), _Lines(prose, start)
    for match in glued:
        if around.certain(match):
            yield _unglued(document, positions, around, match)
    if any(f"\n{sign} " in _SHOWN.sub("", document.body.html) for sign in ("-", "*", "+", "1.")):
        for match in below:
            if around.swallowed(match.start("sign")) and f"\n{match['sign']} " in document.body.html:
                yield _swallowed(document, positions, match)

    for group in rounds:
        shown = _SHOWN.sub("", document.body.html)
        if all(f"\n{m['number']}) " in shown for m in group[1:]):
            yield _rounded(document, positions, around, group)


def _rounds(prose: str, start: int) -> Iterator[list[re.Match[str]]]:
    """Lines that are counted with a round bracket ("1)", "2)"), from 1 on, that run together."""
    group: list[re.Match[str]] = []
    for match in _ROUND.finditer(prose, start):
        last = group[-1] if group else None
        if last is not None and int(match["number"]) == int(last["number"]) + 1:
            between = prose[last.end() : match.start() + 1]
            if len(between) < _LONGEST and _APART.search(between) is None:
                group.append(match)
                continue
        if len(group) > 1:
            yield group
        group = [match] if match["number"] == "1" else []
    if len(group) > 1:
        yield group


def _rounded(document: Document, positions: Positions, around: "_Lines", group: Sequence[re.Match[str]]) -> Finding:
    first = group[0]
    place = first.start("number")
    edits = [Edit(positions.span(m.end("number"), m.end("number") + 1), ".") for m in group]
    above = around.before(first.start() + 1)
    if above.strip() and above[:1] not in "#>|":
        edits.insert(0, Edit(positions.span(place, place), _line_end(document, place)))
    words = spoken.brief(document.text[first.end() : first.end() + 200].partition("\n")[0].strip(), 60)
    return Finding(
        document.path,
        positions.span(place, first.end("number") + 1),
        Localized(
            id='tanda daftar "1)" tidak dikenal, sehingga semua butirnya tampil menyambung',
            en='the list sign "1)" is not known, so all items run together',
        ),
        Localized(id=f'tulis "1. {words}", dan seterusnya', en=f'write "1. {words}", and so on'),
        tuple(edits),
    )


class _Lines:
    """The lines around a place of a body."""

    def __init__(self, prose: str, start: int) -> None:
        self.prose = prose
        self.start = start

    def line(self, place: int) -> str:
        """The line that starts at a place."""
        end = self.prose.find("\n", place)
        return self.prose[place : end if end >= 0 else len(self.prose)].rstrip("\r")

    def before(self, place: int) -> str:
        """The line before the one that starts at a place; "" where there is none."""
        if place <= self.start + 1:
            return ""
        return self.prose[self.prose.rfind("\n", 0, place - 1) + 1 : place - 1].rstrip("\r")

    def after(self, place: int) -> str:
        """The line after the one that starts at a place."""
        end = self.prose.find("\n", place)
        return self.line(end + 1) if end >= 0 else ""

    def beyond(self, place: int) -> str:
        """The line after the next one when the next one is empty, or else the next one."""
        end = self.prose.find("\n", place)
        following = self.line(end + 1) if end >= 0 else ""
        return following if following.strip() or end < 0 else self.after(end + 1)

    def behind(self, place: int) -> str:
        """The line before the previous one when that one is empty, or else the previous one."""
        previous = self.before(place)
        if previous.strip() or place <= self.start + 1:
            return previous
        return self.before(self.prose.rfind("\n", 0, place - 1) + 1)

    def certain(self, match: re.Match[str]) -> bool:
        """Whether a sign at the start of a line is that of an item: other items or an announcement are around it."""
        place, sign, word = match.start() + 1, match["sign"], match["word"]
        previous = self.behind(place)
        if sign[0] in _DOTS:
            return word[0] not in _DOTS
        if _ADDRESS.search(word) or word.rstrip(".,;)").count("-") > 2:
            return False
        neighbours = [line for line in (previous, self.beyond(place)) if _ITEM.match(line)]
        if sign == "-":
            kin = [line for line in neighbours if line.lstrip().startswith("-")]
            words = self.line(place).split()
            return bool(kin) and (word[0].isupper() or len(words) > 1)
        above = self.before(place).strip()
        return not above or bool(neighbours) or above.endswith(":")

    def swallowed(self, place: int) -> bool:
        """Whether an item's line goes on a sentence: the line above is prose, and other items or a colon say that it is a list."""
        above = self.before(place)
        if above[:1] in _PLAIN or above[:1].isspace() or _ITEM.match(above) or "|" in above:
            return False
        return above.rstrip(" *_").endswith((":", "：")) or (
            _ITEM.match(self.after(place)) is not None and above[-1] not in ",-–—"
        )


def _unglued(document: Document, positions: Positions, around: _Lines, match: re.Match[str]) -> Finding:
    sign, place = match["sign"], match.start("sign")
    dot = sign[0] in _DOTS
    right = "- " if dot else f"{sign.replace(')', '.')} "
    span = positions.span(place, place + len(sign.rstrip()))
    edits = [Edit(positions.span(place, place + len(sign)), right)]
    above = around.before(match.start() + 1)
    if not match["indent"] and above.strip() and not _ITEM.match(above) and not above[:1].isspace() and above[:1] not in "#>|":
        # A list directly below a sentence would still be a part of it.
        edits.insert(0, Edit(positions.span(place, place), _line_end(document, place)))
    shown, better = spoken.brief(sign + match["word"]), spoken.brief(right + match["word"])
    message = (
        Localized(
            id=f'tanda daftar "{sign[0]}" tidak dikenal: "{shown}"', en=f'the list sign "{sign[0]}" is not known: "{shown}"'
        )
        if dot
        else Localized(
            id=f'belum ada spasi sesudah tanda daftar: "{shown}"', en=f'there is no blank after the list sign: "{shown}"'
        )
    )
    return Finding(document.path, span, message, Localized(id=f'tulis "{better}"', en=f'write "{better}"'), tuple(edits))


def _swallowed(document: Document, positions: Positions, match: re.Match[str]) -> Finding:
    place = match.start("sign")
    item = spoken.brief(document.text[place : place + 200].partition("\n")[0].strip(), 60)
    return Finding(
        document.path,
        positions.span(place, match.end("sign")),
        Localized(
            id="daftar ini menyambung dengan kalimat di atasnya, sehingga tampil sebagai satu paragraf",
            en="this list goes on the sentence above it and is shown as one paragraph",
        ),
        Localized(id=f'beri satu baris kosong di atas "{item}"', en=f'put an empty line above "{item}"'),
        (Edit(positions.span(place, place), _line_end(document, place)),),
    )


def _line_end(document: Document, place: int) -> str:
    """How the line before a place ends."""
    return "\r\n" if document.text[place - 2 : place - 1] == "\r" else "\n"
