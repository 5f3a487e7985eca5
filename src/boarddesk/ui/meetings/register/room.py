"""The register over the whole screen: nothing else on it while the meeting goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from boarddesk.records import boards, meetings
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.help_window import HelpWindow
from boarddesk.ui.meetings.register.correction_dialog import close_register
from boarddesk.ui.meetings.register.rows import NOT_OPENED
from boarddesk.ui.meetings.register.view import RegisterView
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.notices import Notices
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.words_button import name_undo, undo_button


class Room(QDialog):
    """Esc leaves; everything marked here is kept at once, as on the page, and what is changed there shows."""

    def __init__(self, parent: QWidget, session: Callable[[], Session], meeting_id: str) -> None:
        super().__init__(parent)
        self._session, self._meeting_id = session, meeting_id
        self.setProperty("ground", "page")
        self.register = RegisterView(session)
        self.notices = Notices()
        self.undo = undo_button(self._undo)
        self.open_button = buttons.on_ctrl_enter(buttons.primary("Open the register", self.open_register))
        self.close_button = buttons.secondary("Close register", self._close_or_reopen)
        self._offer = EmptyState("No register yet", NOT_OPENED, buttons=[self.open_button])
        self._lay_out(meetings.meeting(session().file, meeting_id))
        self._add_keys()
        self._hears = True
        session().change_bus.records_changed.connect(self._hear)
        self.show_meeting()

    def _lay_out(self, meeting: Meeting) -> None:
        file = self._session().file
        number = meetings.title(file, meeting)
        self.setWindowTitle(f"Register of {number}")
        self.setAccessibleName(f"Register of {number}")
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(WrappedLabel(boards.board(file, meeting.board_id).name, "name"))
        names.addWidget(label(f"{number}  {long_date(meeting.date)}", "muted"))
        head.addLayout(names, 1)
        for control in (self.undo, self.close_button, buttons.secondary("Leave full screen", self.accept)):
            head.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 28, 40, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self.notices)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.register)
        self._stack.addWidget(self._offer)

    def _add_keys(self) -> None:
        """The keys of the window that are wanted here too."""
        for action in (
            Action("Leave full screen", self._leave, keys="Esc"),
            Action("Leave full screen", self.accept, keys="Shift+F11"),
            Action("Undo", self._undo, keys="Ctrl+Z"),
            Action("Redo", self._redo, keys="Ctrl+Y"),
            Action("Guide for this page", self._show_help, keys="F1"),
        ):
            self.addAction(Offer(action, self, keys=action.keys))

    # ── showing ──

    def show_meeting(self) -> None:
        """The meeting as it stands; one that is gone or cancelled leaves nothing to show."""
        session = self._session()
        register = registers.find_register(session.file, self._meeting_id)
        if register is None or register.meeting.state is MeetingState.CANCELLED:
            self.accept()
            return
        is_opened = register.roll_id is not None
        if is_opened:
            board = boards.board(session.file, register.meeting.board_id)
            self.register.show_register(register, board)
        self._stack.setCurrentWidget(self.register if is_opened else self._offer)
        self._dress(register)

    def _dress(self, register: Register) -> None:
        session = self._session()
        undone = session.file.undo_label
        name_undo(self.undo, undone)
        buttons.reword(self.close_button, "Reopen register" if register.closed else "Close register")
        self.close_button.setVisible(register.roll_id is not None and register.meeting.date <= session.today)

    def focus_first(self) -> None:
        """The rows, or the offer to open the register."""
        shown = self._stack.currentWidget()
        (self.register.table.view if shown is self.register else self.open_button).setFocus()

    def _hear(self, _tables: frozenset[str]) -> None:
        self.notices.hush()
        self.show_meeting()

    # ── actions ──

    def open_register(self) -> None:
        """Store the roll as it stands on the day and show it."""
        check_may_write(self)
        session = self._session()
        attendance.open_register(session.file, self._meeting_id, today=session.today)
        self.focus_first()

    def _close_or_reopen(self) -> None:
        check_may_write(self)
        session = self._session()
        if registers.register(session.file, self._meeting_id).closed:
            attendance.reopen_register(session.file, self._meeting_id)
        else:
            close_register(self, session, self._meeting_id)

    def _undo(self) -> None:
        self._session().file.undo()

    def _redo(self) -> None:
        self._session().file.redo()

    def _show_help(self) -> None:
        guide = self.findChild(HelpWindow) or HelpWindow(self)
        guide.open_for("attendance")

    def _leave(self) -> None:
        """Esc: first what lies over the rows, then the room."""
        if not self.register.leave_panel():
            self.accept()

    def done(self, result: int) -> None:
        """Left: hear nothing more."""
        if self._hears:
            self._hears = False
            self._session().change_bus.records_changed.disconnect(self._hear)
        super().done(result)
        self.deleteLater()
