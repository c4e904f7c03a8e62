"""Dates as programs write them: with zones, as numbers of seconds, in the words of other languages."""

import datetime
import re

from rantau.text import dates

_SECONDS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
# "May 1, 2024", "Fri Oct 29 2021 10:00:00 GMT+0700", "Oct. 29th, 2021"
_MONTH_FIRST = re.compile(r"(?:[^\W\d]+[,.]?\s+)?([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?", re.DOTALL)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\D.*)?", re.DOTALL)


def day(written: object) -> tuple[datetime.date | None, bool]:
    """The day that a value means, and whether another reading is possible ("03/04/2021").

    A date with a time keeps the day of its own zone. None for what is no date.
    """
    text = " ".join(str(written).split())[:100]
    if _SECONDS.fullmatch(text):
        seconds = int(text[:10])
        return (datetime.datetime.fromtimestamp(seconds, datetime.UTC).date(), True) if seconds > 10**8 else (None, False)
    if found := dates.iso(text):
        return found, False
    if match := _COMPACT.fullmatch(text):
        return dates.iso("-".join(match.groups())), False
    if match := _SLASHED.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        if second > 12 >= first:
            return dates.guess(f"{second}/{first}/{year}"), False
        return dates.guess(f"{first}/{second}/{year}"), first <= 12 and first != second
    if match := _MONTH_FIRST.fullmatch(text):
        found = dates.guess(f"{match[2]} {match[1]} {match[3]}") or dates.guess(f"{match[2]} {match[1][:3]} {match[3]}")
        if found is not None:
            return found, False
    return dates.guess(_ORDINAL.sub("", text)), False
