"""The days of a register's headings: real dates, words, numbers in one order for a row, and their year.

What cannot be known is not guessed: a row in two orders, or without a year, gives no day and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from functools import lru_cache

from boarddesk.importing.attendance.years import NO_YEAR, NamedYear, with_years
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell
from boarddesk.rules.dates.deadlines import DateFlag, Precision, in_words, read_by_when

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
YEAR_FIRST = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<sign>[./-])(?P<m>[0-9]{1,2})(?P=sign)(?P<d>[0-9]{1,2})(?![0-9])"
)
NUMBERS = re.compile(
    r"(?<![0-9./-])(?P<a>[0-9]{1,2}) ?[./-] ?(?P<b>[0-9]{1,2})(?: ?[./-] ?(?P<y>(?:19|20)[0-9]{2}|[0-9]{2}))?"
    r"(?![0-9%])(?!\.[0-9])(?![/-][0-9])"
)
WORDS = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*{MONTH}|\b{MONTH}[\s.-]*[0-9]{{1,4}}",
    re.IGNORECASE,
)
DAY_IN_WORDS = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*{MONTH}[\s,.-]*20[0-9]{{2}}", re.I
)
TWO_DAYS = r"(?:[0-9]{1,2}(?:st|nd|rd|th)?(?:[-–/]| ?(?:&|and|to) ?))?"
COMPACT = re.compile(
    r"(?P<y>20[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])|(?P<dd>[0-3][0-9])(?P<mm>0[1-9]|1[0-2])(?P<yy>20[0-9]{2})"
)
SERIAL = re.compile(r"(?P<day>3[7-9][0-9]{3}|4[0-9]{4}|5[0-4][0-9]{3})(?P<time>\.[0-9]+)?")
FIRST_SERIAL = date(1899, 12, 30)
TIMES = re.compile(
    r"(?<![0-9/.-])[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm)\b"
    r"|(?:\b|(?<=[tT]))[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?z?\b",
    re.IGNORECASE,
)
BARE_NUMBERS = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})")
FRACTION = re.compile(r"[0-9]{1,3} ?(?:/|of|out of) ?[0-9]{1,3}")
BESIDE_DATE = re.compile(r"\([^)]*\)|\bcancel+ed\b|\bpostponed\b", re.IGNORECASE)
DOUBLED = re.compile(r"([./-])[./-]+")
FIGURES = re.compile("[0-9]")
ROMAN = re.compile(
    r"(?<![0-9])(?P<d>[0-9]{1,2})(?P<sign> ?[./-] ?| )(?P<m>i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?P=sign)"
    r"(?P<y>20[0-9]{2}|(?<! )[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
"""A month in Roman figures, `13.iv.2026`: it can be nothing else."""
ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LONGEST_DATE = 60
NO_MEETING = re.compile(
    r"\W*(?:total|sum|per ?cent|percentage|average|mean|possible|joined|appointed|since|until|left|expir\w+"
    r"|term (?:start|end|began|of|expir)\w*|(?:start|end)(?:s|ed|ing)?\b(?: date)?|out of|number of"
    r"|no\.? of|count|last updated|updated|as at)\b|.*%",
    re.IGNORECASE,
)
"""Headings that name a day though nobody met under it."""
TWO_DAYS_SAID = "two days stand in its heading"
NO_SUCH_DATE, NO_DAY = "there is no such date", "the date has no day"
TWO_ORDERS = "days and months stand in two orders among these dates; write them as 13 Jan 2026"
MONTHS_FIRST = "these dates are in order only with the month first; write them as 3 Oct 2026"


class Order(Enum):
    """In which order dates of numbers are written."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()


Orders = frozenset[Order]


@dataclass(frozen=True)
class Heading:
    """The heading of a meeting: its cell, its day where it can be read, and why not where it cannot.

    `part` is day and month of a date whose year is not known yet; `note` says how a day was understood that
    does not stand there as a day; `time` is that of a real date.
    """

    at: int
    text: str
    day: date | None
    why: str = ""
    time: str = ""
    note: str = ""
    part: tuple[int, int] | None = None


def looks_like_date(cell: Cell) -> bool:
    """Whether a cell holds a date, real, in words or in numbers."""
    return cell.day is not None or (bool(cell.paragraphs) and _text_is_date(cell.line))


@lru_cache(maxsize=MOST_TEXTS)
def _text_is_date(text: str) -> bool:
    if len(text) > LONGEST_DATE or not FIGURES.search(text) or text.endswith("%") or NO_MEETING.match(text):
        return False
    if COMPACT.fullmatch(text) or SERIAL.fullmatch(text):
        return True
    bare = _untimed(text)
    if any(one.search(bare) for one in (YEAR_FIRST, WORDS)):
        return True
    return not _is_plain_number(text) and any(map(_may_be_day, NUMBERS.finditer(bare)))


def _may_be_day(found: re.Match[str]) -> bool:
    """Whether two numbers are a day and a month, in one order or the other: 25/26 are none."""
    less, more = sorted((int(found["a"]), int(found["b"])))
    return bool(found["y"]) or (1 <= less <= 12 and more <= 31)


@lru_cache(maxsize=MOST_TEXTS)
def without_days(text: str) -> str:
    """A title without the days it names, whose years are not those of the register: `as at 31/03/2026`."""
    bare = YEAR_FIRST.sub(" ", text)
    bare = NUMBERS.sub(lambda one: " " if one["y"] else one[0], bare)
    return DAY_IN_WORDS.sub(" ", bare)


def is_certain_date(cell: Cell) -> bool:
    """Whether a cell can be nothing but a date: 9.6 and 3/4 may be days, and they may be numbers."""
    if cell.day is not None:
        return True
    if not looks_like_date(cell) or SERIAL.fullmatch(cell.line):
        return False
    return not (BARE_NUMBERS.fullmatch(cell.line) or FRACTION.fullmatch(cell.line))


def _is_plain_number(text: str) -> bool:
    """Two numbers with a point that are no day and month: `0.83`, `66.7`."""
    found = BARE_NUMBERS.fullmatch(text)
    return found is not None and not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12)


@lru_cache(maxsize=MOST_TEXTS)
def _untimed(text: str) -> str:
    return DOUBLED.sub(r"\1", TIMES.sub(" ", BESIDE_DATE.sub(" ", ROMAN.sub(_named_month, text))))


def _named_month(found: re.Match[str]) -> str:
    month = ROMAN_MONTHS.index(found["m"].casefold()) + 1
    return f"{found['d']} {date(2024, month, 1):%b} {found['y']}"


# The order of day and month -------------------------------------------------------------------------------


def orders_said(cells: Iterable[Cell]) -> Orders:
    """The orders that some of these dates can only be written in: 13/01 says one, 01/13 the other."""
    found = (_numbers(cell) for cell in cells if cell.day is None)
    return frozenset(order for one in found if one and (order := _order_of(one)) is not None)


def _numbers(cell: Cell) -> re.Match[str] | None:
    """Day and month in numbers; the one with a year goes before what may be a time."""
    text = _untimed(cell.line)
    if WORDS.search(text) or YEAR_FIRST.search(text):
        return None
    found = list(NUMBERS.finditer(text))
    return next((one for one in found if one["y"]), found[0] if found else None)


def _order_of(found: re.Match[str]) -> Order | None:
    first, second = int(found["a"]), int(found["b"])
    if first > 12 >= second >= 1:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if second > 12 >= first >= 1 else None


def _order_for(cells: Sequence[Cell], elsewhere: Orders) -> Order | None:
    """One order for all of them; None where they contradict each other, so that none of them is read."""
    own = orders_said(cells)
    said = own or elsewhere
    if len(said) > 1:
        return None
    order = next(iter(said), Order.DAY_FIRST)
    swapped = order is Order.MONTH_FIRST and any(
        cell.day is not None and cell.day.day <= 12 for cell in cells
    )
    return None if swapped else order


def _rises_with_months_first(cells: Sequence[Cell]) -> bool:
    """Whether dates of either order go up only with the month first: 01/06/2026, 02/03/2026, 03/10/2026."""
    found = [one for cell in cells if cell.day is None and (one := _numbers(cell)) and one["y"]]
    days_first = [(int(one["y"]) % 100, int(one["b"]), int(one["a"])) for one in found]
    months_first = [(int(one["y"]) % 100, int(one["a"]), int(one["b"])) for one in found]
    return days_first != sorted(days_first) and months_first == sorted(months_first)


# Headings --------------------------------------------------------------------------------------------------


def read_headings(
    cells: Sequence[tuple[int, Cell]],
    *,
    above: dict[int, NamedYear],
    named: NamedYear | None,
    elsewhere: Orders,
) -> tuple[Heading, ...]:
    """The days of a row of headings, read together: in one order, and in the years its document names.

    `above` holds the year that stands over a heading, `elsewhere` the orders the rest of the document says.
    """
    those_cells = [cell for _, cell in cells]
    order, why = _order_for(those_cells, elsewhere), TWO_ORDERS
    if not (orders_said(those_cells) or elsewhere) and _rises_with_months_first(those_cells):
        order, why = None, MONTHS_FIRST
    read = [_read(at, cell, order, why) for at, cell in cells]
    groups = dict.fromkeys(above.get(heading.at, named) for heading in read)
    done: dict[int, Heading] = {}
    for group in groups:
        those = [heading for heading in read if above.get(heading.at, named) == group]
        days = with_years([heading.part for heading in those], [heading.day for heading in those], group)
        done |= {one.at: _dated(one, day) for one, day in zip(those, days, strict=True)}
    return tuple(done[heading.at] for heading in read)


def _dated(heading: Heading, day: date | None) -> Heading:
    if heading.part is None or day is None:
        return heading
    return replace(heading, day=day, why="", note=f"“{heading.text}” is read as {in_words(day)}.")


def _read(at: int, cell: Cell, order: Order | None, why: str) -> Heading:
    text = cell.line
    numbers = _numbers(cell)
    if order is None and (cell.day is not None or numbers is not None):
        return Heading(at, text, None, why)
    if cell.day is not None:
        return Heading(at, text, cell.day, time=cell.time)
    if ROMAN.search(text):
        return _understood(at, text, _from_words(at, text).day)
    if found := COMPACT.fullmatch(text):
        year, month, day = (int(found[a] or found[b]) for a, b in (("y", "yy"), ("m", "mm"), ("d", "dd")))
        return _understood(at, text, _day(year, month, day))
    if found := SERIAL.fullmatch(text):
        when = FIRST_SERIAL + timedelta(days=int(found["day"]))
        return replace(_understood(at, text, when), time=_time_of(found["time"]))
    if found := YEAR_FIRST.search(_untimed(text)):
        return _placed(at, text, _day(int(found["y"]), int(found["m"]), int(found["d"])))
    if numbers is not None:
        return _from_numbers(at, text, numbers, order or Order.DAY_FIRST)
    return _from_words(at, text)


def _time_of(share: str | None) -> str:
    minutes = round(float(share or 0) * 24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" if 0 < minutes < 24 * 60 else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _placed(at: int, text: str, day: date | None) -> Heading:
    return Heading(at, text, day, "" if day else NO_SUCH_DATE)


def _understood(at: int, text: str, day: date | None) -> Heading:
    return replace(
        _placed(at, text, day), note=f"The heading {text} is read as {in_words(day)}." if day else ""
    )


def _from_numbers(at: int, text: str, found: re.Match[str], order: Order) -> Heading:
    month_first = order is Order.MONTH_FIRST
    day, month = (int(found[name]) for name in (("b", "a") if month_first else ("a", "b")))
    if not found["y"]:
        possible = _day(2024, month, day) is not None
        return Heading(
            at, text, None, NO_YEAR if possible else NO_SUCH_DATE, part=(day, month) if possible else None
        )
    year = int(found["y"])
    when = _day(year if year > 99 else year + (2000 if year < 70 else 1900), month, day)
    return _understood(at, text, when) if month_first else _placed(at, text, when)


def _from_words(at: int, text: str) -> Heading:
    written = _dated_part(text)
    read = read_by_when(written)
    if DateFlag.IMPOSSIBLE in read.flags:
        return Heading(at, text, None, NO_SUCH_DATE)
    if read.precision is Precision.DAY and read.latest is not None and read.earliest == read.latest:
        return Heading(at, text, read.latest)
    if read.precision is Precision.DAY:
        return Heading(at, text, None, TWO_DAYS_SAID)
    again = read_by_when(f"{written} 2024")
    if again.precision is Precision.DAY and again.latest is not None and again.earliest == again.latest:
        return Heading(at, text, None, NO_YEAR, part=(again.latest.day, again.latest.month))
    return Heading(at, text, None, NO_YEAR if DateFlag.NO_YEAR in read.flags else NO_DAY)


def _dated_part(text: str) -> str:
    """A heading without what is not date: `Meeting 3: 9 June 2026, 10am (cancelled)` → `9 June 2026`."""
    bare = _untimed(text)
    found = re.search(
        rf"{TWO_DAYS}(?:{WORDS.pattern})(?:[\s,./’'-]*(?:20)?[0-9]{{2}}\b)?", bare, flags=re.IGNORECASE
    )
    return " ".join(found.group(0).split()) if found else bare.strip()
