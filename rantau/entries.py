"""The lists in content/_data whose entries are no terms: each entry once, and what it says in names, days and web addresses."""

import datetime
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from rantau.model import Defect, Edit
from rantau.source import Group, Listing, Node, Scalar, load_registry
from rantau.text import dates

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_WEB = re.compile(r"https?://[^\s\"'<>\\]+")


class Keyed(Protocol):
    """What an entry becomes."""

    @property
    def key(self) -> str:
        """By what texts and other entries name it."""


Entry = TypeVar("Entry", bound=Keyed)


def listed(
    data: bytes, entry: Callable[[Node, list[Defect]], Entry | None], wrong: Callable[[Node, str, str], Defect]
) -> tuple[dict[str, tuple[Entry, Node]], list[Defect]]:
    """What `entry` makes of each item of a list, by key, with its place; and what is wrong, as `wrong` tells it.

    What is no YAML gives nothing; registry.py reports it.
    """
    node, _, _ = load_registry(data)
    found: dict[str, tuple[Entry, Node]] = {}
    defects: list[Defect] = []
    if node is not None and not isinstance(node, Listing):
        defects.append(wrong(node, "not-a-list", ""))
    for item in node.items if isinstance(node, Listing) else ():
        made = entry(item, defects)
        if made is not None and made.key in found:
            defects.append(wrong(item, "duplicate-key", made.key))
        elif made is not None:
            found[made.key] = (made, item)
    return found, defects


def is_key(written: str) -> bool:
    """Whether a text may be the key of an entry: up to 80 small letters and digits, with hyphens between them."""
    return _KEY.fullmatch(written) is not None and len(written) <= 80


def entries(node: Group) -> dict[str, Node]:
    """What a group holds, by name."""
    return {key.text: value for key, value in node.entries}


def strangers(node: Group, known: Collection[str]) -> Iterator[Scalar]:
    """The names in a group that are not among the `known` ones."""
    return (key for key, _ in node.entries if key.text not in known)


def first_day(written: str) -> datetime.date | None:
    """The first day of "2025-09-30", "2025-09" or "2025"; None for what is no day, month or year."""
    match = _DAY.fullmatch(written)
    try:
        return datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match is not None else None
    except ValueError:
        return None


def dated(wrong: Defect, *, partly: bool = True) -> Defect:
    """A defect of a date that cannot be read, with what it says for certain in another notation, and its repair.

    `partly` says whether a month without a day will do.
    """
    written = wrong.values["value"]
    if (last := dates.short_month(written)) is not None:
        told = {"month": dates.month(last, "id"), "month_en": dates.month(last, "en"), "days": str(last.day)}
        return replace(wrong, values={**wrong.values, **told, "problem": "short-month"})
    day = dates.sure(written)
    right = day.isoformat() if day is not None else dates.sure_month(written) if partly else ""
    if not right or wrong.span.line != wrong.span.end_line:
        return wrong
    return replace(wrong, values={**wrong.values, "problem": "other-date", "right": right}, fix=(Edit(wrong.span, right),))


def web(url: str) -> bool:
    """Whether a text is a whole web address, without a name and a password before its host."""
    return _WEB.fullmatch(url) is not None and "@" not in url
