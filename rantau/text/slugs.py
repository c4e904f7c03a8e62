"""Slugs: the words of an address, in lower-case ASCII."""

import re
import unicodedata

_APART = re.compile(r"[^a-z0-9]+")
_ANCHOR_APART = re.compile(r"[^\w]+")
# Letters that NFKD leaves whole; the rest of Latin decomposes into a base letter and marks.
_WHOLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"})


def slugify(words: str) -> str:
    """The slug of a name: "Côte d'Ivoire" -> "cote-d-ivoire"; "" when no ASCII letter or digit is left."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_WHOLE))
    return _APART.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def anchor(words: str) -> str:
    """The id of a heading; other scripts keep their letters, because only addresses must be ASCII."""
    return _ANCHOR_APART.sub("-", unicodedata.normalize("NFKC", words).casefold()).strip("-_")
