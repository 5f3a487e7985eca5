"""The register is taken by keyboard alone, one letter a row, and every key can be taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.records import attendance, boards, meetings, people, registers, seats
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.attendance import Mark, Register
from boarddesk.rules.refused import Refused
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.register_view import RegisterView
from boarddesk.ui.page import Office
from boarddesk.ui.settings import Settings

DAY = date(2026, 5, 12)


class Desk:
    """A board of so many seats, its meeting's register open in the view."""

    def __init__(self, qtbot: QtBot, folder: Path, seated: int) -> None:
        self.file = BoardFile.create(folder / "office.boarddesk")
        self.bus = ChangeBus(self.file)
        board = boards.add_board(self.file, "Improvement Board", "SIB", quorum=str(seated // 2))
        for number in range(seated):
            seat = seats.add_seat(self.file, board, f"Seat {number}")
            seats.appoint(self.file, seat, people.add_person(self.file, f"Person{number:02} Vale"))
        self.meeting = meetings.add_meeting(self.file, board, DAY)
        attendance.open_register(self.file, self.meeting, today=DAY)
        office = Office(self.file, board, DAY, self.bus, Settings(folder / "window.json"))
        self.view = RegisterView(lambda: office)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 700)
        self.view.show_register(self.register)
        self.view.show()
        self.view.table.view.setFocus()

    @property
    def register(self) -> Register:
        return registers.register(self.file, self.meeting)

    @property
    def marks(self) -> list[Mark | None]:
        return [row.mark for row in self.register.rows]

    def close(self) -> None:
        self.bus.close()
        self.file.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, 6)
    yield made
    made.close()


def test_a_letter_marks_the_row_and_moves_down(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "pva")
    assert desk.marks == [Mark.PRESENT, Mark.REMOTE, Mark.APOLOGIES, None, None, None]


def test_delete_clears_a_mark(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "p")
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Up)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Delete)
    assert desk.marks == [None] * 6


def test_a_letter_that_is_no_mark_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.file.commit_number
    qtbot.keyClicks(desk.view.table.view, "zq1")
    assert desk.file.commit_number == before


def test_everyone_present_then_one_exception(desk: Desk, qtbot: QtBot) -> None:
    desk.view.everyone.click()
    qtbot.keyClicks(desk.view.table.view, "x")
    assert desk.marks == [Mark.ABSENT] + [Mark.PRESENT] * 5
    assert "all recorded" in desk.view.count.text()


def test_each_key_is_undone_by_name(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "p")
    assert desk.file.undo_label == "Mark Person00 Vale"
    desk.file.undo()
    assert desk.marks == [None] * 6


def test_the_quorum_answers_at_each_key(desk: Desk, qtbot: QtBot) -> None:
    said = []
    for _ in range(3):
        qtbot.keyClicks(desk.view.table.view, "p")
        said.append(desk.view.panel.accessibleName())
    assert "Not quorate yet" in said[1]
    assert "Quorate: 3 of 6" in said[2]


def test_d_offers_the_named_deputy_and_enter_takes_the_first(desk: Desk, qtbot: QtBot) -> None:
    row = desk.register.rows[0]
    leila = people.add_person(desk.file, "Leila Marsh")
    seats.set_deputies(desk.file, row.seat_id, [leila])
    qtbot.keyClicks(desk.view.table.view, "d")
    menu = desk.view.findChildren(QMenu)[-1]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.register.rows[0].deputy == "Leila Marsh"
    assert desk.register.rows[0].mark is Mark.DEPUTY


def test_a_seat_without_a_named_deputy_is_marked_d_at_once(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "d")
    assert desk.marks[0] is Mark.DEPUTY


def test_a_closed_register_takes_no_letter(desk: Desk, qtbot: QtBot) -> None:
    desk.view.everyone.click()
    attendance.close_register(desk.file, desk.meeting, today=DAY)
    desk.view.show_register(desk.register)
    with qtbot.captureExceptions() as raised:
        qtbot.keyClicks(desk.view.table.view, "x")
    assert [kind for kind, *_ in raised] == [Refused]
    assert desk.marks == [Mark.PRESENT] * 6


def test_showing_a_register_writes_nothing(desk: Desk) -> None:
    before = desk.file.commit_number
    desk.view.show_register(desk.register)
    assert desk.file.commit_number == before


def test_a_screen_reader_hears_the_mark_in_words(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "v")
    column = [one.key for one in desk.view.table.model.columns].index("mark")
    assert desk.view.table.model.spoken(0, column) == "Mark: present remotely"


def test_every_control_has_a_name(desk: Desk) -> None:
    assert unnamed(desk.view) == []


def test_a_register_of_forty_takes_under_two_minutes_of_key_presses(qtbot: QtBot, tmp_path: Path) -> None:
    """One key for each person and none between; the program answers each in far less than a person needs."""
    desk = Desk(qtbot, tmp_path, 40)
    letters = "ppvpappxptpn" * 4
    started = time.monotonic()
    qtbot.keyClicks(desk.view.table.view, letters[:40])
    took = time.monotonic() - started
    assert None not in desk.marks
    assert took / 40 < 1.5, f"{took / 40:.2f} s a key leaves too little of three seconds to the person"
    desk.close()
