"""A draft becomes the Markdown file that editors know: front matter in the order of fields.py, and a body."""

import datetime
import io
from collections.abc import Mapping
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from rantau.fields import NAMES, Either, Field, ListOf, Record

# What the reader takes for an empty value unless it stands in quotes.
_EMPTY = frozenset({"~", "null"})


class _Writer(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """PyYAML's writer without the types of YAML: our reader takes every value as text, so "2025" and "no" need no quotes."""

    def __init__(self, stream: Any) -> None:
        Emitter.__init__(self, stream, indent=2, width=1_000_000, allow_unicode=True, line_break="\n")
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items stand two blanks to the right of their field's name."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> Any:
        """Quotes are double, as in the editors' guide, unless that would cost an escape."""
        style = super().choose_scalar_style()
        value = self.event.value if isinstance(self.event, yaml.ScalarEvent) else ""
        plain = not any(c in '"\\' or ord(c) > 0xFFFF for c in value)
        return '"' if style == "'" and plain else style

    def ignore_aliases(self, data: Any) -> bool:
        """No value is written as a reference to another one."""
        return True

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        """Lists of plain values stand in brackets, on one line."""
        return super().represent_sequence(tag, sequence, flow_style=all(isinstance(item, str) for item in sequence))

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """A text; quotes only where YAML or our reader would take it for something else."""
        node = yaml.ScalarNode("tag:yaml.org,2002:str", data, style='"' if data in _EMPTY or not data.strip() else None)
        self.represented_objects[self.alias_key] = node
        return node


_Writer.add_representer(str, _Writer.represent_str)


def known(fields: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """The fields that fields.py declares, cleaned, in its order; and the others, as text, by their names.

    Values become one line of text each; empty ones are left out.
    """
    kept = {
        name: value for name, declared in NAMES.items() if (value := _clean(fields.get(name), declared)) not in (None, "", [], {})
    }
    strange = {name: _text(value) for name, value in fields.items() if name not in NAMES and value not in (None, "", [], {})}
    return kept, strange


def _clean(value: object, declared: Field | None = None) -> object:
    if isinstance(value, Mapping):
        inner = {str(key): cleaned for key, item in value.items() if (cleaned := _clean(item)) not in (None, "", [], {})}
        order = [f.name for f in _parts(declared)]
        return {key: inner[key] for key in sorted(inner, key=lambda k: order.index(k) if k in order else len(order))}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [cleaned for item in items if (cleaned := _clean(item, declared)) not in (None, "", [], {})]
    return _text(value)


def _parts(declared: Field | None) -> tuple[Field, ...]:
    shape = declared.shape if declared is not None else None
    inner = shape.item if isinstance(shape, ListOf) else shape
    inner = inner.record if isinstance(inner, Either) else inner
    return inner.fields if isinstance(inner, Record) else ()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    # What no file of text may hold, such as half a character, would stop the writing of the whole draft.
    plain = str(value).encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in plain).split())


def front_matter(fields: Mapping[str, object]) -> str:
    """The front matter of a file with its two boundaries; `fields` as `known` gives them."""
    stream = io.StringIO()
    if fields:
        writer = _Writer(stream)
        writer.open()
        writer.represent(dict(fields))
        writer.close()
    return f"---\n{stream.getvalue()}---\n"


def document(fields: Mapping[str, object], body: str) -> bytes:
    """The whole file."""
    plain = body.encode("utf-8", "replace").decode("utf-8").strip("\n")
    return f"{front_matter(fields)}\n{plain}\n".encode()
