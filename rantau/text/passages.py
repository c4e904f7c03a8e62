"""Passages: the paragraphs, items, headings and boxes of a body, read off its lines without rendering it.

Offsets count code points of `Document.prose`, whose code and front matter are blanked out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_BOX = re.compile(r'[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(\w+)(?:[ \t]+"([^"\n]*)")?')
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_HEADING = re.compile(r" {0,3}#{1,6}(?!#)[ \t]*")
_DEFINITION = re.compile(r"[ \t]*(?:\*\[|\[\^|\[)[^\]\n]{1,200}\]:")
_END = re.compile(r"[.!?。！？]+[\"”’')*_]*(?=\s)|[。！？]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of a body from `start` up to `end`.

    `kind` is "paragraph", "item", "heading", "quote", "table", "box" (the line that opens one) or "definition" (of a
    note, a reference or an abbreviation). `heading` are the words of the nearest heading above, `lead` those of the
    paragraph before a list, `box` is the kind of the box around it and `title` that box's title; "" for none.
    """

    kind: str
    start: int
    end: int
    heading: str = ""
    lead: str = ""
    box: str = ""
    title: str = ""


def passages(prose: str) -> Iterator[Passage]:
    """The passages in order; empty lines and lines of code alone belong to none."""
    previous = Passage("", 0, 0)
    for found in _pieces(prose):
        piece = found
        if piece.kind == "paragraph" and not piece.box and previous.kind == "item" and _indented(prose, piece.start):
            piece = replace(piece, kind="item")
        if piece.kind == "item":
            before = prose[previous.start : previous.end] if previous.kind == "paragraph" else ""
            piece = replace(piece, lead=previous.lead if previous.kind == "item" else before)
        previous = piece
        yield piece


def _pieces(prose: str) -> Iterator[Passage]:
    heading = box = title = kind = ""
    start = end = at = 0
    for line in prose.split("\n"):
        begin, at = at, at + len(line) + 1
        shape = _shape(line)
        # A plain line goes on with what stands before it, and so does a further line of the same kind.
        goes_on = (shape == "paragraph" and kind in ("paragraph", "item", "quote")) or shape == kind != "item"
        if kind and not (shape and goes_on):
            yield Passage(kind, start, end, heading, "", box, title)
            kind = ""
        if not shape:
            continue
        if box and line[0] not in " \t":
            box = title = ""
        if shape == "heading":
            heading = line.strip(" #\t\r")
        elif shape == "box" and (opened := _BOX.match(line)) is not None:
            box, title = opened[1].lower(), opened[2] or ""
        if not kind:
            kind, start = shape, begin + len(line) - len(line.lstrip())
        end = begin + len(line.rstrip())
    if kind:
        yield Passage(kind, start, end, heading, "", box, title)


def _indented(prose: str, start: int) -> bool:
    return prose[start - 1 : start] in (" ", "\t")


def sentence(text: str, start: int, end: int, around: int = 0) -> tuple[int, int]:
    """The bounds of the sentence that holds the characters from `start` up to `end`, with as many around it on each side."""
    ends = [match.end() for match in _END.finditer(text)]
    before = [0, *(place for place in ends if place <= start)]
    after = [*(place for place in ends if place >= end), len(text)]
    return before[max(0, len(before) - 1 - around)], after[min(around, len(after) - 1)]


def _shape(line: str) -> str:
    """What the line starts or goes on with; "" for an empty one."""
    text = line.strip()
    if not text:
        return ""
    if text[0] == "#" and _HEADING.match(line):
        return "heading"
    if text[0] in "!?" and _BOX.match(line):
        return "box"
    if text[0] in "*[" and _DEFINITION.match(line):
        return "definition"
    if text[0] == ">":
        return "quote"
    if text[0] == "|" or text.count("|") > 1:
        return "table"
    return "item" if _ITEM.match(line) else "paragraph"
