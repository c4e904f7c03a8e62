"""For GitHub Actions: workflow commands, which become annotations at the lines of a pull request.

Form and escapes: docs.github.com, "Workflow commands for GitHub Actions", and the reader in actions/runner.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Report, Severity
from rantau.text.excerpts import ordered, plain

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_VALUE = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})
_WORDS = str.maketrans({"%": "%25"})


def render(report: Report) -> Iterator[str]:
    """The lines of the report."""
    for found in report.diagnostics:
        span = ordered(found.span)
        values = {"file": str(PurePosixPath(report.root) / found.path), "line": span.line}
        # The runner drops columns, with a complaint, where the lines differ.
        if span.line == span.end_line:
            values |= {"col": span.column, "endLine": span.end_line, "endColumn": span.end_column}
        else:
            values |= {"endLine": span.end_line}
        values |= {"title": found.rule}
        named = ",".join(f"{name}={plain(str(value)).translate(_VALUE)}" for name, value in values.items())
        message, help_ = (plain(words.speak(report.language)).translate(_WORDS) for words in (found.message, found.help))
        yield f"::{_COMMAND[found.severity]} {named}::{message}%0A{help_}"
