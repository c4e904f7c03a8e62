"""The list of contacts, content/_data/contacts.yml: who helps, where, and from which source each number is.

A number without a source or without the day of its source is a mistake and never shown: old numbers go round for years.
"""

import datetime
import re
from collections.abc import Collection
from functools import partial
from pathlib import PurePosixPath

from rantau.entries import dated, entries, first_day, listed, strangers, web
from rantau.model import Channel, Contact, Defect
from rantau.source import Group, Listing, Node, localized, one_line

PATH = PurePosixPath("_data/contacts.yml")
HOME = "ID"
KINDS = ("pemerintah", "perwakilan", "setempat", "organisasi")
CHANNELS = ("phone", "whatsapp", "url", "address")
_FIELDS = ("key", "name", "kind", "country", "channels", "note")
_CHANNEL_FIELDS = (*CHANNELS, "source", "source_url", "verified_on", "note")
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]*")
_DIGITS = {"phone": (3, 15), "whatsapp": (8, 15)}


def read(data: bytes, countries: Collection[str] | None, today: datetime.date) -> tuple[tuple[Contact, ...], tuple[Defect, ...]]:
    """The contacts of the file, and the contact-entry defects of those that cannot be shown."""
    found, defects = listed(data, partial(_contact, countries=countries, today=today), _wrong)
    return tuple(contact for contact, _ in found.values()), tuple(defects)


def _contact(node: Node, defects: list[Defect], countries: Collection[str] | None, today: datetime.date) -> Contact | None:
    if not isinstance(node, Group):
        defects.append(_wrong(node, "not-a-mapping"))
        return None
    before = len(defects)
    defects += [_wrong(stranger, "unknown-field", stranger.text) for stranger in strangers(node, _FIELDS)]
    values = entries(node)
    texts = {name: one_line(values.get(name)) for name in ("key", "kind", "country")}
    name = localized(values.get("name"))
    for field, written in (("key", texts["key"]), ("name", name.id)):
        if not written:
            defects.append(_wrong(values.get(field, node), "missing", field))
    if texts["kind"] not in KINDS:
        defects.append(_wrong(values.get("kind", node), "kind", texts["kind"]))
    if countries is not None and texts["country"] not in (HOME, *countries):
        defects.append(_wrong(values.get("country", node), "country", texts["country"]))
    given = values.get("channels")
    items = given.items if isinstance(given, Listing) else ()
    if not items:
        defects.append(_wrong(given or node, "no-channel", texts["key"]))
    channels = [_channel(item, today, defects) for item in items]
    if len(defects) > before:
        return None
    known = tuple(channel for channel in channels if channel is not None)
    return Contact(texts["key"], name, texts["kind"], texts["country"], known, localized(values.get("note")))


def _channel(node: Node, today: datetime.date, defects: list[Defect]) -> Channel | None:
    if not isinstance(node, Group):
        defects.append(_wrong(node, "not-a-mapping"))
        return None
    defects += [_wrong(stranger, "unknown-channel-field", stranger.text) for stranger in strangers(node, _CHANNEL_FIELDS)]
    values = entries(node)
    kinds = [kind for kind in CHANNELS if one_line(values.get(kind))]
    if len(kinds) != 1:
        defects.append(_wrong(node, "one-channel"))
        return None
    kind, value = kinds[0], one_line(values.get(kinds[0]))
    source, link, verified = (one_line(values.get(field)) for field in ("source", "source_url", "verified_on"))
    if not _reachable(kind, value):
        defects.append(_wrong(values[kind], f"bad-{kind}", value))
    if not source:
        defects.append(_wrong(values.get("source", node), "no-source", value))
    if link and not web(link):
        defects.append(_wrong(values["source_url"], "bad-source", link))
    day = first_day(verified)
    if day is None and verified:
        defects.append(dated(_wrong(values["verified_on"], "bad-date", verified)))
    elif day is None:
        defects.append(_wrong(values.get("verified_on", node), "no-date", value))
    elif day > today:
        defects.append(_wrong(values["verified_on"], "future", verified))
    return Channel(kind, value, source, verified, link, localized(values.get("note")))


def _reachable(kind: str, value: str) -> bool:
    if kind == "url":
        return web(value)
    if kind == "address":
        return True
    least, most = _DIGITS[kind]
    # A chat is opened by the whole number, which starts with the country's.
    whole = kind == "phone" or value.startswith("+")
    return whole and _NUMBER.fullmatch(value) is not None and least <= sum(c.isdigit() for c in value) <= most


def _wrong(node: Node, problem: str, value: str = "") -> Defect:
    return Defect("contact-entry", node.span, {"problem": problem, "value": value})
