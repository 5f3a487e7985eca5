"""Registers read back: meetings with their stored rolls, marks and guests, many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from boarddesk.records.boards import boards, organisations
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import GONE, meeting_from
from boarddesk.records.people import people
from boarddesk.records.reading import gathered
from boarddesk.records.seats import seats
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.meetings.meeting import Meeting, board_year
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import roll
from boarddesk.rules.registers.quorum import Answer, Reply
from boarddesk.rules.registers.register import MARK_LABELS, Guest, Mark, Register, RollRow
from boarddesk.rules.wording import one_line

_WANTED = """
FROM meeting m JOIN board b ON b.id = m.board_id LEFT JOIN roll r ON r.meeting_id = m.id
WHERE (:board IS NULL OR m.board_id = :board) AND (:meeting IS NULL OR m.id = :meeting)
  AND (:first IS NULL OR m.date >= :first) AND (:last IS NULL OR m.date <= :last)
  AND (NOT :pending OR coalesce(r.state, '') <> 'closed' OR m.state IN ('planned', 'agenda issued'))
"""

_MEETINGS = f"""
SELECT m.*, b.short_name AS board, r.id AS roll_id, r.state AS roll_state, r.closed_on {_WANTED}
ORDER BY m.date, m.start_time, m.id
"""

_ROWS = f"""
WITH wanted AS MATERIALIZED (SELECT r.id AS roll_id {_WANTED} AND r.id IS NOT NULL)
SELECT w.roll_id, rr.id, rr.seat_id, rr.seat_title, rr.person_id, p.name AS person, rr.organisation_id,
       o.name AS organisation, o.sector, rr.role, rr.expected, rr.counts_for_quorum, rr.position,
       a.mark, l.label AS own_label, a.deputy_id, d.name AS deputy, a.reason, a.part_from, a.part_to, a.note
FROM wanted w JOIN roll_row rr ON rr.roll_id = w.roll_id LEFT JOIN attendance_mark a ON a.row_id = rr.id
LEFT JOIN mark_label l ON l.mark = a.mark
LEFT JOIN person p ON p.id = rr.person_id LEFT JOIN person d ON d.id = a.deputy_id
LEFT JOIN organisation o ON o.id = rr.organisation_id
WHERE :key IS NULL OR {{column}} = :key
ORDER BY rr.roll_id, rr.position, rr.id
"""

_GUESTS = f"""
SELECT r.id AS roll_id, g.* FROM guest g JOIN (SELECT r.id {_WANTED}) AS r ON r.id = g.roll_id
ORDER BY g.position, g.id
"""

_COLUMNS = {
    By.SEAT: "rr.seat_id",
    By.PERSON: "coalesce(rr.person_id, '')",
    By.ORGANISATION: "coalesce(rr.organisation_id, '')",
    By.SECTOR: f"coalesce(o.sector, '{Sector.OTHER}')",
    By.ROLE: "rr.role",
}
"""Where the key of a grouping stands, as the rules have it."""

_MARKS = {mark.value: mark for mark in Mark}
_ROLES = {role.value: role for role in Role}
_SECTORS = {sector.value: sector for sector in Sector}


def registers(
    file: OfficeFile,
    board_id: str | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    only: tuple[By, str] | None = None,
) -> tuple[Register, ...]:
    """Every meeting between two days with its register, by date; those never opened have no rows.

    With `only`, a grouping and a key of it, no other rows are read: the sum behind one figure needs no more.
    """
    if only is not None and only[0] is By.MEETING:
        return _read(file, board=board_id, meeting=only[1], first=first, last=last)
    return _read(file, board=board_id, first=first, last=last, only=only)


def register(file: OfficeFile, meeting_id: str) -> Register:
    """One meeting with its register; refused when it is no longer there."""
    found = find_register(file, meeting_id)
    if found is None:
        raise Refused(GONE)
    return found


def find_register(file: OfficeFile, meeting_id: str) -> Register | None:
    """The same; None when the meeting is no longer there."""
    return next(iter(_read(file, meeting=meeting_id)), None)


def year_registers(
    file: OfficeFile, board_id: str | None, day: date, *, pending: bool = False
) -> tuple[Register, ...]:
    """The registers of the board year a day falls in, of one board or each in its own year.

    A meeting still without a register carries the roll as it would be: headroom and forecasts count on it.
    With `pending`, those closed are not read: they are counted elsewhere.
    """
    found: list[Register] = []
    for board in boards(file):
        if board_id in (None, board.id):
            first, last = board_year(day, board.year_start)
            found += _read(file, board=board.id, first=first, last=last, pending=pending)
    return with_expected_rolls(file, found)


def with_expected_rolls(file: OfficeFile, found: Iterable[Register]) -> tuple[Register, ...]:
    """The same registers, with the roll as it would be where none is stored yet."""
    given = tuple(found)
    if all(each.roll_id is not None for each in given):
        return given
    likely = _LikelyRolls(file)
    return tuple(
        each if each.roll_id is not None else replace(each, rows=likely.on(each.meeting)) for each in given
    )


class _LikelyRolls:
    """Rolls as they would be; between two changes of a board's membership it is the very same one."""

    def __init__(self, file: OfficeFile) -> None:
        self._people = {person.id: person for person in people(file)}
        self._organisations = {organisation.id: organisation for organisation in organisations(file)}
        self._seats = gathered((seat.board_id, seat) for seat in seats(file))
        self._made: dict[tuple[tuple[str, str | None], ...], tuple[RollRow, ...]] = {}

    def on(self, meeting: Meeting) -> tuple[RollRow, ...]:
        """The roll of a board on the day of a meeting."""
        there = [seat for seat in self._seats[meeting.board_id] if seat.exists_on(meeting.date)]
        held = tuple((seat.id, seat.holder_on(meeting.date)) for seat in there)
        if held not in self._made:
            self._made[held] = roll(
                there, meeting.date, people=self._people, organisations=self._organisations
            )
        return self._made[held]


def replies(file: OfficeFile, meeting_id: str) -> tuple[Reply, ...]:
    """What members answered before the meeting."""
    rows = file.rows(
        "SELECT q.*, p.name AS deputy FROM meeting_reply q LEFT JOIN person p ON p.id = q.deputy_id"
        " WHERE q.meeting_id = ? ORDER BY q.id",
        (meeting_id,),
    )
    return tuple(
        Reply(row["seat_id"], Answer(row["answer"]), row["deputy_id"], row["deputy"] or "", row["reason"])
        for row in rows
    )


def mark_labels(file: OfficeFile) -> dict[Mark, str]:
    """The words for marks: the office's own, and the usual ones for the rest."""
    own = {_MARKS[row["mark"]]: row["label"] for row in file.rows("SELECT mark, label FROM mark_label")}
    return {**MARK_LABELS, **own}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(
    file: OfficeFile,
    *,
    board: str | None = None,
    meeting: str | None = None,
    first: date | None = None,
    last: date | None = None,
    pending: bool = False,
    only: tuple[By, str] | None = None,
) -> tuple[Register, ...]:
    days = {"first": _iso(first), "last": _iso(last)}
    wanted = {"board": board, "meeting": meeting, "pending": pending, **days}
    by, key = only or (By.SEAT, None)
    found = file.rows(_ROWS.format(column=_COLUMNS[by]), {**wanted, "key": key})
    rows = gathered((row["roll_id"], _roll_row(row)) for row in found)
    guests = gathered((row["roll_id"], _guest(row)) for row in file.rows(_GUESTS, wanted))
    return tuple(
        Register(
            meeting_from(row),
            row["board"],
            row["roll_id"],
            row["roll_state"] == "closed",
            rows[row["roll_id"]],
            guests[row["roll_id"]],
            date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        )
        for row in file.rows(_MEETINGS, wanted)
    )


def _roll_row(row: Row) -> RollRow:
    return RollRow(
        row["id"],
        row["seat_id"],
        row["seat_title"],
        row["person_id"],
        one_line(row["person"] or ""),
        row["organisation_id"],
        one_line(row["organisation"] or ""),
        _SECTORS.get(row["sector"], Sector.OTHER),
        _ROLES[row["role"]],
        bool(row["expected"]),
        bool(row["counts_for_quorum"]),
        _MARKS.get(row["mark"]),
        row["deputy_id"],
        one_line(row["deputy"] or ""),
        row["reason"] or "",
        row["part_from"] or "",
        row["part_to"] or "",
        row["note"] or "",
        row["position"],
        row["own_label"] or "",
    )


def _guest(row: Row) -> Guest:
    return Guest(
        row["id"],
        row["name"],
        row["organisation"],
        row["purpose"],
        row["person_id"],
        row["arrived"],
        row["departed"],
    )
