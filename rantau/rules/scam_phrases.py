"""A sentence promises or asks what fake recruiters promise and ask.

Nobody can promise a test passed or a wage paid, a tourist visa is no permit to work, and no office takes money into an account
of a person. Warnings of such sentences are what the portal is for, so they pass: a sentence that warns, denies, asks, or
reports; a list below a heading that warns; boxes of the kinds warning and danger; quotations.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar sekarang, pasti lolos dan cepat berangkat.
    at: 5:18

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Berangkat dulu, cukup pakai visa turis untuk bekerja di pabrik.

    - Kuota terbatas, hubungi WA 0812-3456-7890.
    - Transfer Rp500.000 ke rekening atas nama Budi.
    at: 5:29
    at: 7:3
    at: 8:3

Bad:
    ---
    title: Surat untuk visa kerja, gaji dijamin Rp25 juta
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
    at: 2:32

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Jangan percaya kepada orang yang berkata pasti lolos. Visa turis untuk bekerja itu melanggar hukum.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Tanda lowongan palsu

    - Gaji dijamin Rp25 juta tanpa ijazah tanpa tes.
    - Transfer ke rekening atas nama orang.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    !!! danger "Berhenti"
        Pasti lolos, kuota terbatas, hubungi WA 0812-3456-7890.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tidak ada yang pasti lolos. Upah Anda dijamin undang-undang. Bayar di loket bank, bukan ke rekening atas nama petugas.
    Siapa yang berani bilang pasti lolos?

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Upah dibayar ke rekening atas nama Anda. Kuota terbatas; pendaftaran lewat [situs resmi](https://kp2mi.go.id).
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity, Span
from rantau.text import cautions, identities, spoken, spots
from rantau.text.passages import passages, sentence
from rantau.text.positions import Positions

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Janji "pasti lolos" atau "gaji dijamin", ajakan bekerja dengan visa turis, dan permintaan transfer ke rekening orang '
        "adalah ciri lowongan palsu. Kalau kalimat ini memperingatkan pembaca, katakan dengan jelas (misalnya dengan kata "
        "jangan percaya, atau di kotak danger). Kalau disalin dari iklan, hapus. Minta satu orang lain membacanya sebelum "
        "terbit. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "Promises that a test is passed or a wage is sure, advice to work on a tourist visa, and money asked for into a "
        "person's account are signs of a fake job. If this sentence is a warning, say so clearly (with words such as do not "
        "trust, or in a danger box). If it was copied from an advertisement, delete it. Have somebody else read it before it "
        "is published. This is only a warning; the text can be published."
    ),
)

_SURE = r"(?:pasti(?:kan)?|di ?jamin|jaminan|terjamin|(?:ber)?garansi|auto|100 ?(?:%|persen)|seratus persen)"
_PASSED = r"(?:lolos|lulus|diterima|(?:di)?berangkat(?:kan)?|terbang|keluar visa|visa keluar|visa terbit)"
_GAP = r"[^\w.!?\n]{1,3}(?:[\w%]{1,20}[^\w.!?\n]{1,3})"
_NEEDED = r"(?:ijazah|syarat|tes|test|ujian|wawancara|interview|seleksi)"
_OFTEN = (
    r"(?:ijazah|syarat|tes|test|ujian|wawancara|interview|seleksi|pengalaman|bahasa|keahlian|skill|pelatihan|ribet|antre|antri)"
)
_PAY = r"(?:transfer|tf|setor(?:kan)?|kirim(?:kan)?|bayar(?:kan)?|dp|uang muka|uang tanda jadi|biaya (?:pendaftaran|administrasi|proses))"
_OWN = (
    r"(?:anda|kamu|sendiri|masing|pekerja|pmi|cpmi|calon|perusahaan|pt|cv|yayasan|kas|negara|kementerian|lembaga|bendahara|"
    r"dinas|kbri|kjri|koperasi|bank|pemberi|majikan|ahli|keluarga|penerima|ibu kandung|peserta|nasabah|saya)"
)
# A sentence is looked at as far as this.
_FAR = 400
_TO = r"(?:[^\w.!?\n]{1,3}[\w.,]{1,20}){0,7}?[^\w.!?\n]{1,3}"
_PAYING = ("transfer", "tf ", "setor", "kirim", "bayar", "dp ", "uang muka", "uang tanda jadi", "biaya p", "biaya adm")
_SURELY = ("pasti", "dijamin", "di jamin", "jaminan", "terjamin", "garansi", "bergaransi", "auto", "100", "seratus")
_VISA = Localized("bekerja dengan visa yang bukan visa kerja", "working on a visa that does not allow it")
_CERTAIN = Localized("janji kepastian yang tidak dapat diberikan siapa pun", "a promise that nobody can keep")
_WAGE = Localized("janji gaji yang tidak dapat dijamin", "a promise of a wage that nobody can keep")
_ACCOUNT = Localized("permintaan uang ke rekening orang", "money asked for into a person's account")
_HURRY = Localized("desakan untuk segera menghubungi nomor pribadi", "pressure to call a private number at once")
_EASY = Localized("janji kerja tanpa syarat", "a promise of work without conditions")
_ADVANCE = Localized("permintaan uang di muka", "money asked for in advance")
# Each kind: words of which a text must hold one, words of which it begins with one, the whole in lower-case letters, and the
# danger. No repetition is unbounded, so the time is that of looking for the first words.
_KINDS = (
    (
        ("kerja",),
        ("visa ",),
        r"visa (?:turis|wisata|kunjungan|pelancong|ziarah|umrah|umroh|pelajar)(?: (?:dulu|saja|aja|biasa|juga|itu|kok))?"
        r"(?:,? (?:untuk|buat|bisa(?: dipakai| langsung| untuk| juga)?|boleh|sudah cukup untuk|sambil|lalu|terus|langsung|dan|nanti))"
        r"(?: (?!visa)\w{1,20}){0,2}? (?:bekerja|kerja)\b",
        _VISA,
    ),
    (
        ("visa",),
        ("berangkat", "masuk", "terbang"),
        r"(?:berangkat|masuk|terbang)(?: \w{1,20}){0,2} (?:pakai|pake|dengan|lewat) visa (?:turis|wisata|kunjungan|ziarah|umrah|umroh)"
        r",? (?:dulu|saja|aja|lalu|kemudian|nanti)\b",
        _VISA,
    ),
    (
        ("lolos", "lulus", "diterima", "berangkat", "terbang", "visa"),
        _SURELY,
        rf"{_SURE}{_GAP}{{0,2}}?{_PASSED}\b",
        _CERTAIN,
    ),
    (
        ("dijamin", "100%", "100 %", "garansi"),
        ("lolos", "lulus", "diterima", "berangkat"),
        r"(?:lolos|lulus|diterima|berangkat)[^\w.!?\n]{1,3}(?:dijamin|bergaransi|garansi|100 ?%)(?= ?(?:[,.!;:\n]|$))",
        _CERTAIN,
    ),
    (
        ("pasti", "jamin", "garansi"),
        ("gaji", "penghasilan"),
        r"(?<!memiliki )(?<!mempunyai )(?<!punya )(?<!mencari )(?:gaji|penghasilan)(?: (?:bersih|besar|tinggi|bulanan|anda|kamu))?(?: (?:rp ?)?[\d.,]{1,12}(?: (?:juta|jt|ribu))?)?,? (?:pasti|dijamin|bergaransi|garansi)\b"
        r"(?! (?:oleh|undang|uu|hukum|kontrak|perjanjian|dalam|negara|pemerintah|dibayar|sesuai|tercantum))",
        _WAGE,
    ),
    (
        ("gaji", "penghasilan"),
        ("dijamin", "garansi", "jaminan", "di jamin"),
        r"(?:di ?jamin|garansi|jaminan) (?:gaji|penghasilan)(?! (?:minimum|sesuai|menurut))",
        _WAGE,
    ),
    (
        ("rekening",),
        _PAYING,
        rf"{_PAY}{_TO}(?:no(?:mor|\.)? )?rekening(?: (?:bca|bri|bni|mandiri|bsi|bank))?(?: [\d\-. ]{{6,24}})?,?:?"
        rf" (?:(?:pribadi|atas nama|a\.?n\.?|milik)(?! (?:{_OWN}|{identities.ORGANISATIONS})\b)|(?:saya|kami|bapak|bu|ibu|pak|admin|direktur)\b)",
        _ACCOUNT,
    ),
    (
        ("wa", "whatsapp", "hubungi", "chat", "telp", "hp"),
        ("kuota", "slot", "kursi", "tempat"),
        r"(?:kuota|slot|kursi|tempat)(?:nya)? (?:sangat |makin |tinggal |hanya |sudah )?"
        r"(?:terbatas|sedikit|menipis|tinggal|sisa|\d{1,3} (?:orang|kursi|lagi))"
        r"[^\n]{0,100}?(?:wa\.me/|\bwa\b|whatsapp|hubungi|chat|telp|hp)[^\n]{0,25}?(?:\+?62|\b0)[ \-.]?8\d",
        _HURRY,
    ),
    (
        ("tanpa",),
        ("tanpa ",),
        rf"tanpa (?:{_NEEDED}(?:[^\w.!?\n]{{1,3}}\w{{1,15}}){{0,3}}?[^\w.!?\n]{{1,3}}tanpa {_OFTEN}\b"
        rf"|{_OFTEN}(?:[^\w.!?\n]{{1,3}}\w{{1,15}}){{0,2}}?[^\w.!?\n]{{1,3}}tanpa {_NEEDED}\b"
        rf"|{_NEEDED}(?:[^\w.!?\n]{{1,3}}\w{{1,15}}){{0,3}}?[^\w.!?\n]{{1,3}}"
        r"(?:dijamin|langsung (?:kerja|berangkat|terbang|diterima))\b)",
        _EASY,
    ),
    (
        ("berangkat", "terbang", "kursi", "kuota", "slot", "proses"),
        _PAYING,
        rf"{_PAY}{_TO}(?:(?:langsung|pasti|segera|besok|dijamin|minggu depan|bulan depan|cepat) "
        r"(?:(?:di)?berangkat(?:kan)?|terbang|diterbangkan|diproses)"
        r"|(?:meng)?amankan (?:kursi|kuota|slot|tempat)|(?:kursi|slot|kuota) aman)\b",
        _ADVANCE,
    ),
    (
        ("uang kembali",),
        ("garansi uang", "jaminan uang", "uang kembali"),
        r"(?:garansi |jaminan )uang kembali|uang kembali 100",
        _ADVANCE,
    ),
)
_LURES = tuple((keys, starts, re.compile(pattern), danger) for keys, starts, pattern, danger in _KINDS)
# Words in the midst of a match that turn it round: "bayar di loket, bukan ke rekening atas nama petugas".
_TURNED = re.compile(r"\b(?:bukan|jangan|tidak|tak|belum)\b")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Sentences of Indonesian texts that lure, in the title, the description and the body; one finding for each sentence."""
    if document.language != "id":
        return
    fields = document.fields
    title = (fields.title or "") if fields is not None else ""
    if cautions.warns(title):
        return
    for name, text in (("title", title), ("description", (fields.description or "") if fields is not None else "")):
        for start, end, danger in _lures(text):
            if not cautions.told_off(text, start, end):
                place = spots.words(document.text, document.span(name), text[start:end])
                yield _finding(document, place, text[start:end], danger)
                break
    found = list(_lures(document.prose))
    waiting = iter(passages(document.prose) if found else ())
    passage, last = next(waiting, None), -1
    positions = Positions(document.prose)
    for start, end, danger in found:
        while passage is not None and passage.end <= start:
            passage = next(waiting, None)
        if passage is None:
            return
        if start < last or passage.kind == "definition" or cautions.excused(document.prose, passage, start, end):
            continue
        # Further ones in the same sentence say nothing new.
        last = start + sentence(document.prose[start : min(passage.end, end + _FAR)], 0, end - start)[1]
        yield _finding(document, positions.span(start, end), document.prose[start:end], danger)


def _lures(text: str) -> list[tuple[int, int, Localized]]:
    """Start, end and danger of each, in order; what a warning says is among them."""
    low = text.replace("\xa0", " ").lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    found = []
    for keys, starts, pattern, danger in _LURES:
        if not any(key in low for key in keys):
            continue
        for first in starts:
            at = low.find(first)
            while at >= 0:
                match = pattern.match(low, at) if not low[at - 1 : at].isalnum() else None
                if match is not None and _TURNED.search(match[0]) is None:
                    found.append((at, match.end(), danger))
                at = low.find(first, at + len(first))
    return sorted(found, key=lambda lure: lure[:2])


def _finding(document: Document, place: Span, words: str, danger: Localized) -> Finding:
    shown = spoken.brief(" ".join(words.split()), 60)
    return Finding(
        document.path,
        place,
        Localized(id=f'"{shown}" terbaca sebagai {danger.id}', en=f'"{shown}" reads like {danger.en}'),
        Localized(
            id="minta orang lain ikut membaca; kalau ini peringatan, katakan dengan jelas, misalnya dengan jangan percaya; "
            "kalau disalin dari iklan, hapus",
            en="have somebody else read it too; if it is a warning, say so clearly, such as with do not trust; if it was "
            "copied from an advertisement, delete it",
        ),
    )
