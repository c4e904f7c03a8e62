"""The list of facts, content/_data/facts.yml, and what becomes of a text that names some: their values, with day and source.

A file is read without the list; its facts are filled in when all files are brought together, so that a changed fact reaches
every page, feed and index without reading a text again. What nobody has verified, and what is over, is never told as current.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import PurePosixPath

from rantau.entries import dated, entries, first_day, is_key, listed, strangers, web
from rantau.model import Body, Defect, Document, Fact, Localized, Source
from rantau.source import Group, Node, localized, one_line
from rantau.text import amounts, dates, facts
from rantau.text.addresses import host

PATH = PurePosixPath("_data/facts.yml")
_FIELDS = ("key", "label", "value", "unit", "source", "verified_on", "review_by", "expires")
_SOURCE_FIELDS = ("title", "publisher", "url", "date")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^>\"]|\"[^\"]*\")*>")
# Where a link has no place: in another link, in a heading, in what opens a box.
_PLAIN = frozenset({"a", "h2", "h3", "h4", "h5", "h6", "summary"})
_CURRENT = Localized("({}, per {})", "({}, as of {})", "（{}、{}時点）")
_SOURCED = Localized("({})", "({})", "（{}）")
_STATES = {
    "unverified": Localized("belum diverifikasi", "not yet verified", "未確認"),
    "expired": Localized("berlaku sampai {} (sudah lewat)", "valid until {} (that day is over)", "{}まで有効（期限切れ）"),
    "review-due": Localized("perlu diperiksa lagi sejak {}", "due for a new check since {}", "{}以降の再確認が必要"),
}


def read(data: bytes, today: datetime.date) -> tuple[dict[str, Fact], tuple[Defect, ...]]:
    """The facts of the file by their keys, and the fact-entry defects of those that cannot be told."""
    found, defects = listed(data, partial(_fact, today=today), _wrong)
    return {key: fact for key, (fact, _) in found.items()}, tuple(defects)


def fill(document: Document, known: Mapping[str, Fact], today: datetime.date) -> Document:
    """The document with the facts that its title, its summary and its body name, and with their sources."""
    fields, body = document.fields, document.body
    if fields is None:
        return document
    said = _Said(known, today, document.language)
    title, description = (facts.named(words or "", said.plain) for words in (fields.title, fields.description))
    if (title, description) != (fields.title or "", fields.description or ""):
        fields = replace(fields, title=title or None, description=description or None)
    if body is not None and body.facts:
        body = said.body(body)
    if fields is document.fields and body is document.body:
        return document
    own = {source.url for source in fields.sources if source.url}
    cited = {known[key].source.url: known[key].source for key in said.used if known[key].source.url not in own}
    return replace(document, fields=fields, body=body, cited=tuple(cited.values()))


@dataclass(slots=True, init=False)
class _Said:
    """The facts as one document says them; `used` are the keys of those that it names, in their order."""

    known: Mapping[str, Fact]
    day: datetime.date
    language: str
    used: dict[str, None]

    def __init__(self, known: Mapping[str, Fact], day: datetime.date, language: str) -> None:
        self.known, self.day, self.language, self.used = known, day, language, {}

    def body(self, body: Body) -> Body:
        """The body with its marks filled in."""

        def spoken(number: int) -> str:
            return self.plain(body.facts[number]) if number < len(body.facts) else ""

        return replace(
            body,
            html=self._html(body),
            text=facts.filled(body.text, spoken),
            headings=tuple(replace(h, text=facts.filled(h.text, spoken)) for h in body.headings),
            links=tuple(replace(link, label=facts.filled(link.label, spoken)) for link in body.links),
        )

    def plain(self, key: str) -> str:
        """A fact in words alone."""
        return self._words(key, link=False)

    def _html(self, body: Body) -> str:
        """The HTML with its marks filled in: with a link to the source where one may stand, and in words elsewhere."""
        pieces: list[str] = []
        done = depth = 0

        def words(number: int) -> str:
            if number >= len(body.facts):
                return ""
            return self._words(body.facts[number], link=True) if not depth else escape(self.plain(body.facts[number]))

        def value(number: int) -> str:
            return escape(self.plain(body.facts[number])) if number < len(body.facts) else ""

        for tag in _TAG.finditer(body.html):
            pieces += [facts.filled(body.html[done : tag.start()], words), facts.filled(tag[0], value)]
            done = tag.end()
            if tag["name"] in _PLAIN:
                depth += -1 if tag["end"] else 1
        return "".join([*pieces, facts.filled(body.html[done:], words)])

    def _words(self, key: str, *, link: bool) -> str:
        fact = self.known.get(key)
        if fact is None:
            # A site with such a text is not published; a preview shows what is wrong.
            written = f"{{{{ {facts.NAME}: {key} }}}}"
            return f"<mark>{escape(written)}</mark>" if link else written
        self.used[key] = None
        state = facts.state(fact, self.day)
        publisher = fact.source.publisher or fact.source.title or host(fact.source.url)
        source, shown = publisher, _value(fact, self.language)
        if link:
            source = f'<a href="{escape(fact.source.url)}" rel="noopener">{escape(publisher)}</a>'
            shown = escape(shown)
        if state == "verified":
            behind = _CURRENT.speak(self.language).format(source, dates.partial(fact.verified_on, self.language))
        else:
            day = fact.expires if state == "expired" else fact.review_by
            warning = _STATES[state].speak(self.language).format(dates.words(day, self.language) if day is not None else "")
            shown += f" <mark>[{warning}]</mark>" if link else f" [{warning}]"
            behind = _SOURCED.speak(self.language).format(source)
        return f"{shown} <small>{behind}</small>" if link else f"{shown} {behind}"


def _value(fact: Fact, language: str) -> str:
    """The value with its unit; a number of which only the Indonesian form is known is written as the language writes it."""
    value, unit = fact.value.speak(language), fact.unit.speak(language)
    if value == fact.value.id:
        value = amounts.rewritten(value, language)
    return f"{value}{unit}" if language == "ja" and unit != fact.unit.id else f"{value} {unit}".strip()


def _fact(node: Node, defects: list[Defect], today: datetime.date) -> Fact | None:
    if not isinstance(node, Group):
        defects.append(_wrong(node, "not-a-mapping"))
        return None
    before = len(defects)
    defects += [_wrong(stranger, "unknown-field", stranger.text) for stranger in strangers(node, _FIELDS)]
    values = entries(node)
    key, verified = one_line(values.get("key")), one_line(values.get("verified_on"))
    label, value = localized(values.get("label")), localized(values.get("value"))
    if not key:
        defects.append(_wrong(values.get("key", node), "missing", "key"))
    elif not is_key(key):
        defects.append(_wrong(values["key"], "bad-key", key))
    for field, words in (("label", label), ("value", value)):
        if not words.id:
            defects.append(_wrong(values.get(field, node), "missing", field))
    if verified and (day := first_day(verified)) is None:
        defects.append(dated(_wrong(values["verified_on"], "bad-date", verified)))
    elif verified and day is not None and day > today:
        defects.append(_wrong(values["verified_on"], "future", verified))
    review, expires = (_day(values, name, defects) for name in ("review_by", "expires"))
    source = _source(values.get("source"), node, key, defects)
    if len(defects) > before:
        return None
    return Fact(key, label, value, source, localized(values.get("unit")), verified, review, expires)


def _source(node: Node | None, fact: Node, key: str, defects: list[Defect]) -> Source:
    values = entries(node) if isinstance(node, Group) else {}
    if isinstance(node, Group):
        defects += [_wrong(stranger, "unknown-source-field", stranger.text) for stranger in strangers(node, _SOURCE_FIELDS)]
    title, publisher, url = (one_line(values.get(name)) for name in ("title", "publisher", "url"))
    if not (title or publisher):
        defects.append(_wrong(node or fact, "no-source", key))
    elif not url:
        defects.append(_wrong(node or fact, "no-address", key))
    elif not web(url) or not url.startswith("https://"):
        defects.append(_wrong(values["url"], "bad-address", url))
    # A list of sources links the title.
    return Source(title or publisher, publisher if title else "", url, _day(values, "date", defects))


def _day(values: Mapping[str, Node], name: str, defects: list[Defect]) -> datetime.date | None:
    written = one_line(values.get(name))
    day = dates.iso(written) if written else None
    if written and day is None:
        defects.append(dated(_wrong(values[name], "bad-day", written), partly=False))
    return day


def _wrong(node: Node, problem: str, value: str = "") -> Defect:
    return Defect("fact-entry", node.span, {"problem": problem, "value": value})
