"""The language of a text, guessed from its smallest words; "" wherever that is not certain.

Only the site's own languages are told apart. Neighbours of Indonesian (Malay, Javanese, Sundanese) are nobody's mistake here.
"""

import re

from rantau.model import Localized

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3041-\u30ff]")
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_SMALL = {
    "en": frozenset(
        "the of and to in is are was were for with that this these those by from on as be been have has had it its not or an "
        "a which who will would can their they you your we our but if when how what there at he she his her".split()
    ),
    "id": frozenset(
        "yang dan di ke dari untuk dengan ini itu pada adalah tidak akan dalam bisa atau oleh juga karena sudah ada anda kami "
        "kita mereka sebagai para dapat harus agar jika bila kalau telah lebih saat serta seperti saja belum bukan hanya "
        "antara tanpa secara hingga sampai setiap orang".split()
    ),
}
# What short descriptions of pictures are made of besides; none of these is a word of the other language.
_PICTURED = {
    "en": frozenset(
        "man woman men women people person worker workers nurse students holding standing sitting wearing working walking "
        "young photo image picture hands table desk front group flag building near over".split()
    ),
    "id": frozenset(
        "seorang dua tiga laki perempuan pria wanita pekerja perawat siswa memegang berdiri duduk memakai bekerja foto gambar "
        "tangan meja depan sekelompok bendera gedung dekat atas bawah sedang sambil berisi suasana".split()
    ),
}
_LEAST = {"en": 0.28, "id": 0.14}
_LEAST_BRIEF = 0.35
_MOST_OTHER = 0.04


_NAMES = {
    "id": Localized("Indonesia", "Indonesian"),
    "en": Localized("Inggris", "English"),
    "ja": Localized("Jepang", "Japanese"),
}
# Words that a page of one language holds only when it holds a sentence of the other.
_HINTS = {"en": (" the ", " of ", " and "), "id": (" yang ", " dan ", " dengan ")}
# What is said in somebody else's words: in quotation marks, in italics, in brackets, as the words of a link.
_QUOTED = re.compile(
    '“[^”]{1,600}”|"[^"]{1,600}"|「[^」]{1,500}」|\\([^()]{1,500}\\)|(?<![\\w*])\\*[^*]{1,500}\\*(?![\\w*])'
    "|(?<!\\w)_[^_]{1,500}_(?!\\w)|\\[[^\\[\\]]{1,500}\\]"
)


def named(language: str) -> Localized:
    """The name of one of the site's languages."""
    return _NAMES[language]


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks, brackets or italics, and without the words of links."""
    return _QUOTED.sub(" ", text)


def hints(text: str, language: str) -> bool:
    """Whether a long text in a language may hold a paragraph in another one; a quick look, "no" is certain."""
    others = (sum(map(text.count, hints)) > 1 for name, hints in _HINTS.items() if name != language)
    return any(others) or (language != "ja" and _KANA.search(text) is not None)


def guess(text: str) -> str:
    """The language of a paragraph of some twenty words or more: "id", "en", "ja", or "" when it is not certain."""
    if japanese(text) >= 40 and len(_KANA.findall(text)) * 4 >= japanese(text):
        return "ja" if japanese(text) > 2 * len(re.findall("[A-Za-z]", text)) else ""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return ""
    shares = {name: sum(word in small for word in words) / len(words) for name, small in _SMALL.items()}
    first, other = sorted(shares, key=lambda name: -shares[name])
    return first if shares[first] >= _LEAST[first] and shares[other] <= _MOST_OTHER else ""


def guess_brief(text: str, least: int = 1) -> str:
    """The language of a few words, such as a title: two words of it, `least` of them small ones, and none of the other; or "".

    Names say nothing: "Specified Skilled Worker" is one in every language.
    """
    if _KANA.search(text):
        return "ja" if japanese(text) >= 6 and not re.search("[A-Za-z]{3}", text) else ""
    words = [word.lower() for word in _WORD.findall(text)]
    known = {name: sum(word in small or word in _PICTURED[name] for word in words) for name, small in _SMALL.items()}
    small = {name: sum(word in _SMALL[name] for word in words) for name in _SMALL}
    first, other = sorted(known, key=lambda name: -known[name])
    enough = known[first] >= 2 and small[first] >= least and known[first] >= _LEAST_BRIEF * len(words)
    return first if enough and not known[other] else ""


def japanese(text: str) -> int:
    """The number of Japanese characters."""
    return len(_JAPANESE.findall(text))


def words(text: str) -> int:
    """The number of words; a Japanese one is counted as two characters."""
    count = japanese(text)
    return count // 2 if count > 40 else len(_WORD.findall(text))
