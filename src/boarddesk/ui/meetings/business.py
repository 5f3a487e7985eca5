"""The part of a meeting about what came of it: its decisions, its actions, and what is open from before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.actions.business import Business, load
from boarddesk.ui.actions.business_actions import ACTION_KIND, DECISION_KIND, BusinessActions
from boarddesk.ui.actions.meeting_rows import COLUMNS, meeting_rows
from boarddesk.ui.actions.panels import BusinessPanel
from boarddesk.ui.actions.sections import filling
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.table.record_table import RecordTable

_NOTHING = (
    "What this meeting decides and whom it asks to do what stands here, with what is still open from the "
    "meetings before."
)


def business_part(on: Workspace) -> MeetingPart:
    """Decisions and actions, in one list one goes down by keys."""
    view = BusinessView(on)
    return MeetingPart(
        "Actions",
        view,
        view.show_meeting,
        focus=view.focus_rows,
        next_step=lambda: None,
        actions=view.adding,
        leave=view.leave_panel,
        count=lambda counts: counts.open_actions,
    )


class BusinessView(QWidget):
    """Shows the rows with the chosen one beside them; adds, and does what the row's keys say."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self._found: Register | None = None
        self._shown: Business | None = None
        self._wanted = ""
        self._adders: list[QPushButton] = []
        self.business_actions = BusinessActions(
            self, session=lambda: on.session, shown=self.shown, opened=self.bring
        )
        self.table = RecordTable("meeting business", COLUMNS, noun=("row", "rows"))
        self.table.view.setAccessibleName("Decisions and actions of this meeting, and open ones from before")
        self.detail = SteadyDetail(width=344)
        self.both = ListAndDetail(self.table, self.detail, narrow=344, wide=440, escapes=False)
        self._make_actions()
        self._empty = self._nothing()
        self._lay_out()
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.opened.connect(lambda _id: self._enter_detail())
        self.table.edited.connect(self._edit)
        self.table.view.arranged.connect(self._span_decisions)

    def _make_actions(self) -> None:
        def of_row(title: str, run: Callable[[], object], applies: Callable[[], bool], keys: str) -> Action:
            return Action(title, run, applies=applies, row_keys=keys)

        may = self._may_add
        self.adding = (
            Action("Add decision…", self.add_decision, "Meeting", "Ctrl+D", words="agreed", applies=may),
            Action("Add action…", self.add_action, "Meeting", "Ctrl+Shift+A", words="arising", applies=may),
        )
        self.row_actions = (
            of_row("Mark as done…", self.finish, lambda: self._open_action() is not None, "D"),
            of_row("Move date…", self.move_date, lambda: self._open_action() is not None, "M"),
            of_row("Withdraw…", self.withdraw, lambda: self._open_action() is not None, ""),
            of_row("Reopen…", self.reopen, self._may_reopen, ""),
            of_row("Ratify…", self.ratify, self._may_ratify, "R"),
            of_row("Remove", self.remove, lambda: bool(self.table.chosen_id()), "Del"),
        )
        self.table.set_actions(self.row_actions)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "Nothing decided or asked yet",
            _NOTHING,
            buttons=self._adding_buttons(),
        )

    def _adding_buttons(self) -> list[QPushButton]:
        made = []
        for action in self.adding:
            button = buttons.secondary(action.title.removesuffix("…"), action.do, icon="plus")
            button.setToolTip(f"{button.text().strip()} ({action.keys})")
            made.append(button)
        self._adders += made
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._bar = QWidget()
        across = QHBoxLayout(self._bar)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for button in self._adding_buttons():
            across.addWidget(button)
        across.addStretch(1)
        self._count = label("", "meta")
        across.addWidget(self._count)
        for part in (self._bar, self._empty):
            column.addWidget(part)
        column.addWidget(self.both, 1)

    # ── showing ──

    def show_meeting(self, found: Register, _board: Board) -> None:
        """What came of a meeting as it stands, and what is open from before."""
        self._found = found
        session, meeting = self._on.session, found.meeting
        self._shown = load(session.file, meeting.board_id, today=session.today)
        self.table.set_settings(session.settings)
        rows, groups = meeting_rows(self._shown, meeting)
        self.table.set_rows(rows, groups)
        for part, there in ((self._empty, not rows), (self.both, bool(rows)), (self._bar, bool(rows))):
            part.setVisible(there)
        for button in self._adders:
            button.setEnabled(self._may_add())
        here = [known for known in self._shown.decisions.values() if known.meeting_id == meeting.id]
        still_open = len(self._shown.open_actions)
        parts = [count_in_figures(len(here), "decision"), f"{count_in_figures(still_open, 'action')} open"]
        self._count.setText(" · ".join(parts))
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        if rows and not self.table.chosen_id():
            self.table.choose_first()
        self._show_chosen()

    def _span_decisions(self) -> None:
        """A decision has nobody and no day: its words run on over those columns."""
        keys = [column.key for column in self.table.model.columns]
        for at, line in enumerate(self.table.model.lines):
            if line.row is not None and line.row.cell("text").spans:
                ends = "from" if line.row.cell("from").words else "state"
                self.table.view.setSpan(at, keys.index("text"), 1, keys.index(ends) - keys.index("text"))

    def shown(self) -> Business:
        """What was last read."""
        assert self._shown is not None
        return self._shown

    def _show_chosen(self) -> None:
        if self._shown is None:
            return
        panel = BusinessPanel(self.detail, self.business_actions, self._shown)
        filled = filling(panel, self._shown, self.table.chosen_id())
        if filled is None:
            self.detail.show_nothing()
            self.both.hide_detail()
        else:
            self.detail.show_filled(*filled)
            self.both.show_detail(asked=self.both.is_detail_shown())

    def bring(self, kind: str, record_id: str) -> None:
        """Bring what was made to the front; a meeting opens in place of this one."""
        if kind not in (ACTION_KIND, DECISION_KIND):
            self._on.record_requested.emit(kind, record_id)
        elif not self.table.choose(record_id):
            self._wanted = record_id

    def focus_rows(self) -> None:
        """The rows, or the first button of the empty part."""
        first = next((button for button in self._adders if button.isVisible()), None)
        if self.both.isHidden() and first is not None:
            first.setFocus()
        else:
            self.table.view.setFocus()

    def _enter_detail(self) -> None:
        self.both.show_detail(asked=True)
        self.detail.enter()

    def leave_panel(self) -> bool:
        """Esc: from the detail back to the rows."""
        focus = self.window().focusWidget()
        if focus is None or not self.detail.isAncestorOf(focus):
            return False
        self.table.view.setFocus()
        return True

    # ── actions ──

    def _may_add(self) -> bool:
        """Nothing comes of a meeting still to come, or of one that did not take place."""
        found = self._found
        return (
            found is not None
            and found.meeting.state is not MeetingState.CANCELLED
            and found.meeting.date <= self._on.session.today
        )

    def add_decision(self) -> None:
        """Ask what was decided."""
        check_may_write(self)
        if self._found is not None:
            self.business_actions.add_meeting_decision(self._found.meeting)

    def add_action(self) -> None:
        """Ask what is to be done."""
        check_may_write(self)
        if self._found is not None:
            self.business_actions.add_meeting_action(self._found.meeting)

    def _action(self) -> BoardAction | None:
        return self._shown.actions.get(self.table.chosen_id()) if self._shown else None

    def _decision(self) -> Decision | None:
        return self._shown.decisions.get(self.table.chosen_id()) if self._shown else None

    def _open_action(self) -> BoardAction | None:
        action = self._action()
        return action if action is not None and action.is_open else None

    def _may_reopen(self) -> bool:
        action = self._action()
        return action is not None and not action.is_open

    def _may_ratify(self) -> bool:
        made = self._decision()
        return made is not None and made.awaits_ratification

    def finish(self) -> None:
        """Ask what was done."""
        if (action := self._open_action()) is not None:
            self.business_actions.finish(action)

    def move_date(self) -> None:
        """Ask for another date."""
        if (action := self._open_action()) is not None:
            self.business_actions.move(action)

    def withdraw(self) -> None:
        """Ask why it is wanted no longer."""
        if (action := self._open_action()) is not None:
            self.business_actions.withdraw(action)

    def reopen(self) -> None:
        """Ask why it is opened again."""
        if (action := self._action()) is not None:
            self.business_actions.reopen(action)

    def ratify(self) -> None:
        """Ask at which meeting it was ratified; this one is proposed."""
        if (made := self._decision()) is not None and self._found is not None:
            self.business_actions.ratify(made, at=self._found.meeting.id)

    def remove(self) -> None:
        """Take out what was entered by mistake; undo brings it back."""
        check_may_write(self)
        if (kind := self._kind()) is not None:
            self.business_actions.remove(kind, self.table.chosen_id())

    def _kind(self) -> str | None:
        if self._action() is not None:
            return ACTION_KIND
        return DECISION_KIND if self._decision() is not None else None

    def _edit(self, record_id: str, key: str, value: str) -> None:
        kind = ACTION_KIND if record_id in self.shown().actions else DECISION_KIND
        self.business_actions.edit(kind, record_id, key, value)
