"""A day as people type it: `9 Jun 2026`, `9/6/26`, `2026-06-09`, `June 9th`, `29/11`, `tomorrow`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from boarddesk.rules.dates.grammar import MONTHS

_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?:,?[\s\-]*(?P<year>\d{4}|\d{2}))?"
_WAYS = (  # compiled, and kept so, by `re` when the first day is typed
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s\-]*{_MONTH}{_YEAR}",
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_YEAR}",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s?[/.\-]\s?(?P<month>\d{{1,2}})(?:\s?[/.\-]\s?(?P<year>\d{{4}}|\d{{2}}))?",
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
)
_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}


def read_day(typed: str, *, today: date, near: date | None = None) -> date | None:
    """The day that is meant; None where it is none, or where there is no such day.

    A day without its year is the one nearest to `near`, which is today unless given.
    """
    words, about = " ".join(typed.casefold().split()), near or today
    if words in _FROM_TODAY:
        return today + timedelta(_FROM_TODAY[words])
    found = _written(words)
    month = _month(found["month"]) if found else 0
    if found is None or not month:
        return None
    years = [about.year - 1, about.year, about.year + 1]
    if found["year"]:
        years = [int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)]
    days = [day for year in years if (day := _day(year, month, int(found["day"]))) is not None]
    return min(days, key=lambda day: abs(day - about), default=None)


def looks_like_day(typed: str) -> bool:
    """Whether it is written like a day, though there may be no such day."""
    return _written(" ".join(typed.casefold().split())) is not None


def _written(words: str) -> re.Match[str] | None:
    return next((found for way in _WAYS if (found := re.fullmatch(way, words)) is not None), None)


def _month(words: str) -> int:
    """The number of a month in figures, or by three letters or more of its name; 0 for none."""
    if words.isdigit():
        return int(words)
    return next((at for at, name in enumerate(MONTHS, 1) if name.casefold().startswith(words)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
