"""A description or the last paragraph ends in the middle of a sentence.

Something was lost when the text was copied, or a teaser of another site was taken for the whole.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Pekerja migran perlu menyiapkan beberapa surat sebelum mengajukan visa kerja dan...
    date: 2025-03-01
    ---
    at: 3:94

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa. Surat itu harus ditandatangani kepala desa dan
    at: 7:69

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa dan surat sehat dari rumah sakit. Keduanya harus dibawa ke kantor imigrasi terdekat
    at: 7:100

Bad:
    ---
    title: Surat untuk visa kerja
    description: Pekerja migran perlu menyiapkan beberapa surat sebelum mengajukan visa kerja dan.
    date: 2025-03-01
    ---

    Surat ini untuk
    at: 3:91
    at: 7:11

Good:
    ---
    title: Surat untuk visa kerja
    description: Siapa saja boleh ikut serta, dan kami membahas surat untuk visa kerja lebih dalam
    date: 2025-03-01
    ---

    Uangnya Rp350.000,-

Good:
    path: en/artikel/2025/contoh.md
    ---
    title: Papers for a work visa
    description: What a work visa is, which papers it needs, where to get them and who it is for
    date: 2025-03-01
    ---

    Get the papers from your village and from the hospital.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja
    date: 2025-03-01
    ---

    Siapkan surat dari desa dan surat sehat dari rumah sakit. Keduanya harus dibawa ke kantor imigrasi terdekat.

    (redaksi/siti)

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa dan surat sehat dari rumah sakit. Selengkapnya ada di halaman tentang [paspor](paspor.md)

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa dan surat sehat dari rumah sakit:

    - surat dari desa,
    - surat sehat

    *[PT]: Perseroan Terbatas

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan surat dari desa dan surat sehat dari rumah sakit. Selengkapnya ada di situs kementerian, yaitu kp2mi.go.id

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Awalnya saya hanya ikut teman satu desa, dan sekarang saya malah ingin berangkat lagi. Hehe

Good:
    path: ja/artikel/2025/contoh.md
    ---
    title: 就労ビザの書類
    description: 就労ビザを申請する前に準備する書類と、その順番を説明します。役所で受け取る書類、病院で受け取る書類、そして会社から受け取る書類があります。
    date: 2025-03-01
    ---

    役所で証明書を受け取ってください。次に病院で健康診断を受けてください。
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.blocks import lines
from rantau.text.positions import Positions, body_start, field_range
from rantau.text.sentences import OPEN_WORDS, count

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Ringkasan atau paragraf terakhir berhenti di tengah kalimat: dengan "...", koma, kata sambung, atau tanpa titik. '
        "Biasanya ada bagian yang tertinggal ketika teks disalin. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'The summary or the last paragraph stops in the middle of a sentence: with "...", a comma, a conjunction, or '
        "without a full stop. Mostly something was left behind when the text was copied. This is only a warning; the text "
        "can be published."
    ),
)

_DOTS = re.compile(r"(?:\.{2,}|…+|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))$")
_CUT = re.compile(r"(?:\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))$")
_LAST = re.compile(r"[^\W\d_]+$")
# What opens something that a summary never closes; the dash of a price ("Rp5.000,-") closes it.
_OPENING = re.compile(r"(?:\s[-–—(\[“&]|[^\W\d_]-|[:(\[“])$")
# Behind these even a full stop ends no sentence.
_NEVER_LAST = {
    "id": frozenset("dan atau yang untuk dengan ke dari bahwa para serta karena sehingga yg dgn utk".split()),
    "en": frozenset("and or the an a".split()),
}
# "ikut serta", "lebih dalam" and "setiap saat" are whole; so are questions: "what it is for".
_WHOLE = re.compile(
    r"\b(?:(?:ikut|turut|ikut-ikut|peran|berperan) serta|(?:setiap|tiap|suatu|sepanjang|beberapa|sesaat) saat|"
    r"(?!(?:di|ter|ber)\w{3,})\w+ dalam)$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:who|whom|whose|what|where|which|how|when|why|that)\b[^.!?;]{0,120}$", re.IGNORECASE)
_STRANDED = frozenset("of for to with by from at is are was were as".split())
_MARKED = "*_\"'”’»)]}>「」』"
_LABEL = re.compile(
    r"[\W_]{0,4}(?:\w{1,20}[ /]{0,2}){1,4}[:：|©]|[\W_]{0,4}(?:©|#|@|p\.?s\.?\b|salam|wassalam|hormat|sumber|foto|penulis|editor)",
    re.I,
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_KANA = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_DEFINITION = re.compile(r"\*?\[[^\]\n]{1,200}\]:")
_ADDRESS = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
# Writers leave such formulas without a full stop.
_FAREWELL = re.compile(
    r"(?:^|[.!?][\"”’)]?\s{1,3})(?:aa?mii?n|wallahu|wassalam|salam|terima kasih|sekian|semangat|selamat|sampai jumpa|thank|good luck)"
    r"\b[^.!?]{0,60}$|\b(?:teman-teman|kawan-kawan|saudara-saudari|sahabat|semuanya)$",
    re.IGNORECASE,
)
# A word of its own behind the last full stop: "Hehe", "Redaksi". A text is hardly ever cut off behind one word.
_AFTERWORD = re.compile(r"[.!?][\"”’)]?\s+[A-ZÀ-Þ][^\W\d_]{1,19}$")
_LONGEST_TEASER = 140
_REACH = 6000
_WORDS = 8
_SHORT = 40
_FEW = 3


def check(document: Document, library: Library) -> Iterator[Finding]:
    """The description, and the last paragraph of the body where that is prose."""
    fields = document.fields
    if fields is None or document.body is None:
        return
    description = (fields.description or "").rstrip()
    if description and (cut := _cut(description, document.language)):
        positions = Positions(document.text)
        start, end = field_range(document, "description", positions)
        place = document.text.rfind(cut, start, end)
        span = positions.span(place, place + len(cut)) if place >= 0 else document.span("description")
        yield Finding(document.path, span, *_words(cut, "description"))
    paragraph, first = _last_paragraph(document)
    cut = _end(paragraph, document.language)
    if cut:
        place = first + len(paragraph) - len(cut)
        yield Finding(document.path, Positions(document.text).span(place, place + len(cut)), *_words(cut, "body"))


def _cut(description: str, language: str) -> str:
    """What a description ends with when it ends in the middle of a sentence, or ""."""
    opening = _OPENING.search(description)
    return _open_end(description, language) or _dots(description, language) or (opening[0].strip() if opening is not None else "")


def _last_paragraph(document: Document) -> tuple[str, int]:
    """The last paragraph of the body and its offset, as written; ("", 0) unless it is plain prose."""
    prose, text = document.prose, document.text
    first = body_start(document)
    end = len(text.rstrip())
    # What code shows may be what the sentence before it announced.
    if end <= first or not prose[end - 1].strip():
        return "", 0
    start = last = end
    while start > first:
        begin = max(first, prose.rfind("\n", first, start) + 1)
        line = prose[begin:start].strip()
        if not line and start < last:
            break
        if not line or (start == last and _DEFINITION.match(line)):
            # Definitions are shown elsewhere, whatever their place in the file.
            last = begin - 1
        elif last - begin > _REACH:
            return "", 0
        start = begin - 1
    block = [line for line in lines(prose[: max(last, 0)], max(start + 1, first)) if line.kind]
    if not block or any(line.kind != "text" or line.indent for line in block):
        return "", 0
    last = block[-1].start + len(block[-1].text)
    lines_ = [line.text for line in block]
    # Poems, addresses and signatures break where they like.
    if len(lines_) > 1 and (
        sum(len(line) < _SHORT for line in lines_) > 1 or any(line.endswith(("\\", "<br>")) for line in lines_)
    ):
        return "", 0
    return text[block[0].start : last], block[0].start


def _dots(description: str, language: str) -> str:
    """The dots of a teaser that was cut off, or ""; after a short sentence they may be meant."""
    match = _DOTS.search(description)
    if match is None:
        return ""
    before = description[: match.start()].rstrip()
    cut = _CUT.search(description) or len(description) >= _LONGEST_TEASER or (before and _open_end(before, language))
    return match[0] if cut else ""


def _open_end(text: str, language: str) -> str:
    """The comma or the conjunction with which a text ends, or ""."""
    if text[-1] in ",、，":
        return text[-1]
    stopped = text.endswith(".") and not text.endswith("..")
    text = text.removesuffix(".") if stopped else text
    match = _LAST.search(text[-40:])
    word = match[0] if match else ""
    # A name in capitals or a letter of a list is no conjunction.
    known = (_NEVER_LAST if stopped else OPEN_WORDS).get(language, frozenset())
    if not word.islower() or word not in known or " " not in text or _WHOLE.search(text[-60:]):
        return ""
    stranded = language == "en" and word in _STRANDED and _QUESTION.search(text[-140 : len(text) - len(word)])
    return "" if stranded else word


def _end(paragraph: str, language: str) -> str:
    """What a paragraph ends with when it ends in the middle of a sentence, or ""."""
    if not paragraph or _LABEL.match(paragraph):
        return ""
    if len(paragraph) < _SHORT:
        open_ = _open_end(paragraph, language) if len(paragraph.split()) >= _FEW and paragraph[0].isalpha() else ""
        return open_ if open_.isalpha() else ""
    if match := _CUT.search(paragraph):
        return match[0]
    last = paragraph[-1]
    if language == "ja":
        return last if last in "、，…" or (_KANA.match(last) and "。" in paragraph[:-1]) else ""
    words = len(paragraph.split())
    if last in ",-":
        return last if words > _WORDS else ""
    if match := _DOTS.search(paragraph):
        before = _open_end(paragraph[: match.start()].rstrip() or " ", language)
        return f"{paragraph[match.start() :]}" if before else ""
    if not _LATIN.match(last) or last in _MARKED or words <= _WORDS:
        return ""
    word = paragraph.split()[-1]
    if set(word) & set("@#/\\:[](){}<>*_=&") or paragraph.startswith(("**", "__", "*", "_", "(", "[", "<")):
        return ""
    if _open_end(paragraph, language):
        return word
    if _ADDRESS.fullmatch(word) or _FAREWELL.search(paragraph[-_LONGEST_TEASER:]):
        return ""
    if _AFTERWORD.search(paragraph) and word.lower() not in OPEN_WORDS.get(language, frozenset()):
        return ""
    # Without a sentence before it, a line may be a slogan or a signature.
    return word if count(paragraph) else ""


def _words(cut: str, where: str) -> tuple[Localized, Localized]:
    shown = spoken.brief(cut)
    place = (
        Localized("ringkasan", "the summary") if where == "description" else Localized("paragraf terakhir", "the last paragraph")
    )
    return Localized(
        f'{place.id} berhenti di tengah kalimat, pada "{shown}"', f'{place.en} stops in the middle of a sentence, at "{shown}"'
    ), Localized(
        "lengkapi kalimatnya dan akhiri dengan titik; kalau teks ini disalin, periksa apa yang tertinggal",
        "complete the sentence and end it with a full stop; if the text was copied, see what was left behind",
    )
