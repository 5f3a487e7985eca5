"""Counting many registers at once: rolls of the same rows stand side by side, a string of letters each.

A board's roll changes a few times a year, so ten years are a handful of different rolls; column by column,
marks are counted without looking at each.  Gives what counting registers one by one gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from boarddesk.rules.attendance import FILLED, Mark, Standing, standing_of
from boarddesk.rules.attendance_counted import (
    By,
    Counted,
    Group,
    GroupKey,
    MeetingTally,
    Represented,
    RepresentedKey,
)
from boarddesk.rules.attendance_figures import COLUMN, NO_FIGURE, Figure, Tally
from boarddesk.rules.meetings import Meeting
from boarddesk.rules.people import Organisation, Role, Sector

NO_LETTER = "."
"""Stands where nothing is recorded."""

_LETTERS = tuple((mark.value if mark else NO_LETTER, column) for mark, column in COLUMN.items())
_FILLED = frozenset(mark.value for mark in FILLED)
_NOT_REQUIRED = frozenset({Mark.NOT_REQUIRED.value})


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
class SameRolls:
    """Registers of one board with the same rows, by date: a string a meeting, a letter a row."""

    board_id: str
    seats: tuple[RollSeat, ...]
    meetings: tuple[Meeting, ...]
    marks: tuple[str, ...]

    def columns(self) -> list[str]:
        """The letters of each row, a letter a meeting."""
        return ["".join(letters) for letters in zip(*self.marks, strict=True)]


@dataclass(frozen=True)
class Names:
    """What people are called, and organisations with their sectors."""

    people: Mapping[str, str]
    organisations: Mapping[str, Organisation]

    def sector(self, seat: RollSeat) -> Sector:
        """The sector of the seat's organisation."""
        organisation = self.organisations.get(seat.organisation_id or "")
        return organisation.sector if organisation else Sector.OTHER


def count_rolls(
    rolls: Iterable[SameRolls],
    by: By,
    names: Names,
    *,
    open_registers: tuple[Meeting, ...] = (),
    cancelled: tuple[Meeting, ...] = (),
) -> Counted:
    """Everything an attendance table is assembled from."""
    known = tuple(rolls)
    meetings: list[MeetingTally] = []
    represented: dict[RepresentedKey, Represented] = {}
    for one in known:
        presences = _presences(one)
        meetings += _meeting_tallies(one, presences)
        for presence in presences:
            _add_represented(represented, one.board_id, presence, names)
    meetings.sort(key=lambda one: _when(one.meeting))
    groups = group_rolls(known, by, names)
    return Counted(by, groups, tuple(meetings), represented, open_registers, cancelled)


def _when(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.date, meeting.start_time, meeting.id)


def _tally(letters: str, *, meetings: int) -> Tally:
    return Tally(**{column: letters.count(letter) for letter, column in _LETTERS}, meetings=meetings)


# Groups ----------------------------------------------------------------------------------------------------


class _Newest(NamedTuple):
    """Which roll a group's labels come from."""

    when: tuple[object, ...]
    seat: RollSeat


def group_rolls(rolls: Iterable[SameRolls], by: By, names: Names) -> tuple[Group, ...]:
    """A tally for each group, with the labels of its newest row."""
    tallies: dict[GroupKey, Tally] = {}
    newest: dict[GroupKey, _Newest] = {}
    for one in rolls:
        for key, tally, latest in _groups(one, by, names):
            tallies[key] = tallies[key] + tally if key in tallies else tally
            if key not in newest or newest[key].when < latest.when:
                newest[key] = latest
    return tuple(_group(key, tally, newest[key].seat, names) for key, tally in tallies.items())


def _groups(rolls: SameRolls, by: By, names: Names) -> Iterator[tuple[GroupKey, Tally, _Newest]]:
    if by is By.MEETING:
        yield from _groups_by_meeting(rolls)
        return
    columns = rolls.columns()
    for key, places in places_of(rolls, by, names).items():
        letters = "" if key.standing is Standing.NOT_EXPECTED else "".join(columns[at] for at in places)
        seat = min((rolls.seats[at] for at in places), key=lambda seat: seat.position)
        yield key, _tally(letters, meetings=len(rolls.meetings)), _Newest(_when(rolls.meetings[-1]), seat)


def _groups_by_meeting(rolls: SameRolls) -> Iterator[tuple[GroupKey, Tally, _Newest]]:
    for standing, places in _by_standing(rolls).items():
        seat = min((rolls.seats[at] for at in places), key=lambda seat: seat.position)
        for meeting, marks in zip(rolls.meetings, rolls.marks, strict=True):
            letters = "" if standing is Standing.NOT_EXPECTED else "".join([marks[at] for at in places])
            key = GroupKey(rolls.board_id, standing, meeting.id)
            yield key, _tally(letters, meetings=1), _Newest(_when(meeting), seat)


_KEYS: dict[By, Callable[[RollSeat, SameRolls, Names], str]] = {
    By.PERSON: lambda seat, _, names: seat.person_id or "",
    By.SEAT: lambda seat, _, names: seat.seat_id,
    By.ORGANISATION: lambda seat, _, names: seat.organisation_id or "",
    By.SECTOR: lambda seat, _, names: names.sector(seat).value,
    By.ROLE: lambda seat, _, names: seat.role.value,
    By.BOARD: lambda _, rolls, names: rolls.board_id,
}


def places_of(rolls: SameRolls, by: By, names: Names) -> dict[GroupKey, list[int]]:
    """Which rows of a roll belong to each group; any grouping but by meeting."""
    key_of = _KEYS[by]
    found: dict[GroupKey, list[int]] = defaultdict(list)
    for at, seat in enumerate(rolls.seats):
        found[GroupKey(rolls.board_id, seat.standing, key_of(seat, rolls, names))].append(at)
    return found


def _by_standing(rolls: SameRolls) -> dict[Standing, list[int]]:
    found: dict[Standing, list[int]] = defaultdict(list)
    for at, seat in enumerate(rolls.seats):
        found[seat.standing].append(at)
    return found


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


@dataclass(frozen=True)
class _Presence:
    """One organisation's expected seats: at which meetings any was wanted, and at which any was filled."""

    organisation_id: str
    standing: Standing
    wanted: tuple[bool, ...]
    filled: tuple[bool, ...]


def _presences(rolls: SameRolls) -> list[_Presence]:
    columns = rolls.columns()
    places: dict[tuple[str, Standing], list[int]] = defaultdict(list)
    for at, seat in enumerate(rolls.seats):
        if seat.expected and seat.organisation_id:
            places[seat.organisation_id, seat.standing].append(at)
    return [
        _presence(organisation, standing, [columns[at] for at in seats])
        for (organisation, standing), seats in places.items()
    ]


def _presence(organisation_id: str, standing: Standing, columns: Sequence[str]) -> _Presence:
    at_meetings = list(zip(*columns, strict=True))
    return _Presence(
        organisation_id,
        standing,
        tuple(not _NOT_REQUIRED.issuperset(letters) for letters in at_meetings),
        tuple(not _FILLED.isdisjoint(letters) for letters in at_meetings),
    )


def _meeting_tallies(rolls: SameRolls, presences: Iterable[_Presence]) -> Iterator[MeetingTally]:
    places = _by_standing(rolls)
    members, advisers = places.get(Standing.MEMBERS, []), places.get(Standing.ADVISERS, [])
    represented = _represented_at(presences, meetings=len(rolls.meetings))
    for at, (meeting, marks) in enumerate(zip(rolls.meetings, rolls.marks, strict=True)):
        yield MeetingTally(
            meeting,
            _tally("".join([marks[place] for place in members]), meetings=1),
            _tally("".join([marks[place] for place in advisers]), meetings=1),
            represented[at],
        )


def _represented_at(presences: Iterable[_Presence], *, meetings: int) -> list[Figure]:
    """At each meeting, the members' organisations that were represented."""
    of_members = [one for one in presences if one.standing is Standing.MEMBERS]
    if not of_members:
        return [NO_FIGURE] * meetings
    filled = zip(*(one.filled for one in of_members), strict=True)
    wanted = zip(*(one.wanted for one in of_members), strict=True)
    return [Figure(sum(n), sum(of)) for n, of in zip(filled, wanted, strict=True)]


def _add_represented(
    found: dict[RepresentedKey, Represented], board_id: str, one: _Presence, names: Names
) -> None:
    wanted = sum(one.wanted)
    if wanted:
        key = (board_id, one.standing, one.organisation_id)
        before = found.get(key, Represented(names.organisations[one.organisation_id].sector, NO_FIGURE))
        found[key] = before._replace(figure=before.figure + Figure(sum(one.filled), wanted))
