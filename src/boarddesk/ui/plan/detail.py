"""The chosen action or area at the right: filled again after every change without losing one's place."""

from __future__ import annotations

from boarddesk.rules.plan.actions import Action, Area
from boarddesk.ui.plan.action_panel import ActionPanel
from boarddesk.ui.plan.actions import PlanActions
from boarddesk.ui.plan.area_panel import AreaPanel
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.widgets.steady_detail import SteadyDetail


class PlanDetail(SteadyDetail):
    """Shows an action or an area."""

    def __init__(self, plan_actions: PlanActions) -> None:
        super().__init__(width=372)
        self._plan_actions = plan_actions

    def show_action(self, action: Action, shown: ShownPlan) -> None:
        """An action with all that hangs on it."""
        self.show_filled(action.id, lambda: ActionPanel(self, self._plan_actions, shown).fill(action))

    def show_area(self, area: Area, shown: ShownPlan) -> None:
        """An area with what it reports to the board."""
        self.show_filled(area.id, lambda: AreaPanel(self, self._plan_actions, shown).fill(area))
