"""Front-matter values as written become typed values, by the declaration in fields.py; what cannot is a defect."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rantau.fields import (
    COST,
    FIELDS,
    FIGURE,
    LINE,
    LISTS,
    NAMES,
    POINT,
    SOURCE,
    SYNONYMS,
    URL_SCHEMES,
    WHAT_IF,
    Choice,
    Day,
    Either,
    Field,
    File,
    ListOf,
    Record,
    Reference,
    Shape,
    Text,
    Url,
    shape_of,
)
from rantau.model import Cost, Defect, Edit, Fields, Figure, Image, InlineAuthor, Kind, Line, Point, Source, Span, WhatIf
from rantau.source import Group, Listing, Node, Scalar
from rantau.text import dates
from rantau.text.names import fold, nearest, one_slip
from rantau.text.terms import likely_choice

# How other site generators say what `status` says, and what they write for it.
_PUBLISHED = {"draft": ("draft", "published"), "published": ("published", "draft")}
_TRUTHS = {"true": True, "yes": True, "ya": True, "false": False, "no": False, "tidak": False}


@dataclass(slots=True)
class _Reading:
    """What typing one file gathers on its way."""

    kind: Kind
    spans: dict[str, Span] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)
    mistyped: set[str] = field(default_factory=set)

    def report(self, rule: str, span: Span, values: Mapping[str, str], fix: tuple[Edit, ...] = ()) -> None:
        self.defects.append(Defect(rule, span, values, fix))


def type_fields(kind: Kind, front: Group) -> tuple[Fields, tuple[Defect, ...]]:
    """The typed fields of a file's front matter, and every value that could not be typed.

    Defects: unknown-field, field-shape, missing-<field>, description-length, impossible-date, unknown-choice,
    unsafe-link. A value with a defect is absent from the result.
    """
    reading = _Reading(kind)
    legal = tuple(f for f in FIELDS if kind in f.kinds)
    values = _record(Record(legal), front, "", reading)
    for declared in legal:
        missing = kind in declared.required and declared.name not in values and declared.name not in reading.mistyped
        if missing and not _reported(reading, declared.name):
            reading.report(f"missing-{declared.name}", reading.spans.get(declared.name, Span(1, 1, 1, 1)), {})
    return _assemble(values, reading.spans), tuple(reading.defects)


def _reported(reading: _Reading, name: str) -> bool:
    return any(d.values.get("field") == name and d.rule in ("field-shape", "duplicate-field") for d in reading.defects)


def _record(shape: Record, group: Group, prefix: str, reading: _Reading) -> dict[str, object]:
    """The typed values of a group, without its empty ones."""
    declared = {f.name: f for f in shape.fields}
    values: dict[str, object] = {}
    misplaced: list[tuple[str, Span]] = []
    for key, node in group.entries:
        path = prefix + key.text
        known = declared.get(key.text)
        if known is None:
            # A field that belongs to another kind of file is no slip of the pen.
            elsewhere = "" if prefix else _same(key.text, NAMES)
            if elsewhere and elsewhere not in declared:
                misplaced.append((elsewhere, key.span))
                continue
            close, sure = _meant(key.text, declared)
            others = [k for k, _ in group.entries if k is not key and (k.text == close or _meant(k.text, declared)[0] == close)]
            reading.mistyped.add(close)
            fix = (Edit(key.span, close),) if sure and not others else _status(key, node, group)
            named = {"field": path, "nearest": close, **_of_list(key, node, group)}
            if close and others:
                # The right name comes before others that mean it.
                other = next((k for k in others if k.text == close), others[0])
                named |= {"line": str(key.span.line), "other": other.text, "other_line": str(other.span.line)}
                named |= {"same": "yes"} if sure else {}
            reading.report("unknown-field", key.span, named, fix)
            continue
        reading.spans[path] = node.span if _span_is_real(node) else key.span
        if isinstance(node, Scalar) and _empty(node):
            continue
        value = _TYPERS[type(known.shape)](known.shape, node, path, reading)
        if value is not None and value != ():
            values[key.text] = value
    if misplaced:
        reading.report("wrong-folder", misplaced[0][1], {"fields": ", ".join(name for name, _ in misplaced)})
    return values


def _of_list(key: Scalar, node: Node, group: Group) -> dict[str, str]:
    """Which list of groups, left empty just above a field, the field belongs to, and the line that it should be; or nothing."""
    above = group.entries[[k for k, _ in group.entries].index(key) - 1]
    shape = NAMES[above[0].text].shape if above[0].text in NAMES and isinstance(above[1], Scalar) and _empty(above[1]) else None
    inner = shape.item if isinstance(shape, ListOf) else None
    if above[0] is key or not isinstance(inner, Record) or key.text not in {f.name for f in inner.fields}:
        return {}
    return {"parent": above[0].text, "item": f"- {key.text}: {_told(node)}"}


def _same(name: str, known: Iterable[str]) -> str:
    """The known name that this one is but for capitals, blanks and hyphens, or ""."""
    return next((n for n in known if fold(n) == fold(name)), "")


def _meant(name: str, declared: Mapping[str, Field]) -> tuple[str, bool]:
    """The declared field that a name means ("" for none), and whether a machine may put it there."""
    if same := _same(name, declared):
        return same, True
    known = SYNONYMS.get(name.casefold(), "")
    if known in declared:
        return known, True
    slips = [n for n in declared if one_slip(name.casefold(), n.casefold())]
    return (slips[0], True) if len(slips) == 1 else (nearest(name, declared), False)


def _status(key: Scalar, node: Node, group: Group) -> tuple[Edit, ...]:
    """The edit that says with `status` what "draft: true" says, where nothing else says it."""
    truth = _TRUTHS.get(node.text.casefold()) if isinstance(node, Scalar) else None
    ways = _PUBLISHED.get(key.text.casefold())
    if truth is None or ways is None or any(k.text in ("status", *_PUBLISHED) and k is not key for k, _ in group.entries):
        return ()
    return (Edit(key.span, "status"), Edit(node.span, ways[0] if truth else ways[1]))


def _empty(node: Scalar) -> bool:
    return not node.text.strip() or (node.plain and node.text in ("~", "null"))


def _span_is_real(node: Node) -> bool:
    return (node.span.line, node.span.column) != (node.span.end_line, node.span.end_column)


def _scalar(node: Node, path: str, reading: _Reading) -> str | None:
    """The text of a scalar on one line, or None after reporting that it is none."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    got = "list" if isinstance(node, Listing) else "group"
    reading.report("field-shape", node.span, {"field": path, "expected": "text", "got": got, "value": _told(node)})
    return None


def _told(node: Node) -> str:
    """What a value says, in one line; a group as "name: value"."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Listing):
        return ", ".join(filter(None, map(_told, node.items)))
    return ", ".join(f"{key.text}: {_told(value)}" for key, value in node.entries)


def _type_text(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    assert isinstance(shape, Text)
    text = _scalar(node, path, reading)
    if text is not None and shape.max and not shape.min <= len(text) <= shape.max:
        values = {"length": str(len(text)), "min": str(shape.min), "max": str(shape.max)}
        reading.report(f"{path}-length", node.span, values)
    return text


def _type_day(shape: Shape, node: Node, path: str, reading: _Reading) -> datetime.date | None:
    text = _scalar(node, path, reading)
    if text is None:
        return None
    day = dates.iso(text)
    if day is None:
        guess = dates.guess(text)
        suggestion = guess.isoformat() if guess else ""
        fix = (Edit(node.span, suggestion),) if suggestion and dates.sure(text) == guess else ()
        reading.report("impossible-date", node.span, {"field": path, "value": text, "suggestion": suggestion}, fix)
    return day


def _type_choice(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    assert isinstance(shape, Choice)
    text = _scalar(node, path, reading)
    if text is None or text.casefold() in shape.options:
        return text.casefold() if text is not None else None
    sure = likely_choice(text, shape.options)
    close = sure or nearest(text, shape.options)
    values = {"field": path, "value": text, "choices": ", ".join(shape.options), "nearest": close}
    reading.report("unknown-choice", node.span, values, (Edit(node.span, sure),) if sure else ())
    return None


def _type_url(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    text = _scalar(node, path, reading)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in URL_SCHEMES and bool(parts.hostname) and " " not in text
    except ValueError:
        good = False
    if good:
        return text
    scheme = text.split(":", 1)[0].strip().lower() if ":" in text else ""
    if " " in text and scheme in URL_SCHEMES:
        reading.report("url-with-newline", node.span, {"destination": text}, _joined(node, text))
    else:
        reading.report("unsafe-link", node.span, {"destination": text, "scheme": scheme})
    return None


def _joined(node: Node, text: str) -> tuple[Edit, ...]:
    """The edit that writes an address on one line that stands, without quotes and without other blanks, on several."""
    broken = isinstance(node, Scalar) and node.plain and text.count(" ") == node.span.end_line - node.span.line
    return (Edit(node.span, text.replace(" ", "")),) if broken else ()


def _type_bare(shape: Shape, node: Node, path: str, reading: _Reading) -> str | None:
    return _scalar(node, path, reading)


def _type_file(shape: Shape, node: Node, path: str, reading: _Reading) -> Image | None:
    text = _scalar(node, path, reading)
    return Image(text) if text is not None else None


def _type_list(shape: Shape, node: Node, path: str, reading: _Reading) -> tuple[object, ...]:
    assert isinstance(shape, ListOf)
    items = node.items if isinstance(node, Listing) else (node,)
    values: list[object] = []
    for number, item in enumerate(items):
        at = f"{path}.{number}"
        reading.spans[at] = item.span
        if isinstance(item, Scalar) and _empty(item):
            values.append(None)
            continue
        values.append(_TYPERS[type(shape.item)](shape.item, item, at, reading))
    # A place in the list is a place in `spans`, so a gap may only be closed at the end.
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _type_record(shape: Shape, node: Node, path: str, reading: _Reading) -> dict[str, object] | None:
    assert isinstance(shape, Record)
    if isinstance(node, Group):
        return _record(shape, node, f"{path}.", reading) or None
    got = "list" if isinstance(node, Listing) else "text"
    reading.report("field-shape", node.span, {"field": path, "expected": "group", "got": got, "value": _told(node)})
    return None


def _type_either(shape: Shape, node: Node, path: str, reading: _Reading) -> object:
    assert isinstance(shape, Either)
    inner = shape.record if isinstance(node, Group) else shape.bare
    return _TYPERS[type(inner)](inner, node, path, reading)


_TYPERS: dict[type, Callable[[Shape, Node, str, _Reading], object]] = {
    Text: _type_text,
    Day: _type_day,
    Choice: _type_choice,
    File: _type_file,
    Url: _type_url,
    Reference: _type_bare,
    ListOf: _type_list,
    Record: _type_record,
    Either: _type_either,
}


def _assemble(values: dict[str, object], spans: dict[str, Span]) -> Fields:
    """The fields, with the five old image fields brought into the form of `images`."""
    given = {name: value for name, value in values.items() if not NAMES[name].legacy}
    for declared in FIELDS:
        name, shape = declared.name, shape_of(declared)
        if isinstance(shape, Record) and shape in _MAKERS:
            given[name] = tuple(_MAKERS[shape](entry) for entry in _entries(values, name))
        elif name in LISTS and isinstance(shape, (Text, Reference)):
            given[name] = tuple(str(v) if v is not None else "" for v in _listed(values, name))
    images = tuple(_image(entry) for entry in _entries(values, "images"))
    given.update(_roles(values, images))
    author = values.get("author")
    if isinstance(author, dict):
        if author.get("name"):
            given["author"] = InlineAuthor(str(author["name"]), _picture(author.get("img")))
    elif author:
        listed = tuple(str(a) for a in _listed(values, "authors") if a is not None)
        given["authors"] = (*listed, str(author))
        spans[f"authors.{len(listed)}"] = spans["author"]
    return Fields(**given, spans=spans)  # type: ignore[arg-type]


def _roles(values: dict[str, object], images: tuple[Image, ...]) -> dict[str, object]:
    """Which image stands where: on the card, above the article, after its first third."""
    alt, alt2 = str(values.get("alt", "")), str(values.get("alt2", ""))
    card, hero, second = (_picture(values.get(n)) for n in ("img", "imgContentBerita", "img2"))
    main = hero or card
    if main is not None:
        hero = Image(main.src, alt=alt)
        card = Image(card.src, alt=alt) if card is not None else hero
    elif images:
        hero = card = images[0]
    if second is not None:
        second = Image(second.src, alt=alt2)
    elif len(images) > 1 and main is None:
        second = images[1]
    return {"card": card, "hero": hero, "second": second, "images": images}


def _entries(values: dict[str, object], name: str) -> list[dict[str, object]]:
    return [entry if isinstance(entry, dict) else {} for entry in _listed(values, name)]


def _listed(values: dict[str, object], name: str) -> tuple[object, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else ()


def _picture(value: object) -> Image | None:
    return value if isinstance(value, Image) else None


def _words(entry: dict[str, object], name: str) -> str:
    return str(entry.get(name, ""))


def _date(entry: dict[str, object], name: str) -> datetime.date | None:
    value = entry.get(name)
    return value if isinstance(value, datetime.date) else None


def _image(entry: dict[str, object]) -> Image:
    picture = _picture(entry.get("src"))
    alt, caption, credit, license_ = (_words(entry, name) for name in ("alt", "caption", "credit", "license"))
    return Image(picture.src if picture else "", None, alt, caption, credit, license_)


def _source(entry: dict[str, object]) -> Source:
    title, publisher, url, key = (_words(entry, name) for name in ("title", "publisher", "url", "key"))
    return Source(title, publisher, url, _date(entry, "date"), key)


def _figure(entry: dict[str, object]) -> Figure:
    label, value, unit = (_words(entry, name) for name in ("label", "value", "unit"))
    return Figure(label, value, unit, _date(entry, "date"), _words(entry, "source"), _words(entry, "series"))


def _point(entry: dict[str, object]) -> Point:
    return Point(_words(entry, "label"), _words(entry, "value"), _words(entry, "source"), _date(entry, "verified_on"))


def _line(entry: dict[str, object]) -> Line:
    return Line(_words(entry, "text"), _words(entry, "source"))


def _what_if(entry: dict[str, object]) -> WhatIf:
    return WhatIf(*(_words(entry, name) for name in ("question", "answer", "source")))


def _cost(entry: dict[str, object]) -> Cost:
    return Cost(*(_words(entry, name) for name in ("item", "amount", "currency", "payer", "source")))


_MAKERS: Mapping[Record, Callable[[dict[str, object]], object]] = {
    SOURCE: _source,
    FIGURE: _figure,
    POINT: _point,
    LINE: _line,
    COST: _cost,
    WHAT_IF: _what_if,
}
