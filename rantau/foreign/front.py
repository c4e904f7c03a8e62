"""Front matter of foreign files: YAML, TOML or JSON to plain values; what is broken is read line by line instead of lost."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

_LIMIT = 256 * 1024
_DEPTH = 20
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FENCES = {"---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}
_FIELD = re.compile(r"([A-Za-z_][\w.\- ]{0,60}?)\s*:(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*-\s+(.*)$")
_INNER = re.compile(r"\s+([A-Za-z_][\w\-]{0,60})\s*:\s*(.*)$")
_QUOTES = "\"'“”‘’"


@dataclass(slots=True)
class Front:
    """What stands above a text: values by name, and on which line of the file the body starts (from 1).

    `kind` is "" without front matter. `lost` are lines that could not be read, with their numbers.
    """

    values: dict[str, object]
    body: str
    body_line: int
    kind: str = ""
    lost: list[tuple[int, str]] = field(default_factory=list)


class _Refused(ValueError):
    """YAML that says more than values: aliases, endless depth."""


def split(text: str) -> Front:
    """The front matter and the body of a file. Raises: nothing."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    first = lines[start].rstrip() if start < len(lines) else ""
    if first.startswith("{") and (found := _json(text, start)) is not None:
        return found
    ends = _FENCES.get(first)
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() in ends), -1) if ends else -1
    if end < 0:
        if first in _FENCES or _FIELD.match(first):
            return _meta(lines, start + (first in _FENCES), fenced=first in _FENCES)
        return Front({}, text, 1)
    head = lines[start + 1 : end]
    body = "\n".join(lines[end + 1 :])
    kind = {"+++": "toml", ";;;": "json"}.get(first, "yaml")
    # A Markdown rule at the top of a text is no front matter.
    if kind == "yaml" and head and not any(_FIELD.match(line) for line in head):
        return Front({}, text, 1) if any(line.strip() for line in head) else Front({}, body, end + 2, "yaml")
    values, lost = parse("\n".join(head), kind, start + 2)
    return Front(values, body, end + 2, kind, lost)


def parse(text: str, kind: str, first_line: int = 1) -> tuple[dict[str, object], list[tuple[int, str]]]:
    """The values of a text of `kind` "yaml", "toml" or "json", and the lines that could not be read."""
    try:
        if len(text) > _LIMIT:
            raise _Refused("size")
        value: object
        if kind == "toml":
            value = tomllib.loads(text)
        elif kind == "json":
            value = json.loads(text)
        else:
            _inspect(text)
            value = yaml.load(text, Loader=_LOADER)
    except (ValueError, RecursionError, yaml.YAMLError):
        return _by_line(text.split("\n"), first_line)
    if value is None or value == "":
        return {}, []
    if not isinstance(value, dict):
        return ({"items": value}, []) if isinstance(value, list) else ({}, [(first_line, text)])
    return {str(name): inner for name, inner in value.items()}, []


def _inspect(text: str) -> None:
    """Raises _Refused for YAML whose values would be larger than its text."""
    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("alias")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise _Refused("depth")


def _json(text: str, start: int) -> Front | None:
    """JSON front matter as Hugo knows it: an object that the text starts with."""
    offset = len("\n".join(text.split("\n")[:start])) + (start > 0)
    try:
        value, end = json.JSONDecoder().raw_decode(text[: _LIMIT + offset], offset)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    line = text.count("\n", 0, end) + 1
    rest = text[end:]
    body = rest.lstrip(" \t").removeprefix("\n")
    return Front(value, body, line + (len(body) < len(rest.lstrip(" \t"))), "json")


def _meta(lines: list[str], start: int, *, fenced: bool) -> Front:
    """Front matter that is not closed, and MkDocs' plain kind: fields up to the first empty line."""
    end = start
    while end < len(lines) and lines[end].strip() and (_FIELD.match(lines[end]) or lines[end][:1] in (" ", "\t", "-")):
        end += 1
    names = {match[1].lower() for line in lines[start:end] if (match := _FIELD.match(line))}
    if not fenced and not names & {"title", "date", "author", "authors", "tags", "summary", "description", "judul", "tanggal"}:
        return Front({}, "\n".join(lines), 1)
    values, lost = _by_line(lines[start:end], start + 1)
    return Front(values, "\n".join(lines[end:]), end + 1, "yaml", lost)


def _by_line(lines: list[str], first_line: int) -> tuple[dict[str, object], list[tuple[int, str]]]:
    """Fields, one a line, with lists and one level of inner fields below them; the first of two equal ones counts."""
    values: dict[str, object] = {}
    lost: list[tuple[int, str]] = []
    name = ""
    for number, line in enumerate(lines, start=first_line):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (match := _FIELD.match(line)) and not line.startswith((" ", "\t")):
            if match[1] in values:
                lost.append((number, line))
                name = ""
                continue
            name = match[1]
            values[name] = _value(match[2] or "")
        elif name and (item := _ITEM.match(line)):
            held = values[name]
            values[name] = [*held, _value(item[1])] if isinstance(held, list) else (held or [_value(item[1])])
            if held and not isinstance(held, list):
                lost.append((number, line))
        elif (
            name
            and (inner := _INNER.match(line))
            and isinstance(values[name], (dict, str))
            and not isinstance(values[name], list)
        ):
            held = values[name]
            if isinstance(held, Mapping):
                values[name] = {**held, inner[1]: _value(inner[2])}
            elif not held:
                values[name] = {inner[1]: _value(inner[2])}
            else:
                values[name] = f"{held} {line.strip()}"
        elif name and line.startswith((" ", "\t")) and isinstance(values[name], str):
            values[name] = f"{values[name]} {line.strip()}".strip()
        else:
            lost.append((number, line))
    return values, lost


def _value(text: str) -> object:
    text = text.strip()
    if text in ("|", ">", "|-", ">-", "|+", ">+"):
        return ""
    if text.startswith("[") and text.endswith("]"):
        return [part.strip().strip(_QUOTES) for part in text[1:-1].split(",") if part.strip()]
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        return text[1:-1]
    return text
