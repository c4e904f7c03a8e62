"""Sentences: where one ends, what stands around a place, and what ends in the middle."""

import re

# Words after which no sentence ends.
OPEN_WORDS = {
    "id": frozenset(
        "dan atau serta yang untuk dengan di ke dari pada dalam oleh karena agar supaya bahwa sehingga tetapi tapi namun "
        "adalah ialah yaitu yakni bagi para sang si kepada terhadap antara tentang jika kalau apabila bila ketika saat "
        "maupun melainkan sedangkan sebagai seperti sejumlah sebuah seorang setiap akan yg dgn utk krn kpd sbg dlm".split()
    ),
    "en": frozenset(
        "and or the a an of for to with by from at because but that which who whose if when while as into than is are was "
        "were your our their its".split()
    ),
}
# No sentence is looked at beyond so many characters from a place.
REACH = 300
# An abbreviation of up to three letters ends no sentence; neither does a dot inside a number.
_END = re.compile(r"(?:(?<=[^\W\d_]{4})\.|(?<=[\d)\]%])\.|[!?])[\"'”’)*_]{0,4}(?=\s|$)|[。！？]|\n[ \t\r]*\n")


def around(text: str, start: int, end: int) -> str:
    """The sentence that holds the characters from `start` up to `end`, cut at 300 characters on either side."""
    first, last = max(0, start - REACH), end + REACH
    for match in _END.finditer(text, first, start):
        first = match.end()
    following = _END.search(text, end, last)
    return text[first : following.end() if following else last]


def count(text: str) -> int:
    """How many sentences end in the text."""
    return sum(1 for _ in _END.finditer(text))


def first(text: str) -> str:
    """The text up to the end of its first sentence, all of it where none ends."""
    match = _END.search(text)
    return text[: match.end()].strip() if match else text.strip()
