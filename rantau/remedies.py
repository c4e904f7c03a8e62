"""What a machine may do about front matter that cannot be read: edits for the mistakes that have one right answer.

Every edit is proposed from the editor's lines alone. Whoever carries it out reads the file again and takes nothing
that leaves it worse, so a remedy need not prove that it suffices: a file with three mistakes is mended in three steps.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rantau.columns import placed
from rantau.fields import FIELDS, NAMES, Either, Field, ListOf, Record, Text
from rantau.model import Edit, Span

_BOUNDARY = re.compile(r"---[ \t]*\r?")
# A line of hyphens that was meant as the boundary; a phone makes a dash of two of them.
_NEARLY = re.compile(r"(?:-{2}|-{4,}|[\u2013\u2014]-?|-[\u2013\u2014])[ \t]*(?=\r?$)")
_VALUE = re.compile(r"(?P<head>\s*(?:-\s+)?(?P<name>[A-Za-z_]\w*)[ \t]*:[ \t]+)(?P<value>\S.*?)\s*$")
_GLUED = re.compile(r"(?P<before>\s*(?:-\s+)?)(?P<name>[A-Za-z_]\w*)(?:(?P<wide>[ \t]*\uff1a[ \t\u3000]*)|:(?=[^\s:/]))")
_ITEM = re.compile(r"(?P<blanks>[ \t]*)-[ \t]+[^:#\[{]*$")
_FIELD = re.compile(r"([A-Za-z_]\w*)[ \t]*:(?:[ \t\r]|$)")
_HASHTAGS = re.compile(r"\[?\s*#[\w-]+(?:[\s,;]+#[\w-]+)*\s*\]?")
_HASHED = re.compile(r"\s*-\s+#(?=[\w-]+\s*$)")
_COMMENT = re.compile(r"\s#")
_CURLY = {"\u201c": "\u201d", "\u201e": "\u201c", "\u201f": "\u201d", "\u2018": "\u2019"}
_ESCAPES = '0abtnvfre "/\\N_LPxuU\t'


def _named(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields, and those of the records that they hold."""
    for field in fields:
        shape = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        inner = shape.record if isinstance(shape, Either) else shape
        yield field
        if isinstance(inner, Record):
            yield from _named(inner.fields)


# Fields of the lists in _data: those that hold a text in one language or in several, and the others.
_WORDS = frozenset("name note warning abbreviation term expansion meaning label value unit source id en ja".split())
_OTHERS = frozenset("key slug members related kind country channels phone whatsapp address source_url source_date".split())
KNOWN = frozenset(f.name for f in _named(FIELDS)) | _WORDS | _OTHERS
_TEXTS = frozenset(f.name for f in _named(FIELDS) if isinstance(f.shape, Text)) | _WORDS
_LISTS = frozenset(n for n, f in NAMES.items() if isinstance(f.shape, ListOf) and not isinstance(f.shape.item, Record))
_BARE = frozenset(n for n, f in NAMES.items() if not isinstance(f.shape, Record | Either | ListOf))


def remedy(problem: str, lines: Sequence[str], line: int, column: int, first: int) -> tuple[Edit, ...]:
    """The edits for a problem at a 0-based line and column of a text whose line 0 is line `first` of its file; or none."""
    if line >= len(lines):
        return ()
    found: Iterable[tuple[int, int, int, str]] = ()
    match problem:
        case "tab":
            found = _tabs(lines)
        case "special-space":
            found = _blanks(lines, "\u00a0", " ")
        case "missing-space" | "wide-colon" | "no-colon" | "not-a-mapping":
            found = _glued(lines)
        case "dash-space":
            # The place is the hyphen; the blank belongs behind it.
            after = lines[line][column + 1 : column + 2]
            found = [(line, column + 1, column + 1, " ")] if after and not after.isdigit() else ()
        case "bracket":
            found = _bracket(lines, line, column)
        case "indent":
            found = _indent(lines, line)
        case "dash-value":
            found = _dashed(lines, line)
        case "hash":
            found = _hashtags(lines, line)
        case "colon" if (match := _VALUE.match(lines[line])) is not None and column < match.start("value"):
            # The field is sound; the parser took the line above, which lacks a blank, for a part of its name.
            found = _glued(lines[:line])
        case _:
            found = _quote(problem, lines, line)
    return tuple(Edit(Span(n + first, start + 1, n + first, end + 1), text) for n, start, end, text in found)


def right(problem: str, lines: Sequence[str], line: int, column: int, fix: Sequence[Edit], first: int) -> str:
    """The line as it should read, without the blanks before it; "" where only the editor knows.

    `fix` are the edits of `remedy` for the same problem. Where there are none it is what the editor probably means.
    """
    if line >= len(lines):
        return ""
    text = lines[line].rstrip("\r")
    if problem in ("indent", "tab"):
        return _shifted(text, lines, line, fix, first)
    if fix:
        if any(edit.span.line != line + first for edit in fix):
            return ""
        for edit in sorted(fix, key=lambda edit: edit.span, reverse=True):
            text = text[: edit.span.column - 1] + edit.text + text[edit.span.end_column - 1 :]
        return text.strip()
    if problem in ("missing-space", "dash-space"):
        column += problem == "dash-space"
        return f"{text[:column]} {text[column:]}".strip()
    match = _VALUE.match(text)
    if match is None or _goes_on(lines, line, match.start("name")):
        return ""
    other = re.search(r"([A-Za-z_]\w*):(?:\s|$)", match["value"])
    if other is not None and other[1] in KNOWN:
        return ""
    value = _probable(problem, match["name"], match["value"], column == match.start("value"))
    return f"{match['head'].strip()} {value}" if value else ""


def _shifted(text: str, lines: Sequence[str], line: int, fix: Sequence[Edit], first: int) -> str:
    """The line with the blanks, or the hyphen, that belong before it."""
    if (blanks := next((edit.text for edit in fix if edit.span.line == line + first), None)) is not None:
        return blanks + text.strip()
    place = placed(lines, line)
    if place is None:
        return ""
    hyphen = "- " if place.below == "-" and not text.lstrip().startswith("-") else ""
    return " " * place.column + hyphen + text.strip()


def _probable(problem: str, name: str, value: str, whole: bool) -> str:
    """A value as it should be written; `whole` when the problem is found at its first character."""
    opened = value[0]
    match problem:
        case "dash-value":
            items = [item.strip() for item in re.split(r"(?:^|\s)-\s+", value) if item.strip()]
            if name in _LISTS:
                return f"[{', '.join(plainly(item) for item in items)}]"
            return plainly(value.lstrip("- ")) if value.lstrip("- ") else ""
        case "quote" if opened in "\"'" and opened not in value[1:]:
            return f"{opened}{value[1:]}{opened}"
        case "quote-inside" if opened in "\"'":
            if value[-1] == opened:
                return quoted(value[1:-1])
            return quoted(value[1:] if re.match(r"[^']*\w'\w", value[1:]) else value)
        case "bracket" if whole and opened in "[{" and value.count(opened) == 1:
            return value + {"[": "]", "{": "}"}[opened]
        case "hash" if name in _LISTS:
            items = [item.strip(" ,;[]") for item in value.split("#")]
            return f"[{', '.join(item for item in items if item)}]" if all(plainly(item) == item for item in items) else ""
        case "hash" if opened in "[{":
            return ""
        case "colon" | "alias" | "tag" | "hash" | "value-start" | "character" | "curly-quote" | "backslash":
            closing = _CURLY.get(opened, opened if opened in "\"'" else "")
            return quoted(value[1:-1] if closing and value[-1] == closing and len(value) > 2 else value)
        case _:
            return ""


def plainly(text: str) -> str:
    """A text as a value, in quotes where it would be read otherwise without."""
    return quoted(text) if re.search(r"[:#\[\]{},\"'&*!|>@`%]", text) else text


def unclosed(text: str) -> tuple[Edit, ...]:
    """The edit that gives front matter its closing line, where its end is certain; `text` is the whole file."""
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.strip())
    end = _end(lines, start + 1)
    if end is None or end == start + 1:
        return ()
    if near := _NEARLY.match(lines[end]):
        return (Edit(Span(end + 1, 1, end + 1, near.end() + 1), "---"),)
    below = [line for line in lines[end:] if line.strip()]
    if lines[end].strip() or any((m := _FIELD.match(line)) and m[1] in NAMES for line in below):
        return ()
    return (Edit(Span(end + 1, 1, end + 1, 1), f"---{_ending(lines[start])}"),)


def unopened(text: str) -> tuple[Edit, ...]:
    """The edit that gives front matter its opening line, where fields and a closing line start the file."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    end = _end(lines, start)
    if end is None or end - start < 2 or not (_FIELD.match(lines[start]) and _BOUNDARY.fullmatch(lines[end])):
        return ()
    return (Edit(Span(start + 1, 1, start + 1, 1), f"---{_ending(lines[start])}"),)


def without(text: str, line: int) -> tuple[Edit, ...]:
    """The edit that deletes a 1-based line."""
    return (Edit(Span(line, 1, line + 1, 1), ""),) if text.count("\n") >= line else ()


def quoted(value: str) -> str:
    """A text as a quoted value: in double quotes, or in single ones when it holds double ones or a backslash."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _ending(line: str) -> str:
    return "\r\n" if line.endswith("\r") else "\n"


def _end(lines: Sequence[str], start: int) -> int | None:
    """The first line from `start` on that belongs to no field; None when known fields do not come first."""
    known = 0
    for number in range(start, len(lines)):
        line = lines[number].rstrip("\r")
        field = _FIELD.match(line)
        if field is not None and field[1] in NAMES:
            known += 1
        elif not line.startswith((" ", "\t", "#", "- ")) or not line.strip():
            return number if known else None
    return None


def _blanks(lines: Sequence[str], character: str, instead: str) -> Iterator[tuple[int, int, int, str]]:
    for number, line in enumerate(lines):
        width = len(line) - len(line.lstrip(" \t\u00a0"))
        if character in line[:width]:
            yield number, 0, width, line[:width].replace(character, instead)


def _tabs(lines: Sequence[str]) -> Iterator[tuple[int, int, int, str]]:
    """Blanks instead of Tabs, so many that each line stands where the lines above it show, or two for each Tab."""
    mended = list(lines)
    for number, width, instead in [(n, end, text) for n, _, end, text in _blanks(lines, "\t", "  ")]:
        place = placed(mended, number)
        blanks = " " * place.column if place is not None else instead
        mended[number] = blanks + lines[number][width:]
        yield number, 0, width, blanks


def _glued(lines: Sequence[str]) -> Iterator[tuple[int, int, int, str]]:
    """Names of fields whose colon has no blank behind it, or is a full-width one."""
    for number, line in enumerate(lines):
        match = _GLUED.match(line)
        if match is None or match["name"] not in KNOWN:
            continue
        if match["wide"] is not None:
            yield number, match.start("wide"), match.end("wide"), ": " if line[match.end() :].strip() else ":"
        else:
            yield number, match.end(), match.end(), " "


def _bracket(lines: Sequence[str], line: int, column: int) -> Iterator[tuple[int, int, int, str]]:
    """The bracket that closes a list of plain words, when the next line is another field."""
    text, head = lines[line].rstrip(), _VALUE.match(lines[line])
    below = next((following for following in lines[line + 1 :] if following.strip()), "")
    alone = head is not None and head["name"] in KNOWN and head.start("value") == column and text[column] == "["
    if alone and (not below or _FIELD.match(below)) and not re.search(r"[\]{}\"'#:]", text[column:]):
        yield line, len(text), len(text), "]"


def _indent(lines: Sequence[str], line: int) -> Iterator[tuple[int, int, int, str]]:
    """The blanks that a field, or an item of a list, has too many or too few of."""
    above = next((before for before in reversed(lines[:line]) if before.strip() and not before.lstrip().startswith("#")), "")
    width = len(lines[line]) - len(lines[line].lstrip(" "))
    field, before = _FIELD.match(lines[line][width:]), _VALUE.match(above)
    item, other = _ITEM.match(lines[line]), _ITEM.match(above)
    if width and field is not None and field[1] in NAMES and before is not None and before.start("name") == 0:
        below = next((following for following in lines[line + 1 :] if following.strip()), "")
        if before["name"] in _BARE and not below.startswith(" " * width):
            yield line, 0, width, ""
    elif item is not None and other is not None and item["blanks"] != other["blanks"]:
        yield line, 0, len(item["blanks"]), other["blanks"]
    elif (place := placed(lines, line)) is not None and place.sure:
        yield line, 0, width, " " * place.column


def _dashed(lines: Sequence[str], line: int) -> Iterator[tuple[int, int, int, str]]:
    """The brackets of a list whose only item stands on the line of its field."""
    match = _VALUE.match(lines[line])
    if match is not None and match["name"] in _LISTS and not _goes_on(lines, line, match.start("name")):
        item = match["value"].removeprefix("-").strip()
        below = next((following for following in lines[line + 1 :] if following.strip()), "")
        if item and plainly(item) == item and " - " not in item and not below.startswith("-"):
            yield line, match.start("value"), match.end("value"), f"[{item}]"


def _hashtags(lines: Sequence[str], line: int) -> Iterator[tuple[int, int, int, str]]:
    """The words of a list of names, each of them written as a hashtag, without their signs."""
    match, item = _VALUE.match(lines[line]), _HASHED.match(lines[line])
    if match is not None and match["name"] in _LISTS and _HASHTAGS.fullmatch(match["value"]):
        names = re.findall(r"[\w-]+", match["value"])
        yield line, match.start("value"), match.end("value"), f"[{', '.join(names)}]"
    elif item is not None:
        above = next((before for before in reversed(lines[:line]) if not before.lstrip(" ").startswith(("- ", "#"))), "")
        field = _FIELD.match(above)
        if field is not None and field[1] in _LISTS and not above[field.end() :].strip():
            yield line, item.end() - 1, item.end(), ""


def _quote(problem: str, lines: Sequence[str], line: int) -> Iterator[tuple[int, int, int, str]]:
    """Quotation marks round the value of a line, or other ones, when the value is a text and ends with its line."""
    match = _VALUE.match(lines[line])
    if match is None or match["name"] not in _TEXTS or _goes_on(lines, line, match.start("name")):
        return
    value = match["value"]
    text = _meant(problem, value)
    inner = re.search(r"([A-Za-z_]\w*):(?:\s|$)", value)
    if text and not _COMMENT.search(value) and not (inner is not None and inner[1] in KNOWN):
        yield line, match.start("value"), match.end("value"), quoted(text)


def _meant(problem: str, value: str) -> str:
    """The text that a value was meant to be, "" when that is not certain."""
    first, rest = value[0], value[1:-1]
    match problem:
        case "colon":
            return value if first.isalnum() else ""
        case "curly-quote":
            whole = len(value) > 2 and _CURLY.get(first) == value[-1] and not set(rest) & set("\u201c\u201d\u201e\u201f")
            return rest if whole else value
        case "value-start" | "character":
            return value if first in "@`%" or (first in "[{" and not value.endswith(("]", "}"))) else ""
        case "alias":
            return value if first == "*" and len(value) > 1 else ""
        case "tag":
            return value if first == "!" and value[1:2].isalpha() else ""
        case "quote-inside":
            same = first == value[-1] and first in rest and "\\" not in rest
            return rest if same and (first == '"' or (first == "'" and "''" not in rest)) else ""
        case "backslash":
            plain = first == value[-1] == '"' and '"' not in rest
            return rest if plain and not any(c in _ESCAPES for c in re.findall(r"\\(.|$)", rest)) else ""
        case _:
            return ""


def _goes_on(lines: Sequence[str], line: int, column: int) -> bool:
    """Whether the value of a line whose name stands at `column` has further lines."""
    below = next((following for following in lines[line + 1 :] if following.strip()), "")
    return len(below) - len(below.lstrip()) > column and not below.lstrip().startswith("#")
