"""The pack of an attendance report: the board year so far, and the same figures as everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from boarddesk.records import attendance
from boarddesk.records.attendance_packs import attendance_pack
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import board_named
from boarddesk.rules.attendance_counted import By
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    path = tmp_path_factory.mktemp("sample") / "s.boarddesk"
    make_sample(path, today=TODAY)
    with BoardFile.open(path, read_only=True) as file:
        yield file


def test_without_days_it_is_the_board_year_so_far(office: BoardFile) -> None:
    board = board_named(office, "SIB")
    pack = attendance_pack(office, board.id, today=TODAY)
    assert pack.people.first == date(2026, 4, 1) and pack.as_at == TODAY
    assert all(one.meeting.date <= TODAY for one in pack.registers)


def test_its_figures_are_those_of_the_attendance_page(office: BoardFile) -> None:
    board = board_named(office, "SIB")
    first, last = date(2025, 6, 1), date(2026, 5, 31)
    pack = attendance_pack(office, board.id, today=TODAY, first=first, last=last)
    shown = attendance.report(office, By.PERSON, today=TODAY, board_id=board.id, first=first, last=last)
    assert pack.people.total.seat == shown.total.seat
    assert len(pack.counted) == len(shown.trend)
