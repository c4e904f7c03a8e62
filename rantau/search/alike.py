"""Which right words a reader's browser must be told of although no page has them: those that it would take for another one."""

from collections.abc import Iterable, Iterator, Set

# Roots are short.
_LONGEST = 12
_PREFIXES = tuple("di ter ber be ke se memper diper per menge penge meng peng meny peny mem pem men pen me pe".split())
_SUFFIXES = tuple("nya lah kah pun ku mu kan an i".split())
# What meN- and peN- swallow.
_SWALLOWED = ("", "k", "p", "s", "t")


def mistakable(roots: Set[str], held: Iterable[str]) -> set[str]:
    """Those of the `roots` that are a slip away from a word that pages hold, its beginning, or look like a form of it.

    A slip is a letter too many, too few, another one, or two of them swapped. Plain words in small letters. What is never
    corrected or completed, as it is too short, is left out.
    """
    words = {word for word in held if 2 < len(word) <= _LONGEST}
    found = {word[:size] for word in words for size in range(3, len(word)) if word[:size] in roots}
    found.update(root for root in roots if 3 < len(root) <= _LONGEST and not words.isdisjoint(_inner(root)))
    sizes = {size: [word for word in words if len(word) == size] for size in range(3, _LONGEST + 2)}
    for size in range(4, _LONGEST + 1):
        shorter = {shape for word in sizes[size + 1] for shape in _without(word, "")}
        # Two words a slip apart are one word when a letter is left out of each; few roots pass, and are looked at closely.
        left = {shape for word in sizes[size] for shape in _without(word, "")}.union(sizes[size - 1])
        near = [root for root in roots if len(root) == size and not left.isdisjoint(_without(root, ""))]
        own = {shape for root in near for shape in _without(root, "*")}
        gaps = {shape for word in sizes[size] for shape in _without(word, "*") if shape in own}
        found.update(shorter & roots)
        found.update(root for root in near if not gaps.isdisjoint(_without(root, "*")) or not words.isdisjoint(_slips(root)))
    return found


def _without(word: str, sign: str) -> list[str]:
    """The word with a sign in the place of each letter."""
    return [word[:at] + sign + word[at + 1 :] for at in range(len(word))]


def _slips(root: str) -> list[str]:
    """The words that are one letter shorter, and those with two letters swapped."""
    return _without(root, "") + [root[:at] + root[at + 1] + root[at] + root[at + 2 :] for at in range(len(root) - 1)]


def _inner(word: str) -> Iterator[str]:
    """What may be left of a word without affixes, as theme/assets/search/spelling.js takes them off: four letters or more."""
    if not word.startswith(_PREFIXES) and not word.endswith(_SUFFIXES):
        return
    ends = [len(word), *(len(word) - len(suffix) for suffix in _SUFFIXES if word.endswith(suffix))]
    starts = [0, *(len(prefix) for prefix in _PREFIXES if word.startswith(prefix))]
    for start in starts:
        for end in ends:
            left = word[start:end]
            yield from (first + left for first in (_SWALLOWED if start else ("",)) if 3 < len(first + left) < len(word))
