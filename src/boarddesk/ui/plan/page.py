"""The Plan page: areas, actions and milestones in one table, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from boarddesk.records.plan import plans
from boarddesk.rules.plan.actions import Action as PlanAction
from boarddesk.rules.plan.actions import Area, Plan
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.page import Session
from boarddesk.ui.plan import empty
from boarddesk.ui.plan.actions import PlanActions
from boarddesk.ui.plan.sections import plan_section
from boarddesk.ui.plan.shown_plan import ShownPlan, load
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import pop_up_under


class PlanPage(RecordsPage[ShownPlan]):
    """What was promised, by whom and when, where it stands and why."""

    name, title, icon = "plan", "Plan", "plan"
    opens = frozenset({"plan", "area", "action", "milestone", "kpi"})
    nothing = "There is no plan here yet. Import one, or begin one."

    def __init__(self) -> None:
        super().__init__(narrow=372, wide=480, slim=324, least=688)
        self._plan_id = self._asked_id = ""
        self.plan_actions = PlanActions(
            self,
            session=lambda: self.session,
            shown=lambda: self.shown,
            made=self.show_record,
            opened=self.open_requested.emit,
        )
        self.plan_choice = Choice(name="Plan shown")
        self.plan_choice.picked.connect(self._pick_plan)
        self.header.add_near(self.plan_choice)
        self.more = buttons.icon_button("more", "More for this plan", self._open_menu)
        section = plan_section(self)
        self.update_button = buttons.secondary_of(section.actions[1])
        self.update_button.setToolTip("What has happened on the action chosen (U)")
        self.set_sections([section], controls=[self.more, self.update_button])
        self.list = self.lists[section.kind]

    # ── showing ──

    def show_session(self, session: Session) -> None:
        """Another board shows its own plan again."""
        if self._session is not None and self._session.board_id != session.board_id:
            self._asked_id = ""
        super().show_session(session)

    def read(self) -> ShownPlan | None:
        """The plan chosen for this board."""
        known = self._plans()
        self._offer_plans(known)
        return load(self.session.file, self._plan_id, today=self.session.today) if known else None

    def empty(self) -> EmptyState:
        """No plan at all."""
        return empty.no_plan(self.go_to_import, self._begin_plan)

    def _plans(self) -> list[Plan]:
        """The plans of the board chosen above, those of no board, and one that was asked for."""
        board_id = self.session.board_id
        return [
            plan
            for plan in plans.plans(self.session.file)
            if board_id is None or plan.board_id in (None, board_id) or plan.id == self._asked_id
        ]

    def _offer_plans(self, known: Sequence[Plan]) -> None:
        ids = [plan.id for plan in known]
        if self._plan_id not in ids:
            self._plan_id = ids[0] if ids else ""
        self.plan_choice.set_choices([(plan.id, plan.name) for plan in known])
        self.plan_choice.choose(self._plan_id)
        self.plan_choice.setVisible(len(known) > 1)

    def dress(self) -> None:
        """The header of a plan, or of none."""
        super().dress()
        self.update_button.setVisible(not self.front.is_empty)
        self.update_button.setEnabled(self.action() is not None)
        self.more.setVisible(self._read is not None)

    def says(self, read: ShownPlan | None) -> str:
        """`Improvement plan, 43 actions`."""
        if read is None:
            return ""
        count = count_in_figures(len(read.actions), "action") if read.actions else "no actions yet"
        return count if not self.plan_choice.isHidden() else f"{read.plan.name}, {count}"

    # ── what is chosen ──

    def action(self) -> PlanAction | None:
        """The action chosen, or that of the chosen milestone; None while an area is chosen."""
        chosen, read = self.front.chosen(), self._read
        return read.actions.get(read.action_of.get(chosen, chosen)) if read is not None else None

    def area(self) -> Area | None:
        """The area chosen; None while one of its rows is."""
        return self._read.areas.get(self.front.chosen()) if self._read is not None else None

    def milestone_id(self) -> str:
        """The milestone chosen; empty for none."""
        chosen = self.front.chosen()
        return chosen if self._read is not None and chosen in self._read.action_of else ""

    def show_record(self, record_id: str) -> None:
        """Choose an area, action or milestone of the plan in sight, whatever was filtered before."""
        self.bring("plan", record_id)

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one plan, area, action or milestone; a KPI is shown with what it measures."""
        if kind == "plan" and record_id:
            self._pick_plan(record_id)
        elif record_id:
            self.show_record(self._bring_plan_of(record_id))

    def _bring_plan_of(self, record_id: str) -> str:
        """Show the plan a record stands in, whichever board's it is; the row that shows the record."""
        for bare in plans.plans(self.session.file):
            plan = load(self.session.file, bare.id, today=self.session.today)
            row_id = plan.row_of(record_id)
            if row_id:
                if bare.id != self._plan_id:
                    self._pick_plan(bare.id)
                return row_id
        return record_id

    def _pick_plan(self, plan_id: str) -> None:
        self._plan_id = self._asked_id = plan_id
        self.renew()

    def go_to_import(self) -> None:
        """Most offices have their plan in a document."""
        self.open_requested.emit("import", "")

    # ── actions ──

    def add_here(self) -> None:
        """An action in the area at hand; an area where there is none; a plan where there is none."""
        if self._read is None:
            self._begin_plan()
            return
        action, area = self.action(), self.area()
        if action is not None:
            area = self._read.areas[action.area_id]
        area = area or next(iter(self._read.plan.areas), None)
        if area is None:
            self.plan_actions.add_area()
        else:
            self.plan_actions.add_action(area)

    def _begin_plan(self) -> None:
        self.plan_actions.begin_plan(self._pick_plan)

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
            Action("Import a plan…", self.go_to_import, menu="Plan", words="word excel"),
        )

    def commands(self) -> Sequence[Action]:
        """What the Plan menu offers."""
        return (self.list.section.new, *self._on_the_plan(), *self.row_actions())
