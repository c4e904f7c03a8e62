"""What an error of the YAML parser means to an editor, and where the mistake was made: seldom where the parser gave up."""

import re
from collections.abc import Sequence
from dataclasses import replace

import yaml

from rantau.columns import placed
from rantau.model import FILE_START, Defect, Edit, Span
from rantau.remedies import KNOWN, plainly, remedy, right, unclosed, unopened, without

_OPEN_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?(["'])""")
_OWN_LINE = re.compile(r"^\s*(?:-\s+)?(?:[\w-]+\s*:\s+|-\s+)(?=\S)")
_NO_BLANK = re.compile(r"""^\s*(?:-\s+)?([A-Za-z_]\w*):(?=["'\[{]|[^\s:/].*\s)""")
_WIDE = re.compile(r"^\s*(?:-\s+)?([A-Za-z_]\w*)\s*(?=\uff1a)")
_NO_DASH_BLANK = re.compile(r"^\s*-(?=[^\s\-])")
_HASH_IN_LIST = re.compile(r"[^\"']*?[\[,]\s*(#[^\s#].*)")
_VALUE_START = "[{>|"
# Fields that stand within brackets.
_NAMES = frozenset(
    "key slug name aliases members related img note warning src alt title publisher url date label value unit".split()
)
_CURLY = "“”„‟«»‘’"
# The lines that Git writes around two versions of a place, and between them; "|||||||" starts what both were made of.
_OURS = "<<<<<<< "
_THEIRS = re.compile(r"(?:={7}|\|{7}(?: .*)?|(>{7} .*))[ \t]*\r?")
_PROBLEMS = (
    ("unexpected end of stream", "quote"),
    ("unknown escape character", "backslash"),
    ("did not find expected hexdecimal number", "backslash"),
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
_CONTEXTS = (("alias", "alias"), ("anchor", "alias"), ("scanning a tag", "tag"), ("block scalar", "value-start"))
_GLUED = frozenset({"missing-space", "wide-colon"})
# Mistakes that the parser notices only where they end.
_STARTS_EARLIER = frozenset({"quote", "bracket", "no-colon", "alias", "tag", "value-start"})


def explain(error: yaml.MarkedYAMLError, text: str, first: int) -> Defect:
    """The defect that the error means, in a text whose first line is line `first` of its file."""
    lines = text.split("\n")
    problem, line, column = _named(error)
    line = min(line, len(lines) - 1)
    found = _mended(problem, lines, line, column)
    if found is None and problem == "bracket" and error.problem_mark is not None:
        found = _within(lines, (line, column), error.problem_mark.line, error.problem_mark.column)
    if found is not None:
        problem, line, column = found
    column = min(column, len(lines[line]))
    # Of a missing blank the field is worth naming, of everything else what stands at the place.
    detail = lines[line][:column].strip(" -:") if problem in _GLUED else lines[line][column:].strip()[:60]
    fix = remedy(problem, lines, line, column, first)
    defect = syntax(problem, detail, line + first - 1, column, 1, fix, right(problem, lines, line, column, fix, first))
    place = placed(lines, line) if problem in ("indent", "tab") and "right" in defect.values else None
    return replace(defect, values={**defect.values, "below": place.below}) if place is not None and place.below else defect


def syntax(
    problem: str, detail: str, line: int, column: int, length: int, fix: tuple[Edit, ...] = (), mended: str = ""
) -> Defect:
    """A front-matter-syntax defect at a 0-based line and column; `mended` is the line as it should read."""
    span = Span(line + 1, column + 1, line + 1, column + 1 + length)
    return Defect("front-matter-syntax", span, _values(problem, detail, mended), fix)


def _values(problem: str, detail: str, mended: str) -> dict[str, str]:
    values = {"problem": problem, "detail": detail}
    return {**values, "right": mended} if mended else values


def cut_off(detail: str, lines: list[str], line: int, column: int, length: int, first: int) -> Defect:
    """A front-matter-syntax defect for words that are read as a note, in a text that starts on line `first` of its file."""
    fix = remedy("hash", lines, line, column, first)
    return syntax("hash", detail, line + first - 1, column, length, fix, right("hash", lines, line, column, fix, first))


def values_of_yaml(problem: str, detail: str, span: Span, lines: list[str], first: int) -> Defect:
    """A front-matter-syntax defect for what YAML offers and editors never mean, in a text that starts on line `first`."""
    line, column = span.line - first, span.column - 1
    fix = remedy(problem, lines, line, column, first)
    return Defect("front-matter-syntax", span, _values(problem, detail, right(problem, lines, line, column, fix, first)), fix)


def bounded(problem: str, text: str, line: int) -> Defect:
    """A front-matter-syntax defect of a boundary line, which may be missing; `line` is 0-based, `text` the whole file."""
    return syntax(problem, "", line, 0, 3, unclosed(text) if problem == "unclosed" else without(text, line + 1))


def unfronted(text: str) -> Defect:
    """The defect that a file starts with no boundary line."""
    return Defect("no-front-matter", FILE_START, fix=unopened(text))


def joined(names: Sequence[str]) -> str:
    """Names as one list has them, each once; "" where one of them cannot stand there as it is."""
    sound = all(name and plainly(name) == name for name in names)
    return ", ".join(dict.fromkeys(names)) if sound else ""


def conflicts(text: str) -> tuple[Defect, ...]:
    """The places where Git left two versions; what looks like the first of its marks, without another one below, is text."""
    if _OURS not in text:
        return ()
    groups: list[list[int]] = []
    opened = False
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if line.startswith(_OURS):
            groups.append([number])
            opened = True
        elif opened and (match := _THEIRS.fullmatch(line)) is not None:
            groups[-1].append(number)
            opened = match[1] is None
    return tuple(
        Defect(
            "conflict-marks",
            Span(marks[0], 1, marks[0], len(lines[marks[0] - 1].rstrip()) + 1),
            {"lines": ", ".join(map(str, marks))},
        )
        for marks in groups
        if len(marks) > 1
    )


def _named(error: yaml.MarkedYAMLError) -> tuple[str, int, int]:
    """The parser's own idea of the problem, and its place."""
    context = error.context or ""
    problem = next((name for words, name in _PROBLEMS if words in (error.problem or "")), "other")
    problem = next((name for words, name in _CONTEXTS if words in context), problem)
    mark = error.context_mark if problem in _STARTS_EARLIER and error.context_mark is not None else error.problem_mark
    return (problem, mark.line, mark.column) if mark is not None else (problem, 0, 0)


def _mended(problem: str, lines: list[str], line: int, column: int) -> tuple[str, int, int] | None:
    """A better idea of what is wrong, looking at the lines as an editor wrote them; None to keep the parser's."""
    for number in range(line + 1):
        blanks = re.match(r"\s*", lines[number])
        if blanks is not None and (at := blanks[0].find("\u00a0")) >= 0:
            return "special-space", number, at
    if lines[line].startswith("\t"):
        return "tab", line, 0
    for number in range(line + 1):
        if problem in ("bracket", "colon", "other") and (match := _HASH_IN_LIST.match(lines[number])):
            return "hash", number, match.start(1)
    if problem in ("quote", "indent", "colon", "other") and (found := _unclosed_quote(lines, line)) is not None:
        return "quote", *found
    if problem in ("colon", "indent", "no-colon", "other"):
        for number in range(line + 1):
            if (match := _WIDE.match(lines[number])) and match[1] in KNOWN:
                return "wide-colon", number, match.end()
            if match := _NO_BLANK.match(lines[number]):
                return "missing-space", number, match.end()
            if match := _NO_DASH_BLANK.match(lines[number]):
                return "dash-space", number, match.end() - 1
    if problem == "colon" and re.fullmatch(r"\s+\w+", lines[line][:column]):
        return "indent", line, len(lines[line]) - len(lines[line].lstrip())
    if problem == "colon" and (value := _value_start(lines[line])) >= 0 and lines[line][value] in _CURLY:
        return "curly-quote", line, value
    if problem == "indent" and lines[line][column : column + 1] in ("]", "}"):
        return "closing", line, column
    if problem in ("indent", "bracket") and (value := _value_start(lines[line])) >= 0 and lines[line][value] in _VALUE_START:
        closed = lines[line].rstrip().endswith(("]", "}")) or not any(c in lines[line] for c in "]}")
        return None if closed else ("value-start", line, value)
    if problem == "indent" and column > 0 and lines[line][:column].strip():
        dashed = _value_start(lines[line]) == column and lines[line].startswith("- ", column)
        return ("dash-value" if dashed else "quote-inside"), line, column
    if problem == "colon" and (bare := _without_colon(lines, line)) is not None:
        return "no-colon", bare, 0
    return None


def _within(lines: list[str], opening: tuple[int, int], line: int, column: int) -> tuple[str, int, int] | None:
    """What is wrong between the brackets that open at `opening`, where the parser stopped; None if they never close."""
    text = lines[line] if line < len(lines) else ""
    before, here = text[:column].rstrip(), text[column : column + 1]
    word = re.search(r"\w+$", before)
    name = word is not None and word[0] in _NAMES
    if here == ":" and word is not None and not re.fullmatch(r"\s*(?:-\s*\{?\s*)?\w+", before):
        glued = name and before[: word.start()].rstrip()[-1:] not in ("", ",", "{", "[")
        return ("comma", line, word.start()) if glued else ("colon", line, column)
    if here in ("[", "{") and word is not None and name:
        return "no-colon", line, word.start()
    if here == "]" and lines[opening[0]][opening[1]] == "{":
        return "closing", line, column
    if here and line == opening[0] and before.endswith(('"', "'")):
        return "quote-inside", line, column
    if here.isalnum() and before.endswith(("]", "}")):
        return "comma", line, column
    return None


def _value_start(line: str) -> int:
    """The column where the value of a `name: value` line starts, or -1."""
    match = _OWN_LINE.match(line)
    return match.end() if match is not None else -1


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
