"""The list of the plan page: areas, actions and milestones, what filters them, what fills the panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boarddesk.rules.plan.flags import FlagKind
from boarddesk.rules.statuses.status import StatusIs
from boarddesk.ui.action import Action
from boarddesk.ui.plan import empty, plan_table
from boarddesk.ui.plan.action_panel import ActionPanel
from boarddesk.ui.plan.area_panel import AreaPanel
from boarddesk.ui.plan.row_actions import row_actions
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.records_page.section import Filling, Filter, Listing, Section
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.table.rows import Row

if TYPE_CHECKING:
    from boarddesk.ui.plan.page import PlanPage

ROW_HEIGHT = 40


def plan_section(page: PlanPage) -> Section[ShownPlan]:
    """The one list; what is done to a row is done by the page."""
    actions = page.plan_actions

    def panel(detail: SteadyDetail, shown: ShownPlan, chosen: str) -> Filling | None:
        action = shown.actions.get(shown.action_of.get(chosen, chosen))
        if action is not None:
            return action.id, lambda: ActionPanel(detail, actions, shown).fill(action)
        area = shown.areas.get(chosen)
        if area is not None:
            return area.id, lambda: AreaPanel(detail, actions, shown).fill(area)
        return None

    return Section(
        "plan",
        "Plan",
        ("action", "actions"),
        plan_table.columns(),
        _rows,
        panel,
        lambda shown: None if shown.plan.areas else empty.no_areas(actions.add_area, page.go_to_import),
        Action("Add action…", page.add_here, menu="Plan", words="new"),
        actions.edit_cell,
        actions.paste,
        actions=row_actions(page),
        filters=(
            Filter("Status", plan_table.status_choices, 124),
            Filter("Owner", plan_table.owner_choices, 120),
            Filter("Flag", plan_table.flag_choices, 108),
        ),
        keeps=_keeps,
        first=_first,
        about=lambda shown: shown.plan.id,
        further=_flagged,
        columns_of=lambda shown: plan_table.columns(shown.plan.scheme),
        spoken="Plan: areas, actions and milestones",
        hint="Filter rows",
        row_height=ROW_HEIGHT,
    )


def _rows(shown: ShownPlan, _picked: Sequence[str]) -> Listing:
    """Every action; of the areas the one is open whose action is looked at first."""
    first = shown.actions.get(_first(shown))
    open_areas = [first.area_id] if first is not None else []
    return plan_table.rows(shown), plan_table.groups(shown, open_areas=open_areas)


def _keeps(shown: ShownPlan, row_id: str, picked: Sequence[str]) -> bool:
    status, owner, flag = picked
    return plan_table.keeps(shown, row_id, status=status, owner=owner, flag=flag)


def _flagged(shown: ShownPlan, rows: Sequence[Row]) -> str:
    """`43 actions, 11 flagged`."""
    flagged = shown.flagged
    return f", {sum(row.id in flagged for row in rows)} flagged"


def _first(shown: ShownPlan) -> str:
    """What to look at first: off course without a reason, then off course, then the first of all."""
    actions = list(shown.actions.values())
    kinds = {action_id: {flag.kind for flag in flags} for action_id, flags in shown.flags.items()}
    unexplained = [action for action in actions if FlagKind.NO_REASON in kinds[action.id]]
    off = [action for action in actions if action.declared and action.declared.is_a is StatusIs.OFF_COURSE]
    first = next(iter([*unexplained, *off, *actions]), None)
    return first.id if first is not None else shown.plan.areas[0].id
