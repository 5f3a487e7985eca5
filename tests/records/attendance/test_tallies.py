"""Counting in the tables gives what counting registers one by one gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from tests.rules.rolls import year_headrooms

from boarddesk.records.attendance.headroom import year_headroom
from boarddesk.records.attendance.report import report as attendance_between
from boarddesk.records.attendance.tallies import count_attendance
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers.reading import registers, year_registers
from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.groups import AttendanceCount, By, count
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark

TODAY = date(2026, 6, 1)


def random_office(file: OfficeFile, seed: int) -> None:
    """Two boards with shared people, second seats, vacancies, every role, mark and state, changing rolls."""
    random = Random(seed)
    with file.change("Make an office") as change:
        organisations = [
            change.insert("organisation", name=f"Org {number}", sector=random.choice(list(Sector)))
            for number in range(5)
        ]
        people = [change.insert("person", name=f"Person {number}") for number in range(12)]
        for number in range(2):
            board = change.insert("board", name=f"Board {number}", short_name=f"B{number}", position=number)
            seats = [
                change.insert("seat", board_id=board, title=f"Seat {place}", position=place)
                for place in range(9)
            ]
            for month in range(24):
                state = random.choice([*MeetingState, MeetingState.HELD, MeetingState.HELD])
                day = date(2024, 7, 9) + timedelta(days=30 * month)
                meeting = change.insert("meeting", board_id=board, number=month + 1, date=day, state=state)
                if random.random() < 0.9:
                    closed = random.choice(["closed", "closed", "closed", "open"])
                    roll = change.insert("roll", meeting_id=meeting, state=closed, opened_on=day)
                    for place, seat in enumerate(seats):
                        if random.random() < 0.9 and month != 5:  # in the sixth month the roll is empty
                            role = random.choice([*Role, Role.MEMBER, Role.MEMBER])
                            row = change.insert(
                                "roll_row",
                                roll_id=roll,
                                seat_id=seat,
                                person_id=random.choice([None, *people]),
                                seat_title=f"Seat {place} of {month}",
                                organisation_id=random.choice([None, *organisations]),
                                role=role,
                                expected=role.expected_by_default,
                                counts_for_quorum=True,
                                position=place,
                            )
                            letter = random.choice([None, *Mark])
                            if letter:
                                change.insert("attendance_mark", row_id=row, mark=letter)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path_factory.mktemp("tallies") / "office.boarddesk") as file:
        random_office(file, 7)
        yield file


def comparable(found: AttendanceCount) -> AttendanceCount:
    """Groups and organisations come in no order: the table puts them in one."""
    groups = sorted(found.groups, key=lambda one: one.group)
    return replace(found, groups=tuple(groups), represented=dict(sorted(found.represented.items())))


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (date(2025, 1, 1), date(2025, 12, 31)), (date(2030, 1, 1), None)]
)
def test_the_tables_count_what_the_rules_count(
    office: OfficeFile, by: By, first: date | None, last: date | None
) -> None:
    from_tables = count_attendance(office, by, first=first, last=last)
    from_registers = count(registers(office), by, first=first, last=last)
    assert comparable(from_tables) == comparable(from_registers)


@pytest.mark.parametrize("by", By)
def test_one_board_is_counted_alone(office: OfficeFile, by: By) -> None:
    second = boards(office)[1]
    from_tables = count_attendance(office, by, board_id=second.id)
    assert comparable(from_tables) == comparable(count(registers(office, second.id), by))
    assert from_tables.groups


@pytest.mark.parametrize("by", By)
def test_the_table_is_the_same_whichever_way_it_was_counted(office: OfficeFile, by: By) -> None:
    known = boards(office)
    from_registers = attendance_report(count(registers(office), by), known)
    from_tables = attendance_between(office, by, today=TODAY, with_headroom=False)
    assert from_tables == from_registers
    assert from_tables.total.seat.of > 50


def test_looking_back_counts_what_stood_then(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        random_office(file, 3)
        then, number = attendance_between(file, By.SEAT, today=TODAY), file.commit_number
        with file.change("Take every mark away") as change:
            for row in file.rows("SELECT id FROM attendance_mark"):
                change.delete("attendance_mark", row["id"])
        assert attendance_between(file, By.SEAT, today=TODAY) != then
        with file.as_of(number) as past:
            assert attendance_between(past, By.SEAT, today=TODAY) == then


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("by", [By.PERSON, By.SEAT, By.ORGANISATION])
def test_headroom_is_that_of_the_registers_of_the_year(tmp_path: Path, seed: int, by: By) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        random_office(file, seed)
        known = boards(file)
        assert year_headroom(file, by, known, TODAY) == year_headrooms(
            year_registers(file, None, TODAY), known, by
        )
