"""Cautions: whether words warn of what they name, report it or ask about it, instead of advising it.

A portal that warns of fraud says the same words as the fraud; what stands around them tells the two apart. Indonesian only.
"""

import re
from itertools import pairwise

from rantau.text.passages import Passage, sentence

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.,;:!?()]|[–—]")
# Words that begin so speak of harm, of crime, or of care taken.
_STEMS = tuple(
    "penipu menipu tertipu ditipu tipu-menipu waspada mewaspadai diwaspadai memalsu dipalsu bohong berbohong dibohongi curiga "
    "mencurigakan dicurigai iming diiming bahaya berbahaya membahayakan melarang dilarang larangan melanggar pelanggaran "
    "dideportasi deportasi menjebak terjebak jebakan dirugikan kerugian merugikan pemerasan diperas dipidana pidana penjara "
    "dipenjara laporkan melaporkan dilaporkan hindari menghindari dihindari menolak ditolak berisiko nonprosedural ditangkap "
    "penangkapan dijanjikan menjanjikan dijanjiin terduga tersangka menyesal kehilangan perdagangan diselundupkan penyelundup "
    "menyesatkan mengaku-aku mengatasnamakan pemalsuan dipulangkan telantar terlantar disekap dirazia mustahil".split()
)
_EXACT = frozenset(
    "waspada awas hati-hati hatihati palsu abal-abal bodong modus sindikat calo korban ilegal risiko rentan hoaks hoax tppo "
    "overstay mengaku katanya konon jebak tolak ciri ciri-ciri tanda tanda-tanda janji janjinya oknum penipuan bohongan "
    "kebohongan polisi mitos berdalih lari raib hilang ditipu terancam kabur melarikan rugi razia".split()
)
_HARMLESS_AFTER = {"tanda": frozenset("tangan jadi terima pengenal seru tangani".split())}
# Whoever lures promises that there is none of it: "bukan penipuan", "tanpa risiko", "anti tipu".
_DENIED = frozenset("bukan tanpa anti bebas no non nol minim".split())
_NEGATION = frozenset("tidak tak bukan bukanlah jangan belum mustahil tiada enggak nggak gak ga ndak dilarang".split())
_NOT_NEGATION = {
    "jangan": frozenset(
        "lewatkan ragu khawatir takut tunggu sampai kuatir bingung malu sia-sia ketinggalan lupa kehabisan".split()
    ),
    **dict.fromkeys(
        ("tidak", "tak", "gak", "ga", "nggak", "enggak"),
        frozenset("perlu usah ribet pakai harus pake susah sulit diragukan mahal hanya lama butuh".split()),
    ),
    "bukan": frozenset("penipuan calo hoaks hoax bohong tipu-tipu palsu janji mimpi sekadar hanya cuma".split()),
}
# Who tells of others' words or judges them; who lures speaks for himself and calls for haste.
_TELLING = frozenset(
    "agen ditawari ditawarkan menawarkan menawari tawaran bilang berkata berjanji bertuliskan tertulis menurut mereka sebagian "
    "sebaiknya periksa periksalah diperiksa memeriksa tinggalkan nakal pura-pura dikatakan disebut menyebut seseorang sponsor "
    "pelaku ternyata tergiur percaya dipercaya menggagalkan digagalkan".split()
)
_TELLING_PAIRS = frozenset((first, "yang") for first in "ada orang pekerja siapa banyak pihak lembaga pmi wni warga".split())
_CALLING = frozenset("kami hubungi daftar segera minat berminat buruan promo chat ayo yuk admin".split())
_ENDS = frozenset(".,;:!?()–—") | frozenset("walaupun meskipun walau meski biarpun tanpa".split())
_WINDOW = 8
_FAR = 400
_SPEECH = re.compile(
    r"\b(?:kata|ujar|bilang|berkata|tulis|bunyi|berbunyi|iklan|pesan|janji|ucap|kalimat|contoh|agen|sponsor|tawaran)"
)
_ALARMED = frozenset(("warning", "danger", "failure", "bug", "question"))


def warns(text: str) -> bool:
    """Whether a text holds a word of warning that it does not take back: "Waspada!", but not "bukan penipuan"."""
    tokens = [match[0] for match in _TOKEN.finditer(text.lower())]
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else ""
        if token == "jangan" and following not in _NOT_NEGATION["jangan"]:
            return True
        if not (token in _EXACT or token.startswith(_STEMS)) or following in _HARMLESS_AFTER.get(token, ()):
            continue
        if _DENIED.isdisjoint(tokens[max(0, number - 2) : number]):
            return True
    return False


def negated(text: str, start: int) -> bool:
    """Whether a negation stands before the place, in the same part of its sentence and at most eight words away."""
    tokens = [match[0] for match in _TOKEN.finditer(text[max(0, start - 160) : start].lower())]
    tail = tokens[-_WINDOW:]
    for number in range(len(tail) - 1, -1, -1):
        if tail[number] in _ENDS:
            return False
        following = tail[number + 1] if number + 1 < len(tail) else ""
        if tail[number] in _NEGATION and following not in _NOT_NEGATION.get(tail[number], ()):
            return True
    return False


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the place stands in quotation marks that open in its paragraph and close after it."""
    before = text[:start]
    return before.rfind("“") > before.rfind("”") or (before.count('"') % 2 == 1 and '"' in text[end:])


def excused(prose: str, passage: Passage, start: int, end: int) -> bool:
    """Whether the words from `start` up to `end` of a body are warned of, denied, asked or quoted where they stand.

    What counts is the sentence with its neighbours, the heading above, the sentence before a list, and the box around.
    """
    if passage.kind == "quote" or passage.box in _ALARMED or warns(passage.title[:_FAR]) or warns(passage.heading[:_FAR]):
        return True
    if passage.lead and warns(_last(passage.lead[-_FAR:])):
        return True
    first = max(passage.start, start - _FAR)
    return told_off(prose[first : min(passage.end, end + _FAR)], start - first, end - first)


def told_off(text: str, start: int, end: int) -> bool:
    """The same of words within one text that stands alone, such as a title or a paragraph."""
    # A text may be one line as long as an article, and hold thousands of such words.
    cut = max(0, start - _FAR)
    text, start, end = text[cut : end + _FAR], start - cut, end - cut
    first, last = sentence(text, start, end)
    own = text[first:last]
    if own.rstrip(" \t\r\n\"”’')*_").endswith(("?", "？")) or negated(text, start) or _denied(text[end:last]) or _tells(own):
        return True
    wide = sentence(text, start, end, 1)
    around = text[slice(*wide)]
    return warns(around) or (quoted(text, start, end) and _SPEECH.search(around.lower()) is not None)


def _denied(rest: str) -> bool:
    """Whether the part of a sentence that follows on the words denies something: "visa turis untuk bekerja tidak sah"."""
    tokens = [match[0] for match in _TOKEN.finditer(rest[:160].lower())][:_WINDOW]
    for number, token in enumerate(tokens):
        if token in _ENDS:
            return False
        if token in _NEGATION and (tokens[number + 1] if number + 1 < len(tokens) else "") not in _NOT_NEGATION.get(token, ()):
            return True
    return False


def _tells(text: str) -> bool:
    tokens = [match[0] for match in _TOKEN.finditer(text.lower())]
    told = not _TELLING.isdisjoint(tokens) or any(pair in _TELLING_PAIRS for pair in pairwise(tokens))
    return told and _CALLING.isdisjoint(tokens)


def _last(text: str) -> str:
    return text[slice(*sentence(text, max(0, len(text) - 1), len(text), 1))]
