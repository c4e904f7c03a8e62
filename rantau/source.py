"""Bytes of one file become front-matter values, each with its place, and a body; or defects that say why not.

Every scalar stays text: schema.py alone gives types, so `NO` is Norway and `007` keeps its zeros. What YAML
offers beyond plain values (aliases, tags, merge keys, several documents) is refused, because an editor never
needs it and a reader of the file can be misled by it.

One module and long, because each of these refusals needs the place in the text at which the parser stands.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from rantau.fields import NAMES, ListOf, Record
from rantau.mistakes import bounded, conflicts, cut_off, explain, joined, syntax, unfronted, values_of_yaml
from rantau.model import FILE_START, Defect, Edit, Localized, Span

MAX_DEPTH = 10

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Source: https://yaml.org/spec/1.1/#id868524, "c-printable"; lone surrogates cannot be in decoded UTF-8.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]|\ufeff")
_OTHER_BREAKS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
# A note behind a value has a blank after its "#"; a word glued to it was meant to be read.
_CUT_OFF = re.compile(r"\s+(#[^\s#].*)")
_FIELD = re.compile(r"([A-Za-z_]\w*):(?:\s|$)")
# An item of a list whose hyphen lacks its blank reads as a field of that name.
_GLUED_ITEM = re.compile(r"-[^\W\d]")
_BOUNDARY = re.compile(r"^---[ \t]*$")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
# A letter that a program could not read, and breaks of lines and pages that only some programs know.
_LOST = "\ufffd"
_BREAKS = "\x0b\x0c\u2028\u2029"
# What is a letter's own business: flags of regions are spelt in tags (Unicode TS 51, "emoji tag sequence"), rare forms of
# Chinese characters have a selector behind them (TS 37), Khmer, Lao, Thai and Burmese part words with a blank of no width,
# and Arabic and Hebrew put marks of direction beside their punctuation.
_OWN = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f|(?<=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
    "|(?<=[\u0e01-\u0edf\u1000-\u109f\u1780-\u17d3])\u200b(?=[\u0e01-\u0edf\u1000-\u109f\u1780-\u17d3])"
    "|(?<=[\u0590-\u08ff])[\u200e\u200f]|[\u200e\u200f](?=[(\\[«“]?[\u0590-\u08ff])"
)
# Joiners are letters' business in these scripts, and hold emoji together; there they may stay.
_JOINERS = "\u200c\u200d"
_NEEDS_JOINERS = re.compile(
    "[\u0600-\u07ff\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a00-\u1bff\ua980-\ua9df\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value; `plain` unless it stood in quotes or in a block."""

    text: str
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Named values in the order of the file; a duplicate name has been reported and dropped."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span


Node = Scalar | Listing | Group


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read: `front` None when there is no readable front matter, `body_line` the line its body starts on."""

    text: str
    front: Group | None
    body: str
    body_line: int
    defects: tuple[Defect, ...]


class Unreadable(Exception):
    """Front matter that cannot be read; carries the defect."""

    def __init__(self, defect: Defect) -> None:
        super().__init__(defect.rule)
        self.defect = defect


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler, strict: text only, every value with its place, no YAML beyond plain values.

    One handler reads one file.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first = 1
        self.front: Group | None = None
        self.defects: list[Defect] = []

    def split(self, text: str) -> tuple[str, str]:
        """The front matter, without its two boundary lines, and the body.

        Raises: ValueError when the text does not start with a boundary, EOFError when no second one follows.
        """
        lines = re.split(r"(?<=\n)", text)
        start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
        if start == len(lines) or not _BOUNDARY.match(lines[start].rstrip("\r\n")):
            raise ValueError("no boundary")
        for end in range(start + 1, len(lines)):
            if _BOUNDARY.match(lines[end].rstrip("\r\n")):
                self.first = start + 2
                return "".join(lines[start + 1 : end]), "".join(lines[end + 1 :])
        raise EOFError("no second boundary")

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """The values by name; `front` keeps them with their places, `defects` what was wrong with them.

        Raises: Unreadable, for a syntax error and for anything that is not a group of named values.
        """
        node = load(fm, self.first, self.defects)
        if node is None:
            node = Group((), Span(self.first, 1, self.first, 1))
        if not isinstance(node, Group):
            raise Unreadable(values_of_yaml("not-a-mapping", "", node.span, fm.split("\n"), self.first))
        self.front = node
        return {key.text: value for key, value in node.entries}


def read(data: bytes) -> Source:
    """The parts of one file, or every reason why there are none.

    `data` is the whole file; a UTF-8 BOM is allowed and not counted; lines end with "\\n" or "\\r\\n".
    Defects: not-utf8, hidden-characters, no-front-matter, front-matter-syntax, duplicate-field. Raises: nothing.
    """
    text, defects = decode(data)
    if text is None:
        return Source("", None, "", 1, tuple(defects))
    handler = StrictHandler()
    try:
        fm, body = handler.split(text)
    except ValueError:
        defects.append(unfronted(text))
        return Source(text, None, text, 1, tuple(defects))
    except EOFError:
        defects.append(bounded("unclosed", text, text.count("\n", 0, text.index("---"))))
        return Source(text, None, "", 1, tuple(defects))
    try:
        handler.load(fm)
    except Unreadable as stop:
        handler.defects.append(stop.defect)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if _fields_below(body):
        handler.defects.append(bounded("closed-early", text if _readable_without(text, body_line - 1) else "", body_line - 2))
    return Source(text, handler.front, body, body_line, (*defects, *handler.defects))


def _fields_below(body: str) -> bool:
    """Whether fields stand behind the second boundary, up to a third one: the front matter was closed too early."""
    named = False
    for line in body.split("\n"):
        if _BOUNDARY.match(line.rstrip("\r")):
            return named
        field = _FIELD.match(line)
        named = named or (field is not None and field[1] in NAMES)
        if line.strip() and not line.startswith((" ", "\t", "- ")) and field is None:
            return False
    return False


def _readable_without(text: str, line: int) -> bool:
    """Whether all front matter can be read once the boundary on a line is gone, and says nothing twice."""
    lines = text.split("\n")
    handler = StrictHandler()
    try:
        handler.load(handler.split("\n".join((*lines[: line - 1], *lines[line:])))[0])
    except (Unreadable, ValueError, EOFError):
        return False
    return not handler.defects


def load(text: str, first: int, defects: list[Defect]) -> Node | None:
    """The value in a YAML text that starts on line `first` of its file, None for an empty one; appends to `defects`.

    Raises: Unreadable, for a syntax error.
    """
    if (match := _FORBIDDEN.search(text)) is not None:
        line, column = _position(text, match.start())
        raise Unreadable(syntax("character", f"U+{ord(match[0]):04X}", line + first - 1, column, 1))
    # YAML breaks lines at more characters than editors do; a blank in their place keeps every position.
    text = _OTHER_BREAKS.sub(" ", text)
    try:
        return _build(yaml.parse(text, Loader=_LOADER), text.split("\n"), first, defects)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explain(error, text, first)) from None


def load_registry(data: bytes) -> tuple[Node | None, str, tuple[Defect, ...]]:
    """The value in a registry file, the file's text, and what was wrong with it."""
    text, defects = decode(data)
    if text is None:
        return None, "", tuple(defects)
    try:
        return load(text, 1, defects), text, tuple(defects)
    except Unreadable as stop:
        return None, text, (*defects, *(conflicts(text) or (stop.defect,)))


def decode(data: bytes) -> tuple[str | None, list[Defect]]:
    """The text of a UTF-8 file without its BOM, with its hidden characters reported; None when it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Defect("not-utf8", FILE_START, {"encoding": "utf-16", "byte": "1"})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")
        column = len(before.lstrip("\ufeff")) + 1
        encoding = "windows-1252" if b"\x00" not in data else "binary"
        return None, [
            Defect("not-utf8", Span(line, column, line, column + 1), {"encoding": encoding, "byte": str(error.start + 1)})
        ]
    return text, list(unseen(text))


def unseen(text: str) -> Iterator[Defect]:
    own = {place for match in _OWN.finditer(text) for place in range(*match.span())}
    for match in _UNSEEN.finditer(text):
        if match.start() in own:
            continue
        character = match[0]
        around = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
        if character in _JOINERS and _NEEDS_JOINERS.search(around):
            continue
        line, column = _position(text, match.start())
        span = Span(line + 1, column + 1, line + 1, column + 2)
        instead = _instead(
            character, around=text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        )
        yield Defect("hidden-characters", span, _named(character), () if instead is None else (Edit(span, instead),))


def _instead(character: str, *, around: str) -> str | None:
    """What is right in place of a character that nobody sees; None where something was lost that no machine knows."""
    if character == _LOST:
        return None
    if character in _BREAKS:  # deleted between two words it would make one of them
        return " " if len(around) > 1 and not any(c.isspace() for c in around) else ""
    if "\x80" <= character <= "\x9f":  # a sign of Windows-1252 in a file that says it is UTF-8: a dash between two numbers
        return character.encode("latin-1").decode("windows-1252", "ignore")
    return ""


def _named(character: str) -> dict[str, str]:
    name = unicodedata.name(character, "control character").lower()
    return {"character": f"U+{ord(character):04X}", "name": name}


def _build(events: Iterator[yaml.Event], lines: list[str], first: int, defects: list[Defect]) -> Node | None:
    """The tree of a stream of events, built without recursion so that no depth can overflow."""
    root: Node | None = None
    open_nodes: list[tuple[yaml.Event, list[Node]]] = []
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Unreadable(_at(event, lines, first, "other", "---"))
            continue
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(_at(event, lines, first, "alias", "*" + str(event.anchor)))
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise Unreadable(_at(event, lines, first, "alias", "&" + str(event.anchor)))
        if isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                raise Unreadable(_at(event, lines, first, "tag", str(event.tag)))
            scalar = Scalar(event.value, _span(event, first), not event.style)
            defects.extend(_misread(scalar, lines, first))
            node: Node = scalar
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None:
                raise Unreadable(_at(event, lines, first, "tag", str(event.tag)))
            if len(open_nodes) >= MAX_DEPTH:
                raise Unreadable(_at(event, lines, first, "depth", str(MAX_DEPTH)))
            open_nodes.append((event, []))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            start, items = open_nodes.pop()
            node = _close(start, items, lines, first, defects)
        else:
            continue
        if open_nodes:
            open_nodes[-1][1].append(node)
        else:
            root = node
    if isinstance(root, Scalar) and not root.text.strip() and root.plain:
        return None
    return root


def _misread(value: Scalar, lines: list[str], first: int) -> Iterator[Defect]:
    """What YAML reads otherwise than the eye: words cut off at a "#", and hidden characters written as codes."""
    line, column = value.span.end_line - first, value.span.end_column - 1
    if value.plain:
        cut = _CUT_OFF.match(lines[line], column) if line < len(lines) else None
        if cut is not None:
            yield cut_off(cut[1].strip()[:60], lines, line, cut.start(1), len(cut[1].rstrip()), first)
        return
    written = "\n".join(lines[value.span.line - first : line + 1])
    for match in _UNSEEN.finditer(value.text):
        if match[0] not in written:
            yield Defect("hidden-characters", value.span, _named(match[0]))


def _close(start: yaml.Event, items: list[Node], lines: list[str], first: int, defects: list[Defect]) -> Node:
    """The list or group whose start event and child nodes these are; reports and drops duplicate names."""
    span = _span(start, first)
    if items:
        last = items[-1].span
        span = Span(span.line, span.column, last.end_line, last.end_column)
    if isinstance(start, yaml.SequenceStartEvent):
        return Listing(tuple(items), span)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise Unreadable(Defect("front-matter-syntax", key.span, {"problem": "other", "detail": "?"}))
        if key.plain and not getattr(start, "flow_style", False) and _GLUED_ITEM.match(key.text):
            raise Unreadable(values_of_yaml("dash-space", f"{key.text}:", key.span, lines, first))
        if key.text == "<<":
            raise Unreadable(Defect("front-matter-syntax", key.span, {"problem": "merge", "detail": "<<"}))
        if key.text in entries:
            before, kept = entries[key.text]
            values = {"field": key.text, "line": str(key.span.line), "first_line": str(before.span.line)}
            values |= _twice(key, kept, value)
            defects.append(Defect("duplicate-field", key.span, values, _dropped(key, value, kept, lines, first)))
        else:
            entries[key.text] = (key, value)
    return Group(tuple(entries.values()), span)


def _twice(key: Scalar, *values: Node) -> dict[str, str]:
    """What a field holds that is written twice: names, whose list is one of both, records, or a value of an item."""
    shape = NAMES[key.text].shape if key.text in NAMES else None
    if isinstance(shape, ListOf) and isinstance(shape.item, Record):
        return {"form": "records"}
    if not isinstance(shape, ListOf) and key.text not in ("members", "related"):
        return {"form": "item"} if key.span.column > 1 else {}
    items = [item for value in values for item in (value.items if isinstance(value, Listing) else (value,))]
    return {"form": "names", "joined": joined([one_line(item) for item in items])}


def _dropped(key: Scalar, value: Node, kept: Node, lines: list[str], first: int) -> tuple[Edit, ...]:
    """The edit that deletes the lines of a field whose other mention says the same, where they hold nothing else."""
    end, column = value.span.end_line - first, value.span.end_column - 1
    alone = not lines[key.span.line - first][: key.span.column - 1].strip() and end < len(lines) - 1
    opened = lines[value.span.line - first][value.span.column - 1 : value.span.column]
    closed = {"[": "]", "{": "}"}.get(opened, "") if not isinstance(value, Scalar) else ""
    if not alone or not column or lines[end][column:].strip() != closed or said(value) != said(kept):
        return ()
    if any("#" in line for line in lines[key.span.line - first : end + 1]):
        return ()
    return (Edit(Span(key.span.line, 1, value.span.end_line + 1, 1), ""),)


def one_line(node: Node | None) -> str:
    """The words of a scalar on one line, "" for what is none."""
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def localized(node: Node | None) -> Localized:
    """A text in the languages of the site: a group of them, or a scalar, which is Indonesian."""
    if isinstance(node, Group):
        words = {key.text: one_line(value) for key, value in node.entries}
        return Localized(words.get("id", ""), words.get("en", ""), words.get("ja", ""))
    return Localized(one_line(node))


def said(node: Node) -> object:
    """What a value says, without its places and its quotation marks."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [said(item) for item in node.items]
    return [(key.text, said(value)) for key, value in node.entries]


def _at(event: yaml.Event, lines: list[str], first: int, problem: str, detail: str) -> Defect:
    """A front-matter-syntax defect at an event."""
    return values_of_yaml(problem, detail, _span(event, first), lines, first)


def _span(event: yaml.Event, first: int) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None
    return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)


def _position(text: str, index: int) -> tuple[int, int]:
    """The 0-based line and column of a character."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1
