"""The Today page: what is late first, then who must do what, then how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from boarddesk.records.packs.today import briefing
from boarddesk.rules.attention import attention
from boarddesk.rules.briefing import Briefing, Next, changed_counts
from boarddesk.rules.meetings.meeting import meeting_title
from boarddesk.rules.meetings.rhythm import RhythmStep, rhythm, until
from boarddesk.rules.registers.quorum import forecast
from boarddesk.rules.wording import with_the
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Page
from boarddesk.ui.today import standing, waiting
from boarddesk.ui.today.meeting_card import MeetingCard, NextMeeting
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import full_date, long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import ElidedLabel, label, rule
from boarddesk.ui.widgets.stacked_bar import Legend
from boarddesk.ui.widgets.stepper import Step, Stepper, StepState
from boarddesk.ui.widgets.table.record_table import RecordTable

ROW = 28
LEAST_WAITING = 6
NARROW, ASIDE = 1000, 320
"""Below the first, what stands at the right goes below; the second is how wide it is beside."""

REST = 516
"""Height of everything on the page but the lines that wait."""


class TodayPage(Page):
    """The month's steps, what waits, the next meeting, the state of plan, KPIs and attendance."""

    name, title, icon = "today", "Today", "today"

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0
        self._partings: list[QBoxLayout] = []
        self._make_parts()
        inside = QWidget()
        inside.setProperty("ground", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.rhythm)
        self._column.addLayout(self._upper())
        self._column.addLayout(self._lower())
        self._column.addStretch(1)
        self._column.addWidget(self.changed)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(area)
        self._stack.addWidget(self._empty())

    def _empty(self) -> EmptyState:
        return EmptyState(
            "An empty office",
            "Your day stands here once a board meets: what is late, who is asked, the next meeting "
            "and its quorum. Bring in the plan and the registers you have, or begin with a board.",
            buttons=[
                buttons.primary(
                    "Bring in plan and registers", lambda: self.open_requested.emit("import", "")
                ),
                buttons.secondary("Add a board", lambda: self.open_requested.emit("board", "")),
            ],
        )

    def _make_parts(self) -> None:
        self.rhythm = QWidget()
        self.rhythm.setProperty("ground", "panel")
        self.rhythm.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.round = label("", "section")
        self.round_of = ElidedLabel("", "meta")
        self.steps = Stepper(stacked=True)
        column = QVBoxLayout(self.rhythm)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        for shown in (self.round, self.round_of):
            head.addWidget(shown)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.steps)
        self.table = RecordTable("waiting", waiting.COLUMNS, noun=("thing", "things"), row_height=ROW)
        self.table.view.setAccessibleName("Needs attention")
        self.table.view.head.hide()
        self.table.opened.connect(lambda row_id: self.open_requested.emit(*waiting.opens(row_id)))
        self.nothing = label("Nothing waits: nothing is late and no reason is missing.", "muted")
        self.card = MeetingCard()
        self.plan = standing.Section("Plan by area")
        self.legend = Legend()
        self.kpis = standing.Section("KPIs")
        self.attendance = standing.Section("Attendance")
        self.changed = standing.ChangedStrip(self.open_requested.emit)

    def _upper(self) -> QBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.count = label("", "meta")
        head.addWidget(label("Needs attention", "section"))
        head.addWidget(self.count)
        head.addStretch(1)
        left.addLayout(head)
        left.addWidget(rule())
        left.addWidget(self.table)
        left.addWidget(self.nothing)
        left.addStretch(1)
        across = self._parting()
        across.addLayout(left, 1)
        across.addWidget(self.card)
        return across

    def _parting(self) -> QBoxLayout:
        """Two parts side by side, or under each other where the window is narrow."""
        made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        made.setSpacing(24)
        self._partings.append(made)
        return made

    def _lower(self) -> QBoxLayout:
        pair = QGridLayout()
        pair.setHorizontalSpacing(24)
        pair.setVerticalSpacing(8)
        pair.addWidget(self.plan, 0, 0)
        pair.addWidget(self.kpis, 0, 1)
        pair.addWidget(self.legend, 1, 0, 1, 2)
        for column in (0, 1):
            pair.setColumnStretch(column, 1)
        across = self._parting()
        across.addLayout(pair, 1)
        across.addWidget(self.attendance)
        return across

    # ── showing ──

    def reload(self) -> None:
        """Everything for the board chosen above, as it stands today."""
        session = self.session
        found = briefing(session.file, session.board_id, session.today)
        self.header.set_detail(full_date(session.today))
        self._stack.setCurrentIndex(0 if found.office.boards else 1)
        self._show_next(found.next, session.today)
        QTimer.singleShot(0, self, self._part)  # once what the card holds now has its size
        self._show_waiting(found, session.today)
        self._show_standing(found, session.today)
        since = found.last_board
        title = f"Changed since the board of {since.day} {since:%B}" if since else "No board has met yet"
        self.changed.show_counts(title, changed_counts(found))

    def _show_next(self, shown: Next | None, today: date) -> None:
        self.rhythm.setVisible(shown is not None)
        if shown is None:
            self.card.show_none()
            return
        board, meeting = shown.board, shown.meeting
        steps = rhythm(board, meeting, today=today, record=shown.record)
        self.round.setText(f"{meeting.date:%B} round")
        self.round_of.setText(f"for {with_the(board.name)} of {long_date(meeting.date)}")
        self.steps.set_steps(_steps(steps, today), progress=_progress(steps, today))
        self.card.show_meeting(
            NextMeeting(
                meeting,
                meeting_title(board.short_name, meeting, board.year_start),
                shown.roll,
                shown.replies,
                forecast(board, shown.roll, shown.replies, day=meeting.date),
            )
        )

    def _show_waiting(self, found: Briefing, today: date) -> None:
        lines = attention(found.office, today=today)
        self.count.setText(str(len(lines)) if lines else "")
        self.table.set_rows(waiting.rows(lines))
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self._waiting = len(lines)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part()
        self._fit()

    def _part(self) -> None:
        """Below a width the card and the attendance go under what they stood beside, as wide as it."""
        narrow = self.width() < look().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for part in (self.card, self.attendance):
            part.setMinimumWidth(0 if narrow else look().px(ASIDE))
            part.setMaximumWidth(self.width() if narrow else look().px(ASIDE))
        self.card.setMinimumHeight(self._whole_card())
        for parting in self._partings:
            if parting.direction() is not way:
                parting.setDirection(way)
                parting.update()  # Qt lays out the parts anew, but not what holds them

    def _whole_card(self) -> int:
        """How high the card is with all it says: it is never cut, the page scrolls instead."""
        inside, edges = self.card.widget(), 2 * self.card.frameWidth()
        return max(inside.heightForWidth(look().px(ASIDE) - edges), 0) + edges if inside is not None else 0

    def _fit(self) -> None:
        """As many lines as leave the state of things in sight below them."""
        room = (self.height() - look().px(REST)) // look().px(ROW)
        shown = min(self._waiting, max(room, LEAST_WAITING))
        self.table.setFixedHeight(look().px(ROW) * shown + 2)

    def _show_standing(self, found: Briefing, today: date) -> None:
        plan = found.plan
        actions = sum(len(area.actions) for area in plan.areas) if plan else 0
        self.plan.detail.setText(f"{actions} actions" if plan else "")
        self.plan.fill(
            standing.plan_by_area(plan, today, opens=self.open_requested.emit)
            if plan
            else standing.sentence("No plan yet. Import one from Word, or begin one on the Plan page.")
        )
        self.legend.set_statuses(standing.statuses_used(plan) if plan else ())
        kpis = found.office.kpis
        self.kpis.detail.setText(standing.steps_met(kpis, today) if kpis else "")
        self.kpis.fill(
            standing.kpi_strip(kpis, today)
            if kpis
            else standing.sentence("No KPIs yet. They come with the plan or its scorecard.")
        )
        counted = found.attendance.trend
        self.attendance.detail.setText(standing.period_of(found.attendance) if counted else "")
        self.attendance.fill(
            standing.attendance(found.attendance, found.office.registers, today)
            if counted
            else standing.sentence("No register has been closed yet.")
        )

    def focus_first(self) -> None:
        """What waits."""
        self.table.view.setFocus()


def _steps(steps: Sequence[RhythmStep], today: date) -> list[Step]:
    """Done with a tick, the first to come ringed; late under its date."""
    coming = next((step for step in steps if not step.done and step.day >= today), None)
    return [
        Step(
            step.title,
            StepState.DONE if step.done else StepState.NOW if step is coming else StepState.TO_COME,
            second=f"{step.day:%a} {step.day.day} {step.day:%b}",
            note=step.late or until(step.day, today),
            late=bool(step.late),
            square=step.is_meeting,
        )
        for step in steps
    ]


def _progress(steps: Sequence[RhythmStep], today: date) -> float | None:
    """How far today stands between the last step done and the next."""
    for before, after in pairwise(steps):
        if before.done and not after.done and before.day <= today <= after.day and after.day > before.day:
            return (today - before.day).days / (after.day - before.day).days
    return None
