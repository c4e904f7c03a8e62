"""Who wrote a text, where the site says so beside the entries: on a line below the title, or in a list of its writers."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rantau.drafts import Sources
from rantau.foreign import days, front, texts
from rantau.text.press import names

_LISTS = re.compile(r"\.?authors?\.(?:ya?ml|json)")
_LIMIT = 256 * 1024
# "*Oleh: Rina Cahya, 7 September 2022*": nothing else stands on the line.
_LINE = re.compile(
    r"[*_\s]*(?:(?i:ditulis\s+)?(?i:oleh|by|penulis))\s*:?\s*[*_]*\s*(?P<name>[^\d:;,|–—•·*_]{3,60}?)"
    r"(?:\s*[,|–—•·-]\s*(?P<day>[^|]{6,40}?))?[*_\s]*"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A line above a text that names its writer; its number counts from 0."""

    name: str
    day: datetime.date | None
    line: str
    number: int


def first(body: str) -> Byline | None:
    """The byline that a Markdown text starts with, below its title; None when it starts with anything else."""
    for number, line in enumerate(body[:4000].split("\n")):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or not names(match["name"].strip()):
            return None
        day = days.day(match["day"])[0] if match["day"] else None
        return None if match["day"] and day is None else Byline(match["name"].strip(), day, line, number)
    return None


def listed(sources: Sources) -> dict[str, str]:
    """The names behind the keys of a site's own list of writers (authors.yml of Jekyll, Docusaurus, MkDocs)."""
    found: dict[str, str] = {}
    for path, size in sorted(sources.files.items()):
        if size > _LIMIT or _LISTS.fullmatch(path.name.lower()) is None:
            continue
        try:
            values, _ = front.parse(texts.decode(sources.read(path))[0], "json" if path.suffix == ".json" else "yaml")
        except OSError:
            continue
        inner = values.get("authors")
        for key, value in (inner if isinstance(inner, Mapping) else values).items():
            name = (
                next((value[k] for k in ("name", "display_name", "nama") if value.get(k)), "")
                if isinstance(value, Mapping)
                else value
            )
            if isinstance(name, str) and name.strip():
                found.setdefault(str(key), texts.one_line(name))
    return found
