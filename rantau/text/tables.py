"""Tables as editors write them: blocks of lines with the cells of each, read as the renderer reads them.

Works on a document's `prose`, in which code is blank, so that a sign in code parts no cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_BEFORE = re.compile(r"[ \t>]*")
# What the renderer takes out of a block before it looks for a table in the rest.
_APART = re.compile(r"#{1,6}(?!#)|(?:!!!|\?\?\?)|[-=*_]{3,}[ \t]*$|[-=]+[ \t]*$")
_PIPE = re.compile(r"\\.|(\|)")
_UNMARKED = re.compile(r"(?<!\\)\|")
_DASHES = "-–—_="


@dataclass(frozen=True)
class Row:
    """One line of a block: the offset of its first visible character, what stands before it, its words."""

    start: int
    before: str
    text: str

    @cached_property
    def pipes(self) -> tuple[int, ...]:
        """Where in the text the signs stand that part cells."""
        return tuple(match.start() for match in _PIPE.finditer(self.text) if match[1]) if "|" in self.text else ()

    @property
    def framed(self) -> tuple[bool, bool]:
        """Whether the row starts and whether it ends with such a sign."""
        ends = bool(self.pipes) and self.pipes[-1] == len(self.text) - 1
        return bool(self.pipes) and self.pipes[0] == 0, ends

    def cells(self, framed: bool | None = None) -> tuple[tuple[int, int], ...]:
        """Start and end of each cell as offsets of the file; `framed` says whether signs at the edges are only a frame."""
        left, right = self.framed
        frame = (left or right) if framed is None else framed
        pipes = list(self.pipes)
        first, last = 0, len(self.text)
        if frame and left:
            first = pipes.pop(0) + 1
        if frame and right and pipes:
            last = pipes.pop()
        bounds = [first, *(place for pipe in pipes for place in (pipe, pipe + 1)), last]
        return tuple((self.start + a, self.start + b) for a, b in zip(bounds[::2], bounds[1::2], strict=True))

    @property
    def delimits(self) -> bool:
        """Whether the row parts a head from its rows, or was meant to: nothing but dashes of some kind between signs."""
        return bool(self.pipes) and set(self.text) <= set(f"|:{_DASHES} \t") and any(c in self.text for c in _DASHES)

    @property
    def sound(self) -> bool:
        """Whether a row that delimits is written with hyphens, as the renderer wants it."""
        return set(self.text) <= set("|:- ")


def blocks(prose: str, start: int, tabs: bool = False) -> Iterator[list[Row]]:
    """The blocks of a body that starts at an offset: lines without an empty one between them, of which one holds a "|".

    With `tabs` also those of which one holds a tab.
    """
    at = start
    while (place := _sign(prose, at, tabs)) >= 0:
        begin = prose.rfind("\n", at, place) + 1 or at
        while begin > at and not _blank(prose, previous := prose.rfind("\n", at, begin - 1) + 1 or at, begin - 1):
            begin = previous
        at = begin
        found: list[Row] = []
        while at <= len(prose):
            end = prose.find("\n", at) % (len(prose) + 1)
            line = prose[at:end]
            match = _BEFORE.match(line)
            width = match.end() if match is not None else 0
            text = line[width:].rstrip()
            if text and not _APART.match(text):
                found.append(Row(at + width, line[:width], text))
            elif found:
                yield found
                found = []
            at = end + 1
            if not text:
                break
        if found:
            yield found


def _sign(prose: str, start: int, tabs: bool) -> int:
    """The place of the next sign that a table may be made with, -1 for none."""
    pipe = prose.find("|", start)
    tab = prose.find("\t", start) if tabs else -1
    return min(place for place in (pipe, tab) if place >= 0) if pipe >= 0 or tab >= 0 else -1


def _blank(prose: str, start: int, end: int) -> bool:
    return not prose[start:end].strip(" \t\r>")


def is_table(block: Sequence[Row]) -> bool:
    """Whether the renderer makes a table of the block."""
    if len(block) < 2 or not block[0].pipes or not block[1].delimits or not block[1].sound:
        return False
    frame = any(block[0].framed)
    return len(block[0].cells(frame)) == len(block[1].cells(frame))


def delimiter(head: Row, old: Row | None = None) -> str:
    """The row that belongs below a head: "|---|:--|"; the sides to which an old one aligns its columns are kept."""
    sides = [cell.strip() for cell in old.text.strip("|").split("|")] if old is not None else []
    cells = []
    for number, _ in enumerate(head.cells()):
        side = sides[number] if number < len(sides) else ""
        cells.append(f"{':' if side.startswith(':') else '-'}-{':' if side.endswith(':') and len(side) > 1 else '-'}")
    return f"|{'|'.join(cells)}|"


def written(cells: Sequence[str]) -> str:
    """A row of a table: "| a | b |"; a sign within a cell is marked as one."""
    return "| " + " | ".join(_UNMARKED.sub(r"\|", cell.strip()) for cell in cells) + " |"
