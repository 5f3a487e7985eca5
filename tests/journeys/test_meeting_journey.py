"""The whole life of a meeting by keyboard alone: every step is taken back by name and made again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_register_journey import Keyboard, meetings_page
from tests.ui.finding import attendance_of, button
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made

from boarddesk.records import boards, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.sample.office import make_sample
from boarddesk.ui import background
from boarddesk.ui.look import theme
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import EVERY_MINUTE, MainWindow

MORNING = datetime(2026, 5, 28, 10, 42)
FIRST_PLANNED, HELD_ON = date(2026, 6, 2), date(2026, 6, 4)


@pytest.fixture
def moments() -> list[datetime]:
    """What the clock showed; the last one is now, for everybody who looks at it."""
    return [MORNING]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, moments: list[datetime], tmp_path: Path) -> Iterator[MainWindow]:
    """The sample office in the window, its improvement board chosen."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: moments[-1])
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    with background.at_once():
        made.open_path(make_sample(tmp_path / "sample.boarddesk", today=MORNING.date()))
        assert made.desk is not None
        made.desk.pick_board(boards.board_named(made.desk.session.file, "SIB").id)
        all_pages_made(qtbot, made)
        yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


Office = tuple[object, ...]
"""What is kept, to be compared."""


class Secretary:
    """Presses keys and looks at what is kept after each."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.keys = Keyboard(qtbot, window)
        assert window.desk is not None
        self.desk, self._qtbot, self._window = window.desk, qtbot, window
        self.file: OfficeFile = window.desk.session.file
        self.keys.press(Qt.Key.Key_2, control=True)
        self.page = meetings_page(window)
        self._before = self.kept()

    def kept(self) -> Office:
        """Every meeting with its register and its replies."""
        known = meetings.meetings(self.file)
        return (
            known,
            registers.registers(self.file),
            tuple(registers.replies(self.file, one.id) for one in known),
        )

    def asks_for(self, words: str) -> None:
        """An action by name, in the search box."""
        self.keys.press(Qt.Key.Key_K, control=True)
        self.keys.type(words)
        self.keys.press(Qt.Key.Key_Return)

    def says(self, words: str) -> None:
        """Words into the field with the focus, then Ctrl+Enter."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        self.keys.type(words)
        self.keys.press(Qt.Key.Key_Return, control=True)
        self._window.activateWindow()  # a desktop does this by itself when a dialog closes
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is self._window)

    def goes_to(self, meeting_id: str) -> None:
        """From the list into a meeting."""
        ids = [row.id for row in self.page.table.rows_shown()]
        for _ in range(2 * len(ids)):
            here = self.page.table.chosen_id()
            if here == meeting_id:
                break
            down = ids.index(here) < ids.index(meeting_id)
            self.keys.press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self.keys.press(Qt.Key.Key_Return)

    def lets_a_minute_pass(self) -> None:
        """The window looks at the clock each minute, however long a journey takes."""
        every_minute = [one for one in self._window.findChildren(QTimer) if one.interval() == EVERY_MINUTE]
        every_minute[0].timeout.emit()

    def has_done(self, action: str) -> None:
        """One step of that name: taken back it leaves nothing, made again it is whole; the focus is seen."""
        after = self.kept()
        assert after != self._before, f"{action} changed nothing"
        for key, kept in ((Qt.Key.Key_Z, self._before), (Qt.Key.Key_Y, after)):
            assert key is Qt.Key.Key_Y or self.file.undo_label == action
            self.keys.press(key, control=True)
            assert self.kept() == kept
            focus = QApplication.focusWidget()
            assert focus is not None
            assert focus.isVisible()
        self._before = after


def test_a_meeting_is_made_answered_moved_cancelled_reinstated_held_and_found_inquorate_by_keys_alone(
    window: MainWindow, qtbot: QtBot, moments: list[datetime]
) -> None:
    secretary = Secretary(qtbot, window)
    keys, page, file = secretary.keys, secretary.page, secretary.file

    keys.press(Qt.Key.Key_N, control=True)
    secretary.says(f"{FIRST_PLANNED:%d %b %Y}")
    meeting_id = page.workspace.meeting_id
    secretary.has_done("Add meeting of SIB")
    assert page.header.title() == "Meetings", "gone for a moment, so back in the list"
    secretary.goes_to(meeting_id)

    keys.press(Qt.Key.Key_PageDown, control=True)
    keys.type("a")
    seat = registers.replies(file, meeting_id)[0].seat_id
    secretary.has_done(file.undo_label or "")

    secretary.asks_for("move meeting")
    secretary.says(f"{HELD_ON:%d %b %Y}")
    assert not registers.replies(file, meeting_id), "given for another day"
    secretary.has_done("Move meeting")

    secretary.asks_for("change meeting")
    secretary.says("14:00")
    assert meetings.meeting(file, meeting_id).start_time == "14:00"
    secretary.has_done("Change meeting")

    secretary.asks_for("cancel meeting")
    secretary.says("Snow on the roads")
    assert meetings.meeting(file, meeting_id).cancelled_why == "Snow on the roads"
    secretary.has_done("Cancel meeting")
    keys.tab_to(button(page.workspace, "Reinstate meeting"))
    keys.press(Qt.Key.Key_Return)
    secretary.has_done("Reinstate meeting")

    moments.append(datetime.combine(HELD_ON, MORNING.time()))
    secretary.lets_a_minute_pass()
    assert secretary.desk.session.today == HELD_ON
    keys.tab_to(page.next)
    keys.press(Qt.Key.Key_Return)
    assert next(row for row in registers.register(file, meeting_id).rows if row.seat_id == seat).mark is None
    secretary.has_done("Open register")

    keys.tab_to(page.next)
    keys.press(Qt.Key.Key_Return)
    secretary.has_done("Mark as held")

    table = attendance_of(page).register.table
    keys.tab_to(table.view)
    for row in registers.register(file, meeting_id).not_recorded:
        while table.chosen_id() != row.id:
            keys.press(Qt.Key.Key_Down)
        keys.type("x")
        secretary.has_done(f"Mark {row.person}")
    keys.tab_to(page.next)
    keys.press(Qt.Key.Key_Return)
    secretary.has_done("Close register")

    keys.tab_to(button(attendance_of(page).quorum, "Mark as inquorate"))
    keys.press(Qt.Key.Key_Return)
    assert meetings.meeting(file, meeting_id).state is MeetingState.INQUORATE
    secretary.has_done("Mark as inquorate")
    assert registers.register(file, meeting_id).counts


def test_a_meeting_made_by_mistake_is_removed_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    secretary = Secretary(qtbot, window)
    keys, page = secretary.keys, secretary.page
    keys.press(Qt.Key.Key_N, control=True)
    secretary.says(f"{FIRST_PLANNED:%d %b %Y}")
    secretary.has_done("Add meeting of SIB")
    made = next(one for one in meetings.meetings(secretary.file) if one.date == FIRST_PLANNED)
    secretary.goes_to(made.id)
    secretary.asks_for("remove meeting")
    secretary.has_done("Remove meeting")
    assert page.header.title() == "Meetings"
    assert not [one for one in meetings.meetings(secretary.file) if one.id == made.id]
