"""The items of a WordPress export, one after the other; entities and document types of its own are refused, not read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from rantau.foreign import texts
from rantau.model import Localized

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "wp": "http://wordpress.org/export/1.2/",
    "dc": "http://purl.org/dc/elements/1.1/",
    **{name: f"urn:{name}" for name in ("atom", "media", "georss", "geo", "sy", "slash", "wfw", "itunes", "thr")},
}
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_BLOCK = 256 * 1024
_TAG_LIMIT = 2_000_000
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{2,31};)?")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:\-]{2,40})[\"']")


class Refused(Exception):
    """A file that is not read; says why and what to do, and the line of the damage (0: nothing of it was read)."""

    def __init__(self, message: Localized, help_: Localized, line: int = 0) -> None:
        super().__init__(message.en)
        self.message, self.help, self.line = message, help_, line


@dataclass(slots=True)
class Item:
    """One <item> of the export."""

    values: dict[str, str] = field(default_factory=dict)
    terms: list[tuple[str, str]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    comments: list[tuple[str, str]] = field(default_factory=list)
    line: int = 0
    number: int = 0

    def get(self, name: str) -> str:
        """The text of an element, "" for none."""
        return self.values.get(name, "")


def clean(data: bytes) -> bytes:
    """The file as UTF-8 that XML allows. Raises: Refused for a document type or an entity of its own."""
    declared = _DECLARED.match(data[:400])
    text, _ = texts.decode(data, declared[1].decode("ascii", "replace") if declared else "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:1000], count=1) + text[1000:]
    text = _named(_ILLEGAL.sub("", text))
    pieces: list[str] = []
    at = tags = 0
    while True:
        start = text.find("<![CDATA[", at)
        plain = text[at : start if start >= 0 else len(text)]
        tags += plain.count("<")
        if tags > _TAG_LIMIT:
            raise Refused(
                Localized(
                    "berkas ini bukan ekspor WordPress: terlalu banyak tag", "this file is no WordPress export: too many tags"
                ),
                Localized("ekspor ulang dari WordPress, sebagian-sebagian", "export again from WordPress, in parts"),
            )
        if (found := re.search(r"<!(?:DOCTYPE|ENTITY)", plain, re.IGNORECASE)) is not None:
            raise Refused(
                Localized(
                    "berkas ini memuat perintah XML (DOCTYPE atau ENTITY) yang tidak ada di ekspor WordPress",
                    "this file holds XML commands (DOCTYPE or ENTITY) that no WordPress export has",
                ),
                Localized("ekspor ulang dari WordPress: Perkakas > Ekspor", "export again from WordPress: Tools > Export"),
                text.count("\n", 0, at + found.start()) + 1,
            )
        pieces.append(_AMPERSAND.sub(_entity, plain) if "&" in plain else plain)
        end = text.find("]]>", start) if start >= 0 else -1
        if end < 0:
            pieces.append(text[start:] if start >= 0 else "")
            return "".join(pieces).encode()
        pieces.append(text[start : end + 3])
        at = end + 3


def _named(text: str) -> str:
    """The text with the namespaces declared that some exports use without saying so."""
    start = re.search(r"<rss\b[^>]{0,4000}>", text[:10_000])
    if start is None:
        return text
    missing = "".join(f' xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items() if f"xmlns:{name}=" not in start[0])
    return f"{text[: start.start() + 4]}{missing}{text[start.start() + 4 :]}"


def _entity(match: re.Match[str]) -> str:
    """An ampersand that XML does not know as one: an entity of HTML, or a sign that stands for itself."""
    name = match[1] or ""
    shown = unescape(f"&{name}") if name else "&"
    return shown if name and shown != f"&{name}" and shown not in "<>&" else f"&amp;{name}"


def items(data: bytes) -> Iterator[tuple[str, Item]]:
    """The items, authors and the channel's own values, one after the other. Raises: Refused with the line of a damage."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    depth = number = 0
    for start in range(0, len(data), _BLOCK):
        try:
            parser.feed(data[start : start + _BLOCK])
            if start + _BLOCK >= len(data):
                parser.close()
        except etree.XMLSyntaxError as error:
            for kind, item in _taken(parser, [depth]):
                number += 1
                item.number = number
                yield kind, item
            line = error.lineno or 0
            raise Refused(
                Localized(
                    f"berkas XML ini rusak di baris {line}; yang sebelumnya tetap dibaca",
                    f"this XML file is damaged at line {line}; what stands before is read",
                ),
                Localized("ekspor ulang dari WordPress", "export again from WordPress"),
                line or 1,
            ) from None
        held = [depth]
        for kind, item in _taken(parser, held):
            number += 1
            item.number = number
            yield kind, item
        depth = held[0]
        if depth > 60:
            raise Refused(
                Localized("berkas XML ini bertumpuk terlalu dalam", "this XML file is nested too deeply"),
                Localized("ekspor ulang dari WordPress", "export again from WordPress"),
                1,
            )


def _taken(parser: "etree.XMLPullParser", held: list[int]) -> Iterator[tuple[str, Item]]:
    deepest = 0
    for event, element in parser.read_events():
        if event == "start":
            held[0] += 1
            deepest = max(deepest, held[0])
            if held[0] > 60:
                return
            continue
        held[0] -= 1
        tag = _local(element.tag)
        if tag in ("item", "author") and held[0] == 2:
            yield tag, _item(element)
        elif held[0] == 2 and tag in ("link", "base_blog_url", "base_site_url"):
            yield "channel", Item({"link": (element.text or "").strip()})
        if held[0] == 2:
            parent = element.getparent()
            element.clear()
            if parent is not None:
                while element.getprevious() is not None:
                    del parent[0]


def _item(element: "etree._Element") -> Item:
    item = Item(line=element.sourceline or 0)
    for child in element:
        name, text = _local(child.tag), child.text or ""
        if child.tag == _CONTENT:
            item.values["content"] = text
        elif name == "encoded":
            item.values.setdefault("excerpt", text)
        elif name == "category":
            item.terms.append((child.get("domain") or "category", texts.one_line(unescape(text))))
        elif name == "postmeta":
            values = {_local(inner.tag): inner.text or "" for inner in child}
            item.meta.setdefault(values.get("meta_key", ""), values.get("meta_value", ""))
        elif name == "comment":
            values = {_local(inner.tag): inner.text or "" for inner in child}
            if values.get("comment_approved", "1") != "spam" and values.get("comment_content"):
                item.comments.append(
                    (values.get("comment_author", ""), re.sub(r"<[^<>]*>", " ", values["comment_content"]).strip())
                )
        else:
            item.values.setdefault("creator" if child.tag == _CREATOR else name, text.strip())
    return item


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
