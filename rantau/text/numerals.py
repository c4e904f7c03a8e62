"""Numbers of things in words and digits: "10 hal", "lima langkah", "seven steps", "5つの方法"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_JA = "一二三四五六七八九十"
_VALUES = (
    {word: number for number, word in enumerate(_ID, start=1)}
    | {f"{word} belas": number + 10 for number, word in enumerate(_ID, start=1) if number > 1}
    | {f"{word} puluh": number * 10 for number, word in enumerate(_ID, start=1) if number > 1}
    | {"sepuluh": 10, "sebelas": 11}
    | {word: number for number, word in enumerate(_EN, start=1)}
    | {sign: number for number, sign in enumerate(_JA, start=1)}
)
_ID_THINGS = (
    "hal|tips?|kiat|trik|cara|langkah|dokumen|berkas|syarat|persyaratan|tahap|tahapan|alasan|poin|tanda|ciri|ciri-ciri|fakta|mitos|"
    "manfaat|keuntungan|kelebihan|kekurangan|kesalahan|pertanyaan|aturan|larangan|kewajiban|hak|faktor|penyebab|dampak|modus|"
    "prinsip|kriteria|rekomendasi|strategi|contoh|pilihan|bidang|pemeriksaan|pesan|saran|negara|jenis|macam|kategori"
)
_EN_THINGS = (
    "things|tips|tricks|ways|steps|documents|requirements|stages|reasons|points|signs|facts|myths|benefits|mistakes|questions|"
    "rules|rights|duties|factors|causes|principles|criteria|recommendations|strategies|examples|options|types|kinds|checks"
)
# Words that make a number an estimate, a part of something or another number's neighbour.
_LOOSE = (
    "minimal|maksimal|setidaknya|sedikitnya|sekitar|kira-kira|lebih|dari|hingga|sampai|atau|ke|kurang|antara|salah|pasal|ayat|nomor|"
    "level|tahun|usia|semua|kedua|selain|besides|least|about|around|over|than|of|or|to|most|article|section|page"
)
_THINGS = frozenset(f"{_ID_THINGS}|tip|{_EN_THINGS}".split("|"))
_THING = re.compile(r"[a-z-]+")
_WORDS = "|".join(sorted((re.escape(w) for w in _VALUES if w not in _JA), key=len, reverse=True))
_PROMISE = re.compile(
    rf"(?<![\w.,/:%+~–-])(?P<number>\d{{1,2}}|{_WORDS})[ \t]{{1,4}}"
    rf"(?:(?:buah|butir|easy|simple|common|important|key|basic)[ \t]{{1,4}})?"
    rf"(?P<thing>{_ID_THINGS}|{_EN_THINGS})(?![\w-])",
    re.IGNORECASE,
)
_PROMISE_JA = re.compile(
    rf"(?<![\d.,])(?P<number>\d{{1,2}}|[{_JA}])(?:つの|の(?=こと|方法|ステップ|ポイント|手順|注意|理由|コツ|サイン|書類|ヒント|段階))(?P<thing>\w{{1,6}})"
)
_NUMBER = re.compile(rf"(?<![\w.,])(?:\d+|{_WORDS})(?![\w])", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w.!?:;]{0,3}$")
_ONLY_SOME = re.compile(
    r"[ \t]{1,4}(?:pertama|terakhir|lain|lainnya|tersebut|tadi|itu|di[ ]atas|sebelumnya|first|last|other|above|of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A number of things that a text speaks of: how many, of what, and from where up to where its words stand."""

    count: int
    thing: str
    start: int
    end: int


def promises(text: str, start: int = 0, end: int | None = None) -> Iterator[Promise]:
    """The exact numbers of countable things between two offsets of a text; estimates and parts of a whole are none."""
    end = len(text) if end is None else end
    # Few texts name such things at all, and the patterns are slow.
    some = not _THINGS.isdisjoint(_THING.findall(text[start:end].lower()))
    patterns = (*((_PROMISE,) if some else ()), *((_PROMISE_JA,) if "の" in text[start:end] else ()))
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            before = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
            if before is not None and re.fullmatch(_LOOSE, before[1], re.IGNORECASE):
                continue
            if _ONLY_SOME.match(text, match.end(), end):
                continue
            word = match["number"].casefold()
            yield Promise(int(word) if word.isdigit() else _VALUES[word], match["thing"].casefold(), match.start(), match.end())


def numbers(text: str) -> int:
    """How many numbers a text holds, in digits or in words."""
    return sum(1 for _ in _NUMBER.finditer(text))
