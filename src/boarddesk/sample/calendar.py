"""The sample's calendar: everything hangs on the board to come, so that the office is alive on any day.

Boards are counted from the next one: 0 is to come, -1 was the last, -2 the one before.  Months are counted in
the same way: -1 is the month of the last board, 0 the month after it.  Sentences name days so, in braces.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

TUESDAY, THURSDAY = 1, 3
AUGUST = 8
FORM_DAYS = 7
"""Leads send their forms back so many days before a board."""

_TOKEN = re.compile(r"\{(b|B|s|[+-]?\d+) ?([+-]?[A-Za-z]*\d*)\}")


@dataclass(frozen=True)
class Calendar:
    """The days of the sample as seen from `today`."""

    today: date

    @cached_property
    def next_board(self) -> date:
        """The second Tuesday to come, not in August."""
        year, month = self.today.year, self.today.month
        while (day := nth_weekday(year, month, TUESDAY, nth=2)) <= self.today or month == AUGUST:
            year, month = month_after(year, month, 1)
        return day

    def board(self, count: int) -> date:
        """The improvement board counted from the next one; there is none in August."""
        year, month = self.next_board.year, self.next_board.month
        for _ in range(abs(count)):
            year, month = month_after(year, month, 1 if count > 0 else -1)
            if month == AUGUST:
                year, month = month_after(year, month, 1 if count > 0 else -1)
        return nth_weekday(year, month, TUESDAY, nth=2)

    def board_after(self, day: date) -> date:
        """The first improvement board on or after a day."""
        year, month = day.year, day.month
        while month == AUGUST or nth_weekday(year, month, TUESDAY, nth=2) < day:
            year, month = month_after(year, month, 1)
        return nth_weekday(year, month, TUESDAY, nth=2)

    def partnership(self, count: int) -> date:
        """The partnership board, on the third Thursday of every second month; 0 is the next."""
        year, month = self.today.year, self.today.month
        while month % 2 == 0 or nth_weekday(year, month, THURSDAY, nth=3) <= self.today:
            year, month = month_after(year, month, 1)
        return nth_weekday(*month_after(year, month, 2 * count), THURSDAY, nth=3)

    def month(self, count: int) -> tuple[int, int]:
        """Year and month: of that board where it is past, else counted on from the last board."""
        if count < 0:
            return self.board(count).year, self.board(count).month
        return month_after(self.board(-1).year, self.board(-1).month, count + 1)

    def month_end(self, count: int) -> date:
        """The last day of a month so counted."""
        year, month = self.month(count)
        return date(year, month, monthrange(year, month)[1])

    def since_last(self, days: int) -> date:
        """So many days after the last board, but never after today."""
        return min(self.board(-1) + timedelta(days), self.today)

    def forms_back(self, board: int, *, days: int = 14) -> date:
        """The day on which leads reported for that board; for the next one, what has come in by today."""
        if board >= 0:
            return self.since_last(days)
        return self.board(board) - timedelta(FORM_DAYS)

    def fill_in(self, text: str) -> str:
        """The sentence with its days filled in: `{-2 my}` is April 2026."""
        return _TOKEN.sub(lambda found: self._word(found[1], found[2]), text)

    def _word(self, of: str, how: str) -> str:
        if of in ("b", "B"):
            return spelt(self.board(int(how)), year=of == "b")
        if of == "s":
            return spelt(self.since_last(int(how)), year=False)
        kind = how.rstrip("0123456789")
        year, month = self.month(int(of))
        if kind in ("d", "D"):
            return spelt(date(year, month, int(how[1:])), year=kind == "d")
        return _MONTH_WORDS[kind](self.month_end(int(of)))


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """The month so many months on, or back."""
    years, zero_based = divmod(year * 12 + month - 1 + count, 12)
    return years, zero_based + 1


def nth_weekday(year: int, month: int, weekday: int, *, nth: int) -> date:
    """Such as the second Tuesday of a month."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def spelt(day: date, *, year: bool = True) -> str:
    """`9 June 2026`, or `9 June`."""
    return f"{day.day} {day:%B} {day.year}" if year else f"{day.day} {day:%B}"


def term(end: date) -> str:
    """The school term a month falls in."""
    name = "Spring" if end.month <= 3 else "Summer" if end.month <= 8 else "Autumn"
    return f"{name} term {end.year}"


def quarter(end: date) -> str:
    """The quarter of the financial year a month falls in, as `Q1 26/27`."""
    first = end.year if end.month >= 4 else end.year - 1
    return f"Q{(end.month - 4) % 12 // 3 + 1} {first % 100}/{(first + 1) % 100:02}"


def impossible(end: date) -> str:
    """The 31st of the last month up to this one that has 30 days."""
    while end.day != 30:
        end = end.replace(day=1) - timedelta(1)
    return f"31/{end:%m/%Y}"


_MONTH_WORDS: dict[str, Callable[[date], str]] = {
    "my": lambda end: f"{end:%B} {end.year}",
    "m": lambda end: f"{end:%B}",
    "end": spelt,
    "s": lambda end: f"{end:%d/%m/%Y}",
    "sy": lambda end: f"{end:%b} {end.year % 100}",
    "term": term,
    "q": quarter,
    "bad": impossible,
    "y": lambda end: str(end.year),
}
