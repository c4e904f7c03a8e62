"""From a word of a text to the key that all forms of its family share: latih, pelatihan, dilatihkan -> latih.

A reader who searches one form finds the others; two families never share a key for the sake of a common ending. The key
is a word that is its own key, so conflating twice changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources

from rantau.search import roots
from rantau.search.morphology import VOWELS, Reading, readings

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
# Nobody writes a longer word.
_LONGEST = 40


@cache
def dictionary() -> frozenset[str]:
    """The roots that PySastrawi ships (kata-dasar.txt), without those that `roots` takes out, with those it adds."""
    text = resources.files("Sastrawi.Stemmer").joinpath("data/kata-dasar.txt").read_text("utf-8")
    return (frozenset(w for w in text.split() if len(w) > 2 and _LETTERS.issuperset(w)) - roots.REMOVED) | roots.ADDED


class Conflator:
    """Word -> key. Takes words in lower case NFKC; what is not in the letters a to z (digits, other scripts) is its own key.

    `exceptions` maps forms to keys and has the last word; its forms and keys are roots to all other words, so that whatever
    is formed of them follows. `names` are never taken apart, save from -nya, -ku, -mu, -lah, -kah, -tah, -pun.
    """

    def __init__(self, exceptions: Mapping[str, str], names: Collection[str]) -> None:
        self._known: dict[str, str] = {}
        self._exceptions = {form: _end(exceptions, form) for form in exceptions}
        keys = frozenset(self._exceptions.values())
        self._whole = keys.union(names)
        self._roots = dictionary().union(keys, self._exceptions)
        self._all = self._roots.union(names)

    def __call__(self, word: str) -> str:
        """The key of a word: never empty for a word that is not, never an error, and its own key."""
        key = self._known.get(word)
        if key is None:
            key = self._known[word] = self._key(word)
        return key

    def _key(self, word: str) -> str:
        if word in self._exceptions:
            return self._exceptions[word]
        if word in self._whole:
            return word
        if "-" in word:
            return self._repeated([part for part in word.split("-") if part]) or word
        if not 3 < len(word) <= _LONGEST or word in self._roots or not _LETTERS.issuperset(word):
            return word
        found = [reading for reading in readings(word, self._all) if self._is_root(reading)]
        if found:
            root = _best(found)
            return self._exceptions.get(root, root)
        root = roots.unlisted(word)
        return self(root) if root != word else word

    def _repeated(self, parts: list[str]) -> str:
        """The key of anak-anaknya, menakut-nakuti, or of each part where they differ."""
        keys = [self(part) for part in parts]
        if len(keys) == 2 and self("me" + keys[1]) == keys[0]:
            return keys[0]
        return keys[0] if len(set(keys)) == 1 else "-".join(keys)

    def _is_root(self, reading: Reading) -> bool:
        """Whether the reading's root is a word, and long enough for its affixes: of three letters, nearly any word has one."""
        root, prefixes, suffix = reading.root, reading.prefixes, reading.suffix
        if root not in self._roots:
            return reading.clitic and not prefixes and not suffix and root in self._whole
        if len(root) > 3:
            return True
        open_ended = len(root) == 3 and root[1] in VOWELS and root[2] in VOWELS
        if not prefixes:
            return root[0] in VOWELS or (reading.clitic and not suffix) or (suffix == "kan" and open_ended)
        if root[0] in VOWELS or open_ended:
            return prefixes != ("se",)
        return prefixes[0] in ("di", "me", "pe", "ber")


def _end(exceptions: Mapping[str, str], form: str) -> str:
    """Where a chain of exceptions ends; in a ring of them, its first word by the alphabet."""
    path = [form]
    while (key := exceptions.get(path[-1], path[-1])) not in path:
        path.append(key)
    return min(path[path.index(key) :])


def _best(found: Iterable[Reading]) -> str:
    """The root of the likeliest reading, after the rivals that word formation makes are settled."""
    by_root: dict[str, Reading] = {}
    for reading in sorted(found, key=_cost):
        by_root.setdefault(reading.root, reading)
    losers = by_root.keys() & roots.losers(by_root) if len(by_root) > 1 else set()
    return next((root for root in by_root if root not in losers), next(iter(by_root)))


def _cost(reading: Reading) -> tuple[int, int, bool, int, str]:
    """What is likelier comes first: few letters taken away, few affixes, ber-, se- and ku- last; then the alphabet."""
    prefixes, suffix, root = reading.prefixes, reading.suffix, reading.root
    first = prefixes[0] if prefixes else ""
    taken = reading.stripped
    if not first and suffix == "i" and root.startswith("pe") and root[2:3] != "r":
        taken += 4  # pencari, pendaki: peN- before a root in -i rather than an imperative in -i
    if not first and suffix == "kan" and root.startswith("ke"):
        taken += 4  # keburukan: ke-...-an rather than an imperative in -kan
    if (first == "ke" and suffix != "an") or (first in ("di", "me") and suffix == "an"):
        taken += 3
    return taken, len(prefixes) + reading.clitic + bool(suffix), first in ("ber", "se", "ku"), len(prefixes), root
