"""A register taken by keyboard alone, counted, printed, and taken back after a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import is_zipfile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.office_for_tests import keepers

from boarddesk.records import boards, meetings, registers
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.attendance import Register
from boarddesk.sample.office import make_sample
from boarddesk.ui import background, theme
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.settings import Settings

MORNING = datetime(2026, 5, 28, 10, 42)
HELD = date(2026, 5, 12)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("journey") / "sample.boarddesk", today=MORNING.date())


@pytest.fixture
def office(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "Northmoor.boarddesk"))


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], MainWindow]]:
    """Starts the program on a file; what is still open at the end is closed."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)
    windows: list[MainWindow] = []

    def start(path: Path) -> MainWindow:
        window = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        window.open_path(path)
        assert window.desk is not None
        window.desk.pick_board(boards.board_named(window.desk.office.file, "SIB").id)
        qtbot.waitUntil(lambda: window.page() is not None)
        qtbot.wait(50)
        windows.append(window)
        return window

    with background.at_once():
        yield start
    for window in windows:
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def register_of(window: MainWindow) -> Register:
    assert window.desk is not None
    return stored(window.desk.office.file)


def stored(file: BoardFile) -> Register:
    board = boards.board_named(file, "SIB")
    found = next(one for one in meetings.meetings(file, board.id) if one.date == HELD)
    return registers.register(file, found.id)


class Keyboard:
    """Nothing but keys, sent to whatever has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    def _there(self) -> QWidget:
        found = QApplication.focusWidget() or self._window.focusWidget()
        return found or self._window

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        shortcut = control and QApplication.activeModalWidget() is None
        self._qtbot.keyClick(self._window if shortcut else self._there(), key, held)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self._there(), words)
        QApplication.processEvents()

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(120):
            if self._there() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reaches {wanted.accessibleName()!r}")

    def say_path(self, path: Path) -> None:
        """The system's own dialog: its name field has the focus."""
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()
        )
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        self._qtbot.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()


def meetings_page(window: MainWindow) -> MeetingsPage:
    page = window.page()
    assert isinstance(page, MeetingsPage)
    return page


def attendance_page(window: MainWindow) -> AttendancePage:
    page = window.page()
    assert isinstance(page, AttendancePage)
    return page


def test_a_register_is_taken_counted_printed_and_taken_back_by_keyboard_alone(
    opened: Callable[[Path], MainWindow], office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(office)
    keys = Keyboard(qtbot, window)
    before = register_of(window)
    missing = before.not_recorded
    assert missing, "the sample leaves a register open"

    # The list stands on the register left open; Enter opens it, a letter marks and moves down.
    keys.press(Qt.Key.Key_2, control=True)
    page = meetings_page(window)
    keys.press(Qt.Key.Key_Return)
    table = page.workspace.register.table
    for row in missing:
        while table.chosen_id() != row.id:
            keys.press(Qt.Key.Key_Down)
        keys.type("p")
    assert not register_of(window).not_recorded
    keys.tab_to(page.next)
    keys.press(Qt.Key.Key_Space)
    assert register_of(window).counts

    # The figure on the Attendance page is the one of the marks just given.
    keys.press(Qt.Key.Key_3, control=True)
    attendance = attendance_page(window)
    assert attendance._shown is not None
    newest = attendance._shown.report.trend[-1]
    assert newest.meeting.date == HELD
    total = attendance._shown.report.total.seat
    assert attendance.figures["seat"].shown()[1] == f"{total.n} of {total.of}"

    # Word and Excel from the page.
    for name, path in (("Word", tmp_path / "figures.docx"), ("Excel", tmp_path / "figures.xlsx")):
        keys.tab_to(button(attendance, name))
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Return, control=True)
        keys.say_path(path)
        assert is_zipfile(path)

    # After a restart Undo takes back closing and every mark, by name, one key each.
    window.close()
    again = opened(office)
    keys = Keyboard(qtbot, again)
    assert again.desk is not None
    undone = []
    for _ in range(len(missing) + 1):
        undone.append(again.desk.office.file.undo_label)
        keys.press(Qt.Key.Key_Z, control=True)
    assert undone == ["Close register", *(f"Mark {row.person}" for row in reversed(missing))]
    assert register_of(again) == before
