"""The register at a meeting: one letter per row, everyone present then exceptions, the quorum at each key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QTime, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from boarddesk.records import attendance, boards, people, registers, seats
from boarddesk.rules.attendance import Mark, Register, RollRow
from boarddesk.rules.people import Person
from boarddesk.rules.quorum import live_quorum
from boarddesk.ui.meetings.guest_dialog import GuestDialog
from boarddesk.ui.meetings.mark_dialog import MarkDialog
from boarddesk.ui.meetings.names_dialog import NamesDialog
from boarddesk.ui.meetings.quorum_panel import QuorumPanel
from boarddesk.ui.meetings.register_rows import COLUMNS, LETTERS, rows
from boarddesk.ui.page import Office
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.record_table import RecordTable

KEYS = "Type a letter to mark and move down. ↑ ↓ move, Delete clears, F2 opens the row."
CLOSED = (
    "This register is closed and counted. Reopen it to correct it; the figures that change are then shown."
)


class RegisterView(QWidget):
    """Shows one meeting's register and writes what is pressed. `office` is called for the office in force."""

    changed = Signal()

    def __init__(self, office: Callable[[], Office]) -> None:
        super().__init__()
        self._office = office
        self._register: Register | None = None
        self.everyone = buttons.secondary("Everyone expected present", self._everyone, icon="check")
        self.paste = buttons.secondary("Paste names from the call", self._paste, icon="clipboard")
        self.count = label("", "muted")
        self.table = RecordTable("register", COLUMNS, noun=("seat", "seats"))
        self.panel = QuorumPanel(add_guest=self._add_guest, open_guest=self._open_guest)
        self.hint = WrappedLabel(KEYS, "meta")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.everyone)
        tools.addWidget(self.paste)
        tools.addStretch(1)
        tools.addWidget(self.count)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self.table, 1)
        left.addWidget(self.hint)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addWidget(self.panel)

    def _connect(self) -> None:
        self.table.typed.connect(lambda row_id, _column, letter: self._type(row_id, letter))
        self.table.opened.connect(self.open_row)
        opens = QAction("Open row", self)
        opens.setShortcut(QKeySequence("F2"))
        opens.triggered.connect(lambda: self.open_row(self.table.chosen_id()))
        self.table.view.addAction(opens)
        self.table.set_actions([opens])

    # ── showing ──

    def show_register(self, register: Register) -> None:
        """The register as it stands; the row chosen stays chosen."""
        self._register = register
        board = boards.board(self._office().file, register.meeting.board_id)
        known = boards.organisations(self._office().file)
        self.table.set_rows(rows(register, {one.name: one.short_name or one.name for one in known}))
        if not self.table.chosen_id():
            self.table.choose_first()
        today = register.meeting.date == self._office().today
        clock = QTime.currentTime().toString("HH:mm") if today and not register.closed else ""
        self.panel.show_register(register, live_quorum(board, register), clock=clock)
        missing, seated = len(register.not_recorded), len(register.rows)
        self.count.setText(f"{seated} seats · {f'{missing} not recorded' if missing else 'all recorded'}")
        for control in (self.everyone, self.paste):
            control.setVisible(not register.closed)
        self.hint.setText(CLOSED if register.closed else KEYS)

    def _row(self, row_id: str) -> RollRow | None:
        rows_now = self._register.rows if self._register else ()
        return next((row for row in rows_now if row.id == row_id), None)

    def _reread(self) -> None:
        if self._register is not None:
            self.show_register(registers.register(self._office().file, self._register.meeting.id))
            self.changed.emit()

    # ── marking ──

    def _type(self, row_id: str, letter: str) -> None:
        row = self._row(row_id)
        file = self._office().file
        if row is None or (letter and letter.upper() not in LETTERS):
            return
        if not letter:
            attendance.clear_mark(file, row_id)
        elif Mark(letter.upper()) is Mark.DEPUTY and self._deputies(row):
            self._choose_deputy(row)
            return
        else:
            attendance.mark(file, row_id, Mark(letter.upper()))
        self._reread()
        if letter:
            self._move_down(row_id)

    def _move_down(self, row_id: str) -> None:
        ids = [row.id for row in self.table.rows_shown()]
        after = ids.index(row_id) + 1 if row_id in ids else 0
        if 0 < after < len(ids):
            self.table.choose(ids[after])

    def _everyone(self) -> None:
        if self._register is not None:
            attendance.mark_everyone_present(self._office().file, self._register.meeting.id)
            self._reread()
            self.table.view.setFocus()

    # ── deputies ──

    def _deputies(self, row: RollRow) -> list[Person]:
        file = self._office().file
        known = {person.id: person for person in people.people(file)}
        return [known[one] for one in seats.seat(file, row.seat_id).deputy_ids if one in known]

    def _choose_deputy(self, row: RollRow) -> None:
        """Who came: the named deputies in their order, somebody else, or not known. Enter takes the first."""
        menu = QMenu(self)
        menu.setAccessibleName(f"Deputy of {row.who}")
        for person in self._deputies(row):
            menu.addAction(person.name, partial(self._take_deputy, row, person.id))
        menu.addSeparator()
        menu.addAction("Somebody else…", lambda: self.open_row(row.id, Mark.DEPUTY))
        menu.addAction("Not known", lambda: self._take_deputy(row, None))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        view = self.table.view
        place = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(0, 2)
        menu.popup(view.viewport().mapToGlobal(place))

    def _take_deputy(self, row: RollRow, person_id: str | None) -> None:
        attendance.name_deputy(self._office().file, row.id, person_id)
        self._reread()
        self._move_down(row.id)

    # ── a row, guests and names in full ──

    def open_row(self, row_id: str, mark: Mark | None = None) -> None:
        """Everything about one row in a dialog."""
        row = self._row(row_id)
        if row is None or self._register is None or self._register.closed:
            return
        file = self._office().file
        dialog = MarkDialog(self, file, row, deputies=self._deputies(row), people=people.people(file))
        if mark is not None:
            dialog.mark.choose(mark)
            dialog.mark.picked.emit(mark)
        self._open(dialog)

    def _add_guest(self) -> None:
        if self._register is not None:
            self._open(GuestDialog(self, self._office().file, self._register.meeting.id))

    def _open_guest(self, guest_id: str) -> None:
        if self._register is not None:
            guest = next(one for one in self._register.guests if one.id == guest_id)
            self._open(GuestDialog(self, self._office().file, self._register.meeting.id, guest=guest))

    def _paste(self) -> None:
        if self._register is not None:
            self._open(NamesDialog(self, self._office().file, self._register))

    def _open(self, dialog: MarkDialog | GuestDialog | NamesDialog) -> None:
        dialog.finished.connect(lambda _result: self._reread())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
