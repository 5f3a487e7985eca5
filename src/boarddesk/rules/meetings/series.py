"""A year of meetings proposed in one go: a pattern and days of one's own, and what speaks against each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.dates.pattern import Pattern
from boarddesk.rules.dates.typed_days import read_day
from boarddesk.rules.dates.working_days import add_working_days
from boarddesk.rules.meetings.clashes import Timetable
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, board_year
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import MONTHS, listed

LONGEST_DAYS = 5 * 366
"""So long a series may run: further off nobody knows who will sit on the board."""

MOST_EVERY = 52


class OnClosedDay(StrEnum):
    """What becomes of a day of the pattern that is a bank holiday or kept free."""

    SKIP = "skip"
    MOVE = "move"


@dataclass(frozen=True)
class MeetingSeries:
    """From one day to another, both included; without a pattern only the days of one's own."""

    first: date
    until: date
    pattern: Pattern | None = None
    on_closed_day: OnClosedDay = OnClosedDay.SKIP
    own_days: tuple[date, ...] = ()

    def proposed(self, board: Board, timetable: Timetable) -> tuple[ProposedMeeting, ...]:
        """Every day once, in order; a day of one's own stands as it was given."""
        found: dict[date, ProposedMeeting] = {}
        for day in self.pattern.days(self.first, self.until) if self.pattern else ():
            moved = self._moved(day, timetable)
            if moved not in found:
                found[moved] = _judged(moved, board, timetable, instead_of=day if moved != day else None)
        found |= {day: _judged(day, board, timetable) for day in self.own_days}
        return tuple(found[day] for day in sorted(found))

    def _moved(self, day: date, timetable: Timetable) -> date:
        """The next working day nobody keeps free, where the day itself is closed and is to be moved."""
        if self.on_closed_day is OnClosedDay.SKIP or not timetable.closed(day):
            return day
        later = (add_working_days(day, number) for number in count(1))
        return next(day for day in later if not timetable.closed(day))


@dataclass(frozen=True)
class ProposedMeeting:
    """A day a board may meet on: what speaks against it, and whether it is wanted unless somebody says so."""

    day: date
    wrong: tuple[str, ...] = ()
    is_wanted: bool = True
    may_be_made: bool = True


def _judged(
    day: date, board: Board, timetable: Timetable, *, instead_of: date | None = None
) -> ProposedMeeting:
    there = [meeting for meeting in timetable.meetings if (meeting.board_id, meeting.date) == (board.id, day)]
    if any(meeting.state is not MeetingState.CANCELLED for meeting in there):
        says = f"{board.short_name} already meets on that day."
        return ProposedMeeting(day, (says,), is_wanted=False, may_be_made=False)
    closed = [clash.says for clash in timetable.closed(day)]
    moved = []
    if instead_of is not None:
        why = " ".join(clash.says for clash in timetable.closed(instead_of))
        moved = [f"In place of {in_words(instead_of)}. {why}"]
    cancelled = [f"A meeting of {board.short_name} on that day was cancelled."] if there else []
    weekend = [f"It is a {day:%A}."] if day.weekday() > _FRIDAY else []
    meeting = Meeting("", board.id, 0, day, start_time=board.start_time)
    clashes = [clash.says for clash in timetable.clashes(meeting) if clash.other_id]
    wrong = (*moved, *closed, *cancelled, *weekend, *clashes)
    return ProposedMeeting(day, wrong, is_wanted=not closed and not cancelled)


_FRIDAY = 4
_NEAR_THE_END = 45


def span_to_plan(board: Board, meetings: Iterable[Meeting], today: date) -> tuple[date, date]:
    """From the day after the last meeting planned to the end of its board year, or of the next."""
    own = (meeting for meeting in meetings if meeting.board_id == board.id)
    first = max([today, *(meeting.date for meeting in own if meeting.state.is_to_come)]) + timedelta(1)
    until = board_year(first, board.year_start)[1]
    if (until - first).days < _NEAR_THE_END:
        first = until + timedelta(1)
        until = board_year(first, board.year_start)[1]
    return first, until


def check_span(first: date, until: date) -> None:
    """Refused where the last day lies before the first, or so far off that a digit must be wrong."""
    if until < first:
        raise Refused("The last day must not lie before the first.", field="until")
    if (until - first).days > LONGEST_DAYS:
        raise Refused("That is more than five years of meetings. Look at the year again.", field="until")


def check_every(typed: str) -> int:
    """How many weeks or months lie between two meetings."""
    words = typed.strip()
    if not words.isdecimal() or not 1 <= int(words) <= MOST_EVERY:
        raise Refused(f"Give a number from 1 to {MOST_EVERY}.", field="every")
    return int(words)


def read_months(typed: str) -> frozenset[int]:
    """The months named, in letters: `August`, `Aug and Dec`; empty for none."""
    words = [word for word in re.split(r"[\s,;.&]+|\band\b", typed.casefold()) if word]
    return frozenset(_month(word) for word in words)


def _month(word: str) -> int:
    named = [at for at, name in enumerate(MONTHS, 1) if len(word) > 2 and name.casefold().startswith(word)]
    if not named:
        raise Refused(f"There is no month called “{word}”: give such as August.", field="skip")
    return named[0]


def months_words(months: frozenset[int]) -> str:
    """`August`, `August and December`."""
    return listed([MONTHS[month - 1] for month in sorted(months)])


def read_own_days(typed: str, *, today: date, near: date) -> tuple[date, ...]:
    """Days as typed or pasted, one a line or parted by semicolons or commas; refused where one is none."""
    found = []
    for words in re.split(r"[\n;]+|,(?!\s*\d{4}\b)", typed):
        if not words.strip():
            continue
        day = read_day(words, today=today, near=near)
        if day is None:
            raise Refused(f"There is no such day: “{words.strip()}”. Give such as 9 Jun 2026.", field="own")
        found.append(day)
    return tuple(dict.fromkeys(found))
