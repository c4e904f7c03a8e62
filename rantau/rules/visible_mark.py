"""A mark of Markdown stays visible, because its partner is missing or a blank is in the way.

Readers see the asterisks and brackets instead of bold words and a link. The module is long because every slip has its example.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **Jangan membayar sebelum memeriksa izinnya.
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kami ** tidak pernah ** memungut biaya.
    at: 5:6

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kami **tidak pernah* memungut biaya.
    at: 5:6

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [syaratnya] (https://kp2mi.go.id/syarat) dulu.
    at: 5:7

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [syaratnya](https://kp2mi.go.id/syarat sebelum berangkat.
    at: 5:7

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat (syaratnya)[https://kp2mi.go.id/syarat] dulu.
    at: 5:7

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **Catatan: **jangan membayar dulu.
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Siapkan ** paspor** dulu.

    - **Umur **18 tahun ke atas
    - ** tebal**
    at: 5:9
    at: 7:3
    at: 8:3

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Yang *penting * sekali adalah izinnya.

    Yang *resmi * bertanda *tebal* ini.
    at: 5:6

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Biayanya Rp1.000 ** dan Rp2.000 ** per lembar.

    ** belum termasuk pajak

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Biaya Rp350.000** sudah termasuk foto.

    **belum termasuk ongkos kirim

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Hitung 2 ** 3 ** 4, 2**3, dan `**tebal` sendiri. **Kami** ***tidak*** ** pernah.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Menurut laporan [1] (https://kp2mi.go.id/laporan) dan [situs resmi] (imigrasi), biayanya tetap.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis \\*\\*tebal dan `[teks](https://…` dengan tanda yang lengkap.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [syaratnya](https://kp2mi.go.id/syarat
    "Syarat") dan [wilayah](https://id.wikipedia.example/wiki/Visa_(dokumen)).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **Penting:** baca *dulu* sampai **selesai**.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Hitung 5 * 3 * 2, 5 *3 * 2 dan a*b * c. Luas = panjang * lebar; *luas = p * l.

    * satu
    * dua * tiga

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Rp1.000* dan Rp2.000 *) per lembar, sebesar *nilai * kurs.

    *kurs hari itu

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    **satu **dua** tiga** dan `**tebal **kata`, harga 2 ** tingkat** dan **Nama:** isi **lain**.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Ketik **`1`** atau **`2`**, lalu *`#`* sekali.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Biaya | Lama |
    |---|---|
    | **Visa** | ** |
    | a** | **b** |

    ** keterangan
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import asterisks, spoken
from rantau.text.commands import FIX
from rantau.text.passages import passages
from rantau.text.positions import Positions, body_start

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Tanda Markdown berpasangan dan melekat pada tulisannya: **tebal**, [teks](https://...). Kalau pasangannya hilang, atau "
        f"ada spasi di antaranya, pembaca melihat tandanya dan tidak ada yang tebal atau dapat diklik. Perintah {FIX} "
        "memperbaikinya kalau hanya ada satu jawaban. Untuk menunjukkan tandanya sendiri, tulis \\** atau "
        "apit dengan tanda `."
    ),
    en=(
        "Marks of Markdown come in pairs and touch their words: **bold**, [words](https://...). Where a partner is missing or a "
        f"blank stands between, readers see the marks, and nothing is bold or a link. The command {FIX} "
        "repairs it where there is one answer only. To show the marks themselves write \\** or put them between backticks."
    ),
)

_ESCAPED = re.compile(r"\\.")
_HALF = re.compile(r"(?<![*\w])\*\*(?P<a>\w[^*\n]{0,200}?\w)\*(?![\w*])|(?<![*\w])\*(?P<b>\w[^*\n]{0,200}?\w)\*\*(?![\w*])")
_PAIR = re.compile(r"\*\*(?=\S)(?:[^*]|\*(?!\*)){1,6000}\*\*")
_OPEN = re.compile(r"(?<![\w*])\*\*(?=[^\W\d_\"“'(])")
# A sign for a remark below, and the remark: "Rp350.000**" and, on another line, "** belum termasuk pajak".
_SIGN = re.compile(r"(?<=[^\s*])[ \t]?\*\*(?=[\s.,;:)]|$)", re.MULTILINE)
_REMARK = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)?\*\*[ \t]?(?=\w)[^*\n]*$", re.MULTILINE)
_ADDRESS = r"(?:https?://|www\.|mailto:|tel:)[^\s()<>\[\]]+|[\w./-]{1,120}\.md(?:#[\w-]{0,80})?"
_PARTED = re.compile(rf"\[(?P<words>[^\]\[\n^]{{1,120}})\](?P<gap>[ \t]+)\((?P<to>{_ADDRESS})\)")
_TURNED = re.compile(rf"\((?P<words>[^()\n\[\]]{{1,120}})\)\[(?P<to>{_ADDRESS})\]")
_UNCLOSED = re.compile(rf"(?<!!)\[(?P<words>[^\]\[\n^]{{1,120}})\]\((?P<to>{_ADDRESS})(?=\s|$)")
_BEGINS = re.compile(r"[\w(\[\"“'‘]")
_ENDING = ".,;:!?"
_BLANKS = Localized(
    id="ada spasi di sebelah dalam tanda tebal, sehingga bintangnya terlihat",
    en="there are blanks inside the marks of bold words, so the asterisks are seen",
)
_SLANTED = Localized(
    id="ada spasi di sebelah dalam tanda miring, sehingga bintangnya terlihat",
    en="there are blanks inside the marks of italic words, so the asterisks are seen",
)
_KINDS = frozenset(("paragraph", "item", "quote", "heading", "table"))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Asterisks that make nothing bold and brackets that make no link, in paragraphs, items, headings and cells."""
    if document.body is None:
        return
    seen = document.body.text
    bold, link = "**" in seen or ("*" in seen and "**" in document.prose), "](" in seen or "] (" in seen or ")[" in seen
    if not (bold or link or "*" in seen):
        return
    prose = document.prose
    begin = body_start(document)
    text = _ESCAPED.sub("\x00\x00", _covered(prose, document.text, begin))
    # A sign stands before its remark; bold words that go on over an empty line open before they close.
    alone = _PAIR.sub("", text) if bold else ""
    sign = _SIGN.search(alone)
    remarks = sign is not None and _REMARK.search(alone, sign.end()) is not None
    positions = Positions(document.text)
    for passage in passages(prose):
        if passage.kind not in _KINDS or passage.end <= begin:
            continue
        start = max(passage.start, begin)
        piece = text[start - begin : passage.end - begin]
        if bold and "**" in piece and "***" not in piece:
            yield from _bold(document, positions, piece, start, remarks=remarks)
        if (match := asterisks.slanted(piece, text, seen)) is not None:
            place = (start + match.start(), start + match.end())
            yield _found(document, positions, place, f"*{_words(document, match, start)}*", _SLANTED)
        if link and ("](" in piece or "] " in piece or ")[" in piece):
            yield from _links(document, positions, piece, start)


def _covered(prose: str, text: str, begin: int) -> str:
    """The prose with code as a sign that is no blank, so that marks beside code do not seem to stand apart from it."""
    if "`" not in text:
        return prose[begin:]
    return "".join("\x00" if p == " " and not t.isspace() else p for p, t in zip(prose[begin:], text[begin:], strict=True))


def _bold(document: Document, positions: Positions, piece: str, start: int, *, remarks: bool) -> Iterator[Finding]:
    found = False
    if not remarks:
        for match in asterisks.SPACED.finditer(piece):
            if piece[: match.start()].rstrip()[-1:].isdigit():
                continue
            found = True
            yield _found(
                document,
                positions,
                (start + match.start(), start + match.end()),
                f"**{_words(document, match, start)}**",
                _BLANKS,
                sure=piece.count("**") == 2,
            )
        for match in asterisks.loose(piece, document.body.text if document.body is not None else ""):
            found = True
            apart = " " if match["after"] and _BEGINS.match(piece, match.end()) else ""
            yield _found(
                document,
                positions,
                (start + match.start(), start + match.end()),
                f"**{_words(document, match, start)}**{apart}",
                _BLANKS,
                sure=piece.count("**") == 2,
            )
    rest = _PAIR.sub(lambda m: "\x00" * len(m[0]), piece)
    for match in _HALF.finditer(rest):
        found = True
        name = "a" if match["a"] is not None else "b"
        words = document.text[start + match.start(name) : start + match.end(name)]
        yield _found(
            document,
            positions,
            (start + match.start(), start + match.end()),
            f"**{words}**",
            Localized(
                id="jumlah bintang di kedua ujungnya berbeda", en="there are not as many asterisks at one end as at the other"
            ),
        )
    opened = [] if found or rest.count("**") != 1 else list(_OPEN.finditer(rest))
    if not opened or remarks:
        return
    at = opened[0].end()
    line = document.text[start + at : start + len(piece)].partition("\n")[0].rstrip()
    end = min((n for n in (line.find(mark) for mark in (": ", ". ")) if n > 0), default=-1)
    words = line[: end + 1] if 0 < end < len(line) and line[end] == ":" else line
    yield _found(
        document,
        positions,
        (start + at - 2, start + at),
        f"**{spoken.brief(words, 60)}**",
        Localized(
            id="tanda tebal dibuka di sini tetapi tidak ditutup, sehingga bintangnya terlihat",
            en="bold words begin here and never end, so the asterisks are seen",
        ),
    )


def _words(document: Document, match: re.Match[str], start: int) -> str:
    return document.text[start + match.start("words") : start + match.end("words")]


def _links(document: Document, positions: Positions, piece: str, start: int) -> Iterator[Finding]:
    for match in _PARTED.finditer(piece):
        if match["words"].strip().isdigit() or f"[{match['words']}]:" in document.prose:
            continue
        yield _found(
            document,
            positions,
            (start + match.start(), start + match.end()),
            f"[{match['words']}]({match['to']})",
            Localized(
                id="ada spasi di antara teks tautan dan alamatnya, sehingga tidak menjadi tautan",
                en="a blank stands between the words of the link and its address, so there is no link",
            ),
            sure=True,
        )
    for match in _TURNED.finditer(piece):
        yield _found(
            document,
            positions,
            (start + match.start(), start + match.end()),
            f"[{match['words']}]({match['to']})",
            Localized(
                id="kurung tautan ini tertukar, sehingga tidak menjadi tautan",
                en="the brackets of this link are exchanged, so there is no link",
            ),
            sure=True,
        )
    for match in _UNCLOSED.finditer(piece):
        behind = piece[match.end() :]
        if ")" in behind or '"' in behind[:3] or "'" in behind[:3]:
            continue
        address = match["to"].rstrip(_ENDING)
        end = match.start("to") + len(address)
        yield _found(
            document,
            positions,
            (start + match.start(), start + end),
            f"[{match['words']}]({address})",
            Localized(
                id="kurung alamat tautan ini tidak ditutup, sehingga tidak menjadi tautan",
                en="the bracket of this link's address is never closed, so there is no link",
            ),
            sure=True,
        )


def _found(
    document: Document, positions: Positions, place: tuple[int, int], right: str, message: Localized, *, sure: bool = False
) -> Finding:
    span = positions.span(*place)
    shown = spoken.brief(right.strip(), 100)
    exact = "\x00" not in right and "\n" not in right
    return Finding(
        document.path,
        span,
        message,
        Localized(id=f"tulis {shown}", en=f"write {shown}"),
        (Edit(span, right),) if sure and exact else (),
    )
