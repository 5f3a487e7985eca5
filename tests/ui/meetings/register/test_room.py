"""The register over the whole screen: everything of the page that a meeting needs, and a way out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.records.offices import mark_rest
from tests.ui.finding import attendance_of
from tests.ui.office_for_tests import keepers

from boarddesk.records import boards, meetings, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.ui import background
from boarddesk.ui.help_window import HelpWindow
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.register.room import Room
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.main_window import MainWindow

LEFT_OPEN, TO_COME, CLOSED = date(2026, 5, 12), date(2026, 6, 9), date(2026, 4, 14)
NOON = datetime(2026, 6, 9, 12)
CTRL = Qt.KeyboardModifier.ControlModifier


class Meeting:
    """A window with one meeting open, and the room over it once it is entered."""

    def __init__(self, window: MainWindow, day: date) -> None:
        self.window = window
        assert window.desk is not None
        self.file: OfficeFile = window.desk.session.file
        board = boards.board_named(self.file, "SIB")
        window.desk.pick_board(board.id)
        self.id = next(one.id for one in meetings.meetings(self.file, board.id) if one.date == day)
        window.desk.show_page("meetings")
        page = window.page()
        assert isinstance(page, MeetingsPage)
        self.page = page
        page.open_record("meeting", self.id)

    def enter(self) -> Room:
        self.page.open_room()
        QApplication.processEvents()
        assert self.page.room is not None
        self.page.room.activateWindow()
        self.page.room.focus_first()
        QApplication.processEvents()
        return self.page.room

    @property
    def register(self) -> Register:
        return registers.register(self.file, self.id)


@pytest.fixture
def meeting_of(qtbot: QtBot, sample_path: Path, tmp_path: Path) -> Iterator[Callable[[date], Meeting]]:
    path = Path(shutil.copy(sample_path, tmp_path / "Northmoor.boarddesk"))
    window = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: NOON)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    with background.at_once():
        window.open_path(path)
        yield lambda day: Meeting(window, day)
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_letters_mark_escape_leaves_and_the_page_shows_what_was_marked(
    meeting_of: Callable[[date], Meeting], qtbot: QtBot
) -> None:
    meeting = meeting_of(LEFT_OPEN)
    room = meeting.enter()
    missing = meeting.register.not_recorded[0]
    room.register.table.choose(missing.id)
    qtbot.keyClicks(room.register.table.view, "x")
    assert missing not in meeting.register.not_recorded
    qtbot.keyClick(room.register.table.view, Qt.Key.Key_Escape)
    assert meeting.page.room is None
    assert attendance_of(meeting.page).register._row(missing.id).mark is Mark.ABSENT


def test_undo_redo_and_the_guide_answer_their_keys(
    meeting_of: Callable[[date], Meeting], qtbot: QtBot
) -> None:
    meeting = meeting_of(LEFT_OPEN)
    room = meeting.enter()
    missing = meeting.register.not_recorded[0]
    room.register.table.choose(missing.id)
    qtbot.keyClicks(room.register.table.view, "a")
    assert room.undo.accessibleName() == f"Undo mark {missing.person}"
    qtbot.keyClick(room, Qt.Key.Key_Z, CTRL)
    assert missing in meeting.register.not_recorded
    assert room.register._row(missing.id).mark is None, "the room shows what was taken back"
    qtbot.keyClick(room, Qt.Key.Key_Y, CTRL)
    assert missing not in meeting.register.not_recorded
    qtbot.keyClick(room, Qt.Key.Key_F1)
    guide = room.findChild(HelpWindow)
    assert guide.isVisible()
    assert "register" in guide.text()
    guide.close()
    room.accept()


def test_what_is_changed_in_the_window_shows_in_the_room(meeting_of: Callable[[date], Meeting]) -> None:
    meeting = meeting_of(LEFT_OPEN)
    room = meeting.enter()
    row = meeting.register.rows[0]
    people.update_person(meeting.file, str(row.person_id), name="Renamed Elsewhere")
    assert room.register._row(row.id).person == "Renamed Elsewhere"
    room.accept()
    people.update_person(meeting.file, str(row.person_id), name="Renamed Again")


def test_the_register_can_be_opened_where_it_is_not_yet(
    meeting_of: Callable[[date], Meeting], qtbot: QtBot
) -> None:
    meeting = meeting_of(TO_COME)
    room = meeting.enter()
    assert not room.register.isVisible()
    assert not room.close_button.isVisible()
    assert room.focusWidget() is room.open_button
    qtbot.keyClick(room.open_button, Qt.Key.Key_Space)
    assert meeting.register.rows
    assert room.register.table.view.hasFocus()
    qtbot.keyClick(room, Qt.Key.Key_Z, CTRL)
    assert room.open_button.isVisible(), "the register taken back is offered again"
    room.accept()


def test_why_something_is_refused_is_said_in_the_room(meeting_of: Callable[[date], Meeting]) -> None:
    meeting = meeting_of(LEFT_OPEN)
    room = meeting.enter()
    meeting.window.tell("Not recorded yet: Ann Hale.", "Give each a mark.")
    assert [one.title() for one in room.findChildren(Banner)] == ["Not recorded yet: Ann Hale."]
    assert not meeting.page.notices.count()
    room.accept()


def test_the_register_is_closed_reopened_and_closed_again_in_the_room(
    meeting_of: Callable[[date], Meeting],
) -> None:
    meeting = meeting_of(LEFT_OPEN)
    room = meeting.enter()
    mark_rest(meeting.file, meeting.id, Mark.PRESENT)
    room.close_button.click()
    assert meeting.register.counts
    assert room.close_button.accessibleName() == "Reopen register"
    room.close_button.click()
    assert not meeting.register.closed
    room.close_button.click()
    dialog = room.findChild(FormDialog, "correction")
    dialog.try_accept()
    assert meeting.register.counts
    room.accept()


def test_a_meeting_that_is_cancelled_or_gone_leaves_no_room(meeting_of: Callable[[date], Meeting]) -> None:
    meeting = meeting_of(TO_COME)
    meeting.enter()
    meetings.set_state(meeting.file, meeting.id, MeetingState.CANCELLED, today=NOON.date())
    assert meeting.page.room is None
