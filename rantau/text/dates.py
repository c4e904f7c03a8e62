"""Dates as people write them, and as readers read them."""

import calendar
import datetime
import re

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
# Short forms, the spellings of before 1972, and what many write instead.
_OTHERWISE = (
    "djanuari djan",
    "pebruari pebr peb febr febuari pebuari",
    "mrt",
    "",
    "",
    "djuni",
    "djuli",
    "agust agus agt agu ags agst",
    "sept",
    "",
    "nopember nop",
    "",
)
# Every name of a month, in small letters, with its number.
MONTH_NUMBERS = (
    {name.casefold(): i + 1 for names in MONTHS.values() for i, name in enumerate(names)}
    | {name[:3].casefold(): i + 1 for names in MONTHS.values() for i, name in enumerate(names)}
    | {name: i + 1 for i, names in enumerate(_OTHERWISE) for name in names.split()}
)
_WEEKDAYS = {
    name: number
    for names in ("senin selasa rabu kamis jumat sabtu minggu", "monday tuesday wednesday thursday friday saturday sunday")
    for number, name in enumerate(names.split())
} | {"jum'at": 4, "ahad": 6}
_TIME = r"(?:[T ,]\s*(?:pukul\s+|jam\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:WIB|WITA|WIT))?)?"
_SURE_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<between>[-/.年])(?P<month>\d{1,2})(?:(?P=between)|月)(?P<day>\d{1,2})日?" + _TIME
)
_SURE_DAY_FIRST = re.compile(
    r"(?:(?P<weekday>[A-Za-z']+),?\s+)?(?P<day>\d{1,2})[-/. ]\s*(?P<month>\d{1,2}|[^\W\d_]+)(?:[-/., ]|\.,)\s*(?P<year>\d{4})"
    + _TIME
)
_SURE_MONTH_FIRST = re.compile(
    r"(?:(?P<weekday>[A-Za-z']+),?\s+)?(?P<month>[^\W\d_]+)\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})" + _TIME
)
_MONTH_ALONE = re.compile(r"(?P<month>[^\W\d_]+\.?(?= )|\d{1,2}(?=[-/.]))[-/. ](?P<year>\d{4})")
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?")
_JAKARTA = datetime.timezone(datetime.timedelta(hours=7))
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\D.*)?")
_MONTH_FIRST = re.compile(r"(?:\w+,?\s+)?([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})(?:\D.*)?")
_DAY_FIRST = re.compile(r"(?:\w+,?\s+)?(\d{1,2})[-/. ]+(\d{1,2}|[^\W\d]+)[-/., ]+(\d{4})(?:\D.*)?")


def iso(text: str) -> datetime.date | None:
    """The day of an ISO 8601 date, with or without a time behind it, or None."""
    match = _ISO.fullmatch(text.strip())
    return _day(*match.groups()) if match else None


def guess(text: str) -> datetime.date | None:
    """The day meant by other notations: "29/10/2021", "Jumat, 29 Oktober 2021", "2021/10/29", "2021年10月29日"; or None."""
    parts = _parts(text.strip())
    return _day(*parts) if parts is not None else None


def _parts(text: str) -> tuple[str, str, str] | None:
    """Year, month and day as numbers, which no calendar need have."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    return year, _number(month), day


def _number(month: str) -> str:
    return month if month.isdigit() else str(MONTH_NUMBERS.get(month.casefold().rstrip("."), 0))


def short_month(text: str) -> datetime.date | None:
    """The last day of the month that has fewer days than a text says ("31 Juni 2026"); None for any other text."""
    parts = _parts(text.strip())
    if parts is None or _day(*parts) is not None or _day(*parts[:2], "1") is None:
        return None
    year, month = int(parts[0]), int(parts[1])
    last = datetime.date(year, month, calendar.monthrange(year, month)[1])
    return last if last.day < int(parts[2]) <= 31 else None


def sure(text: str) -> datetime.date | None:
    """The one day that another notation can mean, or None: "03/04/2026" has two, a wrong weekday or further words have none.

    Where day and month both could be months, nothing but their equality makes it sure.
    """
    forms = (_SURE_YEAR_FIRST, _SURE_DAY_FIRST, _SURE_MONTH_FIRST)
    match = next(filter(None, (form.fullmatch(text.strip()) for form in forms)), None)
    if match is None:
        return None
    given = match.groupdict()
    weekday = given.get("weekday")
    day = _day(given["year"], _number(given["month"]), given["day"])
    if day is None or (weekday and _WEEKDAYS.get(weekday.casefold()) != day.weekday()):
        return None
    return None if swapped(text) else day


def sure_month(text: str) -> str:
    """The month that a text names without a day, as "2024-10": "Oktober 2024", "10/2024"; "" for anything else."""
    match = _MONTH_ALONE.fullmatch(text.strip())
    number = int(_number(match["month"])) if match is not None else 0
    return f"{match['year']}-{number:02}" if match is not None and 1 <= number <= 12 else ""


def swapped(text: str) -> datetime.date | None:
    """The other day that a notation can mean: "03/04/2026" is 3 April to an Indonesian and March 4 to an American."""
    day = guess(text)
    match = _DAY_FIRST.fullmatch(text.strip())
    if day is None or match is None or not match[2].isdigit() or day.day == day.month:
        return None
    return _day(str(day.year), str(day.day), str(day.month))


def meant(text: str) -> datetime.date | str:
    """The one day that somebody's answer means, or a sentence that says why it means none and what to write."""
    if day := iso(text) or sure(text):
        return day
    first, second = guess(text), swapped(text)
    if (last := short_month(text)) is not None:
        return f'"{text}" tidak ada di kalender: {month(last, "id")} punya {last.day} hari'
    if first is None:
        return f'"{text}" bukan tanggal; tulis misalnya 2026-11-22, 22/11/2026, atau "22 November 2026"'
    if second is None:
        return f'"{text}" belum jelas; maksud Anda {first.isoformat()} ({words(first, "id")})?'
    both = (f"{day.isoformat()} kalau maksud Anda {words(day, 'id')}" for day in (first, second))
    return f'"{text}" dapat berarti dua tanggal; tulis {", atau ".join(both)}'


def in_jakarta(text: str) -> datetime.date | None:
    """The day in Jakarta of a moment in ISO 8601 ("2026-11-22T23:30:00Z" is the 23rd there), None for anything else.

    A moment without its distance from Greenwich is taken for one of Jakarta.
    """
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(re.sub(r"\s(?=[Z+-])", "", text.strip()))
        return (moment.astimezone(_JAKARTA) if moment.tzinfo is not None else moment).date()
    except (ValueError, OverflowError):
        return None


def words(day: datetime.date, language: str) -> str:
    """The date in words: "29 Oktober 2021", "29 October 2021", "2021年10月29日"."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS.get(language, MONTHS['id'])[day.month - 1]} {day.year}"


def partial(written: str, language: str) -> str:
    """A day, a month or a year in words: "2025-09" is "September 2025"; each part must be a number."""
    year, *rest = (int(part) for part in written.split("-"))
    if len(rest) == 2:
        return words(datetime.date(year, rest[0], rest[1]), language)
    if language == "ja":
        return f"{year}年{rest[0]}月" if rest else f"{year}年"
    return f"{MONTHS.get(language, MONTHS['id'])[rest[0] - 1]} {year}" if rest else str(year)


def month(day: datetime.date, language: str) -> str:
    """The month in words: "Oktober 2021", "October 2021", "2021年10月"."""
    if language == "ja":
        return f"{day.year}年{day.month}月"
    return f"{MONTHS.get(language, MONTHS['id'])[day.month - 1]} {day.year}"


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
