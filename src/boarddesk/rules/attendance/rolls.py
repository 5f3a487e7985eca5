"""Meetings with their rolls side by side: counted, narrowed, and looked up letter by letter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from boarddesk.rules.attendance.count import (
    NO_LETTER,
    Names,
    RollSeat,
    RollShape,
    SameRolls,
    count_rolls,
)
from boarddesk.rules.attendance.groups import AttendanceCount, By, GroupKey
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark

_MARKS = {**{mark.value: mark for mark in Mark}, NO_LETTER: None}


class RegisterState(StrEnum):
    """What became of a meeting's register, in the words shown."""

    COUNTED = "register closed, counted"
    OPEN = "register open, left out"
    CANCELLED = "cancelled, left out"
    TO_COME = "still to come"


@dataclass(frozen=True)
class MeetingRecord:
    """A meeting and what became of its register."""

    meeting: Meeting
    register_state: RegisterState


class Place(NamedTuple):
    """One seat at one meeting with its mark; None is not recorded."""

    seat: RollSeat
    mark: Mark | None

    @property
    def is_counted(self) -> bool:
        """Whether it adds to what was expected, at a meeting that counts."""
        return self.seat.expected and self.mark is not Mark.NOT_REQUIRED


@dataclass(frozen=True)
class Rolls:
    """Every meeting of a stretch of time, by date, with its roll where one is stored."""

    meetings: tuple[MeetingRecord, ...]
    counted: tuple[SameRolls, ...]
    open: tuple[SameRolls, ...]
    names: Names

    def count(self, by: By) -> AttendanceCount:
        """Everything an attendance table is assembled from."""
        return count_rolls(
            self.counted,
            by,
            self.names,
            open_registers=self._meetings(RegisterState.OPEN),
            cancelled=self._meetings(RegisterState.CANCELLED),
        )

    def _meetings(self, state: RegisterState) -> tuple[Meeting, ...]:
        return tuple(meeting.meeting for meeting in self.meetings if meeting.register_state is state)

    def missing(self) -> dict[str, int]:
        """How many are not recorded yet on each open register, by meeting."""
        return {
            meeting.id: letters.count(NO_LETTER)
            for rolls in self.open
            for meeting, letters in zip(rolls.meetings, rolls.marks, strict=True)
        }

    def only(self, *, roles: Collection[Role] = (), sectors: Collection[Sector] = ()) -> Rolls:
        """The same with seats of these roles and sectors alone; none named keeps all."""
        if not roles and not sectors:
            return self

        def keeps(seat: RollSeat) -> bool:
            of_role = not roles or seat.role in roles
            return of_role and (not sectors or self.names.sector(seat) in sectors)

        counted, still_open = (
            tuple(
                _narrowed(roll, [at for at, seat in enumerate(roll.seats) if keeps(seat)]) for roll in rolls
            )
            for rolls in (self.counted, self.open)
        )
        return replace(self, counted=counted, open=still_open)


def _narrowed(rolls: SameRolls, kept: list[int]) -> SameRolls:
    shape = RollShape(tuple(rolls.seats[at] for at in kept))
    marks = tuple("".join([letters[at] for at in kept]) for letters in rolls.marks)
    return replace(rolls, shape=shape, marks=marks)


class Letters:
    """The marks of any group at any meeting, found without reading anything again."""

    def __init__(self, rolls: Rolls, by: By) -> None:
        self._rolls, self._by = rolls, by
        self._where = {
            meeting.id: (roll, at)
            for roll in (*rolls.counted, *rolls.open)
            for at, meeting in enumerate(roll.meetings)
        }

    def at(self, meeting_id: str, group: GroupKey) -> tuple[Place, ...]:
        """The seats of a group at a meeting with their marks, in roll order."""
        found = self._where.get(meeting_id)
        if found is None:
            return ()
        roll, at = found
        letters = roll.marks[at]
        return tuple(
            Place(roll.seats[place], _MARKS[letters[place]]) for place in self._of(roll).get(group, ())
        )

    def _of(self, rolls: SameRolls) -> Mapping[GroupKey, list[int]]:
        return rolls.shape.places(self._by, rolls.board_id, self._rolls.names)

    @cached_property
    def only_open(self) -> dict[GroupKey, RollSeat]:
        """Groups that stand on open registers alone, each with a seat to name it by."""
        counted = {group for rolls in self._rolls.counted for group in self._of(rolls)}
        found = {
            group: rolls.seats[places[0]]
            for rolls in self._rolls.open
            for group, places in self._of(rolls).items()
        }
        return {group: seat for group, seat in found.items() if group not in counted}

    def newest(self) -> Iterator[tuple[str, tuple[GroupKey, ...]]]:
        """Each board with the groups of its newest counted roll."""
        last: dict[str, tuple[Meeting, SameRolls]] = {}
        for rolls in self._rolls.counted:
            newest = max(rolls.meetings, key=lambda meeting: (meeting.date, meeting.start_time, meeting.id))
            before = last.get(rolls.board_id)
            if before is None or before[0].date < newest.date:
                last[rolls.board_id] = (newest, rolls)
        for board_id, (_, roll) in last.items():
            yield board_id, tuple(self._of(roll))
