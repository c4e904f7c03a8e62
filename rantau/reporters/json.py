"""For machines: one JSON object a line."""

import json
from collections.abc import Iterator

from rantau.model import Report

# Readers that split at every line break of Unicode still get one object a line.
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def render(report: Report) -> Iterator[str]:
    """The lines of the report."""
    for found in report.diagnostics:
        line = {
            "path": f"{report.root}/{found.path}",
            "line": found.span.line,
            "column": found.span.column,
            "end_line": found.span.end_line,
            "end_column": found.span.end_column,
            "rule": found.rule,
            "severity": str(found.severity),
            "message": found.message.speak(report.language),
            "help": found.help.speak(report.language),
            "fixable": found.fixable,
        }
        yield json.dumps(line, ensure_ascii=False).translate(_BREAKS)
