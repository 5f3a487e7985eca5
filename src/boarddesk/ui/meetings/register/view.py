"""The register at a meeting: one letter per row, everyone present then exceptions, the quorum at each key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records import boards, people
from boarddesk.records.agenda.declarations import declarations
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.people import Board
from boarddesk.rules.registers.declarations import Declaration, DeclaredItem, declared_items
from boarddesk.rules.registers.marking import ADD_ROWS, SAT_NOBODY, free_to_deputise
from boarddesk.rules.registers.parts import away_at, turns
from boarddesk.rules.registers.quorum import live_quorum
from boarddesk.rules.registers.register import MARK_LABELS, Mark, MarkLabels, Register, RollRow
from boarddesk.ui.action import Action
from boarddesk.ui.kept_reading import KeptReading
from boarddesk.ui.meetings.register.deputies import named_deputies, offer_deputies, why_not
from boarddesk.ui.meetings.register.guest_dialog import guest_form
from boarddesk.ui.meetings.register.interests import (
    change_declaration_form,
    declare_form,
    item_words,
)
from boarddesk.ui.meetings.register.mark_dialog import mark_form
from boarddesk.ui.meetings.register.names_dialog import NamesDialog
from boarddesk.ui.meetings.register.quorum_panel import QuorumPanel
from boarddesk.ui.meetings.register.row_dialogs import add_row_form, correct_row_form, correct_rows_form
from boarddesk.ui.meetings.register.rows import COLUMNS, LETTERS, choose_next, rows, short_names
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import in_two
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.notices import Notices
from boarddesk.ui.widgets.opening import check_may_write, open_to_write
from boarddesk.ui.widgets.table.record_table import RecordTable

KEYS = "Type a letter to mark and move down. ↑ ↓ move, Delete clears, F2 writes a note, Enter opens the row."
LEAST_ROWS = 740

CLOSED = (
    "This register is closed and counted. Reopen it to correct it; the figures that change are then shown."
)


class RegisterView(QWidget):
    """Shows one meeting's register and writes what is pressed. `office` is called for the office in force."""

    def __init__(
        self,
        session: Callable[[], Session],
        *,
        now: Callable[[], datetime] = datetime.now,
        kept: KeptReading | None = None,
    ) -> None:
        super().__init__()
        self._kept = kept
        self._session = session
        self._register: Register | None = None
        self._board: Board | None = None
        self._labels: MarkLabels = MARK_LABELS
        self._now = now
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._follow_clock)
        self.marks_everyone = Action("Everyone expected present", self.mark_everyone, applies=self.is_open)
        self.pastes_names = Action(
            "Paste names from the call…", self.paste_names, words="teams zoom list", applies=self.is_open
        )
        self.rows_put_right = (
            Action("Correct row…", self.correct_row, applies=self.is_open),
            Action("Add row to register…", self.add_row, row_title="Add row…", applies=self.is_open),
            Action("Take row off register", self.remove_row, applies=self.is_open),
        )
        self.declares = Action(
            "Declare an interest…",
            self.declare,
            words="declaration conflict left quorum item",
            applies=lambda: self._register is not None,
        )
        self.everyone = buttons.secondary_of(self.marks_everyone, icon="check")
        self.paste = buttons.secondary_of(self.pastes_names, icon="clipboard")
        self._asked = False
        self.count = ElidedLabel("", "muted")
        self.verdict = buttons.link("", self.toggle_panel)
        self.table = RecordTable("register", COLUMNS, noun=("seat", "seats"))
        self.table.set_empty(
            EmptyState(
                "Nobody is on this register", ADD_ROWS, buttons=[buttons.secondary("Add row", self.add_row)]
            )
        )
        self.notices = Notices()
        self.panel = QuorumPanel(
            add_guest=self.add_guest,
            open_guest=self._open_guest,
            declare=self.declare,
            open_declaration=self._open_declaration,
        )
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
        tools.addWidget(self.verdict)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addLayout(self.notices)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        self.beside = ListAndDetail(left, self.panel, narrow=300, wide=420, least=LEAST_ROWS, escapes=False)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.beside)

    def _connect(self) -> None:
        self.beside.detail_closed.connect(self.table.view.setFocus)
        self.table.typed.connect(lambda row_id, _column, letter: self._type(row_id, letter))
        self.table.opened.connect(self.open_row)
        opens = Action("Open row", lambda: self.open_row(self.table.chosen_id()))
        notes = Action(
            "Write a note", lambda: self.open_row(self.table.chosen_id(), note=True), row_keys="F2"
        )
        self.table.set_actions([opens, notes, self.declares, *self.rows_put_right])

    # ── showing ──

    def show_register(self, register: Register, board: Board) -> None:
        """The register of a board’s meeting as it stands; the row chosen stays chosen."""
        if register != self._register:
            self.notices.hush()
        self._register, self._board = register, board
        known = boards.organisations(self._session().file)
        self.table.set_rows(rows(register, short_names(known)))
        if not self.table.chosen_id():
            self.table.choose_first()
        self._labels = registers.mark_labels(self._session().file)
        self._show_quorum(register, board)
        self.count.setText(_count(register))
        for control in (self.everyone, self.paste):
            control.setVisible(not register.closed)
        self.hint.setText(CLOSED if register.closed else KEYS)

    def forget(self) -> None:
        """Another meeting is looked at, and its register was not opened: nothing here is to be written on."""
        self._register = None

    def _show_quorum(self, register: Register, board: Board) -> None:
        """As marked now; while the meeting goes on, whoever has left by the clock is away."""
        today = register.meeting.date == self._session().today
        clock = f"{self._now():%H:%M}" if today and not register.closed else ""
        now = live_quorum(board, register, away=away_at(register, clock) if clock else ())
        between = [(turn.words, live_quorum(board, register, away=turn.away)) for turn in turns(register)]
        declared = declared_items(board, register, self._declared(register))
        self.panel.show_register(
            register, now, turns=between, declared=declared, clock=clock, labels=self._labels
        )
        buttons.reword(self.verdict, f"{now.word}: {now.present} present")
        self._fit()

    def _declared(self, register: Register) -> tuple[Declaration, ...]:
        """What was declared; a letter typed in the register has nothing to do with it."""
        file, of = self._session().file, register.meeting.id
        reads = partial(declarations, file, of)
        return self._kept.read(file, ("declared", of), reads) if self._kept is not None else reads()

    # ── the clock ──

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _follow_clock(self) -> None:
        """With every minute that begins somebody may have come or left."""
        self._minute.start((60 - self._now().second) * 1000)
        register, board = self._register, self._board
        if register is not None and board is not None and register.meeting.date == self._session().today:
            self._show_quorum(register, board)

    def _fit(self) -> None:
        """Without room beside the rows the quorum stands above them in words, and opens when asked for."""
        covers = self.beside.covers
        self.verdict.setVisible(covers)
        if covers and not self._asked:
            self.beside.hide_detail()
        elif not covers:
            self._asked = False
            self.beside.show_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def toggle_panel(self) -> None:
        """The quorum over the rows, or away again."""
        self._asked = not self._asked
        if self._asked:
            self.beside.show_detail(asked=True)
        else:
            self.beside.close_detail()

    def leave_panel(self) -> bool:
        """Close the quorum where it lies over the rows; False where there was nothing to close."""
        covering = self._asked
        if covering:
            self.toggle_panel()
        return covering

    def _row(self, row_id: str) -> RollRow | None:
        rows_now = self._register.rows if self._register else ()
        return next((row for row in rows_now if row.id == row_id), None)

    # ── marking ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed on a button beside the rows is for the row chosen."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Mark the row chosen with a letter nobody else took, and go on in the rows; False for others."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letter = event.text().upper()
        if not (plain and letter and letter in LETTERS and self.isVisible() and self.is_open()):
            return False
        self.table.view.setFocus()
        self._type(self.table.chosen_id(), letter)
        return True

    def _type(self, row_id: str, letter: str) -> None:
        row = self._row(row_id)
        if row is None or (letter and letter.upper() not in LETTERS):
            return
        check_may_write(self)
        if not letter:
            attendance.clear_mark(self._session().file, row_id)
        elif self.is_open() and row.person_id is None and Mark(letter.upper()) is not Mark.NOT_REQUIRED:
            self.notices.tell(*in_two(SAT_NOBODY), action=("Correct row…", self.correct_row))
        elif Mark(letter.upper()) is not Mark.DEPUTY or not self._offer_deputies(row):
            attendance.mark(self._session().file, row_id, Mark(letter.upper()))
            choose_next(self.table, row_id)

    def _offer_deputies(self, row: RollRow) -> bool:
        """Ask which of the deputies named for the seat came; False where none is named."""
        deputies = named_deputies(self._session().file, row)
        if self._register is None or not self.is_open() or not deputies:
            return False
        offer_deputies(
            self.table,
            row,
            deputies,
            takes=lambda person_id: self._take_deputy(row, person_id),
            asks=lambda: self.open_row(row.id, Mark.DEPUTY),
            barred=why_not(self._register, row, deputies),
        )
        return True

    def _take_deputy(self, row: RollRow, person_id: str | None) -> None:
        attendance.name_deputy(self._session().file, row.id, person_id)
        choose_next(self.table, row.id)

    def mark_everyone(self) -> None:
        """Everybody expected and not recorded yet is present; the exceptions are typed after."""
        check_may_write(self)
        if self._register is not None:
            attendance.mark_everyone_present(self._session().file, self._register.meeting.id)
            self.table.view.setFocus()

    # ── a row, guests and names in full ──

    def open_row(self, row_id: str, mark: Mark | None = None, *, note: bool = False) -> None:
        """Everything about one row in a dialog, starting in its mark or its note."""
        check_may_write(self)
        row = self._row(row_id)
        if row is None or self._register is None or not self.is_open():
            return
        file = self._session().file
        free = free_to_deputise(self._register, people.people(file))
        form = mark_form(
            file,
            row,
            register=self._register,
            deputies=named_deputies(file, row),
            people=free,
            note=note,
        )
        dialog = open_form(self, form)
        if mark is not None:
            dialog.answers.put("mark", mark)

    def add_guest(self) -> None:
        """Somebody in attendance without a seat."""
        if self._register is not None:
            open_form(self, guest_form(self._session().file, self._register.meeting.id))

    def _open_guest(self, guest_id: str) -> None:
        if self._register is not None:
            guest = next(known for known in self._register.guests if known.id == guest_id)
            open_form(self, guest_form(self._session().file, self._register.meeting.id, guest=guest))

    def declare(self) -> None:
        """Somebody declares an interest in an item; whoever's row is chosen is proposed."""
        check_may_write(self)
        if self._register is not None and self._board is not None:
            session, row = self._session(), self._row(self.table.chosen_id())
            form = declare_form(
                session.file,
                self._board,
                self._register,
                today=session.today,
                person_id=(row.person_id if row else "") or "",
            )
            open_form(self, form)

    def _open_declaration(self, of: DeclaredItem, declared: Declaration) -> None:
        form = change_declaration_form(self._session().file, declared, item=item_words(of))
        open_form(self, form)

    def paste_names(self) -> None:
        """The names of a video call or a signed sheet, matched with the roll."""
        if self._register is not None:
            open_to_write(NamesDialog(self, self._session().file, self._register))

    # ── rows put right ──

    def is_open(self) -> bool:
        """Whether a register is shown that may be written on."""
        return self._register is not None and self._register.roll_id is not None and not self._register.closed

    def correct_row(self) -> None:
        """Mend what the roll stored of the chosen row, or of several at once."""
        chosen = self._rows_chosen()
        if len(chosen) > 1:
            open_form(self, correct_rows_form(self._session().file, chosen))
        elif chosen:
            open_form(self, correct_row_form(self._session().file, chosen[0]))

    def _rows_chosen(self) -> list[RollRow]:
        """The rows chosen, where they may be put right."""
        chosen = [self._row(row_id) for row_id in self.table.chosen_ids()] if self.is_open() else []
        return [row for row in chosen if row is not None]

    def add_row(self) -> None:
        """Put a seat or a former member on the register."""
        if self._register is not None and self.is_open():
            open_form(self, add_row_form(self._session().file, self._register))

    def remove_row(self) -> None:
        """Take what is chosen off the register."""
        check_may_write(self)
        chosen = [row.id for row in self._rows_chosen()]
        if len(chosen) > 1:
            roll_rows.remove_rows(self._session().file, chosen)
        elif chosen:
            roll_rows.remove_row(self._session().file, chosen[0])


def _count(register: Register) -> str:
    missing, seated = len(register.not_recorded), len(register.rows)
    if not seated:
        return "No seats"
    seats = f"{seated} seat{'' if seated == 1 else 's'}"
    return f"{seats} · {f'{missing} not recorded' if missing else 'all recorded'}"
