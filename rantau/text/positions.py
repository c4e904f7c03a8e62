"""Places of a text as offsets and as spans, in both directions, without counting lines anew for each of them."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from rantau.model import Document, Span


class Positions:
    """The lines of one text; offsets are 0-based and count code points, spans are those of `rantau.model`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.size = len(text)

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line, and that after the last one; found when first asked for."""
        return list(accumulate((len(line) + 1 for line in self._text.split("\n")), initial=0))

    def span(self, start: int, end: int) -> Span:
        """The span from one offset up to another."""
        line, end_line = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Span(line, start - self.starts[line - 1] + 1, end_line, end - self.starts[end_line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, the nearest one where the text has no such place."""
        number = min(max(line, 1), len(self.starts)) - 1
        return min(self.starts[number] + max(column, 1) - 1, self.size)


def field_range(document: Document, name: str, positions: Positions) -> tuple[int, int]:
    """Start and end of a field's value in the file, quotation marks included; (0, 0) for a field that is not there."""
    span = document.fields.spans.get(name) if document.fields is not None else None
    if span is None:
        return 0, 0
    return positions.offset(span.line, span.column), positions.offset(span.end_line, span.end_column)


def body_start(document: Document) -> int:
    """The offset at which the body starts."""
    start = 0
    for _ in range(document.body_line - 1):
        start = document.prose.find("\n", start) + 1
        if not start:
            return len(document.prose)
    return start
