"""Names as people write them: one folded form for all spellings, and the nearest known one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

from rantau.model import Registry, Term

_APART = re.compile(r"[\s\-_‐-―]+")


def fold(name: str) -> str:
    """The form in which names are compared: "GOES  Japan" and "goes-japan" are one."""
    return _APART.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()


def lookup(registry: Registry, name: str) -> Term | None:
    """The term that a key, a name or an alias means, or None."""
    key = registry.names.get(fold(name))
    return registry.terms[key] if key is not None else None


def nearest(word: str, candidates: Iterable[str], likeness: float = 0.6) -> str:
    """The candidate most like the word, or "" when none reaches the likeness (0 to 1) at which it may be meant."""
    folded = {fold(c): c for c in candidates}
    close = difflib.get_close_matches(fold(word), sorted(folded), n=1, cutoff=likeness)
    return folded[close[0]] if close else ""


def one_slip(word: str, name: str) -> bool:
    """Whether a single slip parts the two: a letter too many, too few or wrong, or two neighbours that changed places."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    if len(word) != len(name):
        short, long = sorted((word, name), key=len)
        return any(short == long[:i] + long[i + 1 :] for i in range(len(long)))
    apart = [i for i, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
    if len(apart) == 2:
        i, j = apart
        return j == i + 1 and (word[i], word[j]) == (name[j], name[i])
    return len(apart) == 1
