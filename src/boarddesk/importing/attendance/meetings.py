"""The meetings a register has columns for: one day may have two, and a heading says which is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from boarddesk.importing.attendance.dates import Heading
from boarddesk.importing.attendance.legend import Legend
from boarddesk.importing.attendance.lines import people_lines
from boarddesk.importing.attendance.marks import CANCELLED, is_cancelled
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.rules.imports.contents import FoundMark
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.registers.register import Mark

TIME = re.compile(
    r"\b(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>am|pm)\b"
    r"|(?:\b|(?<=[tT]))(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\(([2-9])\)\s*$")
NOT_MET = re.compile(
    r"\b(?:postponed|stood down|called off|not held|did not take place|no meeting|rescheduled|rearranged)"
    r" *(?:\)|$|to\b|until\b|[-–—:,;])",
    re.IGNORECASE,
)
PUT_OFF_TO_THIS = re.compile(
    r"\b(?:postponed|rescheduled|rearranged|moved|replac\w+) +(?:from|for)\b", re.IGNORECASE
)
LEFT_OPEN = re.compile(r"\bregister open\b", re.IGNORECASE)
STATES = (
    (re.compile(r"\b(?:inquorate|not quorate)\b", re.IGNORECASE), MeetingState.INQUORATE),
    (re.compile(r"\bplanned, register open\b", re.IGNORECASE), MeetingState.PLANNED),
    (re.compile(r"(?<!not )\bheld\b", re.IGNORECASE), MeetingState.HELD),
)


@dataclass
class Meeting:
    """A meeting while its register is being read: marks by member, and the cells left empty.

    `unsure` are those who have a mark in a column beside it whose date could not be read: they may well
    have been on this roll, so that an empty cell is not recorded. `to_come` are those it says will be.
    """

    day: date
    place: str
    time: str = ""
    number: int = 1
    cancelled: bool = False
    said: MeetingState | None = None
    left_open: bool = False
    marks: dict[int, FoundMark] = field(default_factory=dict)
    blanks: dict[int, str] = field(default_factory=dict)
    off_roll: set[int] = field(default_factory=set)
    to_come: dict[int, str] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def take_in(self, other: Meeting) -> None:
        """What another table says of the same meeting."""
        self.time = self.time or other.time
        self.cancelled = self.cancelled or other.cancelled
        self.said = self.said or other.said
        self.left_open = self.left_open or other.left_open
        self.notes += other.notes


def meeting_of(matrix: Matrix, heading: Heading, day: date) -> Meeting:
    """The meeting a heading with its column speaks of."""
    number = NUMBER.search(heading.text)
    return Meeting(
        day,
        matrix.place(matrix.head, heading.at),
        time=time_in(heading.text) or heading.time,
        notes=[heading.note] if heading.note else [],
        number=int(number[1]) if number else 1,
        cancelled=_column_cancelled(matrix, heading),
        said=next((state for pattern, state in STATES if pattern.search(heading.text)), None),
        left_open=LEFT_OPEN.search(heading.text) is not None,
    )


def time_in(text: str) -> str:
    """The first time of day a heading gives, as `13:30`; empty where it gives none."""
    found = TIME.search(text)
    if found is None:
        return ""
    hour, minute = int(found["hour"] or found["h"]), int(found["minute"] or found["m"] or 0)
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].casefold() == "pm")
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 and (hour or minute) else ""


def is_apart(one: Meeting, other: Meeting) -> bool:
    """Whether two columns of one table are two meetings: another day, time or number, or one cancelled."""
    return (
        one.day != other.day
        or bool(one.time and other.time and one.time != other.time)
        or one.number != other.number
        or one.cancelled is not other.cancelled
    )


def same_meeting(new: Meeting, known: Iterable[Meeting], *, alone: bool) -> Meeting | None:
    """The meeting of an earlier table this one is; `alone`: the table has no other on that day."""
    that_day = [meeting for meeting in known if meeting.day == new.day]
    for meeting in sorted(that_day, key=lambda each: each.time != new.time):
        if not is_apart(meeting, new):
            return meeting
    times = [meeting for meeting in that_day if not (meeting.time and new.time and meeting.time != new.time)]
    return times[0] if alone and len(that_day) == 1 and times else None


def doubt_blanks(matrix: Matrix, line: int, member: int, columns: dict[int, Meeting]) -> None:
    """Whoever is marked under a date that cannot be read may have been on the rolls before and after it."""
    for heading in matrix.meetings:
        cell = matrix.cell(line, heading.at)
        if heading.day is not None or (cell.empty and not cell.unsaved):
            continue
        before = max((at for at in columns if at < heading.at), default=None)
        after = min((at for at in columns if at > heading.at), default=None)
        for at in (before, after):
            if at is not None:
                columns[at].unsure.add(member)


def span_of(meetings: Sequence[Meeting], member: int) -> tuple[date, date] | None:
    """The days of a person's first and last mark."""
    days = [meeting.day for meeting in meetings if member in meeting.marks and not meeting.cancelled]
    return (days[0], days[-1]) if days else None


def says_not_met(heading: str) -> bool:
    """Whether a heading says that nobody met: cancelled, or put off to another day, but not to this one."""
    return not PUT_OFF_TO_THIS.search(heading) and bool(is_cancelled(heading) or NOT_MET.search(heading))


def marks_under(matrix: Matrix, heading: Heading, legend: Legend) -> int:
    """How many people have a mark under a heading that says more than that they need not come."""
    texts = (matrix.cell(line, heading.at).text for line in people_lines(matrix))
    return sum(
        not is_cancelled(text) and legend.read(text).mark not in (None, Mark.NOT_REQUIRED) for text in texts
    )


def says_of(meeting: Meeting, member: int) -> bool:
    """Whether a meeting has said more of a member than that they were not required."""
    mark = meeting.marks.get(member)
    return member in meeting.to_come or (mark is not None and mark.mark is not Mark.NOT_REQUIRED)


def _column_cancelled(matrix: Matrix, heading: Heading) -> bool:
    """Whether a date's heading, a line that is nobody's, or the whole column says that it was cancelled."""
    if says_not_met(heading.text):
        return True
    people = set(people_lines(matrix))
    said = {line for line in matrix.lines() if is_cancelled(matrix.cell(line, heading.at).line)}
    beside = any(CANCELLED.match(matrix.cell(line, heading.at).line) for line in said - people)
    return beside or (bool(said) and not marks_under(matrix, heading, Legend()))
