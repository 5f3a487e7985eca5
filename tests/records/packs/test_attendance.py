"""The pack of an attendance report: the board year so far, and the same figures as everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import board_named
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.attendance import attendance_pack, letter_facts_of
from boarddesk.records.registers.reading import registers
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Standing
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    path = tmp_path_factory.mktemp("sample") / "s.boarddesk"
    make_sample(path, today=TODAY)
    with OfficeFile.open(path, read_only=True) as file:
        yield file


def test_without_days_it_is_the_board_year_so_far(office: OfficeFile) -> None:
    board = board_named(office, "SIB")
    pack = attendance_pack(office, board.id, today=TODAY)
    assert pack.people.first == date(2026, 4, 1) and pack.as_at == TODAY
    assert all(one.meeting.date <= TODAY for one in pack.counting_registers)
    to_come = [one.meeting for one in pack.registers if one.meeting.date > TODAY]
    assert to_come and all(one.state.is_to_come and one.date <= date(2027, 3, 31) for one in to_come)


def test_its_figures_are_those_of_the_attendance_page(office: OfficeFile) -> None:
    board = board_named(office, "SIB")
    first, last = date(2025, 6, 1), date(2026, 5, 31)
    pack = attendance_pack(office, board.id, today=TODAY, first=first, last=last)
    shown = attendance_report(office, By.PERSON, today=TODAY, board_id=board.id, first=first, last=last)
    assert pack.people.total.seat == shown.total.seat
    assert len(pack.counting_registers) == len(shown.trend)


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (date(2026, 5, 1), date(2025, 1, 1), "ends before it begins"),
        (date(2030, 1, 1), None, "begins on 1 January 2030, which is still to come"),
        (date(2030, 1, 1), date(2031, 1, 1), "still to come"),
    ],
)
def test_a_time_nothing_can_be_counted_of_is_refused(
    office: OfficeFile, first: date, last: date | None, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        attendance_pack(office, board_named(office, "SIB").id, today=TODAY, first=first, last=last)


def test_of_somebody_who_was_never_expected_no_letter_is_written(office: OfficeFile) -> None:
    board = board_named(office, "SIB")
    rows = [row for one in registers(office, board.id) if one.counts for row in one.rows]
    observer = next(row for row in rows if row.standing is Standing.NOT_EXPECTED and row.person_id)
    with pytest.raises(Refused, match=f"{observer.person} was expected at no meeting"):
        letter_facts_of(office, board.id, observer.person_id or "", today=TODAY, first=date(2024, 1, 1))
