"""Pages as the search sees them, and what its result list shows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_TEXT = 1400
_PIECE = 220


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page below one heading: its anchor ("" for the page's beginning), its heading and its words."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search sees it.

    `address` is below the site's root, `day` ISO 8601 or "". `names` are other words for what the page is about;
    `facets` maps a facet ("negara") to the keys of its values.
    """

    address: str
    title: str
    description: str
    sections: tuple[Section, ...]
    names: tuple[str, ...] = ()
    day: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def fields(entry: Entry) -> tuple[str, str, str]:
    """The texts of the three fields of a page, as FIELDS names them."""
    return (
        entry.title,
        "\n".join((entry.description, *(s.heading for s in entry.sections), *entry.names)),
        "\n".join((entry.description, *(f"{s.heading}\n{s.text}" for s in entry.sections))),
    )


def record(entry: Entry) -> dict[str, object]:
    """What the result list shows of a page: pieces of every section, so that an excerpt can stand near the words searched."""
    each = max(80, min(_PIECE, _TEXT // max(1, len(entry.sections))))
    pieces: list[list[str]] = []
    left = _TEXT
    for section in entry.sections:
        text = clip(section.text, min(each, left)) if left > 0 else ""
        left -= len(text) + len(section.heading)
        if text or section.heading:
            pieces.append([section.anchor, section.heading, text])
    return {"a": entry.address, "t": entry.title, "d": entry.description, "y": entry.day, "p": pieces}


def clip(text: str, room: int) -> str:
    """The beginning of a text, whole words where it has spaces, with an ellipsis when something is left out."""
    if len(text) <= room:
        return text
    cut = text.rfind(" ", room // 2, room)
    return text[: cut if cut > 0 else room].rstrip(" ,;:.") + " …"
