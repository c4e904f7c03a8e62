"""A text as the words a search knows: theme/search/words.js splits every text into the same ones.

Compatibility forms are folded (NFKC), Latin letters lose case and accents, marks are dropped; "Rp1.500.000" is "rp"
and one number, as are "1,5 juta" and the telephone number "0800-1000"; "Jum'at" is one word. Japanese and Chinese, written
without spaces, become pairs of neighbouring letters.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 64
_RUN = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("([^\\W_])['’ʼ`](?=[^\\W_])")
_RUPIAH = re.compile("(?<![^\\W_])rp(?=[0-9])")
_SUM = re.compile(r"(^|[^\w.,]|_)([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?(juta|jt|ribu|rb)(?![^\W_])")
_ZEROS = {"juta": 6, "jt": 6, "ribu": 3, "rb": 3}
_PHONE = re.compile(r"(^|[\W_])(?:\+62[- ]?|0)([0-9]{2,4})([- ])([0-9]{3,4})(?:\3?([0-9]{3,5}))?(?![^\W_])")
_THOUSANDS = re.compile(r"([0-9])[.,](?=[0-9]{3}(?![0-9]))")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
# Kana, the unified ideographs of the basic plane, and the compatibility ideographs that NFKC keeps.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PART = re.compile(f"[{_CJK}]+|[^{_CJK}]+")
_IS_CJK = re.compile(f"[{_CJK}]")


def split(text: str) -> list[str]:
    """The words of a text in their order, each at most LONGEST characters long."""
    folded = fold(text)
    if folded.isascii():
        return [word if len(word) <= LONGEST else word[:LONGEST] for word in _RUN.findall(folded)]
    return [word for run in _RUN.findall(folded) for word in _parts(run)]


def fold(text: str) -> str:
    """The text in the form in which words are compared; its words are runs of letters and digits."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).lower()
        text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFD", found[0]), text)
        marks = [c for c in set(text) if unicodedata.category(c).startswith("M")]
        text = text.translate(dict.fromkeys(map(ord, marks))) if marks else text
    else:
        text = text.lower()
    if "'" in text or "’" in text or "ʼ" in text or "`" in text:
        text = _APOSTROPHE.sub(r"\1", text)
    if "rp" in text:
        text = _RUPIAH.sub("rp ", text)
    if any(unit in text for unit in _ZEROS):
        text = _SUM.sub(_whole, text)
    if "0" in text or "+62" in text:
        text = _PHONE.sub(r"\g<1>0\2\4\5", text)
    return _THOUSANDS.sub(r"\1", text)


def _whole(found: re.Match[str]) -> str:
    before, number, rest, unit = found.groups("")
    return before + ((number + rest.ljust(_ZEROS[unit], "0")).lstrip("0") or "0")


def is_cjk(word: str) -> bool:
    """Whether the word is a piece of a script without spaces."""
    return _IS_CJK.match(word) is not None


def _parts(run: str) -> Iterator[str]:
    for part in _PART.findall(run):
        if len(part) < 3 or not is_cjk(part):
            yield part[:LONGEST]
        else:
            yield from (part[at : at + 2] for at in range(len(part) - 1))
