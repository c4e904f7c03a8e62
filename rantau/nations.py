"""A country in CLDR and the time zone database: its money, and its clocks beside those of western Indonesia."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

from rantau.model import Localized

WIB = datetime.timedelta(hours=7)
# CLDR lists a second zone for China, which its own law does not know.
_ONE = {"CN": ("Asia/Shanghai",)}
# Where the other clock is kept for less than this, it is not the winter (Morocco in Ramadan).
_SEASON = datetime.timedelta(days=90)
_SAME = Localized("sama dengan WIB", "the same as in Jakarta (WIB)", "WIB（ジャカルタ時間）と同じ")
_AHEAD = Localized("{} lebih cepat dari WIB", "{} ahead of Jakarta (WIB)", "WIB（ジャカルタ時間）より{}早い")
_BEHIND = Localized("{} lebih lambat dari WIB", "{} behind Jakarta (WIB)", "WIB（ジャカルタ時間）より{}遅い")
_SPREAD = Localized("dari {} sampai {}", "from {} to {}", "{}から{}まで")
_RANGE = Localized("{} sampai {}", "{} to {}", "{}〜{}")
_REGION = Localized("{}, tergantung daerahnya", "{}, depending on the area", "{}（地域による）")
_SUMMER = Localized("{} (musim panas {})", "{}; in summer {}", "{}（夏は{}）")
_PART = Localized("{} (sebagian tahun {})", "{}; part of the year {}", "{}（一年の一部は{}）")
_HOURS = Localized("{} jam", "{} hours", "{}時間")
_HOUR = Localized("{} jam", "{} hour", "{}時間")
_MINUTES = Localized("{} menit", "{} minutes", "{}分")


def currencies(code: str, date: datetime.date, language: str) -> tuple[tuple[str, str], ...]:
    """The money in use in a country on a day: names in `language` and codes; () where CLDR knows none.

    A name is the code where CLDR has no word for it.
    """
    names = Locale.parse(language).currencies
    found = get_territory_currencies(code, date, date)
    return tuple((names.get(money, money), money) for money in found)


def time_difference(code: str, date: datetime.date, language: str) -> str:
    """How far a country's clocks differ from WIB in the year from a day, in words; "" for a country without a time zone."""
    usual, other, brief = _clocks(code, date)
    if not usual:
        return ""
    words = _offsets(usual, language)
    if len(set(usual)) > 1:
        words = _REGION.speak(language).format(words)
    if other == usual:
        return words
    # In most countries the side stays the same, so that the number alone says it.
    short = len(sides := _sides(other)) == 1 and 0 not in sides and sides == _sides(usual)
    told = _lengths(other, language) if short else _offsets(other, language)
    return (_PART if brief else _SUMMER).speak(language).format(words, told)


@lru_cache(maxsize=512)
def _clocks(code: str, date: datetime.date) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Minutes from WIB, lowest and highest: by the usual clocks and in summer; whether the other clock is but a short time's.

    Where all clocks stay, both are the same.
    """
    usual, other = set(), set()
    brief = False
    for name in zones(code):
        kept = _kept(name, date)
        low, high = min(kept), max(kept)
        short = kept[low] * datetime.timedelta(days=7) < _SEASON
        brief = brief or (short and low != high)
        first, second = (high, low) if short else (low, high)
        usual.add(first)
        other.add(second)
    return _ends(usual), _ends(other), brief


def zones(code: str) -> tuple[str, ...]:
    """The time zones of a country in CLDR that are known here, without its stations in the Antarctic."""
    listed = _ONE.get(code) or get_global("territory_zones").get(code, ())
    return tuple(name for name in listed if code == "AQ" or not name.startswith("Antarctica/"))


def _kept(name: str, date: datetime.date) -> dict[int, int]:
    """Minutes from WIB -> the number of weeks of a year from the day in which a zone keeps them."""
    zone = _zone(name)
    found: dict[int, int] = {}
    start = datetime.datetime.combine(date, datetime.time(12))
    for week in range(53):
        offset = (start + datetime.timedelta(weeks=week)).replace(tzinfo=zone).utcoffset() or datetime.timedelta()
        minutes = round((offset - WIB).total_seconds() / 60)
        found[minutes] = found.get(minutes, 0) + 1
    return found


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo:
    # The pinned package and not the machine's own files, so that every machine says the same.
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, name)


def _ends(values: Iterable[int]) -> tuple[int, ...]:
    found = tuple(values)
    if not found:
        return ()
    low, high = min(found), max(found)
    # Behind WIB the nearer clock is the higher one, and comes first.
    return (high, low) if high <= 0 else (low, high)


def _sides(values: tuple[int, ...]) -> set[int]:
    return {(minutes > 0) - (minutes < 0) for minutes in values}


def _offsets(values: tuple[int, ...], language: str) -> str:
    first, last = values
    if first == last:
        return _offset(first, language)
    if len(_sides(values)) > 1:
        return _SPREAD.speak(language).format(_offset(first, language), _offset(last, language))
    return (_AHEAD if first > 0 else _BEHIND).speak(language).format(_lengths(values, language))


def _offset(minutes: int, language: str) -> str:
    if not minutes:
        return _SAME.speak(language)
    return (_AHEAD if minutes > 0 else _BEHIND).speak(language).format(_length(minutes, language))


def _lengths(values: tuple[int, ...], language: str) -> str:
    first, last = (abs(minutes) for minutes in values)
    if first == last:
        return _length(first, language)
    if first % 60 == 0 and last % 60 == 0:
        return _HOURS.speak(language).format(_RANGE.speak(language).format(first // 60, last // 60))
    return _RANGE.speak(language).format(_length(first, language), _length(last, language))


def _length(minutes: int, language: str) -> str:
    hours, rest = divmod(abs(minutes), 60)
    told = [(_HOUR if hours == 1 else _HOURS).speak(language).format(hours)] if hours else []
    told += [_MINUTES.speak(language).format(rest)] if rest else []
    return ("" if language == "ja" else " ").join(told)
