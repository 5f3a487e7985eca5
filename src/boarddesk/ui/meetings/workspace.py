"""One meeting opened: number, date, place, states, the next step as its one primary button, its register."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from boarddesk.records import boards, meetings
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import (
    REINSTATE,
    STATE_ACTIONS,
    STEPS,
    Meeting,
    MeetingState,
    check_may_change,
    check_may_move,
    check_state,
    meeting_title,
)
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.ui.meetings.actions import CLOSE_REGISTER, OPEN_REGISTER, meeting_actions
from boarddesk.ui.meetings.meeting_dialog import (
    cancel_meeting_form,
    change_meeting_form,
    cleared_replies,
    move_meeting_form,
)
from boarddesk.ui.meetings.register.correction_dialog import close_register
from boarddesk.ui.meetings.register.quorum_notice import QuorumNotice
from boarddesk.ui.meetings.register.rows import NOT_OPENED
from boarddesk.ui.meetings.register.view import RegisterView
from boarddesk.ui.meetings.replies.replies_view import RepliesView
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import rule
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.stepper import Step, Stepper, StepState

MARK_HELD = STATE_ACTIONS[MeetingState.HELD]

_CANCELLED = "A cancelled meeting has no register and counts in no figure. Its day stays in the list."
_NO_SEATS = (
    "A register has a row for each seat of the board as it stands on the meeting’s day, and on this day "
    "there is none. Add the seats and who holds them, or bring them in with a register from Excel."
)


class Workspace(QWidget):
    """Shows one meeting and writes what is done with it; the page shows it again when it has changed."""

    next_step_changed = Signal(str)
    room_requested = Signal()
    sign_in_requested = Signal()
    calendar_requested = Signal()
    seats_requested = Signal()
    told = Signal(str, str)

    def __init__(self, session: Callable[[], Session]) -> None:
        super().__init__()
        self._session = session
        self.meeting_id = ""
        self.next_step = self._number = ""
        self.stepper = Stepper()
        self.tabs = QTabBar()
        self.tabs.addTab("Attendance")
        self.tabs.setAccessibleName("Parts of the meeting")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.register = RegisterView(session)
        self._open = buttons.primary(OPEN_REGISTER, self.open_register)
        self._nothing = EmptyState("No register yet", NOT_OPENED, buttons=[self._open])
        self._reinstate = buttons.secondary(REINSTATE, self.reinstate)
        self._cancelled = EmptyState("This meeting was cancelled", _CANCELLED, buttons=[self._reinstate])
        self._add_seat = buttons.primary("Add a seat", self.seats_requested.emit)
        self._no_seats = EmptyState("Nobody to expect yet", _NO_SEATS, buttons=[self._add_seat])
        self.quorum = QuorumNotice(self._mark_inquorate)
        self.replies = RepliesView(session, opens=self.open_register)
        self.found: Register | None = None
        self.meeting_actions = meeting_actions(self, lambda: self._session().today)
        self._stack = QStackedLayout()
        self._lay_out()

    def _lay_out(self) -> None:
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

    def show_register(self, found: Register) -> None:
        """A meeting as it stands, with its register."""
        self.meeting_id, self.found = found.meeting.id, found
        board = boards.board(self._session().file, found.meeting.board_id)
        self._number = meeting_title(board.short_name, found.meeting, board.year_start)
        self.stepper.set_steps(_steps(found))
        self.quorum.show_register(board, found)
        if found.roll_id is None:
            self.register.forget()
        self._bring(self._fill_part(found, board))
        self.next_step = self._next(found)
        self.next_step_changed.emit(self.next_step)

    def _fill_part(self, found: Register, board: Board) -> QWidget:
        """The part that shows a meeting in this state, filled."""
        if found.meeting.state is MeetingState.CANCELLED:
            return self._cancelled
        if found.roll_id is not None:
            self.register.show_register(found, board)
            return self.register
        (expected,) = registers.with_expected_rolls(self._session().file, [found])
        if not expected.rows:
            return self._no_seats
        if not found.meeting.state.is_to_come:
            return self._nothing
        self.replies.show_meeting(found)
        return self.replies

    def _bring(self, part: QWidget) -> None:
        """To the front; the focus goes with it, so that it never stands in what is hidden now."""
        if part is self._stack.currentWidget():
            return
        focus = self.window().focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self._stack.setCurrentWidget(part)
        if had:
            self.focus_rows()

    def number(self) -> str:
        """`SIB 2026/27 · 03`."""
        return self._number

    def facts(self) -> str:
        """Date, time and place in one line."""
        if self.found is None:
            return ""
        one = self.found.meeting
        times = " to ".join(part for part in (one.start_time, one.end_time) if part)
        when = ", ".join(part for part in (long_date(one.date), times) if part)
        return "  ".join(part for part in (when, one.venue or one.link) if part)

    def _next(self, found: Register) -> str:
        if self._stack.currentWidget() in (self._cancelled, self._nothing, self._no_seats):
            return ""  # the empty state carries the action
        if found.roll_id is None:
            return OPEN_REGISTER if found.meeting.date <= self._session().today else ""
        if found.closed or found.meeting.date > self._session().today:
            return ""
        return CLOSE_REGISTER if found.meeting.state.was_held else MARK_HELD

    # ── actions ──

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
        check_may_write(self)
        session = self._session()
        attendance.open_register(session.file, self.meeting_id, today=session.today)
        self.register.table.view.setFocus()

    def close_register(self) -> None:
        """Count it from now on; a corrected one shows first which figures change."""
        close_register(self, self._session(), self.meeting_id)

    def reopen_register(self) -> None:
        """Let a closed register be corrected."""
        check_may_write(self)
        attendance.reopen_register(self._session().file, self.meeting_id)

    def put_away(self) -> None:
        """Take an open register out again."""
        check_may_write(self)
        attendance.put_away(self._session().file, self.meeting_id)

    def set_state(self, state: MeetingState, *, why: str = "") -> None:
        """Move the meeting on, or back where that mends a slip."""
        check_may_write(self)
        session = self._session()
        meetings.set_state(session.file, self.meeting_id, state, today=session.today, why=why)

    def _mark_inquorate(self) -> None:
        self.set_state(MeetingState.INQUORATE)
        self.focus_rows()

    def reinstate(self) -> None:
        """Plan a cancelled meeting again, on its day."""
        self.set_state(MeetingState.PLANNED)

    def _meeting(self) -> Meeting:
        return meetings.meeting(self._session().file, self.meeting_id)

    def move_meeting(self) -> None:
        """Another day, with its time and place."""
        check_may_write(self)
        session, one = self._session(), self._meeting()
        check_may_move(one)
        form = move_meeting_form(session.file, one, today=session.today)
        open_form(self, form, lambda many: self.told.emit(*cleared_replies(many, one)))

    def change_meeting(self) -> None:
        """Its times, place or link, also once it was held."""
        check_may_write(self)
        one = self._meeting()
        check_may_change(one)
        open_form(self, change_meeting_form(self._session().file, one))

    def cancel(self) -> None:
        """Ask why, then cancel; its day stays in the list."""
        check_may_write(self)
        session, closed = self._session(), self.found is not None and self.found.closed
        check_state(self._meeting(), MeetingState.CANCELLED, today=session.today, register_closed=closed)
        form = cancel_meeting_form(
            self.number(),
            title=STATE_ACTIONS[MeetingState.CANCELLED],
            cancel=lambda why: self.set_state(MeetingState.CANCELLED, why=why),
        )
        open_form(self, form)

    def remove(self) -> None:
        """Take out a meeting planned by mistake; the page goes back to the list."""
        check_may_write(self)
        meetings.remove_meeting(self._session().file, self.meeting_id)

    def copy_link(self) -> None:
        """The link of the call, to be pasted elsewhere."""
        QGuiApplication.clipboard().setText(self._meeting().link)

    def fill(self, menu: QMenu) -> None:
        """Everything that may be done with this meeting now."""
        for group in self.meeting_actions:
            offered = [action for action in group if action.can_be_done()]
            for action in offered:
                menu.addAction(Offer(action, menu))
            if offered:
                menu.addSeparator()


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
