"""The Plan page: areas, actions and milestones in one table, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QWidget

from boarddesk.records.plan import plans
from boarddesk.rules.plan.actions import Action as PlanAction
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Page, Session
from boarddesk.ui.plan import empty
from boarddesk.ui.plan.actions import PlanActions
from boarddesk.ui.plan.detail import PlanDetail
from boarddesk.ui.plan.plan_list import PlanList
from boarddesk.ui.plan.shown_plan import ShownPlan, load
from boarddesk.ui.rows_to_excel import rows_saver
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import pop_up_under

FLOATS_BELOW = 1060
"""A page so narrow shows the detail over its list."""

_DETAIL_WIDTHS = ((1500, 480), (1180, 372), (0, 324))


class PlanPage(Page):
    """What was promised, by whom and when, where it stands and why."""

    name, title, icon = "plan", "Plan", "plan"
    opens = frozenset({"plan", "area", "action", "milestone", "kpi"})

    def __init__(self) -> None:
        super().__init__()
        self._plan_id = self._asked_id = ""
        self._shown: ShownPlan | None = None
        self.plan_actions = PlanActions(
            self, office=lambda: self.office, shown=lambda: self.shown, made=self.show_record
        )
        self.list = PlanList()
        self.detail = PlanDetail(self.plan_actions)
        self._connect()
        self._make_header()
        self._make_row_menu()
        self._lay_out()

    @property
    def shown(self) -> ShownPlan:
        """The plan in sight."""
        if self._shown is None:
            raise Refused("There is no plan here yet. Import one, or begin one.")
        return self._shown

    # ── making ──

    def _connect(self) -> None:
        table = self.list.table
        self.list.moved.connect(self._show_chosen)
        table.opened.connect(lambda _id: self._enter_detail())
        table.edited.connect(self.plan_actions.edit_cell)
        table.pasted.connect(self.plan_actions.paste)
        table.save_rows = rows_saver(self)
        self.detail.closed.connect(self._close_detail)

    def _make_header(self) -> None:
        self.plan_choice = Choice(name="Plan shown")
        self.plan_choice.picked.connect(self._pick_plan)
        self.more = buttons.icon_button("more", "More for this plan", self._open_menu)
        self.update_button = buttons.secondary("Add update", self._add_update)
        self.update_button.setToolTip("What has happened on the action chosen (U)")
        self.add_button = buttons.secondary("Add action", self.new_record, icon="plus")
        self.header.add_near(self.plan_choice)
        self.header.add(self.more)
        self.header.add(self.update_button)
        self.header.add(self.add_button)

    def _lay_out(self) -> None:
        self._full = QWidget()
        self._across = QHBoxLayout(self._full)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(16)
        self._across.addWidget(self.list, 1)
        self._across.addWidget(self.detail)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self._full)

    def _make_row_menu(self) -> None:
        """What the menu of a row offers; the actions of every day have a key of their own in the table."""
        self.list.table.set_actions([*self._on_a_row(), Action("Delete", self._delete, row_keys="Del")])

    # ── loading ──

    def reload(self) -> None:
        """Read the plan chosen for this board and show it, keeping what is chosen."""
        self.list.table.set_settings(self.office.settings)
        known = self._plans()
        self._offer_plans(known)
        if not known:
            self._shown = None
            self._show_empty(empty.no_plan(self._import, self._begin_plan))
            return
        self._shown = load(self.office.file, self._plan_id, today=self.office.today)
        if not self._shown.plan.areas:
            self._show_empty(empty.no_areas(self.plan_actions.add_area, self._import))
            return
        self.list.show_plan(self._shown)
        self._stack.setCurrentWidget(self._full)
        self._show_chosen()
        self._dress()

    def _plans(self) -> list[Plan]:
        """The plans of the board chosen above, those of no board, and one that was asked for."""
        board_id = self.office.board_id
        return [
            plan
            for plan in plans.plans(self.office.file)
            if board_id is None or plan.board_id in (None, board_id) or plan.id == self._asked_id
        ]

    def _offer_plans(self, known: Sequence[Plan]) -> None:
        ids = [plan.id for plan in known]
        if self._plan_id not in ids:
            self._plan_id = ids[0] if ids else ""
        self.plan_choice.set_choices([(plan.id, plan.name) for plan in known])
        self.plan_choice.choose(self._plan_id)
        self.plan_choice.setVisible(len(known) > 1)

    def _show_empty(self, state: QWidget) -> None:
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)
        self._dress()

    def _dress(self) -> None:
        """The header of a plan, or of none."""
        shown = self._shown
        for control in (self.update_button, self.add_button):
            control.setVisible(shown is not None and bool(shown.plan.areas))
        self.more.setVisible(shown is not None)
        if shown is None:
            self.header.set_detail("")
            return
        count = count_in_figures(len(shown.actions), "action") if shown.actions else "no actions yet"
        self.header.set_detail(count if not self.plan_choice.isHidden() else f"{shown.plan.name}, {count}")

    # ── what is chosen ──

    def _show_chosen(self) -> None:
        action, area = self.list.action(), self.list.area()
        if self._shown is None:
            return
        if action is not None:
            self.detail.show_action(action, self._shown)
        elif area is not None:
            self.detail.show_area(area, self._shown)
        else:
            self.detail.show_nothing()
        self.update_button.setEnabled(action is not None)

    def show_record(self, record_id: str) -> None:
        """Choose an area, action or milestone of the plan in sight, whatever was filtered before."""
        self.catch_up()
        if not self.list.choose(record_id):
            self.list.clear_filters()
            self.list.choose(record_id)
        self.detail.show()
        self.focus_first()

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one plan, area, action or milestone; a KPI is shown with what it measures."""
        if kind == "plan" and record_id:
            self._pick_plan(record_id)
        elif record_id:
            self.show_record(self._bring_plan_of(record_id))

    def _bring_plan_of(self, record_id: str) -> str:
        """Show the plan a record stands in, whichever board's it is; the row that shows the record."""
        for bare in plans.plans(self.office.file):
            one = load(self.office.file, bare.id, today=self.office.today)
            row_id = one.row_of(record_id)
            if row_id:
                if bare.id != self._plan_id:
                    self._pick_plan(bare.id)
                return row_id
        return record_id

    def _pick_plan(self, plan_id: str) -> None:
        self._plan_id = self._asked_id = plan_id
        self.renew()

    def show_office(self, office: Session) -> None:
        """Another board shows its own plan again."""
        if self._office is not None and self._office.board_id != office.board_id:
            self._asked_id = ""
        super().show_office(office)

    def _enter_detail(self) -> None:
        """Enter on a row: into its detail."""
        self.detail.show()
        self.detail.enter()

    def _close_detail(self) -> None:
        self.detail.hide()
        self.focus_first()

    def focus_first(self) -> None:
        """The table, or the empty page."""
        shown = self._stack.currentWidget()
        if shown is self._full:
            self.list.table.view.setFocus()
        elif shown is not None:
            shown.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width()
        self.detail.setFixedWidth(
            next(look().px(wide) for least, wide in _DETAIL_WIDTHS if room >= look().px(least))
        )
        self._float(floats=room < look().px(FLOATS_BELOW))

    def _float(self, *, floats: bool) -> None:
        """Beside the list, or over its right side and only while it is asked for."""
        is_beside = self._across.indexOf(self.detail) >= 0
        if floats and is_beside:
            self._across.removeWidget(self.detail)
            self.detail.hide()
        elif not floats and not is_beside:
            self._across.addWidget(self.detail)
            self.detail.show()
        if floats:
            self._place_detail()

    def _place_detail(self) -> None:
        left = self._full.width() - self.detail.width()
        self.detail.setGeometry(left, 0, self.detail.width(), self._full.height())
        self.detail.raise_()

    # ── actions ──

    def new_record(self) -> None:
        """An action in the area at hand; an area where there is none; a plan where there is none."""
        if self._shown is None:
            self._begin_plan()
            return
        action, area = self.list.action(), self.list.area()
        if action is not None:
            area = self._shown.areas[action.area_id]
        area = area or next(iter(self._shown.plan.areas), None)
        if area is None:
            self.plan_actions.add_area()
        else:
            self.plan_actions.add_action(area)

    def _begin_plan(self) -> None:
        self.plan_actions.begin_plan(self._pick_plan)

    def _import(self) -> None:
        self.open_requested.emit("import", "")

    def _with_action(self, does: Callable[[PlanAction], object]) -> None:
        action = self.list.action()
        if action is not None:
            does(action)

    def _add_update(self) -> None:
        self._with_action(self.plan_actions.add_update)

    def _change_status(self) -> None:
        of = self.list.action() or self.list.area()
        if of is not None:
            self.plan_actions.offer_statuses(of, self.list.table.view.menu_point("status"))

    def _show_history(self) -> None:
        of = self.list.action() or self.list.area()
        if of is not None:
            self.plan_actions.show_history(of)

    def _tick(self) -> None:
        step_id = self.list.milestone_id()
        if step_id:
            steps = [step for action in self.shown.actions.values() for step in action.milestones]
            done = next(step.done for step in steps if step.id == step_id)
            self.plan_actions.tick(step_id, done=not done)

    def _delete(self) -> None:
        """What is chosen goes; the next row is chosen, and undo brings all of it back."""
        area = self.list.area()
        if area is not None:
            self.plan_actions.delete_area(area)
            gone = f"Area {area.number} is deleted, with {count_in_figures(len(area.actions), 'action')}."
            self.tell(gone, "Ctrl+Z brings all of it back.", tone=Tone.GOOD)
            return
        row_ids, action = self.list.table.chosen_ids(), self.list.action()
        after = self.list.row_after(row_ids) or (action.id if action is not None else "")
        self.plan_actions.delete_rows(row_ids)
        if after:
            self.list.choose(after)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for action in self._on_the_plan():
            menu.addAction(Offer(action, menu))
        pop_up_under(menu, self.more)

    def _on_the_plan(self) -> tuple[Action, ...]:
        def there_is_one() -> bool:
            return bool(self._plans())

        return (
            Action("Add area…", self.plan_actions.add_area, menu="Plan", words="new", applies=there_is_one),
            Action(
                "Change name and dates…", self.plan_actions.change_plan, menu="Plan", applies=there_is_one
            ),
            Action("Add plan…", self._begin_plan, menu="Plan", words="new"),
            Action("Import a plan…", self._import, menu="Plan", words="word excel"),
        )

    def _on_a_row(self) -> tuple[Action, ...]:
        def chosen() -> bool:
            return self.list.action() is not None

        def judged() -> bool:
            return chosen() or self.list.area() is not None

        def on_step() -> bool:
            return bool(self.list.milestone_id())

        def of_action(title: str, does: Callable[[PlanAction], object], words: str = "") -> Action:
            return Action(title, lambda: self._with_action(does), "Plan", words=words, applies=chosen)

        actions = self.plan_actions
        return (
            Action("Change status…", self._change_status, "Plan", words="rag", applies=judged, row_keys="S"),
            replace(of_action("Add update…", actions.add_update, "progress"), row_keys="U"),
            of_action("Add milestone…", actions.add_milestone),
            of_action("Add evidence…", actions.add_evidence),
            of_action("Ask about this action…", actions.ask),
            Action("Tick or untick milestone", self._tick, "Plan", applies=on_step),
            Action("History…", self._show_history, "Plan", applies=judged),
        )

    def commands(self) -> Sequence[Action]:
        """What the Plan menu offers."""
        new = Action("Add action…", self.new_record, menu="Plan", words="new")
        return (new, *self._on_the_plan(), *self._on_a_row())
