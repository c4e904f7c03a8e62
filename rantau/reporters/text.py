"""For people: the place, what is wrong there, the line itself, and the way out."""

import unicodedata
from collections.abc import Iterable, Iterator

from rantau.model import Diagnostic, Localized, Severity

_SEVERITY = {Severity.ERROR: Localized("error", "error"), Severity.WARNING: Localized("peringatan", "warning")}
_HELP = Localized("bantuan", "help")


def render(diagnostics: Iterable[Diagnostic], language: str, root: str) -> Iterator[str]:
    """The lines of the report."""
    for found in diagnostics:
        span = found.span
        severity = _SEVERITY[found.severity].speak(language)
        place = f"{root}/{found.path}:{span.line}:{span.column}"
        yield f"{place}: {severity}[{found.rule}]: {found.message.speak(language)}"
        margin = " " * max(3, len(str(span.line)))
        if found.source.strip():
            yield f"{span.line:>{len(margin) + 1}} | {found.source}"
            yield f"{margin}  | {_indent(found.source[: span.column - 1])}{_carets(found)}"
        yield f"{margin}  = {_HELP.speak(language)}: {found.help.speak(language)}"
        yield ""


def _carets(found: Diagnostic) -> str:
    span = found.span
    end = span.end_column - 1 if span.end_line == span.line else len(found.source)
    return "^" * max(1, _columns(found.source[span.column - 1 : end]))


def _indent(before: str) -> str:
    return "".join("\t" if c == "\t" else " " * _columns(c) for c in before)


def _columns(text: str) -> int:
    """The columns a terminal needs for a text; Chinese and Japanese letters and most emoji take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
