"""Where things of a rendered body stand in its file: rendering loses the places, so they are looked up again.

`prose` is the whole file with front matter, code and code spans blanked out, character by character.
"""

import re
from collections.abc import Iterator
from html import unescape

from rantau.model import Defect, Edit, Span
from rantau.source import unseen

_ENTITY = re.compile(r"&#?\w{1,10};")


class Places:
    """Where pieces of a body stand in the file; equal pieces are given out in the order of the file."""

    def __init__(self, prose: str, first_line: int) -> None:
        self.prose = prose
        self.first_line = first_line
        self.taken: dict[str, int] = {}

    def of(self, piece: str) -> Span:
        """The next place of a piece of text, or the start of the body."""
        start = self.prose.find(piece, self.taken.get(piece, 0))
        if start < 0:
            start = self.prose.find(piece)
        if start < 0:
            return Span(self.first_line, 1, self.first_line, 1)
        self.taken[piece] = start + len(piece)
        return span_at(self.prose, start, start + len(piece))

    def of_link(self, destination: str) -> Span:
        """The next place where the destination stands as one, or else as anything."""
        if not destination:
            return self.of("]()")
        begin = self.taken.get(destination, 0)
        pattern = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|<)(?=" + re.escape(destination) + ")")
        match = pattern.search(self.prose, begin)
        if match is None:
            return self.of(destination)
        self.taken[destination] = match.end() + len(destination)
        return span_at(self.prose, match.end(), match.end() + len(destination))


def span_at(text: str, start: int, end: int) -> Span:
    """The span of the characters from `start` up to `end`."""
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start)
    end_line, end_column = text.count("\n", 0, end), end - text.rfind("\n", 0, end)
    return Span(line + 1, column, end_line + 1, end_column)


def unseen_entities(prose: str) -> Iterator[Defect]:
    """Hidden characters written as entities ("&#8238;")."""
    for match in _ENTITY.finditer(prose):
        character = unescape(match[0])
        # What stands around it decides whether a joiner is one of its script's letters.
        before, after = prose[max(0, match.start() - 2) : match.start()], prose[match.end() : match.end() + 2]
        for defect in unseen(character) if next(unseen(f"{before}{character}{after}"), None) else ():
            span = span_at(prose, match.start(), match.end())
            yield Defect("hidden-characters", span, defect.values, (Edit(span, ""),))


def unknown_boxes(prose: str, known: frozenset[str]) -> Iterator[Defect]:
    """Boxes ("!!! note") of a kind that is not known; a cry between such marks ("!!! Awas !!!") is none."""
    for match in re.finditer(r"^[ \t]*(?P<marks>!!!|\?\?\?\+?)[ \t]+(?P<kind>[^\n\"]*)", prose, re.MULTILINE):
        kind = match["kind"].strip()
        cry = kind.endswith(match["marks"]) or not (kind or prose.startswith('"', match.end()))
        cry = cry and not prose.startswith(("\n ", "\n\t"), match.end())
        if kind not in known and not cry:
            yield Defect("unknown-box", span_at(prose, match.start("kind"), match.start("kind") + len(kind)), {"kind": kind})
