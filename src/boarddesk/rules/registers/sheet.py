"""The lines of a register over several meetings: one for each person in each seat, as a sheet shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from boarddesk.rules.names.spellings import name_parts
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Register, RollRow

SHEET = "As recorded"
"""The sheet's name: what its workbook says elsewhere repeats it in letters and figures."""

NOT_RECORDED, NOT_ON_ROLL = "not recorded", "not on the roll"
TO_COME = "to come"
"""In the column of a meeting without a register: who is on its roll as it would be."""

CANCELLED, INQUORATE, HELD = "cancelled", "inquorate", "held"
REGISTER_OPEN, PLANNED_OPEN = "register open", "planned, register open"

EXPECTED, NOT_EXPECTED = "expected", "not expected"
FOR_QUORUM, NOT_FOR_QUORUM = "counts for quorum", "not for quorum"
"""What stands after a role where the seat is not as usual for it."""

ANOTHER = "another of that name"
"""Likewise, where the person is not the one whose name stands further up: `member, another of that name`."""

LineKey = tuple[str, str | None, str | None, Role, bool, bool]
"""Seat, person and organisation, and what the seat was: another role is another line."""


@dataclass(frozen=True)
class Line:
    """A line with its row at each meeting, by the meeting's id; the title is the seat's as it stood last.

    `namesake` counts other people of the name further up.
    """

    latest: RollRow
    rows: dict[str, RollRow]
    title: str
    namesake: int = 0

    @property
    def role(self) -> str:
        """The role, and what of the seat is not as usual for it: `observer, expected`."""
        row = self.latest
        words = [row.role.value]
        if row.expected is not row.role.expected_by_default:
            words.append(EXPECTED if row.expected else NOT_EXPECTED)
        if row.counts_for_quorum is not row.role.counts_for_quorum_by_default:
            words.append(FOR_QUORUM if row.counts_for_quorum else NOT_FOR_QUORUM)
        if self.namesake:
            words.append(ANOTHER if self.namesake == 1 else f"{ANOTHER} ({self.namesake + 1})")
        return ", ".join(words)

    def at(self, register: Register) -> RollRow | None:
        """The row at one meeting; None where the line was not on that roll."""
        return self.rows.get(register.meeting.id)


def line_key(row: RollRow) -> LineKey:
    """What makes two rows of different meetings one line."""
    return (
        row.seat_id,
        row.person_id,
        row.organisation_id,
        row.role,
        row.expected,
        row.counts_for_quorum,
    )


def lines(registers: Iterable[Register], wanted: Callable[[RollRow], bool] = lambda _: True) -> list[Line]:
    """Everybody who was ever on a roll, in roll order of the newest; a vacant seat is a line too."""
    found: dict[LineKey, Line] = {}
    titles: dict[str, str] = {}
    for register in reversed(list(registers)):
        for row in sorted(filter(wanted, register.rows), key=lambda row: row.position):
            title = titles.setdefault(row.seat_id, row.seat_title)
            line = found.setdefault(line_key(row), Line(row, {}, title))
            line.rows.setdefault(register.meeting.id, row)
    return _told_apart(list(found.values()))


def _told_apart(found: list[Line]) -> list[Line]:
    """Seats of one title are numbered, `Head teacher (2)`: it is seen whose seat is handed to whom.

    People of one name are counted too, so that two never become one where the sheet is read in.
    """
    seats: dict[tuple[str, str], list[str]] = {}
    for line in found:
        same = seats.setdefault((line.title.casefold(), line.latest.organisation), [])
        if line.latest.seat_id not in same:
            same.append(line.latest.seat_id)
    people: dict[str, list[str]] = {}
    for line in found:
        row = line.latest
        same = people.setdefault(name_parts(row.person).key, [])
        if row.person_id and row.person_id not in same:
            same.append(row.person_id)
    return [replace(line, title=_numbered(line, seats), namesake=_namesake(line, people)) for line in found]


def _namesake(line: Line, people: dict[str, list[str]]) -> int:
    row = line.latest
    return people[name_parts(row.person).key].index(row.person_id) if row.person_id else 0


def _numbered(line: Line, seats: dict[tuple[str, str], list[str]]) -> str:
    same = seats[(line.title.casefold(), line.latest.organisation)]
    place = same.index(line.latest.seat_id) + 1
    return line.title if place == 1 else f"{line.title} ({place})"
