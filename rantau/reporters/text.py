"""For people: the place, what is wrong there, the line itself, and the way out; in colour where a terminal shows it."""

import unicodedata
from collections.abc import Iterator

from rantau.model import Diagnostic, Localized, Report, Severity
from rantau.text.excerpts import ordered, plain, window

_SEVERITY = {Severity.ERROR: Localized("kesalahan", "error"), Severity.WARNING: Localized("peringatan", "warning")}
_HELP = Localized("bantuan", "help")
# Select Graphic Rendition of ECMA-48.
_BOLD, _CYAN, _BLUE = "1", "36", "34"
# A wider line would be broken by the terminal, and the carets would stand below something else.
_WIDTH = 110
_PAINT = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}


def render(report: Report) -> Iterator[str]:
    """The lines of the report."""
    for found in report.diagnostics:
        yield from _lines(found, report)


def _lines(found: Diagnostic, report: Report) -> Iterator[str]:
    def painted(text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if report.colour and text else text

    language, span, colour = report.language, ordered(found.span), _PAINT[found.severity]
    place = plain(f"{report.root}/{found.path}:{span.line}:{span.column}")
    severity = plain(f"{_SEVERITY[found.severity].speak(language)}[{found.rule}]")
    yield f"{painted(place, _BOLD)}: {painted(severity, colour)}: {plain(found.message.speak(language))}"
    margin = " " * max(3, len(str(span.line)))
    if found.source.strip():
        before, marked, after = window(found, _WIDTH, _columns)
        carets = "^" * max(1, _columns(marked))
        yield f"{painted(f'{span.line:>{len(margin) + 1}} |', _BLUE)} {before}{marked}{after}"
        yield f"{painted(f'{margin}  |', _BLUE)} {_indent(before)}{painted(carets, colour)}"
    yield f"{margin}  = {painted(_HELP.speak(language), _CYAN)}: {plain(found.help.speak(language))}"
    yield ""


def _indent(before: str) -> str:
    return "".join("\t" if c == "\t" else " " * _columns(c) for c in before)


def _columns(text: str) -> int:
    """The columns a terminal needs for a text; Chinese and Japanese letters and most emoji take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
