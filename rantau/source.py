"""Bytes of one file become front-matter values, each with its place, and a body; or defects that say why not.

Every scalar stays text: schema.py alone gives types, so `NO` is Norway and `007` keeps its zeros. What YAML
offers beyond plain values (aliases, tags, merge keys, several documents) is refused, because an editor never
needs it and a reader of the file can be misled by it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from rantau.model import FILE_START, Defect, Edit, Span

MAX_DEPTH = 10

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOUNDARY = re.compile(r"^---[ \t]*$")
_OPEN_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?(["'])""")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
# Joiners are letters' business in these scripts, and hold emoji together; there they may stay.
_JOINERS = "\u200c\u200d"
_NEEDS_JOINERS = re.compile("[\u0600-\u06ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


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
            raise Unreadable(Defect("front-matter-syntax", node.span, {"problem": "not-a-mapping", "detail": ""}))
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
        defects.append(Defect("no-front-matter", FILE_START))
        return Source(text, None, text, 1, tuple(defects))
    except EOFError:
        defects.append(_syntax("unclosed", "", text.count("\n", 0, text.index("---")), 0, 3))
        return Source(text, None, "", 1, tuple(defects))
    try:
        handler.load(fm)
    except Unreadable as stop:
        handler.defects.append(stop.defect)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Source(text, handler.front, body, body_line, (*defects, *handler.defects))


def load(text: str, first: int, defects: list[Defect]) -> Node | None:
    """The value in a YAML text that starts on line `first` of its file, None for an empty one; appends to `defects`.

    Raises: Unreadable, for a syntax error.
    """
    try:
        return _build(yaml.parse(text, Loader=_LOADER), first, defects)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_explain(error, text, first)) from None
    except yaml.reader.ReaderError as error:
        line, column = _position(text, error.position)
        raise Unreadable(_syntax("character", f"U+{_code(error):04X}", line + first - 1, column, 1)) from None


def load_registry(data: bytes) -> tuple[Node | None, str, tuple[Defect, ...]]:
    """The value in a registry file, the file's text, and what was wrong with it."""
    text, defects = decode(data)
    if text is None:
        return None, "", tuple(defects)
    try:
        return load(text, 1, defects), text, tuple(defects)
    except Unreadable as stop:
        return None, text, (*defects, stop.defect)


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
    return text, list(_unseen(text))


def _unseen(text: str) -> Iterator[Defect]:
    for match in _UNSEEN.finditer(text):
        character = match[0]
        around = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
        if character in _JOINERS and _NEEDS_JOINERS.search(around):
            continue
        line, column = _position(text, match.start())
        span = Span(line + 1, column + 1, line + 1, column + 2)
        name = unicodedata.name(character, "control character").lower()
        yield Defect("hidden-characters", span, {"character": f"U+{ord(character):04X}", "name": name}, (Edit(span, ""),))


def _build(events: Iterator[yaml.Event], first: int, defects: list[Defect]) -> Node | None:
    """The tree of a stream of events, built without recursion so that no depth can overflow."""
    root: Node | None = None
    open_nodes: list[tuple[yaml.Event, list[Node]]] = []
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Unreadable(_at(event, first, "other", "---"))
            continue
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(_at(event, first, "alias", "*" + str(event.anchor)))
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise Unreadable(_at(event, first, "alias", "&" + str(event.anchor)))
        if isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                raise Unreadable(_at(event, first, "tag", str(event.tag)))
            node: Node = Scalar(event.value, _span(event, first), event.style is None or event.style == "")
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None:
                raise Unreadable(_at(event, first, "tag", str(event.tag)))
            if len(open_nodes) >= MAX_DEPTH:
                raise Unreadable(_at(event, first, "depth", str(MAX_DEPTH)))
            open_nodes.append((event, []))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            start, items = open_nodes.pop()
            node = _close(start, items, first, defects)
        else:
            continue
        if open_nodes:
            open_nodes[-1][1].append(node)
        else:
            root = node
    if isinstance(root, Scalar) and not root.text.strip() and root.plain:
        return None
    return root


def _close(start: yaml.Event, items: list[Node], first: int, defects: list[Defect]) -> Node:
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
        if key.text == "<<":
            raise Unreadable(Defect("front-matter-syntax", key.span, {"problem": "merge", "detail": "<<"}))
        if key.text in entries:
            first_line = str(entries[key.text][0].span.line)
            defects.append(Defect("duplicate-field", key.span, {"field": key.text, "first_line": first_line}))
        else:
            entries[key.text] = (key, value)
    return Group(tuple(entries.values()), span)


_PROBLEMS = (
    ("unexpected end of stream", "quote"),
    ("tab character", "tab"),
    ("'\\t'", "tab"),
    ("mapping values are not allowed", "colon"),
    ("',' or ']'", "bracket"),
    ("',' or '}'", "bracket"),
    ("cannot start any token", "character"),
    ("sequence entries are not allowed", "indent"),
    ("expected '-' indicator", "indent"),
    ("could not find expected ':'", "no-colon"),
    ("did not find expected key", "indent"),
    ("expected <block end>", "indent"),
)


def _explain(error: yaml.MarkedYAMLError, text: str, first: int) -> Defect:
    """The defect that a parser's error means to an editor, at the place where the mistake was made."""
    problem = next((name for words, name in _PROBLEMS if words in (error.problem or "")), "other")
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    if (problem in ("quote", "bracket") and error.context_mark is not None) or (
        problem == "no-colon" and error.context_mark is not None
    ):
        line, column = error.context_mark.line, error.context_mark.column
    if problem in ("quote", "indent", "colon", "other") and (found := _unclosed_quote(lines, line)) is not None:
        problem, (line, column) = "quote", found
    elif problem == "indent" and column > 0 and lines[min(line, len(lines) - 1)][:column].strip():
        problem = "quote-inside"
    if problem == "colon" and (bare := _without_colon(lines, line)) is not None:
        problem, line, column = "no-colon", bare, 0
    if line < len(lines) and lines[line].startswith("\t"):
        problem, column = "tab", 0
    detail = lines[line][column:].strip()[:60] if line < len(lines) else ""
    return _syntax(problem, detail, line + first - 1, column, 1)


def _unclosed_quote(lines: list[str], last: int) -> tuple[int, int] | None:
    """Where the first value up to line `last` opens a quote that its own line does not close."""
    for number, line in enumerate(lines[: last + 1]):
        match = _OPEN_QUOTE.match(line)
        if match is None:
            continue
        quote, start = match[1], match.end() - 1
        rest = line[start + 1 :]
        rest = rest.replace("\\\\", "").replace('\\"', "") if quote == '"' else rest.replace("''", "")
        if quote not in rest:
            return number, start
    return None


def _without_colon(lines: list[str], last: int) -> int | None:
    """The first line up to `last` that starts a value without naming its field."""
    previous = ""
    for number, line in enumerate(lines[:last]):
        bare = bool(line.strip()) and not line[0].isspace() and ":" not in line and not line.startswith(("-", "#", "]", "}"))
        if bare and not previous.rstrip().endswith((",", "[", "{")):
            return number
        previous = line
    return None


def _syntax(problem: str, detail: str, line: int, column: int, length: int) -> Defect:
    """A front-matter-syntax defect at a 0-based line and column."""
    span = Span(line + 1, column + 1, line + 1, column + 1 + length)
    return Defect("front-matter-syntax", span, {"problem": problem, "detail": detail})


def _at(event: yaml.Event, first: int, problem: str, detail: str) -> Defect:
    return Defect("front-matter-syntax", _span(event, first), {"problem": problem, "detail": detail})


def _span(event: yaml.Event, first: int) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None
    return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)


def _position(text: str, index: int) -> tuple[int, int]:
    """The 0-based line and column of a character."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "?")
