"""Stretches of days: what a month, quarter, term, season or year written down covers."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dateutil.easter import easter


class Precision(StrEnum):
    """How precisely a date was written."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    SEASON = "season"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True)
class Span:
    """The first and last day meant, both inclusive, and how precisely it was written."""

    earliest: date
    latest: date
    precision: Precision


@dataclass(frozen=True)
class Year:
    """A year as written: `2022`, or split as `2022/23`, where it begins in 2022."""

    first: int
    split: bool = False

    def of_month(self, month: int, *, begins: int = 9) -> int:
        """The calendar year in which a month of this year falls; a split year begins in the month given."""
        return self.first + (self.split and month < begins)


SEASON_MONTHS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
TERM_MONTHS: Final = {"spring": (1, 4), "summer": (4, 7), "autumn": (9, 12)}
SIX_TERMS: Final = ((9, 10), (11, 12), (1, 2), (2, 4), (4, 5), (6, 7))
"""First and last month of terms 1 to 6, where a council counts six."""

ACADEMIC, FINANCIAL, CALENDAR, MUNICIPAL = 9, 4, 1, 5
"""The month in which each kind of year begins."""


def day(when: date) -> Span:
    """A single day."""
    return Span(when, when, Precision.DAY)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month(year: int, number: int) -> Span:
    """A calendar month."""
    return Span(date(year, number, 1), last_day(year, number), Precision.MONTH)


def months(year: int, first: int, *, count: int, precision: Precision) -> Span:
    """So many whole months from the first of one; may run into the next year."""
    over, last = divmod(first - 1 + count - 1, 12)
    return Span(date(year, first, 1), last_day(year + over, last + 1), precision)


def quarter(year: int, number: int) -> Span:
    """A quarter of the financial year that begins in April of the year given; the fourth lies in the next."""
    over, first = divmod(FINANCIAL - 1 + (number - 1) * 3, 12)
    return months(year + over, first + 1, count=3, precision=Precision.QUARTER)


def whole_year(year: Year, *, begins: int) -> Span:
    """Twelve months from the first of the month given."""
    return months(year.first, begins, count=12, precision=Precision.YEAR)


def season(name: str, year: Year) -> Span:
    """A season by the months: winter 2021 runs from December 2021 to February 2022."""
    first = SEASON_MONTHS[name]
    return months(year.of_month(first), first, count=3, precision=Precision.SEASON)


def term(name: str, year: Year) -> Span:
    """A school term by its months: spring ends with April at the latest, summer begins after Easter."""
    first, last = TERM_MONTHS[name]
    return months(year.of_month(first), first, count=last - first + 1, precision=Precision.TERM)


def numbered_term(number: int, year: Year) -> Span:
    """A term where a council counts six to the school year: terms 1 and 2 lie in its first calendar year."""
    first, last = SIX_TERMS[number - 1]
    return months(year.of_month(first), first, count=last - first + 1, precision=Precision.TERM)


def half_term_end(name: str, year: Year) -> Span:
    """From the beginning of a term to its half term at the end of October, February or May."""
    start = term(name, year).earliest
    if name == "summer":
        may = date(start.year, 5, 31)
        return Span(start, may - timedelta(days=may.weekday() - 4), Precision.TERM)
    return Span(start, last_day(start.year, 10 if name == "autumn" else 2), Precision.TERM)


def easter_weekend(year: int) -> Span:
    """Good Friday to Easter Monday."""
    sunday = easter(year)
    return Span(sunday - timedelta(days=2), sunday + timedelta(days=1), Precision.SEASON)


def christmas(year: int) -> Span:
    """Christmas Eve and Christmas Day."""
    return Span(date(year, 12, 24), date(year, 12, 25), Precision.SEASON)


def week_from(first: date) -> Span:
    """Seven days from the day given."""
    return Span(first, first + timedelta(days=6), Precision.DAY)


def week_to(last: date) -> Span:
    """The seven days up to the day given."""
    return Span(last - timedelta(days=6), last, Precision.DAY)


def third(span: Span, number: int) -> Span:
    """The early (0), middle (1) or late (2) third: of a month by tens, otherwise by months if they allow."""
    count = _months_in(span)
    if span.precision is Precision.MONTH:
        cuts = [span.earliest.replace(day=first) for first in (1, 11, 21)]
    elif count % 3 == 0:
        cuts = [_later(span.earliest, part * count // 3) for part in range(3)]
    else:
        whole = (span.latest - span.earliest).days + 1
        cuts = [span.earliest + timedelta(days=whole * part // 3) for part in range(3)]
    ends = [cuts[1] - timedelta(days=1), cuts[2] - timedelta(days=1), span.latest]
    return Span(cuts[number], ends[number], span.precision)


def _later(first: date, count: int) -> date:
    """The first of the month so many months later."""
    over, number = divmod(first.month - 1 + count, 12)
    return date(first.year + over, number + 1, 1)


def half(span: Span, number: int) -> Span:
    """The first (0) or second (1) half: by months where they allow, otherwise by days."""
    count = _months_in(span)
    days = (span.latest - span.earliest).days + 1
    middle = span.earliest + timedelta(days=days // 2) if count % 2 else _later(span.earliest, count // 2)
    if number:
        return Span(middle, span.latest, span.precision)
    return Span(span.earliest, middle - timedelta(days=1), span.precision)


def _months_in(span: Span) -> int:
    """How many months a span touches."""
    return (span.latest.year - span.earliest.year) * 12 + span.latest.month - span.earliest.month + 1


def joined(first: Span, last: Span) -> Span:
    """From the first to the last of a range such as `Sep – Dec 20`; a range of months is a term or band."""
    precision = Precision.TERM if last.precision is Precision.MONTH else last.precision
    return Span(first.earliest, last.latest, precision)
