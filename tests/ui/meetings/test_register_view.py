"""The register is taken by keyboard alone, one letter a row, and every key can be taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.records import attendance, boards, meetings, people, registers, seats
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.attendance import Mark, Register
from boarddesk.rules.refused import Refused
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.guest_dialog import GuestDialog
from boarddesk.ui.meetings.mark_dialog import MarkDialog
from boarddesk.ui.meetings.register_rows import LETTERS
from boarddesk.ui.meetings.register_view import RegisterView
from boarddesk.ui.meetings.row_dialogs import AddRowDialog, CorrectRowDialog
from boarddesk.ui.page import Office
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets import paint

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


def test_a_letter_is_pressed_with_the_mouse_too(desk: Desk, qtbot: QtBot) -> None:
    view = desk.view.table.view
    column = [one.key for one in desk.view.table.model.columns].index("mark")
    boxes = paint.key_boxes(QRectF(view.visualRect(desk.view.table.model.index(2, column))), 7)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=boxes[LETTERS.index("X")].center().toPoint()
    )
    assert desk.marks[2] is Mark.ABSENT


def test_f2_writes_a_note_and_enter_opens_the_row(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "a")
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Up)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_F2)
    dialog = desk.view.findChildren(MarkDialog)[-1]
    assert dialog.focusWidget() is dialog.note
    qtbot.keyClicks(dialog.note, "rang at noon")
    dialog.try_accept()
    assert desk.register.rows[0].note == "rang at noon"
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Return)
    opened = desk.view.findChildren(MarkDialog)[-1]
    assert opened.focusWidget() is opened.mark
    opened.reject()


def test_f2_on_a_deputy_starts_there_and_takes_a_name_nobody_knows_yet(desk: Desk, qtbot: QtBot) -> None:
    row = desk.register.rows[0]
    attendance.mark(desk.file, row.id, Mark.DEPUTY)
    desk.view.show_register(desk.register)
    desk.view.table.choose(row.id)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_F2)
    dialog = desk.view.findChildren(MarkDialog)[-1]
    assert dialog.focusWidget() is dialog.deputy
    dialog.deputy.choose("new")
    dialog.deputy.picked.emit("new")
    assert dialog.fields["new_deputy"].isVisibleTo(dialog)
    dialog.try_accept()
    assert dialog.fields["new_deputy"].refused() == "Give the name of the deputy."
    dialog.new_deputy.line.setText("Zadie Quill")
    dialog.try_accept()
    assert desk.register.rows[0].deputy == "Zadie Quill"
    desk.file.undo()
    assert desk.register.rows[0].deputy == ""


def _deputy_typed(desk: Desk, name: str) -> MarkDialog:
    row = desk.register.rows[0]
    desk.view.open_row(row.id, Mark.DEPUTY)
    dialog = desk.view.findChildren(MarkDialog)[-1]
    dialog.deputy.choose("new")
    dialog.new_deputy.line.setText(name)
    return dialog


def test_a_deputy_like_somebody_known_is_offered_as_that_person_first(desk: Desk) -> None:
    frost = people.add_person(desk.file, "Edward Frost")
    dialog = _deputy_typed(desk, "Ed Frost")
    assert "the first name is a short form" in dialog.new_deputy.told.text()
    before = len(people.people(desk.file))
    dialog.try_accept()
    assert (
        dialog.fields["new_deputy"].refused() == "Is it Edward Frost? If not, mark once more to add Ed Frost."
    )
    dialog.new_deputy.links[0].click()
    dialog.try_accept()
    assert desk.register.rows[0].deputy_id == frost
    assert len(people.people(desk.file)) == before
    assert people.person(desk.file, frost).aliases == ("Ed Frost",)


def test_a_deputy_like_somebody_known_can_still_be_somebody_new(desk: Desk) -> None:
    people.add_person(desk.file, "Edward Frost")
    dialog = _deputy_typed(desk, "Ed Frost")
    dialog.try_accept()
    dialog.try_accept()
    assert desk.register.rows[0].deputy == "Ed Frost"


def test_a_member_who_is_there_is_not_added_again_as_a_deputy(desk: Desk) -> None:
    there = desk.register.rows[1]
    attendance.mark(desk.file, there.id, Mark.PRESENT)
    before = len(people.people(desk.file))
    dialog = _deputy_typed(desk, there.person)
    dialog.try_accept()
    assert "is marked as there in their own seat" in dialog.fields["deputy"].refused()
    assert len(people.people(desk.file)) == before
    dialog.reject()


def test_a_guest_with_the_name_of_a_member_is_said_and_let_be(desk: Desk) -> None:
    name = desk.register.rows[1].person
    dialog = GuestDialog(desk.view, desk.file, desk.register.meeting.id)
    dialog.name.line.setText(name)
    assert dialog.name.told.text().startswith(f"{name} has a seat on this register")
    assert dialog.name.line.accessibleDescription() == dialog.name.told.text()
    dialog.try_accept()
    assert [guest.name for guest in desk.register.guests] == [name]
    dialog.deleteLater()


def test_whoever_leaves_early_is_away_from_then_on(desk: Desk) -> None:
    attendance.mark_everyone_present(desk.file, desk.meeting)
    for row in desk.register.rows[:4]:
        attendance.set_part(desk.file, row.id, part_to="5")
    desk.view.show_register(desk.register)
    said = [one.accessibleName() for one in desk.view.panel.findChildren(QLabel)]
    assert any(one.startswith("At the start: Quorate: 6 of 6") for one in said)
    assert any(one.startswith("After item 5: Not quorate: 2 of 6") for one in said)


def test_a_row_is_corrected_on_this_register_alone(desk: Desk) -> None:
    newcomer = people.add_person(desk.file, "Former Member")
    desk.view.table.choose_first()
    desk.view.correct_row()
    dialog = desk.view.findChildren(CorrectRowDialog)[-1]
    dialog.person.choose(newcomer)
    dialog.expected.choose("no")
    dialog.try_accept()
    row = desk.register.rows[0]
    assert (row.person, row.expected) == ("Former Member", False)
    assert seats.seat(desk.file, row.seat_id).holder_on(DAY) != newcomer
    assert desk.file.undo() == "Correct row of Person00 Vale"


def test_a_row_is_taken_off_and_put_back_with_a_former_member(desk: Desk) -> None:
    gone, former = desk.register.rows[5], people.add_person(desk.file, "Former Member")
    desk.view.table.choose(gone.id)
    desk.view.remove_row()
    assert len(desk.register.rows) == 5
    desk.view.add_row()
    dialog = desk.view.findChildren(AddRowDialog)[-1]
    assert dialog.seat.count() == 1, "only the seat that is missing is offered"
    dialog.person.choose(former)
    dialog.try_accept()
    assert desk.register.rows[-1].person == "Former Member"
    assert [desk.file.undo(), desk.file.undo()] == [
        "Add Seat 5 to register",
        "Take Person05 Vale off register",
    ]
    assert [row.id for row in desk.register.rows][-1] == gone.id


def test_a_closed_register_offers_nothing_to_put_right(desk: Desk) -> None:
    attendance.mark_everyone_present(desk.file, desk.meeting)
    attendance.close_register(desk.file, desk.meeting, today=DAY)
    desk.view.show_register(desk.register)
    assert not any(action.isEnabled() for action in desk.view.rows_put_right)
    desk.view.remove_row()
    assert len(desk.register.rows) == 6


def test_without_room_the_quorum_stands_above_the_rows_and_opens_when_asked(desk: Desk) -> None:
    desk.view.resize(700, 600)
    QApplication.processEvents()
    assert desk.view.verdict.isVisible()
    assert "present" in desk.view.verdict.text()
    assert not desk.view.panel.isVisible()
    desk.view.verdict.click()
    assert desk.view.panel.isVisible()
    assert desk.view.leave_panel()
    assert not desk.view.panel.isVisible()


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
