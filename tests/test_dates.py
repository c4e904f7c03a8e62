"""Dates as people write them."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau.foreign import days
from rantau.model import FILE_START, Defect
from rantau.rules import impossible_date
from rantau.text import dates, press

DAY = datetime.date(2021, 10, 29)


@pytest.mark.parametrize(
    "written",
    [
        "29/10/2021",
        "29-10-2021",
        "29.10.2021",
        "29 10 2021",
        "29 Oktober 2021",
        "29 oktober 2021",
        "29 Okt 2021",
        "29 Okt. 2021",
        "29-Okt-2021",
        "29 October 2021",
        "29 Oct, 2021",
        "Jumat, 29 Oktober 2021",
        "Jumat 29 Oktober 2021",
        "2021/10/29",
        "2021.10.29",
        "2021-10-29T08:00",
        "2021年10月29日",
        "2021年10月29日(金)",
        " 29/10/2021 ",
        "29/10/2021 08:00 WIB",
    ],
)
def test_day_is_guessed_from_what_people_write(written: str) -> None:
    assert dates.guess(written) == DAY


@pytest.mark.parametrize(
    ("written", "month"),
    [("1 Agt 2021", 8), ("1 Agu 2021", 8), ("1 Nop 2021", 11), ("1 Des 2021", 12), ("1 Mei 2021", 5), ("1 Pebruari 2021", 2), ("1 Mar 2021", 3), ("1 May 2021", 5)],
)
def test_months_have_their_everyday_short_names(written: str, month: int) -> None:
    assert dates.guess(written) == datetime.date(2021, month, 1)


OLD_AND_ENGLISH = [
    ("1 Nopember 2021", 11),
    ("1 NOPEMBER 2021", 11),
    ("1 Pebr. 2021", 2),
    ("1 Djuni 2021", 6),
    ("1 Agust 2021", 8),
    ("1 Agustus 2021", 8),
    ("1 Sept 2021", 9),
    ("1 Sept., 2021", 9),
    ("1 June 2021", 6),
    ("June 1, 2021", 6),
    ("Sept. 1, 2021", 9),
]


@pytest.mark.parametrize(("written", "month"), OLD_AND_ENGLISH)
def test_old_and_english_names_of_months_mean_one_day_wherever_a_day_is_read(written: str, month: int) -> None:
    day = datetime.date(2021, month, 1)
    assert (dates.sure(written), dates.guess(written), dates.meant(written)) == (day, day, day)
    assert days.day(written) == (day, False)
    assert [found for found, _ in press.days(f"Jakarta, {written} - Kami pulang")] == [day]


@pytest.mark.parametrize(
    ("written", "last"),
    [("31 Juni 2026", "2026-06-30"), ("2026-02-30", "2026-02-28"), ("29/02/2026", "2026-02-28"), ("31 Nopember 2024", "2024-11-30")],
)
def test_day_that_its_month_has_not_got_is_told_with_the_days_of_the_month(written: str, last: str) -> None:
    day = dates.short_month(written)
    assert day is not None and day.isoformat() == last
    told = f"tidak ada di kalender: {dates.month(day, 'id')} punya {day.day} hari"
    assert dates.meant(written) == f'"{written}" {told}'
    message, help_ = impossible_date.describe(Defect("impossible-date", FILE_START, {"field": "date", "value": written}))
    assert told in message.id
    assert last in help_.id


@pytest.mark.parametrize("written", ["30 Juni 2026", "2026-13-01", "2026-01-45", "besok", "02/29/2026", "0000-02-30", ""])
def test_no_month_is_called_short_for_anything_else(written: str) -> None:
    assert dates.short_month(written) is None


@pytest.mark.parametrize("written", ["", "besok", "30/02/2021", "10/29/2021", "29 Oktobre 2021", "Oktober 2021", "29/10/21", "2021", "1 2", "2021-10"])
def test_no_day_is_guessed_where_none_is_certain(written: str) -> None:
    assert dates.guess(written) is None


@pytest.mark.parametrize("written", ["2021-10-29", " 2021-10-29 ", "2021-10-29T08:00:00Z", "2021-10-29 08:00"])
def test_iso_day_is_read(written: str) -> None:
    assert dates.iso(written) == DAY


@pytest.mark.parametrize("written", ["2021-2-3", "20211029", "2021-10-32", "2021-00-10", "29-10-2021", "2021-10-29x", "", "２０２１-10-29x"])
def test_anything_else_is_no_iso_day(written: str) -> None:
    assert dates.iso(written) is None


def test_day_is_said_in_the_language_of_the_page() -> None:
    assert dates.words(DAY, "id") == "29 Oktober 2021"
    assert dates.words(DAY, "en") == "29 October 2021"
    assert dates.words(DAY, "ja") == "2021年10月29日"
    assert dates.words(datetime.date(2026, 3, 3), "id") == "3 Maret 2026"


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(), st.sampled_from(["id", "en", "ja"]))
def test_what_is_said_is_understood(day: datetime.date, language: str) -> None:
    if day.year >= 1000:
        assert dates.guess(dates.words(day, language)) == day
    assert dates.iso(day.isoformat()) == day


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=30), st.from_regex(r"\w{0,8},? ?\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,5}.{0,5}", fullmatch=True)))
def test_no_words_make_the_guess_fail(text: str) -> None:
    for found in (dates.guess(text), dates.iso(text)):
        assert found is None or isinstance(found, datetime.date)
