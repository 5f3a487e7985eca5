"""The forward plan on the page: months down, what is wanted in each; added, changed, moved and withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.forward_plan import FORWARD_PLAN
from boarddesk.records.agenda import forward_plan as records
from boarddesk.rules.agenda.entry import ForwardEntry
from boarddesk.rules.refused import Refused
from boarddesk.ui.action import Action
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.meetings.forward_plan.forms import (
    add_entry_form,
    change_entry_form,
    place_entry_form,
    withdraw_entry_form,
)
from boarddesk.ui.meetings.forward_plan.rows import COLUMNS, ShownPlan, rows
from boarddesk.ui.page import Page, Session
from boarddesk.ui.rows_to_excel import rows_saver
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.filter_bar import FilterBar
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.table.record_table import RecordTable


class ForwardPlanView(QWidget):
    """The items wanted of the meetings to come; Enter changes one, Alt and the arrows put it in its place."""

    def __init__(self, page: Page, session: Callable[[], Session]) -> None:
        super().__init__()
        self._page, self._session = page, session
        self._shown: ShownPlan | None = None
        self.table = RecordTable("forward plan", COLUMNS, noun=("item", "items"))
        self.table.view.setAccessibleName("Forward plan")
        self.table.opened.connect(lambda _id: self.change())
        self.table.set_empty(
            EmptyState(
                "Nothing is planned ahead yet",
                "What a later meeting is to take stands here by month: once, at each meeting, every quarter "
                "or every March, and by which board first. It is offered when its agenda is made.",
                buttons=[buttons.primary("Add to the forward plan", self.add)],
            )
        )
        self.table.save_rows = rows_saver(page)
        self.filter = FilterBar(self.table, hint="Filter these items")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)
        self.actions_of_row = self._actions()
        self.table.set_actions(self.actions_of_row)

    # ── showing ──

    def reload(self) -> None:
        """Read the plans of the boards in sight again."""
        session = self._session()
        plan, areas = records.forward_plan(session.file), records.area_names(session.file)
        self._shown = ShownPlan(plan, session.board_id, session.today, areas)
        made, groups = rows(self._shown)
        self.filter.setVisible(bool(made))
        self.table.set_rows(made, groups)
        if made and not self.table.chosen_id():
            self.table.choose_first()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned at all."""
        return not self.table.model.rows

    def says(self) -> str:
        """`14 items, 1 late, 1 goes up too early`."""
        shown = self._shown
        if shown is None or self.is_empty:
            return ""
        next_times = [found for entry in shown.entries if (found := shown.next_of(entry))]
        late = sum(bool(found.owed) for found in next_times)
        early = sum(found.route is not None and not found.route.state.holds for found in next_times)
        parts = [self.table.count_text()]
        parts += [f"{late} late"] if late else []
        parts += [f"{early} {'goes' if early == 1 else 'go'} up too early"] if early else []
        return ", ".join(parts)

    def choose(self, entry_id: str) -> None:
        """Bring one to the front."""
        self.table.choose(entry_id)

    def focus_first(self) -> None:
        """The items; while there are none, what adds one."""
        (self.table.view if not self.is_empty else self.table).setFocus()

    # ── what can be done ──

    def _actions(self) -> tuple[Action, ...]:
        def of_entry(
            title: str,
            does: Callable[[ForwardEntry], object],
            *,
            withdrawn: bool | None = False,
            words: str = "",
            keys: str = "",
        ) -> Action:
            def applies() -> bool:
                entry = self._chosen()
                return entry is not None and withdrawn in (None, entry.withdrawn_on is not None)

            def run() -> None:
                entry = self._chosen()
                if entry is not None:
                    check_may_write(self)
                    does(entry)

            return Action(title, run, words=f"forward plan {words}", applies=applies, row_keys=keys)

        return (
            of_entry("Change item…", self._change, words="edit title lead"),
            of_entry("Move item to another month…", self._place, words="later meeting postpone"),
            of_entry("Move item up", partial(self._order, step=-1), keys="Alt+Up"),
            of_entry("Move item down", partial(self._order, step=1), keys="Alt+Down"),
            of_entry("Withdraw item…", self._withdraw, words="no longer"),
            of_entry("Take item back into the plan", self._bring_back, withdrawn=True),
            of_entry("Remove item", self._remove, withdrawn=None, keys="Del", words="delete mistake"),
        )

    def _chosen(self) -> ForwardEntry | None:
        row_id = "" if self.table.chosen_group() else self.table.chosen_id()
        entries = self._shown.entries if self._shown and self.isVisible() else ()
        return next((entry for entry in entries if entry.id == row_id), None)

    def _read(self) -> ShownPlan:
        check_may_write(self)
        if self._shown is None or not self._shown.plan.boards:
            raise Refused("Add a board under People first; then its meetings can be planned ahead.")
        return self._shown

    def _open(self, form: Form) -> None:
        open_form(self._page, form, self.choose)

    def add(self) -> None:
        """Ask for another item."""
        self._open(add_entry_form(self._session().file, self._read()))

    def change(self) -> None:
        """Ask for the chosen item anew."""
        entry = self._chosen()
        if entry is not None and not entry.withdrawn_on:
            self._change(entry)

    def _change(self, entry: ForwardEntry) -> None:
        self._open(change_entry_form(self._session().file, self._read(), entry))

    def _place(self, entry: ForwardEntry) -> None:
        self._open(place_entry_form(self._session().file, self._read(), entry))

    def _withdraw(self, entry: ForwardEntry) -> None:
        session = self._session()
        open_form(self._page, withdraw_entry_form(session.file, entry, today=session.today))

    def _bring_back(self, entry: ForwardEntry) -> None:
        records.bring_back_entry(self._session().file, entry.id)

    def _remove(self, entry: ForwardEntry) -> None:
        records.remove_entry(self._session().file, entry.id)

    def _order(self, entry: ForwardEntry, *, step: int) -> None:
        """Before the one above it in its month, or after the one below: across the plan that may be far."""
        shown = self._read()
        if self.table.model.arrangement.sort_key:
            raise Refused("The list is sorted by a column. Click its heading until the plan’s order is back.")
        beside = [
            other.id
            for other in shown.entries
            if other.board_id == entry.board_id and shown.group_of(other) == shown.group_of(entry)
        ]
        to = beside.index(entry.id) + step
        if 0 <= to < len(beside):
            places = [other.id for other in shown.plan.of_board(entry.board_id)]
            records.order_entry(
                self._session().file, entry.id, step=places.index(beside[to]) - places.index(entry.id)
            )

    def save(self) -> None:
        """The plan of the board in sight as a document."""
        session, shown = self._session(), self._shown
        known = list(shown.plan.boards.values()) if shown else []
        board = next((board for board in known if board.id == session.board_id), None)
        if board is None and len(known) == 1:
            board = known[0]
        if board is None:
            raise Refused("Choose one board above; its forward plan can then be written.")
        prepare = partial(FORWARD_PLAN.prepare, session.file, DocumentQuery(session.today, board_id=board.id))
        save_document(self._page, prepare, name=f"{board.short_name} forward plan", ending=".docx")
