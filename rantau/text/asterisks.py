"""Asterisks that were meant to make words bold or slanted, and a blank inside keeps them from it."""

import re
from collections.abc import Iterator
from functools import lru_cache

SPACED = re.compile(r"(?<!\S)\*\*[ \t]+(?P<words>[^\W\d_][^*\n]{0,80}?)[ \t]+\*\*(?![\w*])")
_MARK = re.compile(r"\*\*")
# Between two marks that follow each other; only one blank at one end is too many.
_LOOSE = re.compile(r"\*\*(?P<before>[ \t]*)(?P<words>[^\W\d_][^*\n|]{0,200}?)(?P<after>[ \t]*)\*\*")
_FIRST = re.compile(r"\*+[ \t]*\w+")
_ITALIC = re.compile(r"(?<![\w*])\*(?P<words>[^\W\d_][^*\n|=+/]{0,60}?)[ \t]+\*(?=[\s.,;:!?)]|$)(?![ \t]*\d)")
_ITALICS = re.compile(r"(\*{1,3})(?=[^\s*])[^*]{0,6000}(?<=[^\s*])\1|^[ \t>]*\*[ \t]", re.MULTILINE)
_WORD = re.compile(r"[\w*]")


def loose(piece: str, seen: str) -> Iterator[re.Match[str]]:
    """Pairs of marks on one line with a blank inside at one end, or at both and a word behind, where readers see them."""
    marks = [match.start() for match in _MARK.finditer(piece)]
    if len(marks) % 2:
        return
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        match = _LOOSE.fullmatch(piece, one, other + 2)
        if match is None or not (match["before"] or match["after"]) or SPACED.match(piece, one):
            continue
        before, behind = piece[:one], piece[other + 2 : other + 3]
        free = not before or before[-1].isspace() or before[-1] in "(>" if match["before"] else not _WORD.search(before[-1:])
        sign = match["before"] and before.rstrip()[-1:].isdigit()
        glued = not match["after"] and _WORD.match(behind)
        first = _FIRST.match(piece, one)
        if free and not sign and not glued and first is not None and first[0] in seen:
            yield match


def slanted(piece: str, text: str, seen: str) -> re.Match[str] | None:
    """What was meant to be slanted, if no other asterisk of the `text` may be a sign for a remark."""
    match = _ITALIC.search(piece) if piece.count("*") == 2 else None
    first = _FIRST.match(match[0]) if match is not None else None
    return match if first is not None and first[0] in seen and not _signs(text) else None


@lru_cache(maxsize=1)
def _signs(text: str) -> bool:
    """Whether asterisks are left that neither open nor close anything, nor start items."""
    return "*" in _ITALIC.sub("", _ITALICS.sub("", text))
