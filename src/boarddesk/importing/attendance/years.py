"""The year of dates that have none: what a register's title, sheet or file names, and their order.

`2025/26` gives both years: what comes after a year's end stands in the second. Where more than one reading is
left, there is no year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from boarddesk.importing.tables.grid import MOST_TEXTS

NO_YEAR = "the date has no year"
SPLIT = re.compile(
    r"(?<![0-9/])(?P<c>20)?(?P<a>[0-9]{2}) ?(?:[-/–—_]|to|and|&) ?(?P<d>20)?(?P<b>[0-9]{2})(?![0-9/])",
    re.IGNORECASE,
)
SINGLE = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
STRETCH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?(20[0-9]{2}) ?(?:to|until|[-–—]) ?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?(20[0-9]{2})",
    re.IGNORECASE,
)
FIGURES = re.compile("[0-9]{2}")
FIRST_OF_TWO_FIGURES = 20
SCHOOL, FINANCIAL = (
    re.compile(r"\b(?:academic|school)\b", re.I),
    re.compile(r"\b(?:financial|fiscal|fy|municipal|council year)\b", re.I),
)
SPRING, AUTUMN = 3, 9
"""Up to March a split year is in its second half, from September on in its first, whenever it begins."""

Part = tuple[int, int]


@dataclass(frozen=True)
class NamedYear:
    """A year a text names: `first` alone, or up to the same in the next; what kind of year, where it says."""

    first: int
    split: bool = False
    begins: int | None = None


def named_in(texts: Iterable[str]) -> NamedYear | None:
    """The one year these texts name; None where they name none, or several."""
    found: dict[NamedYear, None] = {}
    for text in texts:
        found |= dict.fromkeys(_named(text))
    splits = [one for one in found if one.split]
    inside = {year for one in splits for year in (one.first, one.first + 1)}
    left = [*splits, *(one for one in found if not one.split and one.first not in inside)]
    first = next(iter(left), None)
    kinds = {one.begins for one in left if one.begins}
    if first is None or any((one.first, one.split) != (first.first, first.split) for one in left):
        return None
    return NamedYear(first.first, first.split, next(iter(kinds)) if len(kinds) == 1 else None)


@lru_cache(maxsize=MOST_TEXTS)
def _named(text: str) -> tuple[NamedYear, ...]:
    return tuple(_years_in(text)) if FIGURES.search(text) else ()


def _years_in(text: str) -> Iterator[NamedYear]:
    begins = 9 if SCHOOL.search(text) else 4 if FINANCIAL.search(text) else None
    rest = text
    for stretch in STRETCH.finditer(text):
        if int(stretch[2]) - int(stretch[1]) in (0, 1):
            yield NamedYear(int(stretch[1]), split=stretch[1] != stretch[2])
            rest = rest.replace(stretch[0], " ")
    for one in SPLIT.finditer(text):
        follows = int(one["b"]) == (int(one["a"]) + 1) % 100
        if follows and (one["c"] or (not one["d"] and int(one["a"]) >= FIRST_OF_TWO_FIGURES)):
            yield NamedYear(2000 + int(one["a"]), split=True, begins=begins)
            rest = rest.replace(one.group(0), " ")
    for year in SINGLE.findall(rest):
        yield NamedYear(int(year))


def with_years(
    parts: Sequence[Part | None], days: Sequence[date | None], named: NamedYear | None
) -> list[date | None]:
    """The days of dates in their order; what has no year takes it from its neighbours or what is named."""
    known = list(days)
    if all(part is None for part in parts):
        return known
    if any(known):
        return _beside_known(parts, known) or known
    dates = [part for part in parts if part is not None]
    years = iter(_years_of(dates, named) or () if named else ())
    filled = [_day(part, next(years, 0)) if part is not None else None for part in parts]
    return filled if all(day for day, part in zip(filled, parts, strict=True) if part) else known


def _day(part: Part, year: int) -> date | None:
    try:
        return date(year, part[1], part[0])
    except ValueError:
        return None


def _years_of(parts: Sequence[Part], named: NamedYear) -> list[int] | None:
    """The year of each date; None where more than one reading is left."""
    down = _goes_down(parts)
    order = list(reversed(parts)) if down else list(parts)
    turns = _turns(order)
    if not named.split:
        return [named.first] * len(parts) if turns == 0 else None
    first = named.first if turns == 1 else _one_half(order, named) if turns == 0 else None
    if first is None:
        return None
    years = [first]
    for one, other in pairwise(order):
        years.append(years[-1] + (_on(other) < _on(one)))
    if any(not _inside(part, year, named) for part, year in zip(order, years, strict=True)):
        return None
    return list(reversed(years)) if down else years


def _inside(part: Part, year: int, named: NamedYear) -> bool:
    return part[1] > SPRING if year == named.first else part[1] < AUTUMN


def _one_half(parts: Sequence[Part], named: NamedYear) -> int | None:
    """Which half dates are in that do not cross the year's end."""
    months = [month for _, month in parts]
    if max(months) >= AUTUMN:
        return named.first
    if min(months) <= SPRING:
        return named.first + 1
    return {9: named.first + 1, 4: named.first}.get(named.begins or 0)


def _on(part: Part) -> Part:
    return part[1], part[0]


def _turns(parts: Sequence[Part]) -> int:
    """How often a date is earlier in the year than the one before."""
    return sum(_on(other) < _on(one) for one, other in pairwise(parts))


def _goes_down(parts: Sequence[Part]) -> bool:
    """Whether the newest stands first."""
    return _turns(parts) > 1 and _turns(list(reversed(parts))) < 2


def _beside_known(parts: Sequence[Part | None], known: Sequence[date | None]) -> list[date | None] | None:
    """Dates go on in order from those that have their year, and lead up to the first of them."""
    all_parts = [
        part or ((day.day, day.month) if day else None) for part, day in zip(parts, known, strict=True)
    ]
    down = _goes_down([part for part in all_parts if part is not None])
    done = list(reversed(known)) if down else list(known)
    order = list(reversed(parts)) if down else list(parts)
    first = next(at for at, day in enumerate(done) if day)
    _fill(order, done, range(first, len(done)), lambda day, last: day >= last)
    _fill(order, done, range(first, -1, -1), lambda day, last: day <= last)
    there = [day for day in done if day]
    if any(later < earlier for earlier, later in pairwise(there)):
        return None
    return list(reversed(done)) if down else done


def _fill(
    parts: Sequence[Part | None], done: list[date | None], places: range, fits: Callable[[date, date], bool]
) -> None:
    """Each date without a year in the nearest year in which it is in order with the one beside it."""
    last = date.min
    for at in places:
        part = parts[at]
        if done[at] is None and part is not None:
            days = (_day(part, last.year + step) for step in (0, places.step))
            done[at] = next((day for day in days if day and fits(day, last)), None)
        last = done[at] or last
