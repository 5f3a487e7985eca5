"""Dates as people here write and read them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})$")
_FIGURES = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


def long_date(day: date) -> str:
    """`Tue 9 Jun 2026`."""
    return f"{day:%a} {short_date(day)}"


def short_date(day: date) -> str:
    """`9 Jun 2026`."""
    return f"{day.day} {day:%b} {day.year}"


def day_and_month(day: date) -> str:
    """`9 Jun`."""
    return f"{day.day} {day:%b}"


def full_date(day: date) -> str:
    """`Thursday 28 May 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def read_date(typed: str) -> date | None:
    """A whole date as typed (`9 Jun 2026`, `9/6/26`, `2026-06-09`); None when it is not one."""
    words = " ".join(typed.casefold().split())
    for pattern, read in ((_NAMED, _named), (_FIGURES, _figures), (_ISO, _iso)):
        found = pattern.match(words)
        if found:
            return read(*found.groups())
    return None


def looks_like_date(typed: str) -> bool:
    """Whether it is written like a whole date, though there may be no such day."""
    words = " ".join(typed.casefold().split())
    return any(pattern.match(words) for pattern in (_NAMED, _FIGURES, _ISO))


def _named(day: str, month: str, year: str) -> date | None:
    known = [at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)]
    return _day(year, known[0], day) if known else None


def _figures(day: str, month: str, year: str) -> date | None:
    return _day(year, int(month), day)


def _iso(year: str, month: str, day: str) -> date | None:
    return _day(year, int(month), day)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None
