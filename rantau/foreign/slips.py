"""What Markdown reads otherwise than it was meant: items without their blank, tags with events of a program."""

import re
from collections import Counter

FENCE = re.compile(r"^((?:[ \t]*>)*[ \t]*(?:[-*+]\s+|\d+\.\s+)?)(`{3,}|~{3,})(.*)$")
# "1.Datang": a number or a dash without its blank, which Markdown takes for words.
_GLUED = re.compile(r"^(\s*)(?:(\d{1,3})[.)]|-)(?=[^\W\d_])")
_ITEM = re.compile(r"^\s*(?:(\d{1,3})[.)]|-)(?=\s+\S|[^\W\d_])")
# "< b>" and "</ b>", which Markdown takes for words.
_BLANK_IN_TAG = re.compile(r"<[ \t]*(/?)[ \t]*(b|br|del|em|i|mark|s|small|strong|sub|sup|u)[ \t]*(/?)[ \t]*>", re.IGNORECASE)
_CODE = re.compile(r"(`+[^`]*`+)")
# What a program shall do when a component is touched; in Markdown it would make words of the tag.
_EVENT = re.compile(r"(<[A-Za-z][\w\-]*(?:\s[^<>]*?)?)\s[@#][\w.:\-]+(?:=(?:\"[^\"]*\"|'[^']*'))?")


def parted(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines with the blank behind the number or dash of an item, where a neighbour shows that it is one; tags whole."""
    found: list[tuple[int, str]] = []
    fenced = False
    for at, (number, line) in enumerate(lines):
        fenced ^= FENCE.match(line) is not None
        glued = None if fenced else _GLUED.match(line)
        if glued is not None and any(
            _neighbours(glued[2], lines[near][1], near - at) for near in (at - 1, at + 1) if 0 <= near < len(lines)
        ):
            line = f"{glued[0]} {line[glued.end() :]}"
        found.append((number, line if fenced else whole_tags(line)))
    return found


def whole_tags(line: str) -> str:
    """The line without the blanks inside its tags, where each that opens is closed on it; code stays."""
    if "<" not in line or _BLANK_IN_TAG.search(line) is None:
        return line
    parts = _CODE.split(line)
    prose = "".join(parts[::2])
    ways = Counter((match[2].lower(), match[1]) for match in _BLANK_IN_TAG.finditer(prose))

    def whole(match: re.Match[str]) -> str:
        name = match[2].lower()
        paired = name == "br" or ways[name, ""] == ways[name, "/"]
        return f"<{match[1]}{match[2]}{match[3]}>" if paired else match[0]

    return "".join(part if n % 2 else _BLANK_IN_TAG.sub(whole, part) for n, part in enumerate(parts))


def _neighbours(number: str | None, line: str, step: int) -> bool:
    """Whether a line beside an item is the item before or behind it."""
    item = _ITEM.match(line)
    if item is None or (number is None) != (item[1] is None):
        return False
    return number is None or int(item[1]) == int(number) + step


def without_events(line: str) -> str:
    """The line without what its tags say of clicks and slots."""
    while (bare := _EVENT.sub(r"\1", line)) != line:
        line = bare
    return line
