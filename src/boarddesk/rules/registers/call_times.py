"""How long somebody was on a call, held against the meeting's own hours: for all of it, or for part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from boarddesk.rules.meetings.meeting import Meeting, usual_end
from boarddesk.rules.names.listed import ListedName, Stay

GRACE: Final = 5
"""Minutes: who comes so late, leaves so early or drops out so long was there for all of it."""

_ENOUGH: Final = 3
"""People whose times can say that a meeting began late or ended early."""


@dataclass(frozen=True)
class Hours:
    """When a meeting began and ended; empty where nobody knows.

    `minutes` is how long it was by a list that says only that of everybody; None where no list does.
    """

    start: str = ""
    end: str = ""
    minutes: int | None = None


@dataclass(frozen=True)
class Part:
    """The part of a meeting somebody was there for; an empty end is the meeting's own."""

    part_from: str = ""
    part_to: str = ""
    away: tuple[Stay, ...] = ()
    """Times in between, each from leaving to joining again."""
    lasted: str = ""
    """`20 of 95 minutes`, where the list gives no times."""

    @property
    def note(self) -> str:
        """What the mark cannot say: `Away 13:50 to 14:30`, `On the call for 20 of 95 minutes`."""
        if self.lasted:
            return f"On the call for {self.lasted}"
        gaps = " and ".join(f"{gap.left} to {gap.joined}" for gap in self.away)
        return f"Away {gaps}" if gaps else ""

    @property
    def words(self) -> str:
        """`Came at 13:52, away 14:00 to 14:20, left at 15:00`."""
        came = f"came at {self.part_from}" if self.part_from else ""
        left = f"left at {self.part_to}" if self.part_to else ""
        said = ", ".join(filter(None, (came, self.note[:1].lower() + self.note[1:], left)))
        return said[:1].upper() + said[1:]


def hours_of(meeting: Meeting, minutes_long: int, names: Sequence[ListedName]) -> Hours:
    """The hours as set; later or shorter where most of the people on the call say so."""
    start = meeting.start_time
    end = meeting.end_time or usual_end(start, minutes_long)
    began = _agreed([name.joined for name in names if name.joined], first=True)
    ended = _agreed([name.left for name in names if name.left], first=False)
    hours = Hours(max(start, began) if start else "", min(end, ended or end))
    return replace(hours, minutes=_minutes_long(hours, names))


def _minutes_long(hours: Hours, names: Sequence[ListedName]) -> int | None:
    """How long a meeting was for a list of totals: as its hours say, or shorter where most of them agree."""
    totals = [name.minutes for name in names if name.minutes is not None and not name.stays]
    if not totals:
        return None
    known = [_minutes(hours.end) - _minutes(hours.start)] if hours.start and hours.end else []
    near = sum(max(totals) - each <= GRACE for each in totals)
    agreed = [max(totals)] if len(totals) >= _ENOUGH and near * 2 > len(totals) else []
    return min((*known, *agreed), default=None)


def _agreed(times: Sequence[str], *, first: bool) -> str:
    """The first or last time of a list, where more than half of them lie within the grace of it."""
    if len(times) < _ENOUGH:
        return ""
    end = min(times) if first else max(times)
    near = sum(abs(_minutes(time) - _minutes(end)) <= GRACE for time in times)
    return end if near * 2 > len(times) else ""


def part_of(stays: Iterable[Stay], hours: Hours, minutes: int | None = None) -> Part | None:
    """The part somebody was there for; None for all of it, as far as the times, or else the minutes, say."""
    known = sorted((stay for stay in stays if stay.joined or stay.left), key=lambda stay: stay.joined)
    joined = min((stay.joined for stay in known if stay.joined), default="")
    left = "" if any(not stay.left for stay in known) else max((stay.left for stay in known), default="")
    if not known and minutes is not None and hours.minutes is not None:
        missed = hours.minutes - minutes
        return Part(lasted=f"{minutes} of {hours.minutes} minutes") if missed > GRACE else None
    late = joined if hours.start and _passed(hours.start, joined) else ""
    early = left if hours.end and _passed(left, hours.end) else ""
    away = tuple(_gaps(known, hours))
    return Part(late, early, away) if late or early or away else None


def _gaps(stays: Sequence[Stay], hours: Hours) -> Iterator[Stay]:
    """Between leaving and joining again, as far as the meeting went on then."""
    there_until = ""
    for stay in stays:
        if there_until and stay.joined:
            left = max(there_until, hours.start)
            back = min(stay.joined, hours.end or stay.joined)
            if _passed(left, back):
                yield Stay(joined=back, left=left)
        there_until = max(there_until, stay.left or "24:00")


def _passed(earlier: str, later: str) -> bool:
    """Whether more than the grace lies between two times; not where one is unknown."""
    return bool(earlier and later) and _minutes(later) - _minutes(earlier) > GRACE


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
