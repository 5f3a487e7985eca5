"""Two missed in a row: who has not been there at the newest meetings running."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.rolls import Letters, Place, RegisterState, Rolls
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.registers.register import ATTENDED, FILLED, VACANT


@dataclass(frozen=True)
class MissedInARow:
    """A person or seat that has missed its last meetings running."""

    group: GroupKey
    name: str
    times: int

    @property
    def sentence(self) -> str:
        """`Ruth Calder has missed the last 2 meetings.`"""
        return f"{self.name} has missed the last {self.times} meetings."


def missed_in_a_row(rolls: Rolls, by: By = By.PERSON, *, at_least: int = 2) -> tuple[MissedInARow, ...]:
    """Who on the newest counted roll has missed so many running; by person a deputy does not help.

    Meetings at which nothing was expected of them neither break nor lengthen the run.
    """
    letters = Letters(rolls, by)
    backwards: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in reversed(rolls.meetings):
        if meeting.register_state is RegisterState.COUNTED:
            backwards[meeting.meeting.board_id].append(meeting.meeting)
    runs = (
        (group, _run(letters, group, backwards[board_id], by))
        for board_id, groups in letters.newest()
        for group in groups
        if group.key
    )
    return tuple(
        MissedInARow(group, _name(letters, group, backwards[group.board_id][0], rolls), times)
        for group, times in runs
        if times >= at_least
    )


def _run(letters: Letters, group: GroupKey, meetings: Iterable[Meeting], by: By) -> int:
    """How many meetings running were missed, from the newest back; not what a predecessor missed."""
    times, holder = 0, ""
    for meeting in meetings:
        expected = [place for place in letters.at(meeting.id, group) if place.is_counted]
        if not expected:
            continue
        holder = holder or _holders(expected)
        if _was_there(expected, by) or _holders(expected) != holder:
            break
        times += 1
    return times


def _holders(places: Iterable[Place]) -> str:
    return " ".join(sorted({place.seat.person_id or VACANT for place in places}))


def _was_there(places: Iterable[Place], by: By) -> bool:
    counting = ATTENDED if by is By.PERSON else FILLED
    return any(place.mark in counting for place in places)


def _name(letters: Letters, group: GroupKey, newest: Meeting, rolls: Rolls) -> str:
    seat = letters.at(newest.id, group)[0].seat
    return rolls.names.people.get(seat.person_id or "", VACANT)
