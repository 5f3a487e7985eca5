"""The part of a meeting about who comes and who came: replies before the day, then its register."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import REINSTATE, STATE_ACTIONS, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.register.correction_dialog import close_register
from boarddesk.ui.meetings.register.quorum_notice import QuorumNotice
from boarddesk.ui.meetings.register.rows import NOT_OPENED
from boarddesk.ui.meetings.register.view import RegisterView
from boarddesk.ui.meetings.replies.replies_view import RepliesView
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.opening import check_may_write

OPEN_REGISTER, CLOSE_REGISTER = "Open the register", "Close register"
MARK_HELD = STATE_ACTIONS[MeetingState.HELD]

_CANCELLED = "A cancelled meeting has no register and counts in no figure. Its day stays in the list."
_NO_SEATS = (
    "A register has a row for each seat of the board as it stands on the meeting’s day, and on this day "
    "there is none. Add the seats and who holds them, or bring them in with a register from Excel."
)


def attendance_part(on: Workspace) -> MeetingPart:
    """The register and what stands in its place before it is opened."""
    view = AttendanceView(on)
    return MeetingPart(
        "Attendance",
        view,
        view.show_register,
        focus=view.focus_rows,
        next_step=view.next_step,
        actions=view.register_actions,
        leave=view.register.leave_panel,
        takes=view.register.take_key,
        begins=lambda found, today: found.meeting.date <= today or not found.meeting.state.is_to_come,
    )


class AttendanceView(QWidget):
    """Shows the register, the replies before the day, or what is to be done first; opens and closes it."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self._found: Register | None = None
        self.register = RegisterView(lambda: on.session, kept=on.kept)
        self._open = buttons.primary(OPEN_REGISTER, self.open_register)
        self._nothing = EmptyState("No register yet", NOT_OPENED, buttons=[self._open])
        self._reinstate = buttons.secondary(REINSTATE, on.reinstate)
        self._cancelled = EmptyState("This meeting was cancelled", _CANCELLED, buttons=[self._reinstate])
        self._add_seat = buttons.primary("Add a seat", on.seats_requested.emit)
        self._no_seats = EmptyState("Nobody to expect yet", _NO_SEATS, buttons=[self._add_seat])
        self.quorum = QuorumNotice(self._mark_inquorate)
        self.replies = RepliesView(lambda: on.session, opens=self.open_register)
        self._make_actions()
        self._stack = QStackedLayout()
        self._lay_out()

    def _make_actions(self) -> None:
        rows, held = self.register, MeetingState.HELD
        self._opens = Action(
            OPEN_REGISTER, self.open_register, "Meeting", words="roll", applies=self._may_open
        )
        self._closes = Action(CLOSE_REGISTER, self.close_register, "Meeting", applies=rows.is_open)
        self._marks_held = Action(MARK_HELD, lambda: self._on.set_state(held))
        guest = "presenter in attendance"
        self.register_actions = (
            self._opens,
            replace(rows.marks_everyone, menu="Meeting"),
            replace(rows.pastes_names, menu="Meeting"),
            Action("Add guest…", rows.add_guest, "Meeting", words=guest, applies=rows.is_open),
            replace(rows.declares, menu="Meeting"),
            self._closes,
            Action(
                "Reopen register",
                self.reopen_register,
                "Meeting",
                words="correct",
                applies=lambda: self._found is not None and self._found.closed,
            ),
            Action("Put register away", self.put_away, "Meeting", applies=rows.is_open),
            *(replace(action, menu="Meeting") for action in rows.rows_put_right),
            Action(
                "Register full screen",
                self._on.room_requested.emit,
                "Meeting",
                "Shift+F11",
                applies=lambda: self._stack.currentWidget() is rows,
            ),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.quorum)
        column.addLayout(self._stack, 1)
        for shown in (self.register, self.replies, self._nothing, self._cancelled, self._no_seats):
            self._stack.addWidget(shown)

    def focus_rows(self) -> None:
        """Where the letters are typed: the register, or the replies before the day; else the one button."""
        places: dict[QWidget | None, QWidget] = {
            self.register: self.register.table.view,
            self.replies: self.replies.table.view,
            self._nothing: self._open,
            self._cancelled: self._reinstate,
            self._no_seats: self._add_seat,
        }
        places[self._stack.currentWidget()].setFocus()

    # ── showing ──

    def show_register(self, found: Register, board: Board) -> None:
        """A meeting as it stands, with its register."""
        self._found = found
        self.quorum.show_register(board, found)
        shown = self._fill(found, board)
        if shown is not self.register:
            self.register.forget()
        if shown is self._stack.currentWidget():
            return
        focus = self.window().focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self._stack.setCurrentWidget(shown)
        if had:  # it never stands in what is hidden now
            self.focus_rows()

    def _fill(self, found: Register, board: Board) -> QWidget:
        """What shows a meeting in this state, filled."""
        if found.meeting.state is MeetingState.CANCELLED:
            return self._cancelled
        if found.roll_id is not None:
            self.register.show_register(found, board)
            return self.register
        (expected,) = registers.with_expected_rolls(self._on.session.file, [found])
        if not expected.rows:
            return self._no_seats
        if not found.meeting.state.is_to_come:
            return self._nothing
        self.replies.show_meeting(found)
        return self.replies

    def next_step(self) -> Action | None:
        """Opening, marking as held, closing; an empty state carries its own button."""
        shown, found = self._stack.currentWidget(), self._found
        if found is None or shown not in (self.register, self.replies):
            return None
        has_come = found.meeting.date <= self._on.session.today
        if shown is self.replies:
            return self._opens if has_come else None
        if found.closed or not has_come:
            return None
        return self._closes if found.meeting.state.was_held else self._marks_held

    # ── actions ──

    def _may_open(self) -> bool:
        return (
            self._found is not None
            and self._found.roll_id is None
            and self._stack.currentWidget() is not self._cancelled
        )

    def open_register(self) -> None:
        """Store the roll as it stands on the day and show it."""
        check_may_write(self)
        session = self._on.session
        attendance.open_register(session.file, self._on.meeting_id, today=session.today)
        self.register.table.view.setFocus()

    def close_register(self) -> None:
        """Count it from now on; a corrected one shows first which figures change."""
        close_register(self, self._on.session, self._on.meeting_id)

    def reopen_register(self) -> None:
        """Let a closed register be corrected."""
        check_may_write(self)
        attendance.reopen_register(self._on.session.file, self._on.meeting_id)

    def put_away(self) -> None:
        """Take an open register out again."""
        check_may_write(self)
        attendance.put_away(self._on.session.file, self._on.meeting_id)

    def _mark_inquorate(self) -> None:
        self._on.set_state(MeetingState.INQUORATE)
        self.focus_rows()
