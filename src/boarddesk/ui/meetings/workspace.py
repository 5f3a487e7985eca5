"""One meeting opened: number, date, place, states, the next step as its one primary button, its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from boarddesk.records import boards, meetings
from boarddesk.records.meeting_counts import meeting_counts
from boarddesk.records.minutes.states import stand_of
from boarddesk.rules.meetings.meeting import (
    STATE_ACTIONS,
    STEPS,
    Meeting,
    MeetingState,
    check_may_change,
    check_may_move,
    check_state,
    meeting_title,
)
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.minutes.states import MinutesStand
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.follower import Follower
from boarddesk.ui.kept_reading import KeptReading
from boarddesk.ui.meetings.actions import meeting_actions
from boarddesk.ui.meetings.meeting_dialog import (
    cancel_meeting_form,
    change_meeting_form,
    cleared_replies,
    move_meeting_form,
)
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import rule
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.stepper import Step, Stepper, StepState


class Workspace(QWidget):
    """Shows one meeting, one part of it in front, and writes what is done with the meeting.

    The page gives the parts with `set_parts` and shows the meeting again when it has changed or another part
    is asked for. A part somebody picked stays in front when another meeting is opened; until then each opens
    with the part it begins with.
    """

    part_requested = Signal()
    room_requested = Signal()
    sign_in_requested = Signal()
    pack_requested = Signal(bool)  # whether it is to be issued
    calendar_requested = Signal()
    mail_requested = Signal(str)
    seats_requested = Signal()
    document_requested = Signal(str)
    issue_requested = Signal(str, str)  # which kind, and which copy of it
    agenda_issue_requested = Signal()
    issued_requested = Signal(str)
    record_requested = Signal(str, str)
    told = Signal(str, str)

    def __init__(self, session: Callable[[], Session]) -> None:
        super().__init__()
        self._session = session
        self.meeting_id = self._number = ""
        self.found: Register | None = None
        self.stand = MinutesStand()
        self.next_step: Action | None = None
        self.parts: tuple[MeetingPart, ...] = ()
        self.meeting_actions: tuple[tuple[Action, ...], ...] = ()
        self.stepper = Stepper()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the meeting")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._picked = False
        self._counts: Follower | None = None
        self._counted: ChangeBus | None = None
        self.kept = KeptReading()
        self._read: frozenset[str] = frozenset()
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
        column.addSpacing(-4)
        column.addLayout(self._stack, 1)

    def set_parts(self, parts: Sequence[MeetingPart]) -> None:
        """In the order of their tabs; the first is in front."""
        self.parts = tuple(parts)
        for part in parts:
            self.tabs.addTab(part.title)
            self._stack.addWidget(part.widget)
        self.tabs.currentChanged.connect(lambda _at: self._pick())
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, by))
        self.meeting_actions = meeting_actions(self)

    def _pick(self) -> None:
        """A person brought another part to the front, and it stays there."""
        self._picked = True
        self.part_requested.emit()

    def _step(self, by: int) -> None:
        """The part after, or before, the one in front; the focus goes where one types in it."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self.parts))
        self.focus_rows()

    def show_part(self, title: str, record_id: str = "") -> None:
        """The part of that title to the front, because something in it was asked for: that record, if one."""
        at = [part.title for part in self.parts].index(title)
        self.tabs.setCurrentIndex(at)
        opens = self.parts[at].opens
        if record_id and opens is not None:
            opens(record_id)

    @property
    def session(self) -> Session:
        """The session in force."""
        return self._session()

    @property
    def front(self) -> MeetingPart:
        """The part whose tab is chosen."""
        return self.parts[self.tabs.currentIndex()]

    def focus_rows(self) -> None:
        """Where one types in the part in front."""
        self.front.focus()

    # ── showing ──

    def show_meeting(self, found: Register) -> None:
        """A meeting as it stands, the part in front filled with it."""
        other, self.meeting_id, self.found = found.meeting.id != self.meeting_id, found.meeting.id, found
        if other and not self._picked:
            self._begin(found)
        board = boards.board(self.session.file, found.meeting.board_id)
        self._number = meeting_title(board.short_name, found.meeting, board.year_start)
        file, of = self.session.file, found.meeting.id
        self.stand = self.kept.read(file, ("stand", of), lambda: stand_of(file, of))
        issued = self.kept.read(file, ("issued", of), lambda: meetings.agenda_was_issued(file, of))
        self.stepper.set_steps(_steps(found, self.stand, agenda_issued=issued))
        with self.session.file.reading() as seen:
            self.front.show(found, board)
        self._read = (frozenset() if other else self._read) | seen
        self.session.file.counts_as_read(self._read)  # a part that was in front may be again
        self._bring(self.front)
        self.next_step = self.front.next_step()
        self._follow_counts(other=other)

    def _follow_counts(self, *, other: bool) -> None:
        """The tabs say how many stand in each, and hear by themselves when that changes."""
        bus = self.session.change_bus
        if self._counts is None or self._counted is not bus:
            if self._counts is not None:
                self._counts.deleteLater()
            self._counts, self._counted = Follower(self.session.file, bus, self._count, self), bus
        elif not other:
            return
        self._counts.renew()

    def _count(self) -> None:
        if self.found is None:
            return
        counts = meeting_counts(self.session.file, self.found.meeting)
        for at, part in enumerate(self.parts):
            count = part.count(counts)
            self.tabs.setTabText(at, f"{part.title}   {count}" if count else part.title)

    def _begin(self, found: Register) -> None:
        """The part this meeting begins with, without anybody having picked it."""
        today = self.session.today
        begins = (at for at, part in enumerate(self.parts) if part.begins(found, today))
        quiet = QSignalBlocker(self.tabs)
        self.tabs.setCurrentIndex(next(begins, self.tabs.currentIndex()))
        quiet.unblock()

    def _bring(self, part: MeetingPart) -> None:
        """To the front; the focus goes with it, unless it stands on the tabs."""
        before, focus = self._stack.currentWidget(), self.window().focusWidget()
        if before is not None and before is not part.widget:
            had = focus is not None and before.isAncestorOf(focus)
            self._stack.setCurrentWidget(part.widget)
            if had:
                part.focus()

    def number(self) -> str:
        """`SIB 2026/27 · 03`."""
        return self._number

    def facts(self) -> str:
        """Date, time and place in one line."""
        if self.found is None:
            return ""
        meeting = self.found.meeting
        times = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
        when = ", ".join(part for part in (long_date(meeting.date), times) if part)
        return "  ".join(part for part in (when, meeting.venue or meeting.link) if part)

    # ── actions ──

    def take_next_step(self) -> None:
        """What the one primary button says."""
        if self.next_step is not None:
            self.next_step.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that no button over the tabs has a use for are the part's in front."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.isVisible():
            return self.front.takes(event)
        return super().eventFilter(watched, event)

    def leave_part(self) -> bool:
        """Esc: close what lies over the part in front; False where there was nothing to close."""
        return self.front.leave()

    def set_state(self, state: MeetingState, *, why: str = "") -> None:
        """Move the meeting on, or back where that mends a slip."""
        check_may_write(self)
        session = self.session
        meetings.set_state(session.file, self.meeting_id, state, today=session.today, why=why)

    def reinstate(self) -> None:
        """Plan a cancelled meeting again, on its day."""
        self.set_state(MeetingState.PLANNED)

    def _meeting(self) -> Meeting:
        return meetings.meeting(self.session.file, self.meeting_id)

    def move_meeting(self) -> None:
        """Another day, with its time and place."""
        check_may_write(self)
        session, meeting = self.session, self._meeting()
        check_may_move(meeting)
        form = move_meeting_form(session.file, meeting, today=session.today)
        open_form(self, form, lambda many: self.told.emit(*cleared_replies(many, meeting)))

    def change_meeting(self) -> None:
        """Its times, place or link, also once it was held."""
        check_may_write(self)
        meeting = self._meeting()
        check_may_change(meeting)
        open_form(self, change_meeting_form(self.session.file, meeting))

    def cancel(self) -> None:
        """Ask why, then cancel; its day stays in the list."""
        check_may_write(self)
        session, closed = self.session, self.found is not None and self.found.closed
        check_state(self._meeting(), MeetingState.CANCELLED, today=session.today, register_closed=closed)
        form = cancel_meeting_form(
            self.number(),
            title=STATE_ACTIONS[MeetingState.CANCELLED],
            cancel=lambda why: self.set_state(MeetingState.CANCELLED, why=why),
        )
        open_form(self, form)

    def open_corrections(self) -> None:
        """What the copies of its draft minutes that came back propose."""
        self.record_requested.emit("corrections", self.meeting_id)

    def remove(self) -> None:
        """Take out a meeting planned by mistake; the page goes back to the list."""
        check_may_write(self)
        meetings.remove_meeting(self.session.file, self.meeting_id)

    def publish_minutes(self) -> None:
        """What could name a child is looked for before the copy for everybody goes out."""
        check_may_write(self)
        self.record_requested.emit("publish", self.meeting_id)

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


def _steps(register: Register, stand: MinutesStand, *, agenda_issued: bool) -> list[Step]:
    """Only what happened is ticked: a meeting may be held without its agenda having gone out from here."""
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
    confirmed = stand.state is MinutesState.CONFIRMED
    place = len(steps) - 1 if confirmed else steps.index(state)
    shown = [
        Step(
            stand.words if word is MeetingState.DRAFT_MINUTES and at == place else word.capitalize(),
            StepState.DONE if at < place else StepState.NOW if at == place else StepState.TO_COME,
        )
        for at, word in enumerate(steps)
    ]
    agenda = steps.index(MeetingState.AGENDA_ISSUED)
    if agenda < place and not agenda_issued:
        shown[agenda] = Step("Agenda not issued", StepState.PASSED_OVER)
    return shown
