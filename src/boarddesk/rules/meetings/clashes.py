"""What is wrong with the day of a meeting to come: another meeting, a bank holiday, a day kept free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.dates.working_days import bank_holiday
from boarddesk.rules.meetings.meeting import Meeting, usual_end
from boarddesk.rules.people import Board, Person, Seat
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import NBSP, between, count_in_words, listed

_LONGEST_FREE = 366

_NAMED = 2
"""So many of those whom two meetings share are named; the rest are counted."""


@dataclass(frozen=True)
class FreeDays:
    """Days the office keeps free of meetings, both included, and why."""

    id: str
    from_day: date
    until_day: date
    why: str = ""

    def holds(self, day: date) -> bool:
        """Whether that day is kept free."""
        return self.from_day <= day <= self.until_day

    @property
    def words(self) -> str:
        """`Half-term, 25 May to 29 May 2026`; a single day with its date alone."""
        alone = self.from_day == self.until_day
        days = in_words(self.from_day) if alone else between(self.from_day, self.until_day).replace(NBSP, " ")
        return f"{self.why}, {days}" if self.why else days


def check_free_days(from_day: date, until_day: date) -> None:
    """Refused where the last of them lies before the first, or so far after it that it must be a slip."""
    if until_day < from_day:
        raise Refused("The last day must not lie before the first.", field="until_day")
    if (until_day - from_day).days > _LONGEST_FREE:
        raise Refused("That is more than a year. Look at the days again.", field="until_day")


@dataclass(frozen=True)
class Clash:
    """Why a meeting is better not held then; `other_id` is the meeting it clashes with, if it is one."""

    says: str
    other_id: str = ""


@dataclass(frozen=True)
class Timetable:
    """What a meeting can clash with: the others, who holds which seat, the days kept free."""

    boards: tuple[Board, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    seats: tuple[Seat, ...] = ()
    people: tuple[Person, ...] = ()
    free_days: tuple[FreeDays, ...] = ()

    def clashes(self, meeting: Meeting) -> tuple[Clash, ...]:
        """Everything that speaks against its day and time; nothing for a meeting that is not to come."""
        if not meeting.state.is_to_come:
            return ()
        return (*self.closed(meeting.date), *self._others(meeting))

    def closed(self, day: date) -> tuple[Clash, ...]:
        """That a day is a bank holiday, or one that the office keeps free."""
        name = bank_holiday(day)
        says_so = "bank holiday" in name
        holiday = [f"{name}." if says_so else f"Bank holiday: {name}."] if name else []
        kept = [f"The office keeps it free: {free.words}." for free in self.free_days if free.holds(day)]
        return tuple(Clash(says) for says in (*holiday, *kept))

    def _others(self, meeting: Meeting) -> Iterator[Clash]:
        """Meetings of other boards at its time that somebody with a seat on both cannot come to."""
        for other in self._to_come[meeting.date]:
            when = "" if other.board_id == meeting.board_id else self._overlap(meeting, other)
            shared = self._holders(other, meeting) if when else frozenset()
            if shared:
                board = self._boards[other.board_id].short_name
                hold = "holds seats" if len(shared) == 1 else "hold seats"
                yield Clash(f"{board} meets {when}: {self._named(shared)} {hold} on both.", other.id)

    def _overlap(self, meeting: Meeting, other: Meeting) -> str:
        """When the other takes place, where the two overlap; one without a time takes the whole day."""
        if not meeting.start_time or not other.start_time:
            return "on the same day, and no time is given"
        end, its_end = self._end(meeting), self._end(other)
        overlap = meeting.start_time < its_end and other.start_time < end
        return f"at the same time, {other.start_time} to {its_end}" if overlap else ""

    def _end(self, meeting: Meeting) -> str:
        """As given, else as long after its start as the board usually meets."""
        usual = usual_end(meeting.start_time, self._boards[meeting.board_id].minutes_long)
        return meeting.end_time or usual or "24:00"

    def _holders(self, other: Meeting, meeting: Meeting) -> frozenset[str]:
        """Who holds a seat on both boards that day."""
        on = {meeting.board_id: set[str](), other.board_id: set[str]()}
        for seat in self.seats:
            holder = seat.holder_on(meeting.date) if seat.board_id in on else None
            if holder and seat.exists_on(meeting.date):
                on[seat.board_id].add(holder)
        return frozenset(on[meeting.board_id] & on[other.board_id])

    def _named(self, shared: frozenset[str]) -> str:
        names = sorted(person.name for person in self.people if person.id in shared)
        rest = len(names) - _NAMED
        return listed(names if rest < 1 else [*names[:_NAMED], count_in_words(rest, "other")])

    @cached_property
    def _boards(self) -> dict[str, Board]:
        return {board.id: board for board in self.boards}

    @cached_property
    def _to_come(self) -> defaultdict[date, list[Meeting]]:
        found = defaultdict[date, list[Meeting]](list)
        for meeting in self.meetings:
            if meeting.state.is_to_come:
                found[meeting.date].append(meeting)
        return found
