"""The skeleton of a new file: the fields that an editor needs first, in the order of their declaration."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rantau.fields import FIELDS, Field, ListOf, Record
from rantau.model import Kind

Values = Mapping[str, str | Sequence[str]]

# What a new file of a kind asks for; everything else is for who needs it.
STARTING: Mapping[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: (
        *("title", "description", "img", "alt", "authors", "tags", "countries", "programs", "stage", "sectors"),
        *("date", "sources", "status"),
    ),
    Kind.SHEET: (
        *("title", "description", "img", "alt", "tags", "countries", "sectors", "sources", "review_by", "status"),
        *("verified_on", "name", "aliases", "official", "official_source"),
        *("audience", "costs", "duration", "languages", "tests", "steps", "documents", "risks"),
    ),
    Kind.INTRODUCTION: ("title", "description", "sources", "status"),
    Kind.STAGE: ("title", "description", "sources", "verified_on", "review_by", "status", "actions", "documents", "what_ifs"),
}
# Words that YAML takes for a truth value or for nothing.
_OTHERS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_PLAIN = re.compile(r"[^\W\d_](?:[\w '().-]*[\w)])?")


def skeleton(kind: Kind, values: Values) -> str:
    """A whole file with the values by their fields; what has none stands empty, with what belongs there above it."""
    named = [f for f in FIELDS if f.name in STARTING[kind]]
    lines = [line for f in named for line in _lines(f, values.get(f.name, ""))]
    return "\n".join(("---", *lines, "---", "", ""))


def quoted(text: str) -> str:
    """A text as YAML holds it in a list on one line."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _OTHERS:
        return text
    return _sentence(text)


def _lines(declared: Field, value: str | Sequence[str]) -> Iterator[str]:
    if not value:
        yield f"# {declared.label.id}: {declared.help.id}"
    match declared.shape:
        case ListOf(item=Record(fields=fields)):
            yield f"{declared.name}:"
            yield from (f"  {'-' if number == 0 else ' '} {f.name}:" for number, f in enumerate(fields))
        case ListOf():
            items = (value,) if isinstance(value, str) and value else value
            yield f"{declared.name}: [{', '.join(quoted(item) for item in items)}]"
        case _:
            text = value if isinstance(value, str) else ", ".join(value)
            yield f"{declared.name}: {_scalar(declared.name, text)}".rstrip()


def _scalar(name: str, text: str) -> str:
    # Sentences are always quoted: an editor may put a colon into them later.
    sentence = name in ("title", "description", "alt")
    return "" if not text else text if name in ("date", "official") else _sentence(text) if sentence else quoted(text)


def _sentence(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
