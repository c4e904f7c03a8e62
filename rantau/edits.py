"""Carries out the repairs that diagnostics propose, and touches nothing else in a file."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rantau.model import Edit


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits; of two that overlap, the first one in the text wins."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    pieces, done = [], 0
    unique = {(offset(e.span.line, e.span.column), offset(e.span.end_line, e.span.end_column), e.text) for e in edits}
    for start, end, replacement in sorted(unique):
        if start < done:
            continue
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])


def rewrite(path: Path, edits: Iterable[Edit]) -> bool:
    """Whether the file was changed; it is replaced in one step and keeps its line endings, BOM and mode.

    A file that is not UTF-8 stays as it is.
    """
    before = path.read_bytes()
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    try:
        text = before[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return False
    after = mark + apply(text, edits).encode("utf-8")
    if after == before:
        return False
    replace(path, after)
    return True


def replace(path: Path, data: bytes) -> None:
    """Gives a file other bytes in one step; it keeps its mode. Raises: OSError, and the file is as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rantau-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
