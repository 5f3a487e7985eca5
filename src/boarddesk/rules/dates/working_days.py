"""Working days in England: weekends and bank holidays are worked out, nothing is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.easter import easter

_FIRST_YEAR: Final = 1978
"""Since 1978 England has the eight bank holidays of today."""

_LAST_YEAR: Final = 4099
"""Easter is not worked out for later years."""

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)

_EARLY_MAY_MOVED: Final = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
"""Years in which the early May holiday was kept on the anniversary of VE Day."""

_SPRING_MOVED: Final = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}
"""Years in which the spring holiday was moved to make a long jubilee weekend."""

_ONCE_ONLY: Final = (
    (date(1981, 7, 29), "Royal wedding"),
    (date(1999, 12, 31), "Millennium Eve"),
    (date(2002, 6, 3), "Golden Jubilee"),
    (date(2011, 4, 29), "Royal wedding"),
    (date(2012, 6, 5), "Diamond Jubilee"),
    (date(2022, 6, 3), "Platinum Jubilee"),
    (date(2022, 9, 19), "State funeral of Queen Elizabeth II"),
    (date(2023, 5, 8), "Coronation of King Charles III"),
)


@dataclass(frozen=True)
class BankHoliday:
    """A day on which public offices in England are closed, and what it is called."""

    day: date
    name: str


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> tuple[BankHoliday, ...]:
    """The bank holidays of a calendar year in England, in order; substitute days stand for weekends."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    holidays = [*_spring_holidays(year), *_winter_holidays(year)]
    holidays += [BankHoliday(day, name) for day, name in _ONCE_ONLY if day.year == year]
    return tuple(sorted(holidays, key=lambda holiday: holiday.day))


def bank_holiday(day: date) -> str:
    """What the bank holiday of that day is called; empty where it is none."""
    return next((holiday.name for holiday in bank_holidays(day.year) if holiday.day == day), "")


def is_working_day(day: date) -> bool:
    """Whether offices are open: neither a weekend nor a bank holiday."""
    return day.weekday() < _SATURDAY and day not in _closed(day.year)


def add_working_days(day: date, number: int) -> date:
    """The day so many working days later, or earlier if the number is negative; 0 is the day itself."""
    step = _ONE_DAY if number > 0 else -_ONE_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days come after `start`, up to and including `end`; negative if `end` is earlier."""
    if end < start:
        return -_count(end, start - _ONE_DAY)
    return _count(start + _ONE_DAY, end) if end > start else 0


def _count(first: date, last: date) -> int:
    """Working days from `first` to `last`, both included."""
    weeks, rest = divmod((last - first).days + 1, 7)
    weekdays = weeks * 5 + sum((first.weekday() + offset) % 7 < _SATURDAY for offset in range(rest))
    years = range(first.year, last.year + 1)
    return weekdays - sum(first <= day <= last for year in years for day in _closed(year))


@lru_cache(maxsize=256)
def _closed(year: int) -> frozenset[date]:
    return frozenset(holiday.day for holiday in bank_holidays(year))


def _spring_holidays(year: int) -> list[BankHoliday]:
    """The holidays that move from year to year."""
    sunday = easter(year)
    return [
        BankHoliday(sunday - 2 * _ONE_DAY, "Good Friday"),
        BankHoliday(sunday + _ONE_DAY, "Easter Monday"),
        BankHoliday(_EARLY_MAY_MOVED.get(year, _first_monday(year, 5)), "Early May bank holiday"),
        BankHoliday(_SPRING_MOVED.get(year, _last_monday(date(year, 5, 31))), "Spring bank holiday"),
        BankHoliday(_last_monday(date(year, 8, 31)), "Summer bank holiday"),
    ]


def _winter_holidays(year: int) -> list[BankHoliday]:
    """New Year, Christmas and Boxing Day; one that falls on a weekend is kept on the next free weekday."""
    new_year, christmas = date(year, 1, 1), date(year, 12, 25)
    taken = {christmas, christmas + _ONE_DAY}
    return [
        _observed(new_year, "New Year's Day", taken=set()),
        _observed(christmas, "Christmas Day", taken=taken),
        _observed(christmas + _ONE_DAY, "Boxing Day", taken=taken),
    ]


def _observed(day: date, name: str, *, taken: set[date]) -> BankHoliday:
    if day.weekday() < _SATURDAY:
        return BankHoliday(day, name)
    while day.weekday() >= _SATURDAY or day in taken:
        day += _ONE_DAY
    taken.add(day)
    return BankHoliday(day, f"{name} (substitute day)")


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(last_of_month: date) -> date:
    return last_of_month - timedelta(days=last_of_month.weekday())
