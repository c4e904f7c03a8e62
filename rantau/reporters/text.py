"""For people: the place, what is wrong there, the line itself, and the way out."""

import unicodedata
from collections.abc import Iterable, Iterator

from rantau.model import Diagnostic, Localized, Severity

_SEVERITY = {Severity.ERROR: Localized("error", "error"), Severity.WARNING: Localized("peringatan", "warning")}
# A paragraph is often one line; a terminal shows this much of it around the place.
LONGEST = 300
_TURNING = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())
_HELP = Localized("bantuan", "help")


def render(diagnostics: Iterable[Diagnostic], language: str, root: str) -> Iterator[str]:
    """The lines of the report."""
    for found in diagnostics:
        span = found.span
        severity = _SEVERITY[found.severity].speak(language)
        place = f"{root}/{found.path}:{span.line}:{span.column}"
        yield _safe(f"{place}: {severity}[{found.rule}]: {found.message.speak(language)}")
        margin = " " * max(3, len(str(span.line)))
        if found.source.strip():
            line, start, end = _window(found)
            yield f"{span.line:>{len(margin) + 1}} | {_safe(line)}"
            yield f"{margin}  | {_indent(line[:start])}{'^' * max(1, _columns(line[start:end]))}"
        yield _safe(f"{margin}  = {_HELP.speak(language)}: {found.help.speak(language)}")
        yield ""


def _safe(text: str) -> str:
    """The text without what a terminal would obey: a control character is shown as one that says so."""
    return "".join(
        "\ufffd" if c != "\t" and (unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in _TURNING) else c
        for c in text
    )


def _window(found: Diagnostic) -> tuple[str, int, int]:
    """The line, or the part of a very long one around the place, and where the place starts and ends in it."""
    span, line = found.span, found.source
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    if len(line) <= LONGEST:
        return line, start, end
    first = max(0, min(start - LONGEST // 3, len(line) - LONGEST))
    last = first + LONGEST
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    return f"{before}{line[first:last]}{after}", start - first + len(before), min(end, last) - first + len(before)


def _indent(before: str) -> str:
    return "".join("\t" if c == "\t" else " " * _columns(c) for c in before)


def _columns(text: str) -> int:
    """The columns a terminal needs for a text; Chinese and Japanese letters and most emoji take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
