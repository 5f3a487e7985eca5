"""Attendance read for counting: each register as one string of letters.

The same figures as reading registers row by row, many times quicker; a test holds the two against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from boarddesk.records.boards import organisations
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting_from
from boarddesk.records.reading import day
from boarddesk.records.registers.letters import KeptLetters, RollLetters
from boarddesk.rules.attendance.count import Names, SameRolls, group_rolls
from boarddesk.rules.attendance.groups import AttendanceCount, By, Group
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState, Rolls
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, board_year, shared_year_start
from boarddesk.rules.people import Board

_MEETINGS: Final = """
SELECT m.*, r.id AS roll_id, r.state AS roll_state FROM meeting m LEFT JOIN roll r ON r.meeting_id = m.id
WHERE (:board IS NULL OR m.board_id = :board)
  AND (:first IS NULL OR m.date >= :first) AND (:last IS NULL OR m.date <= :last)
ORDER BY m.date, m.start_time, m.id"""


def year_to_date(file: OfficeFile, whose: Iterable[Board], today: date) -> tuple[date, date]:
    """The period of every attendance figure that is printed, unless another is asked for.

    The boards' year up to today; until a register of a new year counts, the whole year before.
    """
    of = list(whose)
    newest = [_newest_counted(file, board.id, today) for board in of]
    first, last = board_year(max((day for day in newest if day), default=today), shared_year_start(of))
    return first, min(today, last)


def _newest_counted(file: OfficeFile, board_id: str, end: date) -> date | None:
    newest = file.value(
        "SELECT max(m.date) FROM meeting m JOIN roll r ON r.meeting_id = m.id "
        "WHERE m.board_id = ? AND m.date <= ? AND m.state <> 'cancelled' AND r.state = 'closed'",
        (board_id, end.isoformat()),
    )
    return day(str(newest)) if newest else None


def tallies(
    file: OfficeFile,
    by: By,
    *,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> tuple[Group, ...]:
    """A tally for each group over closed registers of meetings held between two days."""
    found = rolls(file, board_id=board_id, first=first, last=last)
    return group_rolls(found.counted, by, found.names)


def count_attendance(
    file: OfficeFile,
    by: By,
    *,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> AttendanceCount:
    """Everything an attendance table is assembled from."""
    return rolls(file, board_id=board_id, first=first, last=last).count(by)


def rolls(
    file: OfficeFile, *, board_id: str | None = None, first: date | None = None, last: date | None = None
) -> Rolls:
    """Every meeting between two days with its roll, to be counted by any grouping."""
    days = {"first": first and first.isoformat(), "last": last and last.isoformat()}
    rows = file.rows(_MEETINGS, {"board": board_id, **days})
    meetings = tuple(_record(meeting_from(row), row["roll_state"]) for row in rows)
    letters = file.kept(KeptLetters).of([row["roll_id"] for row in rows if row["roll_id"]])
    together: dict[tuple[RegisterState, str, int], list[tuple[Meeting, RollLetters]]] = defaultdict(list)
    for meeting, row in zip(meetings, rows, strict=True):
        if meeting.register_state in (RegisterState.COUNTED, RegisterState.OPEN) and row["roll_id"]:
            found = letters[row["roll_id"]]
            together[meeting.register_state, meeting.meeting.board_id, id(found.shape)].append(
                (meeting.meeting, found)
            )
    counted, still_open = (
        tuple(_same_rolls(of) for key, of in together.items() if key[0] is state)
        for state in (RegisterState.COUNTED, RegisterState.OPEN)
    )
    return Rolls(meetings, counted, still_open, _names(file))


def count_ahead(file: OfficeFile, board_id: str) -> None:
    """Count all a board's registers while nobody waits: what was read and counted is remembered."""
    rolls(file, board_id=board_id).count(By.SEAT)


def _same_rolls(found: list[tuple[Meeting, RollLetters]]) -> SameRolls:
    meetings, rolls = zip(*found, strict=True)
    return SameRolls(meetings[0].board_id, rolls[0].shape, meetings, tuple(roll.letters for roll in rolls))


def _names(file: OfficeFile) -> Names:
    people = {row["id"]: row["name"] for row in file.rows("SELECT id, name FROM person")}
    return Names(people, {organisation.id: organisation for organisation in organisations(file)})


def _record(meeting: Meeting, roll_state: str | None) -> MeetingRecord:
    """As a register has it: counted once closed and held, open once held or begun."""
    if meeting.state is MeetingState.CANCELLED:
        return MeetingRecord(meeting, RegisterState.CANCELLED)
    if roll_state == "closed" and meeting.state.was_held:
        return MeetingRecord(meeting, RegisterState.COUNTED)
    begun = meeting.state.was_held or roll_state is not None
    return MeetingRecord(meeting, RegisterState.OPEN if begun else RegisterState.TO_COME)
