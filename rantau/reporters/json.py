"""For machines: one JSON object a line."""

import json
from collections.abc import Iterable, Iterator

from rantau.model import Diagnostic


def render(diagnostics: Iterable[Diagnostic], language: str, root: str) -> Iterator[str]:
    """The lines of the report."""
    for found in diagnostics:
        line = {
            "path": f"{root}/{found.path}",
            "line": found.span.line,
            "column": found.span.column,
            "end_line": found.span.end_line,
            "end_column": found.span.end_column,
            "rule": found.rule,
            "severity": str(found.severity),
            "message": found.message.speak(language),
            "help": found.help.speak(language),
            "fixable": found.fixable,
        }
        yield json.dumps(line, ensure_ascii=False)
