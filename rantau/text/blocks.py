"""The lines of a Markdown body, each with what it is: enough for rules to tell prose from everything else.

Works on a document's `prose`, in which code is blank; a line's kind is what its first characters say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Every repetition is bounded or has only one way to match: a line may be as long as a file.
_KIND = re.compile(
    r"(?P<heading>#{1,6}(?!#))|(?P<quote>>)|(?P<table>\|)|(?P<rule>(?:[-*_][ \t]*){3,}$)|(?P<underline>=+[ \t]*$)|"
    r"(?P<bullet>[-*+](?=[ \t]))|(?P<number>\d{1,9}\.(?=[ \t]))|(?P<definition>\*?\[[^\]\n]{1,200}\]:)|"
    r"(?P<box>(?:!!!|\?\?\?)(?=[ +]))|"
    r"(?P<image>!\[)|(?P<meaning>:[ \t])"
)
_DELIMITERS = frozenset(" \t\r:|-")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line ending: the offset of its first visible character, its indentation in columns, its words.

    `kind` is "", "text", "heading", "quote", "table", "rule", "underline", "bullet", "number", "definition" (of a
    footnote, an abbreviation or a link), "box", "image" or "meaning"; "" is a blank line.
    """

    start: int
    indent: int
    kind: str
    text: str


def lines(prose: str, start: int) -> Iterator[Line]:
    """The lines of a body that starts at an offset of its file's prose."""
    table = False
    at = start
    written = prose[start:].split("\n")
    for number, raw in enumerate(written):
        words = raw.strip()
        begin = len(raw) - len(raw.lstrip())
        indent = len(raw[:begin].expandtabs(4)) if begin else 0
        if not words:
            table = False
            yield Line(at, 0, "", "")
        else:
            match = _KIND.match(words)
            kind = str(match.lastgroup) if match is not None else "text"
            following = written[number + 1] if number + 1 < len(written) else ""
            table = (table and "|" in words) or ("|" in words and _delimits(following))
            yield Line(at + begin, indent, "table" if table else kind, words)
        at += len(raw) + 1


def _delimits(line: str) -> bool:
    """Whether the line parts a table's head from its rows."""
    return "|" in line and "-" in line and _DELIMITERS.issuperset(line)
