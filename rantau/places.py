"""Where things of a rendered body stand in its file: rendering loses the places, so they are looked up again.

`prose` is the whole file with front matter, code and code spans blanked out, character by character.
"""

import re
from collections.abc import Iterator
from html import unescape

from rantau.model import Defect, Edit, Span
from rantau.source import unseen

_BOX = re.compile(r"^[ \t]*(?P<marks>!{2,5}|\?{2,5}\+?)(?![!?])(?P<gap>[ \t]*)(?P<rest>[^\n]*)", re.MULTILINE)
# What the renderer makes a box of, behind its signs.
_SOUND = re.compile(r' ?(?:[\w-]+(?: +[\w-]+)*(?: +"[^\n]*")?|"[^\n]*")')
_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u201e": "\u201c", "\u2018": "\u2019"}
_ENTITY = re.compile(r"&#?\w{1,10};")


class Places:
    """Where pieces of a body stand in the file; equal pieces are given out in the order of the file."""

    def __init__(self, prose: str, first_line: int) -> None:
        self.prose = prose
        self.first_line = first_line
        self.taken: dict[str, int] = {}

    def of(self, piece: str) -> Span:
        """The next place of a piece of text, or the start of the body."""
        start = self.prose.find(piece, self.taken.get(piece, 0))
        if start < 0:
            start = self.prose.find(piece)
        if start < 0:
            return Span(self.first_line, 1, self.first_line, 1)
        self.taken[piece] = start + len(piece)
        return span_at(self.prose, start, start + len(piece))

    def of_link(self, destination: str) -> Span:
        """The next place where the destination stands as one, or else as anything."""
        if not destination:
            return self.of("]()")
        begin = self.taken.get(destination, 0)
        pattern = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|<)(?=" + re.escape(destination) + ")")
        match = pattern.search(self.prose, begin)
        if match is None:
            return self.of(destination)
        self.taken[destination] = match.end() + len(destination)
        return span_at(self.prose, match.end(), match.end() + len(destination))


def span_at(text: str, start: int, end: int) -> Span:
    """The span of the characters from `start` up to `end`."""
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start)
    end_line, end_column = text.count("\n", 0, end), end - text.rfind("\n", 0, end)
    return Span(line + 1, column, end_line + 1, end_column)


def unseen_entities(prose: str) -> Iterator[Defect]:
    """Hidden characters written as entities ("&#8238;")."""
    for match in _ENTITY.finditer(prose):
        character = unescape(match[0])
        # What stands around it decides whether a joiner is one of its script's letters.
        before, after = prose[max(0, match.start() - 2) : match.start()], prose[match.end() : match.end() + 2]
        for defect in unseen(character) if next(unseen(f"{before}{character}{after}"), None) else ():
            span = span_at(prose, match.start(), match.end())
            yield Defect("hidden-characters", span, defect.values, (Edit(span, ""),))


def unknown_boxes(prose: str, known: frozenset[str]) -> Iterator[Defect]:
    """Boxes ("!!! note") of a kind that is not known, or of which the renderer makes no box; a cry ("!!! Awas !!!") is none."""
    for match in _BOX.finditer(prose):
        marks, written = match["marks"], match["rest"].rstrip()
        gap = f"{marks}{match['gap']}".expandtabs(4).removeprefix(marks)
        kind = written.partition('"')[0].strip()
        word = re.match(r"[\w-]*", written)
        named = word is not None and word[0].casefold() in known
        indented = prose.startswith(("\n ", "\n\t"), match.end())
        if len(marks.rstrip("+")) != 3:
            # Other numbers of signs are a cry, unless all that follows is a box's.
            if not named or _SOUND.fullmatch(f" {written}") is None or not ('"' in written or indented):
                continue
        elif _SOUND.fullmatch(gap + written) is None:
            cry = written.endswith(marks) or not (kind or '"' in written)
            if not (named or gap) or (cry and not indented):
                continue
        elif kind in known:
            continue
        right = _right(marks, written, known)
        line = span_at(prose, match.start("marks"), match.start("rest") + len(written))
        values = {"kind": kind} | ({"right": right} if right else {})
        fix = (Edit(line, right),) if right else ()
        if kind in known:
            yield Defect("unknown-box", line, values | {"line": f"{marks}{match['gap']}{written}"}, fix)
        else:
            named_at = span_at(prose, match.start("rest"), match.start("rest") + len(kind))
            yield Defect("unknown-box", named_at, values, fix)


def _right(marks: str, written: str, known: frozenset[str]) -> str:
    """The line of a box as it should be; "" where its kind is not named, or where its title ends is not certain."""
    match = re.fullmatch(r"([\w-]+)[ \t]*:?[ \t]*(.*)", written)
    kind, title = (match[1].casefold(), match[2]) if match is not None else ("", "")
    if len(title) > 1 and _QUOTES.get(title[0], "") == title[-1]:
        title = title[1:-1]
    elif title[:1] in _QUOTES and title[0] != "'":
        title = title[1:]
    first = title.partition(" ")[0]
    if kind not in known or first in known or first == "inline" or set(title) & set('"“”„'):
        return ""
    signs = marks[0] * 3 + ("+" if marks.endswith("+") else "")
    return f'{signs} {kind} "{title.strip()}"' if title.strip() else f"{signs} {kind}"
