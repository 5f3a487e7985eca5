"""Registers through a workbook into a new office: every mark and state, the same figures, both ways round."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import add_board, add_organisation, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports.attendance import apply
from boarddesk.records.imports.register_proposals import propose
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.packs.attendance import attendance_pack
from boarddesk.records.people import add_person
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import register, registers
from boarddesk.records.seats import add_membership, add_seat
from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.imports.proposals import Verdict
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark, RollRow

TODAY = date(2026, 12, 31)
HELD_DAYS = [date(2026, month, 9) for month in range(4, 13)]
TO_COME = [date(2027, 1, 12), date(2027, 2, 9)]
PERIOD: Any = {"first": date(2026, 4, 1), "last": date(2027, 3, 31)}
ORGANISATIONS = {
    "Northmoor Council": Sector.EDUCATION,
    "Moor Trust": Sector.HEALTH,
    "Parent Carer Forum": Sector.PARENTS_AND_CARERS,
    "Department": Sector.GOVERNMENT,
}


@dataclass(frozen=True)
class Place:
    """A seat of the drawn board, and who holds it from which meeting on; nobody: it is vacant."""

    title: str
    organisation: str
    role: Role
    holders: tuple[tuple[int, str], ...]
    expected: bool | None = None

    def holder(self, at: int) -> str:
        return [name for first, name in self.holders if first <= at][-1]


@dataclass
class Drawn:
    """A board with its meetings as they were drawn, counted apart from the program."""

    places: list[Place]
    kinds: list[str]
    letters: dict[tuple[int, int], str] = field(default_factory=dict)


HELD, OPEN, GAPS, INQUORATE, CANCELLED, TWICE, NO_REGISTER = (
    "held",
    "held, register open",
    "held, gaps",
    "inquorate",
    "cancelled",
    "cancelled and held again that day",
    "held without a register",
)
COUNTING = (HELD, INQUORATE, TWICE)
WITH_ROLL = (*COUNTING, OPEN, GAPS)
DETAILS = {
    "D": ("Leila Grant", "Omar Quist", ""),
    "A": ("on leave", "deputy not free; rang", "Teams", ""),
    "T": (("", "6"), ("2", "5"), ("14:00", ""), ("", "15:30"), ("", "")),
}
NOTES = ("", "", "Teams", "absent", "came late; left early")


def board_drawn(draw: Random) -> Drawn:
    """A board with a handover, a vacancy, two seats of one title, a person on two seats, and odd roles."""
    turn, gone, back = sorted(draw.sample(range(1, 8), 3))
    places = [
        Place("Independent chair", "", Role.CHAIR, ((0, "Rowan Vale"),)),
        Place("Head of SEND", "Northmoor Council", Role.MEMBER, ((0, "Ines Moor"), (turn, "Ash Lund"))),
        Place(
            "Parent carer",
            "Parent Carer Forum",
            Role.MEMBER,
            ((0, "Kit Fell"), (gone, ""), *(((back, "Jo Bramhall"),) if draw.random() < 0.5 else ())),
        ),
        Place("Parent carer", "Parent Carer Forum", Role.MEMBER, ((0, "Lee Holt"), (turn, "Una Marsh"))),
        Place("Finance lead", "Moor Trust", Role.MEMBER, ((0, "Ines Moor"),)),
        Place("Therapies lead", "Moor Trust", Role.CO_OPTEE, ((0, "Wyn Dale"),)),
        Place("SEND adviser", "Department", Role.ADVISER, ((0, "Sol Hay"),)),
        Place("Inspector", "Department", Role.OBSERVER, ((0, "Nell Ives"),)),
        Place("Young people’s voice", "", Role.OBSERVER, ((0, "Tam Reed"),), expected=True),
        Place("Retired head", "", Role.ADVISER, ((0, "Vic Stone"),), expected=False),
        Place("Clerk", "Northmoor Council", Role.SECRETARY, ((0, "Ada Brook"),)),
    ]
    kinds = [draw.choice([HELD, *WITH_ROLL, CANCELLED, NO_REGISTER]) for _ in HELD_DAYS[:-1]]
    return Drawn(places, [*kinds, HELD])


# Into an office, as a secretary would ---------------------------------------------------------------------


class Office:
    """The drawn board in a file, marked through the doors the window uses."""

    def __init__(self, file: OfficeFile, drawn: Drawn, draw: Random) -> None:
        self.file, self.drawn, self.draw = file, drawn, draw
        self.board_id = add_board(file, "SEND Improvement Board", "SIB")
        self.people: dict[str, str] = {}
        where = {name: add_organisation(file, name, sector=one) for name, one in ORGANISATIONS.items()}
        self.seats = [self._seat(one, where.get(one.organisation)) for one in drawn.places]
        for at, (day, kind) in enumerate(zip(HELD_DAYS, drawn.kinds, strict=True)):
            self._meeting(at, day, kind)
        for day in TO_COME:
            meeting_id = add_meeting(file, self.board_id, day)
            if draw.random() < 0.5:
                attendance.open_register(file, meeting_id, today=TODAY)

    def _person(self, name: str) -> str:
        if name not in self.people:
            self.people[name] = add_person(self.file, name)
        return self.people[name]

    def _seat(self, one: Place, where: str | None) -> str:
        seat_id = add_seat(
            self.file, self.board_id, one.title, role=one.role, organisation_id=where, expected=one.expected
        )
        ends = [*(first for first, _ in one.holders[1:]), None]
        for (first, name), end in zip(one.holders, ends, strict=True):
            if name:
                add_membership(
                    self.file,
                    seat_id,
                    self._person(name),
                    from_date=HELD_DAYS[first] if first else None,
                    to_date=date.fromordinal(HELD_DAYS[end].toordinal() - 1) if end else None,
                )
        return seat_id

    def _meeting(self, at: int, day: date, kind: str) -> None:
        if kind == TWICE:
            first = add_meeting(self.file, self.board_id, day, start_time="10:00")
            set_state(self.file, first, MeetingState.CANCELLED, today=TODAY)
        meeting_id = add_meeting(self.file, self.board_id, day, start_time="14:00")
        if kind == CANCELLED:
            set_state(self.file, meeting_id, MeetingState.CANCELLED, today=TODAY)
            return
        state = MeetingState.INQUORATE if kind == INQUORATE else MeetingState.HELD
        set_state(self.file, meeting_id, state, today=TODAY)
        if kind == NO_REGISTER:
            return
        attendance.open_register(self.file, meeting_id, today=TODAY)
        for row in register(self.file, meeting_id).rows:
            self._mark(at, row, gaps=kind == GAPS)
        if kind in COUNTING:
            attendance.close_register(self.file, meeting_id, today=TODAY)

    def _mark(self, at: int, row: RollRow, *, gaps: bool) -> None:
        place = self.seats.index(row.seat_id)
        if not row.person:
            self.drawn.letters[at, place] = "N"
            return
        letter = self.draw.choice("PVTDAXN" + "." * gaps)
        self.drawn.letters[at, place] = letter
        if letter == ".":
            return
        attendance.mark(self.file, row.id, Mark(letter))
        if letter in DETAILS:
            self._detail(row, letter)
        if note := self.draw.choice(NOTES):
            attendance.set_note(self.file, row.id, note)

    def _detail(self, row: RollRow, letter: str) -> None:
        detail = self.draw.choice(DETAILS[letter])
        if letter == "T":
            attendance.set_part(self.file, row.id, part_from=detail[0], part_to=detail[1])
        elif letter == "A":
            attendance.set_reason(self.file, row.id, str(detail))
        elif detail:
            attendance.name_deputy(self.file, row.id, self._person(str(detail)))


# What must come back --------------------------------------------------------------------------------------


def same_title(title: str) -> str:
    """A seat of a title that another has too comes back with a number."""
    return re.sub(r" \([0-9]\)$", "", title)


def kept(file: OfficeFile) -> list[tuple[object, ...]]:
    """Every meeting with its register, whatever its ids."""
    found = registers(file)
    days = Counter(one.meeting.date for one in found)
    return [
        (
            one.meeting.date,
            one.meeting.start_time if days[one.meeting.date] > 1 else "",
            one.meeting.state,
            one.roll_id is not None,
            one.closed,
            Counter(_row(row) for row in one.rows),
        )
        for one in found
    ]


def _row(row: RollRow) -> tuple[object, ...]:
    about = (row.person, same_title(row.seat_title), row.organisation, row.sector, row.role, row.expected)
    return (
        *about,
        row.counts_for_quorum,
        row.mark,
        row.deputy,
        row.reason,
        row.part_from,
        row.part_to,
        row.note,
    )


def figures(file: OfficeFile, by: By) -> Counter[tuple[object, ...]]:
    """Every row of a grouping with its counts, its representation and its headroom."""
    return Counter(
        (row.standing, same_title(row.name), row.tally, row.representation, row.headroom)
        for row in attendance_report(file, by, today=TODAY, **PERIOD).rows
    )


def counted_apart(drawn: Drawn, by: By) -> Counter[tuple[object, ...]]:
    """Seat, personal and expected of every group, straight from the letters drawn."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for (at, place), letter in drawn.letters.items():
        one = drawn.places[place]
        expected = one.role.expected_by_default if one.expected is None else one.expected
        if drawn.kinds[at] in COUNTING and expected:
            apart = one.role is Role.ADVISER
            groups[(apart, _group(one, by, at, place))].append(letter)
    return Counter(
        (
            apart,
            sum(letter in "PVT" for letter in letters),
            sum(letter in "PVTD" for letter in letters),
            sum(letter in "PVTDAX" for letter in letters),
        )
        for (apart, _), letters in groups.items()
    )


def _group(one: Place, by: By, at: int, place: int) -> object:
    sector = ORGANISATIONS.get(one.organisation, Sector.OTHER)
    keys = {By.SEAT: place, By.ORGANISATION: one.organisation, By.SECTOR: sector, By.ROLE: one.role}
    return {**keys, By.PERSON: one.holder(at), By.MEETING: at}[by]


def reported(file: OfficeFile, by: By) -> Counter[tuple[object, ...]]:
    """The same of the program's rows."""
    rows = attendance_report(file, by, today=TODAY, with_headroom=False, **PERIOD).rows
    return Counter(
        (row.standing == "advisers", row.personal.n, row.seat.n, row.seat.of)
        for row in rows
        if row.standing != "not expected"
    )


GROUPINGS = [By.PERSON, By.SEAT, By.ORGANISATION, By.SECTOR, By.ROLE, By.MEETING]


def take(file: OfficeFile, path: Path) -> None:
    """The workbook into an office that has nothing but the board; what is doubted is ticked too.

    Deputies are drawn without looking who else is there: some of them stand in two places at once.
    """
    board_id = add_board(file, "SEND Improvement Board", "SIB") if not boards(file) else boards(file)[0].id
    found = read_registers(read_tables(path))
    assert found.leftovers == ()
    proposals = propose(file, board_id, found)
    apply(file, board_id, proposals, today=TODAY, accepted={one.key for one in proposals.proposals})


def office_drawn(file: OfficeFile, seed: int) -> tuple[Drawn, str]:
    """An office with the board of that number, and the board's id."""
    draw = Random(seed)
    drawn = board_drawn(draw)
    with file.change("Draw an office"):
        board_id = Office(file, drawn, draw).board_id
    return drawn, board_id


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_random_registers_come_back_from_a_workbook_as_they_were(
    tmp_path: Path, seed: int, *, turned: bool
) -> None:
    path = tmp_path / "register.xlsx"
    with OfficeFile.create(tmp_path / "one.boarddesk") as one:
        drawn, board_id = office_drawn(one, seed)
        path.write_bytes(workbook(attendance_pack(one, board_id, today=TODAY, **PERIOD), turned=turned))
        there, expected = kept(one), {by: figures(one, by) for by in GROUPINGS}
        assert {by: reported(one, by) for by in GROUPINGS} == {
            by: counted_apart(drawn, by) for by in GROUPINGS
        }
    with OfficeFile.create(tmp_path / "other.boarddesk") as other:
        take(other, path)
        assert kept(other) == there
        for by in GROUPINGS:
            assert figures(other, by) == expected[by], by
            assert reported(other, by) == counted_apart(drawn, by), by


@pytest.mark.parametrize("seed", range(4))
def test_a_workbook_read_into_the_office_it_is_from_changes_nothing(tmp_path: Path, seed: int) -> None:
    with OfficeFile.create(tmp_path / "one.boarddesk") as file:
        _, board_id = office_drawn(file, seed)
        path = tmp_path / "register.xlsx"
        path.write_bytes(workbook(attendance_pack(file, board_id, today=TODAY, **PERIOD)))
        proposals = propose(file, board_id, read_registers(read_tables(path)))
        assert [one for one in proposals.proposals if one.verdict is not Verdict.SAME] == []


@pytest.mark.parametrize("turned", [False, True])
def test_a_published_copy_is_read_as_the_letters_it_holds(tmp_path: Path, *, turned: bool) -> None:
    path = tmp_path / "published.xlsx"
    with OfficeFile.create(tmp_path / "one.boarddesk") as file:
        _, board_id = office_drawn(file, 3)
        pack = attendance_pack(file, board_id, today=TODAY, percentages=False, **PERIOD)
        path.write_bytes(workbook(pack, turned=turned))
        on_sheets = {row.who for one in registers(file) if one.counts for row in one.rows if row.expected}
    found = read_registers(read_tables(path))
    assert {member.name or "Vacant" for member in found.members} == on_sheets
    assert {(mark.deputy, mark.reason, mark.note) for one in found.meetings for mark in one.marks} == {
        ("", "", "")
    }
