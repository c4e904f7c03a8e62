"""Dates as people write them, and as readers read them."""

import datetime
import re

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_SHORT = {"agt": 8, "agu": 8, "agustus": 8, "des": 12, "okt": 10, "mei": 5, "nop": 11, "pebruari": 2}
_NUMBER_OF = (
    {name.casefold(): i + 1 for names in MONTHS.values() for i, name in enumerate(names)}
    | {name[:3].casefold(): i + 1 for names in MONTHS.values() for i, name in enumerate(names)}
    | _SHORT
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\D.*)?")
_DAY_FIRST = re.compile(r"(?:\w+,?\s+)?(\d{1,2})[-/. ]+(\d{1,2}|[^\W\d]+)[-/., ]+(\d{4})(?:\D.*)?")


def iso(text: str) -> datetime.date | None:
    """The day of an ISO 8601 date, with or without a time behind it, or None."""
    match = _ISO.fullmatch(text.strip())
    return _day(*match.groups()) if match else None


def guess(text: str) -> datetime.date | None:
    """The day meant by other notations: "29/10/2021", "Jumat, 29 Oktober 2021", "2021/10/29", "2021年10月29日"; or None."""
    text = text.strip()
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(*match.groups())
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        number = month if month.isdigit() else str(_NUMBER_OF.get(month.casefold(), 0))
        return _day(year, number, day)
    return None


def words(day: datetime.date, language: str) -> str:
    """The date in words: "29 Oktober 2021", "29 October 2021", "2021年10月29日"."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS.get(language, MONTHS['id'])[day.month - 1]} {day.year}"


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
