"""One meeting opened: number, date, place, states, the next step as its one primary button, its register."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from boarddesk.records import attendance, boards, corrections, meetings, registers
from boarddesk.rules.attendance import Register
from boarddesk.rules.meetings import MAY_FOLLOW, STEPS, MeetingState
from boarddesk.ui.meetings.correction_dialog import CorrectionDialog
from boarddesk.ui.meetings.meeting_dialog import MeetingDialog
from boarddesk.ui.meetings.register_view import RegisterView
from boarddesk.ui.meetings.replies_view import RepliesView
from boarddesk.ui.page import Office
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import rule
from boarddesk.ui.widgets.stepper import Step, Stepper, StepState

OPEN_REGISTER, CLOSE_REGISTER, MARK_HELD = "Open the register", "Close register", "Mark as held"

_NOT_OPENED = (
    "The roll is stored when the register is opened: one row per seat as it stands on the meeting’s day. "
    "Later changes of membership never change it."
)
_CANCELLED = "A cancelled meeting has no register and counts in no figure."

_ASK = {
    MeetingState.PLANNED: "Mark as planned",
    MeetingState.AGENDA_ISSUED: "Mark agenda as issued",
    MeetingState.HELD: MARK_HELD,
    MeetingState.DRAFT_MINUTES: "Mark minutes as drafted",
    MeetingState.CONFIRMED: "Mark minutes as confirmed",
    MeetingState.CANCELLED: "Cancel meeting…",
    MeetingState.INQUORATE: "Mark as inquorate",
}
"""What is asked for on the way to each state."""


class Workspace(QWidget):
    """Shows one meeting; `reread` is heard by the page whenever something was written here."""

    next_step_changed = Signal(str)
    room_requested = Signal()
    sign_in_requested = Signal()
    calendar_requested = Signal()

    def __init__(self, office: Callable[[], Office]) -> None:
        super().__init__()
        self._office = office
        self.meeting_id = ""
        self.next_step = ""
        self.stepper = Stepper()
        self.tabs = QTabBar()
        self.tabs.addTab("Attendance")
        self.tabs.setAccessibleName("Parts of the meeting")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.register = RegisterView(office)
        self._open = buttons.primary(OPEN_REGISTER, self.open_register)
        self._nothing = EmptyState("No register yet", _NOT_OPENED, buttons=[self._open])
        self._cancelled = EmptyState("This meeting was cancelled", _CANCELLED)
        self.replies = RepliesView(office, opens=self.open_register)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        steps = QHBoxLayout()
        steps.addWidget(self.stepper)
        steps.addStretch(1)
        column.addLayout(steps)
        tabs = QVBoxLayout()
        tabs.setSpacing(0)
        tabs.addWidget(self.tabs)
        tabs.addWidget(rule())
        column.addLayout(tabs)
        column.addLayout(self._stack, 1)
        for shown in (self.register, self.replies, self._nothing, self._cancelled):
            self._stack.addWidget(shown)

    def focus_rows(self) -> None:
        """Where the letters are typed: the register, or the replies before the day."""
        shown = self._stack.currentWidget()
        if shown in (self.register, self.replies):
            shown.table.view.setFocus()
        else:
            self.tabs.setFocus()

    # ── showing ──

    def show_meeting(self, meeting_id: str) -> None:
        """A meeting as it stands."""
        self.meeting_id = meeting_id
        found = registers.register(self._office().file, meeting_id)
        self.stepper.set_steps(_steps(found))
        if found.meeting.state is MeetingState.CANCELLED:
            self._stack.setCurrentWidget(self._cancelled)
        elif found.roll_id is None and found.meeting.state.is_to_come:
            self.replies.show_meeting(found)
            self._stack.setCurrentWidget(self.replies)
        elif found.roll_id is None:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self.register.show_register(found)
            self._stack.setCurrentWidget(self.register)
        self.next_step = self._next(found)
        self.next_step_changed.emit(self.next_step)

    def number(self) -> str:
        """`SIB 2026/27 · 03`."""
        file = self._office().file
        return meetings.title(file, meetings.meeting(file, self.meeting_id))

    def facts(self) -> str:
        """Date, time and place in one line."""
        one = meetings.meeting(self._office().file, self.meeting_id)
        times = " to ".join(part for part in (one.start_time, one.end_time) if part)
        when = ", ".join(part for part in (long_date(one.date), times) if part)
        return "  ".join(part for part in (when, one.venue or one.link) if part)

    def _next(self, found: Register) -> str:
        to_come = found.meeting.state.is_to_come
        if found.meeting.state is MeetingState.CANCELLED or (found.roll_id is None and not to_come):
            return ""  # the empty state carries the deed
        if found.roll_id is None:
            return OPEN_REGISTER if found.meeting.date <= self._office().today else ""
        if found.closed or found.meeting.date > self._office().today:
            return ""
        return CLOSE_REGISTER if found.meeting.state.was_held else MARK_HELD

    # ── deeds ──

    def take_next_step(self) -> None:
        """What the one primary button says."""
        if self.next_step == OPEN_REGISTER:
            self.open_register()
        elif self.next_step == CLOSE_REGISTER:
            self.close_register()
        elif self.next_step == MARK_HELD:
            self.set_state(MeetingState.HELD)

    def open_register(self) -> None:
        """Store the roll as it stands on the day and show it."""
        office = self._office()
        attendance.open_register(office.file, self.meeting_id, today=office.today)
        self.show_meeting(self.meeting_id)
        self.register.table.view.setFocus()

    def close_register(self) -> None:
        """Count it from now on; a corrected one shows first which figures change."""
        office = self._office()
        if corrections.last_closed(office.file, self.meeting_id) is None:
            self._close()
            return
        changes = corrections.changed_figures(office.file, self.meeting_id)
        dialog = CorrectionDialog(self, changes, does=self._close, meeting=self.number())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close(self) -> None:
        office = self._office()
        attendance.close_register(office.file, self.meeting_id, today=office.today)
        self.show_meeting(self.meeting_id)

    def reopen_register(self) -> None:
        """Let a closed register be corrected."""
        attendance.reopen_register(self._office().file, self.meeting_id)
        self.show_meeting(self.meeting_id)

    def put_away(self) -> None:
        """Take an open register out again."""
        attendance.put_away(self._office().file, self.meeting_id)
        self.show_meeting(self.meeting_id)

    def set_state(self, state: MeetingState, *, why: str = "") -> None:
        """Move the meeting on, or back where that mends a slip."""
        office = self._office()
        meetings.set_state(office.file, self.meeting_id, state, today=office.today, why=why)
        self.show_meeting(self.meeting_id)

    def move_meeting(self) -> None:
        """Another day, time or place."""
        file = self._office().file
        one = meetings.meeting(file, self.meeting_id)
        dialog = MeetingDialog(self, file, [boards.board(file, one.board_id)], meeting=one)
        dialog.finished.connect(lambda _result: self.show_meeting(self.meeting_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def cancel(self) -> None:
        """Ask why, then cancel; its day stays in the list."""
        reason = QLineEdit()
        dialog = FormDialog(
            self,
            title="Cancel meeting",
            deed="Cancel meeting",
            does=lambda: self.set_state(MeetingState.CANCELLED, why=reason.text()),
            under=f"{self.number()}. It stays in the list and counts in no figure.",
        )
        dialog.add_row({"why": ("Why", reason)}, hints={"why": "Optional."})
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ── the menu of the meeting ──

    def fill(self, menu: QMenu) -> None:
        """Everything that may be done with this meeting now."""
        found = registers.register(self._office().file, self.meeting_id)
        self._fill_states(menu, found)
        menu.addSeparator()
        if found.closed:
            menu.addAction("Reopen register", self.reopen_register)
        elif found.roll_id is not None:
            menu.addAction(CLOSE_REGISTER, self.close_register)
            menu.addAction("Put register away", self.put_away)
            for action in self.register.rows_put_right:
                menu.addAction(action)
        if found.roll_id is not None:
            menu.addAction("Take the register full screen", self.room_requested.emit)
        if found.meeting.link:
            menu.addAction("Copy link of the call", lambda: _to_clipboard(found.meeting.link))
        if not found.closed and found.meeting.state is not MeetingState.CANCELLED:
            menu.addAction("Sign-in sheet…", self.sign_in_requested.emit)
        if not found.meeting.state.was_held:
            menu.addAction("Calendar file…", self.calendar_requested.emit)

    def _fill_states(self, menu: QMenu, found: Register) -> None:
        if not found.meeting.state.was_held and found.meeting.state is not MeetingState.CANCELLED:
            menu.addAction("Move meeting…", self.move_meeting)
        for state in MAY_FOLLOW[found.meeting.state]:
            menu.addAction(self._state_action(menu, state))

    def _state_action(self, menu: QMenu, state: MeetingState) -> QAction:
        made = QAction(_ASK[state], menu)
        if state is MeetingState.CANCELLED:
            made.triggered.connect(self.cancel)
        else:
            made.triggered.connect(lambda _on=False: self.set_state(state))
        return made


def _to_clipboard(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def _steps(register: Register) -> list[Step]:
    state = register.meeting.state
    if state is MeetingState.CANCELLED:
        why = register.meeting.cancelled_why
        return [
            Step("Planned", StepState.DONE),
            Step(f"Cancelled: {why}" if why else "Cancelled", StepState.NOW),
        ]
    steps = list(STEPS)
    if state is MeetingState.INQUORATE:
        steps[steps.index(MeetingState.HELD)] = MeetingState.INQUORATE
    place = steps.index(state)
    return [
        Step(
            one.capitalize(),
            StepState.DONE if at < place else StepState.NOW if at == place else StepState.TO_COME,
        )
        for at, one in enumerate(steps)
    ]
