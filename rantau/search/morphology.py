"""Indonesian word formation, undone: the ways in which a written word may be a root with prefixes, suffixes and clitics.

Nothing here knows which roots exist: a word goes in, readings come out, and the caller keeps those whose root is a word.
The prefixes are written `me pe per ber ter di ke se ku` whatever shape the next letter gave them (mem-, peng-, be-, bel-), and
`tidak` is the negation inside ketidak-...-an. Words are lower case a to z.
"""

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

VOWELS = frozenset("aeiou")
PARTICLES = ("lah", "kah", "tah", "pun")
PRONOUNS = ("nya", "ku", "mu")

# What the outermost prefix allows as suffix. "" is the bare word.
_SUFFIXES = {
    "": ("", "kan", "an", "i"),
    "di": ("", "kan", "i"),
    "me": ("", "kan", "i"),
    "pe": ("", "an"),
    "per": ("", "an", "kan", "i"),
    "ber": ("", "an", "kan"),
    "ter": ("", "kan", "i"),
    "ke": ("an", ""),
    "se": ("", "an"),
    "ku": ("", "kan", "i"),
}

# Which prefix may stand inside which.
_INSIDE = {
    "di": ("per", "ber", "ke", "se", "pe"),
    "me": ("per", "ber", "ke", "se", "pe"),
    "pe": ("ber", "ke", "se", "per"),
    "per": ("ke", "se"),
    "ber": ("ke", "pe", "se", "per"),
    "ter": ("per", "ke"),
    "ke": ("ber", "ter", "se", "pe", "per", "tidak"),
    "tidak": ("ber", "ter", "se", "me", "pe", "ke"),
    "se": ("pe", "per", "ke"),
    "ku": ("per", "ber", "ke"),
}
_DEPTH = 4
_BEGINNINGS = {prefix[:2]: tuple(p for p in _INSIDE if p[:2] == prefix[:2]) for prefix in _INSIDE}


class Reading(NamedTuple):
    """One way to read a word.

    `stripped` is the number of letters that belong to affixes, those counted that share a letter with the root (the m of
    memesan: pesan).
    """

    root: str
    prefixes: tuple[str, ...]
    suffix: str
    clitic: bool
    stripped: int


def readings(word: str, known: Container[str] | None = None) -> Iterator[Reading]:
    """All readings of a word, the bare word included, in no order of merit; with `known`, those whose root is in it."""
    for base, clitic, lost in _without_clitics(word):
        for suffix in _SUFFIXES[""]:
            if not base.endswith(suffix):
                continue
            stem = base.removesuffix(suffix)
            if len(stem) < 2:
                continue
            if known is None or stem in known:
                yield Reading(stem, (), suffix, clitic, lost + len(suffix))
            for root, prefixes, restored in _without_prefixes(stem) if stem[:2] in _BEGINNINGS else ():
                if known is not None and root not in known:
                    continue
                # After k one k of -kan is often left out: menunjukan.
                if suffix in _SUFFIXES.get(prefixes[0], ()) or (
                    suffix == "an" and root[-1] == "k" and prefixes[0] in ("me", "di")
                ):
                    yield Reading(root, prefixes, suffix, clitic, lost + len(suffix) + len(stem) - len(root) + restored)


def _without_clitics(word: str) -> list[tuple[str, bool, int]]:
    """The word, and what is left of it without a particle, a pronoun, or both; with what that counts in letters."""
    found = [(word, False, 0)]
    bases = [word]
    if word.endswith(PARTICLES) and len(word) > 5:
        bases.append(word[:-3])
        found.append((word[:-3], True, 3))
    for base in bases:
        for pronoun in PRONOUNS:
            if base.endswith(pronoun) and len(base) > len(pronoun) + 2:
                rest = base.removesuffix(pronoun)
                # -ku and -mu are rarer than a word that ends so by chance (terpaku).
                found.append((rest, True, len(word) - len(rest) + 2 * (pronoun != "nya")))
    return found


@lru_cache(maxsize=50_000)
def _without_prefixes(stem: str, depth: int = 1) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """What is left of the stem without one to four prefixes, the prefixes, and the number of letters put back on the way."""
    if len(stem) < 4:
        return ()
    found: list[tuple[str, tuple[str, ...], int]] = []
    for prefix in _BEGINNINGS.get(stem[:2], ()):
        for rest, restored in _undo(prefix, stem):
            if len(rest) < 2:
                continue
            found.append((rest, (prefix,), restored))
            if depth < _DEPTH and rest[:2] in _BEGINNINGS:
                allowed = _INSIDE[prefix]
                found += [
                    (root, (prefix, *inner), restored + more)
                    for root, inner, more in _without_prefixes(rest, depth + 1)
                    if inner[0] in allowed
                ]
    return tuple(found)


def _undo(prefix: str, stem: str) -> Iterator[tuple[str, int]]:
    """What a prefix may have been put before, with the number of letters that were put back."""
    if prefix in ("di", "ke", "se", "ku", "tidak"):
        if stem.startswith(prefix):
            yield stem[len(prefix) :], 0
    elif prefix in ("me", "pe"):
        yield from _unnasal(stem[2:])
        if prefix == "pe" and stem[2] not in VOWELS and stem[2] not in "lrwymn":
            yield stem[2:], 0
    else:
        yield from _unliquid(prefix, stem)


def _unnasal(rest: str) -> Iterator[tuple[str, int]]:
    """Undoes the nasal of meN- and peN-; `rest` is what follows me or pe."""
    first, second = rest[0], rest[1]
    if first in "lrwy" or (first == "m" and second in VOWELS) or (first == "n" and (second in VOWELS or second == "y")):
        yield rest, 0
    if rest.startswith("ng") and len(rest) > 3:
        inner = rest[2:]
        if inner[0] in VOWELS:
            yield rest, 0
            yield inner, 0
            yield "k" + inner, 1
            if inner[0] == "e" and len(inner) > 3 and sum(c in VOWELS for c in inner) == 2:
                yield inner[1:], 0
        else:
            yield inner, 0
            if inner[0] in "rl":
                yield "k" + inner, 1
    elif rest.startswith("ny") and len(rest) > 3 and rest[2] in VOWELS:
        yield "s" + rest[2:], 1
        yield "sy" + rest[2:], 1
    elif first == "n":
        if second in VOWELS:
            yield "t" + rest[1:], 1
        elif second in "cdjstz":
            yield rest[1:], 0
    elif first == "m":
        if second in VOWELS:
            yield "p" + rest[1:], 1
        elif second in "bpfv":
            yield rest[1:], 0
        elif second in "rl":
            yield "p" + rest[1:], 1


def _unliquid(prefix: str, stem: str) -> Iterator[tuple[str, int]]:
    """Undoes ber-, ter-, per-, which lose their r before r and before a first syllable in -er-, and may be bel-, pel-, tel-."""
    if stem.startswith(prefix):
        rest = stem[3:]
        yield rest, 0
        if rest and rest[0] in VOWELS:
            yield "r" + rest, 1
    elif stem[2:].startswith(("lajar", "lanjur")):
        yield stem[3:], 0
    elif len(stem) > 5 and stem[2] not in VOWELS and stem[3:5] == "er":
        yield stem[2:], 0
