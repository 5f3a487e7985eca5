"""What attendance figures are made of: tallies by group and by meeting, counted from registers.

Records count the same from the tables in one go; a test holds the two against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from boarddesk.rules.attendance.figures import NO_FIGURE, NO_TALLY, Figure, Tally, tally
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import FILLED, Register, RollRow, Standing


class By(StrEnum):
    """What the rows of an attendance table are."""

    PERSON = "person"
    SEAT = "seat"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    ROLE = "role"
    MEETING = "meeting"
    BOARD = "board"


class GroupKey(NamedTuple):
    """One group: a board, with whom it is reported, and the id (or word) of person, seat, organisation …"""

    board_id: str
    standing: Standing
    key: str


@dataclass(frozen=True)
class Group:
    """A group with its tally; person, seat, organisation and role as they stood at its latest meeting."""

    group: GroupKey
    tally: Tally
    person_id: str | None = None
    person: str = ""
    seat_id: str = ""
    seat: str = ""
    organisation_id: str | None = None
    organisation: str = ""
    sector: Sector = Sector.OTHER
    role: Role = Role.MEMBER
    position: int = 0


@dataclass(frozen=True)
class MeetingTally:
    """One counted meeting: members, advisers, and the members’ organisations that were represented."""

    meeting: Meeting
    members: Tally
    advisers: Tally = NO_TALLY
    represented: Figure = NO_FIGURE


class Representation(NamedTuple):
    """An organisation's sector and the meetings it was represented at."""

    sector: Sector
    figure: Figure


RepresentedKey = tuple[str, Standing, str]
"""Board, standing and organisation."""


@dataclass(frozen=True)
class AttendanceCount:
    """Everything a table of attendance is assembled from; meetings in order of date."""

    by: By
    groups: tuple[Group, ...]
    meetings: tuple[MeetingTally, ...]
    represented: Mapping[RepresentedKey, Representation]
    open_registers: tuple[Meeting, ...] = ()
    cancelled: tuple[Meeting, ...] = ()


def in_order(registers: Iterable[Register]) -> list[Register]:
    """By date, then time; the id settles what is left."""
    return sorted(
        registers,
        key=lambda register: (register.meeting.date, register.meeting.start_time, register.meeting.id),
    )


def check_period(first: date | None, last: date | None, *, today: date) -> None:
    """Refused for days of which nothing can be counted: an end before the beginning, or all still to come."""
    if first and last and last < first:
        days = f"{in_words(last)} is before {in_words(first)}"
        raise Refused(f"The period ends before it begins: {days}.", field="last")
    if first and first > today:
        raise Refused(
            f"The period begins on {in_words(first)}, which is still to come: nothing can be counted yet.",
            field="first",
        )


def in_period(registers: Iterable[Register], first: date | None, last: date | None) -> list[Register]:
    """Those whose meeting lies between two days, both inclusive; either may be open."""
    return [
        register
        for register in in_order(registers)
        if (first is None or first <= register.meeting.date)
        and (last is None or register.meeting.date <= last)
    ]


def key_of(row: RollRow, by: By, *, register: Register) -> str:
    """The key of the group a row belongs to."""
    return _KEYS[by](row, register)


_KEYS: dict[By, Callable[[RollRow, Register], str]] = {
    By.PERSON: lambda row, _: row.person_id or "",
    By.SEAT: lambda row, _: row.seat_id,
    By.ORGANISATION: lambda row, _: row.organisation_id or "",
    By.SECTOR: lambda row, _: row.sector.value,
    By.ROLE: lambda row, _: row.role.value,
    By.MEETING: lambda _, register: register.meeting.id,
    By.BOARD: lambda _, register: register.meeting.board_id,
}


def count(
    registers: Iterable[Register], by: By, *, first: date | None = None, last: date | None = None
) -> AttendanceCount:
    """Count registers between two days; only closed registers of meetings that were held are counted."""
    within = in_period(registers, first, last)
    counting = [register for register in within if register.counts]
    return AttendanceCount(
        by,
        count_groups(counting, by),
        tuple(_meeting_tally(register) for register in counting),
        count_represented(counting),
        tuple(register.meeting for register in within if register.is_open),
        tuple(register.meeting for register in within if register.meeting.state is MeetingState.CANCELLED),
    )


def count_groups(counting: Iterable[Register], by: By) -> tuple[Group, ...]:
    """A tally for each group, with the labels of its latest row."""
    found: dict[GroupKey, Group] = {}
    for register in in_order(counting):
        for key, rows in grouped_rows(register, by).items():
            fresh = _labelled(key, rows)
            found[key] = replace(fresh, tally=found[key].tally + fresh.tally) if key in found else fresh
    return tuple(found.values())


def grouped_rows(register: Register, by: By) -> dict[GroupKey, list[RollRow]]:
    """The rows of a register by the group they belong to."""
    grouped: dict[GroupKey, list[RollRow]] = defaultdict(list)
    for row in register.rows:
        key = GroupKey(register.meeting.board_id, row.standing, key_of(row, by, register=register))
        grouped[key].append(row)
    return grouped


def _labelled(key: GroupKey, rows: list[RollRow]) -> Group:
    first = min(rows, key=lambda row: row.position)
    return Group(
        key,
        tally(rows),
        first.person_id,
        first.person,
        first.seat_id,
        first.seat_title,
        first.organisation_id,
        first.organisation,
        first.sector,
        first.role,
        first.position,
    )


def rows_of(register: Register, standing: Standing) -> Iterator[RollRow]:
    """The rows reported together."""
    return (row for row in register.rows if row.standing is standing)


def organisations_filled(register: Register, standing: Standing) -> dict[str, bool]:
    """Each organisation with an expected seat at the meeting, and whether one of its seats was filled."""
    filled: dict[str, bool] = {}
    for row in rows_of(register, standing):
        if row.is_counted and row.organisation_id:
            filled[row.organisation_id] = filled.get(row.organisation_id, False) or row.mark in FILLED
    return filled


def _meeting_tally(register: Register) -> MeetingTally:
    filled = organisations_filled(register, Standing.MEMBERS)
    return MeetingTally(
        register.meeting,
        tally(rows_of(register, Standing.MEMBERS)),
        tally(rows_of(register, Standing.ADVISERS)),
        Figure(sum(filled.values()), len(filled)),
    )


def count_represented(counting: Iterable[Register]) -> dict[RepresentedKey, Representation]:
    """The meetings each organisation was represented at, over those it had an expected seat at."""
    found: dict[RepresentedKey, Representation] = {}
    for register in counting:
        sectors = {row.organisation_id: row.sector for row in register.rows if row.organisation_id}
        for standing in (Standing.MEMBERS, Standing.ADVISERS):
            for organisation, filled in organisations_filled(register, standing).items():
                key = (register.meeting.board_id, standing, organisation)
                before = found[key].figure if key in found else NO_FIGURE
                found[key] = Representation(sectors[organisation], before + Figure(int(filled), 1))
    return found
