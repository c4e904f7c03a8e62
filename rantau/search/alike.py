"""Which right words a reader's browser must be told of although no page has them: those that it would take for another one."""

from collections.abc import Iterable, Iterator, Set

# Roots are short.
_LONGEST = 12
_PREFIXES = "di ter ber be ke se memper diper per menge penge meng peng meny peny mem pem men pen me pe".split()
_SUFFIXES = "nya lah kah pun ku mu kan an i".split()
# What meN- and peN- swallow.
_SWALLOWED = ("", "k", "p", "s", "t")


def mistakable(roots: Set[str], held: Iterable[str]) -> set[str]:
    """Those of the `roots` that are a slip away from a word that pages hold, its beginning, or look like a form of it.

    A slip is a letter too many, too few, another one, or two of them swapped. Plain words in small letters. What is never
    corrected or completed, as it is too short, is left out.
    """
    words = {word for word in held if 2 < len(word) <= _LONGEST}
    found = {word[:size] for word in words for size in range(3, len(word)) if word[:size] in roots}
    for size in range(4, _LONGEST + 1):
        some = [root for root in roots if len(root) == size]
        own = {shape for root in some for shape in _without(root, "*")}
        gaps = {shape for word in words if len(word) == size for shape in _without(word, "*") if shape in own}
        found.update(shape for word in words if len(word) == size + 1 for shape in _without(word, "") if shape in roots)
        found.update(root for root in some if not gaps.isdisjoint(_without(root, "*")) or not words.isdisjoint(_forms(root)))
    return found


def _without(word: str, sign: str) -> Iterator[str]:
    """The word with a sign in the place of each letter."""
    return (word[:at] + sign + word[at + 1 :] for at in range(len(word)))


def _forms(root: str) -> Iterator[str]:
    """The words that are one letter shorter, those with two letters swapped, and what is left without affixes."""
    yield from _without(root, "")
    yield from _swapped(root)
    yield from _inner(root)


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _inner(word: str) -> Iterator[str]:
    """What may be left of a word without affixes, as theme/assets/search/spelling.js takes them off: four letters or more."""
    ends = [len(word), *(len(word) - len(suffix) for suffix in _SUFFIXES if word.endswith(suffix))]
    starts = [0, *(len(prefix) for prefix in _PREFIXES if word.startswith(prefix))]
    for start in starts:
        for end in ends if len(ends) + len(starts) > 2 else ():
            left = word[start:end]
            yield from (first + left for first in (_SWALLOWED if start else ("",)) if 3 < len(first + left) < len(word))
