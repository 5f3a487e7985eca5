"""A register taken by keyboard alone, counted, printed, and taken back after a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import is_zipfile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of, button
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made, settle

from boarddesk.records import boards, meetings, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.sample.office import make_sample
from boarddesk.ui import background
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.look import theme
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.answers import line_of
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.main_window import MainWindow

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
        window.desk.pick_board(boards.board_named(window.desk.session.file, "SIB").id)
        all_pages_made(qtbot, window)
        windows.append(window)
        return window

    with background.at_once():
        yield start
    for window in windows:
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def register_of(window: MainWindow) -> Register:
    assert window.desk is not None
    return stored(window.desk.session.file)


def stored(file: OfficeFile) -> Register:
    board = boards.board_named(file, "SIB")
    found = next(one for one in meetings.meetings(file, board.id) if one.date == HELD)
    return registers.register(file, found.id)


class Keyboard:
    """Nothing but keys, sent to whatever has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self.pressed = 0

    def _wake(self) -> None:
        """Without a screen nobody gives the window back its place when a dialog closes."""
        if QApplication.activeWindow() is None:
            shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            dialogs = [one for one in shown if isinstance(one, QDialog)]
            with self._qtbot.waitActive(dialogs[-1] if dialogs else self._window):
                (dialogs[-1] if dialogs else self._window).activateWindow()

    def _there(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        found = popup or QApplication.focusWidget() or self._window.focusWidget()
        return found or self._window

    def press(self, key: Qt.Key, *, control: bool = False, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self._wake()
        shortcut = (control or shift) and QApplication.activeModalWidget() is None
        self.pressed += 1
        self._qtbot.keyClick(self._window if shortcut else self._there(), key, held)
        settle()

    def type(self, words: str) -> None:
        self.pressed += len(words)
        self._qtbot.keyClicks(self._there(), words)
        settle()

    def tab_to(self, wanted: QWidget) -> None:
        """Once it can be reached at all: it may come into sight only after what the last key set off."""
        self._qtbot.waitUntil(lambda: wanted.isVisible() and wanted.isEnabled())
        stops = [
            one for one in self._window.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for _ in range(2 * len(stops)):
            if self._there() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reaches {wanted.accessibleName()!r}, it stands on {self._there()!r}")

    def dialog(self, key: str) -> FormDialog:
        """The form of that key that is open."""
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog)]
        found = [one for one in shown if one.isVisible() and one.form.key == key]
        assert found, f"no form to {key} is open"
        return found[-1]

    def command(self, words: str) -> None:
        """What can be done, found by its first letters."""
        self.press(Qt.Key.Key_K, control=True)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def say_path(self, path: Path) -> None:
        """The system's own dialog: its name field has the focus."""
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()
        )
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        self._qtbot.keyClick(field, Qt.Key.Key_Return)
        settle()


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
    table = attendance_of(page).register.table
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
        undone.append(again.desk.session.file.undo_label)
        keys.press(Qt.Key.Key_Z, control=True)
    assert undone == ["Close register", *(f"Mark {row.person}" for row in reversed(missing))]
    assert register_of(again) == before


def test_a_register_of_forty_with_exceptions_takes_under_two_minutes_of_keys(
    opened: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    """At two keys a second, not in a hurry: from the list of meetings to the register closed."""
    window = opened(board_of_forty(tmp_path / "Forty.boarddesk"))
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_2, control=True)
    page = meetings_page(window)
    keys.press(Qt.Key.Key_Return)
    register = attendance_of(page).register
    rows = register.table.view

    # Everybody, then the exceptions by letter on the way down.
    keys.tab_to(register.everyone)
    keys.press(Qt.Key.Key_Space)
    assert rows.hasFocus()
    for letter in ("", "v", "", "a", "", "", "x", "v", "", "n"):
        keys.type(letter) if letter else keys.press(Qt.Key.Key_Down)

    # A deputy named for the seat, one whom nobody knows yet, a part, a reason and a note.
    keys.type("d")
    keys.press(Qt.Key.Key_Return)
    keys.type("d")
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    dialog = keys.dialog("mark")
    keys.press(Qt.Key.Key_End)
    keys.tab_to(line_of(dialog.fields["new_deputy"].editor))
    keys.type("Zadie Quill")
    keys.press(Qt.Key.Key_Return, control=True)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    dialog = keys.dialog("mark")
    keys.type("t")
    keys.tab_to(dialog.fields["part_to"].editor)
    keys.type("2.30")
    keys.press(Qt.Key.Key_Return, control=True)
    keys.press(Qt.Key.Key_Down)
    keys.type("a")
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Return)
    dialog = keys.dialog("mark")
    keys.tab_to(dialog.fields["reason"].editor)
    keys.type("clinic")
    keys.tab_to(dialog.fields["note"].editor)
    keys.type("rang")
    keys.press(Qt.Key.Key_Return, control=True)

    # A guest comes, and leaves.
    keys.tab_to(button(register.panel, "Add guest: In attendance"))
    keys.press(Qt.Key.Key_Space)
    keys.type("Amir Sole")
    keys.press(Qt.Key.Key_Return, control=True)
    keys.tab_to(button(register.panel, "Change guest Amir Sole"))
    keys.press(Qt.Key.Key_Space)
    guest = keys.dialog("guest")
    keys.tab_to(guest.fields["part_to"].editor)
    keys.type("3pm")
    keys.press(Qt.Key.Key_Return, control=True)

    # Held, then closed.
    for step in ("Mark as held", "Close register"):
        keys.tab_to(page.next)
        assert page.next.accessibleName() == step
        keys.press(Qt.Key.Key_Space)
    taken = register_of(window)
    assert taken.counts
    letters = "".join(str(row.mark) for row in taken.rows)
    assert letters == "PVPAPPXVPN" + "DDTA" + "P" * 26
    assert [row.deputy for row in taken.rows[10:12]] == ["Leila Marsh", "Zadie Quill"]
    assert (taken.rows[12].part_to, taken.rows[13].reason, taken.rows[13].note) == ("14:30", "clinic", "rang")
    assert [(one.name, one.departed) for one in taken.guests] == [("Amir Sole", "15:00")]
    assert keys.pressed < 240, f"{keys.pressed} keys"


def test_an_old_register_is_reopened_corrected_and_closed_by_keyboard_alone(
    opened: Callable[[Path], MainWindow], office: Path, qtbot: QtBot
) -> None:
    window = opened(office)
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_2, control=True)
    page = meetings_page(window)
    for _newer in range(4):  # one is open still, and the minutes of the two before it are sealed
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    register = attendance_of(page).register
    file = page.session.file

    def shown() -> Register:
        return registers.register(file, page.workspace.meeting_id)

    was = shown()
    assert was.counts, "the one before the register left open is closed"

    # Reopened by its name, the chair's row corrected, a row taken off and put back: all from Ctrl+K.
    keys.command("reopen register")
    assert not shown().closed
    assert register.table.view.hasFocus()
    keys.command("correct row")
    dialog = keys.dialog("correct row")
    keys.tab_to(dialog.fields["title"].editor)
    keys.press(Qt.Key.Key_End)
    keys.type(", acting")
    keys.press(Qt.Key.Key_Return, control=True)
    assert shown().rows[0].seat_title == f"{was.rows[0].seat_title}, acting"
    keys.press(Qt.Key.Key_Down)
    keys.command("take row")
    keys.command("add row")
    keys.press(Qt.Key.Key_Return, control=True)
    assert [row.seat_id for row in shown().rows] == [row.seat_id for row in was.rows]
    table = register.table
    assert window.focusWidget() is table.view
    assert shown().rows[1].mark is None, "the row that came back is not recorded yet"
    keys.press(Qt.Key.Key_Home, control=True)
    keys.press(Qt.Key.Key_Down)
    keys.type("x")
    assert shown().rows[1].mark is Mark.ABSENT

    # Full screen and back, then closed with what changes before it counts.
    keys.press(Qt.Key.Key_F11, shift=True)
    room = page.room
    assert room is not None
    assert room.register.table.view.hasFocus()
    keys.tab_to(room.close_button)
    keys.press(Qt.Key.Key_Space)
    assert keys.dialog("correction").isVisible()
    keys.press(Qt.Key.Key_Return, control=True)
    assert shown().counts
    keys.press(Qt.Key.Key_Escape)
    assert page.room is None


def board_of_forty(path: Path) -> Path:
    """Forty seats, one with a named deputy, and a meeting today whose register is open."""
    with OfficeFile.create(path, office="Forty") as file:
        board = boards.add_board(file, "SEND Improvement Board", "SIB", quorum="20")
        made = [seats.add_seat(file, board, f"Seat {number}") for number in range(40)]
        for number, seat in enumerate(made):
            seats.appoint(file, seat, people.add_person(file, f"Person{number:02} Vale"))
        seats.set_deputies(file, made[10], [people.add_person(file, "Leila Marsh")])
        day = meetings.add_meeting(file, board, HELD, start_time="13:30", end_time="15:30")
        attendance.open_register(file, day, today=HELD)
    return path
