"""Values as a message says them to an editor: days in words, sizes in KB and MB, fields by name."""

import datetime
import re
from collections.abc import Mapping

from rantau.model import Localized
from rantau.text import dates

_SHAPES = {
    "text": Localized("satu teks", "one text"),
    "list": Localized("daftar", "a list"),
    "group": Localized("beberapa baris", "several lines"),
    "date": Localized("tanggal", "a date"),
    "number": Localized("angka", "a number"),
    "empty": Localized("kosong", "nothing"),
}

# What is wrong with a date in one of the lists, by the problem that entries.py names; for `told`.
DATES = {
    "other-date": (
        'tanggal "{value}" ditulis dengan cara lain',
        'the date "{value}" is written in another way',
        "tulis {right}",
        "write {right}",
    ),
    "short-month": (
        'tanggal "{value}" tidak ada di kalender: {month} punya {days} hari',
        'the date "{value}" is in no calendar: {month_en} has {days} days',
        "cocokkan tanggalnya dengan sumbernya",
        "look the date up in its source",
    ),
}


def day(date: datetime.date) -> Localized:
    """A date in words: "3 Maret 2026"."""
    return Localized(dates.words(date, "id"), dates.words(date, "en"))


def days(count: int) -> Localized:
    """A number of days in words: "3 hari"."""
    return Localized(f"{count} hari", f"{count} day" if count == 1 else f"{count} days")


def size(count: int) -> Localized:
    """A number of bytes in KB or MB of 1024 bytes and 1024 KB, with one decimal: "6,4 MB".

    Rounded up, so that what is over a limit never looks like the limit.
    """
    unit, amount = ("KB", 1024) if count < 1024 * 1024 else ("MB", 1024 * 1024)
    tenths = -(-count * 10 // amount)
    english = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    return Localized(f"{english.replace('.', ',')} {unit}", f"{english} {unit}")


def shape(name: str) -> Localized:
    """What a value is, in words: "daftar" for "list"; an unknown name as it stands."""
    return _SHAPES.get(name, Localized(name, name))


def brief(value: str, limit: int = 80) -> str:
    """A value short enough for one line of a report: its start and "..." when it is longer."""
    return value if len(value) <= limit else value[: limit - 3].rstrip() + "..."


def told(texts: tuple[str, str, str, str], values: Mapping[str, str]) -> tuple[Localized, Localized]:
    """A message and its help, written in Indonesian and English, with each value short at the places that name it: "{value}".

    A value that is empty leaves no quotes behind.
    """
    known = {name: brief(value) for name, value in values.items()}
    filled = (re.sub(r"{(\w+)}", lambda name: known.get(name[1], name[0]), text).replace(' ""', "") for text in texts)
    message, message_en, help_, help_en = filled
    return Localized(message, message_en), Localized(help_, help_en)


def field(name: str) -> Localized:
    """A field by its name and place: `tags.1` -> `"tags" (isi ke-2)`, `sources.1.url` -> `"url" (sources ke-2)`."""
    parts = name.split(".")
    if len(parts) == 1:
        return Localized(f'"{name}"', f'"{name}"')
    parent, number = parts[0], next((int(part) + 1 for part in parts[1:] if part.isdigit()), 0)
    if parts[-1].isdigit():
        return Localized(f'"{parent}" (isi ke-{number})', f'"{parent}" (item {number})')
    if number:
        return Localized(f'"{parts[-1]}" ({parent} ke-{number})', f'"{parts[-1]}" (item {number} of {parent})')
    return Localized(f'"{parts[-1]}" (di dalam {parent})', f'"{parts[-1]}" (in {parent})')
