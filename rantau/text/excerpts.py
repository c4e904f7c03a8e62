"""Pieces of files for people to look at: the line around a place, without what a terminal or a browser would obey."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from rantau.model import Diagnostic, Span

# A paragraph is often one line; a report shows this much of it around the place.
LONGEST = 300
_TURNING = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def plain(text: str) -> str:
    """The text on one line: a control character, a line break or half a letter is shown as one that says so; tabs stay."""
    return "".join("\ufffd" if c != "\t" and _commands(c) else c for c in text)


def _commands(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or unicodedata.bidirectional(character) in _TURNING


def ordered(span: Span) -> Span:
    """The span as every consumer takes it: nothing before line 1 and column 1, and no end before the start."""
    line, column = max(1, span.line), max(1, span.column)
    end_line = max(line, span.end_line)
    return Span(line, column, end_line, max(column if end_line == line else 1, span.end_column))


def window(found: Diagnostic, longest: int = LONGEST, width: Callable[[str], int] = len) -> tuple[str, str, str]:
    """The line before, in and behind the place; of a very long line the part around it, with "…" where it goes on.

    The part is as wide as `longest` at most, as `width` measures a single character, and always holds the start of the place.
    """
    span, line = ordered(found.span), found.source
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    first, last = _part(line, start, longest, width)
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    end = min(end, last)
    return before + plain(line[first:start]), plain(line[start:end]), plain(line[end:last]) + after


def _part(line: str, at: int, longest: int, width: Callable[[str], int]) -> tuple[int, int]:
    """From where to where a line is shown: a third of what there is room for before the place, more where the line ends early."""
    ends = [0, *accumulate(map(width, line))]
    if ends[-1] <= longest:
        return 0, len(line)
    first = bisect_left(ends, min(ends[at] - longest // 3, ends[-1] - longest)) if ends[at] > longest // 3 else 0
    return first, bisect_right(ends, ends[first] + longest) - 1
