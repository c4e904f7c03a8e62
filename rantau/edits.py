"""Carries out the repairs that diagnostics propose, and touches nothing else in a file."""

import errno
import os
import stat
import tempfile
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rantau.model import Edit, Span

_MARK = b"\xef\xbb\xbf"


class Changed(Exception):
    """A file is no longer what it was when its repair was thought out."""


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


def compatible(groups: Iterable[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """The groups that can be carried out at once: of two that touch one place the one that was given first.

    The edits of a group belong together, so none of them is carried out without the others.
    """
    chosen: list[tuple[Edit, ...]] = []
    taken: dict[Span, Edit] = {}
    places: list[Span] = []
    for group in dict.fromkeys(groups):
        if any(_taken(edit, taken, places) for edit in group):
            continue
        chosen.append(group)
        for edit in group:
            if edit.span not in taken:
                taken[edit.span] = edit
                insort(places, edit.span)
    return chosen


def _taken(edit: Edit, taken: Mapping[Span, Edit], places: Sequence[Span]) -> bool:
    """Whether another edit than this one touches its place; `places` are the taken ones in their order."""
    if edit.span in taken:
        return taken[edit.span] != edit
    at = bisect_left(places, edit.span)
    before, after = places[max(0, at - 1) : at], places[at : at + 1]
    return any(_collide(edit.span, other) for other in (*before, *after))


def _collide(one: Span, other: Span) -> bool:
    (start, end), (first, last) = (((s.line, s.column), (s.end_line, s.end_column)) for s in (one, other))
    return start == first or (start < last and first < end)


def exchange(path: Path, before: str, after: str) -> None:
    """Gives a file another text in one step; it keeps its BOM and its mode.

    Raises: Changed, when its text is no longer `before`; PermissionError, when it is not to be written or no plain
    file; OSError. The file is then as it was.
    """
    if path.is_symlink() or not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    data = path.read_bytes()
    mark = _MARK if data.startswith(_MARK) else b""
    if data != mark + before.encode("utf-8"):
        raise Changed(str(path))
    replace(path, mark + after.encode("utf-8"))


def rewrite(path: Path, edits: Iterable[Edit]) -> bool:
    """Whether the file was changed; it is replaced in one step and keeps its line endings, BOM and mode.

    A file that is not UTF-8 stays as it is.
    """
    before = path.read_bytes()
    mark = _MARK if before.startswith(_MARK) else b""
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
    """Gives a file these bytes in one step; one that is there keeps its mode. Raises: OSError, and all is as it was."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rantau-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
