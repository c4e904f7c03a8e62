"""Where a line of front matter or of a registry belongs: the column that the lines above it show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rantau.fields import NAMES, Either, ListOf, Record

_LINE = re.compile(r"(?P<blanks>[ \t]*)(?P<dash>-[ \t]+)?(?:(?P<name>[A-Za-z_]\w*)[ \t]*:(?:[ \t]+(?P<value>\S.*?))?\s*$)?")
_LANGUAGES = frozenset({"id", "en", "ja"})
# What the old fields "alt" and "alt2" are about.
_OLD_IMAGES = frozenset({"img", "imgContentBerita", "img2"})
_BLOCK = (">", "|")


@dataclass(frozen=True, slots=True)
class Column:
    """The column, from 0, where a line belongs; `below` names the field above it there, and is "-" for an item's hyphen.

    Unless it is `sure`, it is what the editor probably means.
    """

    column: int
    below: str
    sure: bool


@dataclass(slots=True)
class _Level:
    """Fields of one group, which stand below each other; `dash` is the column of the hyphen of its item, or -1."""

    column: int
    dash: int
    parent: str
    names: list[str] = field(default_factory=list)

    def takes(self, name: str) -> bool:
        """Whether a further field of this name may stand here."""
        if not self.names or name in self.names:
            return False
        if inner := _inner(self.parent):
            return name in inner
        if self.dash < 0 and not self.parent:
            return self.column == 0 and name in NAMES
        return (name in _LANGUAGES) == (self.names[0] in _LANGUAGES)


def placed(lines: Sequence[str], line: int) -> Column | None:
    """Where a line belongs that is out of line; None where the lines above do not show it."""
    match = _LINE.match(lines[line])
    if match is None or (match["name"] is None and match["dash"] is None):
        return None
    tabs = "\t" in match["blanks"]
    levels, waiting = _open(lines[:line])
    if waiting is not None and tabs:
        return Column(waiting.column + 2, "", True)
    if tabs and not levels and match["name"] in NAMES and match["dash"] is None:
        return Column(0, "", True)
    width = len(match["blanks"].expandtabs(4))
    if match["dash"] is not None:
        places = [Column(level.dash, "-", True) for level in levels if level.dash >= 0]
        return _only(places, width, tabs)
    name = match["name"]
    edge = {m["name"] for m in map(_LINE.match, lines) if m is not None and not m["blanks"] and m["dash"] is None}
    fits = [
        level
        for level in levels
        if level.takes(name) and (level.column > 0 or (name not in edge and (not tabs or len(levels) == 1)))
    ]
    if fits and fits[-1].dash >= 0 and NAMES.get(name, NAMES["title"]).legacy and not edge & _OLD_IMAGES:
        # The old field of that name is of no use without its image, so the item just above is meant.
        fits = [level for level in fits if level.column > 0]
    whole = match["value"] is not None and not match["value"].startswith(_BLOCK) and not _deeper(lines, line)
    known = any(_inner(level.parent) or level.column == 0 for level in fits) or _named_elsewhere(lines, line, name)
    place = _only([Column(level.column, level.names[-1], whole and known) for level in fits], width, tabs)
    if place is None and levels and levels[-1].dash == width and levels[-1].names[:1] == [name]:
        # A second item of a list of groups, whose hyphen was forgotten, starts as the first one does.
        return Column(width, "-", False)
    return place


def _only(places: Sequence[Column], width: int, tabs: bool) -> Column | None:
    """The one place there is, or else the nearest one."""
    if len(places) == 1:
        return places[0] if tabs or places[0].column != width else None
    if tabs:
        return None
    near = sorted(places, key=lambda place: abs(place.column - width))
    if not near or abs(near[0].column - width) == abs(near[1].column - width) or near[0].column == width:
        return None
    return Column(near[0].column, near[0].below, False)


def _open(lines: Sequence[str]) -> tuple[list[_Level], _Level | None]:
    """The groups that a further line may belong to, the outermost first; and the one whose last field waits for its value."""
    levels: list[_Level] = []
    waiting: _Level | None = None
    block = -1
    for line in lines:
        match = _LINE.match(line)
        if match is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        width = len(match["blanks"])
        if block >= 0 and width > block:
            continue
        block = -1
        if match["name"] is None and match["dash"] is None:
            waiting = None
            continue
        dashed = match["dash"] is not None
        column = width + len(match["dash"] or "")
        while levels and levels[-1].column > width:
            levels.pop()
        if dashed or not levels or levels[-1].column < column:
            if not dashed and levels and waiting is None:
                # A line of a longer value, or one that is out of line itself.
                continue
            parent = levels[-1].names[-1] if levels and levels[-1].names else ""
            levels.append(_Level(column, width if dashed else -1, parent))
        waiting = None
        if match["name"] is not None:
            levels[-1].names.append(match["name"])
            waiting = levels[-1] if match["value"] is None else None
            block = column if (match["value"] or "").startswith(_BLOCK) else -1
    return levels, waiting


def _inner(name: str) -> frozenset[str]:
    """The names of the fields of a record that a field holds, or of the records of its list."""
    shape = NAMES[name].shape if name in NAMES else None
    shape = shape.item if isinstance(shape, ListOf) else shape
    shape = shape.record if isinstance(shape, Either) else shape
    return frozenset(f.name for f in shape.fields) if isinstance(shape, Record) else frozenset()


def _deeper(lines: Sequence[str], line: int) -> bool:
    """Whether the next line belongs to the value of this one."""
    below = next((following for following in lines[line + 1 :] if following.strip()), "")
    if (match := _LINE.match(below)) is not None and (match["name"] or match["dash"]):
        return False
    return len(below) - len(below.lstrip()) > len(lines[line]) - len(lines[line].lstrip())


def _named_elsewhere(lines: Sequence[str], line: int, name: str) -> bool:
    return any(m is not None and m["name"] == name for n, m in enumerate(map(_LINE.match, lines)) if n != line)
