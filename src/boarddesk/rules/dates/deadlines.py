"""By when: a deadline as written beside what it is understood to be; overdue is judged on the latest day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final

from boarddesk.rules.dates import spans
from boarddesk.rules.dates.grammar import MONTHS, tidy
from boarddesk.rules.dates.phrases import Dates, dates_in
from boarddesk.rules.dates.spans import Precision as Precision
from boarddesk.rules.dates.spans import Span
from boarddesk.rules.dates.words import Band, holds_date


class DateFlag(StrEnum):
    """What else the words of a deadline say; in the order they are told."""

    IMPOSSIBLE = "impossible"
    SEVERAL = "several dates"
    TO_BE_CONFIRMED = "to be confirmed"
    DEPENDS = "depends on something"
    NO_YEAR = "no year"
    ONGOING = "ongoing"
    REPEATS = "repeats"
    SAID_DONE = "said to be complete"


@dataclass(frozen=True)
class ByWhen:
    """A deadline as written, the days it is understood to mean, and what else it says."""

    as_written: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.NONE
    flags: frozenset[DateFlag] = frozenset()

    @property
    def understood(self) -> str:
        """The words shown under the deadline: `to 31 May 2022`, `no date: to be confirmed`."""
        return _understood(self)

    @property
    def is_full_date(self) -> bool:
        """Whether the words are one day with its year, so that they cannot be taken for anything else."""
        return (
            self.precision is Precision.DAY
            and self.earliest == self.latest is not None
            and not self.flags & _NOT_ONE_DAY
            and str(self.latest.year) in self.as_written
        )

    @property
    def beside(self) -> str:
        """What stands beside the words where they are no full date: `to 30 April 2027`, `no date`."""
        if not self.as_written.strip() or self.is_full_date:
            return ""
        said = _days_meant(self)
        supposed = ", year supposed" if DateFlag.NO_YEAR in self.flags and self.latest else ""
        is_plain = self.latest != self.earliest and DateFlag.IMPOSSIBLE not in self.flags
        return said if self.latest is None or (is_plain and not supposed) else f"read as {said}{supposed}"

    @property
    def in_full(self) -> str:
        """As written and, in brackets, as understood: `Apr 27 (to 30 April 2027)`."""
        written = " ".join(self.as_written.split())
        if not written:
            return "no date"
        return f"{written} ({self.beside})" if self.beside else written

    def overdue_on(self, today: date) -> bool:
        """Whether the latest day has passed; never without a date."""
        return self.latest is not None and self.latest < today


_NOT_ONE_DAY: Final = frozenset((DateFlag.IMPOSSIBLE, DateFlag.SEVERAL, DateFlag.NO_YEAR))

NO_DATE: Final = ByWhen("")
"""A deadline nobody has written."""

_NOT_SETTLED: Final = re.compile(
    r"\b(?:tbc|tba|tbd|to be (?:confirmed|determined|decided|announced|advised|set|finalised)|t\.b\.c\.?"
    r"|not yet (?:agreed|known|set|confirmed)|unknown|awaiting|date to follow|dates? to be agreed)\b|\?"
)
_NOT_SETTLED_ALONE: Final = re.compile(r"\b(?:to be agreed|to follow)\b")
_DEPENDS: Final = re.compile(
    r"\b(?:in line with|dependent|depend(?:s|ing|ant)?|subject to|contingent|pending|linked to|tied to"
    r"|once (?!a\b|per|every)|upon|following|align(?:ed|s)? (?:to|with)|as per|according to|when (?!and)"
    r"|after|within \w+ (?:days?|weeks?|months?|terms?|years?)|see)\b"
)
_ONGOING: Final = re.compile(
    r"\b(?:on-? ?going|continu(?:ous|ing|al|es|ed|e)(?:ly)?|rolling|onwards?|business as usual|bau"
    r"|permanent(?:ly)?|throughout|standing item)\b"
)
_OPEN_ENDED: Final = re.compile(r"\b(?:from|since|starting|began|started|commenc\w+)\b.*|.*\bonwards?\b")
_REPEATS: Final = re.compile(
    r"\b(?:daily|(?:bi-?|half-?|six-?|6-?|two-?)?(?:weekly|monthly|yearly|termly)|fortnightly|quarterly|annually|each|every"
    r"|regular(?:ly)?)\b"
)
_SAID_DONE: Final = re.compile(
    r"(?<!\bbe )(?<!\bto )\b(?:completed?|done|achieved|delivered|finished|closed|met)\b(?! by\b)"
)


def read_by_when(
    written: str | date | None, *, terms: Sequence[Band] = (), starts: date | None = None
) -> ByWhen:
    """Reads a deadline as councils write it; anything is read, and what cannot be dated says so.

    `terms` are the plan's own bands, which go before every other reading; `starts` is the plan's first day:
    a date without a year is taken for the first one from then on.
    """
    if written is None:
        return NO_DATE
    if isinstance(written, date):
        return read_day(written)
    return _read(written, tuple(terms), starts)


@lru_cache(maxsize=4096)
def _read(written: str, terms: tuple[Band, ...], starts: date | None) -> ByWhen:
    text = tidy(written)
    return _by_when(written.strip(), text, dates_in(text, bands=terms, starts=starts))


def hints_in(written: str) -> frozenset[DateFlag] | None:
    """What a text without a date says of when all the same; None where it holds one."""
    text = tidy(written)
    return None if holds_date(text) else _flags(text, Dates(()), [])


def read_day(day: date, *, month_only: bool = False) -> ByWhen:
    """A deadline a spreadsheet keeps as a date; `month_only` where its cell shows only `Mar-22`."""
    when = day.date() if isinstance(day, datetime) else day
    if month_only:
        return ByWhen(
            f"{MONTHS[when.month - 1][:3]}-{when.year % 100:02}",
            when.replace(day=1),
            spans.last_day(when.year, when.month),
            Precision.MONTH,
        )
    return ByWhen(in_words(when), when, when, Precision.DAY)


def in_words(day: date) -> str:
    """A day as every document writes it: `9 June 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def due_within(by_when: ByWhen, *, today: date, until: date) -> bool:
    """Whether the latest day falls from today to the day given, both inclusive."""
    return by_when.latest is not None and today <= by_when.latest <= until


def moved(original: ByWhen | None, revised: ByWhen) -> bool:
    """Whether the date was changed to another; the two may be written alike."""
    return original is not None and (original.latest, original.precision) != (
        revised.latest,
        revised.precision,
    )


def _by_when(as_written: str, text: str, dates: Dates) -> ByWhen:
    """What the dates and the other words of a phrase come to."""
    found = [placed.span for placed in dates.placed if placed.span]
    flags = _flags(text, dates, found)
    if not found:
        return ByWhen(as_written, flags=flags)
    last = max(found, key=lambda span: span.latest)
    earliest = min(span.earliest for span in found)
    if DateFlag.ONGOING in flags and _OPEN_ENDED.match(text) and not _has_end(text):
        return ByWhen(as_written, earliest=earliest, flags=flags)
    return ByWhen(as_written, earliest, last.latest, last.precision, flags)


def _has_end(text: str) -> bool:
    return bool(re.search(r"\b(?:to|until|till|by)\b", text))


def _flags(text: str, dates: Dates, found: list[Span]) -> frozenset[DateFlag]:
    facts = {
        DateFlag.IMPOSSIBLE: any(placed.impossible for placed in dates.placed),
        DateFlag.SEVERAL: len({span.latest for span in found}) > 1,
        DateFlag.TO_BE_CONFIRMED: _NOT_SETTLED.search(text)
        or (not found and _NOT_SETTLED_ALONE.search(text)),
        DateFlag.DEPENDS: _DEPENDS.search(text),
        DateFlag.NO_YEAR: dates.year_missing,
        DateFlag.ONGOING: _ONGOING.search(text),
        DateFlag.REPEATS: _REPEATS.search(text),
        DateFlag.SAID_DONE: _SAID_DONE.search(text),
    }
    return frozenset(flag for flag, is_so in facts.items() if is_so)


def _understood(by_when: ByWhen) -> str:
    impossible = DateFlag.IMPOSSIBLE in by_when.flags
    told = [flag.value for flag in DateFlag if flag in by_when.flags and flag is not DateFlag.IMPOSSIBLE]
    if by_when.latest is None:
        return _without_date(by_when, told, impossible=impossible)
    words = _days_meant(by_when)
    if impossible:
        words = f"impossible: read as {words}"
    if DateFlag.SEVERAL in by_when.flags:
        words = f"{words}, the later of several dates"
    extra = [_WITH_DATE.get(flag, flag) for flag in told if flag != DateFlag.SEVERAL]
    return ", ".join([words, *extra])


def _days_meant(by_when: ByWhen) -> str:
    """`31 May 2026` for a day, `to 31 May 2026` for a stretch; without a last day what there is."""
    if by_when.latest is None:
        return f"from {in_words(by_when.earliest)}, no end" if by_when.earliest else "no date"
    words = in_words(by_when.latest)
    return words if by_when.earliest == by_when.latest else f"to {words}"


_WITH_DATE: Final = {DateFlag.NO_YEAR.value: "year supposed"}


def _without_date(by_when: ByWhen, told: list[str], *, impossible: bool) -> str:
    if by_when.earliest:
        return _days_meant(by_when)
    if impossible:
        return "impossible date"
    written = " ".join(by_when.as_written.split()).casefold()
    more = [flag for flag in told if flag != written]
    return f"no date: {', '.join(more)}" if more else "no date"
