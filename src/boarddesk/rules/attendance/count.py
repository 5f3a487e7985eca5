"""Counting many registers at once: rolls of the same rows stand side by side, a string of letters each.

A board's roll changes a few times a year, so ten years are a handful of different rolls; column by column,
marks are counted without looking at each.  Gives what counting registers one by one gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from boarddesk.rules.attendance.figures import COLUMN, Figure, Tally
from boarddesk.rules.attendance.groups import (
    AttendanceCount,
    By,
    Group,
    GroupKey,
    MeetingTally,
    Representation,
    RepresentedKey,
)
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Organisation, Role, Sector
from boarddesk.rules.registers.register import FILLED, Mark, Standing, standing_of

NO_LETTER = "."
"""Stands where nothing is recorded."""

_LETTERS = {mark.value if mark else NO_LETTER: column for mark, column in COLUMN.items()}
_FILLED = str.maketrans(dict.fromkeys(_LETTERS, "0") | {mark.value: "1" for mark in FILLED})
_WANTED = str.maketrans(dict.fromkeys(_LETTERS, "1") | {Mark.NOT_REQUIRED.value: "0"})


class RollSeat(NamedTuple):
    """A row as several rolls have it, without the mark."""

    seat_id: str
    seat_title: str
    person_id: str | None
    organisation_id: str | None
    role: Role
    expected: bool
    position: int

    @property
    def standing(self) -> Standing:
        """With whom the row is reported."""
        return standing_of(self.role, expected=self.expected)


@dataclass(frozen=True)
class RollShape:
    """The rows that several rolls have; they repeat, so what is worked out of them is remembered."""

    seats: tuple[RollSeat, ...]

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.seats)

    @cached_property
    def standings(self) -> Mapping[Standing, list[int]]:
        """Which rows are reported together."""
        found: dict[Standing, list[int]] = defaultdict(list)
        for at, seat in enumerate(self.seats):
            found[seat.standing].append(at)
        return dict(found)

    def places(self, by: By, board_id: str, names: Names) -> Mapping[GroupKey, list[int]]:
        """Which rows belong to each group, in roll order; any grouping but by meeting."""
        if by is By.SECTOR:  # not remembered: an organisation may be given another sector
            return self._grouped(board_id, [names.sector(seat).value for seat in self.seats])
        if (by, board_id) not in self._places:
            keys = [board_id if by is By.BOARD else _KEYS[by](seat) for seat in self.seats]
            self._places[by, board_id] = self._grouped(board_id, keys)
        return self._places[by, board_id]

    @cached_property
    def _places(self) -> dict[tuple[By, str], Mapping[GroupKey, list[int]]]:
        return {}

    def _grouped(self, board_id: str, keys: Sequence[str]) -> Mapping[GroupKey, list[int]]:
        found: dict[GroupKey, list[int]] = defaultdict(list)
        for standing, places in self.standings.items():
            for at in places:
                found[GroupKey(board_id, standing, keys[at])].append(at)
        return dict(found)

    def first_of(self, places: Iterable[int]) -> RollSeat:
        """The row that stands first among some."""
        return min((self.seats[at] for at in places), key=attrgetter("position"))


@dataclass(frozen=True)
class SameRolls:
    """Registers of one board with the same rows, by date: a string a meeting, a letter a row."""

    board_id: str
    shape: RollShape
    meetings: tuple[Meeting, ...]
    marks: tuple[str, ...]

    @property
    def seats(self) -> tuple[RollSeat, ...]:
        """The rows, in roll order."""
        return self.shape.seats

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The letters of each row, a letter a meeting."""
        return tuple("".join(letters) for letters in zip(*self.marks, strict=True))

    @cached_property
    def newest(self) -> tuple[object, ...]:
        """When its last meeting was, to be compared with others."""
        return _when(self.meetings[-1])


@dataclass(frozen=True)
class Names:
    """What people are called, and organisations with their sectors."""

    people: Mapping[str, str]
    organisations: Mapping[str, Organisation]

    def sector(self, seat: RollSeat) -> Sector:
        """The sector of the seat's organisation."""
        organisation = self.organisations.get(seat.organisation_id or "")
        return organisation.sector if organisation else Sector.OTHER


_KEYS: dict[By, Callable[[RollSeat], str]] = {
    By.PERSON: lambda seat: seat.person_id or "",
    By.SEAT: lambda seat: seat.seat_id,
    By.ORGANISATION: lambda seat: seat.organisation_id or "",
    By.ROLE: lambda seat: seat.role.value,
}


def count_rolls(
    rolls: Iterable[SameRolls],
    by: By,
    names: Names,
    *,
    open_registers: tuple[Meeting, ...] = (),
    cancelled: tuple[Meeting, ...] = (),
) -> AttendanceCount:
    """Everything an attendance table is assembled from."""
    known = tuple(rolls)
    meetings: list[MeetingTally] = []
    represented: dict[RepresentedKey, list[_Presence]] = defaultdict(list)
    for roll in known:
        presences = _presences(roll.shape, roll.marks)
        meetings += _meeting_tallies(roll, presences)
        for presence in presences:
            if presence.wanted:
                represented[roll.board_id, presence.standing, presence.organisation_id].append(presence)
    meetings.sort(key=lambda tally: _when(tally.meeting))
    return AttendanceCount(
        by,
        group_rolls(known, by, names),
        tuple(meetings),
        {key: _represented(found, names) for key, found in represented.items()},
        open_registers,
        cancelled,
    )


def _when(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.date, meeting.start_time, meeting.id)


@lru_cache(maxsize=32768)
def _tally(letters: str, meetings: int) -> Tally:
    return Tally(**{column: letters.count(letter) for letter, column in _LETTERS.items()}, meetings=meetings)


# Groups ----------------------------------------------------------------------------------------------------


@dataclass
class _GroupRolls:
    """One group over several rolls: the letters of its rows, and where it stands on the newest roll."""

    rolls: SameRolls
    places: list[int]
    letters: list[str]
    meetings: int = 0

    def add(self, rolls: SameRolls, places: list[int], *, counts: bool) -> None:
        self.meetings += len(rolls.meetings)
        if counts:
            self.letters += [rolls.columns[at] for at in places]
        if self.rolls.newest < rolls.newest:
            self.rolls, self.places = rolls, places

    def group(self, key: GroupKey, names: Names) -> Group:
        tally = _tally("".join(self.letters), self.meetings)
        return _group(key, tally, self.rolls.shape.first_of(self.places), names)


def group_rolls(rolls: Iterable[SameRolls], by: By, names: Names) -> tuple[Group, ...]:
    """A tally for each group, with the labels of its newest row."""
    if by is By.MEETING:
        return tuple(group for roll in rolls for group in _groups_by_meeting(roll, names))
    found: dict[GroupKey, _GroupRolls] = {}
    for roll in rolls:
        for key, places in roll.shape.places(by, roll.board_id, names).items():
            if key not in found:
                found[key] = _GroupRolls(roll, places, [])
            found[key].add(roll, places, counts=key.standing is not Standing.NOT_EXPECTED)
    return tuple(gathered.group(key, names) for key, gathered in found.items())


def _groups_by_meeting(rolls: SameRolls, names: Names) -> Iterator[Group]:
    for standing, places in rolls.shape.standings.items():
        seat = rolls.shape.first_of(places)
        counts = standing is not Standing.NOT_EXPECTED
        tallies = _tallies(rolls.shape, rolls.marks, standing if counts else None)
        for meeting, tally in zip(rolls.meetings, tallies, strict=True):
            yield _group(GroupKey(rolls.board_id, standing, meeting.id), tally, seat, names)


def _group(key: GroupKey, tally: Tally, seat: RollSeat, names: Names) -> Group:
    organisation = names.organisations.get(seat.organisation_id or "")
    return Group(
        key,
        tally,
        seat.person_id,
        names.people.get(seat.person_id or "", ""),
        seat.seat_id,
        seat.seat_title,
        seat.organisation_id,
        organisation.name if organisation else "",
        names.sector(seat),
        seat.role,
        seat.position,
    )


# Meetings and organisations --------------------------------------------------------------------------------


class _Presence(NamedTuple):
    """One organisation's expected seats, a bit a meeting: where any was wanted, and where any was filled."""

    organisation_id: str
    standing: Standing
    wanted: int
    filled: int


@lru_cache(maxsize=4096)
def _presences(shape: RollShape, marks: tuple[str, ...]) -> tuple[_Presence, ...]:
    columns = ["".join(letters) for letters in zip(*marks, strict=True)]
    places: dict[tuple[str, Standing], list[int]] = defaultdict(list)
    for standing, of_standing in shape.standings.items():
        for at in of_standing:
            organisation = shape.seats[at].organisation_id
            if organisation and standing is not Standing.NOT_EXPECTED:
                places[organisation, standing].append(at)
    return tuple(
        _presence(organisation, standing, [columns[at] for at in seats])
        for (organisation, standing), seats in places.items()
    )


def _presence(organisation_id: str, standing: Standing, columns: Iterable[str]) -> _Presence:
    wanted = filled = 0
    for letters in columns:
        wanted |= int(letters.translate(_WANTED), 2)
        filled |= int(letters.translate(_FILLED), 2)
    return _Presence(organisation_id, standing, wanted, filled)


def _meeting_tallies(rolls: SameRolls, presences: Iterable[_Presence]) -> Iterator[MeetingTally]:
    members = _tallies(rolls.shape, rolls.marks, Standing.MEMBERS)
    advisers = _tallies(rolls.shape, rolls.marks, Standing.ADVISERS)
    represented = _represented_at(presences, meetings=len(rolls.meetings))
    return map(MeetingTally, rolls.meetings, members, advisers, represented)


@lru_cache(maxsize=4096)
def _tallies(shape: RollShape, marks: tuple[str, ...], standing: Standing | None) -> tuple[Tally, ...]:
    """The marks of rows reported together, counted at each meeting."""
    places = shape.standings.get(standing, []) if standing else []
    return tuple(_tally("".join([letters[at] for at in places]), 1) for letters in marks)


def _represented_at(presences: Iterable[_Presence], *, meetings: int) -> list[Figure]:
    """At each meeting, the members' organisations that were represented."""
    of_members = [presence for presence in presences if presence.standing is Standing.MEMBERS]
    filled = _bits_at([presence.filled for presence in of_members], meetings=meetings)
    wanted = _bits_at([presence.wanted for presence in of_members], meetings=meetings)
    return [Figure(n, of) for n, of in zip(filled, wanted, strict=True)]


def _bits_at(numbers: Iterable[int], *, meetings: int) -> list[int]:
    """How many of the numbers have the bit of each meeting."""
    written = [f"{number:0{meetings}b}" for number in numbers]
    return [bits.count("1") for bits in zip(*written, strict=True)] if written else [0] * meetings


def _represented(presences: list[_Presence], names: Names) -> Representation:
    filled = sum(presence.filled.bit_count() for presence in presences)
    wanted = sum(presence.wanted.bit_count() for presence in presences)
    return Representation(names.organisations[presences[0].organisation_id].sector, Figure(filled, wanted))
